package lint

import (
	"fmt"
	"strings"

	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var deepCascade = Rule{
	Rule: diag.Rule{ID: "deep-cascade", Category: diag.Alignment, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A chain of support through more than three teams."},
	Why: "With every level that an aim is handed down it takes longer to plan, is harder to change, and says less to those at the end. " +
		"A link straight to the outcome that is meant keeps a team free in how it helps.",
	Source: "Stratapedia, on the architecture of alignment; Tability, on cascading in small companies",
	About:  Files,
	Bad: []string{deepRegister + companyNight + `
-- okrs/2026-Q4/travel.yaml --
version: 1
team: travel
cycle: 2026-Q4
objectives:
  - id: arrive
    title: Guests step off the train ready for the day
    commitment: aspirational
    supports: [company/2026-Q4/night-trains]
    key_results:
` + planResults + `
-- okrs/2026-Q4/booking.yaml --
version: 1
team: booking
cycle: 2026-Q4
objectives:
  - id: ticket
    title: A ticket is bought before the coffee is cold
    commitment: aspirational
    supports: [travel/2026-Q4/arrive]
    key_results:
` + ticketResults + `
-- okrs/2026-Q4/berths.yaml --
version: 1
team: berths
cycle: 2026-Q4
objectives:
  - id: berth
    title: Travellers find their berth without asking
    commitment: aspirational
    supports: [booking/2026-Q4/ticket]
    key_results:
` + berthResults},
	Good: []string{deepRegister + companyNight + `
-- okrs/2026-Q4/travel.yaml --
version: 1
team: travel
cycle: 2026-Q4
objectives:
  - id: arrive
    title: Guests step off the train ready for the day
    commitment: aspirational
    supports: [company/2026-Q4/night-trains]
    key_results:
` + planResults + `
-- okrs/2026-Q4/booking.yaml --
version: 1
team: booking
cycle: 2026-Q4
objectives:
  - id: ticket
    title: A ticket is bought before the coffee is cold
    commitment: aspirational
    supports: [travel/2026-Q4/arrive]
    key_results:
` + ticketResults + `
-- okrs/2026-Q4/berths.yaml --
version: 1
team: berths
cycle: 2026-Q4
objectives:
  - id: berth
    title: Travellers find their berth without asking
    commitment: aspirational
    supports: [company/2026-Q4/night-trains]
    key_results:
` + berthResults},
	Since: edition,
	Check: checkDepth,
}

// deepRegister is an organisation of four levels.
const deepRegister = `
-- okr.yaml --
version: 1
organization: Night Rail
teams:
  - {id: company, name: Night Rail}
  - {id: travel, name: Travel, parent: company}
  - {id: booking, name: Booking, parent: travel}
  - {id: berths, name: Berths, parent: booking}
limits: {objectives: {min: 1, max: 5}}`

// mostLevels is how many teams a chain of support may go through; longestChain is how
// many objectives of it are followed, several of one team among them.
const mostLevels, longestChain = 3, 64

// checkDepth speaks of the link by which a chain becomes too long, and not again of
// what hangs below it.
func checkDepth(r *Reading, say Say) {
	for _, n := range r.Graph().Nodes {
		if n.Depth != mostLevels+1 || n.Stopped || !r.in(n) {
			continue
		}
		edge, chain := r.chain(n)
		if edge == nil || chain[0].Team == chain[1].Team {
			continue
		}
		var names []string
		for _, link := range chain {
			if name := nameOf(link.Team); len(names) == 0 || names[len(names)-1] != name {
				names = append(names, name)
			}
		}
		top := chain[len(chain)-1]
		say(onLink(edge).Says(
			fmt.Sprintf("with this link a chain of support goes through %d teams, more than %d: %s", n.Depth, mostLevels, strings.Join(names, " → ")),
			"Support what it is for in the end: "+example("supports: ["+top.Address()+"]")+", or the level between that "+nameOf(n.Team)+" really answers to.").
			besideNode("the end of the chain", top))
	}
}

// chain is the longest way up from an objective, and its first link; nothing where it
// goes through a ring, of which alignment-cycle speaks.
func (r *Reading) chain(n *cascade.Node) (first *cascade.Edge, chain []*cascade.Node) {
	seen := make(map[*cascade.Node]bool)
	for at := n; at != nil && len(chain) < longestChain; {
		if seen[at] {
			return nil, nil
		}
		seen[at] = true
		chain = append(chain, at)
		edge, parent := r.steepest(at)
		if first == nil {
			first = edge
		}
		at = parent
	}
	return first, chain
}

// steepest is the link to the parent by which an objective has its depth.
func (r *Reading) steepest(n *cascade.Node) (*cascade.Edge, *cascade.Node) {
	for _, e := range n.Out {
		parent := r.Graph().OfObjective(e.To.Objective)
		if e.Kind != cascade.Supports || parent == nil || parent.Stopped {
			continue
		}
		step := 1
		if parent.Team == n.Team {
			step = 0
		}
		if parent.Depth+step == n.Depth {
			return e, parent
		}
	}
	return nil, nil
}
