package score

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// team scores everything that a team's document says, and what its published
// document said and the files no longer say.
func (w *worker) team(t *Team) {
	p := w.published
	if d := t.Document; d != nil {
		written := make([]Objective, len(d.Objectives)+len(d.Stopped))
		t.Objectives = make([]*Objective, 0, len(written))
		for o := range d.Every() {
			then, into := p.objectives[o], &written[len(t.Objectives)]
			w.objective(into, t.Team, o, then, p.vanished(then))
			t.Objectives = append(t.Objectives, into)
		}
	}
	if then := p.documents[t.Team]; then != nil {
		for o := range then.Every() {
			if gone := p.vanished(o); p.today[o] == nil && len(gone) > 0 {
				left := new(Objective)
				w.objective(left, t.Team, nil, o, gone)
				t.Objectives = append(t.Objectives, left)
			}
		}
	}
	w.sum(t)
}

// sum makes the team's figures out of those of its objectives.
func (w *worker) sum(t *Team) {
	for _, o := range t.Objectives {
		t.Coverage = t.Coverage.plus(o.Coverage)
	}
	t.Score = w.teamScore(t, false)
	t.Amended = t.Score
	if slices.ContainsFunc(t.Objectives, (*Objective).changed) {
		t.Amended = w.teamScore(t, true)
	}
}

// changed reports whether the objective may count otherwise by the definitions in
// force than by the official ones.
func (o *Objective) changed() bool {
	return o.Amended != o.Score || !o.InForce.Weight.Equal(o.Weight)
}

func (w *worker) teamScore(t *Team, amended bool) *metric.Number {
	w.parts = w.parts[:0]
	for _, o := range t.Objectives {
		weight, score := o.part(amended)
		w.parts = join(w.parts, weight, score)
	}
	return mean(w.parts)
}

// future picks amendments that have not happened by the date.
func (s *scorer) future(a *okr.Amendment) bool { return a.Date.V > s.at }

// unofficial picks the amendments that lead from the published definition to
// the one in the file: those after the grace. A baseline that is amended was
// wrong, and its correction is official at once.
func (s *scorer) unofficial(a *okr.Amendment) bool {
	return s.future(a) || a.Date.V > s.cycle.PublishBy() && !corrects(a)
}

// corrects reports whether an amendment puts one baseline in the place of
// another. One that drops the baseline goes with a change of kind and corrects
// nothing: otherwise it would take the official score away.
func corrects(a *okr.Amendment) bool {
	return a.Field.V == "baseline" && a.From.Number != nil && a.To.Number != nil
}
