package lint

import (
	"slices"
	"strings"
	"sync"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
)

// facts are what several rules ask of a key result and what takes a while to find out.
type facts struct {
	words []string // of the title; see [cascade.Words]
	// matter are the words without those of the unit, and about is the same as one text.
	matter []string
	about  string
	name   string // of the metric, as [plain] has it
	unit   string // in its one spelling
}

func factsOf(k *okr.KeyResult) *facts {
	f := &facts{words: cascade.Words(k.Title.V)}
	f.matter = f.words
	if k.Body != nil {
		f.matter = cascade.Without(f.words, k.Metric.Unit.V)
		f.name, f.unit = plain(k.Metric.Finely().Name.V), okr.UnitKey(k.Metric.Unit.V)
	}
	f.about = strings.Join(f.matter, " ")
	return f
}

// allFacts are the facts of the key results of a workspace, found out together.
type allFacts struct {
	once  sync.Once
	known map[*okr.KeyResult]*facts
}

// facts are those of a key result.
func (r *Reading) facts(k *okr.KeyResult) *facts {
	r.known.once.Do(func() { r.known.known = eachKeyResult(r.Workspace.Documents, factsOf) })
	if f := r.known.known[k]; f != nil {
		return f
	}
	return factsOf(k)
}

// eachKeyResult works something out for each of the key results that are defined in
// documents, several documents at a time.
func eachKeyResult[V any](documents []*okr.Document, work func(k *okr.KeyResult) V) map[*okr.KeyResult]V {
	type part struct {
		keys   []*okr.KeyResult
		values []V
	}
	const stretch = 64 // documents of a part
	chunks := slices.Collect(slices.Chunk(documents, stretch))
	parts := make([]part, len(chunks))
	total := 0
	each(len(chunks), 0, func(i int) {
		p := &parts[i]
		for _, d := range chunks[i] {
			for o := range d.Every() {
				for _, k := range o.KeyResults {
					if k.Body != nil && !k.IsRef() {
						p.keys, p.values = append(p.keys, k), append(p.values, work(k))
					}
				}
			}
		}
	})
	for i := range parts {
		total += len(parts[i].keys)
	}
	found := make(map[*okr.KeyResult]V, total)
	for _, p := range parts {
		for i, k := range p.keys {
			found[k] = p.values[i]
		}
	}
	return found
}
