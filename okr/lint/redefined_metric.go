package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var redefinedMetric = Rule{
	Rule: diag.Rule{ID: "redefined-metric", Category: diag.Cadence, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "A measure whose kind, unit, name, source or way of summing up changed after publication without an amendment."},
	Why: "When the ruler changes in the middle of a cycle, the numbers before and after it are about two things, " +
		"and the review becomes a talk about what counts. A better ruler is welcome: said in an amendment, with both readings for a week.",
	Source: "Practice of reviews in which what counts is settled before the number is known",
	About:  Files,
	Needs:  Past,
	Bad:    []string{publishedLoans + laterLoans("source: loan desk counter", "source: newsletter survey")},
	Good: []string{publishedLoans + laterLoans("source: loan desk counter}", "source: loan system}\n"+
		"        amendments:\n          - {date: 2026-07-27, field: source, from: loan desk counter, to: loan system, reason: The counter at the desk was replaced; both showed 41 for a week}")},
	Since: edition,
	Check: checkRedefinedMetric,
}

// publishedLoans is a quarter as it was published.
const publishedLoans = "\n-- okrs/2026-Q3/data.yaml as committed on 2026-07-10 --\n" + loans

// loans is a team's document for a quarter.
const loans = `version: 1
team: data
cycle: 2026-Q3
objectives:
  - id: open-shelves
    title: The library is where the neighbourhood meets
    commitment: aspirational
    why_now: The new reading room opens its doors in July
    key_results:
      - id: second-loan
        title: New members who borrow again within a month rise
        metric: {unit: percent, baseline: 38, target: 55, source: loan desk counter}
        check_ins:
          - {date: 2026-07-08, value: 38, confidence: 5}
      - id: evenings
        title: Evenings that neighbours run themselves rise from 2 to 9 a month
        metric: {unit: evenings a month, baseline: 2, target: 9, source: room calendar}
        check_ins:
          - {date: 2026-07-08, value: 2, confidence: 5}
      - id: waiting-list
        title: Members who wait over a week for a book stay at or below 12 percent
        role: guardrail
        metric: {kind: at_most, unit: percent, target: 12, source: hold list}
        check_ins:
          - {date: 2026-07-08, value: 9}
`

// laterLoans is the same quarter a month later, with some texts replaced.
func laterLoans(changes ...string) string {
	return later(publishedLoans, append(changes,
		"value: 38, confidence: 5}", "value: 38, confidence: 5}\n          - {date: 2026-07-23, value: 41, confidence: 5}\n          - {date: 2026-08-07, value: 45, confidence: 6}",
		"value: 2, confidence: 5}", "value: 2, confidence: 5}\n          - {date: 2026-07-23, value: 3, confidence: 5}\n          - {date: 2026-08-07, value: 5, confidence: 5}",
		"value: 9}", "value: 9}\n          - {date: 2026-08-07, value: 10}",
	)...)
}

// checkRedefinedMetric takes a change of the numbers along where the unit or the kind
// changed: they had to change with it.
func checkRedefinedMetric(r *Reading, say Say) {
	for _, p := range r.publications() {
		for _, c := range p.keyResults {
			if !c.compares() {
				continue
			}
			d := c.departure
			changes := d.of("kind", "unit", "name", "source", "aggregate")
			if len(changes) == 0 {
				continue
			}
			message := named(c.now.Title) + " is measured otherwise than it was published " + p.when(c.on) + ": " + tell(changes, "") + ", and no amendment says so"
			if len(d.of("kind", "unit")) > 0 {
				changes = append(changes, d.of(goalposts()...)...)
			}
			say(OnKeyResult(c.now).At(place(changes)).Says(message, r.mend(changes, len(c.now.Amendments) > 0)))
		}
	}
}
