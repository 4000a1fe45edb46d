package lint

import (
	"github.com/okrs-as-code/okrs/okr/diag"
)

var orphanObjective = Rule{
	Rule: diag.Rule{ID: "orphan-objective", Category: diag.Alignment, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "An objective that says neither what it supports nor why it matters now."},
	Why: "Nobody outside the team can tell what such an objective is for, and nobody inside can defend it when something else comes up. " +
		"Teams may well set objectives of their own, about half of them should be: then one sentence on why now is all it takes.",
	Source: "Felipe Castro, on creating alignment; Ben Lamorte (alignment is an agreement, not an arrow); Rick Klau (about half from the teams)",
	About:  Files,
	Bad: []string{`
-- okrs/2026-Q4/company.yaml --
version: 1
team: company
cycle: 2026-Q4
objectives:
  - id: night-trains
    title: Sleeping on the train is worth the evening
    commitment: aspirational
    why_now: Three borders open for through trains in December
    key_results:
` + nightResults + `
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: berth
    title: Travellers find their berth without asking
    commitment: aspirational
    key_results:
` + berthResults},
	Good: []string{`
-- okrs/2026-Q4/company.yaml --
version: 1
team: company
cycle: 2026-Q4
objectives:
  - id: night-trains
    title: Sleeping on the train is worth the evening
    commitment: aspirational
    why_now: Three borders open for through trains in December
    key_results:
` + nightResults + `
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: berth
    title: Travellers find their berth without asking
    commitment: aspirational
    supports: [company/2026-Q4/night-trains]
    key_results:
` + berthResults, `
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: berth
    title: Travellers find their berth without asking
    commitment: aspirational
    why_now: The new carriages number their berths in another order
    key_results:
` + berthResults},
	Since: edition,
	Check: checkOrphans,
}

// nightResults and berthResults are the key results of two teams of a railway.
const (
	nightResults = `      - id: rested
        title: Guests who say that they slept well rise from 48 to 62 percent
        metric: {unit: percent, baseline: 48, target: 62, source: morning survey}
      - id: again
        title: Guests who book a second night within a year rise from 17 to 25 percent
        metric: {unit: percent, baseline: 17, target: 25, source: booking ledger}
      - id: late
        title: Trains that arrive over an hour late stay at or below 6 percent
        role: guardrail
        metric: {kind: at_most, unit: percent, target: 6, source: timetable log}
`
	berthResults = `      - id: found
        title: Guests who reach their berth without help rise from 64 to 85 percent
        metric: {unit: percent, baseline: 64, target: 85, source: steward tally}
      - id: wrong
        title: Berths that are taken by the wrong guest fall from 9 to 3 percent
        metric: {unit: percent, baseline: 9, target: 3, source: steward tally}
      - id: boarding
        title: Departures that wait for boarding stay at or below 4 percent
        role: guardrail
        metric: {kind: at_most, unit: percent, target: 4, source: timetable log}
`
)

// checkOrphans leaves teams at the top alone: what their objectives are for, only
// why_now can say, and low-value-objective asks for that.
func checkOrphans(r *Reading, say Say) {
	for _, n := range r.Graph().Orphans() {
		if !r.in(n) {
			continue
		}
		hint := "Say in one sentence what makes it matter in " + n.Cycle.ID + ": " + example("why_now: …") + "."
		if aim := r.aim(n.Objective); aim != nil {
			hint = "If it serves " + named(aim.Title) + " of " + nameOf(aim.Document.Team) + ", write " + example("supports: ["+aim.Address()+"]") +
				"; if it is " + nameOf(n.Team) + "'s own, say in one sentence what makes it matter in " + n.Cycle.ID + ": " + example("why_now: …") + "."
		}
		say(OnObjective(n.Objective).Says(named(n.Objective.Title)+" says neither what it supports nor why it matters now", hint))
	}
}
