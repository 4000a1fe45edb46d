package lint

import (
	"hash/maphash"
	"sync"

	"github.com/okrs-as-code/okrs/okr/cascade"
)

// titleWords remembers the words of titles, which several rules compare. It is for
// several goroutines.
type titleWords struct {
	once   sync.Once
	seed   maphash.Seed
	shards [32]struct {
		sync.Mutex
		known map[string][]string
	}
}

// words are what a title is about, as [cascade.Words] has them; they are not to be
// changed.
func (r *Reading) words(title string) []string {
	t := &r.titles
	t.once.Do(func() { t.seed = maphash.MakeSeed() })
	shard := &t.shards[maphash.String(t.seed, title)%uint64(len(t.shards))]
	shard.Lock()
	defer shard.Unlock()
	words, known := shard.known[title]
	if !known {
		if shard.known == nil {
			shard.known = make(map[string][]string)
		}
		words = cascade.Words(title)
		shard.known[title] = words
	}
	return words
}
