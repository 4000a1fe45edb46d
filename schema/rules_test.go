package schema

import (
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

// part is one subschema. In a condition (below if, then, else or not) it only
// narrows what is defined elsewhere, so it needs no words of its own.
type part struct {
	pointer   string // where it is in the schema
	property  string // its name, if it is an entry of properties
	condition bool
	object    map[string]any // nil for true and false
	value     any
}

// walk visits every subschema, the root first.
func walk(p part, visit func(part)) {
	p.object, _ = p.value.(map[string]any)
	visit(p)
	for _, key := range []string{"properties", "definitions"} {
		entries, _ := p.object[key].(map[string]any)
		for name, value := range entries {
			child := part{pointer: p.pointer + "/" + key + "/" + name, condition: p.condition, value: value}
			if key == "properties" {
				child.property = name
			}
			walk(child, visit)
		}
	}
	for _, key := range []string{"items", "additionalProperties", "if", "then", "else", "not"} {
		if value, ok := p.object[key]; ok {
			condition := p.condition || slices.Contains([]string{"if", "then", "else", "not"}, key)
			walk(part{pointer: p.pointer + "/" + key, condition: condition, value: value}, visit)
		}
	}
	all, _ := p.object["allOf"].([]any)
	for i, value := range all {
		walk(part{pointer: p.pointer + "/allOf/" + strconv.Itoa(i), condition: true, value: value}, visit)
	}
}

func parse(t *testing.T, p published) part {
	t.Helper()
	var root any
	decoder := json.NewDecoder(strings.NewReader(string(p.text)))
	decoder.UseNumber()
	if err := decoder.Decode(&root); err != nil {
		t.Fatal(err)
	}
	return part{value: root}
}

// eachPart runs a check on every subschema of both schemas.
func eachPart(t *testing.T, check func(t *testing.T, root part, p part)) {
	for _, schema := range publishedSchemas() {
		t.Run(schema.name, func(t *testing.T) {
			root := parse(t, schema)
			walk(root, func(p part) { check(t, root, p) })
		})
	}
}

// resolve follows $ref within a schema to the subschema that is meant.
func resolve(t *testing.T, root part, value any) map[string]any {
	t.Helper()
	for {
		object, _ := value.(map[string]any)
		ref, ok := object["$ref"].(string)
		if !ok {
			return object
		}
		value = lookup(t, root, strings.TrimPrefix(ref, "#"))
	}
}

func lookup(t *testing.T, root part, pointer string) any {
	t.Helper()
	value := root.value
	for _, step := range strings.Split(pointer, "/")[1:] {
		object, _ := value.(map[string]any)
		next, ok := object[step]
		if !ok {
			t.Fatalf("no %s", pointer)
		}
		value = next
	}
	return value
}

// The dialect both drafts and all common editors agree on.
func TestOnlyCommonKeywords(t *testing.T) {
	common := []string{
		"$schema", "$id", "$ref", "definitions", "title", "description", "examples", "default",
		"type", "const", "enum", "required", "properties", "additionalProperties", "items", "allOf", "if", "then", "else", "not",
		"minItems", "maxItems", "minLength", "maxLength", "minimum", "maximum", "pattern", "format",
	}
	annotations := []string{"$ref", "description", "examples", "default"}
	eachPart(t, func(t *testing.T, _ part, p part) {
		for key, value := range p.object {
			if !slices.Contains(common, key) {
				t.Errorf("%s: keyword %s", p.pointer, key)
			}
			if p.object["$ref"] != nil && !slices.Contains(annotations, key) {
				t.Errorf("%s: %s beside $ref, which draft-07 ignores", p.pointer, key)
			}
			if _, list := value.([]any); key == "items" && list {
				t.Errorf("%s: items as a list", p.pointer)
			}
		}
		if p.value == true || (p.value == false && !p.condition && !strings.HasSuffix(p.pointer, "/additionalProperties")) {
			t.Errorf("%s: a bare %v", p.pointer, p.value)
		}
	})
}

func TestEveryObjectIsClosed(t *testing.T) {
	eachPart(t, func(t *testing.T, _ part, p part) {
		if p.condition || p.object == nil || p.object["$ref"] != nil {
			return
		}
		types, _ := p.object["type"].([]any)
		object := p.object["type"] == "object" || slices.Contains(types, any("object"))
		switch rest := p.object["additionalProperties"].(type) {
		case bool:
			if !object || rest {
				t.Errorf("%s: additionalProperties %v", p.pointer, rest)
			}
		case map[string]any:
			if p.object["properties"] != nil || len(rest) == 0 {
				t.Errorf("%s: neither a map of one sort nor closed", p.pointer)
			}
		default:
			if object || p.object["properties"] != nil {
				t.Errorf("%s: an open object", p.pointer)
			}
		}
	})
}

// Only the value before and after an amendment has no type of its own: its type is
// that of the field, which conditions say.
func TestEveryPartHasAType(t *testing.T) {
	eachPart(t, func(t *testing.T, root part, p part) {
		untyped := []string{"/definitions/key_result_amendment/properties/from", "/definitions/key_result_amendment/properties/to"}
		if p.condition || p.object == nil || slices.Contains(untyped, p.pointer) {
			return
		}
		resolved := resolve(t, root, p.value)
		if resolved["type"] == nil {
			t.Errorf("%s: no type", p.pointer)
		}
		if types, _ := resolved["type"].([]any); resolved["type"] == "array" || slices.Contains(types, any("array")) {
			if resolved["items"] == nil {
				t.Errorf("%s: a list of anything", p.pointer)
			}
		}
	})
}

func TestEveryPropertyIsExplained(t *testing.T) {
	sentence := regexp.MustCompile(`^[A-Za-z].{15,}[.?]$`)
	eachPart(t, func(t *testing.T, root part, p part) {
		if p.property == "" || p.condition {
			return
		}
		words := p.object
		for words["description"] == nil && words["$ref"] != nil {
			words, _ = lookup(t, root, strings.TrimPrefix(words["$ref"].(string), "#")).(map[string]any)
		}
		if description, _ := words["description"].(string); !sentence.MatchString(description) {
			t.Errorf("%s: description %q", p.pointer, description)
		}
		if examples, _ := words["examples"].([]any); len(examples) == 0 {
			t.Errorf("%s: no examples", p.pointer)
		}
	})
}

func TestEveryExampleIsAccepted(t *testing.T) {
	eachSchema(t, func(t *testing.T, p published, c *jsonschema.Compiler) {
		walk(parse(t, p), func(q part) {
			examples, _ := q.object["examples"].([]any)
			if value, ok := q.object["default"]; ok {
				examples = append(examples, value)
			}
			if len(examples) == 0 {
				return
			}
			s := compile(t, c, p.id, q.pointer)
			for _, example := range examples {
				if err := s.Validate(example); err != nil {
					t.Errorf("%s: example %v: %#v", q.pointer, example, err)
				}
			}
		})
	})
}

// Patterns are read by Go (RE2) and by editors (ECMA-262, some with the u flag):
// only what means the same in all of them.
func TestPatternsMeanTheSameEverywhere(t *testing.T) {
	foreign := regexp.MustCompile(`\(\?|\[\[:|\\[^d.]|[*+?}][+?]|\[\^?\]|\[[^\]]*[&~|]{2}`)
	eachPart(t, func(t *testing.T, _ part, p part) {
		pattern, ok := p.object["pattern"].(string)
		if !ok {
			return
		}
		if _, err := regexp.Compile(pattern); err != nil {
			t.Errorf("%s: %v", p.pointer, err)
		}
		if !strings.HasPrefix(pattern, "^") || !strings.HasSuffix(pattern, "$") {
			t.Errorf("%s: %s is not anchored", p.pointer, pattern)
		}
		if found := foreign.FindString(pattern); found != "" {
			t.Errorf("%s: %s differs between dialects", p.pointer, found)
		}
	})
}

func TestNoKeyCouldHoldAPerson(t *testing.T) {
	refused := strings.Fields(`owner owners assignee assignees assignedto dri responsible accountable lead leads champion
		manager employee employeeid person people member members individual author reviewer checkedinby user email
		rating performancerating reviewscore bonus bonusweight payout compensation salary incentive commission promotion promo
		careerlevel calibration rank stackrank pip appraisal`)
	eachPart(t, func(t *testing.T, _ part, p part) {
		name := strings.NewReplacer("_", "", "-", "").Replace(strings.ToLower(p.property))
		if slices.Contains(refused, name) {
			t.Errorf("%s", p.pointer)
		}
	})
}

// A condition may only speak of properties that its object has: a slip in a
// name would make it say nothing.
func TestConditionsNameExistingProperties(t *testing.T) {
	eachPart(t, func(t *testing.T, _ part, p part) {
		properties, _ := p.object["properties"].(map[string]any)
		if p.condition || properties == nil {
			return
		}
		walk(part{pointer: p.pointer, value: map[string]any{
			"required": p.object["required"], "allOf": p.object["allOf"],
			"if": p.object["if"], "then": p.object["then"], "else": p.object["else"],
		}}, func(q part) {
			required, _ := q.object["required"].([]any)
			for _, name := range required {
				if properties[name.(string)] == nil {
					t.Errorf("%s requires %s, which does not exist", q.pointer, name)
				}
			}
			if q.property != "" && properties[q.property] == nil {
				t.Errorf("%s speaks of %s, which does not exist", q.pointer, q.property)
			}
		})
	})
}

// A stopped objective is an objective with a mandatory date and reason: the two
// definitions may not drift apart.
func TestStoppedObjectivesHaveTheSameShape(t *testing.T) {
	root := parse(t, publishedSchemas()[0])
	objective := lookup(t, root, "/definitions/objective").(map[string]any)
	stopped := lookup(t, root, "/definitions/stopped_objective").(map[string]any)

	want := map[string]any{}
	for name := range objective["properties"].(map[string]any) {
		want[name] = map[string]any{"$ref": "#/definitions/objective/properties/" + name}
	}
	got := map[string]any{}
	for name, value := range stopped["properties"].(map[string]any) {
		if name != "cancelled" {
			got[name] = value
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("properties (-objective +stopped):\n%s", diff)
	}
	if diff := cmp.Diff(append(slices.Clone(objective["required"].([]any)), "cancelled"), stopped["required"]); diff != "" {
		t.Errorf("required (-objective +stopped):\n%s", diff)
	}
}
