package schema

import (
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The words of every choice, in the order an editor offers them.
func TestChoices(t *testing.T) {
	threshold := "last held_share worst"
	severity := "error warning info off"
	tests := map[string]map[string]string{
		"document": {
			"/definitions/objective/properties/commitment":       "committed aspirational",
			"/definitions/key_result/properties/role":            "guardrail",
			"/definitions/key_result/properties/indicator":       "leading lagging",
			"/definitions/metric/properties/kind":                "increase decrease at_least at_most between milestone stages establish_baseline",
			"/definitions/metric/properties/measured":            "weekly monthly quarterly",
			"/definitions/metric/properties/aggregate":           "last sum mean max min",
			"/definitions/metric/properties/threshold":           threshold,
			"/definitions/outcome/properties/reason":             "market_shifted estimate_wrong dependency_failed deprioritised not_measurable other",
			"/definitions/objective_amendment/properties/field":  "commitment weight",
			"/definitions/key_result_amendment/properties/field": "kind name unit source measured aggregate observable_on baseline target by fail_at threshold low high tolerance phases stages weight role",
		},
		"workspace": {
			"/properties/calendar/properties/fiscal_year_named_by": "end start",
			"/definitions/severities/additionalProperties":         severity,
			"/definitions/scoring/properties/overshoot":            "cap show count",
			"/definitions/scoring/properties/threshold":            threshold,
			"/definitions/scoring/properties/unmeasured_at_close":  "refuse zero exclude",
			"/definitions/scoring/properties/objective_score":      "mean min none",
			"/definitions/scoring/properties/guardrail":            "cap flag zero",
			"/definitions/scoring/properties/rollup":               "objectives key_results",
			"/definitions/scoring/properties/target_change":        "original amended both",
			"/definitions/scoring/properties/pace/properties/mode": "points ratio",
			"/definitions/scoring/properties/pace/properties/to":   "target expected",
		},
	}
	for _, p := range publishedSchemas() {
		root := parse(t, p)
		walk(root, func(q part) {
			if q.object["enum"] == nil || q.condition {
				return
			}
			want, listed := tests[p.name][q.pointer]
			if got := strings.Join(words(t, root, q.pointer), " "); !listed || got != want {
				t.Errorf("%s%s: %q, want %q", p.name, q.pointer, got, want)
			}
			delete(tests[p.name], q.pointer)
		})
		for pointer := range tests[p.name] {
			t.Errorf("%s: no choice at %s", p.name, pointer)
		}
	}
}

// What cannot be left out, beside what the kind of a metric or the sort of an entry asks for.
func TestWhatCannotBeLeftOut(t *testing.T) {
	tests := map[string]map[string]string{
		"document": {
			"":                                  "version team cycle objectives",
			"/definitions/objective":            "id title commitment key_results",
			"/definitions/stopped_objective":    "id title commitment key_results cancelled",
			"/definitions/phase":                "date expected",
			"/definitions/stage":                "name credit",
			"/definitions/check_in":             "date",
			"/definitions/key_result_amendment": "date field from to reason",
			"/definitions/objective_amendment":  "date field from to reason",
			"/definitions/answer":               "for",
			"/definitions/cancelled":            "date reason",
			"/definitions/outcome":              "reason",
		},
		"workspace": {
			"":                         "version organization teams",
			"/properties/cycles/items": "id start end",
			"/definitions/team":        "id name",
			"/definitions/lint/properties/overrides/items": "files rules",
		},
	}
	for _, p := range publishedSchemas() {
		walk(parse(t, p), func(q part) {
			if q.condition {
				return
			}
			var required []string
			list, _ := q.object["required"].([]any)
			for _, name := range list {
				required = append(required, name.(string))
			}
			if got := strings.Join(required, " "); got != tests[p.name][q.pointer] {
				t.Errorf("%s%s requires %q, want %q", p.name, q.pointer, got, tests[p.name][q.pointer])
			}
			delete(tests[p.name], q.pointer)
		})
		for pointer := range tests[p.name] {
			t.Errorf("%s: nothing at %s", p.name, pointer)
		}
	}
}

// What both schemas define, ids and days above all, means the same in both.
func TestSharedDefinitionsAgree(t *testing.T) {
	document, workspace := parse(t, publishedSchemas()[0]), parse(t, publishedSchemas()[1])
	for _, name := range []string{"id", "date", "text", "share"} {
		var bare []map[string]any
		for _, root := range []part{document, workspace} {
			definition := maps.Clone(lookup(t, root, "/definitions/"+name).(map[string]any))
			delete(definition, "description")
			delete(definition, "examples")
			bare = append(bare, definition)
		}
		if diff := cmp.Diff(bare[0], bare[1]); diff != "" {
			t.Errorf("%s (-document +workspace):\n%s", name, diff)
		}
	}
}
