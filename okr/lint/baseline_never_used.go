package lint

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
)

var baselineNeverUsed = Rule{
	Rule: diag.Rule{ID: "baseline-never-used", Category: diag.Cadence, Class: diag.ClassRules, Severity: diag.Info,
		Summary: "A baseline that was established, and that the next cycle does nothing with."},
	Why: "A number is found out in order to change it. " +
		"Where the next cycle neither moves it nor says why it is good as it is, the work of measuring was for its own sake.",
	Source: "Ben Lamorte (baseline key results)",
	About:  Files,
	Bad:    []string{beforeFirstRide + nextRide},
	Good: []string{beforeFirstRide + nextRide + `
      - id: first-ride
        title: Median time from sign-up to the first ride falls from 9 to 4 days
        metric: {unit: days, baseline: 9, target: 4, source: "query: rides/first"}
        check_ins:
          - {date: 2026-07-10, value: 9, confidence: 5}
          - {date: 2026-07-24, value: 8.5, confidence: 5}
          - {date: 2026-08-07, value: 7, confidence: 5}
      - id: unsafe
        title: First rides that end with a call for help stay at or below 1 percent
        role: guardrail
        metric: {kind: at_most, unit: percent, target: 1, source: hotline log}
        check_ins:
          - {date: 2026-07-24, value: 0.8}
          - {date: 2026-08-07, value: 0.7}
`},
	Since: edition,
	Check: checkBaselineNeverUsed,
}

// beforeFirstRide is a quarter in which a baseline was established.
const beforeFirstRide = `
-- okrs/2026-Q2/data.yaml --
version: 1
team: data
cycle: 2026-Q2
objectives:
  - id: first-rides
    title: Newcomers ride in their first week
    commitment: aspirational
    why_now: Half of those who sign up in spring never ride at all
    key_results:
      - id: first-ride
        title: We know how long newcomers take to their first ride
        metric: {kind: establish_baseline, unit: days, source: "query: rides/first"}
        check_ins:
          - {date: 2026-04-20, confidence: 6}
          - {date: 2026-06-20, value: 9}
      - id: rode
        title: Newcomers who have ridden once after two weeks rise from 40 to 55 percent
        metric: {unit: percent, baseline: 40, target: 55, source: ride log}
        check_ins:
          - {date: 2026-04-20, value: 42, confidence: 5}
          - {date: 2026-05-20, value: 47, confidence: 5}
          - {date: 2026-06-29, value: 52}
`

// nextRide is the quarter after it.
const nextRide = `-- okrs/2026-Q3/data.yaml --
version: 1
team: data
cycle: 2026-Q3
objectives:
  - id: every-week
    title: Riding becomes a habit
    commitment: aspirational
    why_now: Autumn riders are the ones who stay through the winter
    key_results:
      - id: weekly
        title: Newcomers who ride every week rise from 18 to 30 percent
        metric: {unit: percent, baseline: 18, target: 30, source: rider survey}
        check_ins:
          - {date: 2026-07-10, value: 18, confidence: 5}
          - {date: 2026-07-24, value: 19, confidence: 5}
          - {date: 2026-08-07, value: 22, confidence: 5}`

// checkBaselineNeverUsed waits until the next cycle is published, and is satisfied
// with any key result that goes on with the number, also another team's that is
// carried from it, and with a sentence that says why none does.
func checkBaselineNeverUsed(r *Reading, say Say) {
	carried := make(map[*okr.KeyResult]bool)
	for k := range r.KeyResults() {
		if k.CarriedFrom != nil && k.CarriedFrom.KeyResult != nil {
			carried[k.CarriedFrom.KeyResult] = true
		}
	}
	next := make(map[*okr.Document]*okr.Document)
	previous := previousDocuments(r.Workspace.Documents)
	for later := range r.Documents(okr.Running, okr.Closing, okr.Closed) {
		if earlier := previous[later]; earlier != nil && next[earlier] == nil {
			next[earlier] = later
		}
	}
	for k := range r.KeyResults(okr.Closing, okr.Closed) {
		later := next[k.Objective.Document]
		if later == nil || carried[k] || learned(k.Outcome) || k.Metric.Kind.V != "establish_baseline" {
			continue
		}
		value, ok := r.end(k)
		if !ok || goesOn(k, later) {
			continue
		}
		unit := k.Metric.Unit.V
		say(OnKeyResult(k).Says(named(k.Title)+" found "+amount(value, unit)+", and nothing in "+later.Address()+" goes on from there",
			"In "+later.Cycle.ID+" set a key result with `baseline: "+value.String()+"`, a target and `carried_from: "+k.Address()+
				"`; or write here why the number is good as it is: `outcome: {reason: other, learned: \"…\"}`.").
			Beside("the next cycle", later.File, later.TeamID.Span))
	}
}

// goesOn reports whether a document has a key result for the same number: of the
// same metric name, id or source.
func goesOn(k *okr.KeyResult, later *okr.Document) bool {
	name, source := plain(k.Metric.Finely().Name.V), plain(k.Metric.Source.V)
	for o := range later.Every() {
		for _, other := range o.KeyResults {
			if other.Body == nil || other.IsRef() {
				continue
			}
			m := &other.Metric
			same := other.ID.V == k.ID.V || name != "" && plain(m.Finely().Name.V) == name || source != "" && plain(m.Source.V) == source
			if same && (m.Unit.V == "" || k.Metric.Unit.V == "" || metric.SameUnit(m.Unit.V, k.Metric.Unit.V)) {
				return true
			}
		}
	}
	return false
}
