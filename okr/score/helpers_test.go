package score_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

// register is an okr.yaml with teams enough for every test and no limits that a
// test would have to obey. Settings of scoring follow it, indented.
const register = `version: 1
organization: Acme
limits: {objectives: {min: 1, max: 90}, key_results: {min: 1, max: 90}, team_key_results: 90}
teams:
  - {id: company, name: Company}
  - {id: a, name: A, parent: company}
  - {id: b, name: B, parent: company}
  - {id: c, name: C, parent: b}
`

// files are documents by team, or by team/cycle where it is not 2026-Q1.
type files map[string]string

// workspace loads documents whose text begins at their objectives. What loading
// finds wrong fails the test, except for the rules named.
func workspace(t testing.TB, scoring string, documents files, tolerated ...string) *okr.Workspace {
	t.Helper()
	top := register
	if scoring != "" {
		top += "scoring: {" + scoring + "}\n"
	}
	system := fstest.MapFS{"okr.yaml": {Data: []byte(top)}}
	for name, body := range documents {
		team, cycle, other := strings.Cut(name, "/")
		if !other {
			cycle = "2026-Q1"
		}
		text := "version: 1\nteam: " + team + "\ncycle: " + cycle + "\n" + body
		system["okrs/"+cycle+"/"+team+".yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	result, err := load.Workspace(system, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range result.Findings {
		if f.Severity == diag.Error && !strings.Contains(strings.Join(tolerated, " "), f.Rule) {
			t.Fatalf("test is wrong: %s:%d: %s: %s\n%s", f.Path, f.Line, f.Rule, f.Message, system[f.Path].Data)
		}
	}
	return result.Workspace
}

// read reads 2026-Q1 at a date of 2026, written as 02-14, or at a whole date.
func read(t testing.TB, ws *okr.Workspace, at string) *score.Reading {
	t.Helper()
	return readWith(t, ws, nil, at)
}

func readWith(t testing.TB, ws *okr.Workspace, past okr.Past, at string) *score.Reading {
	t.Helper()
	return score.Cycle(ws, past, ws.Cycle("2026-Q1"), day(t, at))
}

func day(t testing.TB, text string) okr.Date {
	t.Helper()
	if len(text) == len("02-14") {
		text = "2026-" + text
	}
	d, err := okr.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// objectives are the text of a document.
func objectives(list ...string) string { return "objectives:\n" + strings.Join(list, "") }

// objective is one of a document; extra is written between its commitment and
// its key results.
func objective(id, commitment, extra string, keyResults ...string) string {
	if extra != "" {
		extra += ", "
	}
	return fmt.Sprintf("  - {id: %s, title: Customers of %s are served at once, commitment: %s, %skey_results: [\n%s  ]}\n",
		id, id, commitment, extra, strings.Join(keyResults, ""))
}

// keyResult is one in flow style: its metric, and what else it says.
func keyResult(id, metric string, rest ...string) string {
	text := fmt.Sprintf("      {id: %s, title: Waiting for %s falls, metric: {%s}", id, id, metric)
	for _, r := range rest {
		text += ", " + r
	}
	return text + "},\n"
}

// checkIns are readings given as "02-10 64".
func checkIns(readings ...string) string {
	text := "check_ins: ["
	for _, r := range readings {
		date, value, _ := strings.Cut(r, " ")
		text += "{date: 2026-" + date + ", value: " + value + "}, "
	}
	return text + "]"
}

// points is a metric of which a value is its own score.
const points = "unit: EUR, baseline: 0, target: 1"

// scored is a key result that has come to a value between 0 and 1 by February.
func scored(id, value string, rest ...string) string {
	return keyResult(id, points, append([]string{checkIns("02-01 " + value)}, rest...)...)
}

// unread is a key result without a reading.
func unread(id string, rest ...string) string { return keyResult(id, points, rest...) }

// exact reads "8/15" or "0.5".
func exact(t testing.TB, text string) metric.Number {
	t.Helper()
	over, under, fraction := strings.Cut(text, "/")
	n, err := metric.ParseNumber(over)
	if err != nil {
		t.Fatal(err)
	}
	if fraction {
		d, err := metric.ParseNumber(under)
		if err != nil {
			t.Fatal(err)
		}
		n, _ = n.Div(d)
	}
	return n
}

// want compares a number exactly; null is one that is unknown.
func want(t testing.TB, what string, got *metric.Number, text string) {
	t.Helper()
	switch {
	case got == nil && text == "null":
	case got == nil:
		t.Errorf("%s is unknown, want %s", what, text)
	case text == "null":
		t.Errorf("%s is %s, want it unknown", what, got)
	case !got.Equal(exact(t, text)):
		t.Errorf("%s is %s, want %s", what, got, text)
	}
}

// is compares two values.
func is[T comparable](t testing.TB, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

// first is the first objective of the first team.
func first(r *score.Reading) *score.Objective { return r.Teams[0].Objectives[0] }

// only is the first key result of it.
func only(r *score.Reading) *score.KeyResult { return first(r).KeyResults[0] }
