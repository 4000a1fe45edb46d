package report

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
)

// askState is how a state of a dependency is shown.
type askState struct {
	state cascade.State
	glyph string
	word  string
	tone  Tone
}

// askStates are the states in the order in which they are counted and explained.
var askStates = [...]askState{
	{cascade.Agreed, "●", "agreed", Good},
	{cascade.Open, "○", "open", Middling},
	{cascade.Late, "◐", "late", Middling},
	{cascade.Declined, "✕", "declined", Bad},
	{cascade.Outside, "◇", "outside", None},
}

func lookOf(state cascade.State) askState {
	for _, s := range askStates {
		if s.state == state {
			return s
		}
	}
	return askState{state: state, glyph: "?", word: string(state)}
}

// stateWord is the state of a dependency in a word; an open one says when there is
// nobody yet who could answer.
func stateWord(a *cascade.Ask) string {
	switch {
	case a.Dangling:
		return "leads nowhere"
	case a.State == cascade.Open && a.Dependency.On.Document == nil && a.Team != nil:
		return "open, no document yet"
	}
	return lookOf(a.State).word
}

func stateCell(a *cascade.Ask) Cell {
	look := lookOf(a.State)
	return Cell{Text: stateWord(a), Glyph: look.glyph, Tone: look.tone}
}

// askedName is who is asked, or where that is nobody of the register what was written.
func askedName(a *cascade.Ask) string {
	switch {
	case a.Team != nil:
		return teamName(a.Team)
	case a.State == cascade.Outside:
		return "outside"
	}
	return a.Dependency.On.Address.V
}

// askedFor is what is wanted: the title of it, else the note or what is wanted outside.
func askedFor(a *cascade.Ask) string {
	switch {
	case a.State == cascade.Outside:
		return a.Dependency.Outside.V
	case a.To != nil && a.To.Kind != cascade.Team:
		return titleOf(a.To)
	case a.Dependency.Note.V != "":
		return a.Dependency.Note.V
	}
	return a.Dependency.On.Address.V
}

// askedAddress is the address of what is wanted, as it is today: what was written may be
// a former one. It is empty outside.
func askedAddress(a *cascade.Ask) string {
	if a.To != nil && a.To.Kind != cascade.Team {
		return a.To.Address()
	}
	return a.Dependency.On.Address.V
}

// refusal is the reason why an ask was declined; empty where it was not.
func refusal(a *cascade.Ask) string {
	if a.State != cascade.Declined || a.Answer == nil {
		return ""
	}
	return a.Answer.Enable.Declined.V
}

// dayData is a date of the JSON output, null where there is none.
func dayData(d okr.Date) any { return OrNull(d.String()) }

// neededBy is the day on which it is needed, where the file writes one: the end of the
// cycle, which decides whether an answer is late, is nobody's word.
func neededBy(a *cascade.Ask) okr.Date { return a.Dependency.NeededBy.V }
