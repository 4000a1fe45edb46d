package score

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// differences are the fields in which two definitions differ in what they mean:
// a target that is written as a change of the baseline is the target that this
// comes to, and a kind that is left out is the kind that the numbers say. The
// domain is knowledge about the unit and no part of what was promised.
func differences(a, b *Terms) []string {
	if a == b {
		return nil
	}
	var fields []string
	note := func(field string, same bool) {
		if !same {
			fields = append(fields, field)
		}
	}
	note("kind", kindName(a.Definition) == kindName(b.Definition))
	note("unit", metric.SameUnit(a.Unit, b.Unit))
	note("source", a.Source == b.Source)
	note("aggregate", aggregate(a.Aggregate) == aggregate(b.Aggregate))
	note("baseline", sameNumber(a.Baseline, b.Baseline))
	note("target", sameNumber(a.ResolvedTarget(), b.ResolvedTarget()))
	note("low", sameNumber(a.Low, b.Low))
	note("high", sameNumber(a.High, b.High))
	note("fail_at", sameNumber(a.FailAt, b.FailAt))
	note("tolerance", sameNumber(a.Tolerance, b.Tolerance))
	note("threshold", a.Threshold == b.Threshold)
	note("stages", slices.EqualFunc(a.Stages, b.Stages, func(x, y metric.Stage) bool {
		return x.Name == y.Name && x.Credit.Equal(y.Credit)
	}))
	note("phases", slices.EqualFunc(a.Phases, b.Phases, func(x, y okr.Phase) bool {
		return x.Date == y.Date && x.Expected.Equal(y.Expected)
	}))
	note("observable_on", a.ObservableOn == b.ObservableOn)
	note("weight", a.Weight.Equal(b.Weight))
	note("role", a.Guardrail == b.Guardrail)
	return fields
}

// kindName is the kind that the definition names or that its numbers say.
func kindName(d metric.Definition) string {
	if kind, ok := metric.Resolve(d); ok {
		return kind.Name
	}
	return d.Kind
}

func aggregate(a metric.Aggregate) metric.Aggregate {
	if a == "" {
		return metric.AggregateLast
	}
	return a
}

func sameNumber(a, b *metric.Number) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Equal(*b)
}

// unchanged reports whether a key result stands in the file as it was published,
// letter by letter. It may miss some that mean the same.
func unchanged(definition, listed, published, then *okr.KeyResult) bool {
	a, b := &definition.Metric, &published.Metric
	same := func(x, y okr.Number) bool {
		return x.Written() == y.Written() && x.V.Equal(y.V)
	}
	return len(definition.Amendments) == 0 && len(published.Amendments) == 0 &&
		a.Fine == nil && b.Fine == nil &&
		a.Kind.V == b.Kind.V && a.Unit.V == b.Unit.V && a.Source.V == b.Source.V && a.Aggregate.V == b.Aggregate.V &&
		same(a.Baseline, b.Baseline) && same(a.Target, b.Target) &&
		definition.Guardrail.V == published.Guardrail.V && same(listed.Weight, then.Weight)
}
