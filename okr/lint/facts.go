package lint

import (
	"slices"
	"sync"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
)

// facts are what several rules ask of a key result and what takes a while to find out.
type facts struct {
	title cascade.Bag // what the title is about
	about cascade.Bag // the same without the words of the unit
	name  string      // of the metric, as [plain] has it
	unit  string      // in its one spelling
}

// factFinder finds the facts of key results. It remembers what is the same for many, and
// the bags that it fills lie side by side.
type factFinder struct {
	units map[string]unitFacts
	bags  cascade.Bag
}

func (f *factFinder) of(k *okr.KeyResult) facts {
	start := len(f.bags)
	f.bags = cascade.AppendBag(f.bags, k.Title.V)
	found := facts{title: f.bags[start:len(f.bags):len(f.bags)]}
	found.about = found.title
	if k.Body != nil {
		unit := f.unit(k.Metric.Unit.V)
		found.unit, found.about = unit.key, found.title.Without(unit.about)
		if name := k.Metric.Finely().Name.V; name != "" {
			found.name = plain(name)
		}
	}
	return found
}

// unitFacts are a unit in its one spelling, and its words.
type unitFacts struct {
	key   string
	about cascade.Bag
}

func (f *factFinder) unit(unit string) unitFacts {
	found, known := f.units[unit]
	if !known {
		found = unitFacts{okr.UnitKey(unit), cascade.BagOf(unit)}
		f.units[unit] = found
	}
	return found
}

// allFacts are the facts of the key results of a workspace, found out together.
type allFacts struct {
	once  sync.Once
	known map[*okr.KeyResult]*facts
}

// facts are those of a key result.
func (r *Reading) facts(k *okr.KeyResult) *facts {
	r.known.once.Do(func() { r.known.known = eachKeyResult(r.Workspace.Documents, factsOfAll) })
	if f := r.known.known[k]; f != nil {
		return f
	}
	return factsOfAll([]*okr.KeyResult{k})[0]
}

// factsOfAll are the facts of some key results.
func factsOfAll(keys []*okr.KeyResult) []*facts {
	const mostly = 12 // words of a title
	finder := factFinder{make(map[string]unitFacts), make(cascade.Bag, 0, mostly*len(keys))}
	room := make([]facts, len(keys))
	found := make([]*facts, len(keys))
	for i, k := range keys {
		room[i] = finder.of(k)
		found[i] = &room[i]
	}
	return found
}

// eachKeyResult works something out for the key results that are defined in documents,
// several documents at a time. Work is given those of a few documents at once.
func eachKeyResult[V any](documents []*okr.Document, work func(keys []*okr.KeyResult) []V) map[*okr.KeyResult]V {
	type part struct {
		keys   []*okr.KeyResult
		values []V
	}
	const stretch = 64 // documents of a part
	chunks := slices.Collect(slices.Chunk(documents, stretch))
	parts := make([]part, len(chunks))
	each(len(chunks), 0, func(i int) {
		p := &parts[i]
		for _, d := range chunks[i] {
			for o := range d.Every() {
				for _, k := range o.KeyResults {
					if k.Body != nil && !k.IsRef() {
						p.keys = append(p.keys, k)
					}
				}
			}
		}
		p.values = work(p.keys)
	})
	total := 0
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
