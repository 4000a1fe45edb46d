package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var brokenAllow = Rule{
	Rule: diag.Rule{ID: "broken-allow", Category: diag.Format, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "A comment that is meant to silence a rule and does not: no rule, no reason, or a rule that cannot be silenced."},
	Why: "An exception is a decision, and the next reader wants to know who would object if it went. " +
		"A comment without a rule would hide what nobody has seen yet; one without a reason is never taken back.",
	Source: "Experience with linters, where bare exceptions outlive their cause",
	About:  Files,
	Bad: []string{`
- id: calm-payment
  title: Paying feels calm, even in the Saturday rush
  commitment: aspirational
  # okr:allow low-value-objective
  key_results:
    - id: second-order
      title: Households that order again within a month rise from 41 to 52 percent
      metric: {unit: percent, baseline: 41, target: 52, source: order ledger}
`},
	Good: []string{`
- id: calm-payment
  title: Paying feels frictionless, even in the Saturday rush # okr:allow weasel-words because that is the word of our shoppers
  commitment: aspirational
  why_now: Half of the baskets that we lose are lost while paying
  key_results:
    - id: checkout-time
      title: Median time from full basket to paid order falls from 4.2 to 3.2 minutes
      metric: {unit: minutes, baseline: 4.2, target: 3.2, source: checkout dashboard}
      check_ins:
        - {date: 2026-07-09, value: 4.1, confidence: 5}
        - {date: 2026-08-12, value: 3.9, confidence: 5}
    - id: second-order
      title: Households that order again within a month rise from 41 to 52 percent
      metric: {unit: percent, baseline: 41, target: 52, source: order ledger}
      check_ins:
        - {date: 2026-07-09, value: 42, confidence: 5}
        - {date: 2026-08-12, value: 44, confidence: 5}
    - id: double-charges
      title: Double charges stay at or below 2 per week
      role: guardrail
      metric: {kind: at_most, unit: charges, target: 2, source: payments ledger}
      check_ins:
        - {date: 2026-07-09, value: 2}
        - {date: 2026-08-12, value: 1}
`},
	Since: edition,
}
