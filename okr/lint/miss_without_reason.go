package lint

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var missWithoutReason = Rule{
	Rule: diag.Rule{ID: "miss-without-reason", Category: diag.Cadence, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "A key result that ended below its line, and nothing says why."},
	Why: "A low score is information, and without a reason the information is lost: the next plan starts from the same belief. " +
		"Reasons that are collected over cycles show what really stops an organisation, such as estimates or dependencies. " +
		"A commitment that was missed is spoken of by committed-miss-silent alone.",
	Source: "Google's OKR playbook; Christina Wodtke, Radical Focus",
	About:  Files,
	Bad:    []string{closingBad},
	Good:   []string{closingGood},
	Since:  edition,
	Check:  checkMissWithoutReason,
}

func checkMissWithoutReason(r *Reading, say Say) {
	for m := range r.misses() {
		k := m.Listed
		if m.objective.Commitment != okr.Aspirational || k.Outcome != nil && k.Outcome.Reason.V != "" {
			continue
		}
		hint := "Write which assumption did not hold, and one sentence for the next plan: `outcome: {reason: estimate_wrong, learned: \"…\"}`. " +
			"The other reasons are market_shifted, dependency_failed, deprioritised, not_measurable and other."
		if on := needed(k); on != "" {
			hint += " If what you needed from elsewhere did not come, it is `reason: dependency_failed` with `dependency: " + on + "`."
		}
		say(OnKeyResult(k).Says(named(k.Title)+" ended at "+r.shown(*m.Score)+", below the "+r.shown(m.line)+
			" from which something aspirational is a success, and nothing says why", hint))
	}
}

// needed is the first address that a key result, or its objective, depends on.
func needed(k *okr.KeyResult) string {
	for _, needs := range [...][]okr.Dependency{k.DependsOn, k.Objective.DependsOn} {
		for _, need := range needs {
			if need.On.Address.Written() {
				return need.On.Address.V
			}
		}
	}
	return ""
}

// closingBad is a quarter that ended and was left alone.
const closingBad = `
-- okrs/2026-Q2/payments.yaml --
version: 1
team: payments
cycle: 2026-Q2
objectives:
  - id: refunds-in-time
    title: Customers get their money back before they ask twice
    commitment: aspirational
    why_now: Every fifth call in spring asks where a refund is
    key_results:
      - id: second-calls
        title: Customers who ask a second time for a refund fall from 18 to 6 percent
        metric: {unit: percent, baseline: 18, target: 6, source: call tags}
        check_ins:
          - {date: 2026-04-15, value: 18, confidence: 5}
          - {date: 2026-05-20, value: 15, confidence: 5}
          - {date: 2026-06-29, value: 13}
      - id: same-week
        title: Refunds that arrive within a week rise from 52 to 80 percent
        metric: {unit: percent, baseline: 52, target: 80, source: bank statements}
        check_ins:
          - {date: 2026-04-15, value: 55, confidence: 5}
          - {date: 2026-05-20, value: 66, confidence: 6}
          - {date: 2026-06-29, value: 75}
      - id: wrong-refunds
        title: Refunds paid to the wrong account stay at or below 1 per month
        role: guardrail
        metric: {kind: at_most, unit: refunds, target: 1, source: bank statements}
        check_ins:
          - {date: 2026-05-20, value: 0}
          - {date: 2026-06-29, value: 1}
`

// closingGood is the same quarter, ended as it should be.
const closingGood = `
-- okrs/2026-Q2/payments.yaml --
version: 1
team: payments
cycle: 2026-Q2
objectives:
  - id: refunds-in-time
    title: Customers get their money back before they ask twice
    commitment: aspirational
    why_now: Every fifth call in spring asks where a refund is
    key_results:
      - id: second-calls
        title: Customers who ask a second time for a refund fall from 18 to 6 percent
        metric: {unit: percent, baseline: 18, target: 6, source: call tags}
        check_ins:
          - {date: 2026-04-15, value: 18, confidence: 5}
          - {date: 2026-05-20, value: 15, confidence: 5}
          - {date: 2026-06-29, value: 13}
        outcome:
          reason: estimate_wrong
          learned: Most customers ask again because no message tells them when the money left us
      - id: same-week
        title: Refunds that arrive within a week rise from 52 to 80 percent
        metric: {unit: percent, baseline: 52, target: 80, source: bank statements}
        check_ins:
          - {date: 2026-04-15, value: 55, confidence: 5}
          - {date: 2026-05-20, value: 66, confidence: 6}
          - {date: 2026-06-29, value: 75}
      - id: wrong-refunds
        title: Refunds paid to the wrong account stay at or below 1 per month
        role: guardrail
        metric: {kind: at_most, unit: refunds, target: 1, source: bank statements}
        check_ins:
          - {date: 2026-05-20, value: 0}
          - {date: 2026-06-29, value: 1}
retrospective: We believed that speed alone would quiet the phones. The money came faster and people still asked. Next we announce it.
`
