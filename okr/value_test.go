package okr_test

import (
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/source"
)

func number(n, d int64, written string) okr.Value {
	return okr.Value{Text: written, Number: new(metric.Ratio(n, d))}
}

func TestValuesAreEqualHoweverTheyAreSpelled(t *testing.T) {
	stages := okr.Value{Stages: []metric.Stage{{Name: "pilot", Credit: metric.Ratio(3, 10)}}}
	phases := okr.Value{Phases: []okr.Phase{{Date: day("2026-08-31"), Expected: metric.Ratio(2, 5)}}}
	values := []okr.Value{
		{}, number(7, 10, "0.7"), number(7, 1, "7"), {Text: "7"}, {Text: "true", Yes: new(true)}, {Text: "false", Yes: new(false)},
		stages, phases, {Stages: []metric.Stage{}}, {Phases: []okr.Phase{}},
	}
	for i, a := range values {
		for j, b := range values {
			if a.Equal(b) != (i == j) {
				t.Errorf("%s and %s (%d, %d) are equal: %t", a, b, i, j, a.Equal(b))
			}
		}
	}
	if !number(7, 10, "0.7").Equal(number(7, 10, "0.70")) {
		t.Error("0.7 and 0.70 differ")
	}
}

func TestValuesAsAFileWritesThem(t *testing.T) {
	for want, value := range map[string]okr.Value{
		"null":                       {},
		"0.70":                       number(7, 10, "0.70"),
		"0.7":                        number(7, 10, ""),
		"true":                       {Text: "true", Yes: new(true)},
		"false":                      {Yes: new(false)},
		"ms":                         {Text: "ms"},
		`"%"`:                        {Text: "%"},
		`"yes"`:                      {Text: "yes"},
		`"a: b"`:                     {Text: "a: b"},
		"tickets per order (weekly)": {Text: "tickets per order (weekly)"},
		"2026-08-31":                 {Text: "2026-08-31"},
		`"7"`:                        {Text: "7"},
		"[{name: pilot, credit: 0.3}, {name: \"all, everywhere\", credit: 1}]": {Stages: []metric.Stage{
			{Name: "pilot", Credit: metric.Ratio(3, 10)}, {Name: "all, everywhere", Credit: metric.Int(1)},
		}},
		"[{date: 2026-08-31, expected: 0.4}]": {Phases: []okr.Phase{{Date: day("2026-08-31"), Expected: metric.Ratio(2, 5)}}},
		"[]":                                  {Stages: []metric.Stage{}},
	} {
		if got := value.String(); got != want {
			t.Errorf("%+v is written %s, want %s", value, got, want)
		}
	}
}

func TestFieldsByTheirNames(t *testing.T) {
	place := source.Span{Start: 3, End: 5}
	body := &okr.Body{
		Metric: okr.Metric{
			Kind: okr.Text{V: "between", Span: place},
			Fine: &okr.Fine{Low: okr.Number{V: metric.Int(30), Span: place}, ObservableOn: okr.Day{V: day("2026-10-31"), Span: place}},
		},
		Guardrail: source.At[bool]{V: true, Span: place},
	}
	for field, want := range map[string]string{
		"kind": "between", "low": "30", "role": "guardrail", "observable_on": "2026-10-31", "target": "null", "unit": "null", "stages": "null", "phases": "null",
	} {
		value, ok := body.Field(field)
		if !ok || value.String() != want {
			t.Errorf("%s is %s (%t), want %s", field, value, ok, want)
		}
		if !value.IsNull() && value.Span != place {
			t.Errorf("%s stands at %v, want %v", field, value.Span, place)
		}
	}
	for _, field := range []string{"title", "commitment", "domain", ""} {
		if value, ok := body.Field(field); ok {
			t.Errorf("a key result has the field %q: %s", field, value)
		}
	}
	o := &okr.Objective{Commitment: source.At[okr.Commitment]{V: okr.Committed, Span: place}}
	if value, ok := o.Field("commitment"); !ok || value.Text != "committed" {
		t.Errorf("the commitment is %s (%t), want committed", value, ok)
	}
	if _, ok := o.Field("target"); ok {
		t.Error("an objective has a target")
	}
}

func TestSameField(t *testing.T) {
	one, two := number(1, 1, "1"), number(2, 1, "2")
	for _, test := range []struct {
		field string
		a, b  okr.Value
		same  bool
	}{
		{"weight", okr.Value{}, one, true},
		{"weight", okr.Value{}, two, false},
		{"target", okr.Value{}, one, false},
		{"unit", okr.Value{Text: "%"}, okr.Value{Text: "percent"}, true},
		{"unit", okr.Value{Text: "%"}, okr.Value{}, false},
		{"unit", okr.Value{Text: "ms"}, okr.Value{Text: "s"}, false},
		{"measured", okr.Value{}, okr.Value{Text: "weekly"}, true},
		{"aggregate", okr.Value{Text: "last"}, okr.Value{}, true},
		{"threshold", okr.Value{Text: "last"}, okr.Value{}, false},
		{"name", okr.Value{Text: "2026"}, okr.Value{Text: "2026", Number: new(metric.Int(2026))}, true},
	} {
		if got := okr.SameField(test.field, test.a, test.b); got != test.same {
			t.Errorf("%s of %s and %s are the same: %t", test.field, test.a, test.b, got)
		}
	}
}

// TestDomains holds that a metric's own domain comes before what the organisation
// says about its unit, and that before what is generally known.
func TestDomains(t *testing.T) {
	place := source.Span{Start: 3, End: 5}
	five := &okr.Unit{Bounded: true, Domain: metric.Domain{Max: new(metric.Int(5))}}
	for _, test := range []struct {
		name     string
		metric   okr.Metric
		possible bool // for 140
	}{
		{"the unit", okr.Metric{Unit: text("percent")}, false},
		{"an own domain", okr.Metric{Unit: text("percent"), Fine: &okr.Fine{Domain: place, DomainMax: okr.Number{V: metric.Int(200), Span: place}}}, true},
		{"an own domain without ends", okr.Metric{Unit: text("percent"), Fine: &okr.Fine{Domain: place}}, true},
		{"the organisation's word", okr.Metric{Unit: text("stars"), Known: five}, false},
		{"the organisation's word without a domain", okr.Metric{Unit: text("percent"), Known: new(okr.Unit)}, false},
		{"the organisation's word without ends", okr.Metric{Unit: text("percent"), Known: &okr.Unit{Bounded: true}}, true},
		{"an own domain over the organisation's", okr.Metric{Unit: text("stars"), Known: five, Fine: &okr.Fine{Domain: place}}, true},
		{"an unknown word", okr.Metric{Unit: text("gizmos")}, true},
	} {
		d := test.metric.Definition()
		if got := metric.DomainOf(d.Unit, d.Domain).Contains(metric.Int(140)); got != test.possible {
			t.Errorf("%s: 140 is possible: %t, want %t", test.name, got, test.possible)
		}
	}
}
