package okr

import "github.com/okrs-as-code/okrs/okr/metric"

// Field is the value of a field as the file has it today, by the name that an
// amendment uses: a field of the metric, weight or role. Where the file does not
// write the field it is null. ok is false for a name that no amendment can use.
func (b *Body) Field(name string) (value Value, ok bool) {
	fine := b.Metric.Finely()
	switch name {
	case "kind":
		return textValue(b.Metric.Kind), true
	case "unit":
		return textValue(b.Metric.Unit), true
	case "source":
		return textValue(b.Metric.Source), true
	case "aggregate":
		return textValue(b.Metric.Aggregate), true
	case "baseline":
		return numberValue(b.Metric.Baseline), true
	case "target":
		return numberValue(b.Metric.Target), true
	case "weight":
		return numberValue(b.Weight), true
	case "role":
		if b.Guardrail.V {
			return Value{Span: b.Guardrail.Span, Text: "guardrail"}, true
		}
		return Value{}, true
	}
	return fine.field(name)
}

func (f Fine) field(name string) (value Value, ok bool) {
	switch name {
	case "name":
		return textValue(f.Name), true
	case "by":
		return textValue(f.By), true
	case "measured":
		return textValue(f.Measured), true
	case "threshold":
		return textValue(f.Threshold), true
	case "observable_on":
		return Value{Span: f.ObservableOn.Span, Text: f.ObservableOn.V.String()}, true
	case "low":
		return numberValue(f.Low), true
	case "high":
		return numberValue(f.High), true
	case "fail_at":
		return numberValue(f.FailAt), true
	case "tolerance":
		return numberValue(f.Tolerance), true
	case "stages":
		return Value{Span: f.StagesSpan, Stages: f.Stages}, true
	case "phases":
		return Value{Span: f.PhasesSpan, Phases: f.Phases}, true
	}
	return Value{}, false
}

// Field is the value of a field as the file has it today, by the name that an
// amendment uses: commitment or weight. ok is false for any other name.
func (o *Objective) Field(name string) (value Value, ok bool) {
	switch name {
	case "commitment":
		return Value{Span: o.Commitment.Span, Text: string(o.Commitment.V)}, true
	case "weight":
		return numberValue(o.Weight), true
	}
	return Value{}, false
}

func textValue(t Text) Value { return Value{Span: t.Span, Text: t.V} }

func numberValue(n Number) Value {
	if !n.Written() {
		return Value{}
	}
	return Value{Span: n.Span, Text: n.V.String(), Number: new(n.V)}
}

// SameField reports whether two values of a field mean the same to an amendment:
// a field that is left out has its default, and percent is %.
func SameField(name string, a, b Value) bool {
	a, b = withDefault(name, a), withDefault(name, b)
	switch name {
	case "unit":
		return a.IsNull() == b.IsNull() && metric.SameUnit(a.Text, b.Text)
	case "kind", "name", "source", "measured", "aggregate", "threshold", "observable_on", "by", "role", "commitment":
		return a.Text == b.Text
	}
	return a.Equal(b)
}

func withDefault(name string, v Value) Value {
	if !v.IsNull() {
		return v
	}
	switch name {
	case "weight":
		v.Text, v.Number = "1", new(metric.Int(1))
	case "measured":
		v.Text = "weekly"
	case "aggregate":
		v.Text = string(metric.AggregateLast)
	}
	return v
}
