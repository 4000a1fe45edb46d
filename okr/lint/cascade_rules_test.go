package lint_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

// spokenCase is a table entry: a workspace and what a rule says about it, each as its
// severity and its subject.
type spokenCase struct {
	name  string
	files string
	at    string // a date; examplesAt where it is empty
	want  []string
}

// checkSpoken holds what a rule says against tables.
func checkSpoken(t *testing.T, rule string, cases []spokenCase) {
	t.Helper()
	for _, c := range cases {
		at := examplesAt
		if c.at != "" {
			at = mustDate(c.at)
		}
		if got := spokenOf(t, rule, c.files, at); !slices.Equal(got, c.want) {
			t.Errorf("%s, %s: it says\n%q\nwant\n%q", rule, c.name, got, c.want)
		}
	}
}

// spokenOf is what a rule says and no comment silences.
func spokenOf(t *testing.T, rule, files string, at okr.Date) []string {
	t.Helper()
	var got []string
	for _, f := range lintFiles(t, exampleFiles(files), at) {
		if f.Rule != rule || f.Suppressed() {
			continue
		}
		got = append(got, f.Severity.String()+" "+f.Subject)
		if f.Message == "" || f.Class != diag.ClassRules || !strings.HasSuffix(f.Hint, ".") || len(f.Excerpt) == 0 {
			t.Errorf("%s is said badly: %q, %q, %q", rule, f.Message, f.Hint, f.Excerpt)
		}
	}
	return got
}

// only is the one finding of a rule.
func only(t *testing.T, rule string, files fstest.MapFS) diag.Finding {
	t.Helper()
	found := slices.DeleteFunc(lintFiles(t, files, examplesAt), func(f diag.Finding) bool { return f.Rule != rule })
	if len(found) != 1 {
		t.Fatalf("%s speaks %d times", rule, len(found))
	}
	return found[0]
}

// team is a document in the txtar form; each objective is the text of one.
func team(name string, objectives ...string) string {
	id, cycle, _ := strings.Cut(name, "/")
	return "-- okrs/" + cycle + "/" + id + ".yaml --\nversion: 1\nteam: " + id + "\ncycle: " + cycle + "\nobjectives:\n" + strings.Join(objectives, "")
}

// aim is an objective with more lines of its own, and two key results of its own words.
func aim(id string, lines ...string) string {
	return aimWith(id, "", lines...)
}

// aimWith is aim with other key results in place of the usual ones.
func aimWith(id, results string, lines ...string) string {
	text := "  - id: " + id + "\n"
	if !slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(l, "title:") }) {
		lines = append([]string{"title: Everybody enjoys the " + id + " of our town"}, lines...)
	}
	if !slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(l, "commitment:") }) {
		lines = append(lines, "commitment: aspirational")
	}
	for _, line := range lines {
		text += "    " + line + "\n"
	}
	if results == "" {
		results = change("one-"+id, 40, 60) + change("two-"+id, 20, 10)
	}
	return text + "    key_results:\n" + results
}

// change is a key result that changes a level, with more lines of its own.
func change(id string, from, to int, lines ...string) string {
	verb := "rises"
	if to < from {
		verb = "falls"
	}
	text := fmt.Sprintf("      - id: %s\n        title: Share of %s guests %s from %d to %d percent\n        metric: {unit: percent, baseline: %d, target: %d, source: %s ledger}\n",
		id, id, verb, from, to, from, to, id)
	for _, line := range lines {
		text += "        " + line + "\n"
	}
	return text
}

// level is a key result that holds one.
func level(id string, lines ...string) string {
	text := "      - id: " + id + "\n        title: Share of " + id + " guests stays at or above 95 percent\n" +
		"        metric: {kind: at_least, unit: percent, target: 95, source: " + id + " ledger}\n"
	for _, line := range lines {
		text += "        " + line + "\n"
	}
	return text
}

const (
	why      = "why_now: The old bridge closes for two years in May"
	serves   = "supports: [company/2026-Q3/top]"
	guarding = "role: guardrail"
)

func TestOrphanObjective(t *testing.T) {
	checkSpoken(t, "orphan-objective", []spokenCase{
		{"neither", team("checkout/2026-Q3", aim("lakes")), "", []string{"warning checkout/2026-Q3/lakes"}},
		{"a blank reason", team("checkout/2026-Q3", aim("lakes", `why_now: " "`), aim("parks", why)), "", []string{"warning checkout/2026-Q3/lakes"}},
		{"a draft", team("checkout/2026-Q4", aim("lakes")), "", []string{"warning checkout/2026-Q4/lakes"}},
		{"a reason", team("checkout/2026-Q3", aim("lakes", why)), "", nil},
		{"a link", team("company/2026-Q3", aim("top", why)) + team("checkout/2026-Q3", aim("lakes", serves)), "", nil},
		{"a link that leads nowhere is told by the reader", team("checkout/2026-Q3", aim("lakes", serves)), "", nil},
		{"the top", team("company/2026-Q3", aim("lakes")), "", nil},
		{"history all the same", team("checkout/2026-Q2", aim("lakes")), "", []string{"warning checkout/2026-Q2/lakes"}},
		{"the last day on which it can be mended", team("checkout/2026-Q2", aim("lakes")), "2026-07-14", []string{"warning checkout/2026-Q2/lakes"}},
		{"and the day after", team("checkout/2026-Q2", aim("lakes")), "2026-07-15", []string{"warning checkout/2026-Q2/lakes"}},
		{"silenced", team("checkout/2026-Q3", "  # okr:allow orphan-objective because the reason is secret\n"+aim("lakes")), "", nil},
	})
}

func TestOrphansAreOfferedWhatTheyMayServe(t *testing.T) {
	files := team("company/2026", aim("year", "title: Families swim in clean lakes again", why)) +
		team("company/2026-Q3", aim("top", "title: Shops are open when people need them", why)) +
		team("checkout/2026-Q3", aim("lakes", "title: Swimming in our lakes is safe for families"))
	if f := only(t, "orphan-objective", exampleFiles(files)); !strings.Contains(f.Hint, "`supports: [company/2026/year]`") {
		t.Errorf("the hint is %q", f.Hint)
	}
}

func TestAlignmentCycle(t *testing.T) {
	checkSpoken(t, "alignment-cycle", []spokenCase{
		{"a pair", team("checkout/2026-Q3", aim("lakes", "supports: [payments/2026-Q3/parks]")) + team("payments/2026-Q3", aim("parks", "supports: [checkout/2026-Q3/lakes]")), "",
			[]string{"error checkout/2026-Q3/lakes"}},
		{"itself", team("checkout/2026-Q3", aim("lakes", "supports: [checkout/2026-Q3/lakes]")), "", []string{"error checkout/2026-Q3/lakes"}},
		{"three, by a key result and over cycles", team("company/2026", aim("top", "supports: [data/2026-Q3/zoo]")) + team("checkout/2026-Q3", aim("lakes", "supports: [company/2026/top/one-top]")) +
			team("data/2026-Q3", aim("zoo", "supports: [checkout/2026-Q3/lakes]")), "", []string{"error checkout/2026-Q3/lakes"}},
		{"mutual dependency", team("checkout/2026-Q3", aim("lakes", why, "depends_on: [payments/2026-Q3/parks]")) + team("payments/2026-Q3", aim("parks", why, "depends_on: [checkout/2026-Q3/lakes]")), "", nil},
		{"two ways to one end", team("company/2026-Q3", aim("top", why)) + team("product/2026-Q3", aim("parks", serves)) +
			team("checkout/2026-Q3", aim("lakes", "supports: [company/2026-Q3/top, product/2026-Q3/parks]")), "", nil},
		{"history all the same", team("checkout/2026-Q2", aim("lakes", "supports: [checkout/2026-Q2/lakes]")), "", []string{"error checkout/2026-Q2/lakes"}},
		{"silenced", team("checkout/2026-Q3", aim("lakes", "supports: [checkout/2026-Q3/lakes] # okr:allow alignment-cycle because it is being untied")), "", nil},
	})
}

func TestLongRingsArePrintedShort(t *testing.T) {
	const members = 40
	var objectives []string
	for i := range members {
		objectives = append(objectives, aim(fmt.Sprintf("a%02d", i), fmt.Sprintf("supports: [checkout/2026-Q3/a%02d]", (i+1)%members)))
	}
	files := exampleFiles(team("checkout/2026-Q3", objectives...))
	files["okr.yaml"].Data = []byte(strings.Replace(exampleRegister, "max: 5", "max: 50", 1))
	f := only(t, "alignment-cycle", files)
	if len(f.Message) > 400 || !strings.Contains(f.Message, "32 more → checkout/2026-Q3/a00") || len(f.Related) != 4 {
		t.Errorf("%d places, %q", len(f.Related), f.Message)
	}
}

func TestCopiesAndMirrors(t *testing.T) {
	top := team("company/2026-Q3", aimWith("top", change("lake", 40, 60)+change("park", 1200, 1450), "title: Our town is a place where old and young meet", why))
	copied := func(id, title string) string { return aim(id, "title: "+title, serves) }
	first, second := copied("lakes", "Share of lake guests rises"), copied("parks", "The park has 1450 guests")
	own, other := copied("zoo", "Animals live without fences"), copied("museum", "Children ask their own questions")
	checkSpoken(t, "copy-down-cascade", []spokenCase{
		{"words and numbers", top + team("checkout/2026-Q3", first, second, own), "", []string{"warning checkout/2026-Q3/lakes", "warning checkout/2026-Q3/parks"}},
		{"the objective itself", top + team("checkout/2026-Q3", copied("lakes", "Our town is a place where old and young meet")), "", []string{"warning checkout/2026-Q3/lakes"}},
		{"own words", top + team("checkout/2026-Q3", own, other), "", nil},
		{"the same team rolls on", team("company/2026", aim("top", "title: Our town is a place where old and young meet", why)) +
			team("company/2026-Q3", aim("lakes", "title: Our town is a place where old and young meet", "supports: [company/2026/top]")), "", nil},
		{"a short title with a word of its own", top + team("checkout/2026-Q3", copied("lakes", "Share of boat guests rises")), "", nil},
		{"history all the same", strings.ReplaceAll(top+team("checkout/2026-Q3", first), "2026-Q3", "2026-Q2"), "", []string{"warning checkout/2026-Q2/lakes"}},
		{"silenced", top + team("checkout/2026-Q3", "  # okr:allow copy-down-cascade because it is translated next week\n"+first), "", nil},
	})
	checkSpoken(t, "mirror-tree", []spokenCase{
		{"all", top + team("checkout/2026-Q3", first, second), "", []string{"warning checkout/2026-Q3"}},
		{"two of three", top + team("checkout/2026-Q3", first, second, own), "", []string{"warning checkout/2026-Q3"}},
		{"half", top + team("checkout/2026-Q3", first, second, own, other), "", nil},
		{"one alone", top + team("checkout/2026-Q3", first), "", nil},
		{"three of five", top + team("checkout/2026-Q3", first, second, copied("lane", "All 1450 guests find a park bench"), own, other), "", []string{"warning checkout/2026-Q3"}},
		{"silenced", "" + top + strings.Replace(team("checkout/2026-Q3", first, second), "team: checkout\n", "team: checkout # okr:allow mirror-tree because the teams merge in May\n", 1), "", nil},
	})
}

func TestPassThroughKR(t *testing.T) {
	top := func(lines ...string) string {
		return team("company/2026-Q3", aimWith("top", change("lake", 40, 60, lines...)+change("park", 10, 20), why))
	}
	checkSpoken(t, "pass-through-kr", []spokenCase{
		{"the same", top() + team("checkout/2026-Q3", aimWith("zoo", change("lake", 40, 60)+change("pond", 1, 2), serves)), "", []string{"info checkout/2026-Q3/zoo/lake"}},
		{"by way of a key result, from another level", top() + team("checkout/2026-Q3", aimWith("zoo", change("lake", 45, 60)+change("pond", 1, 2), "supports: [company/2026-Q3/top/park]")), "",
			[]string{"info checkout/2026-Q3/zoo/lake"}},
		{"another target", top() + team("checkout/2026-Q3", aimWith("zoo", change("lake", 40, 55)+change("pond", 1, 2), serves)), "", nil},
		{"offered", top("shared_with: [checkout]") + team("checkout/2026-Q3", aimWith("zoo", change("lake", 40, 60)+change("pond", 1, 2), serves)), "", nil},
		{"listed", top("shared_with: [checkout]") + team("checkout/2026-Q3", aimWith("zoo", "      - ref: company/2026-Q3/top/lake\n"+change("pond", 1, 2), serves)), "", nil},
		{"a guardrail", top() + team("checkout/2026-Q3", aimWith("zoo", change("pond", 1, 2)+level("lake", guarding), serves)), "", nil},
		{"no support", top() + team("checkout/2026-Q3", aimWith("zoo", change("lake", 40, 60)+change("pond", 1, 2), why)), "", nil},
		{"silenced", top() + team("checkout/2026-Q3", aimWith("zoo", "      # okr:allow pass-through-kr because the page needs it\n"+change("lake", 40, 60)+change("pond", 1, 2), serves)), "", nil},
	})
}
