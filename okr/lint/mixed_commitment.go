package lint

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var mixedCommitment = Rule{
	Rule: diag.Rule{ID: "mixed-commitment", Category: diag.Ambition, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A shared key result that one team promises and another one only hopes for."},
	Why: "One number cannot be a promise and a stretch. At 0.7 one team has succeeded and the other one owes an explanation, " +
		"and until then one moves other work for it and the other one does not.",
	Source: "Google's OKR playbook (mixing up committed and aspirational objectives)",
	About:  Files,
	Bad: []string{sharedRefund + `
-- okrs/2026-Q3/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q3
objectives:
  - id: change-of-mind
    title: Changing one's mind costs nothing but a click
    commitment: aspirational
    why_now: The return season begins after the summer sale
    key_results:
      - ref: payments/2026-Q3/money-back/refund-days
`},
	Good: []string{sharedRefund + `      - id: first-answer
        title: Refund requests answered at the first contact rise from 66 to 90 percent
        metric: {unit: percent, baseline: 66, target: 90, source: call tags}
        check_ins:
          - {date: 2026-07-10, value: 68, confidence: 8}
          - {date: 2026-07-24, value: 74, confidence: 8}
          - {date: 2026-08-07, value: 80, confidence: 8}
      - id: wrong-refunds
        title: Refunds paid to the wrong account stay at or below 1 per month
        role: guardrail
        metric: {kind: at_most, unit: refunds, target: 1, source: bank statements}
        check_ins:
          - {date: 2026-07-24, value: 0}
          - {date: 2026-08-07, value: 1}
-- okrs/2026-Q3/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q3
objectives:
  - id: change-of-mind
    title: Changing one's mind costs nothing but a click
    commitment: committed
    why_now: The return season begins after the summer sale
    key_results:
      - ref: payments/2026-Q3/money-back/refund-days
      - id: own-returns
        title: Returns that customers start without help rise from 40 to 75 percent
        metric: {unit: percent, baseline: 40, target: 75, source: order ledger}
        check_ins:
          - {date: 2026-07-10, value: 44, confidence: 8}
          - {date: 2026-07-24, value: 52, confidence: 8}
          - {date: 2026-08-07, value: 61, confidence: 8}
      - id: lost-parcels
        title: Returned parcels that get lost stay at or below 2 per week
        role: guardrail
        metric: {kind: at_most, unit: parcels, target: 2, source: depot error log}
        check_ins:
          - {date: 2026-07-24, value: 1}
          - {date: 2026-08-07, value: 2}
`},
	Since: edition,
	Check: checkMixedCommitment,
}

// sharedRefund defines a key result that payments shares with checkout.
const sharedRefund = `
-- okrs/2026-Q3/payments.yaml --
version: 1
team: payments
cycle: 2026-Q3
objectives:
  - id: money-back
    title: Customers get their money back before they ask twice
    commitment: committed
    why_now: From September the law gives us seven days for a refund
    key_results:
      - id: refund-days
        title: Refunds that arrive within a week rise from 70 to 100 percent
        metric: {unit: percent, baseline: 70, target: 100, source: bank statements}
        shared_with: [checkout]
        check_ins:
          - {date: 2026-07-10, value: 74, confidence: 8}
          - {date: 2026-07-24, value: 82, confidence: 8}
          - {date: 2026-08-07, value: 88, confidence: 9}
`

// checkMixedCommitment compares each listing of a shared key result with its
// definition. Guardrails have no commitment of their own.
func checkMixedCommitment(r *Reading, say Say) {
	for o := range r.Objectives() {
		here := r.promise(o)
		for _, k := range o.KeyResults {
			definition := k.Definition()
			if !k.IsRef() || definition == nil || definition.Body == nil || definition.Guardrail.V || r.Cancelled(definition) {
				continue
			}
			home := definition.Objective
			there := r.promise(home)
			if here == there || here == "" || there == "" || home.Cancelled != nil {
				continue
			}
			say(OnKeyResult(k).Says(
				named(definition.Title)+" is "+string(here)+" here, under "+named(o.Title)+", and "+string(there)+" for "+home.Document.TeamID.V,
				"Agree with "+home.Document.TeamID.V+" which of the two it is, and list it under an objective with `commitment: "+string(there)+"` here, "+
					"or have it defined under one with `commitment: "+string(here)+"` there.").
				Beside(string(here)+" here", o.Document.File, placeOf(okr.Text{Span: o.Commitment.Span}, o.Title)).
				Beside(string(there)+" for "+home.Document.TeamID.V, home.Document.File, placeOf(okr.Text{Span: home.Commitment.Span}, home.Title)))
		}
	}
}
