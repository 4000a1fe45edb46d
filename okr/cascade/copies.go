package cascade

import (
	"strings"
	"unicode"

	"github.com/okrs-as-code/okrs/okr"
)

// How alike two titles must be to be called a copy: short ones share words by chance.
const (
	copied      = 0.8
	copiedShort = 0.95
	short       = 5 // words
)

// mostCompared is how many key results of a parent are held against an objective:
// more than any objective has, and few enough that a crowd of children with a parent
// of a thousand key results stays cheap.
const mostCompared = 64

// Copy is an objective that repeats what it supports.
type Copy struct {
	Objective *Node
	// Of is the objective or the key result of another team that it repeats.
	Of *Node
	// Edge is the support between the two.
	Edge *Edge
	// Alike is how alike the titles are, 0…1, as [Bag.Alike] counts.
	Alike float64
	// Number is the number of the parent's target in the objective, as it stands there;
	// empty where the words decided.
	Number string
}

// Copies are the objectives that were pasted from what they support in another team:
// from a key result or from the title of the objective. The words are the same to 0.8,
// to 0.95 where one of the two has fewer than five, or the objective holds the number
// of the key result's target together with its unit or one of its words. Each objective
// is told once for what it repeats most. A team that carries an objective of its own
// from a longer cycle into a shorter one repeats nothing.
func (g *Graph) Copies() []Copy { return g.copies() }

func (g *Graph) readCopies() []Copy {
	var found []Copy
	words := titles{make([]phrase, len(g.Nodes)), make(map[string]Bag)}
	for _, n := range g.Nodes {
		if n.Kind != Objective || n.Stopped {
			continue
		}
		var best Copy
		for _, e := range n.Out {
			if e.Kind != Supports || e.To.Kind == Team || e.To.Team == n.Team || e.To.Stopped {
				continue
			}
			for _, of := range compared(e.To) {
				if c, ok := copyOf(n, of, words); ok && (best.Of == nil || c.Alike > best.Alike) {
					c.Edge = e
					best = c
				}
			}
		}
		if best.Of != nil {
			found = append(found, best)
		}
	}
	return found
}

// compared are what an objective may have been pasted from, by what it supports.
func compared(to *Node) []*Node {
	if to.Kind == KeyResult {
		return []*Node{to}
	}
	results := to.Results
	if len(results) > mostCompared {
		results = results[:mostCompared]
	}
	return append([]*Node{to}, results...)
}

// titles remembers what titles and units are about.
type titles struct {
	titles []phrase // by number of the node
	units  map[string]Bag
}

// phrase is a bag, ready to be compared.
type phrase struct {
	Bag
	glance Glance
	known  bool
}

func phraseOf(bag Bag) phrase { return phrase{bag, bag.Glance(), true} }

// of is what a title is about, without the words of a unit.
func (t titles) of(n *Node, unit string) phrase {
	title := &t.titles[n.number]
	if !title.known {
		*title = phraseOf(BagOf(n.Title()))
	}
	if unit == "" {
		return *title
	}
	drop, known := t.units[unit]
	if !known {
		drop = BagOf(unit)
		t.units[unit] = drop
	}
	if rest := title.Without(drop); len(rest) < len(title.Bag) {
		return phraseOf(rest)
	}
	return *title
}

// copyOf compares an objective with what it may have been pasted from.
func copyOf(n, of *Node, words titles) (Copy, bool) {
	unit := unitOf(of)
	own, other := words.of(n, unit), words.of(of, unit)
	c := Copy{Objective: n, Of: of}
	enough := copied
	if min(len(own.Bag), len(other.Bag)) < short {
		enough = copiedShort
	}
	if own.glance.MayBeAlike(other.glance, enough) {
		if c.Alike = own.Alike(other.Bag); c.Alike >= enough {
			return c, true
		}
	}
	if c.Number = targetIn(n.Title(), of, own.Bag, other.Bag); c.Number != "" {
		c.Alike = own.Alike(other.Bag)
	}
	return c, c.Number != ""
}

// targetIn is the number of a key result's target in a title, if it stands there with
// its unit or in the company of one of the key result's words. A number alone may be
// anything: a year, an hour, a street.
func targetIn(title string, of *Node, own, other Bag) string {
	if of.Kind != KeyResult || of.KeyResult.Body == nil || !of.KeyResult.Metric.Target.Written() || !strings.ContainsAny(title, "0123456789") {
		return ""
	}
	target := plainNumber(of.KeyResult.Metric.Target.V.String())
	found := parts(title)
	for i, part := range found {
		if !unicode.IsDigit(first(part)) || plainNumber(part) != target {
			continue
		}
		if i+1 < len(found) && isUnit(found[i+1], unitOf(of)) || own.Alike(other) > 0 {
			return part
		}
	}
	return ""
}

// unitOf is the unit of a key result as written.
func unitOf(n *Node) string {
	if n.Kind != KeyResult || n.KeyResult.Body == nil {
		return ""
	}
	return n.KeyResult.Metric.Unit.V
}

// isUnit reports whether a word stands for a unit, or for the first word of one.
func isUnit(word, unit string) bool {
	words := parts(unit)
	return len(words) > 0 && (okr.UnitKey(word) == okr.UnitKey(words[0]) || singular(word) == singular(words[0]))
}

// plainNumber is one spelling for a number: without thousands marks and without zeros
// that say nothing.
func plainNumber(text string) string {
	if i := strings.IndexByte(text, ','); i >= 0 && (len(text)-i)%4 == 0 {
		text = strings.ReplaceAll(text, ",", "")
	}
	text = strings.Replace(text, ",", ".", 1)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text
}
