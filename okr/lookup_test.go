package okr_test

import (
	"slices"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/source"
)

func text(v string) okr.Text { return okr.Text{V: v, Span: source.Span{Start: 1, End: 2}} }

// workspace has two teams, of which payments took over an objective and a key
// result from checkout, and a year and a quarter.
func workspace() *okr.Workspace {
	company := &okr.Team{ID: text("company")}
	checkout := &okr.Team{ID: text("checkout"), Parent: company, ParentID: text("company"), Depth: 1}
	payments := &okr.Team{ID: text("payments"), Parent: company, ParentID: text("company"), Depth: 1}
	company.Children = []*okr.Team{checkout, payments}
	year := &okr.Cycle{ID: "2026", Start: day("2026-01-01"), End: day("2026-12-31")}
	ws := &okr.Workspace{
		Settings: okr.DefaultSettings(),
		Teams:    []*okr.Team{company, checkout, payments},
		Cycles:   []*okr.Cycle{year, quarter},
		Documents: []*okr.Document{
			document(company, year, objective("loved", "", result("nps", ""))),
			document(checkout, quarter, objective("fast", "quick", result("p99", "latency"), result("errors", "checkout/2026-Q3/steady/faults"))),
			document(payments, quarter, objective("paid", "checkout/2026-Q3/paying", result("late", ""), result("settled", "checkout/2026-Q3/fast/settled"))),
		},
	}
	stopped := objective("gifts", "")
	stopped.Document = ws.Documents[1]
	ws.Documents[1].Stopped = []*okr.Objective{stopped}
	ws.Index()
	return ws
}

func document(team *okr.Team, cycle *okr.Cycle, objectives ...*okr.Objective) *okr.Document {
	d := &okr.Document{TeamID: team.ID, CycleID: text(cycle.ID), Team: team, Cycle: cycle, Objectives: objectives}
	for _, o := range objectives {
		o.Document = d
	}
	return d
}

func objective(id, was string, results ...*okr.KeyResult) *okr.Objective {
	o := &okr.Objective{ID: text(id), KeyResults: results}
	if was != "" {
		o.Background = &okr.Background{Was: text(was)}
	}
	for _, k := range results {
		k.Objective = o
	}
	return o
}

func result(id, was string) *okr.KeyResult {
	k := &okr.KeyResult{ID: text(id)}
	if was != "" {
		k.Body = &okr.Body{Links: okr.Links{Was: text(was)}}
	}
	return k
}

func TestFindFollowsAddresses(t *testing.T) {
	ws := workspace()
	for _, test := range []struct {
		address, stands string
		missing         okr.Missing
	}{
		{"company/2026", "company/2026", okr.NothingMissing},
		{"company/2026/loved", "company/2026/loved", okr.NothingMissing},
		{"checkout/2026-Q3/fast/p99", "checkout/2026-Q3/fast/p99", okr.NothingMissing},
		{"checkout/2026-Q3/gifts", "checkout/2026-Q3/gifts", okr.NothingMissing},
		// Former names, here and elsewhere.
		{"checkout/2026-Q3/quick", "checkout/2026-Q3/fast", okr.NothingMissing},
		{"checkout/2026-Q3/quick/latency", "checkout/2026-Q3/fast/p99", okr.NothingMissing},
		{"checkout/2026-Q3/steady/faults", "checkout/2026-Q3/fast/errors", okr.NothingMissing},
		{"checkout/2026-Q3/paying", "payments/2026-Q3/paid", okr.NothingMissing},
		{"checkout/2026-Q3/paying/late", "payments/2026-Q3/paid/late", okr.NothingMissing},
		{"checkout/2026-Q3/quick/settled", "payments/2026-Q3/paid/settled", okr.NothingMissing},
		// Nowhere.
		{"chekout/2026-Q3", "", okr.NoTeam},
		{"checkout/next-one", "", okr.NoCycle},
		{"checkout/2026", "", okr.NoDocument},
		{"checkout/2027-Q1/fast", "", okr.NoDocument},
		{"checkout/2026-Q3/slow", "checkout/2026-Q3", okr.NoObjective},
		{"checkout/2026-Q3/fast/p98", "checkout/2026-Q3/fast", okr.NoKeyResult},
		{"checkout/2026-Q3/paying/early", "payments/2026-Q3/paid", okr.NoKeyResult},
		{"payments/2026-Q3/paying", "payments/2026-Q3", okr.NoObjective},
	} {
		address, err := okr.ParseAddress(test.address)
		if err != nil {
			t.Fatal(err)
		}
		link, missing := ws.Find(address)
		if missing != test.missing || stands(link) != test.stands {
			t.Errorf("%s: found %q, missing %d, want %q, %d", test.address, stands(link), missing, test.stands, test.missing)
		}
	}
}

func stands(link okr.Link) string {
	switch {
	case link.KeyResult != nil:
		return link.KeyResult.Address()
	case link.Objective != nil:
		return link.Objective.Address()
	case link.Document != nil:
		return link.Document.Address()
	}
	return ""
}

func TestFindKnowsCyclesThatNobodyUsesYet(t *testing.T) {
	link, missing := workspace().Find(okr.Address{Team: "checkout", Cycle: "2027-Q1"})
	if missing != okr.NoDocument || link.Team == nil || link.Cycle == nil || link.Cycle.Start != day("2027-01-01") {
		t.Errorf("found %+v, missing %d; want the team and the cycle without a document", link, missing)
	}
}

func TestTheFirstOfTwoDocumentsIsFound(t *testing.T) {
	ws := workspace()
	second := document(ws.Documents[1].Team, quarter)
	ws.Documents = append(ws.Documents, second)
	ws.Index()
	if ws.Document("checkout", "2026-Q3") != ws.Documents[1] {
		t.Error("the second document of a team and cycle is found, want the first")
	}
	if ws.Document("checkout", "2026") != nil || ws.Document("nobody", "2026") != nil {
		t.Error("a document is found where there is none")
	}
}

func TestDocumentsOfACycle(t *testing.T) {
	found := workspace().DocumentsOf(quarter)
	if len(found) != 2 || found[0].TeamID.V != "checkout" || found[1].TeamID.V != "payments" {
		t.Errorf("found %d documents, want those of checkout and payments", len(found))
	}
}

func TestWithin(t *testing.T) {
	ws := workspace()
	company, checkout, payments := ws.Team("company"), ws.Team("checkout"), ws.Team("payments")
	if !checkout.Within(company) || !checkout.Within(checkout) || checkout.Within(payments) || company.Within(checkout) {
		t.Error("a team is within itself and the teams above it, and nothing else")
	}
}

func TestDefaultCycle(t *testing.T) {
	ws := workspace()
	for at, want := range map[string]string{
		"2026-08-15": "2026-Q3", // the shortest that contains the date
		"2026-02-01": "2026",
		"2027-05-01": "2026", // the latest that ended
		"2025-01-01": "",
	} {
		var got string
		if found := okr.DefaultCycle(withDocuments(ws), day(at)); len(found) == 1 {
			got = found[0].ID
		}
		if got != want {
			t.Errorf("on %s the default cycle is %q, want %q", at, got, want)
		}
	}
	twin := &okr.Cycle{ID: "summer", Start: quarter.Start, End: quarter.End}
	ws.Cycles = append(ws.Cycles, twin)
	ws.Documents = append(ws.Documents, document(ws.Teams[0], twin))
	if found := okr.DefaultCycle(withDocuments(ws), day("2026-08-15")); len(found) != 2 {
		t.Errorf("%d cycles are the default, want the tie of two equally long ones", len(found))
	}
}

// withDocuments are the cycles that a document is of, each once.
func withDocuments(ws *okr.Workspace) []*okr.Cycle {
	var cycles []*okr.Cycle
	for _, d := range ws.Documents {
		if !slices.Contains(cycles, d.Cycle) {
			cycles = append(cycles, d.Cycle)
		}
	}
	return cycles
}
