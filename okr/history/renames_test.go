package history_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/history"
	"github.com/okrs-as-code/okrs/okr/score"
)

// named is a document of core with objectives given as "o<n: x=1 y<x=2", each on a
// line: what follows < is what stands in `was`.
func named(team, text string) string {
	id := func(word string) string {
		id, was, renamed := strings.Cut(word, "<")
		if renamed {
			id += ", was: " + was
		}
		return "id: " + id
	}
	out := "version: 1\nteam: " + team + "\ncycle: 2026-Q3\nobjectives:\n"
	for line := range strings.Lines(text) {
		objective, results, _ := strings.Cut(line, ":")
		out += "  - {" + id(objective) + ", title: Shops come back, commitment: aspirational, key_results: [\n"
		for result := range strings.FieldsSeq(results) {
			name, target, _ := strings.Cut(result, "=")
			out += "      {" + id(name) + ", title: Orders, metric: {unit: orders, baseline: 0, target: " + target + "}, check_ins: [{date: 2026-07-12, value: 4}]},\n"
		}
		out += "    ]}\n"
	}
	return out
}

// TestRenamed holds that names are followed from version to version.
func TestRenamed(t *testing.T) {
	for _, v := range []struct {
		id, address, want string
		versions          []string // the first is published
	}{
		{"nothing happened", "o/x", "", []string{"o: x=1", "o: x=2"}},
		{"once", "o/x", "o/y", []string{"o: x=1", "o: y<x=2", "o: y<x=3"}},
		{"twice", "o/x", "o/y o/z", []string{"o: x=1", "o: y<x=2", "o: z<y=2"}},
		{"`was` deleted", "o/x", "o/y o/z", []string{"o: x=1", "o: y<x=2", "o: y=2", "o: z<y=2", "o: z=1"}},
		{"there and back", "o/x", "o/y o/x", []string{"o: x=1", "o: y<x=2", "o: x<y=2"}},
		{"there and back twice", "o/x", "o/y o/x o/y", []string{"o: x=1", "o: y<x=2", "o: x=2", "o: x<y=2", "o: x=2", "o: y<x=2"}},
		{"beside it", "o/x", "", []string{"o: x=1", "o: x=1 y<x=2"}},
		{"in its place, later", "o/x", "o/y", []string{"o: x=1", "o: x=1 y<x=2", "o: y<x=2"}},
		{"`was` written later", "o/x", "o/y", []string{"o: x=1", "o: y=2", "o: y<x=2"}},
		{"a name used again", "o/x", "o/y", []string{"o: x=1", "o: y<x=2", "o: y=2 x=5", "o: y=2 z<x=5"}},
		{"the objective", "o", "p q", []string{"o: x=1", "p<o: x=1", "q<p: x=1"}},
		{"what is in a renamed objective", "o/x", "p/x q/x", []string{"o: x=1", "p<o: x=1", "q<p: x=1"}},
		{"both at once", "o/x", "p/y", []string{"o: x=1", "p<o: y<x=1"}},
		{"first the objective", "o/x", "p/x p/y", []string{"o: x=1", "p<o: x=1", "p<o: y<x=1", "p: y=1"}},
		{"first the key result", "o/x", "o/y p/y", []string{"o: x=1", "o: y<x=1", "p<o: y<x=1", "p: y=1"}},
		{"to another objective", "o/x", "p/y", []string{"o: x=1\np: k=1", "o: l=1\np: k=1 y<core/2026-Q3/o/x=1"}},
		{"before it joined", "o/y", "o/z", []string{"o: x=1", "o: x=1 y=1", "o: x=1 z<y=1"}},
		{"broken in between", "o/x", "o/y o/z", []string{"o: x=1", "o: y<x=2", "nonsense", "o: z<y=2"}},
		{"before publication", "o/w", "o/x o/y", []string{"o: x<w=1", "o: y<x=1"}},
	} {
		t.Run(v.id, func(t *testing.T) {
			r := newRepository(t)
			for i, text := range v.versions {
				text = named("core", text)
				if strings.Contains(text, "nonsense") {
					text = "was: [\n"
				}
				if i == 0 {
					r.commit("2026-07-01", okrYAML, register, core, text)
				} else {
					r.commit(fmt.Sprintf("2026-08-%02d", i), core, text)
				}
			}
			for _, whole := range []bool{false, true} {
				p := r.read(".", history.Options{Cycles: wanted(), Whole: whole})
				names := strings.Join(p.Renamed("core/2026-Q3/"+v.address), " ")
				is(t, "names", strings.ReplaceAll(names, "core/2026-Q3/", ""), v.want)
			}
		})
	}
}

// TestRenamedAcrossDocuments holds that a move to another team is followed, whichever
// document is committed first.
func TestRenamedAcrossDocuments(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-07-01", okrYAML, register, core, named("core", "o: x=1 k=1"), web, named("web", "p: w=1"))
	r.commit("2026-08-01", core, named("core", "o: y<x=1 k=1"))
	r.commit("2026-08-02", web, named("web", "p: w=1 y<core/2026-Q3/o/y=1"), core, named("core", "o: k=1"))
	r.commit("2026-08-03", web, named("web", "p: w=1 z<y=1"))
	r.commit("2026-08-04", web, named("web", "p: w=1"))
	p := r.past()
	is(t, "names", strings.Join(p.Renamed("core/2026-Q3/o/x"), " "), "core/2026-Q3/o/y web/2026-Q3/p/y web/2026-Q3/p/z")
	r.commit("2026-08-05", web, named("web", "p: v<w=1"))
	r.commit("2026-08-06", web, named("web", "p: u=1"), core, named("core", "o: k=1 v<web/2026-Q3/p/v=1"))
	is(t, "names the other way", strings.Join(r.past().Renamed("web/2026-Q3/p/w"), " "), "web/2026-Q3/p/v core/2026-Q3/o/v")
	last := p.LastSeen("core/2026-Q3/o/x")
	is(t, "last seen", last.Address(), "web/2026-Q3/p/z")
	is(t, "z came", p.FirstSeen("web/2026-Q3/p/z").String(), "2026-07-01")
	is(t, "z began as", p.First("web/2026-Q3/p/z").Address(), "core/2026-Q3/o/x")
	for _, address := range []string{"", "no address", "core/2026-Q2/o/x", "core/2026-Q3", "nobody/2026-Q3/o/x"} {
		is(t, "names of "+address, len(p.Renamed(address)), 0)
	}
	var none *history.Past
	is(t, "names without a past", len(none.Renamed("core/2026-Q3/o/x")), 0)
}

// TestCarriedFromAnotherCycle holds that what came from another cycle began in this one
// when it came.
func TestCarriedFromAnotherCycle(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-04-01", okrYAML, register, "okrs/q2.yaml", documentFor("core", "2026-Q2", "x=1 k=1"), core, named("core", "o: k=1"))
	r.commit("2026-08-01", core, named("core", "o: k=1 y<core/2026-Q2/o/x=2"))
	p := r.past("2026-Q2", q3)
	is(t, "y began as", p.First("core/2026-Q3/o/y").Address(), "core/2026-Q3/o/y")
	is(t, "y came", p.FirstSeen("core/2026-Q3/o/y").String(), "2026-08-01")
}

// TestNamesInACircle holds that names which never end, end.
func TestNamesInACircle(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-07-01", okrYAML, register, core, named("core", "o: x=1"))
	for i := range 10 {
		r.commit("2026-08-01", core, named("core", "o: y<x=1"))
		r.commit("2026-08-02", core, named("core", fmt.Sprintf("o: x<y=%d", i+2)))
	}
	is(t, "names", len(r.past().Renamed("core/2026-Q3/o/x")), 16)
}

// TestFirstUnderAnotherName holds that what joined and was renamed is official as it
// joined.
func TestFirstUnderAnotherName(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-07-01", okrYAML, register, core, named("core", "o: k=1"))
	r.commit("2026-08-01", core, named("core", "o: k=1 x=8"))
	r.commit("2026-08-02", core, named("core", "o: k=1 y<x=7"))
	r.commit("2026-08-03", core, named("core", "p<o: k=1 z<y=6"))
	r.commit("2026-08-04", core, named("core", "p: k=1 z=5"))
	got := r.reading().Teams[0].Objectives[0]
	is(t, "key results", len(got.KeyResults), 2)
	z := got.KeyResults[1]
	is(t, "z", z.State, score.Added)
	is(t, "z began", z.Began.String(), "2026-08-01")
	number(t, "score of z", z.Score, "0.5")
	is(t, "k", got.KeyResults[0].State, score.Open)
}

// TestScoredUnderAnotherName holds that a score follows names through versions.
func TestScoredUnderAnotherName(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-07-10", okrYAML, register, core, named("core", "o: x=10 k=8"))
	r.commit("2026-08-01", core, named("core", "o: y<x=10 k=8"))
	r.commit("2026-08-20", core, named("core", "o: z<y=5 k=8"))
	for _, then := range []string{"o: z<y=5 k=8", "o: z=5 k=8", "p<o: z=5 k=8", "q<p: z=5 k=8", "q: z=5 k=8"} {
		r.commit("2026-08-21", core, named("core", then))
		got := r.reading().Teams[0]
		is(t, then+": objectives", len(got.Objectives), 1)
		is(t, then+": key results", len(got.Objectives[0].KeyResults), 2)
		z := got.Objectives[0].KeyResults[0]
		is(t, then+": state", z.State, score.Open)
		number(t, then+": score", z.Score, "0.4")
		number(t, then+": amended score", z.Amended, "0.8")
	}
	r.commit("2026-08-22", core, named("core", "q: k=8"))
	gone := r.reading().Teams[0].Objectives[0].KeyResults[1]
	is(t, "vanished", gone.Vanished, true)
	is(t, "last called", gone.Definition.Address(), "core/2026-Q3/q/z")
	number(t, "score", gone.Score, "0.4")
	is(t, "the date", r.reading().AsOf, okr.NewDate(2026, 9, 20))
}
