package lint_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/okrs-as-code/okrs/okr/diag"
)

// changes are so many key results that change a level.
func changes(n int, lines ...string) string {
	var all string
	for i := range n {
		all += change(fmt.Sprintf("part%c", 'a'+i), 10+i, 30+i, lines...)
	}
	return all
}

func TestTooManyKRs(t *testing.T) {
	lakes := func(results string) string { return team("checkout/2026-Q3", aimWith("lakes", results, why)) }
	limited := "-- okr.yaml --\n" + strings.Replace(exampleRegister, "limits: {", "limits: {key_results: {min: 1, max: 2}, ", 1)
	checkSpoken(t, "too-many-krs", []spokenCase{
		{"six", lakes(changes(6)), "", []string{"warning checkout/2026-Q3/lakes"}},
		{"more than the workspace wants", limited + lakes(changes(3)), "", []string{"warning checkout/2026-Q3/lakes"}},
		{"with one that another team defines", team("company/2026-Q3", aimWith("top", change("boat", 1, 2, "shared_with: [checkout]")+change("pond", 1, 2), why)) +
			lakes(changes(5)+"      - ref: company/2026-Q3/top/boat\n"), "", []string{"warning checkout/2026-Q3/lakes"}},
		{"five", lakes(changes(5)), "", nil},
		{"as many as the workspace wants", limited + lakes(changes(2)), "", nil},
		{"five and a guardrail", lakes(changes(5) + level("dogs", guarding)), "", nil},
		{"one was cancelled", lakes(changes(5) + change("boat", 1, 2, "cancelled: {date: 2026-08-15, reason: The boat sank}")), "", nil},
		{"one is going to be", lakes(changes(5) + change("boat", 1, 2, "cancelled: {date: 2026-08-16, reason: The boat sank}")), "", []string{"warning checkout/2026-Q3/lakes"}},
		{"over all the same", lakes(changes(6)), "2026-10-01", []string{"warning checkout/2026-Q3/lakes"}},
		{"silenced", team("checkout/2026-Q3", "  # okr:allow too-many-krs because two teams share the file\n"+aimWith("lakes", changes(6), why)), "", nil},
	})
}

func TestTooFewKRs(t *testing.T) {
	lakes := func(results string) string { return team("checkout/2026-Q3", aimWith("lakes", results, why)) }
	relaxed := "-- okr.yaml --\n" + strings.Replace(exampleRegister, "limits: {", "limits: {key_results: {min: 1, max: 5}, ", 1)
	strict := "-- okr.yaml --\n" + strings.Replace(exampleRegister, "limits: {", "limits: {key_results: {min: 3, max: 5}, ", 1)
	checkSpoken(t, "too-few-krs", []spokenCase{
		{"one", lakes(changes(1)), "", []string{"warning checkout/2026-Q3/lakes"}},
		{"none, which the reader of the files says", team("checkout/2026-Q3", strings.Replace(aimWith("lakes", changes(1), why), "    key_results:\n"+changes(1), "    key_results: []\n", 1)), "", nil},
		{"none, not even a list", team("checkout/2026-Q3", strings.Replace(aimWith("lakes", changes(1), why), "    key_results:\n"+changes(1), "", 1)), "", nil},
		{"another one that cannot be used", lakes(changes(1) + "      - title: The boat\n"), "", nil},
		{"only a guardrail", lakes(level("dogs", guarding)), "", []string{"error checkout/2026-Q3/lakes"}},
		{"fewer than the workspace wants", strict + lakes(changes(2)+level("dogs", guarding)), "", []string{"warning checkout/2026-Q3/lakes"}},
		{"one and a guardrail", lakes(changes(1) + level("dogs", guarding)), "", nil},
		{"two", lakes(changes(2)), "", nil},
		{"one is enough here", relaxed + lakes(changes(1)), "", nil},
		{"the other one was cancelled", lakes(changes(1) + change("boat", 1, 2, "cancelled: {date: 2026-08-10, reason: The boat sank}")), "", nil},
		{"listed ones count", team("company/2026-Q3", aimWith("top", change("boat", 1, 2, "shared_with: [checkout]")+change("pond", 1, 2), why)) +
			lakes(changes(1)+"      - ref: company/2026-Q3/top/boat\n"), "", nil},
		{"over all the same", lakes(changes(1)), "2026-10-01", []string{"warning checkout/2026-Q3/lakes"}},
		{"silenced", team("checkout/2026-Q3", "  # okr:allow too-few-krs because the team has just begun\n"+aimWith("lakes", changes(1), why)), "", nil},
	})
}

func TestOverload(t *testing.T) {
	objectives := func(counts ...int) []string {
		var all []string
		for i, n := range counts {
			all = append(all, aimWith(fmt.Sprintf("aim%c", 'a'+i), strings.ReplaceAll(changes(n), "part", fmt.Sprintf("piece%c", 'a'+i)), why))
		}
		return all
	}
	small := "-- okr.yaml --\n" + strings.Replace(exampleRegister, "limits: {", "limits: {team_key_results: 4, ", 1)
	shared := team("company/2026-Q3", aimWith("top", change("boat", 1, 2, "shared_with: [checkout]")+change("pond", 1, 2), why))
	listing := aimWith("lakes", change("lawn", 1, 2)+"      - ref: company/2026-Q3/top/boat\n", why)
	checkSpoken(t, "overload", []spokenCase{
		{"sixteen", team("checkout/2026-Q3", objectives(4, 4, 4, 4)...), "", []string{"warning checkout/2026-Q3"}},
		{"more than the workspace wants", small + team("checkout/2026-Q3", objectives(3, 2)...), "", []string{"warning checkout/2026-Q3"}},
		{"listed ones count", small + shared + team("checkout/2026-Q3", append(objectives(3), listing)...), "", []string{"warning checkout/2026-Q3"}},
		{"fifteen", team("checkout/2026-Q3", objectives(4, 4, 4, 3)...), "", nil},
		{"over two cycles", small + team("checkout/2026-Q3", objectives(2, 2)...) + team("checkout/2026-Q4", objectives(2, 2)...), "", nil},
		{"guardrails do not count", small + team("checkout/2026-Q3", append(objectives(2), aimWith("lakes", changes(2)+level("dogs", guarding), why))...), "", nil},
		{"stopped ones do not count", small + team("checkout/2026-Q3", objectives(2, 2)...) + "stopped:\n" + aimWith("lakes", changes(2), why, "cancelled: {date: 2026-08-01, reason: No water}"), "", nil},
		{"over all the same", team("checkout/2026-Q3", objectives(4, 4, 4, 4)...), "2026-10-01", []string{"warning checkout/2026-Q3"}},
		{"silenced", strings.Replace(team("checkout/2026-Q3", objectives(4, 4, 4, 4)...), "team: checkout\n", "team: checkout # okr:allow overload because three teams are one here\n", 1), "", nil},
	})
}

func TestKPIList(t *testing.T) {
	lakes := func(cycle, results string) string {
		return team("checkout/"+cycle, aimWith("lakes", results, why))
	}
	years := func(second string) string {
		return lakes("2026-Q1", change("boat", 40, 60)) + lakes("2026-Q2", second) + lakes("2026-Q3", change("boat", 44, 60)+change("pond", 1, 2))
	}
	checkSpoken(t, "kpi-list", []spokenCase{
		{"three levels", lakes("2026-Q3", level("dogs")+level("cats")+level("birds")), "", []string{"warning checkout/2026-Q3/lakes"}},
		{"three levels and a change", lakes("2026-Q3", level("dogs")+level("cats")+level("birds")+change("boat", 1, 2)), "", []string{"warning checkout/2026-Q3/lakes"}},
		{"promised to others", strings.Replace(lakes("2026-Q3", level("dogs")+level("cats")+level("birds")), "aspirational", "committed", 1), "", []string{"info checkout/2026-Q3/lakes"}},
		{"one target in three quarters", years(change("boat", 42, 60)), "", []string{"warning checkout/2026-Q3/lakes"}},
		{"two levels", lakes("2026-Q3", level("dogs")+level("cats")+change("boat", 1, 2)), "", nil},
		{"guardrails", lakes("2026-Q3", level("dogs", guarding)+level("cats", guarding)+level("birds", guarding)+changes(2)), "", nil},
		{"the target moves", years(change("boat", 42, 59)), "", nil},
		{"two quarters", lakes("2026-Q2", change("boat", 40, 60)) + lakes("2026-Q3", change("boat", 44, 60)+change("pond", 1, 2)), "", nil},
		{"a quarter between", lakes("2025-Q4", change("boat", 40, 60)) + lakes("2026-Q2", change("boat", 42, 60)) + lakes("2026-Q3", change("boat", 44, 60)+change("pond", 1, 2)), "", nil},
		{"one of three", strings.Replace(years(change("boat", 42, 60)), change("pond", 1, 2), changes(2), 1), "", nil},
		{"silenced", team("checkout/2026-Q3", "  # okr:allow kpi-list because the city asks for them\n"+aimWith("lakes", level("dogs")+level("cats")+level("birds"), why)), "", nil},
	})
}

func TestBusinessAsUsualByKind(t *testing.T) {
	lakes := func(results string, lines ...string) string {
		return team("checkout/2026-Q3", aimWith("lakes", results, append(lines, why)...))
	}
	checkSpoken(t, "business-as-usual", []spokenCase{
		{"levels only", lakes(level("dogs") + level("cats")), "", []string{"warning checkout/2026-Q3/lakes"}},
		{"levels only and a guardrail", lakes(level("dogs") + level("cats") + level("birds", guarding)), "", []string{"warning checkout/2026-Q3/lakes"}},
		{"the title says so", lakes(level("dogs")+level("cats"), "title: Keep the lights on"), "", []string{"warning checkout/2026-Q3/lakes"}},
		{"a change is enough", lakes(level("dogs") + level("cats") + change("boat", 1, 2)), "", nil},
		{"guardrails only", lakes(level("dogs", guarding) + level("cats", guarding)), "", nil},
		{"a service level that was promised", lakes(level("dogs")+level("cats"), "commitment: committed"), "", nil},
		{"over all the same", lakes(level("dogs") + level("cats")), "2026-10-01", []string{"warning checkout/2026-Q3/lakes"}},
		{"silenced", team("checkout/2026-Q3", "  # okr:allow business-as-usual because the city asks for it\n"+aimWith("lakes", level("dogs")+level("cats"), why)), "", nil},
	})
}

func TestDuplicateOKR(t *testing.T) {
	const long = "title: Old and young people of the harbour meet every week in the new library"
	other := func(title string) string {
		return team("payments/2026-Q3", aim("parks", "title: "+title, why))
	}
	first := team("checkout/2026-Q3", aim("lakes", long, why))
	results := func(one, two string) string {
		return team("checkout/2026-Q3", aimWith("lakes", one+change("pond", 1, 2), why)) + team("payments/2026-Q3", aimWith("parks", two+change("lawn", 1, 2), why))
	}
	dup := []string{"warning payments/2026-Q3/parks"}
	checkSpoken(t, "duplicate-okr", []spokenCase{
		{"the same words in another order", first + other("Every week, young and old people of the harbour meet in the new library!"), "", dup},
		{"one word more", first + other("Old and young people of the harbour really meet every week in the new library"), "", dup},
		{"a third is told of the first", first + other(long[7:]) + team("data/2026-Q3", aim("zoo", long, why)), "",
			[]string{"warning data/2026-Q3/zoo", "warning payments/2026-Q3/parks"}},
		{"key results", results(change("boat", 40, 60), change("boat", 44, 70)), "", []string{"warning payments/2026-Q3/parks/boat"}},
		{"in one document", team("checkout/2026-Q3", aimWith("lakes", change("boat", 40, 60)+change("pond", 1, 2), why), aimWith("parks", change("boat", 40, 60)+change("lawn", 1, 2), why)), "",
			[]string{"warning checkout/2026-Q3/parks/boat"}},
		{"three words more", first + other("Old and young people of the harbour and of the hills meet for coffee every week in the new library"), "", nil},
		{"short, and not the same", team("checkout/2026-Q3", aim("lakes", "title: Lakes are clean again", why)) + other("Parks are clean again"), "", nil},
		{"another cycle", first + team("payments/2026-Q4", aim("parks", long, why)), "", nil},
		{"a link", first + team("payments/2026-Q3", aim("parks", long, "supports: [checkout/2026-Q3/lakes]")), "", nil},
		{"regions", team("checkout/2026-Q3", aim("lakes", long+" of Bergen, with tea and music and a warm place to sit down", why)) +
			other(long[7:]+" of Lisbon, with tea and music and a warm place to sit down"), "", nil},
		{"numbered stores", results(strings.ReplaceAll(change("boat", 40, 60), "boat guests", "boat guests of dock 12"), strings.ReplaceAll(change("boat", 40, 60), "boat guests", "boat guests of dock 14")), "", nil},
		{"sources of their own", results(change("boat", 40, 60), strings.Replace(change("boat", 40, 60), "boat ledger", "southern ledger", 1)), "", nil},
		{"guardrails", results(level("boat", guarding), level("boat", guarding)), "", nil},
		{"shared, and told as that", results(change("boat", 40, 60, "shared_with: [payments]"), change("boat", 40, 60)), "", nil},
		{"stopped", team("checkout/2026-Q3", aim("lakes", long, why)) + "stopped:\n" + aim("parks", long, why, "cancelled: {date: 2026-08-01, reason: No water}"), "", nil},
		{"silenced", first + team("payments/2026-Q3", "  # okr:allow duplicate-okr because the city asked both\n"+aim("parks", long, why)), "", nil},
	})
}

// TestManyAlikeStatementsAreCheap is a workspace whose objectives all have most of their
// words in common.
func TestManyAlikeStatementsAreCheap(t *testing.T) {
	const each = 1500
	files := exampleFiles("-- okr.yaml --\n" + strings.Replace(exampleRegister, "max: 5}", "max: 9999}, team_key_results: 9999", 1))
	for _, id := range []string{"company", "product", "checkout", "payments", "data"} {
		var all strings.Builder
		for i := range each {
			all.WriteString(aim(fmt.Sprintf("a%d", i), fmt.Sprintf("title: Old and young people of the harbour meet every week in library x%d%s", i, id), why))
		}
		files["okrs/2026-Q3/"+id+".yaml"] = &fstest.MapFile{Data: []byte("version: 1\nteam: " + id + "\ncycle: 2026-Q3\nobjectives:\n" + all.String())}
	}
	start := time.Now()
	duplicates := 0
	for _, f := range lintFiles(t, files, examplesAt) {
		if f.Class == diag.ClassForm {
			t.Fatalf("test is wrong: %s: %s", f.Rule, f.Message)
		}
		if f.Rule == "duplicate-okr" {
			duplicates++
		}
	}
	if duplicates < each {
		t.Errorf("%d duplicates are found", duplicates)
	}
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("it took %s", took)
	}
}

func TestLowValueObjective(t *testing.T) {
	checkSpoken(t, "low-value-objective", []spokenCase{
		{"four words", team("checkout/2026-Q3", aim("lakes", "why_now: The old bridge closes")), "", []string{"info checkout/2026-Q3/lakes"}},
		{"the title again", team("checkout/2026-Q3", aim("lakes", "title: Families swim in clean lakes again", "why_now: families swim in clean lakes again.")), "", []string{"info checkout/2026-Q3/lakes"}},
		{"nothing at the top", team("company/2026-Q3", aim("lakes")), "", []string{"info company/2026-Q3/lakes"}},
		{"five words", team("checkout/2026-Q3", aim("lakes", "why_now: The old bridge closes soon")), "", nil},
		{"a language without blanks", team("checkout/2026-Q3", aim("lakes", "why_now: 五月から二年間、古い橋が通行止めになるため、川を渡れません")), "", nil},
		{"a link", team("company/2026-Q3", aim("top", why)) + team("checkout/2026-Q3", aim("lakes", serves, "why_now: Soon")), "", nil},
		{"nothing at all is told elsewhere", team("checkout/2026-Q3", aim("lakes")), "", nil},
		{"over all the same", team("checkout/2026-Q2", aim("lakes", "why_now: Soon")), "", []string{"info checkout/2026-Q2/lakes"}},
		{"silenced", team("checkout/2026-Q3", aim("lakes", "why_now: Soon # okr:allow low-value-objective because the reason is secret")), "", nil},
	})
}
