package status

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

// Ended is what is kept of a cycle that is looked back on: a few words and numbers for
// each key result, and nothing of the files, so that many cycles take little room.
type Ended struct {
	cycle     okr.Cycle
	closed    bool
	results   map[string][]result // by team, in the order of the file
	forecasts []forecast
	unsaid    int // how many key results met their end without a forecast
}

// result is a key result as it is recognised in another cycle.
type result struct {
	team, objective, id string
	was                 string // the former id, or the last part of a former address
	from, fromObjective string // the addresses of what the key result, or its objective, was carried from
	name, source        string // of the metric
	words               cascade.Bag
	leg                 Leg
}

// forecast is a confidence at half time and what became of it.
type forecast struct {
	confidence metric.Number // 0…10
	landed     bool
}

// mostEnded is how many cycles are looked back on: two years of quarters. What was
// earlier says little about how teams work today.
const mostEnded = 8

// Cycles are those whose [Ended] a status of the given cycle is made of, oldest first:
// the latest eight of about the same length that end before it begins and have begun
// themselves, and the cycle itself once it is closed.
func Cycles(cycles []*okr.Cycle, cycle *okr.Cycle, at okr.Date) []*okr.Cycle {
	var found []*okr.Cycle
	for _, c := range cycles {
		if c.End < cycle.Start && c.Start <= at && alike(c, cycle) {
			found = append(found, c)
		}
	}
	slices.SortStableFunc(found, func(a, b *okr.Cycle) int { return int(a.End - b.End) })
	found = found[max(0, len(found)-mostEnded):]
	if cycle.State(at) == okr.Closed {
		found = append(found, cycle)
	}
	return found
}

// alike reports whether two cycles are of one kind of length: quarters differ by two
// days, months by three, and neither by more than a tenth.
func alike(a, b *okr.Cycle) bool {
	shorter, longer := min(a.Days(), b.Days()), max(a.Days(), b.Days())
	return 10*(longer-shorter) <= longer
}

// EndedOf reads a cycle to look back on, also one that has not quite ended. The workspace needs the documents of that
// cycle and no others.
func EndedOf(ws *okr.Workspace, past okr.Past, cycle *okr.Cycle, at okr.Date) *Ended {
	read := score.Alone(ws, past, cycle, at)
	e := &Ended{cycle: *cycle, closed: cycle.State(at) == okr.Closed, results: make(map[string][]result)}
	e.cycle.ID, e.cycle.Name = strings.Clone(cycle.ID), strings.Clone(cycle.Name)
	r := newReader(ws, nil, read, Options{})
	for _, s := range r.subjects {
		if s.KeyResult.Vanished {
			continue
		}
		if s.KeyResult.Role() == "counting" {
			kept := resultOf(s, &e.cycle, ws.Settings.Scoring).kept()
			e.results[kept.team] = append(e.results[kept.team], kept)
		}
		if e.closed {
			e.forecast(s, ws.Settings.Scoring)
		}
	}
	return e
}

// resultOf is a subject as it is recognised. What is shared belongs to the team that
// defines it.
func resultOf(s Subject, cycle *okr.Cycle, scoring okr.Scoring) result {
	k := s.KeyResult
	d := k.Definition
	r := result{
		team: d.Objective.Document.TeamID.V, objective: d.Objective.ID.V, id: d.ID.V, was: d.Was.V[strings.LastIndexByte(d.Was.V, '/')+1:],
		name: strings.ToLower(strings.TrimSpace(d.Metric.Finely().Name.V)), source: strings.ToLower(strings.TrimSpace(k.Official.Source)),
		words: cascade.BagOf(d.Title.V).Without(cascade.BagOf(k.Official.Unit)),
		leg:   legOf(s, cycle, scoring),
	}
	if d.CarriedFrom != nil {
		r.from = d.CarriedFrom.Address.V
	}
	if o := d.Objective; o.Background != nil && o.CarriedFrom != nil {
		r.fromObjective = o.CarriedFrom.Address.V
	}
	return r
}

// kept is the result without a hold on the text of any file.
func (r result) kept() result {
	for _, text := range []*string{
		&r.team, &r.objective, &r.id, &r.was, &r.from, &r.fromObjective, &r.name, &r.source, &r.leg.Address, &r.leg.Unit,
	} {
		*text = strings.Clone(*text)
	}
	if last := r.leg.Last; last != nil {
		r.leg.Last = &metric.Reading{Number: last.Number, Done: last.Done, Text: strings.Clone(last.Text)}
	}
	return r
}
