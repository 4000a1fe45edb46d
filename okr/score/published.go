package score

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
)

// Memory is what a Past may know beyond the published states. A Past that has
// these methods dates what was added and knows the last readings of what is gone.
type Memory interface {
	// FirstSeen is the civil date on which the key result with the address first
	// stood in a file; zero where that is unknown.
	FirstSeen(address string) okr.Date
	// First is the version in which a key result that joined after publication
	// first stood in a file, by which it is official; nil where that is unknown.
	First(address string) *okr.KeyResult
	// Joined reports whether a team's document for a cycle came after publication.
	Joined(team, cycle string) bool
	// LastSeen is the last version of a key result that left the files, whatever it
	// was called then; nil where that is unknown.
	LastSeen(address string) *okr.KeyResult
	// Renamed are the addresses that versions after publication gave to the objective
	// or key result that had an address when it was published or joined, in order;
	// none where it kept it.
	Renamed(address string) []string
}

// publication is the published state of a cycle and how today's files relate to
// it. Where the files themselves decide, it has no documents.
type publication struct {
	basis     okr.Basis
	active    bool // there is a published state to compare with
	documents map[*okr.Team]*okr.Document
	memory    Memory

	// objectives and keyResults lead from today's to their published counterparts.
	objectives map[*okr.Objective]*okr.Objective
	keyResults map[*okr.KeyResult]*okr.KeyResult
	// found are the published key results that still stand in the files, where a
	// reference counts for the listing.
	found map[*okr.KeyResult]bool
	// today leads from a published objective to today's, and defined from a published
	// reference to what it refers to in today's files, where that still stands.
	today   map[*okr.Objective]*okr.Objective
	defined map[*okr.KeyResult]*okr.KeyResult
}

// published asks the past about a cycle. While the grace runs and no tag has
// ended it, the file itself is what is published.
func published(ws *okr.Workspace, past okr.Past, cycle *okr.Cycle, at okr.Date) *publication {
	p := &publication{basis: okr.Basis{By: okr.ByAmendments}}
	if past == nil {
		return p
	}
	basis := past.Basis(cycle)
	switch {
	case basis.By != okr.ByTag && basis.By != okr.ByHistory:
		return p // nothing was published that history knows of
	case basis.By == okr.ByHistory && cycle.State(at) <= okr.Settling:
		p.basis = okr.Basis{By: okr.ByHistory}
		return p
	}
	p.basis, p.active = basis, true
	p.memory, _ = past.(Memory)
	p.documents = make(map[*okr.Team]*okr.Document)
	p.objectives = make(map[*okr.Objective]*okr.Objective)
	p.keyResults = make(map[*okr.KeyResult]*okr.KeyResult)
	p.found = make(map[*okr.KeyResult]bool)
	p.today = make(map[*okr.Objective]*okr.Objective)
	p.defined = make(map[*okr.KeyResult]*okr.KeyResult)
	for _, t := range ws.Teams {
		if d := past.Published(t.ID.V, cycle.ID); d != nil {
			p.documents[t] = d
		}
	}
	m := &matching{publication: p, ws: ws, cycle: cycle, late: make(map[*okr.Document]bool)}
	m.match()
	return p
}

// vanished are the key results of a published objective that are gone.
func (p *publication) vanished(o *okr.Objective) []*okr.KeyResult {
	if o == nil {
		return nil
	}
	var gone []*okr.KeyResult
	for _, k := range o.KeyResults {
		if !p.found[k] {
			gone = append(gone, k)
		}
	}
	return gone
}

// news reports for an amendment whether the published version does not have it.
func news(then []okr.Amendment) func(*okr.Amendment) bool {
	return func(a *okr.Amendment) bool {
		return !slices.ContainsFunc(then, func(b okr.Amendment) bool {
			return a.Date.V == b.Date.V && a.Field.V == b.Field.V && a.From.Equal(b.From) && a.To.Equal(b.To)
		})
	}
}
