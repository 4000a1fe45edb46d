package lint

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var lateDependency = Rule{
	Rule: diag.Rule{ID: "late-dependency", Category: diag.Alignment, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "Help that is promised for later than it is needed, or for no day at all."},
	Why: "Plans that rest on somebody else's time are nearly always too hopeful. Two dates side by side show it while there is still " +
		"time to change one of them, or to go another way.",
	Source: "Felipe Castro, on creating alignment",
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
    why_now: The new carriages number their berths in another order
    depends_on: [{on: data/2026-Q4/plans, needed_by: 2026-11-15}]
    key_results:
` + berthResults + `
-- okrs/2026-Q4/data.yaml --
version: 1
team: data
cycle: 2026-Q4
objectives:
  - id: plans
    title: Every carriage has a plan that can be trusted
    commitment: aspirational
    why_now: Four hundred carriages change hands in December
    enables: [{for: checkout/2026-Q4/berth, by: 2026-12-10}]
    key_results:
` + planResults},
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
    depends_on: [{on: data/2026-Q4/plans, needed_by: 2026-11-15}]
    key_results:
` + berthResults + `
-- okrs/2026-Q4/data.yaml --
version: 1
team: data
cycle: 2026-Q4
objectives:
  - id: plans
    title: Every carriage has a plan that can be trusted
    commitment: aspirational
    why_now: Four hundred carriages change hands in December
    enables:
      - {for: checkout/2026-Q4/berth, by: 2026-11-15}
      - {for: checkout/2026-Q4/berth, by: 2026-12-15}
    key_results:
` + planResults},
	Since: edition,
	Check: checkLate,
}

func checkLate(r *Reading, say Say) {
	for _, a := range r.Graph().Asks() {
		if a.Answer == nil || !r.in(a.From) {
			continue
		}
		file, span := a.Answer.Place()
		_, place := a.Place()
		m := onNode(a.From).At(written(a.Dependency.NeededBy.Span, place)).
			Beside("the answer", file, written(a.Answer.Enable.By.Span, span))
		goal, other := a.Dependency.On.Address.V, nameOf(a.Team)
		switch {
		case a.State == cascade.Late:
			say(m.Says(lateMessage(a, goal, other),
				"Agree on one day with "+other+" and write it at both ends, or ask for the part of it that can come first; else plan without it."))
		case a.State == cascade.Agreed && a.By().IsZero() && r.beyondHalf(a.From.Cycle):
			say(m.Says("more than half of "+a.From.Cycle.ID+" is over, and "+other+" has named no day for "+goal,
				"Ask "+other+" for a day and write it there: "+example("{for: "+a.Answer.Enable.For.Address.V+", by: "+a.NeededBy.String()+"}")+
					", or an earlier one if the plan needs it."))
		}
	}
}

// beyondHalf reports whether more than half of the days of a cycle are over.
func (r *Reading) beyondHalf(c *okr.Cycle) bool { return 2*int(r.At-c.Start) > c.Days() }

func lateMessage(a *cascade.Ask, goal, other string) string {
	by := goal + " is promised by " + other + " for " + a.By().String()
	if a.Dependency.NeededBy.Written() {
		return by + ", " + inDays(a.By()-a.NeededBy) + " after " + a.NeededBy.String() + ", when it is needed"
	}
	return by + ", after " + a.From.Cycle.ID + " has ended on " + a.NeededBy.String()
}
