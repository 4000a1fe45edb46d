package lint_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
	"github.com/okrs-as-code/okrs/okr/lint"
	"github.com/okrs-as-code/okrs/okr/load"
)

// examplesAt is the date at which examples of files are read: 2026-Q3 is running,
// 2026-Q2 is closed, 2026-Q4 a draft.
var examplesAt = mustDate("2026-08-15")

func mustDate(text string) okr.Date {
	date, err := okr.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return date
}

// exampleRegister is the okr.yaml of examples that bring none.
const exampleRegister = `version: 1
organization: Acme
teams:
  - {id: company, name: Acme}
  - {id: product, name: Product, parent: company}
  - {id: checkout, name: Checkout, parent: product}
  - {id: payments, name: Payments, parent: product}
  - {id: data, name: Data, parent: company}
limits: {objectives: {min: 1, max: 5}}
`

// exampleHead stands before examples that are a list of objectives.
const exampleHead = "version: 1\nteam: checkout\ncycle: 2026-Q3\nobjectives:\n"

// exampleFiles is the workspace of an example: files in the txtar form, or the
// objectives of one document.
func exampleFiles(text string) fstest.MapFS {
	text = strings.TrimPrefix(text, "\n")
	files := fstest.MapFS{"okr.yaml": {Data: []byte(exampleRegister)}}
	if !strings.HasPrefix(text, "-- ") {
		text = "-- okrs/2026-Q3/checkout.yaml --\n" + exampleHead + "  " + strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n  ") + "\n"
	}
	for _, file := range txtar.Parse([]byte(text)).Files {
		files[file.Name] = &fstest.MapFile{Data: file.Data}
	}
	return files
}

// lintFiles is everything that is said about a workspace.
func lintFiles(t testing.TB, files fstest.MapFS, at okr.Date) []diag.Finding {
	t.Helper()
	return lintTale(t, files, nil, at)
}

// lintExample is everything that is said about an example, which may have a past.
func lintExample(t testing.TB, text string, at okr.Date) []diag.Finding {
	t.Helper()
	files, past := tellTale(t, text)
	return lintTale(t, files, past, at)
}

func lintTale(t testing.TB, files fstest.MapFS, past okr.History, at okr.Date) []diag.Finding {
	t.Helper()
	result, err := load.Workspace(files, load.Options{AsOf: at})
	if err != nil {
		t.Fatal(err)
	}
	return lint.Run(lint.Input{
		Workspace: result.Workspace, Found: result.Findings, Allows: result.Allows, Past: past, At: at,
		Cycles:   bygone(result.Workspace, past),
		Language: understanding(t).With(lint.Names(result.Workspace)),
	})
}

var _ = language.Names{}

func TestExamplesOfFiles(t *testing.T) {
	for _, rule := range lint.Rules() {
		if rule.About != lint.Files {
			continue
		}
		t.Run(rule.ID, func(t *testing.T) {
			for _, text := range rule.Bad {
				flagged := false
				findings := lintExample(t, text, examplesAt)
				for _, f := range findings {
					flagged = flagged || f.Rule == rule.ID && !f.Suppressed()
				}
				if !flagged {
					t.Errorf("the bad example is not flagged:\n%s\n%s", text, told(findings))
				}
			}
			for _, text := range rule.Good {
				for _, f := range lintExample(t, text, examplesAt) {
					if !f.Suppressed() {
						t.Errorf("the good example is not silent:\n%s\n%s", text, told([]diag.Finding{f}))
					}
				}
			}
		})
	}
}

func told(findings []diag.Finding) string {
	var out strings.Builder
	for _, f := range findings {
		out.WriteString(f.Path + ": " + f.Severity.String() + " " + f.Rule + ": " + f.Message + "\n")
		for _, line := range f.Excerpt {
			out.WriteString("    " + line + "\n")
		}
	}
	return out.String()
}

// TestSentencesOutOfPlace has in an objective what rules expect in a key result.
func TestSentencesOutOfPlace(t *testing.T) {
	for _, title := range []string{"Grow repeat visits by 20%", "Launch the shop by 31 May", "Migration to the new ledger", "Increase conversion rate by 5%", "Improve speed"} {
		findings := lintFiles(t, exampleFiles(strings.ReplaceAll(`
- id: o
  title: TITLE
  commitment: committed
  key_results:
    - id: k
      title: TITLE
      metric: {unit: visits, baseline: 3, target: 5}
      check_ins:
        - {date: 2026-08-12, value: 4, note: TITLE}
`, "TITLE", title)), examplesAt)
		if len(findings) == 0 {
			t.Errorf("%q draws nothing", title)
		}
	}
}

// TestReasonsOfAuthority has a leader's wish where a reason is given, and where it is
// only told.
func TestReasonsOfAuthority(t *testing.T) {
	const text = `
- id: o
  title: Guests come back because they like it here
  commitment: aspirational
  why_now: The CEO wants this before the board meeting in October
  key_results:
    - id: k
      title: Guests who come back within a year rise from 31 to 40 percent
      metric: {unit: percent, baseline: 31, target: 40, source: guest register}
      check_ins:
        - {date: 2026-08-12, value: 33, note: The CEO wants a weekly number}
`
	var lines []int
	for _, f := range lintFiles(t, exampleFiles(text), examplesAt) {
		if f.Rule == "hippo" {
			lines = append(lines, f.Line)
		}
	}
	if len(lines) != 1 || lines[0] != 8 {
		t.Errorf("authority is found in lines %v", lines)
	}
}

// TestVagueMilestones has a yes or no that nobody could tell, and one that anybody can.
func TestVagueMilestones(t *testing.T) {
	for title, want := range map[string]bool{
		"Improve the spare parts service":                            true,
		"The inspectors confirm our price display without objection": false,
	} {
		found := false
		for _, f := range lintFiles(t, exampleFiles("\n- id: o\n  title: Guests feel at home\n  commitment: committed\n  key_results:\n    - id: k\n      title: "+title+"\n      metric: {kind: milestone, source: letter}\n"), examplesAt) {
			found = found || f.Rule == "weasel-words"
		}
		if found != want {
			t.Errorf("%q: found %v", title, found)
		}
	}
}

// TestNumberedKeyResults have the same ids in every cycle and nothing else in common:
// no trend leads from one to the next.
func TestNumberedKeyResults(t *testing.T) {
	quarter := func(cycle, title, check string) string {
		return "-- okrs/" + cycle + "/checkout.yaml --\nversion: 1\nteam: checkout\ncycle: " + cycle + "\nobjectives:\n" +
			"  - id: o1\n    title: People like it here\n    commitment: aspirational\n    key_results:\n      - id: kr1\n        title: " + title +
			"\n        metric: {unit: percent, baseline: 20, target: 26, source: log}\n        check_ins:\n          - {date: " + check + "}\n"
	}
	text := func(titles ...string) string {
		return quarter("2025-Q4", titles[0], "2025-12-20, value: 22") + quarter("2026-Q1", titles[1], "2026-03-20, value: 24") +
			quarter("2026-Q2", titles[2], "2026-06-20, value: 26") + quarter("2026-Q3", titles[3], "2026-07-20, value: 22")
	}
	for want, files := range map[bool]string{
		false: text("Guests who return rise", "Parcels that arrive whole rise", "Pupils who swim rise", "Trains on time rise"),
		true:  text("Guests who return rise", "Guests who return rise again", "Guests who return rise", "Guests who return rise more"),
	} {
		found := false
		for _, f := range lintFiles(t, exampleFiles(files), examplesAt) {
			found = found || f.Rule == "timid-target"
		}
		if found != want {
			t.Errorf("found %v in\n%s", found, files)
		}
	}
}
