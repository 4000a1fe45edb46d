package diff_test

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/source"
)

func placed[T any](v T) source.At[T] {
	return source.At[T]{V: v, Span: source.Span{Start: 1, End: 2}}
}

func whole(n int64) okr.Number { return placed(metric.Int(n)) }

// workspace makes a workspace of a sketch.
func (s sketch) workspace() *okr.Workspace {
	ws := &okr.Workspace{Settings: okr.DefaultSettings(), File: source.NewFile(nil, "okr.yaml", nil)}
	ws.Settings.Scoring.ObjectiveScore = s.scoring
	for _, id := range []string{"a", "b", "c"} {
		ws.Teams = append(ws.Teams, &okr.Team{ID: placed(id)})
	}
	cycles := map[string]*okr.Cycle{}
	for _, id := range []string{"2026-Q1", "2026-Q2"} {
		cycles[id], _ = ws.Settings.Calendar.Cycle(id)
		ws.Cycles = append(ws.Cycles, cycles[id])
	}
	for _, d := range s.documents {
		c := cycles[d.cycle]
		team := ws.Teams[slices.IndexFunc(ws.Teams, func(t *okr.Team) bool { return t.ID.V == d.team })]
		doc := &okr.Document{File: source.NewFile(nil, d.team, nil), TeamID: placed(d.team), CycleID: placed(d.cycle), Team: team, Cycle: c}
		for _, o := range d.objectives {
			made := o.make(doc)
			if made.Cancelled != nil {
				doc.Stopped = append(doc.Stopped, made)
			} else {
				doc.Objectives = append(doc.Objectives, made)
			}
		}
		ws.Documents = append(ws.Documents, doc)
	}
	ws.Index()
	for _, d := range ws.Documents {
		for o := range d.Every() {
			for _, k := range o.KeyResults {
				if k.IsRef() {
					address, _ := okr.ParseAddress(k.Ref.Address.V)
					if link, missing := ws.Find(address); missing == okr.NothingMissing {
						link.Address = k.Ref.Address
						k.Ref = link
					}
				}
			}
		}
	}
	return ws
}

func (o sketchObjective) make(d *okr.Document) *okr.Objective {
	made := &okr.Objective{Document: d, ID: placed(o.id), Title: placed(o.title), Commitment: placed(okr.Aspirational), Weight: whole(o.weight), Background: &okr.Background{}}
	if o.committed {
		made.Commitment = placed(okr.Committed)
	}
	if o.was != "" {
		made.Was = placed(o.was)
	}
	if o.stopped > 0 {
		made.Cancelled = &okr.Cancellation{Date: placed(d.Cycle.Start + okr.Date(o.stopped)), Reason: placed("Because")}
	}
	for _, address := range o.supports {
		made.Supports = append(made.Supports, okr.Link{Address: placed(address)})
	}
	for _, r := range o.results {
		made.KeyResults = append(made.KeyResults, r.make(made))
	}
	return made
}

func (r sketchResult) make(o *okr.Objective) *okr.KeyResult {
	start := o.Document.Cycle.Start
	k := &okr.KeyResult{Objective: o, Body: &okr.Body{Weight: whole(r.weight)}}
	if r.ref != "" {
		k.Ref.Address = placed(r.ref)
		return k
	}
	k.ID, k.Title = placed(r.id), placed(r.title)
	if r.was != "" {
		k.Was = placed(r.was)
	}
	k.Guardrail.V = r.guardrail
	r.metric(&k.Metric, start)
	if r.starts > 0 {
		k.Starts = placed(start + okr.Date(r.starts))
	}
	if r.stopped > 0 {
		k.Cancelled = &okr.Cancellation{Date: placed(start + okr.Date(r.stopped)), Reason: placed("Because")}
	}
	if r.amended > 0 {
		from, to := metric.Int(r.amended), metric.Int(r.target)
		k.Amendments = []okr.Amendment{{Date: placed(start + 30), Field: placed("target"), From: okr.Value{Number: &from}, To: okr.Value{Number: &to}, Reason: placed("Because")}}
	}
	for _, at := range r.readings {
		n := metric.Int(at.value)
		value := &okr.Value{Number: &n}
		switch r.kind {
		case "milestone":
			yes := at.value%2 == 0
			value = &okr.Value{Yes: &yes}
		case "stages":
			value = &okr.Value{Text: []string{"none", "pilot", "all"}[at.value%3]}
		}
		k.CheckIns = append(k.CheckIns, okr.CheckIn{Date: placed(start + okr.Date(at.day)), Value: value, Confidence: whole(at.confidence)})
	}
	return k
}

func (r sketchResult) metric(m *okr.Metric, start okr.Date) {
	text := func(s string) okr.Text {
		if s == "" {
			return okr.Text{}
		}
		return placed(s)
	}
	m.Kind, m.Unit, m.Source, m.Aggregate = text(r.kind), text(r.unit), text(r.source), text(r.aggregate)
	m.Fine = &okr.Fine{Threshold: text(r.threshold)}
	if r.observable > 0 {
		m.Fine.ObservableOn = placed(start + okr.Date(r.observable))
	}
	if r.failAt > 0 && (r.kind == "at_least" || r.kind == "at_most") {
		m.Fine.FailAt = whole(r.failAt)
	}
	switch r.kind {
	case "milestone":
	case "stages":
		m.Fine.StagesSpan = source.Span{Start: 1, End: 2}
		m.Fine.Stages = []metric.Stage{{Name: "pilot", Credit: metric.Ratio(r.credit, 10)}, {Name: "all", Credit: metric.Int(1)}}
	case "between":
		m.Fine.Low, m.Fine.High = whole(r.low), whole(r.target)
		m.Baseline = whole(r.baseline)
	default:
		m.Baseline, m.Target = whole(r.baseline), whole(r.target)
	}
}
