package lint

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
)

var watermelon = Rule{
	Rule: diag.Rule{ID: "watermelon", Category: diag.Cadence, Class: diag.ClassRules, Severity: diag.Info,
		Summary: "Confident until the last fortnight, and then far from the target: green outside, red inside."},
	Why: "Optimism is catching, and nobody likes to be the first to doubt. " +
		"Where confidence stays high to the end and the number does not come, there was a signal that nobody looked at. " +
		"It is a question for the team's own look back, nothing else.",
	Source: "Studies of optimism in project reports (\"watermelon status\")",
	About:  Files,
	Bad: []string{`
-- okrs/2026-Q2/data.yaml --
version: 1
team: data
cycle: 2026-Q2
objectives:
  - id: answers-without-us
    title: Every team answers its own questions about customers
    commitment: aspirational
    why_now: Five teams wait longer than a week for an answer
    key_results:
      - id: own-answers
        title: Questions that teams answer without us rise from 30 to 70 percent
        metric: {unit: percent, baseline: 30, target: 70, source: request log}
        check_ins:
          - {date: 2026-04-15, value: 31, confidence: 8}
          - {date: 2026-05-20, value: 34, confidence: 8}
          - {date: 2026-06-10, value: 36, confidence: 9}
          - {date: 2026-06-30, value: 37}
        outcome: {reason: estimate_wrong, learned: Most questions need two sources and we had opened one}
`},
	Good: []string{`
-- okrs/2026-Q2/data.yaml --
version: 1
team: data
cycle: 2026-Q2
objectives:
  - id: answers-without-us
    title: Every team answers its own questions about customers
    commitment: aspirational
    why_now: Five teams wait longer than a week for an answer
    key_results:
      - id: own-answers
        title: Questions that teams answer without us rise from 30 to 70 percent
        metric: {unit: percent, baseline: 30, target: 70, source: request log}
        check_ins:
          - {date: 2026-04-15, value: 31, confidence: 6}
          - {date: 2026-05-20, value: 34, confidence: 4}
          - {date: 2026-06-10, value: 36, confidence: 3, note: Most questions need a second source}
          - {date: 2026-06-30, value: 37}
        outcome: {reason: estimate_wrong, learned: Most questions need two sources and we had opened one}
      - id: waiting
        title: Median wait for an answer falls from 8 to 3 days
        metric: {unit: days, baseline: 8, target: 3, source: request log}
        check_ins:
          - {date: 2026-04-15, value: 7, confidence: 5}
          - {date: 2026-05-20, value: 5, confidence: 6}
          - {date: 2026-06-30, value: 4}
      - id: wrong-answers
        title: Answers that had to be taken back stay at or below 2 per month
        role: guardrail
        metric: {kind: at_most, unit: answers, target: 2, source: request log}
        check_ins:
          - {date: 2026-05-20, value: 1}
          - {date: 2026-06-30, value: 2}
retrospective: {link: https://notes.acme.example/data/2026-q2}
`},
	Since: edition,
	Check: checkWatermelon,
}

// fortnight is the stretch at the end in which confidence may fall without having
// come as a surprise.
const fortnight okr.Date = 14

// checkWatermelon is silent where the shock came late and somebody wrote so, where
// the team has looked back already, and where no confidence was given after half
// time: that is silence, and not hope.
func checkWatermelon(r *Reading, say Say) {
	red := r.Workspace.Settings.Scoring.Bands[0]
	for _, k := range r.ended() {
		d := k.Listed.Objective.Document
		if k.Score == nil || k.Score.Cmp(red) >= 0 || !k.Counts || k.Cancelled != nil || d.Retrospective != nil {
			continue
		}
		heard, eve := r.Heard(k.Listed), d.Cycle.End-fortnight
		if explained(since(heard, eve+1)) {
			continue
		}
		half := begin(k.Listed) + (d.Cycle.End-begin(k.Listed))/2
		last := certain(since(until(heard, eve), half+1))
		if last == nil {
			continue
		}
		say(OnKeyResult(k.Listed).At(last.Confidence.Span).Says(
			"confidence in "+named(k.Listed.Title)+" was still "+last.Confidence.V.String()+" of 10 on "+last.Date.V.String()+
				", and it ended at "+r.shown(*k.Score),
			"Ask in the look back which signal would have told it three weeks earlier, and write the answer into the `retrospective` of this file."))
	}
}

// explained reports whether one of the check-ins has a note.
func explained(checkIns []okr.CheckIn) bool {
	return slices.ContainsFunc(checkIns, func(c okr.CheckIn) bool { return c.Note.V != "" || c.BlockedBy.V != "" })
}

// certain is the last check-in with a confidence, if all of them are at 8 or more;
// else nil.
func certain(checkIns []okr.CheckIn) *okr.CheckIn {
	var last *okr.CheckIn
	for i := range checkIns {
		c := &checkIns[i]
		switch {
		case !c.Confidence.Written():
		case c.Confidence.V.Cmp(metric.Int(8)) < 0:
			return nil
		default:
			last = c
		}
	}
	return last
}
