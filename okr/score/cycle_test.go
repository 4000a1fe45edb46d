package score_test

import (
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/score"
)

// one is an objective with one key result at a value, or unread at null.
func one(id, value, extra string) string {
	if value == "null" {
		return objective(id, "aspirational", extra, unread("k"))
	}
	return objective(id, "aspirational", extra, scored("k", value))
}

// TestTeamsAndCycles are the vectors T01 to T05 of section H, and what weights do.
func TestTeamsAndCycles(t *testing.T) {
	shared := files{
		"a": objectives(objective("o", "aspirational", "", scored("s", "0.5", "shared_with: [b]"), scored("x", "0.9"))),
		"b": objectives(objective("p", "aspirational", "", "      {ref: a/2026-Q1/o/s},\n", scored("y", "0.1"), scored("z", "0.3"))),
	}
	four := objective("four", "aspirational", "", scored("p", "1"), scored("q", "1"), scored("r", "1"), scored("s", "1"))
	type vector struct {
		id, scoring string
		documents   files
		teams       string
		score       string
		coverage    score.Coverage
	}
	for _, v := range []vector{
		{"T01", "", files{"a": objectives(one("x", "0.6", ""), one("y", "0.2", ""), one("z", "0.5", ""))}, "13/30", "13/30", score.Coverage{Measured: 3, Total: 3}},
		{"T02", "", files{"a": objectives(four, one("x", "0", ""))}, "0.5", "0.5", score.Coverage{Measured: 5, Total: 5}},
		{"T02 by key results", "rollup: key_results", files{"a": objectives(four, one("x", "0", ""))}, "0.5", "0.8", score.Coverage{Measured: 5, Total: 5}},
		{"T03", "", shared, "0.7 0.3", "0.5", score.Coverage{Measured: 4, Total: 4}},
		{"T03 by key results", "rollup: key_results", shared, "0.7 0.3", "0.45", score.Coverage{Measured: 4, Total: 4}},
		{"T04", "", files{"a": objectives(one("x", "0.8", ""), one("y", "null", ""))}, "0.8", "0.8", score.Coverage{Measured: 1, Total: 2}},
		{"T05", "", files{"a": objectives(one("x", "0.9", "")), "b": objectives(one("x", "0.5", ""), one("y", "0.5", ""), one("z", "0.5", ""))}, "0.9 0.5", "0.6", score.Coverage{Measured: 4, Total: 4}},
		{"nothing read", "", files{"a": objectives(one("x", "null", ""))}, "null", "null", score.Coverage{Total: 1}},
		{"weights inside a team", "", files{"a": objectives(one("x", "1", "weight: 3"), one("y", "0", "weight: 1")), "b": objectives(one("x", "0", ""))}, "0.75 0", "0.5", score.Coverage{Measured: 3, Total: 3}},
		{"large weights take nothing from other teams", "", files{"a": objectives(one("x", "1", "weight: 50")), "b": objectives(one("x", "0", ""))}, "1 0", "0.5", score.Coverage{Measured: 2, Total: 2}},
		{"weight 0 is shown only", "", files{"a": objectives(one("x", "1", ""), one("y", "0", "weight: 0")), "b": objectives(one("x", "0", ""))}, "1 0", "0.5", score.Coverage{Measured: 3, Total: 3}},
		{"weights by key results", "rollup: key_results", files{"a": objectives(one("x", "1", "weight: 3"), one("y", "0", "weight: 1")), "b": objectives(one("x", "0", ""))}, "0.75 0", "0.5", score.Coverage{Measured: 3, Total: 3}},
	} {
		t.Run(v.id, func(t *testing.T) {
			r := read(t, workspace(t, v.scoring, v.documents), "02-20")
			for i, text := range strings.Fields(v.teams) {
				want(t, "team "+r.Teams[i].Team.ID.V, r.Teams[i].Score, text)
				want(t, "team "+r.Teams[i].Team.ID.V+" amended", r.Teams[i].Amended, text)
			}
			want(t, "cycle", r.Score, v.score)
			want(t, "cycle amended", r.Amended, v.score)
			is(t, "coverage", r.Coverage, v.coverage)
		})
	}
}

// TestSharedKeyResults holds that a shared key result reads as its definition in
// every place, under the commitment of the objective that lists it, and names all
// teams in each.
func TestSharedKeyResults(t *testing.T) {
	ws := workspace(t, "", files{
		"a": objectives(objective("o", "aspirational", "", scored("s", "0.7", "shared_with: [c, b]"), scored("x", "1"))),
		"b": objectives(objective("p", "committed", "", "      {ref: a/2026-Q1/o/s, weight: 3},\n", scored("y", "1"))),
		"c": objectives(objective("q", "aspirational", "", "      {ref: a/2026-Q1/o/s},\n")),
	})
	r := read(t, ws, "02-20")
	names := func(k *score.KeyResult) string {
		var ids []string
		for _, team := range k.SharedWith {
			ids = append(ids, team.ID.V)
		}
		return strings.Join(ids, " ")
	}
	a, b, c := only(r), r.Teams[1].Objectives[0].KeyResults[0], r.Teams[2].Objectives[0].KeyResults[0]
	is(t, "shared with", names(a)+", "+names(b)+", "+names(c), "b c, a c, a b")
	is(t, "address", b.Address(), "a/2026-Q1/o/s")
	is(t, "title", b.Title(), a.Title())
	is(t, "band in a", a.Band, score.Green)
	is(t, "band in b", b.Band, score.Yellow)
	is(t, "pace in a and b", a.Pace.Expected.Cmp(b.Pace.Expected), -1)
	want(t, "b", r.Teams[1].Score, "0.775")
	is(t, "distribution", r.Distribution, score.Distribution{Green: 3})
	is(t, "distribution of b", r.Only(ws.Team("b")).Distribution, score.Distribution{Yellow: 1, Green: 1})
	is(t, "distinct", len(r.Distinct()), 3)
}

// TestSharedCountsWhereItIsDefined holds under which commitment a shared key
// result is counted, wherever its teams stand in the tree.
func TestSharedCountsWhereItIsDefined(t *testing.T) {
	ws := workspace(t, "", files{
		"a": objectives(objective("o", "committed", "", "      {ref: b/2026-Q1/p/s},\n", scored("x", "1"))),
		"b": objectives(objective("p", "aspirational", "", scored("s", "0.7", "shared_with: [a]"))),
	})
	is(t, "distribution", read(t, ws, "02-20").Distribution, score.Distribution{Green: 2})
}

// TestOnly holds that a selection keeps a team and those below, and that the
// figures are those of what is left.
func TestOnly(t *testing.T) {
	ws := workspace(t, "", files{
		"company": objectives(one("x", "1", "")), "a": objectives(one("x", "0.8", "")),
		"c": objectives(one("x", "0.2", "")), "company/2026": objectives(one("year", "0.5", "")), "a/2026": objectives(one("year", "0.5", "")),
	})
	r := read(t, ws, "02-20")
	is(t, "teams", len(r.Teams), 3)
	is(t, "teams without", len(r.Without), 1)
	is(t, "context", len(r.Context), 2)
	want(t, "context is not averaged", r.Score, "2/3")
	want(t, "context has scores", r.Context[0].Score, "0.5")
	b := r.Only(ws.Team("b"))
	is(t, "teams of b", len(b.Teams), 1)
	is(t, "of b without", b.Without[0].ID.V, "b")
	want(t, "b", b.Score, "0.2")
	is(t, "context of b", len(b.Context), 1)
	is(t, "coverage of b", b.Coverage, score.Coverage{Measured: 1, Total: 1})
	want(t, "the whole is untouched", r.Score, "2/3")
	if r.Only(nil) != r {
		t.Error("no team is no selection")
	}
}

// TestUnusableReferences holds that a reference to nowhere and an outline are
// listed and never counted.
func TestUnusableReferences(t *testing.T) {
	ws := workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", "      {ref: b/2026-Q1/p/gone},\n", scored("x", "0.6")))}, "dangling-link")
	r := read(t, ws, "02-20")
	k := only(r)
	is(t, "counts", k.Counts, false)
	is(t, "role", k.Role(), "counting")
	is(t, "title", k.Title(), "")
	is(t, "explained", len(k.Explain().Published), 0)
	want(t, "score", r.Score, "0.6")
	is(t, "coverage", r.Coverage, score.Coverage{Measured: 1, Total: 1})
}

// TestCalibration are the vectors T06 to T09.
func TestCalibration(t *testing.T) {
	cycles := []string{"2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"}
	for _, v := range []struct {
		id, history, mean string
		cycles            int
		pattern           score.Pattern
	}{
		{"T06", "0.95 1 1 0.98", "0.9825", 4, score.Sandbagging},
		{"T07", "0.70 0.65 0.72 0.60", "0.6675", 4, score.WellCalibrated},
		{"T08", "0.20 0.25 0.30", "0.25", 3, score.OutOfReach},
		{"T09", "1 1", "1", 2, ""},
		{"neither well set nor far off", "0.5 0.5 0.5", "0.5", 3, ""},
	} {
		t.Run(v.id, func(t *testing.T) {
			documents := files{"a": objectives(one("now", "0.1", ""))}
			for i, value := range strings.Fields(v.history) {
				body := objective("past", "aspirational", "", keyResult("k", points, "check_ins: [{date: "+end(cycles[i])+", value: "+value+"}]")) +
					objective("promise", "committed", "", keyResult("k", points, "check_ins: [{date: "+end(cycles[i])+", value: 0}]"))
				documents["a/"+cycles[i]] = objectives(body)
			}
			r := read(t, workspace(t, "", documents), "02-20")
			c := r.Teams[0].Calibration
			want(t, "mean", &c.Mean, v.mean)
			is(t, "cycles", c.Cycles, v.cycles)
			is(t, "pattern", c.Pattern, v.pattern)
		})
	}
	r := read(t, workspace(t, "", files{"a": objectives(one("now", "0.1", ""))}), "02-20")
	if r.Teams[0].Calibration != nil {
		t.Error("without a past there is nothing to say")
	}
}

func end(cycle string) string {
	c, _ := okr.Calendar{FiscalYearStart: 1}.Cycle(cycle)
	return c.End.String()
}

// TestPastCycles holds which cycles are looked back on.
func TestPastCycles(t *testing.T) {
	documents := files{}
	for _, c := range []string{"2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2025", "2025-H2", "2025-12"} {
		documents["a/"+c] = objectives(one("x", "null", ""))
	}
	ws := workspace(t, "", documents)
	ids := func(cycle, at string) string {
		var list []string
		past := score.PastCycles(ws.Cycles, ws.Cycle(cycle), day(t, at))
		for _, c := range past {
			list = append(list, c.ID)
		}
		for _, c := range ws.Cycles {
			if score.Needs(ws.Cycle(cycle), c) != (c.ID == cycle || c.Includes(ws.Cycle(cycle))) {
				t.Errorf("%s is or is not needed for %s", c.ID, cycle)
			}
		}
		return strings.Join(list, " ")
	}
	is(t, "at the end", ids("2026-Q1", "03-31"), "2025-Q1 2025-Q2 2025-Q3 2025-Q4")
	is(t, "before the last has closed", ids("2026-Q1", "01-14"), "2025-Q1 2025-Q2 2025-Q3")
	is(t, "of a year", ids("2026-Q2", "06-01"), "2025-Q2 2025-Q3 2025-Q4 2026-Q1")
	is(t, "of a month", ids("2025-12", "2025-12-20"), "")
	is(t, "a closed cycle read late", ids("2025-Q2", "03-31"), "2024-Q4 2025-Q1")
}

// TestCycleStates holds what depends on where the cycle stands.
func TestCycleStates(t *testing.T) {
	ws := workspace(t, "", files{"a": objectives(objective("o", "committed", "", scored("x", "0.9")))})
	for _, v := range []struct {
		at      string
		state   okr.State
		verdict score.Verdict
	}{
		{"2025-12-31", okr.Draft, score.InProgress}, {"01-01", okr.Settling, score.InProgress}, {"01-14", okr.Settling, score.InProgress},
		{"01-15", okr.Running, score.InProgress}, {"03-31", okr.Running, score.InProgress},
		{"04-01", okr.Closing, score.Missed}, {"04-14", okr.Closing, score.Missed}, {"04-15", okr.Closed, score.Missed},
	} {
		r := read(t, ws, v.at)
		is(t, "state on "+v.at, r.State, v.state)
		is(t, "verdict on "+v.at, first(r).Verdict, v.verdict)
	}
	ws = workspace(t, "", files{"a": objectives(one("o", "null", ""))})
	is(t, "verdict of the unknown", first(read(t, ws, "04-20")).Verdict, "")
	is(t, "verdict of the unknown in the cycle", first(read(t, ws, "02-20")).Verdict, score.InProgress)
}

// TestFinding holds that things of the workspace are found again in a reading.
func TestFinding(t *testing.T) {
	ws := workspace(t, "", files{"a": objectives(one("x", "0.8", "")), "a/2026": objectives(one("year", "0.5", "")), "b/2026-Q2": objectives(one("next", "null", ""))})
	r := read(t, ws, "02-20")
	for _, d := range ws.Documents {
		for _, o := range d.Objectives {
			found, k := r.ObjectiveOf(o), r.KeyResultOf(o.KeyResults[0])
			switch {
			case d.Cycle.ID == "2026-Q2" && (found != nil || k != nil):
				t.Errorf("%s is not in the reading", o.Address())
			case d.Cycle.ID != "2026-Q2" && (found == nil || found.Objective != o || k == nil || k.Listed != o.KeyResults[0]):
				t.Errorf("%s is not found", o.Address())
			}
		}
	}
}

// TestOutlines holds that documents read as outlines are named and not scored.
func TestOutlines(t *testing.T) {
	ws := workspace(t, "", files{"a": objectives(one("x", "0.8", "")), "a/2026": objectives(one("year", "0.5", ""))})
	outline := ws.Document("a", "2026")
	outline.Outline = true
	r := read(t, ws, "02-20")
	is(t, "context", len(r.Context), 1)
	is(t, "title", r.Context[0].Objective.Title.V, outline.Objectives[0].Title.V)
	want(t, "score", r.Context[0].Score, "null")
	is(t, "coverage", r.Context[0].Coverage, score.Coverage{})
}

// TestContextComesLongestFirst holds the order of what contains a cycle.
func TestContextComesLongestFirst(t *testing.T) {
	ws := workspace(t, "", files{"a": objectives(one("x", "0.8", "")), "a/2026-H1": objectives(one("half", "0.5", "")), "b/2026": objectives(one("year", "0.5", "")), "b/2026-H2": objectives(one("other", "0.5", ""))}, "date-outside-cycle", "future-date")
	r := read(t, ws, "02-20")
	is(t, "context", len(r.Context), 2)
	is(t, "first", r.Context[0].Address()+" "+r.Context[0].Team.ID.V, "b/2026/year b")
	is(t, "second", r.Context[1].Address(), "a/2026-H1/half")
}
