package lint

import (
	"slices"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var alignmentCycle = Rule{
	Rule: diag.Rule{ID: "alignment-cycle", Category: diag.Alignment, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "Objectives that support each other in a ring."},
	Why: "Support says which outcome is the means and which the end. In a ring each is the means of the next, and nobody can say " +
		"what all of it is for. Teams that need each other's help say so with `depends_on`, which may go both ways.",
	Source: "Felipe Castro, on creating alignment (a shared outcome, and dependencies agreed beside it)",
	About:  Files,
	Bad: []string{`
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: berth
    title: Travellers find their berth without asking
    commitment: aspirational
    supports: [payments/2026-Q4/ticket]
    key_results:
` + berthResults + `
-- okrs/2026-Q4/payments.yaml --
version: 1
team: payments
cycle: 2026-Q4
objectives:
  - id: ticket
    title: A ticket is bought before the coffee is cold
    commitment: aspirational
    supports: [checkout/2026-Q4/berth]
    key_results:
` + ticketResults},
	Good: []string{`
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: berth
    title: Travellers find their berth without asking
    commitment: aspirational
    why_now: The new carriages number their berths in another order
    depends_on: [payments/2026-Q4/ticket]
    enables: [payments/2026-Q4/ticket]
    key_results:
` + berthResults + `
-- okrs/2026-Q4/payments.yaml --
version: 1
team: payments
cycle: 2026-Q4
objectives:
  - id: ticket
    title: A ticket is bought before the coffee is cold
    commitment: aspirational
    why_now: Every second guest gives up at the choice of berths
    depends_on: [checkout/2026-Q4/berth]
    enables: [checkout/2026-Q4/berth]
    key_results:
` + ticketResults},
	Since: edition,
	Check: checkRings,
}

// ticketResults are the key results of the team that sells tickets.
const ticketResults = `      - id: bought
        title: Guests who finish a booking that they began rise from 51 to 64 percent
        metric: {unit: percent, baseline: 51, target: 64, source: booking ledger}
      - id: calls
        title: Calls for help per 100 bookings fall from 7 to 4 calls
        metric: {unit: calls, baseline: 7, target: 4, source: telephone log}
      - id: refunds
        title: Tickets that are given back within a day stay at or below 3 percent
        role: guardrail
        metric: {kind: at_most, unit: percent, target: 3, source: booking ledger}
`

// ringShown is how many members of a ring are named; ringBeside how many are shown.
const ringShown, ringBeside = 8, 4

func checkRings(r *Reading, say Say) {
	for _, ring := range r.Graph().Loops() {
		open := func(n *cascade.Node) bool { return r.in(n) }
		if !slices.ContainsFunc(ring, open) {
			continue
		}
		edge := r.support(ring[0], ring[1%len(ring)])
		end := "If it serves something else, write the address of that, or delete the link; what it needs of others stands under `depends_on`."
		if len(ring) == 1 {
			say(onLink(edge).Says(named(ring[0].Objective.Title)+" supports itself", end))
			continue
		}
		m := onLink(edge).Says(
			"these objectives support each other in a ring: "+ringOf(ring),
			"Decide which of them is the outcome that the others serve, and delete its `supports`. "+
				"Where teams only need each other, write `depends_on` instead, which may go both ways.")
		for i := 1; i < len(ring) && i <= ringBeside; i++ {
			next := r.support(ring[i], ring[(i+1)%len(ring)])
			m = m.Beside("the ring goes on here", ring[i].Objective.Document.File, next.Link.Address.Span)
		}
		say(m)
	}
}

// support is the first link by which an objective supports another.
func (r *Reading) support(child, parent *cascade.Node) *cascade.Edge {
	i := slices.IndexFunc(child.Out, func(e *cascade.Edge) bool {
		return e.Kind == cascade.Supports && e.To.Objective == parent.Objective
	})
	return child.Out[i]
}

// ringOf names the members of a ring, of a long one the first and how many follow.
func ringOf(ring []*cascade.Node) string {
	var names []string
	for _, n := range ring[:min(len(ring), ringShown)] {
		names = append(names, n.Address())
	}
	if more := len(ring) - len(names); more > 0 {
		names = append(names, strconv.Itoa(more)+" more")
	}
	return strings.Join(append(names, ring[0].Address()), " → ")
}
