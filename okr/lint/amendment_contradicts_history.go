package lint

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var amendmentContradictsHistory = Rule{
	Rule: diag.Rule{ID: "amendment-contradicts-history", Category: diag.Cadence, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "An amendment whose `from` is not what was published."},
	Why: "An amendment is believed because it says what stood there before. " +
		"Where history shows another value, history is official, and readers of the file alone would compare with a promise that was never made.",
	Source: "Accounting, where an entry has to agree with the book it corrects",
	About:  Files,
	Needs:  Past,
	Bad: []string{publishedFerry + laterFerry("baseline: 18, target: 8, source: gate log}", "baseline: 18, target: 7, source: gate log}\n"+
		"        amendments:\n          - {date: 2026-08-05, field: target, from: 9, to: 7, reason: The second ferry came in July and not in September}")},
	Good: []string{publishedFerry + laterFerry("baseline: 18, target: 8, source: gate log}", "baseline: 18, target: 7, source: gate log}\n"+
		"        amendments:\n          - {date: 2026-08-05, field: target, from: 8, to: 7, reason: The second ferry came in July and not in September}")},
	Since: edition,
	Check: checkAmendmentContradictsHistory,
}

// checkAmendmentContradictsHistory says of each thing once where its amendments go
// astray: what follows from there cannot be right either.
func checkAmendmentContradictsHistory(r *Reading, say Say) {
	for _, p := range r.publications() {
		for _, c := range p.objectives {
			if c.now != nil {
				fresh := news(c.then.Amendments, c.now.Amendments)
				d := depart(objectiveFields(), c.then.Field, c.now.Field, fresh, c.on, okr.SameField)
				p.astray(OnObjective(c.now), d, fresh, c.on, "", say)
			}
		}
		for _, c := range p.keyResults {
			if c.compares() {
				fresh := news(c.then.Amendments, c.now.Amendments)
				p.astray(OnKeyResult(c.now), c.departure, fresh, c.on, c.then.Metric.Unit.V, say)
			}
		}
	}
}

// objectiveFields are the fields of an objective that say how it counts.
func objectiveFields() []string { return []string{"commitment", "weight"} }

func (p *publication) astray(m Remark, d departure, fresh []okr.Amendment, on okr.Date, unit string, say Say) {
	if len(d.contradicted) == 0 {
		return
	}
	first := d.contradicted[0]
	if slices.ContainsFunc(fresh, func(a okr.Amendment) bool { return a.Field.V == "unit" }) {
		unit = ""
	}
	say(m.At(first.amendment.From.Span).Says(
		"this amendment says that "+first.field+" was "+valueOf(first.amendment.From, unit)+", and "+valueOf(first.before, unit)+" was published "+p.when(on),
		"What was published decides: write "+example("from: "+first.before.String())+
			", or put the change that is missing before it, if there was one after the publication."))
}
