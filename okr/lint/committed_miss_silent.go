package lint

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var committedMissSilent = Rule{
	Rule: diag.Rule{ID: "committed-miss-silent", Category: diag.Ambition, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "A commitment that was not kept, without a reason and a look back."},
	Why: "Others planned on a commitment, so a miss is worth ten minutes: what was planned, what happened, what changes. " +
		"It is written to plan better, never to find fault. " +
		"It asks for the reason too, so that miss-without-reason need not speak of the same line.",
	Source: "Google's OKR playbook (committed objectives end with a postmortem when they are missed)",
	About:  Files,
	Bad: []string{`
-- okrs/2026-Q2/payments.yaml --
version: 1
team: payments
cycle: 2026-Q2
objectives:
  - id: audit-ready
    title: The auditor finds every booking on the first day
    commitment: committed
    why_now: The licence is renewed in July after an audit on site
    key_results:
      - id: documented
        title: Bookings with a complete trail rise from 91 to 100 percent
        metric: {unit: percent, baseline: 91, target: 100, source: ledger export}
        check_ins:
          - {date: 2026-04-20, value: 93, confidence: 9}
          - {date: 2026-05-25, value: 97, confidence: 8}
          - {date: 2026-06-30, value: 99.1}
      - id: questions
        title: Questions that stay open in the monthly rehearsal fall from 14 to 0
        metric: {unit: questions, baseline: 14, target: 0, source: rehearsal minutes}
        check_ins:
          - {date: 2026-04-20, value: 9, confidence: 9}
          - {date: 2026-05-25, value: 3, confidence: 9}
          - {date: 2026-06-30, value: 0}
`},
	Good: []string{`
-- okrs/2026-Q2/payments.yaml --
version: 1
team: payments
cycle: 2026-Q2
objectives:
  - id: audit-ready
    title: The auditor finds every booking on the first day
    commitment: committed
    why_now: The licence is renewed in July after an audit on site
    key_results:
      - id: documented
        title: Bookings with a complete trail rise from 91 to 100 percent
        metric: {unit: percent, baseline: 91, target: 100, source: ledger export}
        check_ins:
          - {date: 2026-04-20, value: 93, confidence: 9}
          - {date: 2026-05-25, value: 97, confidence: 8}
          - {date: 2026-06-30, value: 99.1}
        outcome:
          reason: estimate_wrong
          learned: Vouchers from before 2021 sit in another archive, and nobody had counted them in the plan
      - id: questions
        title: Questions that stay open in the monthly rehearsal fall from 14 to 0
        metric: {unit: questions, baseline: 14, target: 0, source: rehearsal minutes}
        check_ins:
          - {date: 2026-04-20, value: 9, confidence: 9}
          - {date: 2026-05-25, value: 3, confidence: 9}
          - {date: 2026-06-30, value: 0}
      - id: delays
        title: Customers who wait for a booking stay at or below 5 per week
        role: guardrail
        metric: {kind: at_most, unit: customers, target: 5, source: ledger export}
        check_ins:
          - {date: 2026-05-25, value: 4}
          - {date: 2026-06-30, value: 2}
`},
	Since: edition,
	Check: checkCommittedMissSilent,
}

func checkCommittedMissSilent(r *Reading, say Say) {
	for m := range r.misses() {
		k := m.Listed
		if m.objective.Commitment != okr.Committed {
			continue
		}
		why := k.Outcome != nil && k.Outcome.Reason.V != ""
		if why && learned(k.Outcome) {
			continue
		}
		missing, hint := "neither a reason nor what was learned is written down",
			"Look back for ten minutes, to plan better and not to find fault: `outcome: {reason: estimate_wrong, learned: \"…\"}`. A longer look back goes "+
				"into `postmortem:`, as a link or three lines on plan, reality and change. The other reasons are market_shifted, dependency_failed, deprioritised, not_measurable and other."
		at := OnKeyResult(k)
		if why {
			missing = quote(k.Outcome.Reason.V) + " is the reason, and what was learned is not written down"
			hint = "Add one sentence that helps the next plan, `learned: \"…\"`, or `postmortem:` with a link or three lines on plan, reality and change."
			at = at.At(k.Outcome.Reason.Span)
		}
		say(at.Says(named(k.Title)+" was a commitment and ended at "+r.shown(*m.Score)+"; "+missing, hint))
	}
}
