package lint

import (
	"fmt"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
)

var overload = Rule{
	Rule: diag.Rule{ID: "overload", Category: diag.Focus, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A team with more key results in a cycle than it can pursue."},
	Why: "A quarter has about twelve weeks. A team with a dozen and more numbers has less than a week for each, " +
		"and decides from day to day which of them it gives up, instead of once and in the open.",
	Source: "Rick Klau, How Google sets goals",
	About:  Files,
	Bad: []string{overloadedRegister + `
-- okrs/2026-Q4/berths.yaml --
version: 1
team: berths
cycle: 2026-Q4
objectives:
  - id: berth
    title: Travellers find their berth without asking
    commitment: aspirational
    why_now: The new carriages number their berths in another order
    key_results:
` + berthResults + `
  - id: ticket
    title: A ticket is bought before the coffee is cold
    commitment: aspirational
    why_now: Every second guest gives up at the choice of berths
    key_results:
` + ticketResults + `
  - id: plans
    title: Every carriage has a plan that can be trusted
    commitment: aspirational
    why_now: Four hundred carriages change hands in December
    key_results:
` + planResults},
	Good: []string{overloadedRegister + `
-- okrs/2026-Q4/berths.yaml --
version: 1
team: berths
cycle: 2026-Q4
objectives:
  - id: berth
    title: Travellers find their berth without asking
    commitment: aspirational
    why_now: The new carriages number their berths in another order
    key_results:
` + berthResults + `
  - id: ticket
    title: A ticket is bought before the coffee is cold
    commitment: aspirational
    why_now: Every second guest gives up at the choice of berths
    key_results:
` + ticketResults},
	Since: edition,
	Check: checkOverload,
}

// overloadedRegister is an organisation that asks for few key results.
const overloadedRegister = `
-- okr.yaml --
version: 1
organization: Night Rail
teams:
  - {id: company, name: Night Rail}
  - {id: berths, name: Berths, parent: company}
limits: {objectives: {min: 1, max: 5}, team_key_results: 5}`

// checkOverload counts a shared key result with each team that defines or lists it:
// each of them has to work on it.
func checkOverload(r *Reading, say Say) {
	most := r.Workspace.Settings.Limits.TeamKeyResults
	for d := range r.Documents() {
		total := 0
		var parts []string
		for _, o := range d.Objectives {
			if n := len(r.Counting(o)); n > 0 && !r.given(o) {
				total += n
				parts = append(parts, fmt.Sprintf("%d in %s", n, o.ID.V))
			}
		}
		if most < 1 || total <= most {
			continue
		}
		say(OnDocument(d).Says(
			fmt.Sprintf("%s has %d counting key results in %s, and %d are the most: %s", nameOf(d.Team), total, d.Cycle.ID, most, strings.Join(shortened(parts), ", ")),
			fmt.Sprintf("Decide now what %s will not do in %s: stop an objective, or take out %s.", nameOf(d.Team), d.Cycle.ID, countOf(total-most, "key result"))))
	}
}

// shortened are the first of many parts.
func shortened(parts []string) []string {
	const most = 6
	if len(parts) <= most {
		return parts
	}
	return append(parts[:most:most], fmt.Sprintf("%d more", len(parts)-most))
}
