package lint

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

var goodToHitCap = Rule{
	Rule: diag.Rule{ID: "good-to-hit-cap", Category: diag.Incentives, Class: diag.ClassRules, Severity: diag.Info,
		Summary: "A target left far behind while the guardrail beside it gave way."},
	Why: "More of a good thing is good up to a point. A number far beyond its target while what should not suffer suffers " +
		"says that the point has been passed: the next gain is on the other side.",
	Source: "Lisa Ordóñez, Maurice Schweitzer, Adam Galinsky and Max Bazerman, Goals Gone Wild",
	About:  Files,
	Bad: []string{`
- id: same-day
  title: Orders of the morning are eaten in the evening
  commitment: aspirational
  why_now: The new competitor delivers within two hours
  key_results:
    - id: same-day
      title: Orders delivered on the same day rise from 300 to 400 a week
      metric: {unit: orders per week, baseline: 300, target: 400, source: route book}
      check_ins:
        - {date: 2026-07-08, value: 330, confidence: 5}
        - {date: 2026-08-12, value: 480, confidence: 6}
    - id: broken
      title: Broken parcels stay at or below 5 a week
      role: guardrail
      metric: {kind: at_most, unit: parcels per week, target: 5, source: returns desk}
      check_ins:
        - {date: 2026-07-08, value: 4}
        - {date: 2026-08-12, value: 11}
`},
	Good: []string{`
- id: same-day
  title: Orders of the morning are eaten in the evening
  commitment: aspirational
  why_now: The new competitor delivers within two hours
  key_results:
    - id: same-day
      title: Orders delivered on the same day rise from 300 to 400 a week
      metric: {unit: orders per week, baseline: 300, target: 400, source: route book}
      check_ins:
        - {date: 2026-07-08, value: 330, confidence: 5}
        - {date: 2026-07-22, value: 345, confidence: 5}
        - {date: 2026-08-12, value: 352, confidence: 5}
    - id: again
      title: Households that order again within a month rise from 41 to 52 percent
      metric: {unit: percent, baseline: 41, target: 52, source: order ledger}
      check_ins:
        - {date: 2026-07-08, value: 42, confidence: 5}
        - {date: 2026-07-22, value: 45, confidence: 5}
        - {date: 2026-08-12, value: 46, confidence: 6}
    - id: broken
      title: Broken parcels stay at or below 5 a week
      role: guardrail
      metric: {kind: at_most, unit: parcels per week, target: 5, source: returns desk}
      check_ins:
        - {date: 2026-07-08, value: 4}
        - {date: 2026-08-12, value: 3}
`},
	Since: edition,
	Check: checkOvershoot,
}

func checkOvershoot(r *Reading, say Say) {
	for _, cycle := range r.Workspace.Cycles {
		if state := r.State(cycle); state == okr.Draft {
			continue
		}
		for _, team := range r.Score(cycle).Teams {
			for _, o := range team.Objectives {
				overshot(o, say)
			}
		}
	}
}

// overshot remarks on the key result of an objective that went furthest beyond its
// target while a guardrail gave way.
func overshot(o *score.Objective, say Say) {
	if o.Vanished || o.Guardrail != score.GuardrailBroken {
		return
	}
	far := metric.Ratio(3, 2)
	var furthest, fence *score.KeyResult
	for _, k := range o.KeyResults {
		switch {
		case k.Definition == nil || k.Vanished || k.State == score.Cancelled:
		case k.Counts && isChange(k.Kind) && k.Raw != nil && k.Raw.Cmp(far) > 0 && (furthest == nil || k.Raw.Cmp(*furthest.Raw) > 0):
			furthest = k
		case k.Role() == "guardrail" && k.Holds != nil && !*k.Holds && k.Held > 0 && fence == nil:
			fence = k // it has held before, so it gave way
		}
	}
	if furthest == nil || fence == nil || furthest.CheckIn == nil || fence.CheckIn == nil || furthest.CheckIn.Value == nil || fence.CheckIn.Value == nil {
		return
	}
	say(OnKeyResult(furthest.Listed).Says(
		named(furthest.Definition.Title)+" stands at "+furthest.CheckIn.Value.String()+", far beyond its target of "+targetOf(furthest)+
			", while "+named(fence.Definition.Title)+" gave way and stands at "+fence.CheckIn.Value.String(),
		"There is enough of the one: spend what is left of the cycle on the other, and set the next target on that side.").
		Beside("the guardrail that gave way", fence.Definition.Objective.Document.File, fence.CheckIn.Value.Span))
}

func targetOf(k *score.KeyResult) string {
	if target := k.Official.ResolvedTarget(); target != nil {
		return target.String()
	}
	return "this cycle"
}
