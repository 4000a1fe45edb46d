package lint

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
)

var copyPasteQuarter = Rule{
	Rule: diag.Rule{ID: "copy-paste-quarter", Category: diag.Cadence, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A key result with the words and the target of the cycle before, as if nothing had happened."},
	Why: "A quarter always teaches something, about the world or about the target. " +
		"A line that comes back unchanged has not been looked at, whether it was missed or met. " +
		"What is really continued says so with `carried_from` and starts where it ended.",
	Source: "Google's OKR playbook (aspirational objectives stay on the list, and are looked at again)",
	About:  Files,
	Bad: []string{beforeOpenDays + `
      - id: visits
        title: Visitors who come back within a month rise from 22 to 30 percent
        metric: {unit: percent, baseline: 22, target: 30, source: gate counters}
        check_ins:
          - {date: 2026-07-10, value: 26, confidence: 5}
          - {date: 2026-08-07, value: 26.4, confidence: 5}
`},
	Good: []string{beforeOpenDays + `
      - id: visits
        title: Visitors who come back within a month rise from 26 to 36 percent
        metric: {unit: percent, baseline: 26, target: 36, source: gate counters}
        carried_from: data/2026-Q2/open-days/visits
        check_ins:
          - {date: 2026-07-10, value: 26, confidence: 5}
          - {date: 2026-07-24, value: 27, confidence: 5}
          - {date: 2026-08-07, value: 29.5, confidence: 5}
      - id: bring
        title: Visitors who bring somebody along rise from 12 to 20 percent
        metric: {unit: percent, baseline: 12, target: 20, source: gate counters}
        check_ins:
          - {date: 2026-07-10, value: 12, confidence: 5}
          - {date: 2026-07-24, value: 13, confidence: 5}
          - {date: 2026-08-07, value: 15, confidence: 5}
      - id: crowded
        title: Visitors who leave because of the crowd stay at or below 5 percent
        role: guardrail
        metric: {kind: at_most, unit: percent, target: 5, source: gate counters}
        check_ins:
          - {date: 2026-07-24, value: 4}
          - {date: 2026-08-07, value: 3}
`},
	Since: edition,
	Check: checkCopyPasteQuarter,
}

// beforeOpenDays is a quarter that has ended, and the beginning of the next one.
const beforeOpenDays = `
-- okrs/2026-Q2/data.yaml --
version: 1
team: data
cycle: 2026-Q2
objectives:
  - id: open-days
    title: A first visit is the first of many
    commitment: aspirational
    why_now: The new hall opens in May and doubles our room
    key_results:
      - id: visits
        title: Visitors who come back within a month rise from 22 to 30 percent
        metric: {unit: percent, baseline: 22, target: 30, source: gate counters}
        check_ins:
          - {date: 2026-04-15, value: 22, confidence: 5}
          - {date: 2026-05-20, value: 24, confidence: 5}
          - {date: 2026-06-30, value: 26}
        outcome: {reason: estimate_wrong, learned: The second visit needs an occasion and we had one per month}
      - id: members
        title: Visitors who become members rise from 4 to 7 percent
        metric: {unit: percent, baseline: 4, target: 7, source: member ledger}
        check_ins:
          - {date: 2026-04-15, value: 4, confidence: 5}
          - {date: 2026-05-20, value: 5.5, confidence: 6}
          - {date: 2026-06-30, value: 6.4}
-- okrs/2026-Q3/data.yaml --
version: 1
team: data
cycle: 2026-Q3
objectives:
  - id: open-days
    title: A first visit is the first of many
    commitment: aspirational
    why_now: The new hall is only half full on weekdays
    key_results:`

// checkCopyPasteQuarter compares key results only: the objective of a rolling OKR
// stays. A guardrail may keep its bound for ever.
func checkCopyPasteQuarter(r *Reading, say Say) {
	previous := previousDocuments(r.Workspace.Documents)
	for k := range r.KeyResults() {
		d := k.Objective.Document
		before := previous[d]
		if before == nil || before.Outline || k.Guardrail.V || k.CarriedFrom != nil || k.Objective.CarriedFrom != nil {
			continue
		}
		earlier := pasted(k, before)
		if earlier == nil {
			continue
		}
		message := named(k.Title) + " has the words and the target of " + before.Cycle.ID
		hint := "What did " + before.Cycle.ID + " teach that would change this line? If it goes on, write `carried_from: " + earlier.Address() + "`"
		if value, ok := r.end(earlier); ok {
			message += ", which ended at " + amount(value, earlier.Metric.Unit.V)
			hint += " with `baseline: " + value.String() + "` and a target that follows from it; else stop it."
		} else {
			hint += " with the last reading as the baseline and a target that follows from it; else stop it."
		}
		say(OnKeyResult(k).Says(message, hint).Beside("the same line in "+before.Cycle.ID, before.File, placeOf(earlier.Title, earlier.ID)))
	}
}

// pasted is the last counting key result of a document that has the title and the target
// of another one. The target is compared first, since it is quicker told apart.
func pasted(k *okr.KeyResult, from *okr.Document) *okr.KeyResult {
	var earlier *okr.KeyResult
	title := ""
	for o := range from.Every() {
		for _, before := range o.KeyResults {
			if before.Body == nil || before.IsRef() || before.Guardrail.V || before.Title.V == "" || !sameTarget(before, k) {
				continue
			}
			if title == "" {
				title = plain(k.Title.V)
			}
			if plain(before.Title.V) == title {
				earlier = before
			}
		}
	}
	return earlier
}

// sameTarget reports whether two key results lead to the same level, by the same
// measure.
func sameTarget(a, b *okr.KeyResult) bool {
	if one, two := a.Metric.Target, b.Metric.Target; one.Written() && two.Written() && !one.V.Equal(two.V) {
		return false
	}
	one, two := a.Metric.Definition(), b.Metric.Definition()
	return metric.SameUnit(one.Unit, two.Unit) && sameNumber(one.ResolvedTarget(), two.ResolvedTarget()) &&
		sameNumber(one.Low, two.Low) && sameNumber(one.High, two.High)
}

func sameNumber(a, b *metric.Number) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Equal(*b)
}
