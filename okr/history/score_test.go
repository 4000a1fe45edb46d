package history_test

import (
	"context"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/history"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

// What a past is for others: both are asked for behind interfaces.
var (
	_ okr.History  = (*history.Past)(nil)
	_ score.Memory = (*history.Past)(nil)
)

// scored is a document of core for 2026-Q3 with lines of key results.
func scored(results ...string) string {
	return "version: 1\nteam: core\ncycle: 2026-Q3\nobjectives:\n" +
		"  - id: o\n    title: Shops come back\n    commitment: aspirational\n    key_results:\n" + strings.Join(results, "")
}

func result(id, target, value string) string {
	return "      - id: " + id + "\n        title: Orders\n        metric: {unit: orders, baseline: 0, target: " + target + "}\n" +
		"        check_ins: [{date: 2026-07-12, value: " + value + "}]\n"
}

// reading scores the head's own files by their past, as of 20 September.
func (r *repository) reading() *score.Reading {
	r.t.Helper()
	seen, head := r.open(".")
	files, err := seen.At(head)
	if err != nil {
		r.t.Fatal(err)
	}
	loaded, err := load.Workspace(files, load.Options{})
	if err != nil {
		r.t.Fatal(err)
	}
	p, err := history.Read(context.Background(), seen, files, history.Options{Head: head, Cycles: loaded.Workspace.Cycles})
	if err != nil {
		r.t.Fatal(err)
	}
	got := score.Cycle(loaded.Workspace, p, loaded.Workspace.Cycle(q3), okr.NewDate(2026, 9, 20))
	if err := p.Err(); err != nil {
		r.t.Error(err)
	}
	return got
}

func number(t testing.TB, what string, got *metric.Number, want string) {
	t.Helper()
	text := "null"
	if got != nil {
		text = got.String()
	}
	is(t, what, text, want)
}

// TestEasedWithoutAWord holds that a target eased in silence after the grace is
// official as it was published.
func TestEasedWithoutAWord(t *testing.T) {
	r := newRepository(t)
	first := r.commit("2026-07-10", okrYAML, register, core, scored(result("x", "100", "40")))
	r.commit("2026-08-20", core, scored(result("x", "50", "40")))
	got := r.reading()
	is(t, "the basis", got.Basis, okr.Basis{By: okr.ByHistory, Revision: first, On: okr.NewDate(2026, 7, 10)})
	k := got.Teams[0].Objectives[0].KeyResults[0]
	number(t, "score", k.Score, "0.4")
	number(t, "amended score", k.Amended, "0.8")
	number(t, "amended target", k.AmendedTarget, "50")
	is(t, "undeclared", strings.Join(k.Undeclared, " "), "target")
	is(t, "state", k.State, score.Open)

	r.tag("2026-08-21", "okr/"+q3, "HEAD")
	number(t, "score by the tag", r.reading().Score, "0.8")
	is(t, "the basis", r.reading().Basis.By, okr.ByTag)
}

// TestEasedWithinTheGrace holds that targets may settle.
func TestEasedWithinTheGrace(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-06-10", okrYAML, register, core, scored(result("x", "100", "40")))
	r.commit("2026-07-14T23:59:00 -0800", core, scored(result("x", "50", "40")))
	number(t, "score", r.reading().Score, "0.8")
}

// TestO21Vanished holds that a key result that was deleted counts with its last value.
func TestO21Vanished(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-07-10", okrYAML, register, core, scored(result("x", "100", "20"), result("y", "100", "80")))
	r.commit("2026-08-01", core, scored(result("x", "100", "40"), result("y", "100", "80")))
	r.commit("2026-08-20", core, scored(result("y", "100", "80")))
	got := r.reading()
	number(t, "score", got.Score, "0.6")
	gone := got.Teams[0].Objectives[0].KeyResults[1]
	is(t, "vanished", gone.Vanished, true)
	number(t, "its score", gone.Score, "0.4")

	r.commit("2026-08-21", core, "", web, strings.Replace(scored(result("w", "100", "90")), "team: core", "team: web", 1))
	number(t, "score without the document", r.reading().Teams[0].Score, "0.6")
}

// TestAddedLate holds that what joins counts, is marked, and is official as it began.
func TestAddedLate(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-07-10", okrYAML, register, core, scored(result("x", "100", "40")))
	r.commit("2026-08-01", core, scored(result("x", "100", "40"), result("y", "100", "20")))
	r.commit("2026-08-20", core, scored(result("x", "100", "40"), result("y", "50", "20")),
		web, strings.Replace(scored(result("w", "100", "90")), "team: core", "team: web", 1))
	r.commit("2026-08-30", web, strings.Replace(scored(result("w", "10", "90")), "team: core", "team: web", 1))
	got := r.reading()
	y := got.Teams[0].Objectives[0].KeyResults[1]
	is(t, "y", y.State, score.Added)
	is(t, "y began", y.Began.String(), "2026-08-01")
	is(t, "y undeclared", strings.Join(y.Undeclared, " "), "target")
	is(t, "y's target", y.Published.Target.String(), "100")
	w := got.Teams[1].Objectives[0].KeyResults[0]
	is(t, "w", w.State, score.Added)
	is(t, "w began", w.Began.String(), "2026-08-20")
	is(t, "w's target", w.Published.Target.String(), "100")
	is(t, "x", got.Teams[0].Objectives[0].KeyResults[0].State, score.Open)
}

// TestTypedNil holds that a past that could not be read scores as none.
func TestTypedNil(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-07-10", okrYAML, register, core, scored(result("x", "100", "40")))
	ws := r.workspace()
	var p *history.Past
	got := score.Cycle(ws, p, ws.Cycle(q3), okr.NewDate(2026, 9, 20))
	is(t, "the basis", got.Basis, score.Cycle(ws, nil, ws.Cycle(q3), okr.NewDate(2026, 9, 20)).Basis)
	number(t, "score", got.Score, "0.4")
}
