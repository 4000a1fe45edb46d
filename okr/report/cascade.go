package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/score"
)

// CascadeOptions are what a report of who supports whom is told beside the graph.
type CascadeOptions struct {
	// Readings are those of the cycles that the graph shows; nodes of others have no
	// score.
	Readings []*score.Reading
	// Findings are about files that could not be used as they are meant, and about
	// objectives that support each other in a ring.
	Findings []diag.Finding
	// Files is how many files were read.
	Files int
	// Team asks for that team and those below it; nil for all.
	Team *okr.Team
	// From asks for what is at most Hops links away from these nodes, in both
	// directions; empty for all.
	From []*cascade.Node
	Hops int
	// Depth is how many levels of teams the tree, the tables and the picture show,
	// counted from the topmost that is shown; 0 for all. Gaps and data keep everything.
	Depth int
	// Width is how many cells there are for a matrix; 0 for any number.
	Width int
	// Revision is the commit that was read.
	Revision Revision
}

// Cascade is the report of who supports whom: what is missing first, then the tree of
// teams and objectives, what the teams do for the objectives above them, who asks
// whom, and objectives that roll through shorter cycles. Nothing is added up along the
// links, and nobody is ranked. A graph that is nil is one of nothing: then there are
// only findings.
func Cascade(g *cascade.Graph, options CascadeOptions) *Doc {
	if g == nil {
		doc := &Doc{Data: emptyCascade(options)}
		doc.addFindings(options.Findings, options.Files)
		return doc
	}
	v := newView(g, options)
	doc := &Doc{Title: v.title(), Data: v.data(), Records: v.records()}
	doc.addFindings(options.Findings, options.Files)
	doc.add(v.facts())
	doc.addGaps(v)
	doc.add(v.diagram())
	doc.add(Heading{Level: 2, Text: "Who supports whom"})
	doc.add(v.treeTable())
	doc.add(Paragraph{Plain("⇄ a key result that several teams have together; ↑ stands in another place; ▲ something is missing")})
	doc.addCoverage(v)
	doc.addAsks(v)
	doc.addRolling(v)
	return doc
}

// addFindings says what the files themselves got wrong.
func (d *Doc) addFindings(findings []diag.Finding, files int) {
	if len(findings) == 0 {
		return
	}
	summary := Summarize(findings, files)
	d.add(Findings{Items: findings, Summary: &summary})
	d.add(Note{Tone: NoteProblem, Text: "What these findings are about is not in the picture below, or not as it is meant."})
}

func (v *view) title() string {
	parts := []string{v.graph.Workspace.Organization}
	if v.graph.Cycle != nil {
		parts = append(parts, cycleName(v.graph.Cycle))
	}
	if v.options.Team != nil {
		parts = append(parts, teamName(v.options.Team))
	}
	if len(v.options.From) > 0 {
		parts = append(parts, "around "+v.options.From[0].Address())
	}
	parts = append(parts, asOf(v.graph.At.String(), v.options.Revision))
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), " · ")
}

// facts say how much there is.
func (v *view) facts() Facts {
	objectives, stopped := 0, 0
	teams := make(map[*okr.Team]bool)
	shared := 0
	for _, n := range v.graph.Nodes {
		switch {
		case n.Beyond || !v.in(n):
		case n.Kind == cascade.Objective && n.Stopped:
			stopped++
		case n.Kind == cascade.Objective:
			objectives++
			teams[n.Team] = true
		case n.Kind == cascade.KeyResult && len(v.graph.Sharers(n)) > 0:
			shared++
		}
	}
	items := []Fact{
		{"objectives", Text(count(objectives, "objective", "objectives") + " of " + count(len(teams), "team", "teams"))},
		{"shared", Text(count(shared, "key result", "key results"))},
	}
	if stopped > 0 {
		items = append(items, Fact{"stopped", Text(strconv.Itoa(stopped))})
	}
	if v.asked != nil {
		items = append(items, Fact{"state", Text(stateSentence(v.asked))})
	}
	return Facts{Items: items}
}
