package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var expiredAllow = Rule{
	Rule: diag.Rule{ID: "expired-allow", Category: diag.Format, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A comment whose last day is over; it silences nothing any more."},
	Why:    "Somebody promised to look at this again by that day. The finding is back, so that the promise is kept or renewed in the open.",
	Source: "Experience with linters, where exceptions outlive their cause",
	About:  Files,
	Bad: []string{`
- id: calm-payment
  title: Paying feels calm, even in the Saturday rush
  commitment: aspirational
  # okr:allow no-source until 2026-07-31 because the dashboard is being built
  key_results:
    - id: second-order
      title: Households that order again within a month rise from 41 to 52 percent
      metric: {unit: percent, baseline: 41, target: 52}
`},
	Good: []string{`
- id: calm-payment
  title: Paying feels calm, even in the Saturday rush
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
