package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var impossibleMetric = Rule{
	Rule: diag.ImpossibleMetric,
	Why: "Some fields exclude each other: a range whose lower end lies above the upper one is never met, whatever happens. " +
		"Found now it is a slip of a minute; found at the close it is a quarter without a score.",
	Source: "Arithmetic: what can be scored",
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
        metric: {unit: questions per 1000 payouts, baseline: 14, target: 6, source: support desk}
      - id: in-flight
        title: Payouts in flight stay between 20 and 60 at midnight
        metric: {kind: between, unit: payouts, low: 60, high: 20, source: support desk}
        role: guardrail
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
      - id: in-flight
        title: Payouts in flight stay between 20 and 60 at midnight
        metric: {kind: between, unit: payouts, low: 20, high: 60, source: support desk}
        role: guardrail
`},
	Since: edition,
}
