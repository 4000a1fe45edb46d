package conform

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/tree"
	"github.com/okrs-as-code/okrs/schema"
)

const smallDocument = `version: 1
team: checkout
cycle: 2026-Q3
objectives:
  - id: fast
    title: Fast
    commitment: aspirational
    key_results:
      - id: p99
        title: It falls
        metric: {unit: ms, baseline: 900, target: 300}
        check_ins:
          - {date: 2026-07-10, value: 780, confidence: 5}
`

const smallWorkspace = `version: 1
organization: Acme
calendar: {fiscal_year_start: 1}
teams:
  - {id: company, name: Acme}
scoring: {sandbagging: {mean: 0.95, cycles: 3}, overreach: {cycles: 3}}
lint:
  rules: {vanity-metric: error, jargon: off}
`

// lenient is a checker for documents with one or two objectives.
var lenient = sync.OnceValue(func() *Checker { return New(schema.Limits{MinObjectives: 1, MaxObjectives: 2}) })

// look checks a text and words what is found as line:column rule message | hint.
func look(t *testing.T, text string) []string {
	t.Helper()
	parsed, findings := tree.Parse("okrs/checkout.yaml", []byte(text))
	if parsed == nil {
		t.Fatalf("no tree of %q: %+v", text, findings)
	}
	c := lenient()
	if strings.HasPrefix(text, "version: 1\norg") {
		findings = append(findings, c.Workspace(parsed)...)
	} else {
		findings = append(findings, c.Document(parsed)...)
	}
	var all []string
	for _, f := range findings {
		if f.Category == "" || f.Class != diag.ClassForm || f.Severity != diag.Error || len(f.Excerpt) == 0 {
			t.Errorf("%+v is not complete", f)
		}
		all = append(all, fmt.Sprintf("%d:%d %s %s | %s", f.Line, f.Column, f.Rule, f.Message, f.Hint))
	}
	return all
}

// slip is one change of a good file and what must be said about it.
type slip struct {
	old, new, begins, contains string
}

func TestWords(t *testing.T) {
	for _, s := range []slip{
		{"title: It falls", "titel: It falls", "10:9 schema `titel` is not a key of a key result; did you mean `title`?", "Write `title: It falls`."},
		{"title: Fast", "name: Fast", "6:5 schema `name` is not a key of an objective; did you mean `title`?", ""},
		{"team: checkout", "Team: checkout", "2:1 schema `Team` is not a key of a team document; did you mean `team`?", ""},
		{"        metric: {unit: ms, baseline: 900, target: 300}", "        metric: {unit: ms, baseline: 900}\n        target: 300",
			"12:9 schema `target` is not a key of a key result; it belongs under `metric`", "Move the line"},
		{"unit: ms", "colour: red, unit: ms", "11:18 schema `colour` is not a key of a metric", "Its keys are `name`, `kind`, `unit`"},
		{"confidence: 5", "confidence: 12", "13:56 schema `confidence` is 12; it runs from 0 to 10", ""},
		{"confidence: 5", "confidence: 60", "13:56 schema `confidence` is 60", "in percent, write `- {date: 2026-07-10, value: 780, confidence: 6}`"},
		{"    commitment: aspirational\n", "", "5:5 no-commitment-type `commitment` is missing", "commitment: committed"},
		{"commitment: aspirational", "commitment:", "7:5 no-commitment-type `commitment` is empty", ""},
		{"commitment: aspirational", "commitment: aspirationl", "7:17 schema `commitment` is `aspirationl`; it can be `committed` or `aspirational`; did you mean `aspirational`?", ""},
		{"commitment: aspirational", "commitment: stretch", "7:17 schema `commitment` is `stretch`", "`commitment: aspirational`"},
		{"        title: It falls\n", "", "9:9 schema `title` is missing in a key result", ""},
		{"version: 1\n", "", "1:1 schema `version` is missing in a team document", "`version: 1`"},
		{"target: 300", "target: 300, score: 0.7", "11:56 hand-typed-score `score` is computed", ""},
		{"baseline: 900", "baseline: 900, current: 780", "11:43 hand-typed-score `current` is not written here", "value: 780"},
		{"    title: Fast", "    title: Fast\n    Progress: 50%", "7:5 hand-typed-score `Progress` is computed", ""},
		{"baseline: 900", "baseline: \"0,2\"", "11:38 schema `baseline` is `0,2`, a text because of its comma", "baseline: 0.2"},
		{"metric: {unit: ms, baseline: 900, target: 300}", "metric:\n          unit: ms\n          baseline: 1,000\n          target: 0,5",
			"13:21 schema `baseline` is `1,000`, a text because of its thousands marks", "`baseline: 1000`"},
		{"baseline: 900", "baseline: 1 000", "11:38 schema `baseline` is `1 000`, a text because of its thousands marks", "baseline: 1000"},
		{"baseline: 900", "baseline: 1'000.5", "11:38 schema `baseline` is `1'000.5`, a text because of its thousands marks", "baseline: 1000.5"},
		{"baseline: 900", "baseline: 400 ms", "11:38 schema `baseline` is `400 ms`, a text because of its unit", "baseline: 400,"},
		{"unit: ms, baseline: 900", "baseline: $300", "11:28 schema `baseline` is `$300`, a text because of its unit", "`unit: $` in the metric"},
		{"baseline: 900", "baseline: tbd", "11:38 schema `baseline` is `tbd`; here belongs a number", "establish_baseline"},
		{"value: 780", "value: 5%", "13:39 schema `value` is `5%`, a text because of its unit", "value: 5,"},
		{"value: 780", "value: \"780\"", "13:39 schema `value` is `780`, a text because of its quotes", "value: 780"},
		{"unit: ms, baseline: 900, target: 300}\n        check_ins:\n          - {date: 2026-07-10, value: 780", "kind: milestone}\n        check_ins:\n          - {date: 2026-07-10, value: done",
			"13:39 schema `value` is `done`; a milestone is read as true or false", "value: true"},
		{"unit: ms, baseline: 900, target: 300}", "kind: milestone, target: 1}", "11:35 schema `target` does not go with `kind: milestone`", ""},
		{"id: p99", "id: 99", "9:13 schema `id` is the number 99; here belongs a text", "Put quotes around it: `- id: \"99\"`"},
		{"id: p99", "id: P 99", "9:13 schema `id` is `P 99`; an id has lower-case letters", "`- id: p-99`"},
		{"title: Fast", "title: true", "6:12 schema `title` is the value true", "\"true\""},
		{"title: Fast", "title: ''", "6:12 schema `title` is empty", ""},
		{"date: 2026-07-10", "date: 10.7.2026", "13:20 schema `date` is `10.7.2026`; a date is written as year-month-day", "date: 2026-07-10"},
		{"date: 2026-07-10", "date: 2026-02-30", "13:20 schema `date` is `2026-02-30`, a day that no calendar has", ""},
		{"date: 2026-07-10", "date: 20260710", "13:20 schema `date` is 20260710", "date: 2026-07-10"},
		{"title: Fast", "title: Fast\n    supports: company/2026/x", "7:15 schema `supports` is `company/2026/x`; here belongs a list", "`supports: [company/2026/x]`"},
		{"title: Fast", "title: Fast\n    supports: [company]", "7:16 schema entry 1 of `supports` is `company`", "team/cycle/objective"},
		{"version: 1", "version: 2", "1:10 schema `version` is 2; this program reads `version` 1", ""},
		{"title: It falls", "title: It falls\n        ref: a/2026/b/c", "9:9 schema `id`, `title`, `metric` and `check_ins` do not go with `ref`", ""},
		{"value: 780, confidence: 5", "note: x", "13:14 schema a check-in needs `confidence`, or `value`", ""},
		{"unit: ms", "unit:ms", "11:18 schema a space is missing behind the colon of `unit`", "{unit: ms, baseline: 900, target: 300}"},
		{"unit: ms", "unit: ms, remarks: some, more text", "11:28 schema `remarks` is not a key of a metric", "Its keys"},
	} {
		if !strings.Contains(smallDocument, s.old) {
			t.Fatalf("%q is not in the document", s.old)
		}
		s.check(t, strings.Replace(smallDocument, s.old, s.new, 1))
	}
}

// check wants a finding that begins so and whose hint contains so.
func (s slip) check(t *testing.T, text string) {
	t.Helper()
	got := look(t, text)
	if len(got) == 0 || !strings.HasPrefix(got[0], s.begins) || !strings.Contains(got[0][strings.Index(got[0], " | "):], s.contains) {
		t.Errorf("%q gives %q,\nwant %q … %q", s.new, got, s.begins, s.contains)
	}
}

// TestOnce wants one finding for each mistake, and as many as there are mistakes.
func TestOnce(t *testing.T) {
	text := strings.NewReplacer("team: checkout", "team: Check Out\nowner: x", "title: Fast", "titel: Fast", "confidence: 5", "confidence: 11, by: x",
		"baseline: 900", "baseline: 0,9", "unit: ms", "unit: ").Replace(smallDocument)
	if got := look(t, text); len(got) != 7 {
		t.Errorf("%d findings: %s", len(got), strings.Join(got, "\n"))
	}
	shared := strings.Replace(smallDocument, "metric: {", "metric: &m {colour: red, ", 1) + "      - id: b\n        title: b\n        metric: *m\n"
	if got := look(t, shared); len(got) != 1 {
		t.Errorf("a mistake behind an alias: %s", strings.Join(got, "\n"))
	}
}

func TestWorkspaceWords(t *testing.T) {
	if got := look(t, smallWorkspace); len(got) > 0 {
		t.Errorf("%q", got)
	}
	for _, s := range []slip{
		{"name: Acme}", "name: Acme, lead: x}", "5:31 individual-owner `lead` names a person", "#checkout"},
		{"jargon: off", "jargon: false", "8:41 schema `jargon` is the value false; it can be", ""},
		{"jargon: off", "jargon: warnings", "8:41 schema `jargon` is `warnings`; it can be `error`, `warning`, `info` or `off`; did you mean `warning`?", ""},
		{"mean: 0.95", "mean: 95%", "6:31 schema `mean` is `95%`, a text because of its percent sign", "mean: 0.95"},
		{"name: Acme}", "name:Acme}", "5:19 schema a space is missing behind the colon of `name`", "{id: company, name: Acme}"},
		{"fiscal_year_start: 1", "fiscal_year_start: 13", "3:31 schema `fiscal_year_start` is 13; it runs from 1 to 12", ""},
		{"fiscal_year_start: 1", "fiscal_year_start: 1.5", "3:31 schema `fiscal_year_start` is 1.5; it must be a whole number", ""},
		{"calendar: {fiscal_year_start: 1}", "calender: {fiscal_year_start: 1}", "3:1 schema `calender` is not a key of okr.yaml; did you mean `calendar`?", ""},
	} {
		s.check(t, strings.Replace(smallWorkspace, s.old, s.new, 1))
	}
}

func TestLimits(t *testing.T) {
	objective := smallDocument[strings.Index(smallDocument, "  - id: fast"):]
	many := smallDocument + strings.Replace(objective, "fast", "b", 1) + strings.Replace(objective, "fast", "c", 1)
	if got := look(t, many); len(got) != 1 || !strings.HasPrefix(got[0], "5:3 too-many-objectives this document has 3 objectives; a team and cycle has 1 to 2") {
		t.Errorf("%q", got)
	}
	parsed, _ := tree.Parse("a.yaml", []byte(smallDocument))
	got := New(schema.Limits{}).Document(parsed)
	if len(got) != 1 || got[0].Rule != "too-few-objectives" || got[0].Subject != "checkout/2026-Q3/fast" && got[0].Subject != "checkout/2026-Q3" {
		t.Errorf("%+v", got)
	}
}

// TestOddFiles wants a finding for files that are something else altogether.
func TestOddFiles(t *testing.T) {
	for text, want := range map[string]string{
		"- a\n- b\n":                  "1:1 schema a team document is made of keys",
		"version:1 team:x":            "1:1 schema a team document is made of keys",
		"{}":                          "1:1 schema `version`, `team`, `cycle` and `objectives` are missing",
		"objectives: {a: 1}\n":        "1:1 schema `version`, `team` and `cycle` are missing",
		"$schema: x\nversion: 1.0\n":  "1:1 schema `$schema` is not a key",
		"version: 1\nobjectives: []":  "1:1 schema",
		"\"a/b~c d\": {\"%\": 1}\n":   "1:1 schema `a/b~c d` is not a key",
		"objectives:\n  - - - a: 1\n": "1:1 schema",
	} {
		got := look(t, text)
		if len(got) == 0 || !strings.HasPrefix(got[0], want) {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}

// TestQuiet keeps silent about values that reading the file has reported.
func TestQuiet(t *testing.T) {
	for _, change := range [][2]string{
		{"baseline: 900", "baseline: 0x1F"}, {"baseline: 900", "baseline: 0,2"}, {"title: Fast", "title: #fast"}, {"id: p99", "id: 007"},
		{"commitment: aspirational", "commitment: @x"}, {"confidence: 5", "confidence: .nan"},
	} {
		if got := look(t, strings.Replace(smallDocument, change[0], change[1], 1)); len(got) != 1 || !strings.Contains(got[0], " syntax ") {
			t.Errorf("%s: %q", change[1], got)
		}
	}
}
