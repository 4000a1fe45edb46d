package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var readingAfterClose = Rule{
	Rule: diag.ReadingAfterClose,
	Why: "A cycle is closed so that its numbers stay what they were when everybody talked about them. " +
		"A reading from later belongs to the next cycle, where it is a good baseline.",
	Source: "Google's OKR playbook, on grading at the end of a quarter",
	About:  Files,
	Bad: []string{`
-- okrs/2026-Q2/payments.yaml --
version: 1
team: payments
cycle: 2026-Q2
objectives:
  - id: sure-money
    title: Small shops plan with money they can count on
    commitment: aspirational
    why_now: Two of ten payouts came late in winter, and shops told us so
    key_results:
      - id: on-the-day
        title: Payouts that arrive on the announced day rise from 82 to 92 percent
        metric: {unit: percent, baseline: 82, target: 92, source: bank statements}
        check_ins:
          - {date: 2026-04-08, value: 83, confidence: 5}
          - {date: 2026-05-06, value: 86, confidence: 5}
          - {date: 2026-06-03, value: 88, confidence: 6}
          - {date: 2026-06-30, value: 90, confidence: 7}
      - id: questions
        title: Questions about a payout fall from 14 to 8 per 1000 payouts
        metric: {unit: questions per 1000 payouts, baseline: 14, target: 8, source: support desk}
        check_ins:
          - {date: 2026-04-08, value: 13, confidence: 5}
          - {date: 2026-05-06, value: 12, confidence: 5}
          - {date: 2026-06-03, value: 10, confidence: 6}
          - {date: 2026-08-02, value: 9, confidence: 7}
retrospective: The announced day was the promise that shops needed; the exact hour mattered to nobody
`},
	Good: []string{`
-- okrs/2026-Q2/payments.yaml --
version: 1
team: payments
cycle: 2026-Q2
objectives:
  - id: sure-money
    title: Small shops plan with money they can count on
    commitment: aspirational
    why_now: Two of ten payouts came late in winter, and shops told us so
    key_results:
      - id: on-the-day
        title: Payouts that arrive on the announced day rise from 82 to 92 percent
        metric: {unit: percent, baseline: 82, target: 92, source: bank statements}
        check_ins:
          - {date: 2026-04-08, value: 83, confidence: 5}
          - {date: 2026-05-06, value: 86, confidence: 5}
          - {date: 2026-06-03, value: 88, confidence: 6}
          - {date: 2026-06-30, value: 90, confidence: 7}
      - id: questions
        title: Questions about a payout fall from 14 to 8 per 1000 payouts
        metric: {unit: questions per 1000 payouts, baseline: 14, target: 8, source: support desk}
        check_ins:
          - {date: 2026-04-08, value: 13, confidence: 5}
          - {date: 2026-05-06, value: 12, confidence: 5}
          - {date: 2026-06-03, value: 10, confidence: 6}
          - {date: 2026-07-02, value: 9, confidence: 7}
retrospective: The announced day was the promise that shops needed; the exact hour mattered to nobody
`},
	Since: edition,
}
