package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var noBaseline = Rule{
	Rule: diag.NoBaseline,
	Why: "To 97 percent, from where? Without today's value nobody can say how far the way is, nor how much of it was gone. " +
		"A program that assumes zero in its place makes every score too good.",
	Source: "Yaniv Preiss, on common mistakes with OKRs",
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
        title: Payouts that arrive on the announced day rise to 97 percent
        metric: {kind: increase, unit: percent, target: 97, source: bank statements}
      - id: questions
        title: Questions about a payout fall from 14 to 6 per 1000 payouts
        metric: {unit: questions per 1000 payouts, baseline: 14, target: 6, source: support desk}
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
