package lint

import (
	"sync"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var sharedKRDiverges = Rule{
	Rule: diag.Rule{ID: "shared-kr-diverges", Category: diag.Alignment, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "A shared key result that each team has written for itself."},
	Why: "A result that several teams bring about together has one definition, one series of readings and one score. " +
		"With a copy in every file the copies drift, and in the end two teams report two truths about the same number.",
	Source: "re:Work, Set goals with OKRs (shared objectives); Felipe Castro, on shared OKRs",
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
    key_results:
      - id: help
        title: Calls for help by night per 100 guests fall from 12 to 6 calls
        metric: {unit: calls, baseline: 12, target: 6, source: steward tally}
        shared_with: [payments]
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
    key_results:
      - id: help-on-board
        title: Calls for help by night per 100 guests fall from 12 to 8 calls
        metric: {unit: calls, baseline: 12, target: 8, source: steward tally}
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
    key_results:
      - id: help
        title: Calls for help by night per 100 guests fall from 12 to 6 calls
        metric: {unit: calls, baseline: 12, target: 6, source: steward tally}
        shared_with: [payments]
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
    key_results:
      - ref: checkout/2026-Q4/berth/help
` + ticketResults},
	Since: edition,
	Check: checkDiverging,
}

// divergence is a key result and another team's one that is the same.
type divergence struct {
	copied, of *okr.KeyResult
	// shared says that one of them is offered to the other's team, or both to somebody.
	shared bool
	// here and there are readings of one day that differ, where they decided.
	here, there *okr.CheckIn
}

// measured is what makes two key results of a cycle the same: the name of the metric,
// or the words of the title, and the unit.
type measured struct {
	cycle      *okr.Cycle
	name, unit string
	about      uint64 // the sum of the bag of the title, where the metric has no name
}

func (r *Reading) measuredBy(k *okr.KeyResult) measured {
	f := r.facts(k)
	m := measured{cycle: k.Objective.Document.Cycle, name: f.name, unit: f.unit}
	if m.name == "" {
		m.about = f.about.Sum()
	}
	return m
}

// apart is what [Reading.diverging] found, worked out once.
type apart struct {
	once  sync.Once
	found []divergence
}

// diverging are the key results that stand in two teams' documents of one cycle,
// although they are shared or are read differently. Each is held against one that is
// offered to others, else against the first of its kind.
func (r *Reading) diverging() []divergence {
	r.apart.once.Do(func() { r.apart.found = r.findDiverging() })
	return r.apart.found
}

func (r *Reading) findDiverging() []divergence {
	first := make(map[measured]*okr.KeyResult)
	groups := make(map[*okr.KeyResult][]*okr.KeyResult) // of several, by the first of them
	for k := range r.KeyResults() {
		key := r.measuredBy(k)
		if key.name == "" && key.about == 0 {
			continue
		}
		of, known := first[key]
		switch {
		case !known:
			first[key] = k
		case groups[of] == nil:
			groups[of] = []*okr.KeyResult{of, k}
		default:
			groups[of] = append(groups[of], k)
		}
	}
	var found []divergence
	for of := range r.KeyResults() {
		group := groups[of]
		if group == nil {
			continue
		}
		for _, k := range group {
			if len(k.SharedWith) > 0 {
				of = k
				break
			}
		}
		for _, k := range group {
			if k != of && k.Objective.Document.Team != of.Objective.Document.Team {
				if d, ok := r.divergence(k, of); ok {
					found = append(found, d)
				}
			}
		}
	}
	return found
}

// divergence compares two key results of one measure. Readings of one day tell them
// apart only where they come from one source; of metrics with a name metric-conflict
// speaks then.
func (r *Reading) divergence(k, of *okr.KeyResult) (divergence, bool) {
	d := divergence{copied: k, of: of}
	d.shared = offers(of, k.Objective.Document.Team) || len(of.SharedWith) > 0 && len(k.SharedWith) > 0
	if d.shared {
		return d, true
	}
	source, own, other := plain(k.Metric.Source.V), k.Metric.Baseline, of.Metric.Baseline
	if own.Written() && other.Written() && !own.V.Equal(other.V) {
		return d, false // parts of one whole, such as regions, start at different levels
	}
	if source == "" || source != plain(of.Metric.Source.V) || k.Metric.Finely().Name.Written() || of.Metric.Finely().Name.Written() {
		return d, false
	}
	known := make(map[okr.Date]*okr.CheckIn)
	for i, c := range r.Heard(of) {
		if c.Value != nil {
			known[c.Date.V] = &of.CheckIns[i]
		}
	}
	for i, c := range r.Heard(k) {
		if other := known[c.Date.V]; other != nil && c.Value != nil && !c.Value.Equal(*other.Value) {
			d.here, d.there = &k.CheckIns[i], other
			return d, true
		}
	}
	return d, false
}

func checkDiverging(r *Reading, say Say) {
	for _, d := range r.diverging() {
		team, other := d.copied.Objective.Document.Team, d.of.Objective.Document.Team
		file := d.of.Objective.Document.File
		reference := example("- ref: " + d.of.Address())
		m := OnKeyResult(d.copied)
		if d.shared {
			m = m.Says(named(d.copied.Title)+" is shared by "+nameOf(other)+" and "+nameOf(team)+", and each has written it for itself",
				"Keep the definition of "+nameOf(other)+" and write "+reference+" in place of this one"+offered(d.of, team)+"; the check-ins go there.").
				Beside("the other definition", file, placeOf(d.of.Title, d.of.ID))
		} else {
			m = m.At(d.here.Value.Span).Says(
				named(d.copied.Title)+" stands at "+d.here.Value.String()+" on "+d.here.Date.V.String()+" here, and at "+d.there.Value.String()+" with "+nameOf(other),
				"Find out which of the two is right. If it is one result of both teams, write "+reference+" in place of this one"+offered(d.of, team)+
					"; if they measure different things, say so in their titles and sources.").
				Beside("the other reading", file, d.there.Value.Span)
		}
		say(m)
	}
}

// offered is what a definition still lacks so that a team can list it.
func offered(of *okr.KeyResult, team *okr.Team) string {
	if offers(of, team) {
		return ""
	}
	return " and " + example("shared_with: ["+team.ID.V+"]") + " there"
}
