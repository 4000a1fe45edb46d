package schema

import (
	"encoding/json"
	"strings"
	"testing"
)

// edges are values on both sides of a limit, as JSON separated by bars.
type edges struct{ accepted, refused string }

// The values that occur in more than one place.
func sharedEdges() (e struct{ share, counting, plain, id, cycle, date, text edges }) {
	e.share = edges{`0 | 0.7 | 1 | 1.0`, `-0.001 | 1.001 | 70`}
	e.counting = edges{`1 | 15 | 1e1`, `0 | -1 | 1.5 | true`}
	e.plain = edges{`-3 | 0 | 1e7 | 0.25`, `"5%" | "400 ms" | true`}
	e.id = edges{`"a" | "0" | "p99" | "a-b-" | "` + long(64) + `"`, `"" | "-a" | "A" | "a_b" | "a.b" | "a b" | "é" | "a/b" | "` + long(65) + `" | 404`}
	e.cycle = edges{`"2026" | "2026-Q3" | "2026-T1" | "2026-H1" | "2026-07" | "Spring_launch.2" | 2026 | 0`, `"" | "-2026" | "2026/Q3" | "Q3 2026" | ".x" | 2026.5 | -1`}
	e.date = edges{`"2026-07-10" | "2028-02-29"`, `"2026-02-29" | "2026-7-1" | "2026-07" | "2026-07-10T00:00:00Z" | "10.07.2026" | 20260710`}
	e.text = edges{`"x" | "é" | "a\nb"`, `"" | 5 | true`}
	return e
}

func documentEdges() map[string]edges {
	e := sharedEdges()
	return map[string]edges{
		"/properties/version": {`1 | 1.0`, `0 | 2 | "1" | true`},
		"/properties/team":    e.id, "/properties/cycle": e.cycle,
		"/properties/retrospective": {`"We learned" | {"link": "x"} | {"link": "x", "change": "z"} | {"believed": "x", "happened": "y", "change": "z"}`,
			`"" | {} | {"believed": "x", "change": "z"} | {"believed": "x", "happened": "y"} | {"happened": "y", "change": "z"} | {"believed": "", "happened": "y", "change": "z"}`},
		"/definitions/id": e.id, "/definitions/date": e.date, "/definitions/text": e.text, "/definitions/share": e.share,
		"/definitions/title":  {`"x" | "` + strings.Repeat("é", 500) + `"`, `"" | "` + strings.Repeat("é", 501) + `" | 7`},
		"/definitions/weight": {`0 | 0.5 | 100`, `-0.1 | "2" | "50%"`},
		"/definitions/address": {`"a/2026" | "a/2026-Q3/b" | "a/2026-Q3/b/c" | "` + long(64) + `/x/` + long(64) + `"`,
			`"a" | "a/" | "/a/b" | "a/2026/b/" | "a/2026/b/c/d" | "A/2026" | "a/2026/B" | "a/2026/b c" | "` + long(65) + `/x" | "a/x/` + long(65) + `"`},
		"/definitions/supported_address":               {`"a/2026/b" | "a/2026/b/c"`, `"a" | "a/2026" | "a/2026/b/c/d"`},
		"/definitions/objective_address":               {`"a/2026/b"`, `"b" | "a/2026" | "a/2026/b/c"`},
		"/definitions/key_result_address":              {`"a/2026/b/c"`, `"c" | "a/2026" | "a/2026/b" | "a/2026/b/c/d"`},
		"/definitions/objective/properties/was":        {`"b" | "a/2026/b"`, `"" | "B" | "a/b" | "a/2026/b/c" | "` + long(65) + `"`},
		"/definitions/key_result/properties/was":       {`"c" | "a/2026/b/c"`, `"" | "C" | "b/c" | "a/2026/b" | "` + long(65) + `"`},
		"/definitions/dependency":                      {`"a/2026" | {"on": "a/2026"} | {"outside": "x", "note": "y"}`, `"a" | {} | {"note": "y"} | {"on": "a/2026", "outside": "x"} | {"on": "a"} | {"outside": ""}`},
		"/definitions/answer":                          {`"a/2026" | {"for": "a/2026/b", "by": "2026-08-01"} | {"for": "a/2026", "declined": "x"}`, `"a" | {} | {"by": "2026-08-01"} | {"for": "a"} | {"for": "a/2026", "declined": ""}`},
		"/definitions/metric/properties/by":            {`"+20%" | "-40%" | "+0.5pp" | "-0%" | "+1.25pp"`, `"20%" | "+20" | "+.5%" | "+05%" | "+1,5%" | "+20 %" | "+1e3%" | "+20%%" | 20`},
		"/definitions/metric/properties/tolerance":     {`0 | 10.5`, `-0.1 | "10"`},
		"/definitions/metric/properties/baseline":      e.plain,
		"/definitions/metric/properties/target":        e.plain,
		"/definitions/metric/properties/fail_at":       e.plain,
		"/definitions/metric/properties/low":           e.plain,
		"/definitions/metric/properties/high":          e.plain,
		"/definitions/metric/properties/domain":        {`{} | {"min": -5} | {"max": 0.5} | {"min": 0, "max": 1}`, `{"min": "0"} | {"max": null} | {"minimum": 0} | [0, 1]`},
		"/definitions/metric/properties/observable_on": e.date,
		"/definitions/metric/properties/phases":        {`[{"date": "2026-08-31", "expected": 0}]`, `[] | [{"date": "2026-08-31"}] | [{"expected": 1}] | [{"date": "2026-08-31", "expected": 1.5}]`},
		"/definitions/metric/properties/stages":        {`[{"name": "pilot", "credit": 0}]`, `[] | ["pilot"] | [{"name": "pilot"}] | [{"credit": 1}] | [{"name": "pilot", "credit": -1}]`},
		"/definitions/check_in": {`{"date": "2026-07-10", "value": 0} | {"date": "2026-07-10", "confidence": 0} | {"date": "2026-07-10", "value": false, "confidence": 10}`,
			`{"date": "2026-07-10"} | {"date": "2026-07-10", "note": "x", "blocked_by": "y"} | {"value": 1}`},
		"/definitions/check_in/properties/value":      {`0 | -1.5 | true | false | "none" | "pilot"`, `"" | null | [1] | {"value": 1}`},
		"/definitions/check_in/properties/confidence": {`0 | 5.5 | 10`, `-0.1 | 10.1 | "high" | true`},
	}
}

func workspaceEdges() map[string]edges {
	e := sharedEdges()
	return map[string]edges{
		"/properties/version":                                      {`1`, `0 | 2 | "1"`},
		"/properties/requires":                                     {`">=1" | ">=1.4" | ">=1.4.2"`, `"" | "1.4" | ">1.4" | ">= 1.4" | ">=1.4.2.1" | ">=v1" | ">=1." | 1.4`},
		"/properties/calendar/properties/fiscal_year_start":        {`1 | 12`, `0 | 13 | 1.5 | "4"`},
		"/properties/calendar/properties/grace_days":               {`0 | 1 | 14`, `-1 | 1.5 | "14"`},
		"/properties/calendar/properties/check_in_every":           e.counting,
		"/properties/cycles/items/properties/id":                   e.cycle,
		"/properties/limits/properties/team_key_results":           e.counting,
		"/properties/limits/properties/objectives/properties/min":  e.counting,
		"/properties/limits/properties/objectives/properties/max":  e.counting,
		"/properties/limits/properties/key_results/properties/min": e.counting,
		"/properties/limits/properties/key_results/properties/max": e.counting,
		"/properties/export/properties/min_team_size":              {`2 | 4`, `1 | 0 | 2.5`},
		"/properties/export/properties/min_teams_for_distribution": {`2 | 4`, `1 | 0 | 2.5`},
		"/definitions/id": e.id, "/definitions/date": e.date, "/definitions/text": e.text, "/definitions/share": e.share,
		"/definitions/globs":                                                {`["a"] | ["a", "b/**"]`, `[] | [""] | "a" | [1]`},
		"/definitions/edges":                                                {`[0, 1] | [0.4, 0.7]`, `[] | [0.4] | [0.1, 0.2, 0.3] | [0.4, 1.1] | ["0.4", 0.7]`},
		"/definitions/pace_edge":                                            {`-2 | -0.1 | 0 | 1.1 | 2`, `-2.1 | 2.1 | "0.1" | -10`},
		"/definitions/calibration/properties/cycles":                        e.counting,
		"/definitions/team/properties/size":                                 e.counting,
		"/definitions/team/properties/handle":                               {`"@acme/checkout" | "@Acme-1/a_b.c-d"`, `"@acme" | "acme/checkout" | "@acme/" | "@/a" | "@a/b/c" | "@-a/b" | "@a b/c"`},
		"/definitions/team/properties/products":                             {`[] | ["Wallet"]`, `"Wallet" | [""] | [1]`},
		"/definitions/scoring/properties/threshold_strict":                  {`true | false`, `"yes" | 1 | "true"`},
		"/definitions/lint/properties/edition":                              e.counting,
		"/definitions/lint/properties/language":                             {`"en" | "de" | "pt-BR" | "zh-Hant-TW" | ["en"] | ["en", "de"]`, `"" | "e" | "english" | "EN" | "en_GB" | "no,nn" | [] | [""] | ["english"] | [1]`},
		"/definitions/lint/properties/strict_hr_words":                      {`true | false`, `"yes" | 0`},
		"/definitions/lint/properties/glossary":                             {`[] | ["NPS", "24/7"]`, `"NPS" | [""] | [365]`},
		"/definitions/lint/properties/overrides/items/properties/files":     {`"a" | ["a"] | ["a", "b"]`, `"" | [] | [""] | 1`},
		"/definitions/lint/properties/stale_days/properties/warn":           e.counting,
		"/definitions/lint/properties/stale_days/properties/strong":         e.counting,
		"/definitions/lint/properties/stale_days/properties/monthly_metric": e.counting,
		"/definitions/severities":                                           {`{} | {"jargon": "off", "x": "error"}`, `{"jargon": false} | {"jargon": "warn"} | {"jargon": null} | ["jargon"]`},
	}
}

// Where a value may be written and where it may not, on both sides of each limit.
func TestEdges(t *testing.T) {
	tests := map[string]map[string]edges{"document": documentEdges(), "workspace": workspaceEdges()}
	for _, p := range publishedSchemas() {
		for _, d := range drafts() {
			c := compiler(t, p, d)
			for pointer, e := range tests[p.name] {
				s := compile(t, c, p.id, pointer)
				for text, want := range e.verdicts() {
					if accepted := s.Validate(fromJSON(t, text)) == nil; accepted != want {
						t.Errorf("%s%s in %s, %s: accepted %v, want %v", p.name, pointer, d.name, text, accepted, want)
					}
				}
			}
		}
	}
}

// verdicts maps each value to whether it is accepted.
func (e edges) verdicts() map[string]bool {
	all := map[string]bool{}
	for _, text := range strings.Split(e.accepted, " | ") {
		all[text] = true
	}
	for _, text := range strings.Split(e.refused, " | ") {
		all[text] = false
	}
	return all
}

func long(length int) string { return strings.Repeat("a", length) }

func fromJSON(t *testing.T, text string) any {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return value
}
