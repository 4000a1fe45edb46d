package lint

import (
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var copyDownCascade = Rule{
	Rule: diag.Rule{ID: "copy-down-cascade", Category: diag.Alignment, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "An objective that was pasted from what it supports."},
	Why: "A target that is handed down as the objective of the next team leaves that team nothing to think about: it is a number where " +
		"a direction should stand, and it is counted on two levels. What helps is the part that this team can change.",
	Source: "Ben Lamorte, The OKRs Field Book; Christina Wodtke, on cascading at scale; Felipe Castro, on the examples of Measure What Matters",
	About:  Files,
	Bad: []string{companyNight + `
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: rested
    title: Guests who say that they slept well rise
    commitment: aspirational
    supports: [company/2026-Q4/night-trains/rested]
    key_results:
` + berthResults},
	Good: []string{companyNight + `
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: rested
    title: Nobody is woken by a knock on the wrong door
    commitment: aspirational
    supports: [company/2026-Q4/night-trains/rested]
    key_results:
` + berthResults},
	Since: edition,
	Check: checkCopies,
}

// companyNight is what a railway wants.
const companyNight = `
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
` + nightResults

func checkCopies(r *Reading, say Say) {
	for _, c := range r.Graph().Copies() {
		if !r.in(c.Objective) {
			continue
		}
		team, parent := nameOf(c.Objective.Team), nameOf(c.Of.Team)
		what := "the objective "
		if c.Of.Kind == cascade.KeyResult {
			what = "the key result "
		}
		message := named(c.Objective.Objective.Title) + " repeats " + what + named(titleOf(c.Of)) + " of " + parent
		if c.Number != "" {
			message = named(c.Objective.Objective.Title) + " holds " + quote(c.Number) + ", the target of " + what + named(titleOf(c.Of)) + " of " + parent
		}
		say(OnObjective(c.Objective.Objective).Says(message,
			"Keep `supports`, and write as the title what "+team+" can change about it: for whom, and what will be different for them. "+
				"Numbers go into the key results of "+team+".").besideNode("what it repeats", c.Of))
	}
}
