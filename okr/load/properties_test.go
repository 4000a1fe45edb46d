package load

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/source"
	"github.com/okrs-as-code/okrs/okr/tree"
	"github.com/okrs-as-code/okrs/schema"
)

// object is a JSON object.
type object = map[string]any

// typeOf says how an object of a type of the schema is put into a file: what it
// needs beside the property that is looked at, and what it stands in.
type typeOf struct {
	pointer string // of the type in its schema
	needs   object
	within  func(object) object // the whole file
}

func inObjective(key string, value func(object) any) func(object) object {
	return func(o object) object {
		objective := object{"id": "o", "title": "O", "commitment": "committed", "key_results": []any{}}
		objective[key] = value(o)
		return inDocument("objectives", objective)
	}
}

func inKeyResult(key string, value func(object) any) func(object) object {
	return inObjective("key_results", func(o object) any {
		result := object{"id": "k", "title": "K", "metric": object{"unit": "ms", "baseline": 2, "target": 1}}
		result[key] = value(o)
		return []any{result}
	})
}

func inMetric(key string, value func(object) any) func(object) object {
	return inKeyResult("metric", func(o object) any { return object{key: value(o)} })
}

func inDocument(key string, value any) object {
	file := object{"version": 1, "team": "t", "cycle": "2026-Q3", "objectives": []any{}}
	file[key] = value
	if key == "objectives" || key == "stopped" {
		file[key] = []any{value}
	}
	return file
}

func alone(o object) any  { return o }
func inList(o object) any { return []any{o} }

var documentTypes = []typeOf{
	{"", object{"version": 1, "team": "t", "cycle": "2026-Q3"}, func(o object) object { return o }},
	{"/properties/retrospective", nil, func(o object) object { return inDocument("retrospective", o) }},
	{"/definitions/objective", object{"id": "o"}, func(o object) object { return inDocument("objectives", o) }},
	{"/definitions/stopped_objective", object{"id": "o"}, func(o object) object { return inDocument("stopped", o) }},
	{"/definitions/key_result", object{"id": "k", "metric": object{}}, inObjective("key_results", inList)},
	{"/definitions/metric", nil, inKeyResult("metric", alone)},
	{"/definitions/metric/properties/domain", nil, inMetric("domain", alone)},
	{"/definitions/phase", object{"date": "2026-08-01"}, inMetric("phases", inList)},
	{"/definitions/stage", object{"name": "s"}, inMetric("stages", inList)},
	{"/definitions/check_in", object{"date": "2026-08-01"}, inKeyResult("check_ins", inList)},
	{"/definitions/key_result_amendment", object{"date": "2026-08-01", "field": "target", "from": 1, "to": 2}, inKeyResult("amendments", inList)},
	{"/definitions/objective_amendment", object{"date": "2026-08-01", "field": "weight", "from": 1, "to": 2}, inObjective("amendments", inList)},
	{"/definitions/dependency", object{"outside": "x"}, inKeyResult("depends_on", inList)},
	{"/definitions/answer", object{"for": "t/2026"}, inObjective("enables", inList)},
	{"/definitions/cancelled", object{"date": "2026-08-01"}, inKeyResult("cancelled", alone)},
	{"/definitions/outcome", nil, inKeyResult("outcome", alone)},
}

func inRegister(path ...string) func(object) object {
	return func(o object) object {
		var value any = o
		for _, key := range slices.Backward(path) {
			if key == "[]" {
				value = []any{value}
			} else {
				value = object{key: value}
			}
		}
		file, _ := value.(object)
		return file
	}
}

var registerTypes = []typeOf{
	{"", object{"version": 1}, inRegister()},
	{"/properties/calendar", nil, inRegister("calendar")},
	{"/properties/cycles/items", object{"id": "c", "start": "2026-01-01", "end": "2026-12-31"}, inRegister("cycles", "[]")},
	{"/properties/limits", nil, inRegister("limits")},
	{"/properties/limits/properties/objectives", nil, inRegister("limits", "objectives")},
	{"/properties/limits/properties/key_results", nil, inRegister("limits", "key_results")},
	{"/properties/export", nil, inRegister("export")},
	{"/definitions/team", object{"id": "t"}, inRegister("teams", "[]")},
	{"/definitions/unit", nil, inRegister("units", "u")},
	{"/definitions/unit/properties/domain", nil, inRegister("units", "u", "domain")},
	{"/definitions/scoring", nil, inRegister("scoring")},
	{"/definitions/scoring/properties/pace", nil, inRegister("scoring", "pace")},
	{"/definitions/calibration", nil, inRegister("scoring", "overreach")},
	{"/definitions/lint", nil, inRegister("lint")},
	{"/definitions/lint/properties/overrides/items", object{"rules": object{"a": "off"}}, inRegister("lint", "overrides", "[]")},
	{"/definitions/lint/properties/stale_days", nil, inRegister("lint", "stale_days")},
}

// values are values of a property that differ from its default, where a single
// example would not tell whether the property is read.
var values = map[string][]any{
	"/properties/version":                       nil, // checked, not kept
	"/properties/objectives":                    {[]any{object{"id": "o"}}},
	"/properties/stopped":                       {[]any{object{"id": "o"}}},
	"/properties/calendar":                      {object{"grace_days": 3}},
	"/properties/limits":                        {object{"team_key_results": 9}},
	"/properties/export":                        {object{"min_team_size": 9}},
	"/properties/limits/properties/objectives":  {object{"min": 2}},
	"/properties/limits/properties/key_results": {object{"max": 9}},

	"/definitions/metric/properties/domain":             {object{"min": 3}, object{}},
	"/definitions/outcome/properties/dependency":        {"data/2026-Q3"},
	"/definitions/key_result_amendment/properties/from": {7, "7 days", nil, true},
	"/definitions/key_result_amendment/properties/to":   {7, "7 days", nil, true},

	"/definitions/unit/properties/domain":                           {object{"min": 1}, object{}},
	"/definitions/scoring/properties/bands":                         {[]any{0.1, 0.2}},
	"/definitions/scoring/properties/sweet_spot":                    {[]any{0.1, 0.2}},
	"/definitions/scoring/properties/threshold_strict":              {true},
	"/definitions/scoring/properties/pace":                          {object{"mode": "ratio"}},
	"/definitions/scoring/properties/sandbagging":                   {object{"mean": 0.9}},
	"/definitions/scoring/properties/overreach":                     {object{"mean": 0.3}},
	"/definitions/calibration/properties/mean":                      {0.2},
	"/definitions/calibration/properties/cycles":                    {7},
	"/definitions/lint/properties/strict_hr_words":                  {true},
	"/definitions/lint/properties/stale_days":                       {object{"warn": 3}},
	"/definitions/lint/properties/overrides":                        {[]any{object{"files": "a", "rules": object{}}}},
	"/definitions/lint/properties/overrides/items/properties/rules": {object{"b": "error"}},
}

// TestNoPropertyIsIgnored holds that every property of both schemas makes a
// difference to what is read: each of its values another one.
func TestNoPropertyIsIgnored(t *testing.T) {
	t.Run("document", func(t *testing.T) {
		everyProperty(t, schema.Document(schema.Limits{}), documentTypes, func(root *tree.Node) (any, []slip) {
			d := decoder{reader: reader{store: newStore()}}
			doc := new(okr.Document)
			d.document(root, doc)
			return doc, d.slips
		})
	})
	t.Run("okr.yaml", func(t *testing.T) {
		everyProperty(t, schema.Workspace(), registerTypes, func(root *tree.Node) (any, []slip) {
			return readRegister(root)
		})
	})
}

func everyProperty(t *testing.T, text []byte, types []typeOf, decode func(*tree.Node) (any, []slip)) {
	t.Helper()
	var root object
	if err := json.Unmarshal(text, &root); err != nil {
		t.Fatal(err)
	}
	pointers := make(map[string]object)
	collect(root, "", pointers)
	for _, typ := range types {
		properties, ok := pointers[typ.pointer]
		if !ok {
			t.Errorf("the schema has no type %s", typ.pointer)
		}
		delete(pointers, typ.pointer)
		for _, name := range slices.Sorted(maps.Keys(properties)) {
			pointer := typ.pointer + "/properties/" + name
			chosen, listed := values[pointer]
			if !listed {
				chosen = examples(root, properties[name].(object))
			}
			if len(chosen) == 0 && !listed {
				t.Errorf("%s has no examples", pointer)
			}
			without := maps.Clone(typ.needs)
			delete(without, name)
			read := []any{decoded(t, pointer, typ.within(without), decode, false)}
			for _, value := range chosen {
				with := maps.Clone(typ.needs)
				if with == nil {
					with = object{}
				}
				with[name] = value
				got := decoded(t, pointer, typ.within(with), decode, true)
				for _, other := range read {
					if same(got, other) {
						t.Errorf("%s: %v makes no difference", pointer, value)
					}
				}
				read = append(read, got)
			}
		}
	}
	for pointer := range pointers {
		t.Errorf("the type %s of the schema is not tested", pointer)
	}
}

// collect finds the types of a schema: what has properties of its own. The rules
// of if and then name properties again, without making a type.
func collect(node object, pointer string, into map[string]object) {
	if properties, ok := node["properties"].(object); ok {
		into[pointer] = properties
	}
	for key, value := range node {
		if child, ok := value.(object); ok && (key == "properties" || key == "definitions" || key == "items") {
			if key == "items" {
				collect(child, pointer+"/items", into)
				continue
			}
			for name, entry := range child {
				if inner, ok := entry.(object); ok {
					collect(inner, pointer+"/"+key+"/"+name, into)
				}
			}
		}
	}
}

// examples are those of a property, or of what it refers to, without repetitions.
func examples(root, property object) []any {
	list, _ := property["examples"].([]any)
	if ref, ok := property["$ref"].(string); ok && len(list) == 0 {
		at := root
		for _, key := range strings.Split(strings.TrimPrefix(ref, "#/"), "/") {
			at = at[key].(object)
		}
		return examples(root, at)
	}
	if words, ok := property["enum"].([]any); ok {
		list = words
	}
	if number, ok := property["default"].(float64); ok {
		list = append(list, number/2, 2*number)
		if property["type"] == "integer" {
			list = append(slices.Clone(property["examples"].([]any)), number+1)
		}
	}
	seen := make(map[string]bool)
	return slices.DeleteFunc(slices.Clone(list), func(value any) bool {
		text := fmt.Sprint(value)
		number, _ := value.(float64)
		most, bounded := property["maximum"].(float64)
		repeated := seen[text] || text == fmt.Sprint(property["default"]) || bounded && number > most || property["$ref"] == "#/definitions/share" && number > 1
		seen[text] = true
		return repeated
	})
}

func decoded(t *testing.T, pointer string, file object, decode func(*tree.Node) (any, []slip), sound bool) any {
	t.Helper()
	text, err := json.Marshal(file)
	if err != nil {
		t.Fatal(err)
	}
	parsed, findings := tree.Parse("x.yaml", text)
	if parsed == nil {
		t.Fatalf("%s: %s cannot be parsed: %v", pointer, text, findings)
	}
	value, slips := decode(parsed.Root)
	for _, s := range slips {
		if sound {
			t.Errorf("%s: %s: %s", pointer, text, s.message)
		}
	}
	return value
}

// same compares what was read without its places.
func same(a, b any) bool {
	return cmp.Equal(a, b,
		cmpopts.IgnoreTypes(source.Span{}), cmpopts.IgnoreFields(okr.Objective{}, "Document"), cmpopts.IgnoreFields(okr.KeyResult{}, "Objective"),
		cmp.Comparer(func(a, b metric.Number) bool { return a.Equal(b) }),
		cmpopts.IgnoreUnexported(okr.Workspace{}), cmp.AllowUnexported(register{}, namedCycle{}, slip{}),
		// Whether a field is written is a difference of its own.
		cmp.Transformer("written", func(s source.At[int]) any { return []any{s.V, s.Written()} }),
	)
}

// TestStoresForgetEverything holds that no slab is left out when a passing store
// is emptied.
func TestStoresForgetEverything(t *testing.T) {
	store := reflect.TypeFor[store]()
	slabs := 0
	for i := range store.NumField() {
		if strings.HasPrefix(store.Field(i).Type.Name(), "slab[") {
			slabs++
		}
	}
	if listed := len(newPassingStore().slabs()); listed != slabs || slabs == 0 {
		t.Errorf("%d of %d slabs are emptied", listed, slabs)
	}
	var s slab[int]
	for _, n := range []int{3, 100, 5} {
		for i, v := range s.take(n) {
			if v != 0 {
				t.Errorf("value %d of a run of %d is %d, want 0", i, n, v)
			}
		}
		run := s.take(4)
		for i := range run {
			run[i] = 7
		}
		s.recycle()
	}
}
