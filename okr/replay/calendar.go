package replay

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/okrs-as-code/okrs/okr"
)

// event is that something happens to a paper on a day.
type event struct {
	day   okr.Date
	label string    // whose commit it is
	team  *okr.Team // nil for files that are no documents
	turn  int       // the place among the commits of a day
	paper *paper
	words string // for the message; empty: nothing of note
	rank  int    // the place of the words in a message
}

// The days of a cycle, counted from its first day or, for closing, from its last
// one. Parents plan before their children, so that there is something to support.
const (
	setUp       = -4 // before the first plan
	planTop     = -14
	planBetween = -7
	planTeams   = -3
	connect     = 6 // whatever the plans of the others now answer
	closing     = 6
	spread      = 3 // days over which the teams plan and close
)

// events are all that happens, by day, then by the turn of the commit.
func (t *teller) events() []event {
	var all []event
	for _, p := range t.papers {
		all = append(all, t.eventsOf(p)...)
	}
	first := t.firstDay(all)
	for _, p := range t.papers {
		if p.document == nil {
			all = append(all, event{day: first, label: p.name, paper: p, words: "set up"})
		}
	}
	all = slices.DeleteFunc(all, func(e event) bool { return e.day > t.script.Until || e.day < first })
	for i := range all {
		t.assign(&all[i])
	}
	slices.SortStableFunc(all, func(a, b event) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.turn, b.turn), cmp.Compare(a.label, b.label),
			cmp.Compare(a.rank, b.rank), strings.Compare(a.paper.name, b.paper.name))
	})
	return all
}

// firstDay is when the workspace is set up.
func (t *teller) firstDay(all []event) okr.Date {
	first := t.script.Until
	for _, e := range all {
		first = min(first, e.day)
	}
	return weekday(first+setUp, -1)
}

// eventsOf are the events of a paper: those of its cycle, of the dates in it, and of
// the script.
func (t *teller) eventsOf(p *paper) []event {
	var all []event
	by := (*okr.Team)(nil)
	add := func(day okr.Date, rank int, words string) {
		e := event{day: day, label: p.name, team: by, paper: p, words: words, rank: rank}
		if by != nil {
			e.label = by.ID.V
		}
		all = append(all, e)
	}
	begin := okr.Date(0)
	if d := p.document; d != nil {
		begin, by = t.planned(d), d.Team
		for _, other := range p.sharing(t.workspace) {
			if day := t.planned(other); day >= begin {
				by = other.Team
				add(day, 1, "")
			}
		}
		by = d.Team
		add(begin, 0, "plan "+d.Cycle.ID)
		add(weekday(d.Cycle.Start+connect, 1), 1, "link "+d.Cycle.ID)
		for _, dated := range p.dates() {
			add(max(weekday(dated.on, 1), begin), dated.rank, dated.words)
		}
		add(max(weekday(t.script.Until, -1), begin), 1, "link "+d.Cycle.ID)
		p.closes = weekday(d.Cycle.End+closing+okr.Date(t.position(d.Team)%spread), 1)
		add(p.closes, 5, "close "+d.Cycle.ID)
	}
	for _, e := range p.episodes {
		if e.On > begin {
			add(e.On, 4, e.What)
		}
	}
	return all
}

// planned is the day of a document's first version.
func (t *teller) planned(d *okr.Document) okr.Date {
	at := t.position(d.Team)
	switch {
	case d.Team.Parent == nil:
		return weekday(d.Cycle.Start+planTop, 1)
	case len(d.Team.Children) > 0:
		return weekday(d.Cycle.Start+planBetween, 1)
	}
	return weekday(d.Cycle.Start+planTeams+okr.Date(at%spread), 1)
}

func (t *teller) position(team *okr.Team) int { return slices.Index(t.workspace.Teams, team) }

// assign gives an event its place on its day.
func (t *teller) assign(e *event) {
	switch {
	case e.team == nil:
	case e.day < t.script.Detailed:
		e.label, e.turn = "all teams", 1
	default:
		e.turn = 1 + t.position(e.team)
	}
}

// weekday is a day, or the next one in a direction on which people work.
func weekday(day okr.Date, direction okr.Date) okr.Date {
	for {
		switch moment(day, 12, 0).Weekday() {
		case time.Saturday, time.Sunday:
			day += direction
		default:
			return day
		}
	}
}

// message says whose commit it is and what is in it. Connections are worth words
// only where nothing else happened.
func message(events []event) string {
	var words, quiet []string
	for _, e := range events {
		into := &words
		if e.rank == 1 {
			into = &quiet
		}
		if e.words != "" && !slices.Contains(*into, e.words) {
			*into = append(*into, e.words)
		}
	}
	if len(words) == 0 {
		words = append(quiet, "edit")[:max(len(quiet), 1)]
	}
	return events[0].label + ": " + strings.Join(words, ", ")
}

// tag gives each cycle its tags: on the last day on which definitions may change
// freely, and when the last of its documents is closed.
func (t *teller) tag(steps []Step) {
	for _, cycle := range t.workspace.Cycles {
		closed := okr.Date(0)
		for _, p := range t.papers {
			if p.document != nil && p.document.Cycle.ID == cycle.ID {
				closed = max(closed, p.closes)
			}
		}
		if closed == 0 {
			continue // named by okr.yaml, used by no document
		}
		t.mark(steps, cycle.PublishBy(), Tag{Name: cycle.PublishTag(), Message: "Publish " + cycle.ID})
		t.mark(steps, closed, Tag{Name: cycle.CloseTag(), Message: "Close " + cycle.ID})
	}
}

// mark puts a tag on the last step up to a day.
func (t *teller) mark(steps []Step, day okr.Date, tag Tag) {
	if day > t.script.Until {
		return
	}
	tag.When = moment(day, 17, 0)
	for i := len(steps) - 1; i >= 0; i-- {
		if steps[i].When.Before(tag.When) {
			steps[i].Tags = append(steps[i].Tags, tag)
			return
		}
	}
}
