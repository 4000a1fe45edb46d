package load

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/source"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// decoder reads the tree of a document into the vocabulary.
type decoder struct {
	reader
	// outline leaves out what a document outside the asked cycles does not need.
	outline bool
	// skip are nodes of key results that are not to be used.
	skip map[*tree.Node]bool
	// units are the organisation's own words.
	units map[string]*okr.Unit

	// parts are the key results with the nodes they came from, for the checks.
	parts []part
	// gaps are the addresses, within the document, of what could not be used; an
	// empty one is an objective or a key result without a name.
	gaps []gap
}

// part is a key result and where its pieces stand.
type part struct {
	result *okr.KeyResult
	node   *tree.Node
	metric *tree.Pair // nil for a reference
}

// gap is something that stands in the file and could not be used.
type gap struct {
	objective, keyResult string
	reference            bool // it lists what another team defines
}

// document reads a whole tree.
func (d *decoder) document(root *tree.Node, doc *okr.Document) {
	pairs := d.pairs(root)
	for i := range pairs {
		switch p := &pairs[i]; p.Key {
		case "version":
			d.whole(p.Value, 1, 1)
		case "team":
			doc.TeamID = d.id(p.Value)
		case "cycle":
			doc.CycleID = d.cycleID(p.Value)
		case "objectives":
			doc.Objectives = d.objectiveList(p.Value, doc)
		case "stopped":
			doc.Stopped = d.objectiveList(p.Value, doc)
		case "retrospective":
			if !d.outline {
				doc.Retrospective = d.retrospective(p.Value)
			}
		default:
			d.unknown(p)
		}
	}
}

func (d *decoder) objectiveList(n *tree.Node, doc *okr.Document) []*okr.Objective {
	items := d.items(n)
	list := d.objectiveRefs.take(len(items))[:0]
	for _, item := range items {
		o := d.objectives.one()
		o.Document = doc
		d.objective(item, o)
		if o.ID.Written() {
			list = append(list, o)
		} else {
			d.gaps = append(d.gaps, gap{})
			d.leftOut(o, nil)
		}
	}
	return list
}

// leftOut remembers what cannot be used for those who read its sentences.
func (d *decoder) leftOut(o *okr.Objective, k *okr.KeyResult) {
	if !d.outline {
		o.Document.LeftOut = append(o.Document.LeftOut, okr.LeftOut{Objective: o, KeyResult: k})
	}
}

func (d *decoder) objective(n *tree.Node, o *okr.Objective) {
	o.Span = n.Span
	o.Background = d.silent
	pairs := d.pairs(n)
	// The id comes first, because gaps among the key results are named by it.
	if p := n.Pair("id"); p != nil {
		o.ID = d.id(p.Value)
	}
	for i := range pairs {
		switch p := &pairs[i]; p.Key {
		case "id":
		case "title":
			o.Title = d.sentence(p.Value)
		case "commitment":
			word := d.choice(p.Value, string(okr.Committed), string(okr.Aspirational))
			o.Commitment = source.At[okr.Commitment]{V: okr.Commitment(word.V), Span: word.Span}
		case "weight":
			o.Weight = d.positive(p.Value)
		case "supports":
			o.Supports = d.linkList(p.Value)
		case "cancelled":
			o.Cancelled = d.cancellation(p.Value)
		case "key_results":
			o.KeyResults = d.keyResultList(p.Value, o)
		case "amendments":
			if !d.outline {
				o.Amendments = d.amendmentList(p.Value)
			}
		case "depends_on", "enables", "carried_from", "was":
			d.background(p, o)
		case "why_now", "initiatives":
			if !d.outline {
				d.background(p, o)
			}
		default:
			d.unknown(p)
		}
	}
}

func (d *decoder) background(p *tree.Pair, o *okr.Objective) {
	if o.Background == d.silent {
		o.Background = d.backgrounds.one()
	}
	switch p.Key {
	case "why_now":
		o.WhyNow = d.sentence(p.Value)
	case "depends_on":
		o.DependsOn = d.dependencyList(p.Value)
	case "enables":
		o.Enables = d.enableList(p.Value)
	case "carried_from":
		o.CarriedFrom = d.linkTo(p.Value)
	case "was":
		o.Was = d.name(p.Value)
	case "initiatives":
		o.Initiatives = d.sentences(p.Value, d.sentence)
	}
}

// retrospective is a text, or a mapping of answers.
func (d *decoder) retrospective(n *tree.Node) *okr.Retrospective {
	r := &okr.Retrospective{Span: n.Span}
	if n.Kind != tree.Mapping {
		r.Text = d.sentence(n)
		return r
	}
	for i := range n.Pairs {
		switch p := &n.Pairs[i]; p.Key {
		case "believed":
			r.Believed = d.sentence(p.Value)
		case "happened":
			r.Happened = d.sentence(p.Value)
		case "change":
			r.Change = d.sentence(p.Value)
		case "link":
			r.Link = d.sentence(p.Value)
		default:
			d.unknown(p)
		}
	}
	return r
}

// cancellation is nil where the date is missing: without it nobody can tell
// whether it has happened.
func (d *decoder) cancellation(n *tree.Node) *okr.Cancellation {
	c := d.cancellations.one()
	c.Span = n.Span
	pairs := d.pairs(n)
	for i := range pairs {
		switch p := &pairs[i]; p.Key {
		case "date":
			c.Date = d.day(p.Value)
		case "reason":
			c.Reason = d.sentence(p.Value)
		default:
			d.unknown(p)
		}
	}
	if !c.Date.Written() {
		return nil
	}
	return c
}
