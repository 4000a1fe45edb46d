package lint

import (
	"sort"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

var metricConflict = Rule{
	Rule: diag.Rule{ID: "metric-conflict", Category: diag.Measurability, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "One metric that starts, comes from or stands at two places."},
	Why: "Two teams that name the same number and write different ones cannot both be right, and the first meeting about it is " +
		"spent on whose number it is. One source and one baseline settle that before the quarter begins.",
	Source: "Yaniv Preiss, on common mistakes with OKRs",
	About:  Files,
	Bad: []string{`
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: calm-payment
    title: Paying feels calm, even in the Saturday rush
    commitment: aspirational
    why_now: Half of the baskets that we lose are lost while paying
    key_results:
      - id: gave-up
        title: Shoppers who give up while paying fall from 18 to 11 percent
        metric: {name: checkout abandonment, unit: percent, baseline: 18, target: 11, source: "dashboard: checkout/funnel"}
-- okrs/2026-Q4/payments.yaml --
version: 1
team: payments
cycle: 2026-Q4
objectives:
  - id: every-card
    title: Every card is welcome at our tills
    commitment: aspirational
    why_now: New rules ask for a second step from December on
    key_results:
      - id: gave-up
        title: Shoppers who give up at the second step fall from 23 to 15 percent
        metric: {name: checkout abandonment, unit: percent, baseline: 23, target: 15, source: "dashboard: checkout/funnel"}
`},
	Good: []string{`
-- okrs/2026-Q4/payments.yaml --
version: 1
team: payments
cycle: 2026-Q4
objectives:
  - id: every-card
    title: Every card is welcome at our tills
    commitment: aspirational
    why_now: New rules ask for a second step from December on
    key_results:
      - id: gave-up
        title: Shoppers who give up at the second step fall from 23 to 15 percent
        metric: {name: abandonment at the second step, unit: percent, baseline: 23, target: 15, source: "dashboard: payments/second-step"}
      - id: first-try
        title: Cards that are accepted at the first try rise from 88 to 94 percent
        metric: {name: cards accepted at the first try, unit: percent, baseline: 88, target: 94, source: "dashboard: payments/cards"}
`},
	Since: edition,
	Check: checkConflicts,
}

// metricKey is what a metric is known by: its name and unit, within a cycle.
type metricKey struct {
	cycle      *okr.Cycle
	name, unit string
}

func checkConflicts(r *Reading, say Say) {
	first := make(map[metricKey]*okr.KeyResult)
	for k := range r.KeyResults() {
		name := strings.TrimSpace(spaced(k.Metric.Finely().Name.V))
		if name == "" {
			continue
		}
		key := metricKey{k.Objective.Document.Cycle, name, okr.UnitKey(k.Metric.Unit.V)}
		other, known := first[key]
		if !known {
			first[key] = k
			continue
		}
		if m, differs := r.conflict(k, other); differs {
			say(m)
		}
	}
}

// conflict is what two key results of one metric contradict each other in: where
// it starts, else where it stands, else where it comes from.
func (r *Reading) conflict(k, other *okr.KeyResult) (m Remark, differs bool) {
	var here, there source.Span
	var what string
	switch {
	case k.Metric.Baseline.Written() && other.Metric.Baseline.Written() && !k.Metric.Baseline.V.Equal(other.Metric.Baseline.V):
		here, there = k.Metric.Baseline.Span, other.Metric.Baseline.Span
		what = "starts at " + k.Metric.Baseline.V.String() + " here and at " + other.Metric.Baseline.V.String() + " in " + other.Address()
	case r.disagree(k, other, &here, &there, &what):
		what += " in " + other.Address()
	case differently(k.Metric.Source.V, other.Metric.Source.V):
		here, there = k.Metric.Source.Span, other.Metric.Source.Span
		what = "comes from " + named(k.Metric.Source) + " here and from " + named(other.Metric.Source) + " in " + other.Address()
	default:
		return m, false
	}
	name := named(k.Metric.Finely().Name)
	m = OnKeyResult(k).At(here).Says(
		name+" "+what,
		"Agree on one source and write its number in both; where the two measure different things, say so in `name`, "+
			"and where it is one key result of two teams, list it once and refer to it with "+example("ref: "+other.Address())+".")
	return m.Beside("the other one", other.Objective.Document.File, there), true
}

// disagree finds the first day on which both were read, with different values.
func (r *Reading) disagree(k, other *okr.KeyResult, here, there *source.Span, what *string) bool {
	known := r.Heard(other)
	for _, c := range r.Heard(k) {
		value := valueOn(known, c.Date.V)
		if c.Value == nil || value == nil || c.Value.Equal(*value) {
			continue
		}
		*here, *there = c.Value.Span, value.Span
		*what = "stands at " + c.Value.String() + " on " + c.Date.V.String() + " here and at " + value.String()
		return true
	}
	return false
}

// valueOn is the last value that check-ins give for a day; nil where they give none.
func valueOn(checkIns []okr.CheckIn, day okr.Date) *okr.Value {
	after := sort.Search(len(checkIns), func(i int) bool { return checkIns[i].Date.V > day })
	for i := after - 1; i >= 0 && checkIns[i].Date.V == day; i-- {
		if checkIns[i].Value != nil {
			return checkIns[i].Value
		}
	}
	return nil
}

// differently reports two sources that are both written and are not the same.
func differently(a, b string) bool {
	a, b = spaced(a), spaced(b)
	return a != b && strings.TrimSpace(a) != "" && strings.TrimSpace(b) != ""
}
