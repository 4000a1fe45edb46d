package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
)

// editGroup are the definitions that changed in one document, or in okr.yaml.
type editGroup struct {
	title string
	// parts are by objective; what is about the document as a whole has none.
	parts []*editPart
}

type editPart struct {
	objective *okr.Objective
	edits     []*edit
}

// groups are the definitions by document, in the order of the reading, and within
// it by objective, what matters most first.
func (v *diffView) groups() []*editGroup {
	var groups []*editGroup
	byTitle := make(map[string]*editGroup)
	for _, e := range v.edits {
		if title := e.group(); !e.aside() && byTitle[title] == nil {
			byTitle[title] = &editGroup{title: title}
			groups = append(groups, byTitle[title])
		}
	}
	type key struct{ title, objective string }
	parts := make(map[key]*editPart)
	for _, e := range v.definitions {
		at := key{e.group(), e.objectiveAddress()}
		if parts[at] == nil {
			parts[at] = &editPart{objective: cmp.Or(e.ObjectiveAfter, e.ObjectiveBefore)}
			g := byTitle[at.title]
			g.parts = append(g.parts, parts[at])
		}
		parts[at].edits = append(parts[at].edits, e)
	}
	return groups
}

// group names the document that the change is in.
func (e *edit) group() string {
	if e.Team == nil || e.Cycle == nil {
		return cmp.Or(e.path(), "okr.yaml")
	}
	return teamName(e.Team) + " · " + cycleName(e.Cycle)
}

// objectiveAddress is the address of the objective that the change is in; empty for
// what is about a document.
func (e *edit) objectiveAddress() string {
	if o := cmp.Or(e.ObjectiveAfter, e.ObjectiveBefore); o != nil {
		return o.Address()
	}
	return ""
}

// short is the address within its objective, else as a whole.
func (e *edit) short() string {
	if inner, within := strings.CutPrefix(e.Address, e.objectiveAddress()+"/"); within && e.objectiveAddress() != "" {
		return inner
	}
	return e.Address
}

// groupItems are the entries of a document: its objectives and below them what
// changed.
func (v *diffView) groupItems(g *editGroup) []Item {
	var items []Item
	for _, part := range g.parts {
		var changes []Item
		for _, e := range part.edits {
			changes = append(changes, Item{Spans: v.editSpans(e)})
		}
		if part.objective == nil {
			items = append(items, changes...)
			continue
		}
		items = append(items, Item{
			Spans: []Span{{Text: part.objective.ID.V, Tone: Strong}, {Text: " " + clipped(part.objective.Title.V, 160)}},
			Items: changes,
		})
	}
	return items
}

// editSpans say a change in a line.
func (v *diffView) editSpans(e *edit) []Span {
	spans := []Span{{Text: string(e.Verdict), Tone: Strong}, {Text: " "}}
	if short := e.short(); short != e.objectiveAddress() && short != e.path() {
		spans = append(spans, Span{Text: short, Code: true}, Span{Text: ": "})
	}
	spans = append(spans, Span{Text: e.what()})
	if declared := e.declaration(); declared.Text != "" {
		spans = append(spans, Span{Text: " · "}, declared)
	}
	if place := e.place(v.options.Here); place != "" {
		spans = append(spans, Span{Text: " · ", Tone: Muted}, Span{Text: place, Tone: Muted})
	}
	return spans
}

// place is where the change can be seen, as file and line; a file as it was before
// the change is named so.
func (e *edit) place(shown func(string) string) string {
	path := e.path()
	if path == "" {
		return ""
	}
	place := shown(path) + ":" + strconv.Itoa(e.line)
	if e.Place.Before {
		return "was at " + place
	}
	return place
}

// asideTitle is what stands over the changes that leave definitions as they are.
func (v *diffView) asideTitle() string {
	return "Words, places and readings: " + count(len(v.rest), "change", "changes")
}

// namedAside is how many of these are named.
const namedAside = 6

// restItems are a line for each kind of change that leaves definitions as they are.
func (v *diffView) restItems() []Item {
	var items []Item
	for _, edits := range sameVerdict(v.rest) {
		one, many := edits[0].phrase()
		spans := []Span{{Text: strconv.Itoa(len(edits)) + " " + numbered(len(edits), one, many), Tone: Strong}, {Text: ": "}}
		for i, e := range edits[:min(len(edits), namedAside)] {
			if i > 0 {
				spans = append(spans, Span{Text: ", "})
			}
			spans = append(spans, Span{Text: e.Address, Code: true})
		}
		if more := len(edits) - namedAside; more > 0 {
			spans = append(spans, Span{Text: " and " + strconv.Itoa(more) + " more"})
		}
		items = append(items, Item{Spans: spans})
	}
	return items
}

// sameVerdict are neighbours of one verdict.
func sameVerdict(edits []*edit) [][]*edit {
	var runs [][]*edit
	for len(edits) > 0 {
		end := slices.IndexFunc(edits, func(e *edit) bool { return e.Verdict != edits[0].Verdict })
		if end < 0 {
			end = len(edits)
		}
		runs, edits = append(runs, edits[:end]), edits[end:]
	}
	return runs
}
