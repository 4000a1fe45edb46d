package diff

import (
	"maps"
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

// attribute splits the scores of all teams and cycles that a change can have moved,
// and the total of those in one cycle.
func (r *reader) attribute(reading *Reading, cycle *okr.Cycle) {
	moved := r.movedPlaces()
	places := slices.SortedFunc(maps.Keys(moved), func(a, b place) int {
		return r.order.compare(r.order.teams[a.team], r.order.cycles[a.cycle], r.order.teams[b.team], r.order.cycles[b.cycle])
	})
	places = slices.DeleteFunc(places, func(p place) bool { return r.order.teams[p.team] == nil || r.order.cycles[p.cycle] == nil })
	for len(places) > 0 {
		n := 1
		for n < len(places) && places[n].cycle == places[0].cycle {
			n++
		}
		reading.Attribution = append(reading.Attribution, r.inCycle(places[:n])...)
		places = places[n:]
	}
	reading.Cycle = r.choose(cycle, moved)
	if reading.Cycle == nil {
		return
	}
	reading.Total = r.total(reading.Cycle.ID, moved)
	r.elsewhere(reading, moved)
}

// choose is the cycle of the total: the asked one, else the default of those that a
// change touches. Of two that are as good the earlier is taken.
func (r *reader) choose(asked *okr.Cycle, moved map[place]bool) *okr.Cycle {
	if asked != nil {
		if known := r.order.cycles[asked.ID]; known != nil {
			return known
		}
		return asked
	}
	ids := make(map[string]bool)
	for _, c := range r.changes {
		if c.Cycle != nil {
			ids[c.Cycle.ID] = true
		}
	}
	for p := range moved {
		ids[p.cycle] = true
	}
	var touched []*okr.Cycle
	for id := range ids {
		if c := r.order.cycles[id]; c != nil {
			touched = append(touched, c)
		}
	}
	slices.SortFunc(touched, func(a, b *okr.Cycle) int { return r.order.cycleRank[a.ID] - r.order.cycleRank[b.ID] })
	if best := okr.DefaultCycle(touched, r.at); len(best) > 0 {
		return best[0]
	}
	if len(touched) > 0 {
		return touched[0]
	}
	return nil
}

// movesScores reports whether a change can move a score.
func movesScores(c *Change) bool {
	switch {
	case c.Verdict == Reworded || c.Kind == Policy:
		return false
	case c.Kind == Link:
		return c.Field == "ref"
	case c.Verdict == Moved && c.Kind == Document:
		return c.Field == "team"
	case c.Verdict == Moved:
		return c.Field == ""
	}
	return true
}

// movedPlaces are the documents whose scores can have moved: those that changed, and
// those that list a key result that changed.
func (r *reader) movedPlaces() map[place]bool {
	moved := maps.Clone(r.touched)
	if r.scoresMoved() {
		for _, ws := range []*okr.Workspace{r.before, r.after} {
			for _, d := range ws.Documents {
				moved[placeOf(d)] = true
			}
		}
		return moved
	}
	changed := make(map[*okr.KeyResult]bool)
	for _, c := range r.changes {
		if !movesScores(c) {
			continue
		}
		if c.Kind == Document {
			r.wholeDocument(c, moved, changed)
			continue
		}
		for _, o := range []*okr.Objective{c.ObjectiveBefore, c.ObjectiveAfter} {
			if o == nil {
				continue
			}
			moved[placeOf(o.Document)] = true
			for _, k := range o.KeyResults {
				changed[k] = changed[k] || c.KeyResultBefore == nil && c.KeyResultAfter == nil
			}
		}
		changed[c.KeyResultBefore], changed[c.KeyResultAfter] = true, true
	}
	delete(changed, nil)
	for _, ws := range []*okr.Workspace{r.before, r.after} {
		r.listing(ws, moved, changed)
	}
	return moved
}

// wholeDocument marks everything in a document that was added or dropped, and the places
// of one that went from team to team.
func (r *reader) wholeDocument(c *Change, moved map[place]bool, changed map[*okr.KeyResult]bool) {
	for _, d := range []*okr.Document{c.documentBefore, c.documentAfter} {
		if d == nil {
			continue
		}
		moved[placeOf(d)] = true
		if c.Verdict == Moved {
			continue // all of it is what it was, in another team
		}
		for o := range d.Every() {
			for _, k := range o.KeyResults {
				changed[k] = true
			}
		}
	}
}

// listing marks the documents that list a changed key result of another team.
func (r *reader) listing(ws *okr.Workspace, moved map[place]bool, changed map[*okr.KeyResult]bool) {
	for _, d := range ws.Documents {
		if moved[placeOf(d)] {
			continue
		}
		for o := range d.Every() {
			for _, k := range o.KeyResults {
				if k.IsRef() && (changed[k.Definition()] || r.leadsElsewhere(k)) {
					moved[placeOf(d)] = true
				}
			}
		}
	}
}

// leadsElsewhere reports whether a reference that was kept leads to something else, or
// nowhere, because what it named has another name now.
func (r *reader) leadsElsewhere(k *okr.KeyResult) bool {
	was := r.same.keyResults.toBefore[k]
	return was != nil && r.same.keyResults.toAfter[was.Definition()] != k.Definition()
}

// scored are the three readings of some documents of one cycle whose differences make
// the split.
type scored struct {
	before, between, after *score.Reading
	copies                 map[*okr.KeyResult]*okr.KeyResult // from after to between
}

// inCycle splits the scores of some teams, all of one cycle.
func (r *reader) inCycle(places []place) []Attribution {
	s := r.read(places, score.Alone)
	list := make([]Attribution, 0, len(places))
	for _, p := range places {
		before, between, after := teamOf(s.before, p), teamOf(s.between, p), teamOf(s.after, p)
		list = append(list, Attribution{
			Team: r.order.teams[p.team], Cycle: r.order.cycles[p.cycle],
			Split:      split(amended(before), amended(between), amended(after)),
			KeyResults: r.keyResultSplits(s.copies, before, between, after),
		})
	}
	return list
}

type reads func(*okr.Workspace, okr.Past, *okr.Cycle, okr.Date) *score.Reading

func (r *reader) read(places []place, how reads) scored {
	wanted := make(map[place]bool, len(places))
	for _, p := range places {
		wanted[p] = true
	}
	pick := func(ws *okr.Workspace) []*okr.Document {
		var list []*okr.Document
		for _, d := range ws.Documents {
			if wanted[placeOf(d)] {
				list = append(list, d)
			}
		}
		return list
	}
	h := &hybrid{same: r.same, keyResults: make(map[*okr.KeyResult]*okr.KeyResult)}
	before, after := pick(r.before), pick(r.after)
	of := func(ws *okr.Workspace, documents []*okr.Document) *score.Reading {
		if len(documents) == 0 || documents[0].Cycle == nil {
			return nil
		}
		return how(part(ws, documents), nil, documents[0].Cycle, r.at)
	}
	return scored{before: of(r.before, before), between: of(r.after, h.documents(after)), after: of(r.after, after), copies: h.keyResults}
}

// total splits the mean of the objectives of the teams that a change has moved.
func (r *reader) total(cycle string, moved map[place]bool) Split {
	var places []place
	for p := range moved {
		if p.cycle == cycle {
			places = append(places, p)
		}
	}
	if len(places) == 0 { // nothing has moved; what was touched all the same stands where it stood
		for _, c := range r.changes {
			if c.Team != nil && c.Cycle != nil && c.Cycle.ID == cycle {
				places = append(places, place{c.Team.ID.V, cycle})
			}
		}
	}
	if len(places) == 0 {
		return Split{}
	}
	s := r.read(places, score.Cycle)
	mean := func(reading *score.Reading) *metric.Number {
		if reading == nil {
			return nil
		}
		return reading.Amended
	}
	return split(mean(s.before), mean(s.between), mean(s.after))
}

func teamOf(r *score.Reading, p place) *score.Team {
	if r == nil {
		return nil
	}
	for _, t := range r.Teams {
		if t.Team.ID.V == p.team {
			return t
		}
	}
	return nil
}

func amended(t *score.Team) *metric.Number {
	if t == nil {
		return nil
	}
	return t.Amended
}

// split is the difference between two scores in two parts, by the score in between.
func split(before, between, after *metric.Number) Split {
	value := func(n *metric.Number) metric.Number {
		if n == nil {
			return metric.Number{}
		}
		return *n
	}
	return Split{
		Before: before, After: after,
		Definition: value(between).Sub(value(before)), Progress: value(after).Sub(value(between)),
	}
}
