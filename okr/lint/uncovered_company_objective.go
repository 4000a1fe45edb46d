package lint

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var uncoveredCompanyObjective = Rule{
	Rule: diag.Rule{ID: "uncovered-company-objective", Category: diag.Alignment, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "An objective of the whole organisation that no team supports."},
	Why: "What the organisation wants and nobody works on is a wish. Often a team is already busy with it and has only not said so; " +
		"else it is better to ask who can help than to find out at the end of the quarter.",
	Source: "Google's OKR playbook (cross-team OKRs); Felipe Castro, on creating alignment",
	About:  Files,
	Bad: []string{runningNight + `
-- okrs/2026-Q3/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q3
objectives:
  - id: berth
    title: Travellers find their berth without asking
    commitment: aspirational
    why_now: The new carriages number their berths in another order
    key_results:
` + runningBerths},
	Good: []string{runningNight + `
-- okrs/2026-Q3/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q3
objectives:
  - id: berth
    title: Travellers find their berth without asking
    commitment: aspirational
    supports: [company/2026-Q3/night-trains/rested]
    key_results:
` + runningBerths},
	Since: edition,
	Check: checkUncovered,
}

// runningNight and runningBerths are two documents of a cycle that is under way.
const (
	runningNight = `
-- okrs/2026-Q3/company.yaml --
version: 1
team: company
cycle: 2026-Q3
objectives:
  - id: night-trains
    title: Sleeping on the train is worth the evening
    commitment: aspirational
    why_now: Three borders open for through trains in December
    key_results:
      - id: rested
        title: Guests who say that they slept well rise from 48 to 62 percent
        metric: {unit: percent, baseline: 48, target: 62, source: morning survey}
        check_ins:
          - {date: 2026-07-13, value: 48, confidence: 5}
          - {date: 2026-07-27, value: 51, confidence: 5}
          - {date: 2026-08-10, value: 54, confidence: 6}
      - id: again
        title: Guests who book a second night within a year rise from 17 to 25 percent
        metric: {unit: percent, baseline: 17, target: 25, source: booking ledger}
        check_ins:
          - {date: 2026-07-13, value: 17, confidence: 5}
          - {date: 2026-07-27, value: 18, confidence: 5}
          - {date: 2026-08-10, value: 20, confidence: 5}
      - id: late
        title: Trains that arrive over an hour late stay at or below 6 percent
        role: guardrail
        metric: {kind: at_most, unit: percent, target: 6, source: timetable log}
        check_ins:
          - {date: 2026-07-13, value: 5}
          - {date: 2026-08-10, value: 4}
`
	runningBerths = `      - id: found
        title: Guests who reach their berth without help rise from 64 to 85 percent
        metric: {unit: percent, baseline: 64, target: 85, source: steward tally}
        check_ins:
          - {date: 2026-07-13, value: 65, confidence: 5}
          - {date: 2026-07-27, value: 69, confidence: 5}
          - {date: 2026-08-10, value: 73, confidence: 6}
      - id: wrong
        title: Berths that are taken by the wrong guest fall from 9 to 3 percent
        metric: {unit: percent, baseline: 9, target: 3, source: steward tally}
        check_ins:
          - {date: 2026-07-13, value: 9, confidence: 5}
          - {date: 2026-07-27, value: 8, confidence: 5}
          - {date: 2026-08-10, value: 6, confidence: 6}
      - id: boarding
        title: Departures that wait for boarding stay at or below 4 percent
        role: guardrail
        metric: {kind: at_most, unit: percent, target: 4, source: timetable log}
        check_ins:
          - {date: 2026-07-13, value: 3}
          - {date: 2026-08-10, value: 2}
`
)

// checkUncovered speaks while a cycle runs: before that the teams below are still
// planning. Where no other team has written anything for the time of the objective,
// nothing is known about support.
func checkUncovered(r *Reading, say Say) {
	g := r.Graph()
	listed := make(map[*okr.Objective]bool)
	for _, e := range g.Edges {
		if e.Kind == cascade.Shares && !e.From.Stopped {
			listed[e.To.Objective] = true
		}
	}
	others := r.writersBelow()
	for _, n := range g.Uncovered() {
		if n.Team.Parent != nil || listed[n.Objective] || !r.in(n) || r.State(n.Cycle) < okr.Running || !others(n.Cycle) {
			continue
		}
		say(OnObjective(n.Objective).Says(
			"no team supports "+named(n.Objective.Title)+" yet",
			"Ask the teams below which of them can help, without assigning it: the team that does writes "+
				example("supports: ["+n.Address()+"]")+" at its objective. If "+nameOf(n.Team)+" does it by itself, write above the objective "+
				example("# okr:allow uncovered-company-objective because …")+"."))
	}
}

// writersBelow tells whether a team that has a parent has a document for a time that
// shares a day with a cycle.
func (r *Reading) writersBelow() func(*okr.Cycle) bool {
	var cycles []*okr.Cycle
	known := make(map[*okr.Cycle]bool)
	for _, d := range r.Workspace.Documents {
		if d.Team.Parent != nil && !known[d.Cycle] {
			known[d.Cycle] = true
			cycles = append(cycles, d.Cycle)
		}
	}
	answers := make(map[*okr.Cycle]bool)
	return func(c *okr.Cycle) bool {
		answer, asked := answers[c]
		if !asked {
			for _, other := range cycles {
				answer = answer || c.Overlaps(other)
			}
			answers[c] = answer
		}
		return answer
	}
}
