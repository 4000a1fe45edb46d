package render

import (
	"io"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr/report"
)

// dotWriter prints a picture in the language of Graphviz
// (https://graphviz.org/doc/info/lang.html). Lines go from what supports to what it
// supports, and the drawing runs from right to left, so that what is supported stands
// on the left. Kinds differ in form and in words: colour is never alone.
type dotWriter struct{ *sink }

const dotHead = `  graph [rankdir=RL, newrank=true, ranksep=0.9, nodesep=0.25, splines=true, fontname="Helvetica,Arial,sans-serif", fontsize=11, labelloc=t];
  node [shape=box, style=rounded, fontname="Helvetica,Arial,sans-serif", fontsize=11, margin="0.15,0.08", color="#4a5361", fontcolor="#1c2024"];
  edge [fontname="Helvetica,Arial,sans-serif", fontsize=9, color="#4a5361", fontcolor="#1c2024", arrowsize=0.7];
`

// dotCells is how long a line of text in a box may be.
const dotCells = 34

func writeDOT(w io.Writer, doc *report.Doc, _ Style) error {
	d := dotWriter{newSink(w)}
	p := wholePicture(doc)
	d.raw("digraph okr {\n", dotHead)
	if p.title != "" {
		d.raw("  label=", dotQuoted(cutEnd(oneLine(p.title), 200)), ";\n")
	}
	if len(p.nodes) == 0 {
		d.raw("  // There is nothing to draw.\n")
	}
	groups := 0
	d.cluster(p, p.clusters(), "  ", &groups)
	d.columns(p)
	for _, l := range p.lines {
		if d.failed() {
			break
		}
		d.raw("  ", dotName(l.from), " -> ", dotName(l.to), dotLine(l), ";\n")
	}
	d.raw("}\n")
	return d.close()
}

// cluster prints a group: its things, and the groups within it in boxes.
func (d dotWriter) cluster(p picture, c *cluster, indent string, groups *int) {
	for _, i := range c.nodes {
		d.raw(indent, dotName(i), dotBox(p.nodes[i]), ";\n")
	}
	for _, in := range c.within {
		if d.failed() {
			return
		}
		*groups++
		d.raw(indent, "subgraph cluster_", strconv.Itoa(*groups), " {\n")
		d.raw(indent, "  label=", dotQuoted(dotWrapped(in.name)), `; labeljust=r; style=rounded; color="#8a93a0";`, "\n")
		d.cluster(p, in, indent+"  ", groups)
		d.raw(indent, "}\n")
	}
}

// columns keeps things below each other that stand in the same column.
func (d dotWriter) columns(p picture) {
	columns, count := p.columns()
	names := make([][]string, count)
	for i, c := range columns {
		names[c] = append(names[c], dotName(i))
	}
	for c, column := range names {
		rank := "same"
		if c == 0 {
			rank = "max"
		}
		if count > 1 {
			d.raw("  {rank=", rank, "; ", strings.Join(column, "; "), "}\n")
		}
	}
}

func dotName(number int) string { return "n" + strconv.Itoa(number+1) }

// dotBox is how a thing looks: a folder for a team, round corners for an objective,
// sharp ones for a key result, and a broken border where something is missing.
func dotBox(n report.DiagramNode) string {
	text := dotWrapped(n.Title)
	for _, more := range []string{factLineOf(n), gapLineOf(n)} {
		if more != "" {
			text += "\n" + dotWrapped(more)
		}
	}
	var styles []string
	shape := ""
	switch n.Kind {
	case report.DiagramTeam:
		shape = ", shape=folder"
	case report.DiagramKeyResult:
	default:
		styles = append(styles, "rounded")
	}
	if n.Gap != "" {
		styles = append(styles, "dashed", "bold")
	}
	return " [label=" + dotQuoted(text) + shape + ", style=" + dotQuoted(strings.Join(styles, ",")) +
		", tooltip=" + dotQuoted(oneLine(n.ID)) + "]"
}

// dotLine is how a line looks: whole for support, broken for a dependency, dotted for
// sharing, and ending in a bar where something is wrong. Only support says who stands
// left of whom.
func dotLine(l line) string {
	var attributes []string
	head := ""
	switch lineKindOf(l) {
	case dependsOn:
		attributes, head = append(attributes, "style=dashed", "constraint=false"), "vee"
	case shares:
		attributes, head = append(attributes, "style=dotted", "constraint=false"), "odot"
	}
	if l.Broken {
		attributes, head = append(attributes, "penwidth=2", `color="#b42318"`), "tee"
	}
	if head != "" {
		attributes = append(attributes, "arrowhead="+head)
	}
	if text := labelOf(l, true); text != "" {
		attributes = append(attributes, "label="+dotQuoted(dotWrapped(text)))
	}
	if len(attributes) == 0 {
		return ""
	}
	return " [" + strings.Join(attributes, ", ") + "]"
}

// dotWrapped is a text of others in lines of a length that boxes look good with.
func dotWrapped(text string) string {
	return strings.Join(wrapText(oneLine(text), dotCells, dotCells), "\n")
}

// dotQuoted is harmless lines as a string of Graphviz. A quote would end it; behind a
// backslash the name of the graph, a thing or a line would be put in; and an ampersand
// would open a character of HTML. It is never read as markup: only what stands between
// angle brackets instead of quotes is.
func dotQuoted(text string) string { return `"` + dotSigns.Replace(text) + `"` }

var dotSigns = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "&", "&amp;", "\n", `\n`)
