package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var noCommitmentType = Rule{
	Rule: diag.NoCommitmentType,
	Why: "Seven tenths of a stretch is a success, and seven tenths of a promise is a miss that others have planned with. " +
		"Who reads the score has to know which of the two was meant, and only the team can say it.",
	Source: "Google's OKR playbook, on committed and aspirational objectives",
	About:  Files,
	Bad: []string{`
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: easy-returns
    title: Nobody dreads sending a parcel back
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
