package diff

import "github.com/okrs-as-code/okrs/okr"

// Options are what a comparison is told beside the two states. The zero value compares
// everything by dates alone, on the day zero.
type Options struct {
	// Cycle is what Reading.Total is about; nil for the default.
	Cycle *okr.Cycle
	// At is the civil date at which both states are read.
	At okr.Date
	// Settled reports that the published state of a cycle is fixed although its grace
	// still runs, as where a tag has ended it. Nil: by dates alone.
	Settled func(*okr.Cycle) bool
	// NoPolicy leaves out what okr.yaml says, because that of one state could not be
	// read: what stands in its place are defaults, and no change of anybody's. Scores
	// of both states are then read by the settings of the later one.
	NoPolicy bool
}

// Read compares two states of a workspace at a date; cycle chooses what Total is about,
// nil for the default. It is the short form of ReadWith.
func Read(before, after *okr.Workspace, cycle *okr.Cycle, at okr.Date) *Reading {
	return ReadWith(before, after, Options{Cycle: cycle, At: at})
}

// ReadWith compares two states of a workspace. The states are only read. Each may be a
// part of its workspace, as long as both are the same part: what is in one alone has
// been added or dropped. So a document that cannot be read in one of the states is best
// left out of both.
func ReadWith(before, after *okr.Workspace, options Options) *Reading {
	r := &reader{
		before: before, after: after, at: options.At, settled: options.Settled, noPolicy: options.NoPolicy,
		same: identify(before, after), order: orderOf(before, after),
		touched:              make(map[place]bool),
		reweightedObjectives: make(map[*okr.Objective]bool), reweightedKeyResults: make(map[*okr.KeyResult]bool),
	}
	if options.NoPolicy {
		r.before = part(before, before.Documents)
		r.before.Settings = after.Settings
	} else {
		r.policies()
	}
	for _, d := range after.Documents {
		r.document(r.same.documents.toBefore[d], d)
	}
	for _, d := range before.Documents {
		if r.same.documents.toAfter[d] == nil {
			r.goneDocument(d)
		}
	}
	r.sort()
	reading := &Reading{Before: before, After: after, AsOf: options.At, Changes: r.changes}
	reading.Blast = r.blast()
	r.attribute(reading, options.Cycle)
	return reading
}
