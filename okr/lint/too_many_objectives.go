package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var tooManyObjectives = Rule{
	Rule: diag.TooManyObjectives,
	Why: "Every objective more takes weeks from the others, and in the end each has got a little. " +
		"A short list is a decision: it says what will wait, so that nobody has to find out in the last week.",
	Source: "John Doerr, Measure What Matters; Christina Wodtke, Radical Focus",
	About:  Files,
	Bad: []string{`
-- okr.yaml --
version: 1
organization: Acme
teams:
  - {id: company, name: Acme}
  - {id: payments, name: Payments, parent: company}
limits: {objectives: {min: 1, max: 1}}
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
  - id: regular-shop
    title: New neighbours find a regular shop around the corner
    commitment: aspirational
    why_now: Two new quarters are being moved into this winter
    key_results:
      - id: third-visit
        title: Newcomers who visit the same shop three times rise from 18 to 30 percent
        metric: {unit: percent, baseline: 18, target: 30, source: visit register}
      - id: found
        title: Newcomers who find a shop within their first week rise from 35 to 60 percent
        metric: {unit: percent, baseline: 35, target: 60, source: welcome survey}
`},
	Good: []string{`
-- okr.yaml --
version: 1
organization: Acme
teams:
  - {id: company, name: Acme}
  - {id: payments, name: Payments, parent: company}
limits: {objectives: {min: 1, max: 1}}
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
