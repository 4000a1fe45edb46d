package score

import (
	"cmp"
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/source"
)

// version is a key result as it is written at one moment. Its values keep their
// places: those that an amendment gave back point at its from.
type version struct {
	metric    okr.Metric
	guardrail source.At[bool]
	weight    okr.Number
	file      *source.File
	corrected *source.File // where the baseline stands, if not in file
}

// written is the version that stands in the file: the definition's metric and
// role, with the weight where it is listed.
func written(definition, listed *okr.KeyResult) version {
	return version{
		metric: definition.Metric, guardrail: definition.Guardrail, weight: listed.Weight,
		file: definition.Objective.Document.File,
	}
}

// undo takes back the amendments that the test picks, newest first, so that the
// from of the oldest stands. The weight of a reference is its own and has no
// amendments.
func (v *version) undo(amendments []okr.Amendment, units map[string]*okr.Unit, reference bool, picked func(*okr.Amendment) bool) {
	for _, a := range newestFirst(amendments) {
		if !picked(&a) || reference && a.Field.V == "weight" {
			continue
		}
		v.set(a.Field.V, &a.From, units)
	}
}

// newestFirst is by date; of one day the later entry of the file is the newer.
func newestFirst(amendments []okr.Amendment) []okr.Amendment {
	if len(amendments) == 0 {
		return nil
	}
	sorted := slices.Clone(amendments)
	slices.Reverse(sorted)
	slices.SortStableFunc(sorted, func(a, b okr.Amendment) int { return cmp.Compare(b.Date.V, a.Date.V) })
	return sorted
}

// set writes a value into a field, by the names that amendments use. A field that
// decides nothing about a score is passed over.
func (v *version) set(field string, to *okr.Value, units map[string]*okr.Unit) {
	m := &v.metric
	switch field {
	case "kind":
		m.Kind = text(to)
	case "unit":
		m.Unit = text(to)
		m.Known = units[okr.UnitKey(to.Text)]
	case "source":
		m.Source = text(to)
	case "aggregate":
		m.Aggregate = text(to)
	case "baseline":
		m.Baseline = number(to)
	case "target":
		m.Target = number(to)
	case "weight":
		v.weight = number(to)
	case "role":
		v.guardrail = source.At[bool]{V: to.Text == "guardrail", Span: to.Span}
	default:
		fine := m.Finely()
		if setFine(&fine, field, to) {
			m.Fine = &fine
		}
	}
}

// setFine reports whether the field is one of the finer ones.
func setFine(fine *okr.Fine, field string, to *okr.Value) bool {
	switch field {
	case "by":
		fine.By = text(to)
	case "low":
		fine.Low = number(to)
	case "high":
		fine.High = number(to)
	case "fail_at":
		fine.FailAt = number(to)
	case "tolerance":
		fine.Tolerance = number(to)
	case "threshold":
		fine.Threshold = text(to)
	case "observable_on":
		day, err := okr.ParseDate(to.Text)
		fine.ObservableOn = okr.Day{V: day, Span: to.Span}
		if err != nil {
			fine.ObservableOn = okr.Day{}
		}
	case "stages":
		fine.Stages, fine.StagesSpan = to.Stages, to.Span
	case "phases":
		fine.Phases, fine.PhasesSpan = to.Phases, to.Span
	default:
		return false
	}
	return true
}

func text(v *okr.Value) okr.Text {
	if v.IsNull() {
		return okr.Text{}
	}
	return okr.Text{V: v.Text, Span: v.Span}
}

func number(v *okr.Value) okr.Number {
	if v.Number == nil {
		return okr.Number{}
	}
	return okr.Number{V: *v.Number, Span: v.Span}
}

// terms is the version as pure values.
func (v *version) terms() *Terms {
	t := &Terms{Definition: v.metric.Definition(), Guardrail: v.guardrail.V, Weight: v.weight.Or(metric.Int(1))}
	if v.metric.Fine != nil {
		t.Phases, t.ObservableOn = v.metric.Phases, v.metric.ObservableOn.V
	}
	return t
}

// objectiveTerms are those of an objective, without the amendments that the test
// picks.
func objectiveTerms(o *okr.Objective, undone func(*okr.Amendment) bool) ObjectiveTerms {
	t := ObjectiveTerms{Commitment: o.Commitment.V, Weight: o.Weight.Or(metric.Int(1))}
	for _, a := range newestFirst(o.Amendments) {
		if !undone(&a) {
			continue
		}
		switch a.Field.V {
		case "commitment":
			t.Commitment = okr.Commitment(a.From.Text)
		case "weight":
			from := number(&a.From)
			t.Weight = from.Or(metric.Int(1))
		}
	}
	return t
}
