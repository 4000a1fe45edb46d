package lint

import (
	"fmt"
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var tooFewKRs = Rule{
	Rule: diag.Rule{ID: "too-few-krs", Category: diag.Focus, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "An objective that hangs on a single key result, or on none."},
	Why: "A single number is easily moved without the outcome that it stands for. A second one that watches the quality is enough " +
		"to keep it honest; without any, nobody will know whether the objective was reached.",
	Source: "Marty Cagan, Empowered (a primary number and a quality backstop)",
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
      - id: found
        title: Guests who reach their berth without help rise from 64 to 85 percent
        metric: {unit: percent, baseline: 64, target: 85, source: steward tally}
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
      - id: found
        title: Guests who reach their berth without help rise from 64 to 85 percent
        metric: {unit: percent, baseline: 64, target: 85, source: steward tally}
      - id: boarding
        title: Departures that wait for boarding stay at or below 4 percent
        role: guardrail
        metric: {kind: at_most, unit: percent, target: 4, source: timetable log}
`},
	Since:  edition,
	Varies: []Variation{{Severity: diag.Error, Where: "where none counts"}},
	Check:  checkTooFewKRs,
}

// checkTooFewKRs counts what was planned: a key result that was cancelled on the way is
// no reason to invent another. With a guardrail beside it one is enough.
func checkTooFewKRs(r *Reading, say Say) {
	least := r.Workspace.Settings.Limits.KeyResults.Min
	for o := range r.Objectives() {
		found := len(definitionsOf(o))
		if found >= least || r.given(o) || r.uncounted(o) {
			continue
		}
		switch {
		case found == 0:
			say(OnObjective(o).As(diag.Error).Says(
				named(o.Title)+" has no key result that counts, so that nobody will know whether it was reached",
				"Add one that says what will be different, and by how much: "+example("title: … from … to …")+r.watched(o)+"."))
		case found == 1 && r.guarded(o):
		default:
			say(OnObjective(o).Says(
				fmt.Sprintf("%s rests on %s, and %d are asked for", named(o.Title), countOf(found, "key result"), least),
				"Add a second effect that shows it, or a guardrail that keeps the first one honest: "+example("role: guardrail")+
					" with "+example("metric: {kind: at_most, …}")+"."))
		}
	}
}

// uncounted reports whether the list of key results, or one of them, is written in a way
// that cannot be used: that is told, and how many there are is not known.
func (r *Reading) uncounted(o *okr.Objective) bool {
	if !r.refused[o.Document.File.Name] {
		return false
	}
	return len(o.KeyResults) == 0 || slices.ContainsFunc(o.Document.LeftOut, func(part okr.LeftOut) bool {
		return part.KeyResult != nil && part.Objective == o
	})
}

// watched says of an objective whose key results are all guardrails what they lack.
func (r *Reading) watched(o *okr.Objective) string {
	if r.guarded(o) {
		return "; guardrails only watch what must not get worse"
	}
	return ""
}
