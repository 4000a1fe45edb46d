package status_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/score"
	"github.com/okrs-as-code/okrs/okr/status"
)

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

func workspace(t testing.TB, documents files) *okr.Workspace {
	t.Helper()
	system := fstest.MapFS{"okr.yaml": {Data: []byte(register)}}
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
		if f.Severity == diag.Error && f.Rule != "no-baseline" {
			t.Fatalf("test is wrong: %s:%d: %s: %s\n%s", f.Path, f.Line, f.Rule, f.Message, system[f.Path].Data)
		}
	}
	return result.Workspace
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

// read is the status of 2026-Q1 at a date of 2026, written as 02-14.
func read(t testing.TB, ws *okr.Workspace, at string) *status.Reading {
	t.Helper()
	return readWith(t, ws, nil, ws.Cycle("2026-Q1"), at, "")
}

func readWith(t testing.TB, ws *okr.Workspace, past okr.History, cycle *okr.Cycle, at, since string) *status.Reading {
	t.Helper()
	options := status.Options{}
	if since != "" {
		options.Since = day(t, since)
	}
	for _, c := range status.Cycles(ws.Cycles, cycle, day(t, at)) {
		options.Ended = append(options.Ended, status.EndedOf(ws, past, c, day(t, at)))
	}
	return status.Read(ws, past, score.Alone(ws, past, cycle, day(t, at)), options)
}

// objectives are the text of a document.
func objectives(list ...string) string { return "objectives:\n" + strings.Join(list, "") }

// aspiring is an aspirational objective, promised a committed one; what does not begin
// as a key result is said of the objective.
func aspiring(id string, parts ...string) string { return objective(id, "aspirational", parts) }
func promised(id string, parts ...string) string { return objective(id, "committed", parts) }

func objective(id, commitment string, parts []string) string {
	extra, results := "", ""
	for _, p := range parts {
		if strings.HasPrefix(p, "      {") {
			results += p
		} else {
			extra += p + ", "
		}
	}
	return fmt.Sprintf("  - {id: %s, title: Customers of %s are served at once, commitment: %s, %skey_results: [\n%s  ]}\n", id, id, commitment, extra, results)
}

// points is a metric of which a value is its own score.
const points = "unit: EUR, baseline: 0, target: 1, source: ledger"

// result is a key result in flow style: its metric, and what else it says.
func result(id, metric string, rest ...string) string {
	text := fmt.Sprintf("      {id: %s, title: Waiting for %s falls, metric: {%s}", id, id, metric)
	for _, r := range rest {
		text += ", " + r
	}
	return text + "},\n"
}

// ref lists what another team defines.
func ref(address string) string { return "      {ref: " + address + "},\n" }

// checks are check-ins given as "02-10 64", "02-10 64 8", or "02-10 - 8" for confidence
// alone; what follows is a note. A whole date stands for itself.
func checks(list ...string) string {
	text := "check_ins: ["
	for _, c := range list {
		parts := strings.SplitN(c, " ", 4)
		date := parts[0]
		if len(date) == len("02-10") {
			date = "2026-" + date
		}
		text += "{date: " + date
		if parts[1] != "-" {
			text += ", value: " + parts[1]
		}
		if len(parts) > 2 && parts[2] != "-" {
			text += ", confidence: " + parts[2]
		}
		if len(parts) > 3 {
			text += ", " + parts[3]
		}
		text += "}, "
	}
	return text + "]"
}

// said compares a list, written as one text.
func said(t testing.TB, got []string, want string) {
	t.Helper()
	if all := strings.Join(got, "; "); all != want {
		t.Errorf("got  %s\nwant %s", all, want)
	}
}
