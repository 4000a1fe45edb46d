package okr

import (
	"strings"
)

// index finds things by their names.
type index struct {
	teams     map[string]*Team
	cycles    map[string]*Cycle
	documents map[documentKey]*Document
	// moved finds by its former address what stood elsewhere before.
	moved map[string]Link
}

type documentKey struct {
	team  *Team
	cycle *Cycle
}

// Index makes the workspace's things findable by name. Loading calls it once,
// when teams, cycles and documents stand; of two documents of one team and cycle
// the first is found.
func (w *Workspace) Index() {
	w.index = &index{
		teams:     make(map[string]*Team, len(w.Teams)),
		cycles:    make(map[string]*Cycle, len(w.Cycles)),
		documents: make(map[documentKey]*Document, len(w.Documents)),
		moved:     make(map[string]Link),
	}
	for _, t := range w.Teams {
		if _, taken := w.index.teams[t.ID.V]; !taken {
			w.index.teams[t.ID.V] = t
		}
	}
	for _, c := range w.Cycles {
		w.index.cycles[c.ID] = c
	}
	for _, d := range w.Documents {
		key := documentKey{d.Team, d.Cycle}
		if _, taken := w.index.documents[key]; !taken {
			w.index.documents[key] = d
		}
		w.index.follow(d)
	}
}

// follow notes the former addresses of what moved into a document.
func (x *index) follow(d *Document) {
	note := func(was string, to Link) {
		if _, taken := x.moved[was]; !taken && strings.Contains(was, "/") {
			to.Team, to.Cycle, to.Document = d.Team, d.Cycle, d
			x.moved[was] = to
		}
	}
	for o := range d.Every() {
		note(o.formerly(), Link{Objective: o})
		for _, k := range o.KeyResults {
			if k.Body != nil {
				note(k.Was.V, Link{Objective: o, KeyResult: k})
			}
		}
	}
}

// Team is the team with the id, or nil.
func (w *Workspace) Team(id string) *Team { return w.index.teams[id] }

// Cycle is the cycle with the id, or nil. A cycle that okr.yaml names, or a
// standard name that some document uses, is known; for another standard name ask
// the Calendar.
func (w *Workspace) Cycle(id string) *Cycle { return w.index.cycles[id] }

// Document is what a team wrote for a cycle, or nil.
func (w *Workspace) Document(team, cycle string) *Document {
	return w.index.documents[documentKey{w.index.teams[team], w.index.cycles[cycle]}]
}

// DocumentsOf are the documents of a cycle in the order of the teams.
func (w *Workspace) DocumentsOf(cycle *Cycle) []*Document {
	var found []*Document
	for _, d := range w.Documents {
		if d.Cycle == cycle {
			found = append(found, d)
		}
	}
	return found
}

// Within reports whether the team is the given one or stands below it.
func (t *Team) Within(above *Team) bool {
	for ; t != nil; t = t.Parent {
		if t == above {
			return true
		}
	}
	return false
}

// ObjectiveByID is the objective with the id, also a stopped one and one that
// had the id before it was renamed; nil where there is none.
func (d *Document) ObjectiveByID(id string) *Objective {
	for o := range d.Every() {
		if o.ID.V == id {
			return o
		}
	}
	for o := range d.Every() {
		if was(o.formerly(), id, d.Address) {
			return o
		}
	}
	return nil
}

// KeyResultByID is the key result with the id, also one that had it before it
// was renamed; nil where there is none.
func (o *Objective) KeyResultByID(id string) *KeyResult {
	for _, k := range o.KeyResults {
		if k.ID.V == id {
			return k
		}
	}
	for _, k := range o.KeyResults {
		if k.Body != nil && was(k.Was.V, id, o.Address) {
			return k
		}
	}
	return nil
}

// formerly is what stands in `was`.
func (o *Objective) formerly() string {
	if o.Background == nil {
		return ""
	}
	return o.Was.V
}

// was reports whether a former name, an id or a whole address, is the id in its
// place above.
func was(former, id string, above func() string) bool {
	place, last, address := cutLast(former)
	return former != "" && last == id && (!address || place == above())
}

// cutLast parts the last part of an address from those before it.
func cutLast(address string) (before, last string, ok bool) {
	i := strings.LastIndexByte(address, '/')
	if i < 0 {
		return "", address, false
	}
	return address[:i], address[i+1:], true
}

// DefaultCycle is the cycle that a reading without a choice is about, of those
// that have documents: the shortest that contains the date, else the
// latest that ended before it. Two of equal length are a tie that only the reader
// can decide; both are returned then. It is empty where there is neither.
func DefaultCycle(cycles []*Cycle, at Date) []*Cycle {
	var best []*Cycle
	better := func(c *Cycle, compare int) {
		switch {
		case len(best) == 0 || compare < 0:
			best = []*Cycle{c}
		case compare == 0:
			best = append(best, c)
		}
	}
	for _, c := range cycles {
		if c.Contains(at) {
			better(c, c.Days()-days(best))
		}
	}
	if len(best) > 0 {
		return best
	}
	for _, c := range cycles {
		if c.End < at {
			compare := int(ends(best) - c.End)
			if compare == 0 {
				compare = c.Days() - days(best)
			}
			better(c, compare)
		}
	}
	return best
}

func days(best []*Cycle) int {
	if len(best) == 0 {
		return 0
	}
	return best[0].Days()
}

func ends(best []*Cycle) Date {
	if len(best) == 0 {
		return 0
	}
	return best[0].End
}
