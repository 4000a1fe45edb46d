package diff

import (
	"fmt"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/source"
)

// document compares a document with what it was; nil where it is new.
func (r *reader) document(before, after *okr.Document) {
	s := aboutDocument(before, after)
	if before == nil {
		r.note(s, Change{Verdict: Added, Message: "new document" + r.contents(after.All(), r.isNewObjective, r.isNewKeyResult)}, after.TeamID.Span)
	} else {
		r.moveTeam(s)
		r.moveFile(s)
		r.retrospective(s)
		r.reweightObjectives(before, after)
	}
	for o := range after.Every() {
		r.objective(before, o)
	}
	if before == nil {
		return
	}
	for o := range before.Every() {
		if r.same.objectives.toAfter[o] == nil {
			r.goneObjective(o, after)
		}
	}
}

func (r *reader) isNewObjective(o *okr.Objective) bool { return r.same.objectives.toBefore[o] == nil }
func (r *reader) isNewKeyResult(k *okr.KeyResult) bool { return r.same.keyResults.toBefore[k] == nil }
func (r *reader) isLost(o *okr.Objective) bool         { return r.same.objectives.toAfter[o] == nil }
func (r *reader) isLostKeyResult(k *okr.KeyResult) bool {
	return r.same.keyResults.toAfter[k] == nil
}

// contents counts what is new or gone with a document, as " with 3 objectives and
// 9 key results".
func (r *reader) contents(objectives []*okr.Objective, counts func(*okr.Objective) bool, with func(*okr.KeyResult) bool) string {
	some, results := 0, 0
	for _, o := range objectives {
		if counts(o) {
			some++
		}
		for _, k := range o.KeyResults {
			if with(k) {
				results++
			}
		}
	}
	if some == 0 && results == 0 {
		return ""
	}
	return " with " + counted(some, "objective") + " and " + counted(results, "key result")
}

func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

func (r *reader) moveFile(s subject) {
	before, after := s.documentBefore.File, s.documentAfter.File
	if before == nil || after == nil || before.Name == after.Name {
		return
	}
	r.note(s, Change{
		Verdict: Moved, Field: "file", Before: &before.Name, After: &after.Name,
		Message: "the file moved from " + before.Name + " to " + after.Name,
	}, s.documentAfter.TeamID.Span)
}

// moveTeam says that a document is another team's now.
func (r *reader) moveTeam(s subject) {
	before, after := s.documentBefore.TeamID.V, s.documentAfter.TeamID.V
	if before == after {
		return
	}
	r.note(s, Change{
		Verdict: Moved, Field: "team", Before: &before, After: &after,
		Message: "the document went from team " + before + " to team " + after,
	}, s.documentAfter.TeamID.Span)
}

func (r *reader) retrospective(s subject) {
	var was, now okr.Retrospective
	var span source.Span
	if b := s.documentBefore.Retrospective; b != nil {
		was = *b
	}
	if a := s.documentAfter.Retrospective; a != nil {
		now, span = *a, a.Span
	}
	lines := func(v okr.Retrospective) string {
		return joined("\n", v.Text.V, v.Believed.V, v.Happened.V, v.Change.V, v.Link.V)
	}
	parts := func(v okr.Retrospective) [5]string {
		return [5]string{v.Text.V, v.Believed.V, v.Happened.V, v.Change.V, v.Link.V}
	}
	if parts(was) != parts(now) {
		r.reword(s, "retrospective", lines(was), lines(now), span)
	}
}

// goneDocument is one entry for a document that is there no more, whatever stood in
// it; what of it stands elsewhere has entries of its own.
func (r *reader) goneDocument(d *okr.Document) {
	elsewhere := false
	lost := 0
	for o := range d.Every() {
		elsewhere = elsewhere || !r.isLost(o)
		if r.isLost(o) {
			lost++
		}
		for _, k := range o.KeyResults {
			elsewhere = elsewhere || !r.isLostKeyResult(k)
			if r.isLostKeyResult(k) && !k.IsRef() {
				lost++
			}
		}
	}
	s := aboutDocument(d, nil)
	if elsewhere && lost == 0 {
		r.note(s, Change{Verdict: Moved, Message: "the document is gone; everything in it moved elsewhere"}, source.Span{})
		return
	}
	message := "the document is gone" + r.contents(d.All(), r.isLost, r.isLostKeyResult)
	if elsewhere {
		message += "; the rest of it moved elsewhere"
	}
	change := r.note(s, Change{Verdict: Dropped, Message: message}, source.Span{})
	change.Late = change.Late && lost > 0 // an empty one takes nothing with it
}

// goneObjective is an objective of a document that still stands, and the key results
// that went with it.
func (r *reader) goneObjective(o *okr.Objective, after *okr.Document) {
	if unreadable(after, o, nil) {
		r.touched[placeOf(o.Document)] = true
		return
	}
	lost := 0
	for _, k := range o.KeyResults {
		if r.isLostKeyResult(k) && !k.IsRef() {
			lost++
		}
	}
	with := ""
	if lost > 0 {
		with = " with " + counted(lost, "key result")
	}
	r.note(aboutObjective(o, nil), Change{Verdict: Dropped, Before: shown(o.Title.V), Message: "the objective is gone" + with + ": " + o.Title.V}, source.Span{})
	for _, k := range o.KeyResults {
		if r.isLostKeyResult(k) {
			r.goneKeyResult(k, after)
		}
	}
}

func (r *reader) goneKeyResult(k *okr.KeyResult, after *okr.Document) {
	switch {
	case k.IsRef():
		r.note(aboutKeyResult(k, nil), Change{
			Kind: Link, Verdict: Realigned, Field: "ref", Before: shown(k.Ref.Address.V),
			Message: "no longer shares " + k.Ref.Address.V,
		}, source.Span{})
	case after != nil && unreadable(after, k.Objective, k):
		r.touched[placeOf(k.Objective.Document)] = true
	default:
		r.note(aboutKeyResult(k, nil), Change{
			Verdict: Dropped, Before: shown(k.Title.V),
			Message: "the key result is gone: " + k.Title.V,
		}, source.Span{})
	}
}

// unreadable reports whether a thing that is missing from a document stands in its
// file all the same, in a way that cannot be used. That is said about the file and
// is no change of what was agreed.
func unreadable(d *okr.Document, o *okr.Objective, k *okr.KeyResult) bool {
	for _, out := range d.LeftOut {
		if out.KeyResult == nil && out.Objective != nil && like(out.Objective.ID, o.ID, out.Objective.Title, o.Title) {
			return true
		}
		if k != nil && out.KeyResult != nil && like(out.KeyResult.ID, k.ID, out.KeyResult.Title, k.Title) {
			return out.Objective == nil || like(out.Objective.ID, o.ID, out.Objective.Title, o.Title)
		}
	}
	return false
}

// like compares ids, or titles where an id is missing.
func like(id, other, title, otherTitle okr.Text) bool {
	if id.V != "" && other.V != "" {
		return id.V == other.V
	}
	return title.V != "" && title.V == otherTitle.V
}
