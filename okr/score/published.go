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
	// LastSeen is the last version of a key result that left the files; nil where
	// that is unknown.
	LastSeen(address string) *okr.KeyResult
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
	// today leads from a published objective to today's.
	today map[*okr.Objective]*okr.Objective
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
	for _, t := range ws.Teams {
		if d := past.Published(t.ID.V, cycle.ID); d != nil {
			p.documents[t] = d
		}
	}
	p.match(ws, cycle)
	return p
}

// match finds each published thing in today's files, under its address or where
// it was renamed or moved to. Definitions come first: a listing is found by what
// it refers to.
func (p *publication) match(ws *okr.Workspace, cycle *okr.Cycle) {
	var references []*okr.KeyResult
	for _, t := range ws.Teams {
		doc := p.documents[t]
		if doc == nil {
			continue
		}
		for o := range doc.Every() {
			address := okr.Address{Team: t.ID.V, Cycle: cycle.ID, Objective: o.ID.V}
			link, missing := ws.Find(address)
			if now := link.Objective; missing == okr.NothingMissing && link.Document.Cycle.ID == cycle.ID && p.objectives[now] == nil {
				p.objectives[now], p.today[o] = o, now
			}
			for _, k := range o.KeyResults {
				if k.IsRef() {
					references = append(references, k)
					continue
				}
				address.KeyResult = k.ID.V
				link, missing := ws.Find(address)
				if missing == okr.NothingMissing && link.Document.Cycle.ID == cycle.ID {
					p.pair(link.KeyResult, k)
				}
			}
		}
	}
	for _, k := range references {
		p.matchReference(ws, k)
	}
}

func (p *publication) matchReference(ws *okr.Workspace, k *okr.KeyResult) {
	now := p.today[k.Objective]
	if now == nil {
		return
	}
	definition := definitionOf(ws, k)
	for _, listed := range now.KeyResults {
		if listed.IsRef() && (listed.Address() == k.Address() || definition != nil && listed.Definition() == definition) {
			p.pair(listed, k)
			return
		}
	}
}

func (p *publication) pair(now, then *okr.KeyResult) {
	if p.keyResults[now] == nil {
		p.keyResults[now], p.found[then] = then, true
	}
}

// definitionOf is what a published reference refers to today; nil where that is gone.
func definitionOf(ws *okr.Workspace, k *okr.KeyResult) *okr.KeyResult {
	address, err := okr.ParseAddress(k.Address())
	if err != nil {
		return nil
	}
	link, missing := ws.Find(address)
	if missing != okr.NothingMissing {
		return nil
	}
	return link.KeyResult
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
