package okr

// Missing says which part of an address leads nowhere.
type Missing uint8

// What can be missing, from the first part of an address to its last. A team and
// a cycle that exist may still have no document.
const (
	NothingMissing Missing = iota
	NoTeam
	NoCycle
	NoDocument
	NoObjective
	NoKeyResult
)

// Find follows an address: to a document where it stops at team/cycle, else to an
// objective or a key result, stopped ones and former names included, also where
// it moved to another place. The Link holds what was found up to the part that is
// missing. A standard cycle that no document uses is found as well, so that an
// address may name what is still to be written; it is then a cycle of its own
// and not one of the Workspace's.
func (w *Workspace) Find(a Address) (Link, Missing) {
	link, missing := w.follow(a)
	if missing == NothingMissing || missing < NoDocument {
		return link, missing
	}
	if to, ok := w.index.moved[a.String()]; ok {
		return to, NothingMissing
	}
	if a.KeyResult == "" {
		return link, missing
	}
	if missing == NoKeyResult { // its objective was renamed, and then it moved on
		if to, ok := w.index.moved[link.Objective.Address()+"/"+a.KeyResult]; ok {
			return to, NothingMissing
		}
	}
	above := a
	above.KeyResult = ""
	if to, ok := w.index.moved[above.String()]; ok {
		if to.KeyResult = to.Objective.KeyResultByID(a.KeyResult); to.KeyResult != nil {
			return to, NothingMissing
		}
		return to, NoKeyResult
	}
	return link, missing
}

// follow is Find for what stands where the address says.
func (w *Workspace) follow(a Address) (link Link, missing Missing) {
	if link.Team = w.Team(a.Team); link.Team == nil {
		return link, NoTeam
	}
	if link.Cycle = w.Cycle(a.Cycle); link.Cycle == nil {
		cycle, ok := w.Settings.Calendar.Cycle(a.Cycle)
		if !ok {
			return link, NoCycle
		}
		link.Cycle = cycle
	}
	if link.Document = w.Document(a.Team, a.Cycle); link.Document == nil {
		return link, NoDocument
	}
	if a.Objective == "" {
		return link, NothingMissing
	}
	if link.Objective = link.Document.ObjectiveByID(a.Objective); link.Objective == nil {
		return link, NoObjective
	}
	if a.KeyResult == "" {
		return link, NothingMissing
	}
	if link.KeyResult = link.Objective.KeyResultByID(a.KeyResult); link.KeyResult == nil {
		return link, NoKeyResult
	}
	return link, NothingMissing
}
