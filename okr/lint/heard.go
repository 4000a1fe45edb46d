package lint

import (
	"sort"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// begin is the day from which a key result is at work: its own start where it has
// one, else that of its cycle.
func begin(k *okr.KeyResult) okr.Date {
	return max(k.Objective.Document.Cycle.Start, k.Starts.V)
}

// settles is the last day on which the target of a key result may still change
// freely: the grace counts from its own start.
func settles(k *okr.KeyResult) okr.Date {
	return begin(k) + okr.Date(k.Objective.Document.Cycle.Grace) - 1
}

// firstThird is the last day of the first third of a key result's time, or a later
// day for what is not measured often enough to be read by then.
func (r *Reading) firstThird(k *okr.KeyResult) okr.Date {
	start, end := begin(k), k.Objective.Document.Cycle.End
	third := start + (end-start+1)/3
	if slow := r.slow(k); slow > 0 {
		return max(third, start+okr.Date(slow))
	}
	return third
}

// slow is for how many days a key result that is measured rarely may be silent; 0
// for what can be read every week.
func (r *Reading) slow(k *okr.KeyResult) int {
	monthly := r.Workspace.Settings.Lint.StaleDays.MonthlyMetric
	switch k.Metric.Finely().Measured.V {
	case "monthly":
		return monthly
	case "quarterly":
		return 3 * monthly
	default:
		return 0
	}
}

// since are the check-ins from a day on.
func since(checkIns []okr.CheckIn, from okr.Date) []okr.CheckIn {
	return checkIns[sort.Search(len(checkIns), func(i int) bool { return checkIns[i].Date.V >= from }):]
}

// until are the check-ins up to a day, as a rule all of them.
func until(checkIns []okr.CheckIn, to okr.Date) []okr.CheckIn {
	if n := len(checkIns); n == 0 || checkIns[n-1].Date.V <= to {
		return checkIns
	}
	return checkIns[:sort.Search(len(checkIns), func(i int) bool { return checkIns[i].Date.V > to })]
}

// valuesOf are the values that check-ins tell, as readings.
func valuesOf(checkIns []okr.CheckIn) []metric.Reading {
	var values []metric.Reading
	for i := range checkIns {
		switch v := checkIns[i].Value; {
		case v == nil:
		case v.Number != nil:
			values = append(values, metric.Reading{Number: v.Number})
		case v.Yes != nil:
			values = append(values, metric.Reading{Done: v.Yes})
		default:
			values = append(values, metric.Reading{Text: v.Text})
		}
	}
	return values
}

// outcome is what check-ins make of a key result as the file defines it.
func (r *Reading) outcome(k *okr.KeyResult, checkIns []okr.CheckIn) metric.Outcome {
	return metric.Score(k.Metric.Definition(), r.Workspace.Settings.Scoring.Policy(), valuesOf(checkIns))
}

// over reports whether nothing more is to be heard of a key result, or nothing
// yet, because what is measured cannot be observed before a later day.
func (r *Reading) over(k *okr.KeyResult) bool {
	return k.Metric.Finely().ObservableOn.V > r.At || r.done(k)
}

// done reports whether a milestone or the last stage is reached, or a baseline
// known: what cannot be lost again.
func (r *Reading) done(k *okr.KeyResult) bool {
	kind, ok := metric.Resolve(k.Metric.Definition())
	if !ok || kind.Paced || kind.Guardrail {
		return false
	}
	score := r.outcome(k, r.Heard(k)).Score
	return score != nil && score.Cmp(metric.Int(1)) >= 0
}

// promise is whether an objective is committed or aspirational at the date: an
// amendment that is dated later has not happened.
func (r *Reading) promise(o *okr.Objective) okr.Commitment {
	commitment, first := o.Commitment.V, okr.Date(0)
	for i := range o.Amendments {
		a := &o.Amendments[i]
		if a.Field.V == "commitment" && a.Date.V > r.At && (first.IsZero() || a.Date.V < first) {
			commitment, first = okr.Commitment(a.From.Text), a.Date.V
		}
	}
	return commitment
}
