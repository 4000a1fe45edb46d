package report

import (
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

// AskOptions are what a report of asks is told beside the graph.
type AskOptions struct {
	// Findings are about files that could not be used as they are meant.
	Findings []diag.Finding
	// Files is how many files were read.
	Files int
	// Team is whose asks they are, with those of the teams below it; nil for all.
	Team *okr.Team
	// Revision is the commit that was read.
	Revision Revision
	// Path turns a path of the workspace into one of the data; Here into one that
	// people can open.
	Path, Here func(string) string
}

// wish is a dependency with its place.
type wish struct {
	*cascade.Ask
	file string
	line int
}

// Asks is the report of what teams want from each other: of a team what others want
// from it and what it wants from others, without one all there is. A graph that is nil
// is one of nothing: then there are only findings.
func Asks(g *cascade.Graph, options AskOptions) *Doc {
	if g == nil {
		doc := &Doc{Data: asksData(nil, nil, options)}
		doc.addFindings(options.Findings, options.Files)
		return doc
	}
	within := func(t *okr.Team) bool { return options.Team == nil || t != nil && t.Within(options.Team) }
	var all, ofUs, ofOthers, among []wish
	var pages source.Pages
	for _, a := range g.Asks() {
		asks, gives := within(a.From.Team), within(a.Team)
		if !asks && !gives {
			continue
		}
		file, span := a.Place()
		w := wish{a, file.Name, pages.Of(file).Position(span.Start).Line}
		all = append(all, w)
		switch {
		case options.Team == nil:
		case asks && gives:
			among = append(among, w)
		case gives:
			ofUs = append(ofUs, w)
		default:
			ofOthers = append(ofOthers, w)
		}
	}
	doc := &Doc{Title: asksTitle(g, options), Data: asksData(g, all, options), Records: askRecords(all, options)}
	doc.addFindings(options.Findings, options.Files)
	doc.add(askFacts(all))
	switch {
	case options.Team == nil:
		doc.add(asksTable("", all, options))
	default:
		doc.add(asksTable("What others want from "+teamName(options.Team), ofUs, options))
		doc.add(asksTable("What "+teamName(options.Team)+" wants from others", ofOthers, options))
		if len(among) > 0 {
			doc.add(asksTable("Among teams of "+teamName(options.Team), among, options))
		}
	}
	return doc
}

func asksTitle(g *cascade.Graph, options AskOptions) string {
	what := "who asks whom"
	if team := options.Team; team != nil {
		what = "asks of " + teamName(team) + " and to it"
	}
	parts := []string{what}
	if g.Workspace.Organization != "" {
		parts = []string{g.Workspace.Organization, what}
	}
	if g.Cycle != nil {
		parts = append(parts, cycleName(g.Cycle))
	}
	return strings.Join(append(parts, asOf(g.At.String(), options.Revision)), " · ")
}

// askFacts count the asks by their state.
func askFacts(all []wish) Facts {
	var tally askTally
	for _, w := range all {
		for i, look := range askStates {
			if look.state == w.State {
				tally[i]++
			}
		}
	}
	var facts Facts
	for i, look := range askStates {
		facts.Items = append(facts.Items, Fact{look.word, Cell{Text: strconv.Itoa(tally[i]), Number: strconv.Itoa(tally[i])}})
	}
	return facts
}

func asksTable(title string, wishes []wish, options AskOptions) Table {
	return Table{
		Title: title,
		Columns: []Column{
			{Name: "asks", Title: "Asks"},
			{Name: "gives", Title: "Gives"},
			{Name: "what", Title: "What is wanted", Wrap: true},
			{Name: "state", Title: "State"},
			{Name: "needed_by", Title: "Needed by", Kind: KindDate},
			{Name: "by", Title: "Promised", Kind: KindDate, Priority: 1},
			{Name: "for", Title: "For", Wrap: true, Priority: 4},
			{Name: "why", Title: "Said about it", Wrap: true, Priority: 3},
			{Name: "place", Title: "Written at", Kind: KindPlace, Priority: 2},
		},
		Empty: "nothing",
		Rows: eachRow(wishes, func(w wish) Row {
			said := w.Dependency.Note.V
			if why := refusal(w.Ask); why != "" {
				said = why
			}
			return Row{Cells: []Cell{
				Text(teamName(w.From.Team)), Text(askedName(w.Ask)), Text(askedFor(w.Ask)), stateCell(w.Ask),
				Text(neededBy(w.Ask).String()), Text(w.By().String()), Text(titleOf(w.From)), Text(said),
				Text(options.Here(w.file) + ":" + strconv.Itoa(w.line)),
			}}
		}),
	}
}

func asksData(g *cascade.Graph, all []wish, options AskOptions) Fields {
	var cycle, day any
	if g != nil {
		cycle, day = cycleData(g.Cycle), g.At.String()
	}
	return Fields{
		{"version", DataVersion},
		{"cycle", cycle},
		{"asks", Each(all, func(w wish) any {
			var team any
			if w.Team != nil {
				team = w.Team.ID.V
			}
			return Fields{
				{"from", w.From.Address()}, {"to", OrNull(askedAddress(w.Ask))}, {"team", team}, {"state", string(w.State)},
				{"needed_by", dayData(neededBy(w.Ask))}, {"by", dayData(w.By())}, {"declined", OrNull(refusal(w.Ask))},
				{"outside", OrNull(w.Dependency.Outside.V)}, {"path", options.Path(w.file)}, {"line", w.line},
				{"note", OrNull(w.Dependency.Note.V)}, {"answered_at", OrNull(answeredAt(w.Ask))},
			}
		})},
		{"findings", FindingsData(options.Findings)},
		{"as_of", day},
		{"rev", OrNull(options.Revision.Hash)},
	}
}

// answeredAt is the address of what bears the answer; empty where there is none.
func answeredAt(a *cascade.Ask) string {
	if a.Answer == nil {
		return ""
	}
	return a.Answer.Address()
}

func askRecords(all []wish, options AskOptions) *Records {
	columns := []string{"from", "to", "from_team", "team", "state", "needed_by", "by", "declined", "outside", "note", "answered_at", "path", "line"}
	return &Records{Columns: columns, Rows: func(yield func([]string) bool) {
		for _, w := range all {
			team := ""
			if w.Team != nil {
				team = w.Team.ID.V
			}
			row := []string{
				w.From.Address(), askedAddress(w.Ask), w.From.Team.ID.V, team, string(w.State), neededBy(w.Ask).String(), w.By().String(),
				refusal(w.Ask), w.Dependency.Outside.V, w.Dependency.Note.V, answeredAt(w.Ask), options.Path(w.file), strconv.Itoa(w.line),
			}
			if !yield(row) {
				return
			}
		}
	}}
}
