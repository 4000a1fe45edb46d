package load

import (
	"cmp"
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// numberFields are the fields of which an amendment gives numbers.
var numberFields = []string{"baseline", "target", "low", "high", "fail_at", "tolerance", "weight"}

// checkPublished follows the amendments back, a date at a time, and holds what the
// metric was before each against its kind: an official score cannot come from a
// definition that could never be scored.
func (p *page) checkPublished(k *okr.KeyResult, now metric.Definition) {
	if len(k.Amendments) == 0 || p.formSpoke(k.Amendments[0].Span.Start, k.Amendments[len(k.Amendments)-1].Span.End) {
		return
	}
	newest := slices.Clone(k.Amendments)
	slices.Reverse(newest)
	slices.SortStableFunc(newest, func(a, b okr.Amendment) int { return cmp.Compare(b.Date.V, a.Date.V) })
	then, known := k.Metric, checkAlone(now)
	for len(newest) > 0 {
		end := 1
		for end < len(newest) && newest[end].Date.V == newest[0].Date.V {
			end++
		}
		day := newest[:end]
		newest = newest[end:]
		if slices.ContainsFunc(day, p.wrongFrom) {
			return
		}
		for _, a := range day {
			then.Put(a.Field.V, &a.From, p.units)
		}
		problems := checkAlone(then.Definition())
		for _, problem := range problems {
			fresh := !slices.ContainsFunc(known, func(o metric.Problem) bool { return o.ID == problem.ID && o.Field == problem.Field })
			if fresh && possible(day, problem) {
				at := blamed(day, problem.Field)
				p.say(p.ruleOf(problem, diag.ImpossibleMetric), at.From.Span,
					"before the amendment of "+at.Date.V.String()+": "+problem.Message,
					"Correct `from`, or amend what else was different then: the official score follows what was published.")
			}
		}
		known = problems
	}
}

// checkAlone holds a definition against its own kind; fields of other kinds are
// another mistake, of which the amendment's field tells.
func checkAlone(d metric.Definition) []metric.Problem {
	kind, resolved := metric.Resolve(d)
	if !resolved {
		return metric.Check(d)
	}
	return kind.Check(d)
}

// possible reports whether a problem comes from what the amendments of a day say.
// After a change of unit the numbers of the file are of the new one, so that they
// say nothing about the old one's domain.
func possible(day []okr.Amendment, problem metric.Problem) bool {
	redefined := slices.ContainsFunc(day, func(a okr.Amendment) bool { return redefines(a.Field.V) })
	own := slices.ContainsFunc(day, func(a okr.Amendment) bool { return a.Field.V == problem.Field })
	switch problem.ID {
	case metric.IDValueOutOfDomain:
		return !redefined || own
	case metric.IDSchema:
		return own
	}
	return true
}

// redefines reports whether a change of the field makes it another measure.
func redefines(field string) bool { return field == "kind" || field == "unit" || field == "stages" }

// blamed is the amendment of a field, or the first where none is of that field.
func blamed(day []okr.Amendment, field string) okr.Amendment {
	i := slices.IndexFunc(day, func(a okr.Amendment) bool { return a.Field.V == field })
	return day[max(i, 0)]
}

// wrongFrom finds a value before a change that its field can never have had.
func (p *page) wrongFrom(a okr.Amendment) bool {
	field, from := a.Field.V, a.From
	say := func(message, hint string) bool {
		p.say(diag.AmendmentMismatch, from.Span, message, hint)
		return true
	}
	switch {
	case from.IsNull():
		return false
	case slices.Contains(numberFields, field) && from.Number == nil:
		return say("`from` is "+from.String()+", and "+field+" is a number", "Write the number that stood there before.")
	case field == "weight" && from.Number.Sign() < 0:
		return say("`from` is "+from.String()+", and a weight is 0 or more", "Write the weight that stood there before.")
	case field == "role" && from.Text != "guardrail":
		return say("`from` is "+from.String()+", and a role is guardrail or nothing", "Write guardrail, or null where there was no role.")
	case field == "observable_on" && !isDate(from.Text):
		return say("`from` is "+from.String()+", which is no day of the calendar", "Write year-month-day, as 2026-08-14.")
	case field == "kind" && !knownKind(from.Text):
		return say("`from` is "+from.String()+", which is no kind of measure", "Write the kind that stood there before, or null where none was written.")
	}
	return false
}

func knownKind(name string) bool {
	return slices.ContainsFunc(metric.Kinds(), func(kind metric.Kind) bool { return kind.Name == name })
}

func isDate(text string) bool {
	_, err := okr.ParseDate(text)
	return err == nil
}
