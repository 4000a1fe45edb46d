package diff

import (
	"cmp"
	"slices"

	"github.com/okrs-as-code/okrs/okr"
)

// trail goes through the versions of documents.
type trail struct {
	ws      *okr.Workspace
	past    okr.History
	at      okr.Date
	options LogOptions
	order   *order
	lines   map[place][]station
	later   map[place]int // how many versions come after the date
	seen    map[stop]bool
	all     bool // whether the line goes on beyond the date
}

// station is a version of a document, or what is read today.
type station struct {
	okr.Version
	current bool // as it is read; not committed where it differs from the version before it
}

// stop is a station by the document and its number in the line.
type stop struct {
	place place
	nth   int
}

// standing is a thing at a station.
type standing struct {
	stop
	thing thing
}

func newTrail(ws *okr.Workspace, past okr.History, options LogOptions) *trail {
	return &trail{
		ws: ws, past: past, at: options.At, options: options, order: orderOf(ws, ws),
		lines: make(map[place][]station), later: make(map[place]int), seen: make(map[stop]bool),
	}
}

// line are the stations of a document up to the date, oldest first; the last is what
// is read where no version comes after the date.
func (t *trail) line(p place) []station {
	if line, known := t.lines[p]; known {
		return line
	}
	var line []station
	if t.past != nil {
		for _, v := range t.past.Versions(p.team, p.cycle) {
			line = append(line, station{Version: v})
		}
	}
	whole := len(line)
	for !t.all && len(line) > 0 && line[len(line)-1].On > t.at {
		line = line[:len(line)-1]
	}
	t.later[p] = whole - len(line)
	if t.later[p] == 0 {
		line = t.current(p, line)
	}
	t.knowCycle(p, line)
	t.lines[p] = line
	return line
}

// current adds what is read to the versions.
func (t *trail) current(p place, line []station) []station {
	var document *okr.Document
	if t.ws.Team(p.team) != nil && t.ws.Cycle(p.cycle) != nil {
		document = t.ws.Document(p.team, p.cycle)
	}
	last := station{}
	if len(line) > 0 {
		last = line[len(line)-1]
	}
	switch {
	case document != nil && !document.Outline:
		return append(line, station{okr.Version{Path: document.File.Name, Document: document}, true})
	case document == nil && last.Document != nil && (t.options.Unusable == nil || !t.options.Unusable(last.Path)):
		return append(line, station{okr.Version{Path: last.Path}, true})
	}
	return line
}

// knowCycle adds a cycle of the past that no document has any more, so that changes
// can tell whether it had been published.
func (t *trail) knowCycle(p place, line []station) {
	if t.order.cycles[p.cycle] != nil {
		return
	}
	cycle, ok := t.ws.Settings.Calendar.Cycle(p.cycle)
	for i := 0; !ok && i < len(line); i++ {
		if d := line[i].Document; d != nil && d.Cycle != nil {
			cycle, ok = d.Cycle, true
		}
	}
	if ok {
		t.order.cycles[p.cycle] = cycle
		t.order.cycleRank[p.cycle] = len(t.order.cycleRank)
	}
}

// of is documents as a workspace to compare.
func (t *trail) of(documents ...*okr.Document) *okr.Workspace {
	documents = slices.DeleteFunc(documents, func(d *okr.Document) bool { return d == nil })
	return &okr.Workspace{Organization: t.ws.Organization, File: t.ws.File, Settings: t.ws.Settings, Teams: t.ws.Teams, Cycles: t.ws.Cycles, Documents: documents}
}

// day is the date on which a station is read.
func (t *trail) day(s station) okr.Date {
	if s.current {
		return t.at
	}
	return s.On
}

// compare reads the changes between documents, on a day.
func (t *trail) compare(before, after *okr.Workspace, at okr.Date) *reader {
	r := &reader{before: before, after: after, at: at, same: identify(before, after), order: t.order, touched: make(map[place]bool)}
	for _, d := range after.Documents {
		r.document(r.same.documents.toBefore[d], d)
	}
	for _, d := range before.Documents {
		if r.same.documents.toAfter[d] == nil {
			r.goneDocument(d)
		}
	}
	r.sort()
	return r
}

// resolve finds the newest station that has the thing with an address, today's or one
// of the past.
func (t *trail) resolve(a okr.Address) (standing, bool) {
	if link, missing := t.ws.Find(a); missing == okr.NothingMissing && link.Document != nil && !link.Document.Outline {
		x := thing{link.Document, link.Objective, link.KeyResult}
		p := placeOf(link.Document)
		line := t.line(p)
		if n := len(line); n > 0 && line[n-1].Document == link.Document {
			return standing{stop{p, n - 1}, x}, true
		}
		if s, ok := t.earlier(x); ok {
			return s, true
		}
	}
	s, ok := t.latest(a)
	if !ok {
		return s, false
	}
	s = t.onward(s)
	if s.nth < len(t.line(s.place))-1 {
		if now, ok := t.successor(s); ok {
			return now, true
		}
	}
	return s, true
}

// earlier is where something that stands in the files today was on the date, under
// whatever name; ok is false where it came later.
func (t *trail) earlier(x thing) (standing, bool) {
	whole := newTrail(t.ws, t.past, t.options)
	whole.all = true
	p := placeOf(x.document)
	line := whole.line(p)
	if len(line) == 0 || line[len(line)-1].Document != x.document {
		return standing{}, false
	}
	s := standing{stop{p, len(line) - 1}, x}
	for {
		if s.nth < len(t.line(s.place)) {
			return t.onward(s), true
		}
		whole.seen[s.stop] = true
		_, from := whole.back(s)
		if from == nil || whole.seen[from.stop] {
			return standing{}, false
		}
		s = *from
	}
}

// successor is what stands in the files today and once was a thing that left its own
// document.
func (t *trail) successor(s standing) (standing, bool) {
	for _, d := range t.ws.Documents {
		for x := range thingsOf(d, s.thing.kind()) {
			if _, moved := x.former(); !moved {
				continue
			}
			p := placeOf(d)
			line := t.line(p)
			if n := len(line); n > 0 && line[n-1].Document == d && t.leadsTo(standing{stop{p, n - 1}, x}, s) {
				return standing{stop{p, n - 1}, x}, true
			}
		}
	}
	return standing{}, false
}

// leadsTo reports whether a thing once was another one.
func (t *trail) leadsTo(now, then standing) bool {
	apart := *t
	apart.seen = make(map[stop]bool)
	for {
		apart.seen[now.stop] = true
		_, from := apart.back(now)
		switch {
		case from == nil || apart.seen[from.stop]:
			return false
		case *from == then:
			return true
		}
		now = *from
	}
}

// latest is the newest station of a document with something at an address in it.
func (t *trail) latest(a okr.Address) (standing, bool) {
	p := place{a.Team, a.Cycle}
	line := t.line(p)
	for i, s := range slices.Backward(line) {
		if x, ok := within(s.Document, a); ok {
			return standing{stop{p, i}, x}, true
		}
	}
	return standing{}, false
}

// onward follows a thing to the newest station of its document where it stands, under
// whatever name.
func (t *trail) onward(s standing) standing {
	line := t.line(s.place)
	for i := s.nth + 1; i < len(line); i++ {
		if d := line[i].Document; d != nil {
			if x, ok := s.thing.after(identify(t.of(s.thing.document), t.of(d))); ok {
				s = standing{stop{s.place, i}, x}
			}
		}
	}
	return s
}

// sameMeaning reports whether two documents say the same, wherever their files lie.
func (t *trail) sameMeaning(a, b *okr.Document) bool {
	if a == nil || b == nil {
		return false
	}
	r := t.compare(t.of(a), t.of(b), t.at)
	return !slices.ContainsFunc(r.changes, func(c *Change) bool { return c.Kind != Document || c.Field != "file" })
}

// mark says which entries show the published and the closed state.
func (t *trail) mark(r *LogReading, last standing) {
	cycle := t.order.cycles[last.place.cycle]
	if cycle == nil {
		return
	}
	if basis := t.past.Basis(cycle); basis.Revision != "" && basis.On <= t.at {
		r.Published = basis
		if e := t.stateOf(r.Entries, cycle.ID, basis, t.past.Published); e != nil {
			e.Published = true
		}
	}
	if basis := t.past.Closing(cycle); basis.Revision != "" && basis.On <= t.at {
		r.Closing = basis
		if e := t.stateOf(r.Entries, cycle.ID, basis, t.past.Closed); e != nil {
			e.Closed = true
		}
	}
}

// stateOf is the entry that shows a thing as it was in a known state of its cycle; nil
// where it was not there.
func (t *trail) stateOf(entries []*LogEntry, cycle string, basis okr.Basis, document func(team, cycle string) *okr.Document) *LogEntry {
	nth := make(map[place]int)
	for _, e := range entries {
		if e.at.cycle != cycle {
			continue
		}
		if _, known := nth[e.at]; !known {
			nth[e.at] = t.versionOf(e.at, basis, document(e.at.team, cycle))
		}
		switch {
		case e.nth > nth[e.at]:
		case e.left:
			return nil
		default:
			return e
		}
	}
	return nil
}

// versionOf is the number of the version that a document of a known state is: the one
// of that very commit, else the latest up to its day that says the same, else the
// first one after it; -1 where none does.
func (t *trail) versionOf(p place, basis okr.Basis, d *okr.Document) int {
	line := t.line(p)
	if d == nil {
		return -1
	}
	if i := slices.IndexFunc(line, func(s station) bool { return !s.current && s.Revision == basis.Revision }); i >= 0 {
		return i
	}
	for i, s := range slices.Backward(line) {
		if !s.current && s.On <= basis.On && t.sameMeaning(d, s.Document) {
			return i
		}
	}
	return slices.IndexFunc(line, func(s station) bool {
		return !s.current && cmp.Compare(s.On, basis.On) > 0 && t.sameMeaning(d, s.Document)
	})
}
