package score

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// team scores everything that a team's document says, and what its published
// document said and the files no longer say.
func (w *worker) team(t *Team) {
	p := w.published
	if t.Document != nil {
		for o := range t.Document.Every() {
			then := p.objectives[o]
			t.Objectives = append(t.Objectives, w.objective(t.Team, o, then, p.vanished(then)))
		}
	}
	if then := p.documents[t.Team]; then != nil {
		for o := range then.Every() {
			if gone := p.vanished(o); p.today[o] == nil && len(gone) > 0 {
				t.Objectives = append(t.Objectives, w.objective(t.Team, nil, o, gone))
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
	t.Score, t.Amended = w.teamScore(t, false), w.teamScore(t, true)
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
