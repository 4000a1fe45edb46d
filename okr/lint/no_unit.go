package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var noUnit = Rule{
	Rule: diag.NoUnit,
	Why: "From 14 to 6 of what, in which time? Two readers of a bare number look up two different ones and compute two scores. " +
		"The unit with its period or base settles that: questions per 1000 payouts.",
	Source: "Paul Niven and Ben Lamorte, Objectives and Key Results",
	About:  Files,
	Bad: []string{`
-- okrs/2026-Q4/payments.yaml --
version: 1
team: payments
cycle: 2026-Q4
objectives:
  - id: sure-money
    title: Small shops plan with money they can count on
    commitment: aspirational
    why_now: Two of ten payouts came late in summer, and shops told us so
    key_results:
      - id: on-the-day
        title: Payouts that arrive on the announced day rise from 82 to 97 percent
        metric: {unit: percent, baseline: 82, target: 97, source: bank statements}
      - id: questions
        title: Questions about a payout fall from 14 to 6 per 1000 payouts
        metric: {baseline: 14, target: 6, source: support desk}
`},
	Good: []string{`
-- okrs/2026-Q4/payments.yaml --
version: 1
team: payments
cycle: 2026-Q4
objectives:
  - id: sure-money
    title: Small shops plan with money they can count on
    commitment: aspirational
    why_now: Two of ten payouts came late in summer, and shops told us so
    key_results:
      - id: on-the-day
        title: Payouts that arrive on the announced day rise from 82 to 97 percent
        metric: {unit: percent, baseline: 82, target: 97, source: bank statements}
      - id: questions
        title: Questions about a payout fall from 14 to 6 per 1000 payouts
        metric: {unit: questions per 1000 payouts, baseline: 14, target: 6, source: support desk}
`},
	Since: edition,
}
