package diff

import (
	"cmp"
	"iter"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
)

// thing is a document, an objective or a key result of one version; what is above it
// is given as well. The zero thing is nothing.
type thing struct {
	document  *okr.Document
	objective *okr.Objective
	keyResult *okr.KeyResult
}

// within is the thing at an address in a document of that team and cycle, by its name
// or a former one.
func within(d *okr.Document, a okr.Address) (x thing, ok bool) {
	if d == nil {
		return thing{}, false
	}
	x.document = d
	if a.Objective == "" {
		return x, true
	}
	if x.objective = d.ObjectiveByID(a.Objective); x.objective == nil {
		return thing{}, false
	}
	if a.KeyResult == "" {
		return x, true
	}
	x.keyResult = x.objective.KeyResultByID(a.KeyResult)
	return x, x.keyResult != nil
}

func (x thing) address() string {
	switch {
	case x.keyResult != nil:
		return x.keyResult.Address()
	case x.objective != nil:
		return x.objective.Address()
	}
	return x.document.Address()
}

func (x thing) title() string {
	switch {
	case x.keyResult != nil:
		return x.keyResult.Title.V
	case x.objective != nil:
		return x.objective.Title.V
	case x.document.Team != nil:
		return x.document.Team.Name.Or(x.document.TeamID.V)
	}
	return x.document.TeamID.V
}

func (x thing) kind() Kind {
	switch {
	case x.keyResult != nil:
		return KeyResult
	case x.objective != nil:
		return Objective
	}
	return Document
}

// thingsOf are the objectives of a document, or its key results.
func thingsOf(d *okr.Document, kind Kind) iter.Seq[thing] {
	return func(yield func(thing) bool) {
		for o := range d.Every() {
			if kind == Objective && !yield(thing{d, o, nil}) {
				return
			}
			for _, k := range o.KeyResults {
				if kind == KeyResult && !k.IsRef() && !yield(thing{d, o, k}) {
					return
				}
			}
		}
	}
}

func (x thing) continues() string {
	var link *okr.Link
	switch {
	case x.keyResult != nil && x.keyResult.Body != nil:
		link = x.keyResult.CarriedFrom
	case x.keyResult == nil && x.objective != nil && x.objective.Background != nil:
		link = x.objective.CarriedFrom
	}
	if link == nil {
		return ""
	}
	return link.Address.V
}

// former is the address in another document where the thing says that it stood; ok is
// false where it says no such thing.
func (x thing) former() (a okr.Address, ok bool) {
	if x.objective == nil {
		return a, false
	}
	was := formerObjective(x.objective)
	if x.keyResult != nil {
		if was != "" {
			was += "/" + x.keyResult.ID.V
		}
		was = cmp.Or(formerKeyResult(x.keyResult), was)
	}
	a, err := okr.ParseAddress(was)
	return a, err == nil && (place{a.Team, a.Cycle}) != placeOf(x.document)
}

// formerObjective is the former address of an objective; empty where it has none or
// only another id.
func formerObjective(o *okr.Objective) string {
	if o.Background == nil || !strings.Contains(o.Was.V, "/") {
		return ""
	}
	return o.Was.V
}

func formerKeyResult(k *okr.KeyResult) string {
	if k.Body == nil || !strings.Contains(k.Was.V, "/") {
		return ""
	}
	return k.Was.V
}

// before is what the thing was on the older side; ok is false where it was not there.
func (x thing) before(same *identity) (thing, bool) {
	return x.across(same.documents.toBefore, same.objectives.toBefore, same.keyResults.toBefore)
}

// after is what became of the thing on the newer side; ok is false where it is gone.
func (x thing) after(same *identity) (thing, bool) {
	return x.across(same.documents.toAfter, same.objectives.toAfter, same.keyResults.toAfter)
}

func (x thing) across(documents map[*okr.Document]*okr.Document, objectives map[*okr.Objective]*okr.Objective, keyResults map[*okr.KeyResult]*okr.KeyResult) (thing, bool) {
	switch {
	case x.keyResult != nil:
		if k := keyResults[x.keyResult]; k != nil {
			return thing{k.Objective.Document, k.Objective, k}, true
		}
	case x.objective != nil:
		if o := objectives[x.objective]; o != nil {
			return thing{o.Document, o, nil}, true
		}
	default:
		if d := documents[x.document]; d != nil {
			return thing{d, nil, nil}, true
		}
	}
	return thing{}, false
}

// unreadableIn reports whether the thing stands in a document that cannot tell it.
func (x thing) unreadableIn(d *okr.Document) bool {
	return d != nil && x.objective != nil && unreadable(d, x.objective, x.keyResult)
}

// concerns reports whether a change between two versions is about the thing, which is
// the zero thing on the side where it is not.
func (c *Change) concerns(before, after thing) bool {
	gone := after.document == nil && c.Kind == Document && c.documentAfter == nil && c.documentBefore == before.document
	switch x := cmp.Or(after, before); {
	case c.Kind == Policy:
		return false
	case c.Kind == Document && c.Field == "file":
		return false // said of versions, since a content does not know all its names
	case x.objective == nil:
		return c.documentAfter != nil && c.documentAfter == after.document ||
			c.documentBefore != nil && c.documentBefore == before.document
	case x.keyResult == nil:
		return gone || c.ObjectiveAfter != nil && c.ObjectiveAfter == after.objective ||
			c.ObjectiveBefore != nil && c.ObjectiveBefore == before.objective
	}
	if c.KeyResultAfter == nil && c.KeyResultBefore == nil {
		return gone || c.Kind == Objective && c.ObjectiveAfter != nil && c.ObjectiveAfter == after.objective && c.decidesBelow()
	}
	return c.KeyResultAfter != nil && c.KeyResultAfter == after.keyResult ||
		c.KeyResultBefore != nil && c.KeyResultBefore == before.keyResult
}

// decidesBelow reports whether a change of an objective is one of its key results too:
// what they are called, how they are judged, whether they go on.
func (c *Change) decidesBelow() bool {
	return c.Verdict == Moved || c.Field == "commitment" || c.Field == "cancelled" && c.Verdict != Reworded
}
