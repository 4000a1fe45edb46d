package diff

import (
	"cmp"
	"math"
	"slices"

	"github.com/okrs-as-code/okrs/okr"
)

// LogTeam reads what became of all documents that a team has or had for some cycles:
// their versions merged by date, the newest first. A commit that changed two documents
// has an entry for each. It fails with ErrNotFound where there are none.
func LogTeam(ws *okr.Workspace, past okr.History, team string, cycles []*okr.Cycle, options LogOptions) (*LogReading, error) {
	r := &LogReading{Address: team, Title: team, AsOf: options.At}
	if t := ws.Team(team); t != nil {
		r.Title = t.Name.Or(team)
	}
	var lists [][]*LogEntry
	found := false
	for _, c := range newestFirst(cycles) {
		one, err := Log(ws, past, okr.Address{Team: team, Cycle: c.ID}, options)
		if err != nil {
			continue // Log fails in no other way
		}
		found = true
		r.Later += one.Later
		r.Series = append(r.Series, one.Series...)
		lists = append(lists, one.Entries)
	}
	if !found {
		return nil, ErrNotFound
	}
	r.Entries = merged(lists)
	return r, nil
}

// newestFirst are cycles, each once, from the one that begins last.
func newestFirst(cycles []*okr.Cycle) []*okr.Cycle {
	sorted := slices.Clone(cycles)
	slices.SortStableFunc(sorted, func(a, b *okr.Cycle) int {
		return cmp.Or(cmp.Compare(b.Start, a.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.ID, b.ID))
	})
	return slices.CompactFunc(sorted, func(a, b *okr.Cycle) bool { return a.ID == b.ID })
}

// merged are the entries of several documents, each newest first, as one list. What
// stands in one order within a document keeps it; of the same day, what one commit did
// comes together, and else the list that stands first goes first.
func merged(lists [][]*LogEntry) []*LogEntry {
	var all []*LogEntry
	for {
		next := -1
		for i, list := range lists {
			if len(list) > 0 && (next < 0 || before(list[0], lists[next][0], all)) {
				next = i
			}
		}
		if next < 0 {
			return all
		}
		all, lists[next] = append(all, lists[next][0]), lists[next][1:]
	}
}

// before reports whether an entry is to be told before another one that stands first so
// far, after some that were told.
func before(e, first *LogEntry, told []*LogEntry) bool {
	if day, other := e.day(), first.day(); day != other {
		return day > other
	}
	if len(told) == 0 {
		return false
	}
	last := told[len(told)-1].Revision
	return e.Revision == last && first.Revision != last
}

// day is the civil date of an entry; what is not committed is later than any.
func (e *LogEntry) day() okr.Date {
	if e.Revision == "" {
		return math.MaxInt32
	}
	return e.On
}
