package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var tooFewObjectives = Rule{
	Rule: diag.TooFewObjectives,
	Why: "The organisation has agreed on a least number, so that a team looks beyond the one project it has in hand. " +
		"Where that does not fit, the number is the thing to change, in the open and for everybody.",
	Source: "John Doerr, Measure What Matters, who advises three to five; others advise fewer",
	About:  Files,
	Bad: []string{`
-- okr.yaml --
version: 1
organization: Acme
teams:
  - {id: company, name: Acme}
  - {id: payments, name: Payments, parent: company}
limits: {objectives: {min: 2, max: 5}}
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
	Good: []string{`
-- okr.yaml --
version: 1
organization: Acme
teams:
  - {id: company, name: Acme}
  - {id: payments, name: Payments, parent: company}
limits: {objectives: {min: 2, max: 5}}
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
	Since: edition,
}
