package lint

import (
	"fmt"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var lowValueObjective = Rule{
	Rule: diag.Rule{ID: "low-value-objective", Category: diag.Focus, Class: diag.ClassRules, Severity: diag.Info,
		Summary: "An objective that does not say why it matters now."},
	Why: "Some objectives can be reached in full without anybody noticing. One sentence on what happens if it is left for a year " +
		"shows whether this is one of them, and it is what other teams need to agree or to help.",
	Source: "Google's OKR playbook (low-value objectives); Ben Lamorte (why now)",
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
    why_now: Guests want it
    key_results:
` + berthResults, `
-- okrs/2026-Q4/company.yaml --
version: 1
team: company
cycle: 2026-Q4
objectives:
  - id: night-trains
    title: Sleeping on the train is worth the evening
    commitment: aspirational
    key_results:
` + nightResults},
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
	Check: checkWorth,
}

// fewestReasonWords is how many words a reason has at least.
const fewestReasonWords = 5

// checkWorth takes a link for a reason: the supported objective says why. Where a team
// with a parent says nothing at all, orphan-objective speaks.
func checkWorth(r *Reading, say Say) {
	for o := range r.Objectives() {
		if len(o.Supports) > 0 || r.given(o) {
			continue
		}
		reason := strings.TrimSpace(o.WhyNow.V)
		words := len(strings.Fields(reason))
		// A text without blanks may be of a language that has none.
		short := words < fewestReasonWords && (words > 1 || len([]rune(reason)) < 4*fewestReasonWords)
		m := OnObjective(o)
		switch {
		case reason == "" && o.Document.Team.Parent != nil:
		case reason == "":
			say(m.Says(named(o.Title)+" does not say why it matters now",
				"Add one sentence on what makes "+o.Document.Cycle.ID+" the time for it: "+example("why_now: …")+"."))
		case plain(reason) == plain(o.Title.V):
			say(m.At(o.WhyNow.Span).Says("`why_now` repeats the title and gives no reason",
				"Say what changed, or what is lost by waiting beyond "+o.Document.Cycle.ID+": a date, a number, or what those it is for have told you."))
		case short:
			say(m.At(o.WhyNow.Span).Says(fmt.Sprintf("`why_now` of %s has %s, too few for a reason", named(o.Title), wordCount(words)),
				"Say what changed, or what is lost by waiting beyond "+o.Document.Cycle.ID+": "+example("why_now: "+strings.TrimRight(reason, ".")+", because …")+"."))
		}
	}
}

// given reports whether an objective was given up by the date.
func (r *Reading) given(o *okr.Objective) bool {
	return o.Cancelled != nil && o.Cancelled.Date.V <= r.At
}

func wordCount(n int) string {
	if n == 1 {
		return "1 word"
	}
	return fmt.Sprintf("%d words", n)
}
