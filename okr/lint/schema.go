package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var schema = Rule{
	Rule: diag.Schema,
	Why: "A key that the format does not have is either a slip, and then its value is silently missing, or a wish that nothing fulfils. " +
		"Both are better said on the line than found out at the end of the quarter.",
	Source: "Experience with files that people and programs read together",
	About:  Files,
	Bad: []string{`
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: easy-returns
    title: Nobody dreads sending a parcel back
    commitment: aspirational
    why_no: One of five first orders comes back, and half of those shoppers never do
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
    title: Nobody dreads sending a parcel back
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
