package cascade_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
)

// organisation has a year, a half, quarters and a shared key result.
const organisation = `
-- company/2026 --
objectives:
  - id: loved
    title: Shoppers love to come back
    commitment: aspirational
    key_results:
      - {id: again, title: Households that order again rise from 41 to 52 percent, metric: {unit: percent, baseline: 41, target: 52}}
      - {id: praise, title: Shoppers who praise us rise from 20 to 30 percent, metric: {unit: percent, baseline: 20, target: 30}}
-- product/2026-Q2 --
objectives:
  - {id: past, title: The past was fine, commitment: aspirational, supports: [company/2026/loved], key_results: [{id: k, title: Returns fall from 9 to 4 percent, metric: {unit: percent, baseline: 9, target: 4}}]}
-- product/2026-Q3 --
objectives:
  - id: calm
    title: Buying feels calm
    commitment: committed
    supports: [company/2026/loved/again, company/2026/loved]
    key_results:
      - {id: returns, title: Returns fall from 9 to 4 percent, metric: {unit: percent, baseline: 9, target: 4}, shared_with: [checkout]}
-- checkout/2026-Q3 --
objectives:
  - id: fast
    title: Checkout feels instant
    commitment: aspirational
    supports: [product/2026-Q3/calm]
    depends_on: [data/2026-Q3]
    key_results:
      - id: p99
        title: The slowest payments fall from 900 to 300 ms
        metric: {unit: ms, baseline: 900, target: 300}
        depends_on: [{on: data/2026-Q4/pipe/fresh}]
      - ref: product/2026-Q3/calm/returns
stopped:
  - {id: old, title: The old way was nice, commitment: aspirational, cancelled: {date: 2026-07-20, reason: Nobody asked}, key_results: [{id: k, title: Queues fall from 9 to 4 people, metric: {unit: people, baseline: 9, target: 4}}]}
-- data/2026-Q4 --
objectives:
  - id: pipe
    title: Numbers arrive before the meeting
    commitment: aspirational
    supports: [company/2026/loved]
    key_results:
      - {id: fresh, title: Age of the numbers falls from 9 to 2 hours, metric: {unit: hours, baseline: 9, target: 2}}
      - {id: right, title: Wrong numbers fall from 9 to 2 percent, metric: {unit: percent, baseline: 9, target: 2}}
`

func drawn(g *cascade.Graph) string {
	var out strings.Builder
	for _, n := range g.Nodes {
		fmt.Fprintf(&out, "%s %s", n.Kind, n.Address())
		if n.Depth > 0 {
			fmt.Fprintf(&out, " depth %d", n.Depth)
		}
		if n.Asked {
			out.WriteString(" asked")
		}
		if n.Beyond {
			out.WriteString(" beyond")
		}
		if n.Stopped {
			out.WriteString(" stopped")
		}
		out.WriteString("\n")
	}
	for _, e := range g.Edges {
		fmt.Fprintf(&out, "%s %s %s as %s\n", e.From.Address(), e.Kind, e.To.Address(), e.Link.Address.V)
	}
	return out.String()
}

func TestTheGraphOfAQuarter(t *testing.T) {
	g := read(t, organisation)
	want := `team company
objective company/2026/loved depth 1
key_result company/2026/loved/again
key_result company/2026/loved/praise
team product
objective product/2026-Q3/calm depth 2 asked
key_result product/2026-Q3/calm/returns asked
team checkout
objective checkout/2026-Q3/fast depth 3 asked
key_result checkout/2026-Q3/fast/p99 asked
objective checkout/2026-Q3/old depth 1 asked stopped
key_result checkout/2026-Q3/old/k asked stopped
team wallet
team data
objective data/2026-Q4/pipe depth 1 beyond
key_result data/2026-Q4/pipe/fresh beyond
product/2026-Q3/calm supports company/2026/loved/again as company/2026/loved/again
product/2026-Q3/calm supports company/2026/loved as company/2026/loved
checkout/2026-Q3/fast supports product/2026-Q3/calm as product/2026-Q3/calm
checkout/2026-Q3/fast depends_on data as data/2026-Q3
checkout/2026-Q3/fast shares product/2026-Q3/calm/returns as product/2026-Q3/calm/returns
checkout/2026-Q3/fast/p99 depends_on data/2026-Q4/pipe/fresh as data/2026-Q4/pipe/fresh
`
	if diff := cmp.Diff(want, drawn(g)); diff != "" {
		t.Error(diff)
	}
}

func TestNodesAreFoundByWhatTheyStandFor(t *testing.T) {
	g := read(t, organisation)
	ws := g.Workspace
	link := func(address string) okr.Link {
		parsed, err := okr.ParseAddress(address)
		if err != nil {
			t.Fatal(err)
		}
		found, _ := ws.Find(parsed)
		return found
	}
	loved := g.OfObjective(link("company/2026/loved").Objective)
	fast := g.OfObjective(link("checkout/2026-Q3/fast").Objective)
	if got := addresses(g.Supporters(loved)); got != "product/2026-Q3/calm" {
		t.Errorf("the year is supported by %q", got)
	}
	if got := addresses(g.Parents(g.OfObjective(link("product/2026-Q3/calm").Objective))); got != "company/2026/loved" {
		t.Errorf("the quarter supports %q", got)
	}
	listed := fast.Objective.KeyResults[1]
	if n := g.OfKeyResult(listed); n == nil || n.Address() != "product/2026-Q3/calm/returns" {
		t.Errorf("a listed key result is %v", n)
	}
	if n := g.OfTeam(ws.Team("wallet")); n == nil || n.Title() != "Wallet" {
		t.Errorf("the team is %v", n)
	}
	if g.OfObjective(link("product/2026-Q2/past").Objective) != nil || g.OfKeyResult(nil) != nil {
		t.Error("what is not shown is found")
	}
	for _, n := range g.Nodes {
		if file, span := n.Place(); file == nil || span.IsZero() || n.Title() == "" {
			t.Errorf("%s has no place or title", n.Address())
		}
	}
}

func TestAllCyclesAreAskedForByNone(t *testing.T) {
	ws := workspace(t, organisation)
	g := cascade.Read(ws, nil, day(t, "2026-08-15"))
	loved := g.OfObjective(ws.Document("company", "2026").Objectives[0])
	if got, want := addresses(g.Supporters(loved)), "product/2026-Q2/past product/2026-Q3/calm data/2026-Q4/pipe"; got != want {
		t.Errorf("the year is supported by %q, want %q", got, want)
	}
	for _, n := range g.Nodes {
		if n.Kind != cascade.Team && (!n.Asked || n.Beyond) {
			t.Errorf("%s was not asked for", n.Address())
		}
	}
}

func TestWhatIsStoppedLaterIsNotStoppedYet(t *testing.T) {
	ws := workspace(t, organisation)
	g := cascade.Read(ws, ws.Cycle("2026-Q3"), day(t, "2026-07-19"))
	if n := g.OfObjective(ws.Document("checkout", "2026-Q3").Stopped[0]); n.Stopped {
		t.Error("it is stopped a day too early")
	}
}

func TestOrphansAndUncovered(t *testing.T) {
	g := read(t, document("company/2026", objective("far"), objective("near"))+
		document("company/2026-Q3", objective("alone"), objective("other"))+
		document("company/2026-Q4", objective("later"))+
		document("product/2026-Q3", objective("serves", "supports: [company/2026/near/k]"), objective("because", "why_now: It is time"),
			objective("lost"), objective("blank", `why_now: " "`))+
		document("checkout/2026-07", objective("month", "supports: [product/2026-Q3/serves]"))+
		document("wallet/2026-Q3", objective("leaf"))+
		document("data/2026-Q2", objective("past"))+
		"stopped:\n"+strings.Replace(objective("gone"), "    key_results", "    cancelled: {date: 2026-04-20, reason: No}\n    key_results", 1))
	if got, want := addresses(g.Orphans()), "product/2026-Q3/lost product/2026-Q3/blank wallet/2026-Q3/leaf"; got != want {
		t.Errorf("orphans are %q, want %q", got, want)
	}
	want := "company/2026/far company/2026-Q3/alone company/2026-Q3/other product/2026-Q3/because product/2026-Q3/lost product/2026-Q3/blank"
	if got := addresses(g.Uncovered()); got != want {
		t.Errorf("uncovered are %q, want %q", got, want)
	}
}

func TestSupportOfAStoppedObjectiveIsNone(t *testing.T) {
	g := read(t, document("company/2026-Q3", objective("top"))+document("data/2026-Q3", objective("other", "supports: [company/2026-Q3/top/k]"))+
		"stopped:\n"+strings.Replace(objective("gone", "supports: [company/2026-Q3/top]"), "    key_results", "    cancelled: {date: 2026-08-15, reason: No}\n    key_results", 1))
	top := g.OfObjective(g.Workspace.Document("company", "2026-Q3").Objectives[0])
	if got := addresses(g.Supporters(top)); got != "data/2026-Q3/other" {
		t.Errorf("the top is supported by %q", got)
	}
	if len(g.Uncovered()) != 0 {
		t.Error("support of a key result does not cover its objective")
	}
}

func TestSkips(t *testing.T) {
	g := read(t, document("company/2026-Q3", objective("top"))+
		document("product/2026-Q3", objective("p", "supports: [company/2026-Q3/top]"))+
		document("wallet/2026-Q3", objective("w", "supports: [product/2026-Q3/p, company/2026-Q3/top/k]"))+
		document("data/2026-Q3", objective("d", "supports: [wallet/2026-Q3/w]")))
	var got []string
	for _, s := range g.Skips() {
		got = append(got, fmt.Sprint(s.Edge.From.Address(), " over ", s.Over, " to ", s.Edge.To.Address()))
	}
	want := []string{"wallet/2026-Q3/w over 1 to product/2026-Q3/p", "wallet/2026-Q3/w over 2 to company/2026-Q3/top/k"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
