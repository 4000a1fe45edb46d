package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var futureDate = Rule{
	Rule:   diag.FutureDate,
	Why:    "A check-in tells what was read, so its day has passed. One from next month is a wish or a slip in the date, and it would count as soon as that day comes.",
	Source: "Experience with files that people and programs read together",
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
    why_now: Two of ten payouts came late in spring, and shops told us so
    key_results:
      - id: on-the-day
        title: Payouts that arrive on the announced day rise from 82 to 97 percent
        metric: {unit: percent, baseline: 82, target: 97, source: bank statements}
        check_ins:
          - {date: 2026-07-08, value: 84, confidence: 5}
          - {date: 2026-07-22, value: 86, confidence: 5}
          - {date: 2026-08-12, value: 89, confidence: 6}
      - id: questions
        title: Questions about a payout fall from 14 to 6 per 1000 payouts
        metric: {unit: questions per 1000 payouts, baseline: 14, target: 6, source: support desk}
        check_ins:
          - {date: 2026-07-08, value: 13, confidence: 5}
          - {date: 2026-07-22, value: 11, confidence: 5}
          - {date: 2026-09-13, value: 10, confidence: 6}
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
    why_now: Two of ten payouts came late in spring, and shops told us so
    key_results:
      - id: on-the-day
        title: Payouts that arrive on the announced day rise from 82 to 97 percent
        metric: {unit: percent, baseline: 82, target: 97, source: bank statements}
        check_ins:
          - {date: 2026-07-08, value: 84, confidence: 5}
          - {date: 2026-07-22, value: 86, confidence: 5}
          - {date: 2026-08-12, value: 89, confidence: 6}
      - id: questions
        title: Questions about a payout fall from 14 to 6 per 1000 payouts
        metric: {unit: questions per 1000 payouts, baseline: 14, target: 6, source: support desk}
        check_ins:
          - {date: 2026-07-08, value: 13, confidence: 5}
          - {date: 2026-07-22, value: 11, confidence: 5}
          - {date: 2026-08-13, value: 10, confidence: 6}
`},
	Since: edition,
}
