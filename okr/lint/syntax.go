package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var syntax = Rule{
	Rule: diag.Syntax,
	Why: "A file that a program reads otherwise than its author is worse than one that it cannot read at all. " +
		"Most of these are one character: a colon within a title, a tab, a percent sign that needs quotes.",
	Source: "The YAML specification, and the places where its readers disagree",
	About:  Files,
	Bad: []string{`
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: easy-returns
    title: Parcels: nobody dreads sending one back
    commitment: aspirational
    why_now: One of five first orders comes back, and half of those shoppers never do
    key_results:
      - id: without-help
        title: Returns finished without a call rise from 31 to 55 percent
        metric: {unit: percent, baseline: 31, target: 55, source: support desk}
      - id: order-again
        title: Shoppers who order again after a return rise from 22 to 34 percent
        metric: {unit: percent, baseline: 22, target: 34, source: order ledger}
`},
	Good: []string{`
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: easy-returns
    title: "Parcels: nobody dreads sending one back"
    commitment: aspirational
    why_now: One of five first orders comes back, and half of those shoppers never do
    key_results:
      - id: without-help
        title: Returns finished without a call rise from 31 to 55 percent
        metric: {unit: percent, baseline: 31, target: 55, source: support desk}
      - id: order-again
        title: Shoppers who order again after a return rise from 22 to 34 percent
        metric: {unit: percent, baseline: 22, target: 34, source: order ledger}
`},
	Since: edition,
}
