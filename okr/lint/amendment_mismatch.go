package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var amendmentMismatch = Rule{
	Rule: diag.AmendmentMismatch,
	Why: "An amendment tells what stood in a field before and what stands there now, so that both scores can be shown. " +
		"Where the last one does not lead to what the file says, something was changed without being told, or told wrongly.",
	Source: "Accounting, where a correction never erases what was booked",
	About:  Files,
	Bad: []string{`
-- okrs/2026-Q3/payments.yaml --
version: 1
team: payments
cycle: 2026-Q3
objectives:
  - id: sure-money
    title: Small shops plan with money they can count on
    commitment: aspirational
    why_now: Two of ten payouts came late in summer, and shops told us so
    key_results:
      - id: on-the-day
        title: Payouts that arrive on the announced day rise from 82 to 90 percent
        metric: {unit: percent, baseline: 82, target: 90, source: bank statements}
        amendments:
          - {date: 2026-07-30, field: target, from: 97, to: 93, reason: The new rule for large sums adds a day of checks}
        check_ins:
          - {date: 2026-07-08, value: 84, confidence: 5}
          - {date: 2026-07-22, value: 86, confidence: 5}
          - {date: 2026-08-12, value: 87, confidence: 6}
      - id: questions
        title: Questions about a payout fall from 14 to 6 per 1000 payouts
        metric: {unit: questions per 1000 payouts, baseline: 14, target: 6, source: support desk}
        check_ins:
          - {date: 2026-07-08, value: 13, confidence: 5}
          - {date: 2026-07-22, value: 11, confidence: 5}
          - {date: 2026-08-12, value: 10, confidence: 6}
`},
	Good: []string{`
-- okrs/2026-Q3/payments.yaml --
version: 1
team: payments
cycle: 2026-Q3
objectives:
  - id: sure-money
    title: Small shops plan with money they can count on
    commitment: aspirational
    why_now: Two of ten payouts came late in summer, and shops told us so
    key_results:
      - id: on-the-day
        title: Payouts that arrive on the announced day rise from 82 to 93 percent
        metric: {unit: percent, baseline: 82, target: 93, source: bank statements}
        amendments:
          - {date: 2026-07-30, field: target, from: 97, to: 93, reason: The new rule for large sums adds a day of checks}
        check_ins:
          - {date: 2026-07-08, value: 84, confidence: 5}
          - {date: 2026-07-22, value: 86, confidence: 5}
          - {date: 2026-08-12, value: 87, confidence: 6}
      - id: questions
        title: Questions about a payout fall from 14 to 6 per 1000 payouts
        metric: {unit: questions per 1000 payouts, baseline: 14, target: 6, source: support desk}
        check_ins:
          - {date: 2026-07-08, value: 13, confidence: 5}
          - {date: 2026-07-22, value: 11, confidence: 5}
          - {date: 2026-08-12, value: 10, confidence: 6}
`},
	Since: edition,
}
