package diff_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/diff"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// register is an okr.yaml with teams enough for every test.
const register = `version: 1
organization: Acme
limits: {objectives: {min: 1, max: 90}, key_results: {min: 1, max: 90}, team_key_results: 90}
teams:
  - {id: company, name: Company}
  - {id: a, name: A, parent: company}
  - {id: b, name: B, parent: company}
  - {id: c, name: C, parent: b}
`

// files are documents by team, or by team/cycle where it is not 2026-Q1; okr.yaml
// replaces the register, or is added to it where it begins with a plus.
type files map[string]string

func load1(t testing.TB, system fstest.MapFS, strict bool) *okr.Workspace {
	t.Helper()
	result, err := load.Workspace(system, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range result.Findings {
		if strict && f.Severity == diag.Error && !strings.Contains("dangling-link amendment-mismatch duplicate-id zero-weights one-way-share", f.Rule) {
			t.Fatalf("test is wrong: %s:%d: %s: %s\n%s", f.Path, f.Line, f.Rule, f.Message, system[f.Path].Data)
		}
	}
	return result.Workspace
}

func system(documents files) fstest.MapFS {
	top := register
	if text, ok := documents["okr.yaml"]; ok {
		top = text
		if more, ok := strings.CutPrefix(text, "+"); ok {
			top = register + more + "\n"
		}
	}
	fs := fstest.MapFS{"okr.yaml": {Data: []byte(top)}}
	for name, body := range documents {
		if name == "okr.yaml" {
			continue
		}
		team, cycle, other := strings.Cut(name, "/")
		if !other {
			cycle = "2026-Q1"
		}
		text := "version: 1\nteam: " + team + "\ncycle: " + cycle + "\n" + body
		fs["okrs/"+cycle+"/"+team+".yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	return fs
}

func workspace(t testing.TB, documents files) *okr.Workspace {
	t.Helper()
	return load1(t, system(documents), true)
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

// compare reads the change at a day of 2026.
func compare(t testing.TB, before, after files, at string) *diff.Reading {
	t.Helper()
	return diff.Read(workspace(t, before), workspace(t, after), nil, day(t, at))
}

func objectives(list ...string) string { return "objectives:\n" + strings.Join(list, "") }

// objective is one of a document; extra is written before its key results.
func objective(id, extra string, keyResults ...string) string {
	if extra != "" {
		extra += ", "
	}
	if !strings.Contains(extra, "title:") {
		extra += "title: Customers of " + id + " are served at once, "
	}
	if !strings.Contains(extra, "commitment:") {
		extra += "commitment: aspirational, "
	}
	return fmt.Sprintf("  - {id: %s, %skey_results: [\n%s  ]}\n", id, extra, strings.Join(keyResults, ""))
}

// keyResult is one in flow style: its metric, and what else it says.
func keyResult(id, metric string, rest ...string) string {
	text := fmt.Sprintf("      {id: %s, title: Waiting for %s falls, metric: {%s}", id, id, metric)
	if len(rest) > 0 && strings.HasPrefix(rest[0], "title:") {
		text = fmt.Sprintf("      {id: %s, metric: {%s}", id, metric)
	}
	for _, r := range rest {
		text += ", " + r
	}
	return text + "},\n"
}

func ref(address string, rest ...string) string {
	return "      {" + strings.Join(append([]string{"ref: " + address}, rest...), ", ") + "},\n"
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

// one is a workspace of one key result.
func one(metric string, rest ...string) files {
	return files{"a": objectives(objective("o", "", keyResult("k", metric, rest...)))}
}

// lines are the changes, one on a line.
func lines(r *diff.Reading) []string {
	var list []string
	for _, c := range r.Changes {
		list = append(list, line(c))
	}
	return list
}

func line(c *diff.Change) string {
	text := fmt.Sprintf("%s %s %s", c.Kind, c.Verdict, c.Address)
	if c.Field != "" {
		text += " " + c.Field
	}
	return text
}

// wantLines compares the changes with what they should be, in order.
func wantLines(t testing.TB, r *diff.Reading, want ...string) {
	t.Helper()
	got := lines(r)
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got:\n  %s\nwant:\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

func wantText(t testing.TB, what string, got *string, want string) {
	t.Helper()
	text := "nil"
	if got != nil {
		text = *got
	}
	if text != want {
		t.Errorf("%s is %q, want %q", what, text, want)
	}
}

func wantNumber(t testing.TB, what string, got *metric.Number, want string) {
	t.Helper()
	text := "nil"
	if got != nil {
		text = got.JSON4()
	}
	if text != want {
		t.Errorf("%s is %s, want %s", what, text, want)
	}
}

func is[T comparable](t testing.TB, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}
