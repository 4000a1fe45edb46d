package lint

import (
	"fmt"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var kpiList = Rule{
	Rule: diag.Rule{ID: "kpi-list", Category: diag.Focus, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "An objective made of the numbers that are on the dashboard anyway."},
	Why: "A performance indicator says whether all is well, and is watched as long as the product lives. A key result says what is to be " +
		"different by the end of the quarter. Taken for each other, everything is watched and nothing changes.",
	Source: "Perdoo and Tim Herbig, on OKRs and KPIs; Ben Lamorte, The OKRs Field Book (health metrics)",
	About:  Files,
	Bad: []string{`
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: berth
    title: Travellers sleep through to their last stop
    commitment: aspirational
    why_now: The new carriages number their berths in another order
    key_results:
      - id: clean
        title: Berths that are clean at boarding stay at or above 96 percent
        metric: {kind: at_least, unit: percent, target: 96, source: steward tally}
      - id: heating
        title: Carriages with working heating stay at or above 98 percent
        metric: {kind: at_least, unit: percent, target: 98, source: yard inspection}
      - id: noise
        title: Complaints about noise stay at or below 3 per 100 guests
        metric: {kind: at_most, unit: complaints, target: 3, source: morning survey}
`},
	Good: []string{`
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: berth
    title: Travellers sleep through to their last stop
    commitment: aspirational
    why_now: The new carriages number their berths in another order
    key_results:
      - id: rested
        title: Guests who say that they slept well rise from 48 to 62 percent
        metric: {unit: percent, baseline: 48, target: 62, source: morning survey}
      - id: woken
        title: Guests who are woken by the crew fall from 14 to 5 percent
        metric: {unit: percent, baseline: 14, target: 5, source: morning survey}
      - id: heating
        title: Carriages with working heating stay at or above 98 percent
        role: guardrail
        metric: {kind: at_least, unit: percent, target: 98, source: yard inspection}
`},
	Since:  edition,
	Varies: []Variation{{Severity: diag.Info, Where: "for the bounds of a committed objective"}},
	Check:  checkKPIs,
}

// mostBounds is from how many held levels on an objective is a list of indicators;
// evergreen is from how many cycles in a row on a metric with one target is one.
const mostBounds, evergreen = 3, 3

func checkKPIs(r *Reading, say Say) {
	history := r.lineage()
	for o := range r.Objectives() {
		if r.given(o) {
			continue
		}
		counting := r.Counting(o)
		var bounds int
		var same []*okr.KeyResult
		for _, k := range counting {
			d := k.Definition()
			if d == nil || d.Body == nil {
				continue
			}
			if isBound(kindOf(&d.Metric)) {
				bounds++
			}
			if !k.IsRef() && history.unmoved(k) {
				same = append(same, k)
			}
		}
		switch {
		case bounds >= mostBounds:
			r.listOfBounds(o, bounds, len(counting), say)
		case len(same) > 0 && 2*len(same) >= len(counting):
			r.listOfEvergreens(o, same, history, say)
		}
	}
}

// unmoved reports whether a key result has had one target for three cycles in a row.
func (l *lineage) unmoved(k *okr.KeyResult) bool {
	if kind := kindOf(&k.Metric); !isBound(kind) && !isChange(kind) {
		return false
	}
	for range evergreen - 1 {
		earlier := l.before(k)
		if earlier == nil || earlier.Body == nil || !sameTarget(earlier, k) {
			return false
		}
		k = earlier
	}
	return true
}

// listOfBounds is milder about what was promised to others: a service level is made of
// bounds.
func (r *Reading) listOfBounds(o *okr.Objective, bounds, counting int, say Say) {
	m := OnObjective(o)
	if o.Commitment.V == okr.Committed {
		m = m.As(diag.Info)
	}
	say(m.Says(
		fmt.Sprintf("%d of the %d key results of %s hold a level, as a dashboard does", bounds, counting, named(o.Title)),
		"Pick the one that should move, and write from where to where: "+example("metric: {baseline: …, target: …}")+
			"; watch the others with "+example("role: guardrail")+"."))
}

func (r *Reading) listOfEvergreens(o *okr.Objective, same []*okr.KeyResult, history *lineage, say Say) {
	first := same[0]
	earlier := history.before(first)
	oldest := history.before(earlier)
	message := named(first.Title) + " has the same target in " +
		oldest.Objective.Document.Cycle.ID + ", " + earlier.Objective.Document.Cycle.ID + " and " + o.Document.Cycle.ID
	if len(same) > 1 {
		message = fmt.Sprintf("%d of the key results of %s have had one target for %d cycles: ", len(same), named(o.Title), evergreen)
		var titles []string
		for _, k := range same {
			titles = append(titles, named(k.Title))
		}
		message += list(shortened(titles))
	}
	say(OnObjective(o).At(placeOf(first.Title, first.ID)).Says(message,
		"If the level is right, watch it with "+example("role: guardrail")+"; else start from where it stands now, set a target that moves it, "+
			"and write `carried_from: "+earlier.Address()+"`.").
		Beside("the first time", oldest.Objective.Document.File, placeOf(oldest.Title, oldest.ID)))
}
