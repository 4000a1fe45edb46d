package lint

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
)

var noStretchDeclared = Rule{
	Rule: diag.Rule{ID: "no-stretch-declared", Category: diag.Ambition, Class: diag.ClassRules, Severity: diag.Info,
		Summary: "Something aspirational that the team was all but sure of from the first day."},
	Why: "Aspirational means that nobody knows yet how to get there, and then an honest first answer is about five out of ten. " +
		"A nine says that the target is safe, or that it is really a commitment.",
	Source: "Christina Wodtke, Radical Focus (five out of ten)",
	About:  Files,
	Bad: []string{`
- id: borrowed-tools
  title: Neighbours borrow before they buy
  commitment: aspirational
  why_now: The town pays for the lending shelves until December
  key_results:
    - id: borrowed
      title: Households that borrowed once in a month rise from 6 to 9 percent
      metric: {unit: percent, baseline: 6, target: 9, source: lending log}
      check_ins:
        - {date: 2026-07-06, value: 6, confidence: 9}
        - {date: 2026-08-07, value: 7.6, confidence: 9}
`},
	Good: []string{`
- id: borrowed-tools
  title: Neighbours borrow before they buy
  commitment: aspirational
  why_now: The town pays for the lending shelves until December
  key_results:
    - id: borrowed
      title: Households that borrowed once in a month rise from 6 to 14 percent
      metric: {unit: percent, baseline: 6, target: 14, source: lending log}
      check_ins:
        - {date: 2026-07-06, value: 6, confidence: 5}
        - {date: 2026-07-24, value: 7.5, confidence: 5}
        - {date: 2026-08-07, value: 9, confidence: 6}
    - id: again
      title: Households that borrow a second time rise from 20 to 45 percent
      metric: {unit: percent, baseline: 20, target: 45, source: lending log}
      check_ins:
        - {date: 2026-07-06, value: 20, confidence: 5}
        - {date: 2026-07-24, value: 24, confidence: 5}
        - {date: 2026-08-07, value: 30, confidence: 5}
    - id: broken
      title: Tools that come back broken stay at or below 5 percent
      role: guardrail
      metric: {kind: at_most, unit: percent, target: 5, source: lending log}
      check_ins:
        - {date: 2026-07-24, value: 2}
        - {date: 2026-08-07, value: 3}
`},
	Since: edition,
	Check: checkNoStretchDeclared,
}

// checkNoStretchDeclared takes the first confidence of the first third: what is
// said later knows how it goes, and a doubt that comes with the weeks does not make
// the target a stretch.
func checkNoStretchDeclared(r *Reading, say Say) {
	sure := metric.Int(9)
	for k := range r.KeyResults() {
		if k.Guardrail.V || r.promise(k.Objective) != okr.Aspirational {
			continue
		}
		var first *okr.CheckIn
		for i, c := range r.Heard(k) {
			if c.Confidence.Written() {
				first = &k.CheckIns[i]
				break
			}
		}
		if first == nil || first.Confidence.V.Cmp(sure) < 0 || first.Date.V > r.firstThird(k) {
			continue
		}
		target := "the target"
		if t := k.Metric.Definition().ResolvedTarget(); t != nil {
			target = "the target of " + amount(*t, k.Metric.Unit.V)
		}
		say(OnKeyResult(k).At(first.Confidence.Span).Says(
			named(k.Title)+" is aspirational, and its first confidence is "+first.Confidence.V.String()+" of 10",
			"Raise "+target+" until the honest answer is 5 or 6; if others rely on it, write `commitment: committed` on the objective."))
	}
}
