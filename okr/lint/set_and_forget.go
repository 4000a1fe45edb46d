package lint

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var setAndForget = Rule{
	Rule: diag.Rule{ID: "set-and-forget", Category: diag.Cadence, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A key result that nobody read in the first third of its time, or only at its start and at its end."},
	Why: "What is not looked at in the first weeks is remembered when it is too late to change anything, and its numbers become guesses. " +
		"A place in a meeting that happens anyway costs a minute and keeps it alive.",
	Source: "Christina Wodtke, Radical Focus (the weekly commitments)",
	About:  Files,
	Bad: []string{`
- id: first-week
  title: New tenants feel at home in their first week
  commitment: aspirational
  why_now: Most tenants who leave early leave in their first month
  key_results:
    - id: moved-in
      title: New tenants with every room in use after a week rise from 38 to 60 percent
      metric: {unit: percent, baseline: 38, target: 60, source: move-in survey}
`, `
- id: first-week
  title: New tenants feel at home in their first week
  commitment: aspirational
  why_now: Most tenants who leave early leave in their first month
  key_results:
    - id: moved-in
      title: New tenants with every room in use after a week rise from 38 to 60 percent
      metric: {unit: percent, baseline: 38, target: 60, source: move-in survey}
      check_ins:
        - {date: 2026-08-12, value: 44, confidence: 5}
`},
	Good:  []string{steadyGood},
	Since: edition,
	Check: checkSetAndForget,
}

// takenUp is how many check-ins show that a key result which began in silence is
// looked after by now.
const takenUp = 3

// checkSetAndForget is silent where the last check-in is too old: then
// stale-check-in speaks, as it does of guardrails. It says nothing of closed cycles,
// which nobody can read again.
func checkSetAndForget(r *Reading, say Say) {
	for k := range r.KeyResults(okr.Settling, okr.Running, okr.Closing) {
		due := r.firstThird(k)
		if r.At <= due || k.Guardrail.V || r.over(k) {
			continue
		}
		ended := r.State(k.Objective.Document.Cycle) == okr.Closing
		every := okr.Date(max(r.Workspace.Settings.Calendar.CheckInEvery, 1))
		heard := since(r.Heard(k), begin(k)-every)
		if len(heard) == 0 {
			if !ended {
				r.forgotten(k, say)
			}
			continue
		}
		if silent, _ := r.silence(k); silent > 0 && !ended {
			continue
		}
		first, last := &heard[0], &heard[len(heard)-1]
		switch {
		case first.Date.V > due && len(heard) < takenUp:
			say(OnKeyResult(k).At(first.Date.Span).Says("the first check-in on "+named(k.Title)+" came on "+first.Date.V.String()+
				", after the first third of its time was over on "+due.String(), r.again(k, ended)))
		case r.slow(k) == 0 && onlyEnds(k, first.Date.V, last.Date.V, len(heard)):
			say(OnKeyResult(k).At(last.Date.Span).Says(named(k.Title)+" was read on "+first.Date.V.String()+" and on "+
				last.Date.V.String()+" and never in between", r.again(k, ended)))
		}
	}
}

// forgotten speaks of a key result that was never heard of.
func (r *Reading) forgotten(k *okr.KeyResult, say Say) {
	value, confidence := latest(r.Heard(k))
	say(OnKeyResult(k).Says("a third of its time is over, and "+named(k.Title)+" has no check-in yet",
		"Add "+checkInAt(r.At, value, confidence)+" to its `check_ins`, and give it a minute in a meeting that happens every week."))
}

// onlyEnds reports whether two check-ins are all there is: one in the first third
// and one in the last.
func onlyEnds(k *okr.KeyResult, first, last okr.Date, count int) bool {
	start, end := begin(k), k.Objective.Document.Cycle.End
	third := (end - start + 1) / 3
	return count == 2 && first <= start+third && last > end-third
}

// again is the hint to look more often from now on.
func (r *Reading) again(k *okr.KeyResult, ended bool) string {
	if ended {
		return "Numbers that nobody reads on the way cannot be steered: give the next cycle's check-ins a minute in a meeting that happens every week."
	}
	next := min(r.At+okr.Date(max(r.Workspace.Settings.Calendar.CheckInEvery, 1)), k.Objective.Document.Cycle.End)
	return "Give it a minute in a meeting that happens every week: the next check-in is " + checkInAt(next, nil, nil) + ", also if nothing has moved."
}
