package score_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

// summary is everything that a reading says, with things named by their address
// and in the order of their addresses.
func summary(r *score.Reading) string {
	var lines []string
	for _, t := range r.Teams {
		lines = append(lines, fmt.Sprintf("%s %s %s %v", t.Team.ID.V, number(t.Score), number(t.Amended), t.Coverage))
		for _, o := range t.Objectives {
			weakest := ""
			if o.Weakest != nil {
				weakest = o.Weakest.Address()
			}
			lines = append(lines, fmt.Sprintf("%s %s %s %s %s %s %s %v", o.Address(), number(o.Score), number(o.Amended), o.Band, o.Verdict, o.Guardrail, weakest, o.Coverage))
			for _, k := range o.KeyResults {
				lines = append(lines, fmt.Sprintf("%s in %s %s %s %s %s %v %s %s", k.Address(), o.Address(), number(k.Score), number(k.Amended), number(k.Raw), k.State, k.Counts, number(k.Forecast), number(k.RecentForecast())))
			}
		}
	}
	slices.Sort(lines)
	return fmt.Sprintf("%s %s %v %v %d\n%s", number(r.Score), number(r.Amended), r.Coverage, r.Distribution, len(r.Problems), strings.Join(lines, "\n"))
}

func number(n *metric.Number) string {
	if n == nil {
		return "null"
	}
	return n.String()
}

const seeds = 60

// dates of every state of the cycle.
func dates(cycle *okr.Cycle) []okr.Date {
	return []okr.Date{cycle.Start - 5, cycle.Start + 3, cycle.Start + 40, cycle.Start + 80, cycle.End + 5, cycle.End + 60}
}

// settings vary what can be chosen.
func settings(seed int) func(*okr.Scoring) {
	return func(s *okr.Scoring) {
		s.UnmeasuredAtClose = []string{"refuse", "zero", "exclude"}[seed%3]
		s.ObjectiveScore = []string{"mean", "min", "none"}[seed/3%3]
		s.Rollup = []string{"objectives", "key_results"}[seed%2]
		s.Guardrail = []string{"cap", "flag", "zero"}[seed/2%3]
		s.TargetChange = []string{"original", "amended", "both"}[seed/5%3]
	}
}

// TestScoresAreShares holds for any workspace, however it is written, that every
// score is unknown or lies in 0…1, and that the figures agree with each other.
func TestScoresAreShares(t *testing.T) {
	for seed := range seeds {
		g := newGenerator(uint64(seed), true)
		ws := g.workspace(8, 3, 4)
		settings(seed)(&ws.Settings.Scoring)
		for _, at := range dates(g.cycle) {
			r := score.Cycle(ws, nil, g.cycle, at)
			share(t, r.Score, r.Amended)
			for _, team := range r.Teams {
				share(t, team.Score, team.Amended)
				for _, o := range team.Objectives {
					share(t, o.Score, o.Amended)
					for _, k := range o.KeyResults {
						share(t, k.Score, k.Amended, k.Original, k.Uncorrected)
						if k.Pace != nil {
							share(t, &k.Pace.Elapsed)
						}
						if k.Forecast != nil && k.Forecast.Sign() < 0 || k.RecentForecast() != nil && k.RecentForecast().Sign() < 0 {
							t.Errorf("%s: a forecast is below 0", k.Address())
						}
						k.Explain()
					}
				}
			}
			if r.Coverage.Total != r.Distribution.Total() || r.Coverage.Measured > r.Coverage.Total {
				t.Errorf("coverage %v, distribution %v", r.Coverage, r.Distribution)
			}
		}
	}
}

func share(t *testing.T, numbers ...*metric.Number) {
	t.Helper()
	for _, n := range numbers {
		if n != nil && (n.Sign() < 0 || n.Cmp(metric.Int(1)) > 0) {
			t.Errorf("%s is no share", n)
		}
	}
}

// TestOrderMakesNoDifference holds that files, objectives and key results may
// stand in any order.
func TestOrderMakesNoDifference(t *testing.T) {
	for seed := range seeds {
		g := newGenerator(uint64(seed), seed%2 == 0)
		ws := g.workspace(8, 3, 4)
		settings(seed)(&ws.Settings.Scoring)
		at := g.cycle.Start + 70
		before := summary(score.Cycle(ws, nil, g.cycle, at))
		g.Shuffle(len(ws.Documents), func(i, j int) { ws.Documents[i], ws.Documents[j] = ws.Documents[j], ws.Documents[i] })
		for _, d := range ws.Documents {
			g.Shuffle(len(d.Objectives), func(i, j int) { d.Objectives[i], d.Objectives[j] = d.Objectives[j], d.Objectives[i] })
			for _, o := range d.Objectives {
				g.Shuffle(len(o.KeyResults), func(i, j int) { o.KeyResults[i], o.KeyResults[j] = o.KeyResults[j], o.KeyResults[i] })
			}
		}
		ws.Index()
		if after := summary(score.Cycle(ws, nil, g.cycle, at)); after != before {
			t.Fatalf("seed %d: in another order\n%s\nbecomes\n%s", seed, before, after)
		}
	}
}

// TestWorkersMakeNoDifference holds that the result does not depend on how the
// work was shared out.
func TestWorkersMakeNoDifference(t *testing.T) {
	g := newGenerator(1, true)
	ws := g.workspace(400, 2, 3)
	at := g.cycle.Start + 70
	want := summary(score.Read(ws, nil, g.cycle, at, 1))
	for _, workers := range []int{2, 3, 8} {
		if got := summary(score.Read(ws, nil, g.cycle, at, workers)); got != want {
			t.Errorf("%d workers find something else than one", workers)
		}
	}
}

// TestReadingsLeaveTheWorkspaceAlone holds that a reading is pure: read twice, at
// other dates in between, it is the same.
func TestReadingsLeaveTheWorkspaceAlone(t *testing.T) {
	g := newGenerator(3, true)
	ws := g.workspace(20, 3, 4)
	at := g.cycle.Start + 70
	before := summary(score.Cycle(ws, nil, g.cycle, at))
	for _, other := range dates(g.cycle) {
		score.Cycle(ws, published{okr.ByTag, ws}, g.cycle, other)
	}
	if after := summary(score.Cycle(ws, nil, g.cycle, at)); after != before {
		t.Error("a second reading differs from the first")
	}
	if after := summary(score.Cycle(ws, published{okr.ByTag, ws}, g.cycle, at)); !strings.Contains(after, "null") {
		t.Error("a past that is the present has readings too")
	}
}

// TestSums holds that the selection of every top team together is the whole.
func TestSums(t *testing.T) {
	g := newGenerator(5, false)
	ws := g.workspace(21, 3, 4)
	r := score.Cycle(ws, nil, g.cycle, g.cycle.Start+70)
	if got := summary(r.Only(ws.Teams[0])); got != summary(r) {
		t.Error("all below the top team is not all")
	}
}
