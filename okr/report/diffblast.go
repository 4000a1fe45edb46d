package report

import (
	"cmp"
	"strconv"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diff"
)

// namedReaches is how many things that lean on one changed thing are named in its
// line, namedTeams how many teams are asked to read.
const (
	namedReaches = 6
	namedTeams   = 12
)

// relationWords say what leans on a changed thing, as the thing has it.
var relationWords = map[diff.Relation]string{
	diff.Supports:  "is supported by",
	diff.Shares:    "is also listed by",
	diff.DependsOn: "is needed by",
	diff.Promised:  "has a promise of",
	diff.Carries:   "is continued by",
}

// relationSays say the same as what leans on it has it.
var relationSays = map[diff.Relation]string{
	diff.Supports:  "supports",
	diff.Shares:    "also lists",
	diff.DependsOn: "needs",
	diff.Promised:  "promised something to",
	diff.Carries:   "continues",
}

// reachItems are a line for each changed thing that others lean on.
func (v *diffView) reachItems() []Item {
	var items []Item
	reaches := v.Blast.Reaches
	for len(reaches) > 0 {
		n := 1
		for n < len(reaches) && reaches[n].Changed == reaches[0].Changed {
			n++
		}
		items = append(items, Item{Spans: reachSpans(reaches[:n])})
		reaches = reaches[n:]
	}
	return items
}

func reachSpans(reaches []diff.Reach) []Span {
	spans := []Span{{Text: reaches[0].Changed, Code: true}}
	var how diff.Relation
	for i, reach := range reaches[:min(len(reaches), namedReaches)] {
		switch {
		case reach.How != how:
			if i > 0 {
				spans = append(spans, Span{Text: ";"})
			}
			how = reach.How
			spans = append(spans, Span{Text: " " + cmp.Or(relationWords[how], "is leant on by") + " "})
		default:
			spans = append(spans, Span{Text: ", "})
		}
		spans = append(spans, Span{Text: reach.By, Code: true})
	}
	if more := len(reaches) - namedReaches; more > 0 {
		spans = append(spans, Span{Text: " and " + strconv.Itoa(more) + " more"})
	}
	return spans
}

// askSpans say who should read the change; nil where nobody else is concerned.
func (v *diffView) askSpans() []Span {
	teams := v.Blast.Teams
	if len(teams) == 0 {
		return nil
	}
	spans := []Span{{Text: "Ask to read:", Tone: Strong}, {Text: " "}}
	for i, team := range teams[:min(len(teams), namedTeams)] {
		if i > 0 {
			spans = append(spans, Span{Text: ", "})
		}
		spans = append(spans, teamSpans(team)...)
	}
	if more := len(teams) - namedTeams; more > 0 {
		spans = append(spans, Span{Text: " and " + count(more, "more team", "more teams")})
	}
	return spans
}

// teamSpans are the handle of a team, by which it is asked, and its name.
func teamSpans(team *okr.Team) []Span {
	name := clipped(teamName(team), 80)
	if team.Handle.V == "" {
		return []Span{{Text: name}}
	}
	return []Span{{Text: clipped(team.Handle.V, 120), Code: true}, {Text: " (" + name + ")"}}
}
