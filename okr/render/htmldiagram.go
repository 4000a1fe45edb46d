package render

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/report"
)

// What a drawn picture can hold and still be looked at.
const (
	drawnNodes = 300
	drawnLinks = 900
)

const drawnLeft = "The tables of this page have everything, and the format dot draws it."

// Diagram draws a picture and says the same as text below it.
func (h *htmlWriter) Diagram(b report.Diagram) {
	h.diagrams++
	id := pageID("d", h.diagrams)
	d := drawn(pictured(b).largest(drawnNodes, drawnLinks))
	view := diagramView{
		ID: id, Title: cmp.Or(pageText(b.Title), "Who supports whom"), LeftOut: d.leftOut(drawnLeft),
		Width: d.width, Height: d.height, Highlights: d.highlights(id),
	}
	view.Description = counted(len(d.nodes), "thing", "things") + " and " + counted(len(d.lines), "line", "lines") +
		" from left to right; what stands further left is supported by what stands further right. The list below says the same as text."
	view.draw(d)
	view.Legend = legendOf(d)
	view.Teams = d.asText(id)
	h.part("diagram", view)
}

// diagramView is a picture on a page.
type diagramView struct {
	ID, Title, Description, LeftOut string
	Width, Height                   int
	Highlights                      template.CSS
	Groups                          []boxView
	Curves                          []curveView
	Cards                           []cardView
	Labels                          []boxView
	Legend                          []legendView
	Teams                           []teamView
}

// textView is a line of text in a picture.
type textView struct {
	Class, Text string
	X, Y        int
}

// boxView is a box with lines of text: a group, or what is said at a line.
type boxView struct {
	ID, Class           string
	X, Y, Width, Height int
	Lines               []textView
}

// curveView is a line of a picture.
type curveView struct{ ID, Class, D, Head string }

// cardView is a thing of a picture, which leads to its entry in the list.
type cardView struct {
	ID, Class, Entry, Says, Tone string
	X, Y, Width, Height, Round   int
	ToneY, ToneHeight            int
	Lines                        []textView
}

func (v *diagramView) draw(d *drawing) {
	for c, column := range d.blocks {
		for _, b := range column {
			if len(b.units) > 0 {
				v.Groups = append(v.Groups, groupView(b, d.left[c]))
			}
		}
	}
	for _, c := range d.curves() {
		l := d.lines[c.line]
		v.Curves = append(v.Curves, curveView{lineID(v.ID, c.line), lineClass(l), c.d, lineHeads[lineKindOf(l)]})
		if len(c.said) > 0 {
			v.Labels = append(v.Labels, tagView(c, tagID(v.ID, c.line), l.Broken))
		}
	}
	for i := range d.cards {
		v.Cards = append(v.Cards, d.cardView(i, v.ID))
	}
}

func groupView(b *block, x int) boxView {
	view := boxView{X: x, Y: b.y, Width: columnWidth, Height: b.height}
	for i, text := range b.name {
		view.Lines = append(view.Lines, textView{Text: text, X: x + groupPad + 2, Y: b.y + groupPad + 9 + nameLine*i})
	}
	return view
}

func tagView(c curve, id string, broken bool) boxView {
	view := boxView{ID: id, Width: saidWidth(c.said), Height: tagLine*len(c.said) + 2}
	if broken {
		view.Class = "broken"
	}
	view.X, view.Y = c.at.x-view.Width/2, c.at.y-view.Height/2
	for i, text := range c.said {
		view.Lines = append(view.Lines, textView{Text: text, X: c.at.x, Y: view.Y + 11 + tagLine*i})
	}
	return view
}

// lineHeads are how lines end: in an arrow, an open arrow or a ring.
var lineHeads = [...]string{supports: "arrow", dependsOn: "open", shares: "ring"}

func lineClass(l line) string {
	class := [...]string{supports: "supports", dependsOn: "dependson", shares: "shares"}[lineKindOf(l)]
	if l.Broken {
		class += " broken"
	}
	return class
}

// rounds are how round the corners of a thing are: an objective's most.
func roundOf(kind report.DiagramKind) int {
	switch kind {
	case report.DiagramKeyResult:
		return 2
	case report.DiagramTeam:
		return 0
	default:
		return 9
	}
}

func (d *drawing) cardView(i int, id string) cardView {
	n, c := d.nodes[i], d.cards[i]
	view := cardView{
		ID: nodeID(id, i), Class: cardClass(n), Entry: entryID(id, i), Says: saysOf(n),
		X: c.x, Y: c.y, Width: c.width, Height: c.height, Round: roundOf(n.Kind),
	}
	if n.Tone.Word() != "" {
		view.Tone, view.ToneY, view.ToneHeight = toneClasses[n.Tone], c.y+10, c.height-20
	}
	y := c.y + cardPad + 10
	for _, part := range []struct {
		class string
		lines []string
		step  int
	}{{"title", c.title, titleLine}, {"fact", c.facts, factLine}, {"missing", c.gap, factLine}} {
		for _, text := range part.lines {
			view.Lines = append(view.Lines, textView{part.class, text, c.x + cardPad, y})
			y += part.step
		}
	}
	return view
}

func cardClass(n report.DiagramNode) string {
	class := "kind" + strings.ReplaceAll(kindWord(n.Kind), " ", "")
	if n.Gap != "" {
		class += " gap"
	}
	return class
}

func kindWord(kind report.DiagramKind) string {
	switch kind {
	case report.DiagramTeam:
		return "team"
	case report.DiagramKeyResult:
		return "key result"
	default:
		return "objective"
	}
}

// saysOf is a thing in words.
func saysOf(n report.DiagramNode) string {
	parts := []string{kindWord(n.Kind) + " " + pageText(n.Title)}
	for _, more := range []string{factLineOf(n), oneLine(n.Gap)} {
		if more != "" {
			parts = append(parts, pageSigns.Replace(more))
		}
	}
	return strings.Join(parts, ". ")
}

// legendView explains a kind of line, or of thing.
type legendView struct {
	Line              bool
	Class, Head, Text string
	Round             int
}

// legendOf explains what there is in a picture, and nothing else.
func legendOf(d *drawing) []legendView {
	var legend []legendView
	for kind, words := range [...]string{supports: "supports", dependsOn: "depends on", shares: "shares a key result"} {
		if at := slices.IndexFunc(d.lines, func(l line) bool { return lineKindOf(l) == lineKind(kind) }); at >= 0 {
			l := d.lines[at]
			l.Broken = false
			legend = append(legend, legendView{Line: true, Class: lineClass(l), Head: lineHeads[kind], Text: words})
		}
	}
	if slices.ContainsFunc(d.lines, func(l line) bool { return l.Broken }) {
		legend = append(legend, legendView{Line: true, Class: "broken", Head: "arrow", Text: "✗ something is wrong with it"})
	}
	for _, kind := range []report.DiagramKind{report.DiagramTeam, report.DiagramObjective, report.DiagramKeyResult} {
		if slices.ContainsFunc(d.nodes, func(n report.DiagramNode) bool { return kindWord(n.Kind) == kindWord(kind) }) {
			legend = append(legend, legendView{Class: "kind" + strings.ReplaceAll(kindWord(kind), " ", ""), Text: kindWord(kind), Round: min(roundOf(kind), 5)})
		}
	}
	if slices.ContainsFunc(d.nodes, func(n report.DiagramNode) bool { return n.Gap != "" }) {
		legend = append(legend, legendView{Class: "gap", Text: "△ something is missing", Round: 5})
	}
	return legend
}
