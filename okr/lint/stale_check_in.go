package lint

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var staleCheckIn = Rule{
	Rule: diag.Rule{ID: "stale-check-in", Category: diag.Cadence, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A running key result of which nothing was heard for more than two weeks."},
	Why: "The regular question \"where are we, and do we still believe in it?\" is the smallest part of the method and the one that makes it work. " +
		"Without it a quarter is found out at its end. An unchanged number is a good check-in.",
	Source: "Christina Wodtke, Radical Focus",
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
      check_ins:
        - {date: 2026-07-10, value: 38, confidence: 5}
        - {date: 2026-07-24, value: 41, confidence: 5}
`},
	Good:  []string{steadyGood},
	Since: edition,
	Check: checkStaleCheckIn,
}

// steadyGood is an objective that is looked after every other week.
const steadyGood = `
- id: first-week
  title: New tenants feel at home in their first week
  commitment: aspirational
  why_now: Most tenants who leave early leave in their first month
  key_results:
    - id: moved-in
      title: New tenants with every room in use after a week rise from 38 to 60 percent
      metric: {unit: percent, baseline: 38, target: 60, source: move-in survey}
      check_ins:
        - {date: 2026-07-10, value: 38, confidence: 5}
        - {date: 2026-07-24, value: 41, confidence: 5}
        - {date: 2026-08-07, value: 47, confidence: 6}
    - id: stay
      title: Tenants who extend after the first three months rise from 71 to 80 percent
      metric: {unit: percent, baseline: 71, target: 80, source: lease ledger}
      check_ins:
        - {date: 2026-07-10, value: 71, confidence: 5}
        - {date: 2026-07-24, value: 72, confidence: 5}
        - {date: 2026-08-07, value: 74, confidence: 5}
    - id: repairs
      title: Homes with a known defect on moving day stay at or below 3 per month
      role: guardrail
      metric: {kind: at_most, unit: homes, target: 3, source: handover protocols}
      check_ins:
        - {date: 2026-07-24, value: 2}
        - {date: 2026-08-07, value: 1}
`

// checkStaleCheckIn leaves key results that count and were never heard of to
// set-and-forget once the first third is over.
func checkStaleCheckIn(r *Reading, say Say) {
	for k := range r.KeyResults(okr.Settling, okr.Running) {
		silent, strong := r.silence(k)
		if silent == 0 || r.over(k) {
			continue
		}
		heard := r.Heard(k)
		value, confidence := latest(heard)
		hint := "Add " + checkInAt(r.At, value, confidence) + " to its `check_ins`; "
		remark := OnKeyResult(k)
		message := named(k.Title) + " began " + inDays(r.At-begin(k)) + " ago, on " + begin(k).String() + ", and has no check-in"
		switch {
		case len(heard) > 0:
			last := heard[len(heard)-1]
			remark = remark.At(last.Date.Span)
			message = "the last check-in on " + named(k.Title) + " is " + inDays(r.At-last.Date.V) + " old, from " + last.Date.V.String()
			hint += "if nothing has moved, the same value is a good check-in."
		case r.At > r.firstThird(k) && !k.Guardrail.V:
			continue
		default:
			hint += "the first reading is often the baseline itself."
		}
		if strong {
			message += "; nobody can say any more whether this still holds"
			hint += " If it is given up, write `cancelled: {date: " + r.At.String() + ", reason: …}` instead."
		}
		say(remark.Says(message, hint))
	}
}

// silence is for how many days nothing was heard of a key result, counted from its
// own start at the earliest; 0 while that is within what the settings allow.
// Strong says that it is beyond the second limit.
func (r *Reading) silence(k *okr.KeyResult) (days okr.Date, strong bool) {
	since := begin(k)
	if heard := r.Heard(k); len(heard) > 0 {
		since = max(since, heard[len(heard)-1].Date.V)
	}
	limits := r.Workspace.Settings.Lint.StaleDays
	limit, second := limits.Warn, limits.Strong
	if slow := r.slow(k); slow > 0 {
		limit, second = slow, slow+max(limits.Strong-limits.Warn, 0)
	}
	days = r.At - since
	if days <= okr.Date(limit) {
		return 0, false
	}
	return days, days > okr.Date(second)
}
