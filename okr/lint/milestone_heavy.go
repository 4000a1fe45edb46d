package lint

import (
	"strconv"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var milestoneHeavy = Rule{
	Rule: diag.Rule{ID: "milestone-heavy", Category: diag.TaskList, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "An objective most of whose key results are yes or no, or stages."},
	Why: "A milestone says nothing until the day it is passed, so there is nothing to steer by during the quarter. " +
		"One is fine beside numbers that move; a list of them is a project plan.",
	Source: "Ben Lamorte, The OKRs Field Book",
	About:  Files,
	Bad: []string{`
- id: own-couriers
  title: Fresh food reaches the door while it is still fresh
  commitment: aspirational
  why_now: Warm deliveries are the first reason for refunds
  key_results:
    - id: cool-bags
      title: Cool bags are tested on every route
      metric: {kind: milestone, source: route book}
    - id: second-depot
      title: The second depot is open
      metric: {kind: milestone, source: lease contract}
    - id: warm
      title: Deliveries that arrive too warm fall from 9 to 3 percent
      metric: {unit: percent, baseline: 9, target: 3, source: bag sensors}
`},
	Good: []string{`
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: own-couriers
    title: Fresh food reaches the door while it is still fresh
    commitment: aspirational
    why_now: Warm deliveries are the first reason for refunds
    key_results:
      - id: warm
        title: Deliveries that arrive too warm fall from 9 to 3 percent
        metric: {unit: percent, baseline: 9, target: 3, source: bag sensors}
      - id: again
        title: Households that order fresh food again within a month rise from 41 to 52 percent
        metric: {unit: percent, baseline: 41, target: 52, source: order ledger}
    initiatives:
      - Test cool bags on every route
      - Open the second depot
`},
	Since:  edition,
	Varies: []Variation{{Severity: diag.Info, Where: "in a committed objective"}},
	Check:  checkMilestones,
}

func checkMilestones(r *Reading, say Say) {
	for o := range r.Objectives() {
		counting := r.Counting(o)
		var steps []string
		var milestones, staged bool
		for _, k := range counting {
			d := k.Definition()
			if d == nil || d.Body == nil {
				continue
			}
			if kind := kindOf(&d.Metric); kind == "milestone" || kind == "stages" {
				steps = append(steps, named(d.Title))
				milestones, staged = milestones || kind == "milestone", staged || kind == "stages"
			}
		}
		if 2*len(steps) <= len(counting) {
			continue
		}
		m := OnObjective(o).Says(
			strconv.Itoa(len(steps))+" of "+strconv.Itoa(len(counting))+" key results of "+named(o.Title)+" are "+inSteps(milestones, staged)+": "+
				list(steps)+" tell nothing before they are reached",
			"Keep at most one of them, move the others to `initiatives`, and add what they change for whom, from what to what.")
		if len(steps) == 1 {
			m.Message = "the only key result of " + named(o.Title) + " is " + inSteps(milestones, staged) + ": " + steps[0] + " tells nothing before it is reached"
			m.Hint = "Add what it changes for whom, from what to what."
		}
		if o.Commitment.V == okr.Committed {
			m = m.As(diag.Info) // moving out of a building, an audit: some promises are of that kind
		}
		say(m)
	}
}

// inSteps is what key results are that move in steps.
func inSteps(milestones, staged bool) string {
	switch {
	case milestones && staged:
		return "yes or no, or stages"
	case staged:
		return "in stages"
	}
	return "yes or no"
}
