package lint

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var noSource = Rule{
	Rule: diag.Rule{ID: "no-source", Category: diag.Measurability, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A number that does not say where it comes from."},
	Why: "At the end of the quarter two people look up the same number in two places and find two. " +
		"A named dashboard, query or report lets anybody check a reading, and lets the next person take it over.",
	Source: "Yaniv Preiss, on common mistakes with OKRs",
	About:  Files,
	Bad: []string{`
- id: calm-payment
  title: Paying feels calm, even in the Saturday rush
  commitment: aspirational
  why_now: Half of the baskets that we lose are lost while paying
  key_results:
    - id: second-order
      title: Households that order again within a month rise from 41 to 52 percent
      metric: {unit: percent, baseline: 41, target: 52}
`},
	Good: []string{`
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
      - id: second-order
        title: Households that order again within a month rise from 41 to 52 percent
        metric: {unit: percent, baseline: 41, target: 52, source: "query: repeat-households"}
      - id: gave-up
        title: Shoppers who give up while paying fall from 18 to 11 percent
        metric: {unit: percent, baseline: 18, target: 11, source: "dashboard: checkout/funnel"}
`},
	Since:  edition,
	Varies: []Variation{{Severity: diag.Error, Where: "in a committed objective, once the cycle has begun"}},
	Check:  checkSource,
}

func checkSource(r *Reading, say Say) {
	for k := range r.KeyResults() {
		kind := kindOf(&k.Metric)
		if strings.TrimSpace(k.Metric.Source.V) != "" || kind == "milestone" || kind == "stages" {
			continue // that something is there needs no dashboard
		}
		cycle := k.Objective.Document.Cycle
		m := OnKeyResult(k).Says(
			named(k.Title)+" does not say where its number comes from",
			"Name the dashboard, query or report in which anybody finds it: add "+
				example("source: \"dashboard: "+k.Objective.Document.TeamID.V+"/"+k.ID.V+"\"")+" to the metric, with the real name.")
		if k.Objective.Commitment.V == okr.Committed && r.State(cycle) != okr.Draft {
			m.Message += ", and it was promised"
			m = m.As(diag.Error)
		}
		say(m)
	}
}
