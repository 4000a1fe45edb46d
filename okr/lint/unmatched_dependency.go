package lint

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var unmatchedDependency = Rule{
	Rule: diag.Rule{ID: "unmatched-dependency", Category: diag.Alignment, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "One team counts on another, and the other has not agreed."},
	Why: "Help that nobody promised is the most common reason why an honest plan fails. The part of every team that matters for an outcome " +
		"belongs into that team's own plan, where it competes with the rest before the quarter starts and not in the middle of it.",
	Source: "Google's OKR playbook (cross-team OKRs); Felipe Castro, on creating alignment; Allan Kelly, on dependencies between teams",
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
    depends_on:
      - {on: data/2026-Q4/plans, needed_by: 2026-11-15}
      - {outside: Door signs from the carriage works, needed_by: 2026-11-30}
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
    enables: [{for: checkout/2026-Q4/berth, by: 2026-11-10}]
    key_results:
` + planResults},
	Since:     edition,
	Varies:    []Variation{{Severity: diag.Error, Where: "in a committed objective"}},
	AtPublish: true,
	Check:     checkUnmatched,
}

// planResults are the key results of the team that draws plans of carriages.
const planResults = `      - id: right
        title: Carriages whose plan matches the floor rise from 71 to 95 percent
        metric: {unit: percent, baseline: 71, target: 95, source: yard inspection}
      - id: days
        title: Plans that are corrected within a week rise from 30 to 70 percent
        metric: {unit: percent, baseline: 30, target: 70, source: plan register}
`

// checkUnmatched leaves addresses that lead nowhere to the reader of the files, and
// answers that come too late to their own rule.
func checkUnmatched(r *Reading, say Say) {
	for _, u := range r.Graph().Unmatched() {
		if u.Dangling || u.Reason == cascade.LateAnswer || !r.in(u.From) {
			continue
		}
		_, place := u.Place()
		m := onNode(u.From).At(place)
		if u.From.Objective.Commitment.V == okr.Committed {
			m = m.As(diag.Error)
		}
		needs, goal := nameOf(u.From.Team)+" depends on ", u.Dependency.On.Address.V
		answer := example("enables: [{for: " + u.From.Address() + ", by: " + u.NeededBy.String() + "}]")
		otherwise := "; until then plan without it and lower the confidence"
		other := nameOf(u.Team)
		switch u.Reason {
		case cascade.DeclinedAsk:
			file, span := u.Answer.Place()
			m = m.Says(needs+goal+", and "+other+" has declined: "+named(u.Answer.Enable.Declined),
				"Plan without it and delete the dependency, or agree with "+other+" on a part of it that fits, answered there by "+answer+".").
				Beside("the answer", file, written(u.Answer.Enable.Declined.Span, span))
		case cascade.NoDocument:
			m = m.Says(needs+goal+", and "+other+" has no document for "+u.Dependency.On.Cycle.ID+" yet",
				"Ask "+other+" to plan it as a key result or an initiative in "+u.Dependency.On.Cycle.ID+", with "+answer+" on that item"+otherwise+".")
		default:
			m = m.Says(needs+goal+", and nothing of "+other+" answers",
				"Ask "+other+" to write "+answer+" on the item that will bring it"+otherwise+".")
			m = r.besideGoal(m, u.Ask)
		}
		say(m)
	}
}

// besideGoal adds what is depended on as a second place.
func (r *Reading) besideGoal(m Remark, a *cascade.Ask) Remark {
	switch {
	case a.To != nil && a.To.Kind != cascade.Team:
		return m.besideNode("what it depends on", a.To)
	case a.Dependency.On.Document != nil:
		d := a.Dependency.On.Document
		return m.Beside("where the answer would stand", d.File, d.TeamID.Span)
	}
	return m
}
