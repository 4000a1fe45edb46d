package cascade_test

import (
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
)

func TestRolling(t *testing.T) {
	ws := workspace(t, document("company/2026", objective("year"), objective("still", "why_now: It holds"))+
		document("company/2026-Q2", objective("spring", "supports: [company/2026/year/k, company/2026/year]"))+
		document("company/2026-Q3", objective("summer", "supports: [company/2026/year]"), objective("peer", "supports: [company/2026-Q3/summer]"))+
		document("data/2026-Q3", objective("pipes", "supports: [company/2026/still]")))
	var told []string
	for _, r := range cascade.Read(ws, ws.Cycle("2026-Q3"), day(t, "2026-08-15")).Rolling() {
		line := r.Objective.Address() + ":"
		for _, o := range r.Sets {
			line += " " + o.Address()
		}
		told = append(told, line)
	}
	const want = "company/2026/year: company/2026-Q2/spring company/2026-Q3/summer"
	if got := strings.Join(told, "\n"); got != want {
		t.Errorf("what rolls is\n%s\nnot\n%s", got, want)
	}
}

func TestSharers(t *testing.T) {
	const shared = `
-- data/2026-Q3 --
objectives:
  - id: o
    title: People like it
    commitment: aspirational
    key_results:
      - {id: both, title: Returns fall from 9 to 4 percent, metric: {unit: percent, baseline: 9, target: 4}, shared_with: [checkout, product]}
      - {id: own, title: Calls fall from 9 to 4 percent, metric: {unit: percent, baseline: 9, target: 4}}
-- checkout/2026-Q3 --
objectives:
  - id: o
    title: People come back
    commitment: aspirational
    key_results: [{ref: data/2026-Q3/o/both}]
`
	g := read(t, shared, "one-way-share")
	sharers := func(id string) string {
		d := g.Workspace.Document("data", "2026-Q3")
		return ids(g.Sharers(g.OfKeyResult(d.Objectives[0].KeyResultByID(id))))
	}
	if got := sharers("both"); got != "product checkout data" {
		t.Errorf("the shared key result is of %q", got)
	}
	if got := sharers("own"); got != "" {
		t.Errorf("the other one is of %q", got)
	}
}

func ids(teams []*okr.Team) string {
	var all []string
	for _, team := range teams {
		all = append(all, team.ID.V)
	}
	return strings.Join(all, " ")
}
