package diff

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
)

// walk are the versions of a thing from its newest station back, newest first.
func (t *trail) walk(s standing) []*LogEntry {
	var entries []*LogEntry
	if e := t.departure(s, len(t.line(s.place))); e != nil {
		entries = append(entries, e)
	}
	for {
		t.seen[s.stop] = true
		here, from := t.back(s)
		entries = append(entries, here...)
		if from == nil || t.seen[from.stop] {
			return entries
		}
		s = *from
	}
}

// back is what happened to a thing at a station, and where it was before; nil where it
// came into being. Where it had been away, when it left comes along.
func (t *trail) back(s standing) (entries []*LogEntry, from *standing) {
	line := t.line(s.place)
	now := line[s.nth]
	var previous *okr.Document
	if s.nth > 0 {
		previous = line[s.nth-1].Document
	}
	elsewhere := t.elsewhere(s, previous)
	documents := []*okr.Document{previous}
	for _, e := range elsewhere {
		documents = append(documents, t.line(e.place)[e.nth].Document)
	}
	r := t.compare(t.of(documents...), t.of(now.Document), t.day(now))
	if was, ok := s.thing.before(r.same); ok {
		from = &standing{stop{s.place, s.nth - 1}, was}
		for _, e := range elsewhere {
			if t.line(e.place)[e.nth].Document == was.document {
				from.stop = e
			}
		}
		return []*LogEntry{t.entry(s, r.concerning(t, was, s.thing), was)}, from
	}
	for i := s.nth - 2; i >= 0; i-- {
		if line[i].Document == nil {
			continue
		}
		was, ok := s.thing.before(identify(t.of(line[i].Document), t.of(now.Document)))
		if !ok {
			continue
		}
		from = &standing{stop{s.place, i}, was}
		changes := t.compare(t.of(line[i].Document), t.of(now.Document), t.day(now)).concerning(t, was, s.thing)
		left := t.departure(*from, s.nth)
		if left == nil {
			return []*LogEntry{t.entry(s, changes, was)}, from // it only could not be read
		}
		changes = slices.Insert(changes, 0, t.arrival(s, "it is back: "))
		return []*LogEntry{t.entry(s, changes, was), left}, from
	}
	changes := []*Change{t.arrival(s, "")}
	if s.thing.objective == nil {
		changes = r.concerning(t, thing{}, s.thing)
	}
	return []*LogEntry{t.entry(s, changes, thing{})}, nil
}

// departure is where a thing left the files, after a station and before another; nil
// where it did not, or only cannot be read.
func (t *trail) departure(s standing, until int) *LogEntry {
	line := t.line(s.place)
	for i := s.nth + 1; i < until; i++ {
		if s.thing.unreadableIn(line[i].Document) {
			continue
		}
		r := t.compare(t.of(s.thing.document), t.of(line[i].Document), t.day(line[i]))
		e := t.entry(standing{stop{s.place, i}, thing{}}, r.concerning(t, s.thing, thing{}), s.thing)
		e.Address, e.left = s.thing.address(), true
		return e
	}
	return nil
}

// entry is what happened to a thing at a station.
func (t *trail) entry(s standing, changes []*Change, was thing) *LogEntry {
	now := t.line(s.place)[s.nth]
	e := &LogEntry{Revision: now.Revision, On: now.On, Path: now.Path, Changes: changes, at: s.place, nth: s.nth}
	if s.thing.document == nil {
		return e
	}
	e.Address = s.thing.address()
	e.AmendedScore = t.score(s)
	if s.thing.objective == nil && was.document != nil && !now.current {
		if before := t.line(s.place)[s.nth-1].Path; before != now.Path {
			e.Changes = slices.Insert(e.Changes, 0, &Change{
				Kind: Document, Verdict: Moved, Field: "file", Address: e.Address, Before: &before, After: &now.Path,
				Message: "the file moved from " + before + " to " + now.Path,
				Team:    t.order.team(s.thing.document), Cycle: t.order.cycle(s.thing.document),
			})
		}
	}
	return e
}

// arrival says that a thing came.
func (t *trail) arrival(s standing, back string) *Change {
	x := s.thing
	c := &Change{
		Kind: x.kind(), Verdict: Added, Address: x.address(), After: shown(x.title()),
		ObjectiveAfter: x.objective, KeyResultAfter: x.keyResult, documentAfter: x.document,
		Team: t.order.team(x.document), Cycle: t.order.cycle(x.document),
	}
	subject := "new " + strings.ReplaceAll(string(c.Kind), "_", " ") + ": "
	if back != "" {
		subject = back
	}
	c.Message = subject + x.title()
	if former, moved := x.former(); moved && back == "" {
		c.Message += " (formerly " + former.String() + ")"
	}
	c.Place = Place{File: x.document.File, Span: x.document.TeamID.Span}
	switch {
	case x.keyResult != nil:
		c.Place.Span = written(x.keyResult.ID.Span, x.keyResult.Span)
	case x.objective != nil:
		c.Place.Span = written(x.objective.ID.Span, x.objective.Span)
	}
	return c
}

// concerning are the changes that are about a thing.
func (r *reader) concerning(t *trail, before, after thing) []*Change {
	var list []*Change
	for _, c := range r.changes {
		if c.concerns(before, after) {
			list = append(list, t.rightly(c))
		}
	}
	return list
}

// rightly is a change as it looks to those who know where things are today: what left
// its document may have gone to another one.
func (t *trail) rightly(c *Change) *Change {
	if c.Verdict != Dropped || c.Kind != Objective && c.Kind != KeyResult {
		return c
	}
	address, err := okr.ParseAddress(c.Address)
	if err != nil {
		return c
	}
	to, missing := t.ws.Find(address)
	if missing != okr.NothingMissing || to.Document == nil || placeOf(to.Document) == (place{address.Team, address.Cycle}) {
		return c
	}
	now := thing{to.Document, to.Objective, to.KeyResult}.address()
	moved := *c
	moved.Verdict, moved.After, moved.Late = Moved, &now, false
	moved.Before, moved.Message = &c.Address, "moved to "+now
	return &moved
}

// elsewhere are the stations of other documents from which things of a document came
// at a station, by what they say they were.
func (t *trail) elsewhere(s standing, previous *okr.Document) []stop {
	now := t.line(s.place)[s.nth]
	known := formerAddresses(previous)
	var stops []stop
	for _, was := range formerAddresses(now.Document) {
		a, err := okr.ParseAddress(was)
		p := place{a.Team, a.Cycle}
		if err != nil || p == s.place || slices.Contains(known, was) || slices.ContainsFunc(stops, func(o stop) bool { return o.place == p }) {
			continue
		}
		line := t.line(p)
		for i := t.upTo(line, now) - 1; i >= 0; i-- {
			if _, there := within(line[i].Document, a); there && !t.seen[stop{p, i}] {
				stops = append(stops, stop{p, i})
				break
			}
		}
	}
	return stops
}

// upTo is how many stations of another document come before a station.
func (t *trail) upTo(line []station, now station) int {
	if now.current {
		return len(line)
	}
	n := 0
	for i, s := range line {
		switch {
		case s.current:
		case s.Revision == now.Revision:
			return i
		case s.On <= now.On:
			n = i + 1
		}
	}
	return n
}

// formerAddresses are those that things of a document had in other places.
func formerAddresses(d *okr.Document) []string {
	if d == nil {
		return nil
	}
	var list []string
	add := func(was string) {
		if was != "" && !slices.Contains(list, was) {
			list = append(list, was)
		}
	}
	for o := range d.Every() {
		add(formerObjective(o))
		for _, k := range o.KeyResults {
			add(formerKeyResult(k))
		}
	}
	return list
}
