package diff

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/source"
)

// keyResult compares a key result with what it was. Before is what the document was
// in which it stands, nil where that is new.
func (r *reader) keyResult(before *okr.Document, k *okr.KeyResult) {
	was := r.same.keyResults.toBefore[k]
	switch {
	case was != nil:
		from := len(r.changes)
		r.keyResultFields(was, k)
		r.byPlace(from)
	case before == nil:
	case k.IsRef():
		r.note(aboutKeyResult(nil, k), Change{
			Kind: Link, Verdict: Realigned, Field: "ref", After: shown(k.Ref.Address.V),
			Message: "shares " + k.Ref.Address.V,
		}, k.Ref.Address.Span)
	case unreadable(before, k.Objective, k):
		r.touched[placeOf(k.Objective.Document)] = true
	default:
		r.note(aboutKeyResult(nil, k), Change{
			Verdict: Added, After: shown(k.Title.V), Message: "new key result: " + k.Title.V,
		}, k.ID.Span)
	}
}

func (r *reader) keyResultFields(b, a *okr.KeyResult) {
	s := aboutKeyResult(b, a)
	whole := b.Body != nil && a.Body != nil && !b.Objective.Document.Outline && !a.Objective.Document.Outline
	if b.IsRef() || a.IsRef() {
		if whole && r.reweightedKeyResults[a] {
			r.reweight(s, b.Weight, a.Weight, open(nil, nil))
		}
		return
	}
	was := okr.Text{}
	if a.Body != nil {
		was = a.Was
	}
	r.moved(s, was)
	r.reword(s, "title", b.Title.V, a.Title.V, a.Title.Span)
	if !whole {
		return
	}
	book := open(b.Amendments, a.Amendments)
	r.metric(s, book)
	r.start(s)
	r.plain(s, "indicator", b.Indicator, a.Indicator)
	if r.reweightedKeyResults[a] {
		r.reweight(s, b.Weight, a.Weight, book)
	}
	r.shared(s)
	r.links(s, "depends_on", r.dependencies(b.DependsOn, true), r.dependencies(a.DependsOn, false))
	r.links(s, "enables", r.enables(b.Enables, true), r.enables(a.Enables, false))
	r.links(s, "carried_from", r.carried(b.CarriedFrom, true), r.carried(a.CarriedFrom, false))
	r.cancelled(s, b.Cancelled, a.Cancelled)
	r.rewordList(s, b.Initiatives, a.Initiatives)
	r.outcome(s)
	r.amendments(s, book)
	r.checkIns(s)
}

// start: who begins later has less behind them to answer for.
func (r *reader) start(s subject) {
	b, a := s.keyResultBefore, s.keyResultAfter
	if b.Starts.V == a.Starts.V {
		return
	}
	first := func(k *okr.KeyResult) okr.Date {
		if c := k.Objective.Document.Cycle; c != nil {
			return max(c.Start, k.Starts.V)
		}
		return k.Starts.V
	}
	found := judgement{verdict: laterEases(first(b), first(a))}
	before, after := b.Starts.V.String(), a.Starts.V.String()
	r.field(s, "starts", okr.Value{}, okr.Value{Span: a.Starts.Span}, shown(before), shown(after), found, open(nil, nil))
}

func laterEases(before, after okr.Date) Verdict {
	switch {
	case after > before:
		return Eased
	case after < before:
		return Hardened
	}
	return Neutral
}

// plain is a field that neither eases nor hardens anything.
func (r *reader) plain(s subject, field string, b, a okr.Text) {
	if b.V != a.V {
		r.field(s, field, okr.Value{}, okr.Value{Span: a.Span}, shown(b.V), shown(a.V), judgement{verdict: Neutral}, open(nil, nil))
	}
}

func (r *reader) outcome(s subject) {
	lines := func(o *okr.Outcome) string {
		if o == nil {
			return ""
		}
		return joined("\n", o.Reason.V, o.Dependency.V, o.Learned.V, o.Postmortem.V)
	}
	var span source.Span
	if o := s.keyResultAfter.Outcome; o != nil {
		span = o.Span
	}
	r.reword(s, "outcome", lines(s.keyResultBefore.Outcome), lines(s.keyResultAfter.Outcome), span)
}

// field notes a changed field of what was agreed, and the amendment that says so.
func (r *reader) field(s subject, name string, b, a okr.Value, before, after *string, found judgement, book *book) *Change {
	c := Change{Verdict: found.verdict, Field: name, Before: before, After: after, NumberBefore: b.Number, NumberAfter: a.Number, Stretch: found.stretch}
	c.Reason, c.Declared = book.declares(name, b, a)
	c.Message = sentence(name, before, after, found)
	if c.Declared && name == "baseline" {
		c.Message += ", declared as a correction"
	}
	return r.note(s, c, a.Span)
}
