package okr

import (
	"strconv"
	"strings"
	"time"
)

// Cycle is a stretch of time for which teams set objectives.
type Cycle struct {
	ID, Name string
	// Start and End are its first and its last day.
	Start, End Date
	// Grace is for how many days targets may still settle after Start, and how
	// long readings may still come in after End.
	Grace int
}

// Days is the length of the cycle, both ends included.
func (c *Cycle) Days() int { return int(c.End-c.Start) + 1 }

// Contains reports whether the date lies in the cycle.
func (c *Cycle) Contains(d Date) bool { return c.Start <= d && d <= c.End }

// Includes reports whether the other cycle lies wholly within this one.
func (c *Cycle) Includes(other *Cycle) bool { return c.Start <= other.Start && other.End <= c.End }

// Overlaps reports whether the cycles share a day.
func (c *Cycle) Overlaps(other *Cycle) bool { return c.Start <= other.End && other.Start <= c.End }

// PublishBy is the last day on which a definition may change freely.
func (c *Cycle) PublishBy() Date { return c.Start + Date(c.Grace) - 1 }

// State is where a cycle stands at a date.
type State uint8

// The states in their order. Draft is before the start, Settling the grace after
// it, Closing the grace after the end.
const (
	Draft State = iota
	Settling
	Running
	Closing
	Closed
)

var stateNames = [...]string{"draft", "settling", "running", "closing", "closed"}

// String is the word for the state.
func (s State) String() string { return stateNames[s] }

// State is the state at a date, from the dates alone.
func (c *Cycle) State(at Date) State {
	switch {
	case at < c.Start:
		return Draft
	case at <= c.End && at <= c.PublishBy():
		return Settling
	case at <= c.End:
		return Running
	case at <= c.End+Date(c.Grace):
		return Closing
	default:
		return Closed
	}
}

// Calendar says how names of cycles become dates.
type Calendar struct {
	// FiscalYearStart is the month in which the first quarter begins, 1…12.
	FiscalYearStart int
	// NamedByStart names a fiscal year by the calendar year in which it begins,
	// instead of the one in which it ends.
	NamedByStart bool
	GraceDays    int // see Cycle.Grace
	CheckInEvery int // days between check-ins
}

// Cycle is the cycle that a standard name means: a fiscal year (2026), half
// (2026-H1), third (2026-T1), quarter (2026-Q3), or a calendar month (2026-07).
// ok is false for any other name.
func (c Calendar) Cycle(id string) (cycle *Cycle, ok bool) {
	name, part, divided := strings.Cut(id, "-")
	year, ok := digits(name, 4)
	if !ok || year == 0 {
		return nil, false
	}
	first := max(c.FiscalYearStart, 1)
	begins := year
	if first > 1 && !c.NamedByStart {
		begins--
	}
	if begins < 1 {
		return nil, false
	}
	if !divided {
		return c.span(id, begins, first, 12), true
	}
	if month, ok := digits(part, 2); ok {
		if month < 1 || month > 12 {
			return nil, false
		}
		return c.span(id, year, month, 1), true
	}
	if len(part) != 2 {
		return nil, false
	}
	number, parts := int(part[1]-'0'), 0
	switch part[0] {
	case 'H':
		parts = 2
	case 'T':
		parts = 3
	case 'Q':
		parts = 4
	}
	if number < 1 || number > parts {
		return nil, false
	}
	months := 12 / parts
	return c.span(id, begins, first+(number-1)*months, months), true
}

// digits reads a whole number of exactly so many digits.
func digits(text string, count int) (int, bool) {
	if len(text) != count || strings.Trim(text, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	return n, err == nil
}

func (c Calendar) span(id string, year, month, months int) *Cycle {
	return &Cycle{
		ID: id, Grace: c.GraceDays,
		Start: NewDate(year, time.Month(month), 1),
		End:   NewDate(year, time.Month(month+months), 0),
	}
}
