package lint

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

var confidenceMismatch = Rule{
	Rule: diag.Rule{ID: "confidence-mismatch", Category: diag.Cadence, Class: diag.ClassRules, Severity: diag.Info,
		Summary: "Confidence and numbers say opposite things after half time."},
	Why: "Either the number lags behind what the team knows, or hope runs ahead of the number. " +
		"Both can be right, and one sentence tells the reader which it is.",
	Source: "Perdoo's guide (status and progress are two things)",
	About:  Files,
	Bad: []string{`
- id: harvest-box
  title: Families eat what the season brings
  commitment: aspirational
  why_now: The harvest peaks in September and half of it stays on the farms
  key_results:
    - id: seasonal
      title: Baskets with three kinds of seasonal fruit rise from 12 to 40 percent
      metric: {unit: percent, baseline: 12, target: 40, source: order ledger}
      check_ins:
        - {date: 2026-07-10, value: 12, confidence: 8}
        - {date: 2026-07-24, value: 12.5, confidence: 8}
        - {date: 2026-08-15, value: 13, confidence: 9}
`},
	Good: []string{`
- id: harvest-box
  title: Families eat what the season brings
  commitment: aspirational
  why_now: The harvest peaks in September and half of it stays on the farms
  key_results:
    - id: seasonal
      title: Baskets with three kinds of seasonal fruit rise from 12 to 40 percent
      metric: {unit: percent, baseline: 12, target: 40, source: order ledger}
      check_ins:
        - {date: 2026-07-10, value: 12, confidence: 7}
        - {date: 2026-07-24, value: 12.5, confidence: 7}
        - {date: 2026-08-15, value: 13, confidence: 8, note: Plums and pears come in September as every year}
    - id: again
      title: Families who order the seasonal box twice rise from 20 to 35 percent
      metric: {unit: percent, baseline: 20, target: 35, source: order ledger}
      check_ins:
        - {date: 2026-07-10, value: 20, confidence: 5}
        - {date: 2026-07-24, value: 22, confidence: 5}
        - {date: 2026-08-15, value: 25, confidence: 6}
    - id: waste
      title: Fruit that spoils before it is packed stays at or below 4 percent
      role: guardrail
      metric: {kind: at_most, unit: percent, target: 4, source: depot error log}
      check_ins:
        - {date: 2026-07-24, value: 3}
        - {date: 2026-08-15, value: 3.5}
`},
	Since: edition,
	Check: checkConfidenceMismatch,
}

// explains is for how many days a note accounts for the distance between
// confidence and numbers.
const explains okr.Date = 14

func checkConfidenceMismatch(r *Reading, say Say) {
	seen := make(map[*okr.Cycle]bool)
	for d := range r.Documents(okr.Running) {
		if seen[d.Cycle] {
			continue
		}
		seen[d.Cycle] = true
		for _, k := range r.scored(d.Cycle) {
			if k.Pace != nil && k.Confidence != nil && k.Score != nil && k.Cancelled == nil {
				r.compareConfidence(k, say)
			}
		}
	}
}

// compareConfidence speaks of one key result, unless somebody wrote a note in the
// last two weeks, or the numbers are old: then stale-check-in speaks.
func (r *Reading) compareConfidence(k *score.KeyResult, say Say) {
	late := k.Pace.Elapsed.Cmp(metric.Ratio(1, 2)) >= 0
	hopeful := late && k.Pace.Status == score.Off && k.Confidence.Cmp(metric.Int(8)) >= 0
	doubtful := k.Pace.Status == score.Ahead && k.Confidence.Cmp(metric.Int(3)) <= 0
	heard := r.Heard(k.Listed)
	silent, _ := r.silence(k.Listed)
	if !hopeful && !doubtful || silent > 0 || explained(since(heard, r.At-explains)) {
		return
	}
	remark := OnKeyResult(k.Listed)
	for _, c := range slices.Backward(heard) {
		if c.Confidence.Written() {
			remark = remark.At(c.Confidence.Span)
			break
		}
	}
	message, question := "is far behind", "what is still to come that the number does not show"
	if doubtful {
		message, question = "is ahead", "what you expect to go wrong that the number does not show"
	}
	message = "confidence is " + k.Confidence.String() + " of 10, and " + named(k.Listed.Title) + " " + message + ": " +
		r.shown(*k.Score) + " where " + r.shown(k.Pace.Expected) + " would be on pace; both can be right"
	hint := "Say in one sentence " + question + ", as the `note:` of the latest check-in"
	if len(k.Official.Phases) == 0 && hopeful {
		hint += "; where the growth is planned for late, add `phases: [{date: …, expected: …}]` to the metric"
	}
	say(remark.Says(message, hint+"."))
}
