package lint

import (
	"math"
	"slices"

	"github.com/okrs-as-code/okrs/okr/cascade"
)

// How alike two statements are that say the same; of short ones all words must be.
const (
	duplicated      = 0.85
	shortStatement  = 5
	fewestWords     = 2
	mostNeighbours  = 32 // statements that are compared because they have one rare word in common
	longestCompared = 64 // words
)

// statement is an objective or a key result as far as it is compared. It is compared
// many times, so what costs something to know is found out once.
type statement struct {
	node  *cascade.Node
	about cascade.Bag
	unit  string // of the metric of a key result, in its one spelling
	*details
}

// details are what is compared once the words are alike.
type details struct {
	names        cascade.Bag // the words that are written with a capital, but for the first one
	beside       string      // the numbers beside those of its metric, as one text
	source, name string      // of the metric of a key result, in one spelling
}

// know finds out the details.
func (s *statement) know() *statement {
	if s.details != nil {
		return s
	}
	s.details = &details{names: namesIn(titleOf(s.node).V), beside: numbersBeside(s.node)}
	if s.node.Kind == cascade.KeyResult {
		m := &s.node.KeyResult.Metric
		s.source, s.name = spaceless(m.Source.V), spaceless(m.Finely().Name.V)
	}
	return s
}

// eachDuplicate finds for each statement the first before it that says the same in the
// same cycle. Two lists of words that are alike share one of the rarest words of each,
// so that only statements with a rare word in common are compared (the prefix filter of
// Chaudhuri, Ganti and Kaushik), and of those the latest few.
func (r *Reading) eachDuplicate(all []statement, do func(n, of *cascade.Node)) {
	often := newFrequencies(all)
	shapes := shapesOf(all)
	known := chains{last: make(map[uint64]int32, 2*len(all))}
	var rarest []uint64
	for i := range all {
		s := &all[i]
		rarest = append(rarest[:0], s.about...) // in their order, which is that of equally rare words
		slices.SortStableFunc(rarest, func(a, b uint64) int { return int(often.of(a) - often.of(b)) })
		prefix := len(rarest) - int(math.Ceil(duplicated*float64(len(rarest)))) + 1
		cycle := cascade.Bag{uint64(s.node.Cycle.Start), uint64(s.node.Cycle.End)}.Sum()
		best := -1
		for _, word := range rarest[:prefix] {
			known.each(word*cycle, func(j int) {
				if (best < 0 || j < best) && shapes[i].near(shapes[j]) && r.sameStatement(s, &all[j]) {
					best = j
				}
			})
			known.add(word*cycle, i)
		}
		if best >= 0 {
			do(s.node, all[best].node)
		}
	}
}

// chains are statements by what they have in common, the latest first.
type chains struct {
	last  map[uint64]int32 // behind the place of the latest link
	links []chainLink
}

type chainLink struct{ statement, before int32 }

func (c *chains) add(key uint64, statement int) {
	c.links = append(c.links, chainLink{int32(statement), c.last[key]})
	c.last[key] = int32(len(c.links))
}

// each does something with the latest statements of a key.
func (c *chains) each(key uint64, do func(statement int)) {
	at := c.last[key]
	for n := 0; at > 0 && n < mostNeighbours; n++ {
		link := c.links[at-1]
		do(int(link.statement))
		at = link.before
	}
}

// frequencies say how often words occur. Few words share a count, and no more is asked
// of them than which ones are rare.
type frequencies [1 << 14]int32

func newFrequencies(all []statement) *frequencies {
	often := new(frequencies)
	for i := range all {
		for _, word := range all[i].about {
			often[word%uint64(len(often))]++
		}
	}
	return often
}

func (f *frequencies) of(word uint64) int32 { return f[word%uint64(len(f))] }

// shape is what tells most statements apart at a glance. Shapes lie side by side,
// statements far apart.
type shape struct {
	cascade.Glance
	unit int32 // a number for it
}

func shapesOf(all []statement) []shape {
	units := make(map[string]int32)
	shapes := make([]shape, len(all))
	for i := range all {
		s := &all[i]
		unit, known := units[s.unit]
		if !known {
			unit = int32(len(units))
			units[s.unit] = unit
		}
		shapes[i] = shape{s.about.Glance(), unit}
	}
	return shapes
}

// near reports whether two statements may say the same.
func (s shape) near(t shape) bool { return s.unit == t.unit && s.MayBeAlike(t.Glance, duplicated) }

// sameStatement reports whether two statements of one unit say the same and nothing
// tells of it.
func (r *Reading) sameStatement(a, b *statement) bool {
	enough := duplicated
	if min(len(a.about), len(b.about)) < shortStatement {
		enough = 1
	}
	if a.node.Cycle != b.node.Cycle || a.about.Alike(b.about) < enough || slicesOf(a.know(), b.know()) || a.node.Kind == cascade.KeyResult && !sameMetric(a, b) {
		return false
	}
	return !r.linked(a.node, b.node)
}
