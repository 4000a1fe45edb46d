package diff

import (
	"errors"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// LogReading is the way of one objective, key result or document through its versions,
// or of all documents of a team.
type LogReading struct {
	// Address is what it is called today, or was called last; of a team its id.
	Address string
	// Title is its sentence; of a document or a team the name of the team.
	Title string
	File  string // in which it stands or stood last, in the workspace; empty for a team
	AsOf  okr.Date
	// Entries are the versions in which something of it changed, newest first; none
	// without a history.
	Entries []*LogEntry
	// Later is how many versions of its documents were committed after the date; they
	// have not happened.
	Later int
	// Gone says that it is not in the files as they are read; never of a team.
	Gone bool
	// Continues is what it carries on, as the file says; empty where it says nothing.
	Continues string
	// Published and Closing are what the published and the closed state of its cycle
	// rest on; each is the zero Basis where no commit is known, and for a team, which has
	// many cycles.
	Published, Closing okr.Basis
	// Series are the readings of its key results as it is today, or was last, in the
	// order of the file.
	Series []Series
}

// LogEntry is a version in which something changed.
type LogEntry struct {
	Revision string   // full hash of the commit; empty for what is not committed
	On       okr.Date // the civil date of the commit; zero for what is not committed
	Path     string   // of the file in the workspace
	// Address is what the thing was called then.
	Address string
	// Changes are in the order of the file, read as of the day of the version.
	Changes []*Change
	// AmendedScore is the score by the version's own definitions on its day, 0…1, whatever
	// was published; nil where it is unknown, for guardrails, and where the thing left.
	AmendedScore *metric.Number
	// Published says that the thing was published as this version has it; Closed that
	// the cycle was closed on it.
	Published, Closed bool

	at   place
	nth  int // the place among the versions of the document
	left bool
}

// LogOptions say as of when a log is read.
type LogOptions struct {
	At okr.Date
	// Unusable reports whether a file as it is read is too broken to tell what stands
	// in it; nil for none. What cannot be read did not leave.
	Unusable func(path string) bool
}

// ErrNotFound says that an address leads to nothing, neither today nor in the past.
var ErrNotFound = errors.New("nothing has or had that address")

// Log reads what became of the thing with an address: today's, a former one, or that
// of something which left the files. Identity is followed through renames and moves.
// Versions that only wrote it differently are left out. The past may be nil; then
// there are the readings of the files alone. It fails with ErrNotFound.
func Log(ws *okr.Workspace, past okr.History, address okr.Address, options LogOptions) (*LogReading, error) {
	t := newTrail(ws, past, options)
	last, ok := t.resolve(address)
	if !ok {
		return nil, ErrNotFound
	}
	r := &LogReading{
		Address: last.thing.address(), Title: last.thing.title(), AsOf: t.at, Later: t.later[last.place],
		File: t.line(last.place)[last.nth].Path, Continues: last.thing.continues(), Series: t.series(last),
	}
	if past == nil {
		return r, nil
	}
	for i, e := range t.walk(last) {
		r.Gone = r.Gone || i == 0 && e.left
		if len(e.Changes) > 0 {
			r.Entries = append(r.Entries, e)
		}
	}
	t.mark(r, last)
	return r, nil
}
