package history_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/history"
	"github.com/okrs-as-code/okrs/okr/score"
)

// deserted is a repository all of whose documents were deleted in the end.
func deserted(t *testing.T) *repository {
	r := newRepository(t)
	r.commit("2025-12-01", okrYAML, register, "okrs/q1.yaml", documentFor("core", "2026-Q1", "x=1"))
	r.commit("2026-04-01", "okrs/q1.yaml", "", "okrs/q2.yaml", documentFor("core", "2026-Q2", "x=1"))
	r.commit("2026-07-01", core, scored(result("x", "100", "20")), web, document("web", "w=1"))
	r.commit("2026-08-01", core, scored(result("x", "100", "40")), "okrs/q2.yaml", "", "okrs/odd.yaml", documentFor("core", "Odd", "x=1"))
	r.commit("2026-08-20", core, "", web, "", "okrs/odd.yaml", "")
	return r
}

// TestOthers holds that cycles are met whose documents are gone.
func TestOthers(t *testing.T) {
	r := deserted(t)
	others := func(p *history.Past, since okr.Date) string { return strings.Join(p.Others(since), " ") }
	day := func(month time.Month, day int) okr.Date { return okr.NewDate(2026, month, day) }
	for _, v := range []struct {
		id, want string
		options  history.Options
		since    okr.Date
	}{
		{"since the documents were deleted", "2026-Q3 Odd", history.Options{}, day(8, 2)},
		{"since they were gone", "", history.Options{}, day(8, 30)},
		{"since spring", "2026-Q1 2026-Q2 2026-Q3 Odd", history.Options{}, day(3, 1)},
		{"since ever", "2026-Q1 2026-Q2 2026-Q3 Odd", history.Options{}, 0},
		{"beside one that was asked for", "2026-Q2 Odd", history.Options{Cycles: wanted(q3)}, day(8, 2)},
		{"beyond what is walked for that", "2026-Q1 2026-Q2 Odd", history.Options{Cycles: wanted(q3)}, day(3, 1)},
		{"within what is walked for that", "2026-Q2 2026-Q3 Odd", history.Options{Cycles: wanted("2026-Q1")}, day(8, 2)},
		{"in all of history", "2026-Q1 2026-Q2 Odd", history.Options{Cycles: wanted(q3), Whole: true}, day(8, 2)},
	} {
		is(t, v.id, others(r.read(".", v.options), v.since), v.want)
	}
	r.tag("2026-04-20", "okr/2026-Q1", "HEAD~4")
	r.tag("2026-04-20", "okr/2026-H1-closed", "HEAD~4")
	r.tag("2026-04-20", "okr/"+q3, "HEAD~2")
	r.git("2026-04-20", "tag", "okr/2026-Q4", "HEAD~4")
	r.git("2026-08-21", "checkout", "-q", "-b", "side")
	r.commit("2026-08-21", "readme", "hello\n")
	r.tag("2026-08-21", "okr/2026-T3", "HEAD")
	r.git("2026-08-21", "checkout", "-q", "main")
	is(t, "with tags", others(r.past(), day(8, 30)), "2026-H1 2026-Q1 2026-Q2 Odd")
	is(t, "without a past", others(nil, 0), "")
}

// TestHas holds that it is known of which cycles there ever were documents.
func TestHas(t *testing.T) {
	r := deserted(t)
	r.tag("2026-08-30", "okr/2026-Q4", "HEAD")
	for _, whole := range []bool{false, true} {
		p := r.read(".", history.Options{Cycles: wanted("2026-Q1", "2026-Q2", q3, "2026-Q4", "2027-Q1"), Whole: whole})
		for id, want := range map[string]bool{"2026-Q1": true, "2026-Q2": true, q3: true, "2026-Q4": false, "2027-Q1": false, "2025-Q4": false, "": false} {
			is(t, "documents of "+id, p.Has(id), want)
		}
	}
	r.commit("2026-09-01", "okrs/q1.yaml", documentFor("core", "2027-Q1", "x=1"))
	r.commit("2026-09-02", "okrs/q1.yaml", "")
	is(t, "deleted before it was published", r.past("2027-Q1").Has("2027-Q1"), false)
	is(t, "deleted at any time", r.read(".", history.Options{Cycles: wanted("2027-Q1"), Whole: true}).Has("2027-Q1"), true)
	var none *history.Past
	is(t, "without a past", none.Has(q3), false)
}

// TestCycleOfNoDocument holds that a cycle all of whose documents were deleted can be
// read and scored.
func TestCycleOfNoDocument(t *testing.T) {
	r := deserted(t)
	for _, tagged := range []bool{false, true} {
		if tagged {
			r.tag("2026-07-02", "okr/"+q3, "HEAD~2")
		}
		ws := r.workspace()
		cycle, _ := ws.Settings.Calendar.Cycle(q3)
		if ws.Cycle(q3) != nil {
			t.Fatal("there is a document of the cycle")
		}
		seen, head := r.open(".")
		files, err := seen.At(head)
		if err != nil {
			t.Fatal(err)
		}
		p, err := history.Read(context.Background(), seen, files, history.Options{Head: head, Cycles: []*okr.Cycle{cycle}})
		if err != nil {
			t.Fatal(err)
		}
		is(t, "it was one", p.Has(q3), true)
		got := score.Cycle(ws, p, cycle, okr.NewDate(2026, 9, 20))
		is(t, "teams", len(got.Teams), 2)
		x := got.Teams[0].Objectives[0].KeyResults[0]
		is(t, "vanished", x.Vanished, true)
		number(t, "at its last value", x.Score, "0.4")
		is(t, "coverage", got.Coverage, score.Coverage{Measured: 1, Total: 2})
		is(t, "versions", versions(p, "web"), "07-01 w=1, 08-20 -")
		if err := p.Err(); err != nil {
			t.Error(err)
		}
	}
}
