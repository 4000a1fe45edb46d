package lint_test

import (
	"fmt"
	"strings"
	"testing"
)

func TestUnmatchedDependency(t *testing.T) {
	lakes := func(cycle, commitment, need string) string {
		return team("checkout/"+cycle, aim("lakes", why, "commitment: "+commitment, "depends_on: ["+need+"]"))
	}
	data := func(cycle string, lines ...string) string {
		return team("data/"+cycle, aim("zoo", append([]string{why}, lines...)...))
	}
	checkSpoken(t, "unmatched-dependency", []spokenCase{
		{"nobody answers", lakes("2026-Q3", "aspirational", "data/2026-Q3/zoo") + data("2026-Q3"), "", []string{"warning checkout/2026-Q3/lakes"}},
		{"promised to others", lakes("2026-Q3", "committed", "data/2026-Q3/zoo") + data("2026-Q3"), "", []string{"error checkout/2026-Q3/lakes"}},
		{"a draft", lakes("2026-Q4", "committed", "data/2026-Q4/zoo") + data("2026-Q4"), "", []string{"warning checkout/2026-Q4/lakes"}},
		{"an aspirational draft", lakes("2026-Q4", "aspirational", "data/2026-Q4/zoo") + data("2026-Q4"), "", []string{"info checkout/2026-Q4/lakes"}},
		{"no document", lakes("2026-Q3", "aspirational", "data/2026-Q3"), "", []string{"warning checkout/2026-Q3/lakes"}},
		{"declined", lakes("2026-Q3", "aspirational", "data/2026-Q3/zoo") + data("2026-Q3", "enables: [{for: checkout/2026-Q3/lakes, declined: The zoo moves first}]"), "",
			[]string{"warning checkout/2026-Q3/lakes"}},
		{"answered", lakes("2026-Q3", "committed", "data/2026-Q3/zoo") + data("2026-Q3", "enables: [checkout/2026-Q3/lakes]"), "", nil},
		{"late is told elsewhere", lakes("2026-Q3", "committed", "data/2026-Q3/zoo") + data("2026-Q3", "enables: [{for: checkout/2026-Q3, by: 2026-11-11}]"), "", nil},
		{"outside", lakes("2026-Q3", "committed", "{outside: The water board}"), "", nil},
		{"leads nowhere", lakes("2026-Q3", "committed", "data/2026-Q3/nothing") + data("2026-Q3"), "", nil},
		{"the last day", lakes("2026-Q3", "committed", "data/2026-Q3"), "2026-09-30", []string{"error checkout/2026-Q3/lakes"}},
		{"over all the same", lakes("2026-Q3", "committed", "data/2026-Q3"), "2026-10-01", []string{"error checkout/2026-Q3/lakes"}},
		{"silenced", lakes("2026-Q3", "committed", "data/2026-Q3 ] # okr:allow unmatched-dependency because they plan on Monday\n    enables: [data/2026-Q3"), "", nil},
	})
}

func TestUnmatchedDependencyNamesBothTeams(t *testing.T) {
	files := team("checkout/2026-Q3", aimWith("lakes", change("boat", 40, 60, "depends_on: [{on: data/2026-Q3/zoo, needed_by: 2026-09-10}]"), why)) +
		team("data/2026-Q3", aim("zoo", why, "enables: [{for: checkout/2026-Q3/lakes/boat, declined: The zoo moves first}]"))
	f := only(t, "unmatched-dependency", exampleFiles(files))
	for _, part := range []string{"Checkout depends on data/2026-Q3/zoo", "Data has declined", "The zoo moves first"} {
		if !strings.Contains(f.Message, part) {
			t.Errorf("%q does not say %q", f.Message, part)
		}
	}
	if !strings.Contains(f.Hint, "`enables: [{for: checkout/2026-Q3/lakes/boat, by: 2026-09-10}]`") || len(f.Related) != 1 || f.Related[0].Path != "okrs/2026-Q3/data.yaml" {
		t.Errorf("the hint is %q, the other places are %v", f.Hint, f.Related)
	}
}

func TestLateDependency(t *testing.T) {
	pair := func(need, answer string) string {
		return team("checkout/2026-Q3", aim("lakes", why, "depends_on: ["+need+"]")) + team("data/2026-Q3", aim("zoo", why, "enables: ["+answer+"]"))
	}
	needed := "{on: data/2026-Q3/zoo, needed_by: 2026-09-10}"
	checkSpoken(t, "late-dependency", []spokenCase{
		{"a day late", pair(needed, "{for: checkout/2026-Q3/lakes, by: 2026-09-11}"), "", []string{"warning checkout/2026-Q3/lakes"}},
		{"after the cycle", pair("data/2026-Q3/zoo", "{for: checkout/2026-Q3/lakes, by: 2026-10-01}"), "", []string{"warning checkout/2026-Q3/lakes"}},
		{"on the day", pair(needed, "{for: checkout/2026-Q3/lakes, by: 2026-09-10}"), "", nil},
		{"the first of several counts", pair(needed, "{for: checkout/2026-Q3/lakes, by: 2026-09-09}, {for: checkout/2026-Q3/lakes, by: 2026-09-29}"), "", nil},
		{"declined", pair(needed, "{for: checkout/2026-Q3/lakes, declined: No}"), "", nil},
		{"no day, half of the cycle to go", pair(needed, "checkout/2026-Q3/lakes"), "2026-08-16", nil},
		{"no day, less than half to go", pair(needed, "checkout/2026-Q3/lakes"), "2026-08-17", []string{"warning checkout/2026-Q3/lakes"}},
		{"no day at either end", pair("data/2026-Q3/zoo", "checkout/2026-Q3/lakes"), "2026-08-17", []string{"warning checkout/2026-Q3/lakes"}},
		{"over all the same", pair(needed, "{for: checkout/2026-Q3/lakes, by: 2026-09-11}"), "2026-10-01", []string{"warning checkout/2026-Q3/lakes"}},
		{"silenced", pair(needed+"] # okr:allow late-dependency because the fair moved\n    enables: [data/2026-Q3/zoo", "{for: checkout/2026-Q3/lakes, by: 2026-09-11}"), "", nil},
	})
}

func TestSharedKRDiverges(t *testing.T) {
	heard := func(value int) string {
		return fmt.Sprintf("check_ins: [{date: 2026-08-10, value: %d, confidence: 5}]", value)
	}
	pair := func(first, second string) string {
		return team("checkout/2026-Q3", aimWith("lakes", first+change("pond", 1, 2), why)) + team("payments/2026-Q3", aimWith("parks", second+change("lawn", 1, 2), why))
	}
	checkSpoken(t, "shared-kr-diverges", []spokenCase{
		{"offered, and written again", pair(change("boat", 40, 60, "shared_with: [payments]"), change("boat", 40, 70)), "", []string{"error payments/2026-Q3/parks/boat"}},
		{"offered by the second", pair(change("boat", 40, 60), change("boat", 40, 70, "shared_with: [checkout]")), "", []string{"error checkout/2026-Q3/lakes/boat"}},
		{"both offered to somebody", pair(change("boat", 40, 60, "shared_with: [data]"), change("boat", 40, 60, "shared_with: [company]")), "", []string{"error payments/2026-Q3/parks/boat"}},
		{"read differently on one day", pair(change("boat", 40, 60, heard(44)), change("boat", 40, 60, heard(45))), "", []string{"error payments/2026-Q3/parks/boat"}},
		{"read the same", pair(change("boat", 40, 60, heard(44)), change("boat", 40, 60, heard(44))), "", nil},
		{"read on different days", pair(change("boat", 40, 60, heard(44)), strings.Replace(change("boat", 40, 60, heard(45)), "08-10", "08-11", 1)), "", nil},
		{"read differently tomorrow", pair(change("boat", 40, 60, heard(44)), change("boat", 40, 60, heard(45))), "2026-08-09", nil},
		{"slices with sources of their own", pair(change("boat", 40, 60, heard(44)), strings.Replace(change("boat", 40, 60, heard(45)), "boat ledger", "southern ledger", 1)), "", nil},
		{"slices that start elsewhere", pair(change("boat", 40, 60, heard(44)), change("boat", 30, 60, heard(45))), "", nil},
		{"other words", pair(change("boat", 40, 60, "shared_with: [payments]"), change("bike", 40, 60)), "", nil},
		{"one definition", pair(change("boat", 40, 60, "shared_with: [payments]"), "      - ref: checkout/2026-Q3/lakes/boat\n"), "", nil},
		{"of one team", team("checkout/2026-Q3", aimWith("lakes", change("boat", 40, 60, "shared_with: [payments]")+change("pond", 1, 2), why), aimWith("parks", change("boat", 40, 60)+change("lawn", 1, 2), why)), "", nil},
		{"silenced", pair(change("boat", 40, 60, "shared_with: [payments]"), "      # okr:allow shared-kr-diverges because the files merge in May\n"+change("boat", 40, 70)), "", nil},
	})
}

func TestDeepCascade(t *testing.T) {
	top, product := team("company/2026-Q3", aim("top", why)), team("product/2026-Q3", aim("parks", serves))
	checkout := team("checkout/2026-Q3", aim("lakes", "supports: [product/2026-Q3/parks]"))
	below := func(id string) string { return "supports: [checkout/2026-Q3/" + id + "]" }
	checkSpoken(t, "deep-cascade", []spokenCase{
		{"four teams", top + product + checkout + team("payments/2026-Q3", aim("zoo", below("lakes"))), "", []string{"warning payments/2026-Q3/zoo"}},
		{"told once of what hangs below", top + product + checkout + team("payments/2026-Q3", aim("zoo", below("lakes"))) + team("data/2026-Q3", aim("fair", "supports: [payments/2026-Q3/zoo/one-zoo]")), "",
			[]string{"warning payments/2026-Q3/zoo"}},
		{"by two ways", top + product + checkout + team("payments/2026-Q3", aim("zoo", "supports: [company/2026-Q3/top, checkout/2026-Q3/lakes]")), "", []string{"warning payments/2026-Q3/zoo"}},
		{"three teams", top + product + checkout, "", nil},
		{"three teams, one of them with a year", top + team("product/2026", aim("year", serves)) + team("product/2026-Q3", aim("parks", "supports: [product/2026/year]")) + checkout, "", nil},
		{"straight", top + product + checkout + team("payments/2026-Q3", aim("zoo", serves)), "", nil},
		{"a ring is told elsewhere", team("company/2026-Q3", aim("top", "supports: [data/2026-Q3/fair]")) + product + checkout + team("data/2026-Q3", aim("fair", below("lakes"))), "", nil},
		{"silenced", top + product + checkout + team("payments/2026-Q3", aim("zoo", below("lakes")+" # okr:allow deep-cascade because it is one team")), "", nil},
	})
}

func TestUncoveredCompanyObjective(t *testing.T) {
	top, below := team("company/2026-Q3", aim("top", why)), team("checkout/2026-Q3", aim("lakes", why))
	checkSpoken(t, "uncovered-company-objective", []spokenCase{
		{"nobody", top + below, "", []string{"warning company/2026-Q3/top"}},
		{"a year", team("company/2026", aim("year", why)) + below, "", []string{"warning company/2026/year"}},
		{"supported last quarter", team("company/2026", aim("year", why)) + team("checkout/2026-Q2", aim("lakes", "supports: [company/2026/year]")), "", nil},
		{"by a key result", top + team("checkout/2026-Q3", aim("lakes", "supports: [company/2026-Q3/top/one-top]")), "", nil},
		{"with a shared key result", team("company/2026-Q3", aimWith("top", change("boat", 1, 2, "shared_with: [checkout]")+change("pond", 1, 2), why)) +
			team("checkout/2026-Q3", aimWith("lakes", "      - ref: company/2026-Q3/top/boat\n"+change("lawn", 1, 2), why)), "", nil},
		{"nobody has written anything", top, "", nil},
		{"a level between", team("product/2026-Q3", aim("parks", why)) + below, "", nil},
		{"teams are still planning", top + below, "2026-07-14", nil},
		{"and then they are not", top + below, "2026-07-15", []string{"warning company/2026-Q3/top"}},
		{"over all the same", top + below, "2026-10-01", []string{"warning company/2026-Q3/top"}},
		{"silenced", team("company/2026-Q3", "  # okr:allow uncovered-company-objective because we do it ourselves\n"+aim("top", why)) + below, "", nil},
	})
}

// TestAlignmentIsPointedAtClosely holds the stretch of the file to the link, the date
// or the title that is meant.
func TestAlignmentIsPointedAtClosely(t *testing.T) {
	data := team("data/2026-Q3", aim("zoo", why, "enables: [{for: checkout/2026-Q3/lakes, by: 2026-09-11}]"))
	need := func(text string) string {
		return team("checkout/2026-Q3", aim("lakes", "title: Lakes are clean", why, "depends_on: ["+text+"]"))
	}
	holdsPlace(t, "late-dependency", need("{on: data/2026-Q3/zoo, needed_by: 2026-09-10}")+data, "2026-09-10")
	holdsPlace(t, "unmatched-dependency", need("{on: data/2026-Q3, note: Now}"), "data/2026-Q3")
	holdsPlace(t, "alignment-cycle", team("checkout/2026-Q3", aim("lakes", "supports: [checkout/2026-Q3/lakes/one-lakes]")), "checkout/2026-Q3/lakes/one-lakes")
	holdsPlace(t, "orphan-objective", team("checkout/2026-Q3", aim("lakes", "title: Lakes are clean")), "Lakes are clean")
	holdsPlace(t, "low-value-objective", team("checkout/2026-Q3", aim("lakes", "why_now: Soon")), "Soon")
	holdsPlace(t, "overload", "-- okr.yaml --\n"+strings.Replace(exampleRegister, "limits: {", "limits: {team_key_results: 1, ", 1)+team("checkout/2026-Q3", aim("lakes", why)), "checkout")
}
