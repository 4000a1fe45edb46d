package okr

// Put writes a value into a field of the metric, by the name that an amendment
// uses; units are those that okr.yaml knows. It reports whether the field is one
// that decides about a score; others are left as they are.
func (m *Metric) Put(field string, to *Value, units map[string]*Unit) bool {
	switch field {
	case "kind":
		m.Kind = TextOf(to)
	case "unit":
		m.Unit = TextOf(to)
		m.Known = units[UnitKey(to.Text)]
	case "source":
		m.Source = TextOf(to)
	case "aggregate":
		m.Aggregate = TextOf(to)
	case "baseline":
		m.Baseline = NumberOf(to)
	case "target":
		m.Target = NumberOf(to)
	default:
		fine := *m.Finely()
		if !fine.put(field, to) {
			return false
		}
		m.Fine = &fine
	}
	return true
}

func (f *Fine) put(field string, to *Value) bool {
	switch field {
	case "by":
		f.By = TextOf(to)
	case "low":
		f.Low = NumberOf(to)
	case "high":
		f.High = NumberOf(to)
	case "fail_at":
		f.FailAt = NumberOf(to)
	case "tolerance":
		f.Tolerance = NumberOf(to)
	case "threshold":
		f.Threshold = TextOf(to)
	case "observable_on":
		day, err := ParseDate(to.Text)
		f.ObservableOn = Day{V: day, Span: to.Span}
		if err != nil {
			f.ObservableOn = Day{}
		}
	case "stages":
		f.Stages, f.StagesSpan = to.Stages, to.Span
	case "phases":
		f.Phases, f.PhasesSpan = to.Phases, to.Span
	default:
		return false
	}
	return true
}

// TextOf is the value as text with its place; not written where it is null.
func TextOf(v *Value) Text {
	if v.IsNull() {
		return Text{}
	}
	return Text{V: v.Text, Span: v.Span}
}

// NumberOf is the value as a number with its place; not written where it is none.
func NumberOf(v *Value) Number {
	if v.Number == nil {
		return Number{}
	}
	return Number{V: *v.Number, Span: v.Span}
}
