package lint

import (
	"hash/maphash"
	"sync"
)

// memo remembers what was worked out for a key. It is for several goroutines; two that
// ask for a new key at once may both work it out.
type memo[K comparable, V any] struct {
	seed   maphash.Seed
	shards [32]struct {
		sync.Mutex
		known map[K]V
	}
}

func newMemo[K comparable, V any]() *memo[K, V] {
	m := &memo[K, V]{seed: maphash.MakeSeed()}
	for i := range m.shards {
		m.shards[i].known = make(map[K]V)
	}
	return m
}

// of is what is remembered for the key, else what work gives.
func (m *memo[K, V]) of(key K, work func() V) V {
	shard := &m.shards[maphash.Comparable(m.seed, key)%uint64(len(m.shards))]
	shard.Lock()
	value, known := shard.known[key]
	shard.Unlock()
	if known {
		return value
	}
	value = work()
	shard.Lock()
	shard.known[key] = value
	shard.Unlock()
	return value
}
