package score_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/source"
)

// generator makes workspaces of any size from a seed. A wild one writes what
// loading would complain about; a tame one what an organisation would write.
type generator struct {
	*rand.Rand
	wild  bool
	cycle *okr.Cycle
}

func newGenerator(seed uint64, wild bool) *generator {
	cycle, _ := okr.Calendar{FiscalYearStart: 1, GraceDays: 14}.Cycle("2026-Q1")
	return &generator{Rand: rand.New(rand.NewPCG(seed, 7)), wild: wild, cycle: cycle}
}

func placed[T any](v T) source.At[T] { return source.At[T]{V: v, Span: source.Span{Start: 1, End: 2}} }

// workspace has documents of all teams, objectives and key results as asked.
func (g *generator) workspace(teams, objectives, keyResults int) *okr.Workspace {
	ws := &okr.Workspace{Settings: okr.DefaultSettings(), Cycles: []*okr.Cycle{g.cycle}}
	for i := range teams {
		t := &okr.Team{ID: placed(fmt.Sprintf("team-%d", i))}
		if i > 0 {
			t.Parent = ws.Teams[(i-1)/4]
		}
		ws.Teams = append(ws.Teams, t)
		d := &okr.Document{TeamID: t.ID, CycleID: placed(g.cycle.ID), Team: t, Cycle: g.cycle, File: source.NewFile(nil, t.ID.V, nil)}
		for j := range objectives {
			d.Objectives = append(d.Objectives, g.objective(d, j, keyResults))
		}
		ws.Documents = append(ws.Documents, d)
	}
	g.share(ws)
	ws.Index()
	return ws
}

func (g *generator) objective(d *okr.Document, number, keyResults int) *okr.Objective {
	o := &okr.Objective{Document: d, ID: placed(fmt.Sprintf("objective-%d", number)), Commitment: placed(okr.Aspirational)}
	if g.IntN(3) == 0 {
		o.Commitment = placed(okr.Committed)
	}
	if g.IntN(4) == 0 {
		o.Weight = placed(metric.Int(g.Int64N(4)))
	}
	for k := range keyResults {
		o.KeyResults = append(o.KeyResults, g.keyResult(o, k))
	}
	return o
}

func (g *generator) keyResult(o *okr.Objective, number int) *okr.KeyResult {
	body := &okr.Body{}
	k := &okr.KeyResult{Objective: o, ID: placed(fmt.Sprintf("key-result-%d", number)), Body: body}
	m := &body.Metric
	m.Unit, m.Source = placed("EUR"), placed("the register")
	baseline := g.Int64N(900)
	m.Baseline = placed(metric.Int(baseline))
	m.Target = placed(metric.Int(baseline + 1 + g.Int64N(500)))
	switch g.IntN(8) {
	case 0:
		m.Kind, body.Guardrail = placed("at_most"), placed(true)
	case 1:
		m.Target = placed(metric.Ratio(baseline*10-1-g.Int64N(5000), 10))
	}
	if g.wild {
		g.spoil(body)
	}
	for week := range g.IntN(12) {
		value := g.between(m.Baseline.V, m.Target.V)
		c := okr.CheckIn{Date: placed(g.cycle.Start + okr.Date(7*week)), Confidence: placed(metric.Int(g.Int64N(11)))}
		if g.IntN(10) > 0 {
			c.Value = &okr.Value{Number: &value}
		}
		body.CheckIns = append(body.CheckIns, c)
	}
	if g.IntN(20) == 0 {
		from := metric.Int(baseline + 1000)
		body.Amendments = []okr.Amendment{{
			Date: placed(g.cycle.Start + okr.Date(g.IntN(90))), Field: placed("target"),
			From: okr.Value{Span: source.Span{Start: 3, End: 4}, Number: &from}, To: okr.Value{Number: &m.Target.V},
		}}
	}
	if g.IntN(20) == 0 {
		body.Cancelled = &okr.Cancellation{Date: placed(g.cycle.Start + okr.Date(g.IntN(90)))}
	}
	return k
}

// between is some point on the way, or a little outside it, to one decimal.
func (g *generator) between(from, to metric.Number) metric.Number {
	return from.Add(to.Sub(from).Mul(metric.Ratio(g.Int64N(130)-15, 100))).Round(1)
}

func (g *generator) spoil(body *okr.Body) {
	kinds := append(metric.Kinds(), metric.Kind{}, metric.Kind{Name: "nonsense"})
	body.Metric.Kind = placed(kinds[g.IntN(len(kinds))].Name)
	switch g.IntN(8) {
	case 0:
		body.Metric.Baseline = okr.Number{}
	case 1:
		body.Metric.Target = body.Metric.Baseline
	case 2:
		body.Weight = placed(metric.Ratio(g.Int64N(5), 3))
	case 3:
		body.Metric.Fine = &okr.Fine{ObservableOn: placed(g.cycle.Start + okr.Date(g.IntN(150)))}
	case 4:
		body.Metric.Fine = &okr.Fine{Stages: []metric.Stage{{Name: "half", Credit: metric.Ratio(1, 2)}}, By: placed("+20%")}
	case 5:
		body.Metric.Fine = &okr.Fine{Low: placed(metric.Int(5)), High: placed(metric.Int(9)), Phases: []okr.Phase{{Date: g.cycle.Start + 40, Expected: metric.Ratio(1, 5)}}}
	case 6:
		body.Starts = placed(g.cycle.Start + okr.Date(g.IntN(120)) - 10)
	}
}

// share lets some teams list key results of others.
func (g *generator) share(ws *okr.Workspace) {
	for range len(ws.Documents) / 5 {
		from, to := ws.Documents[g.IntN(len(ws.Documents))], ws.Documents[g.IntN(len(ws.Documents))]
		definition := from.Objectives[0].KeyResults[0]
		if from == to || definition.IsRef() {
			continue
		}
		definition.SharedWith = append(definition.SharedWith, to.TeamID)
		o := to.Objectives[len(to.Objectives)-1]
		ref := okr.Link{Address: placed(definition.Address()), Team: from.Team, Cycle: g.cycle, Document: from, Objective: definition.Objective, KeyResult: definition}
		o.KeyResults = append(o.KeyResults, &okr.KeyResult{Objective: o, Body: &okr.Body{Links: okr.Links{Ref: ref}}})
	}
}
