package lint

import (
	"fmt"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var tooManyKRs = Rule{
	Rule: diag.Rule{ID: "too-many-krs", Category: diag.Focus, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "An objective with more key results than anybody can keep in mind."},
	Why: "With every further number each of them gets less attention, and the mean of many hides the one that mattered. " +
		"Three are usual; what only must not get worse is a guardrail and is not counted.",
	Source: "re:Work, Set goals with OKRs (about three); Christina Wodtke, Radical Focus; Marty Cagan, Empowered",
	About:  Files,
	Bad: []string{`
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: berth
    title: Travellers find their berth without asking
    commitment: aspirational
    why_now: The new carriages number their berths in another order
    key_results:
` + berthResults + ticketResults + `      - id: early
        title: Guests who board ten minutes before departure rise from 40 to 60 percent
        metric: {unit: percent, baseline: 40, target: 60, source: door counter}
      - id: families
        title: Families whose berths lie side by side rise from 72 to 90 percent
        metric: {unit: percent, baseline: 72, target: 90, source: booking ledger}
`},
	Good: []string{`
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: berth
    title: Travellers find their berth without asking
    commitment: aspirational
    why_now: The new carriages number their berths in another order
    key_results:
` + berthResults},
	Since: edition,
	Check: checkTooManyKRs,
}

func checkTooManyKRs(r *Reading, say Say) {
	most := r.Workspace.Settings.Limits.KeyResults.Max
	for o := range r.Objectives() {
		counting := r.Counting(o)
		if len(counting) <= most || r.given(o) {
			continue
		}
		over := counting[most]
		file, span := o.Document.File, placeOf(over.Title, over.ID)
		if over.IsRef() {
			span = over.Ref.Address.Span
		}
		say(OnObjective(o).Says(
			fmt.Sprintf("%s has %d counting key results, and %d are the most", named(o.Title), len(counting), most),
			fmt.Sprintf("Keep those that you would be embarrassed to miss, and take %s out: what must not get worse becomes `role: guardrail`, "+
				"a task goes to `initiatives`, and the rest can wait for the next cycle.", countOf(len(counting)-most, "")),
		).Beside("from here on it is too many", file, span))
	}
}

// countOf is how many of something, in a sentence.
func countOf(n int, what string) string {
	switch {
	case what == "" && n == 1:
		return "one"
	case what == "":
		return fmt.Sprint(n)
	case n == 1:
		return "1 " + what
	default:
		return fmt.Sprint(n, " ", what, "s")
	}
}

// definitionsOf are the definitions of the key results of an objective that are no
// guardrails, cancelled ones included.
func definitionsOf(o *okr.Objective) []*okr.KeyResult {
	var found []*okr.KeyResult
	for _, k := range o.KeyResults {
		d := k.Definition()
		if d == nil || d.Body == nil {
			d = k
		}
		if d.Body != nil && !d.Guardrail.V {
			found = append(found, d)
		}
	}
	return found
}
