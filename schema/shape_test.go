package schema

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

func number(text string) json.Number { return json.Number(text) }

// Which fields each kind of metric takes beside those that all take; "!" marks
// what it cannot do without.
func TestEveryKindTakesItsOwnFields(t *testing.T) {
	values := map[string]any{
		"baseline": number("1"), "target": number("2"), "by": "+20%", "fail_at": number("3"), "threshold": "last",
		"low": number("1"), "high": number("2"), "tolerance": number("1"),
		"stages": []any{map[string]any{"name": "pilot", "credit": number("0.3")}},
	}
	common := map[string]any{
		"name": "n", "unit": "u", "source": "s", "measured": "weekly", "aggregate": "last", "observable_on": "2026-10-31",
		"phases": []any{map[string]any{"date": "2026-08-31", "expected": number("0.5")}}, "domain": map[string]any{"min": number("0")},
	}
	tests := []struct{ kind, fields string }{
		{"", "baseline target by"},
		{"increase", "baseline target by"},
		{"decrease", "baseline target by"},
		{"at_least", "target! baseline fail_at threshold"},
		{"at_most", "target! baseline fail_at threshold"},
		{"between", "low! high! baseline tolerance threshold"},
		{"milestone", ""},
		{"stages", "stages!"},
		{"establish_baseline", ""},
	}
	if known := words(t, parse(t, publishedSchemas()[0]), "/definitions/metric/properties/kind"); len(known) != len(tests)-1 {
		t.Fatalf("the schema knows the kinds %v, the table %d", known, len(tests)-1)
	}
	for _, d := range drafts() {
		p := publishedSchemas()[0]
		s := compile(t, compiler(t, p, d), p.id, "/definitions/metric")
		for _, test := range tests {
			least := maps.Clone(common)
			if test.kind != "" {
				least["kind"] = test.kind
			}
			fields := strings.Fields(test.fields)
			for _, field := range fields {
				if name, needed := strings.CutSuffix(field, "!"); needed {
					least[name] = values[name]
				}
			}
			if err := s.Validate(least); err != nil {
				t.Errorf("%s, kind %q with %q alone: %#v", d.name, test.kind, test.fields, err)
			}
			both := map[string]any{"kind": test.kind, "target": values["target"], "by": values["by"]}
			if test.kind == "" {
				delete(both, "kind")
			}
			if s.Validate(both) == nil {
				t.Errorf("%s, kind %q with target and by was accepted", d.name, test.kind)
			}
			for field, value := range values {
				checkField(t, s, d.name+", kind "+test.kind, least, fields, field, value)
			}
		}
	}
}

// checkField adds a field that the kind may or may not take, or leaves out one it
// cannot do without.
func checkField(t *testing.T, s *jsonschema.Schema, label string, least map[string]any, fields []string, field string, value any) {
	t.Helper()
	metric := maps.Clone(least)
	metric[field] = value
	allowed := slices.Contains(fields, field) || slices.Contains(fields, field+"!")
	if accepted := s.Validate(metric) == nil; accepted != allowed {
		t.Errorf("%s with %s: accepted %v, want %v", label, field, accepted, allowed)
	}
	if slices.Contains(fields, field+"!") {
		delete(metric, field)
		if s.Validate(metric) == nil {
			t.Errorf("%s without %s was accepted", label, field)
		}
	}
}

func TestOnlyAFailedDependencyIsNamed(t *testing.T) {
	p := publishedSchemas()[0]
	for _, d := range drafts() {
		s := compile(t, compiler(t, p, d), p.id, "/definitions/outcome")
		for _, reason := range words(t, parse(t, p), "/definitions/outcome/properties/reason") {
			outcome := map[string]any{"reason": reason, "dependency": "data/2026-Q3/pipeline"}
			if accepted := s.Validate(outcome) == nil; accepted != (reason == "dependency_failed") {
				t.Errorf("%s, %s with a dependency: accepted %v", d.name, reason, accepted)
			}
		}
	}
}

// The values of an amendment are those its field can have: a number, a text or
// nothing, but for the two lists that are replaced whole.
func TestAnAmendmentFitsItsField(t *testing.T) {
	values := map[string]any{
		"scalar": number("1"), "text": "hours", "nothing": nil, "yes": true, "object": map[string]any{"name": "pilot"}, "list": []any{number("1")},
		"stages": []any{map[string]any{"name": "pilot", "credit": number("1")}},
		"phases": []any{map[string]any{"date": "2026-08-31", "expected": number("1")}},
	}
	p := publishedSchemas()[0]
	for _, d := range drafts() {
		for _, definition := range []string{"/definitions/key_result_amendment", "/definitions/objective_amendment"} {
			s := compile(t, compiler(t, p, d), p.id, definition)
			for _, field := range words(t, parse(t, p), definition+"/properties/field") {
				fitting := []string{"scalar", "text", "nothing"}
				if field == "stages" || field == "phases" {
					fitting = []string{field, "nothing"}
				}
				for name, value := range values {
					for _, side := range []string{"from", "to"} {
						amendment := map[string]any{"date": "2026-08-12", "field": field, "from": nil, "to": nil, "reason": "It moved"}
						amendment[side] = value
						if accepted := s.Validate(amendment) == nil; accepted != slices.Contains(fitting, name) {
							t.Errorf("%s, %s of %s as %s: accepted %v", d.name, side, field, name, accepted)
						}
					}
				}
			}
		}
	}
}

// words returns the words that the enum at pointer allows.
func words(t *testing.T, root part, pointer string) []string {
	t.Helper()
	enum, _ := lookup(t, root, pointer).(map[string]any)["enum"].([]any)
	var all []string
	for _, word := range enum {
		all = append(all, word.(string))
	}
	return all
}

func TestAReferenceStandsAloneButForItsWeight(t *testing.T) {
	p := publishedSchemas()[0]
	properties := lookup(t, parse(t, p), "/definitions/key_result/properties").(map[string]any)
	for _, d := range drafts() {
		s := compile(t, compiler(t, p, d), p.id, "/definitions/key_result")
		for name, value := range properties {
			example := value.(map[string]any)["examples"].([]any)[0]
			listed := map[string]any{"ref": "payments/2026-Q3/onboarding/days", name: example}
			want := name == "ref" || name == "weight"
			if accepted := s.Validate(listed) == nil; accepted != want {
				t.Errorf("%s, ref with %s: accepted %v, want %v", d.name, name, accepted, want)
			}
		}
	}
}

// Every property that can be written is written in at least one valid file, so
// that none of them is untried.
func TestValidFilesShowEveryProperty(t *testing.T) {
	for _, p := range publishedSchemas() {
		root := parse(t, p)
		shown := map[string]bool{}
		for _, path := range testFiles(t, p.name, "valid", 10) {
			show(t, root, "", readYAML(t, path), shown)
		}
		walk(root, func(q part) {
			if q.property != "" && !q.condition && !shown[q.pointer] {
				t.Errorf("%s: no valid file shows %s", p.name, q.pointer)
			}
		})
	}
}

// show marks the properties that a value uses, by their place in the schema.
func show(t *testing.T, root part, pointer string, value any, shown map[string]bool) {
	t.Helper()
	shown[pointer] = true
	schema, _ := lookup(t, root, pointer).(map[string]any)
	if ref, ok := schema["$ref"].(string); ok {
		show(t, root, strings.TrimPrefix(ref, "#"), value, shown)
		return
	}
	switch value := value.(type) {
	case []any:
		for _, item := range value {
			if schema["items"] != nil {
				show(t, root, pointer+"/items", item, shown)
			}
		}
	case map[string]any:
		properties, _ := schema["properties"].(map[string]any)
		for name, item := range value {
			if properties[name] != nil {
				show(t, root, pointer+"/properties/"+name, item, shown)
			} else {
				show(t, root, pointer+"/additionalProperties", item, shown)
			}
		}
	}
}
