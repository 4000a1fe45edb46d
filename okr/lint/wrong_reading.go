package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var wrongReading = Rule{
	Rule: diag.WrongReading,
	Why: "A milestone is passed or not, a number is a number, and a stage has a name. " +
		"A reading of another type cannot be scored, and guessing what was meant would invent a result.",
	Source: "Arithmetic: what can be scored",
	About:  Files,
	Bad: []string{`
-- okrs/2026-Q3/payments.yaml --
version: 1
team: payments
cycle: 2026-Q3
objectives:
  - id: second-bank
    title: Shops get their money also when one bank is down
    commitment: aspirational
    why_now: The outage in June stopped payouts for two days
    key_results:
      - id: on-the-day
        title: Payouts that arrive on the announced day rise from 82 to 97 percent
        metric: {unit: percent, baseline: 82, target: 97, source: bank statements}
        check_ins:
          - {date: 2026-07-08, value: 84, confidence: 5}
          - {date: 2026-07-22, value: 86, confidence: 5}
          - {date: 2026-08-12, value: 89, confidence: 6}
      - id: second
        title: The regulator has admitted a second bank
        metric: {kind: milestone, source: letter of the regulator}
        check_ins:
          - {date: 2026-07-08, value: false, confidence: 5}
          - {date: 2026-08-12, value: 0.5, confidence: 6}
      - id: wrong
        title: Payouts to a wrong account stay at 0 per quarter
        metric: {kind: at_most, unit: payouts per quarter, target: 0, source: bank statements}
        role: guardrail
        check_ins:
          - {date: 2026-07-08, value: 0}
          - {date: 2026-08-12, value: 0}
`},
	Good: []string{`
-- okrs/2026-Q3/payments.yaml --
version: 1
team: payments
cycle: 2026-Q3
objectives:
  - id: second-bank
    title: Shops get their money also when one bank is down
    commitment: aspirational
    why_now: The outage in June stopped payouts for two days
    key_results:
      - id: on-the-day
        title: Payouts that arrive on the announced day rise from 82 to 97 percent
        metric: {unit: percent, baseline: 82, target: 97, source: bank statements}
        check_ins:
          - {date: 2026-07-08, value: 84, confidence: 5}
          - {date: 2026-07-22, value: 86, confidence: 5}
          - {date: 2026-08-12, value: 89, confidence: 6}
      - id: second
        title: The regulator has admitted a second bank
        metric: {kind: milestone, source: letter of the regulator}
        check_ins:
          - {date: 2026-07-08, value: false, confidence: 5}
          - {date: 2026-08-12, value: false, confidence: 6}
      - id: wrong
        title: Payouts to a wrong account stay at 0 per quarter
        metric: {kind: at_most, unit: payouts per quarter, target: 0, source: bank statements}
        role: guardrail
        check_ins:
          - {date: 2026-07-08, value: 0}
          - {date: 2026-08-12, value: 0}
`},
	Since: edition,
}
