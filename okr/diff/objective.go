package diff

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/source"
)

// objective compares an objective with what it was. Before is what its document was,
// nil where that is new.
func (r *reader) objective(before *okr.Document, o *okr.Objective) {
	was := r.same.objectives.toBefore[o]
	switch {
	case was != nil:
		from := len(r.changes)
		r.objectiveFields(was, o)
		r.byPlace(from)
		r.reweightKeyResults(was, o)
	case before != nil && unreadable(before, o, nil):
		r.touched[placeOf(o.Document)] = true
	case before != nil:
		r.note(aboutObjective(nil, o), Change{Verdict: Added, After: shown(o.Title.V), Message: "new objective: " + o.Title.V}, o.ID.Span)
	}
	for _, k := range o.KeyResults {
		r.keyResult(before, k)
	}
	if was == nil {
		return
	}
	for _, k := range was.KeyResults {
		if r.isLostKeyResult(k) && r.same.documents.toAfter[was.Document] != nil {
			r.goneKeyResult(k, r.same.documents.toAfter[was.Document])
		}
	}
}

func (r *reader) objectiveFields(b, a *okr.Objective) {
	s := aboutObjective(b, a)
	r.moved(s, a.Was)
	r.reword(s, "title", b.Title.V, a.Title.V, a.Title.Span)
	r.links(s, "supports", r.supports(b.Supports, true), r.supports(a.Supports, false))
	if b.Background != nil && a.Background != nil {
		r.links(s, "depends_on", r.dependencies(b.DependsOn, true), r.dependencies(a.DependsOn, false))
		r.links(s, "enables", r.enables(b.Enables, true), r.enables(a.Enables, false))
		r.links(s, "carried_from", r.carried(b.CarriedFrom, true), r.carried(a.CarriedFrom, false))
	}
	if b.Document.Outline || a.Document.Outline {
		return
	}
	if b.Background != nil && a.Background != nil {
		r.reword(s, "why_now", b.WhyNow.V, a.WhyNow.V, a.WhyNow.Span)
		r.rewordList(s, b.Initiatives, a.Initiatives)
	}
	book := open(b.Amendments, a.Amendments)
	r.commitment(s, book)
	if r.reweightedObjectives[a] {
		r.reweight(s, b.Weight, a.Weight, book)
	}
	r.cancelled(s, b.Cancelled, a.Cancelled)
	r.amendments(s, book)
}

// commitment: a promise to try is easier to keep than a promise to deliver.
func (r *reader) commitment(s subject, book *book) {
	b, _ := s.objectiveBefore.Field("commitment")
	a, _ := s.objectiveAfter.Field("commitment")
	if b.Text == a.Text {
		return
	}
	found := judgement{verdict: Neutral}
	switch {
	case b.Text == string(okr.Committed) && a.Text == string(okr.Aspirational):
		found.verdict = Eased
	case b.Text == string(okr.Aspirational) && a.Text == string(okr.Committed):
		found.verdict = Hardened
	}
	r.field(s, "commitment", b, a, shown(b.Text), shown(a.Text), found, book)
}

// moved says that a thing has another id or stands elsewhere. What moved along with
// its objective stays where it was.
func (r *reader) moved(s subject, was okr.Text) {
	var before, after string
	var home, guessed bool // home: it stands in the place where it stood
	if s.kind == KeyResult {
		b, a := s.keyResultBefore, s.keyResultAfter
		home, guessed = r.same.objectives.toAfter[b.Objective] == a.Objective, r.same.keyResults.guessed[a]
		if before, after = b.ID.V, a.ID.V; !home {
			before, after = b.Address(), a.Address()
		}
	} else {
		b, a := s.objectiveBefore, s.objectiveAfter
		home, guessed = r.same.documents.toAfter[b.Document] == a.Document, r.same.objectives.guessed[a]
		if before, after = b.ID.V, a.ID.V; !home {
			before, after = b.Address(), a.Address()
		}
	}
	if before == after {
		return
	}
	c := Change{Verdict: Moved, Field: "id", Before: &before, After: &after, Message: "renamed from " + before + " to " + after}
	if !home {
		c.Field, c.Message = "", "moved from "+before+" to "+after
	}
	if guessed {
		c.Message += "; add `was: " + before + "` so that its history follows"
	}
	r.note(s, c, was.Span)
}

// cancelled says that a thing was given up in the open, or taken up again.
func (r *reader) cancelled(s subject, b, a *okr.Cancellation) {
	thing := strings.ReplaceAll(string(s.kind), "_", " ")
	switch {
	case b == nil && a == nil:
	case b == nil:
		r.note(s, Change{
			Verdict: Cancelled, Field: "cancelled", After: shown(a.Date.V.String()),
			Reason: a.Reason.V, Declared: a.Reason.V != "", Message: "the " + thing + " was stopped on " + a.Date.V.String(),
		}, written(a.Date.Span, a.Span))
	case a == nil:
		r.note(s, Change{
			Verdict: Added, Field: "cancelled", Before: shown(b.Date.V.String()),
			Message: "the " + thing + " was taken up again; it had been stopped on " + b.Date.V.String(),
		}, source.Span{})
	case b.Date.V != a.Date.V:
		before, after := b.Date.V.String(), a.Date.V.String()
		r.note(s, Change{
			Verdict: Neutral, Field: "cancelled", Before: &before, After: &after, Reason: a.Reason.V,
			Message: "the day on which it was stopped: " + before + " → " + after,
		}, a.Date.Span)
	default:
		r.reword(s, "cancelled", b.Reason.V, a.Reason.V, a.Reason.Span)
	}
}

// reword notes that words changed; it does nothing where they did not.
func (r *reader) reword(s subject, field, before, after string, span source.Span) {
	if before == after {
		return
	}
	message := strings.ReplaceAll(field, "_", " ")
	switch {
	case before == "":
		message += " written"
	case after == "":
		message += " removed"
	default:
		message += " reworded"
	}
	r.note(s, Change{Verdict: Reworded, Field: field, Before: shown(before), After: shown(after), Message: message}, span)
}

func (r *reader) rewordList(s subject, b, a []okr.Text) {
	lines := func(list []okr.Text) string {
		var texts []string
		for _, t := range list {
			texts = append(texts, t.V)
		}
		return strings.Join(texts, "\n")
	}
	var span source.Span
	if len(a) > 0 {
		span = a[0].Span
	}
	if !sameTexts(b, a) {
		r.reword(s, "initiatives", lines(b), lines(a), span)
	}
}
