package load

import (
	"strings"
	"sync"
	"sync/atomic"

	"github.com/okrs-as-code/okrs/okr"
)

// desk is what all workers share: the register, the teams and the cycles.
type desk struct {
	*register
	options Options

	teams map[string]*okr.Team
	// order is the place of each team in the tree.
	order map[*okr.Team]int

	mu     sync.Mutex
	cycles map[string]*knownCycle
	// adopted are teams that only documents name, where the register is open.
	adopted map[string]*okr.Team

	// held is how many bytes of text are held, or were asked for in vain.
	held atomic.Int64
}

// mayHold reports whether so many more bytes of text may be held.
func (d *desk) mayHold(bytes int) bool {
	return d.options.Hold > 0 && d.held.Add(int64(bytes)) <= d.options.Hold
}

// knownCycle is a cycle that somebody asked for.
type knownCycle struct {
	cycle *okr.Cycle // nil where the name has no dates
	keep  bool       // its documents are kept whole
	used  bool       // a document or okr.yaml names it
}

func newDesk(r *register, options Options) *desk {
	return &desk{
		register: r, options: options,
		teams: make(map[string]*okr.Team), order: make(map[*okr.Team]int),
		cycles: make(map[string]*knownCycle), adopted: make(map[string]*okr.Team),
	}
}

// cycle is the cycle of the name. One name is always the same cycle, whoever
// asks, and the caller's choice of what to keep is asked once for each.
func (d *desk) cycle(id string, used bool) *knownCycle {
	d.mu.Lock()
	defer d.mu.Unlock()
	known := d.cycles[id]
	if known == nil {
		known = new(knownCycle)
		known.cycle, _ = d.settings.Calendar.Cycle(id)
		d.cycles[strings.Clone(id)] = known
		d.ask(known)
	}
	known.used = known.used || used
	return known
}

// name makes a cycle known with the dates that okr.yaml gives it.
func (d *desk) name(c *okr.Cycle) {
	known := &knownCycle{cycle: c, used: true}
	d.cycles[c.ID] = known
	d.ask(known)
}

func (d *desk) ask(known *knownCycle) {
	if known.cycle == nil {
		return
	}
	known.cycle.ID = strings.Clone(known.cycle.ID)
	known.keep = d.options.Keep == nil || d.options.Keep(known.cycle)
}

// team is the team of the id, or nil. Where the register could not be read as a
// whole, a team that a document names is taken at its word.
func (d *desk) team(id string) *okr.Team {
	if team := d.teams[id]; team != nil || !d.openTeams || id == "" {
		return team
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.adopted[id] == nil {
		id = strings.Clone(id)
		d.adopted[id] = &okr.Team{ID: okr.Text{V: id}, Name: okr.Text{V: id}}
	}
	return d.adopted[id]
}

// draft reports whether a cycle has not begun at the date of the reading.
func (d *desk) draft(c *okr.Cycle) bool {
	return c != nil && !d.options.AsOf.IsZero() && c.State(d.options.AsOf) == okr.Draft
}

// future reports whether a date has not come at the date of the reading.
func (d *desk) future(date okr.Date) bool {
	return !d.options.AsOf.IsZero() && date > d.options.AsOf
}
