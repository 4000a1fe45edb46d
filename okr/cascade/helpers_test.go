package cascade_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/load"
)

// register is the okr.yaml of tests: a tree of four levels, and no limits that a test
// would have to obey.
const register = `version: 1
organization: Acme
limits: {objectives: {min: 1, max: 90}, key_results: {min: 1, max: 90}, team_key_results: 90}
teams:
  - {id: company, name: Acme}
  - {id: product, name: Product, parent: company}
  - {id: checkout, name: Checkout, parent: product}
  - {id: wallet, name: Wallet, parent: checkout}
  - {id: data, name: Data, parent: company}
`

// workspace loads documents in the txtar form, named team/cycle, whose text begins at
// their objectives. What loading finds wrong fails the test, except for rules named.
func workspace(t testing.TB, text string, tolerated ...string) *okr.Workspace {
	t.Helper()
	system := fstest.MapFS{"okr.yaml": {Data: []byte(register)}}
	for _, file := range txtar.Parse([]byte(strings.TrimPrefix(text, "\n"))).Files {
		team, cycle, _ := strings.Cut(file.Name, "/")
		body := "version: 1\nteam: " + team + "\ncycle: " + cycle + "\n" + string(file.Data)
		system["okrs/"+cycle+"/"+team+".yaml"] = &fstest.MapFile{Data: []byte(body)}
	}
	result, err := load.Workspace(system, load.Options{AsOf: day(t, "2026-08-15")})
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

func day(t testing.TB, text string) okr.Date {
	t.Helper()
	date, err := okr.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return date
}

// read is the graph of 2026-Q3 on its 46th day.
func read(t testing.TB, text string, tolerated ...string) *cascade.Graph {
	t.Helper()
	ws := workspace(t, text, tolerated...)
	return cascade.Read(ws, ws.Cycle("2026-Q3"), day(t, "2026-08-15"))
}

// addresses are those of nodes, as one text.
func addresses(nodes []*cascade.Node) string {
	var all []string
	for _, n := range nodes {
		all = append(all, n.Address())
	}
	return strings.Join(all, " ")
}

// result is a key result to have one.
const result = "    key_results: [{id: k, title: Returns fall from 9 to 4 percent, metric: {unit: percent, baseline: 9, target: 4}}]\n"

// objective is the text of one with extra lines, each indented by itself.
func objective(id string, lines ...string) string {
	text := "  - id: " + id + "\n    title: People like what we do for " + id + "\n    commitment: aspirational\n"
	for _, line := range lines {
		text += "    " + line + "\n"
	}
	return text + result
}

// document is a file of the txtar form.
func document(name string, objectives ...string) string {
	return "-- " + name + " --\nobjectives:\n" + strings.Join(objectives, "")
}
