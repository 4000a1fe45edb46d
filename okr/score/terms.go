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
	switch field {
	case "weight":
		v.weight = okr.NumberOf(to)
	case "role":
		v.guardrail = source.At[bool]{V: to.Text == "guardrail", Span: to.Span}
	default:
		v.metric.Put(field, to, units)
	}
}

// terms is the version as pure values.
func (v *version) terms() *Terms {
	t := new(Terms)
	t.fill(&v.metric, v.guardrail.V, &v.weight)
	return t
}

// written makes them those of the version that stands in the file, without a copy of it.
func (t *Terms) written(definition, listed *okr.KeyResult) {
	t.fill(&definition.Metric, definition.Guardrail.V, &listed.Weight)
}

func (t *Terms) fill(m *okr.Metric, guardrail bool, weight *okr.Number) {
	fine := m.Finely()
	t.Definition, t.Guardrail, t.Weight = m.Definition(), guardrail, weight.Or(metric.Int(1))
	t.Phases, t.ObservableOn = fine.Phases, fine.ObservableOn.V
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
			from := okr.NumberOf(&a.From)
			t.Weight = from.Or(metric.Int(1))
		}
	}
	return t
}
