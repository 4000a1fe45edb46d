package lint

import (
	"math"
	"math/bits"
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
	words []string
	sums  []uint64 // of the words; see [appendSums]
	// names are the words that are written with a capital, but for the first one.
	names []string
	// beside are the numbers beside those of its metric, as one text.
	beside string
	// unit, source and name are those of the metric of a key result, in one spelling.
	unit, source, name string
	known              bool // whether all but the words, their numbers and the unit is
}

// know finds out what is compared once the words are alike.
func (s *statement) know() *statement {
	if s.known {
		return s
	}
	s.names, s.beside, s.known = namesIn(titleOf(s.node).V), numbersBeside(s.node), true
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
		rarest = append(rarest[:0], s.sums...) // in the order of their sums, which is that of equally rare words
		slices.SortStableFunc(rarest, func(a, b uint64) int { return int(often.of(a) - often.of(b)) })
		prefix := len(rarest) - int(math.Ceil(duplicated*float64(len(rarest)))) + 1
		cycle := sumOf(s.node.Cycle.ID)
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
		for _, sum := range all[i].sums {
			often[sum%uint64(len(often))]++
		}
	}
	return often
}

func (f *frequencies) of(sum uint64) int32 { return f[sum%uint64(len(f))] }

// appendSums adds a number for each of the words, in ascending order. Two words have one
// number as good as never.
func appendSums(sums []uint64, words []string) []uint64 {
	start := len(sums)
	for _, word := range words {
		sums = append(sums, sumOf(word))
	}
	slices.Sort(sums[start:])
	return sums
}

// sumOf is a number for a text that is written in parts, with a blank between them, by
// the method of Fowler, Noll and Vo. It is odd for any text, and 0 for none.
func sumOf(parts ...string) uint64 {
	if len(parts) == 0 {
		return 0
	}
	const prime = 1099511628211
	sum := uint64(14695981039346656037)
	for n, part := range parts {
		if n > 0 {
			sum = (sum ^ ' ') * prime
		}
		for i := range len(part) {
			sum = (sum ^ uint64(part[i])) * prime
		}
	}
	return sum | 1
}

// shape is what tells most statements apart at a glance. Shapes lie side by side,
// statements far apart.
type shape struct {
	words, unit int32  // how many words, and the unit as a number
	some        uint64 // the bits of the words by their sums, of which several have one bit
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
		shapes[i] = shape{words: int32(len(s.words)), unit: unit}
		for _, sum := range s.sums {
			shapes[i].some |= 1 << (sum >> 58)
		}
	}
	return shapes
}

// near reports whether two statements may say the same. Each bit that one of them alone
// has is a word that the other has not.
func (s shape) near(t shape) bool {
	both := min(int(s.words)-bits.OnesCount64(s.some&^t.some), int(t.words)-bits.OnesCount64(t.some&^s.some)) // at most
	return s.unit == t.unit && float64(both) >= duplicated*float64(int(s.words+t.words)-both)
}

// sameStatement reports whether two statements of one unit say the same and nothing
// tells of it.
func (r *Reading) sameStatement(a, b *statement) bool {
	enough := duplicated
	if min(len(a.words), len(b.words)) < shortStatement {
		enough = 1
	}
	if a.node.Cycle != b.node.Cycle || alike(a.sums, b.sums) < enough || slicesOf(a.know(), b.know()) || a.node.Kind == cascade.KeyResult && !sameMetric(a, b) {
		return false
	}
	return !r.linked(a.node, b.node)
}

// alike is [cascade.Alike] for the sums of words.
func alike(a, b []uint64) float64 {
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			both, i, j = both+1, i+1, j+1
		}
	}
	if both == 0 {
		return 0
	}
	return float64(both) / float64(len(a)+len(b)-both)
}
