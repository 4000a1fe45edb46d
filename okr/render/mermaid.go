package render

import (
	"cmp"
	"io"
	"sort"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/okrs-as-code/okrs/okr/report"
)

// What pages that draw Mermaid refuse to go beyond: GitHub, GitLab and Mermaid itself
// take 500 lines and 50,000 characters, counted in UTF-16 units.
const (
	mermaidLines      = 500
	mermaidCharacters = 50_000
	// mermaidNodes is how many boxes can still be found on a page.
	mermaidNodes = 400
	// mermaidCells is how long the text of one part of a box may be.
	mermaidCells = 160
)

// mermaidLeft says where the rest of a picture is.
const mermaidLeft = "The format dot draws all of them."

func writeMermaid(w io.Writer, doc *report.Doc, _ Style) error {
	out := newSink(w)
	for _, text := range mermaidDrawing(wholePicture(doc)) {
		out.raw(text, "\n")
	}
	return out.close()
}

// mermaidDrawing is a picture as lines of Mermaid, the largest part of it that fits.
func mermaidDrawing(p picture) []string {
	p = p.largest(mermaidNodes, len(p.lines))
	drawn := func(nodes int) []string { return mermaidLinesOf(p.largest(nodes, mermaidLines)) }
	most := len(p.nodes)
	whole := drawn(most)
	if mermaidLength(whole) <= mermaidCharacters {
		return whole
	}
	fewer := sort.Search(most, func(i int) bool { return mermaidLength(drawn(most-1-i)) <= mermaidCharacters })
	return drawn(most - 1 - fewer)
}

func mermaidLength(lines []string) int {
	length := 0
	for _, text := range lines {
		length++
		for _, r := range text {
			length += max(utf16.RuneLen(r), 1)
		}
	}
	return length
}

// mermaidLinesOf draws from right to left, so that what is supported stands on the
// left and arrows point at it. No colour is set but for strokes, which can be seen on
// white and on black; the rest follows the page.
func mermaidLinesOf(p picture) []string {
	m := &mermaidWriter{picture: p}
	m.add("flowchart RL")
	if p.title != "" {
		m.add("  accTitle: " + mermaidText(p.title))
	}
	m.cluster(p.clusters())
	if left := p.leftOut(mermaidLeft); left != "" {
		m.add(`  left>"` + mermaidText(left) + `"]`)
	}
	var broken []string
	for i, l := range p.lines {
		m.add("  " + mermaidName(l.from) + mermaidArrow(l) + mermaidName(l.to))
		if l.Broken {
			broken = append(broken, strconv.Itoa(i))
		}
	}
	if len(broken) > 0 {
		m.add("  linkStyle " + strings.Join(broken, ",") + " stroke:#d14334,stroke-width:3px")
	}
	if len(m.gaps) > 0 {
		m.add("  classDef gap stroke:#c77700,stroke-width:3px,stroke-dasharray:7 4")
		m.add("  class " + strings.Join(m.gaps, ",") + " gap")
	}
	if len(p.nodes) == 0 {
		m.add("  %% There is nothing to draw.")
	}
	return m.out
}

type mermaidWriter struct {
	picture
	out    []string
	gaps   []string
	groups int
}

func (m *mermaidWriter) add(text string) { m.out = append(m.out, text) }

// cluster prints a group with its things, and behind it those within it: groups in
// groups leave Mermaid little freedom, and lines run far around them.
func (m *mermaidWriter) cluster(c *cluster) {
	grouped := c.name != "" && len(c.nodes) > 0
	if grouped {
		m.groups++
		m.add("  subgraph g" + strconv.Itoa(m.groups) + `["` + cmp.Or(mermaidText(c.name), " ") + `"]`)
	}
	for _, i := range c.nodes {
		m.add("    " + mermaidName(i) + mermaidBox(m.nodes[i]))
		if m.nodes[i].Gap != "" {
			m.gaps = append(m.gaps, mermaidName(i))
		}
	}
	if grouped {
		m.add("  end")
	}
	for _, in := range c.within {
		m.cluster(in)
	}
}

func mermaidName(number int) string { return "n" + strconv.Itoa(number+1) }

// mermaidBox is the form and the text of a thing: a box in a box for a team, round
// corners for an objective, sharp ones for a key result.
func mermaidBox(n report.DiagramNode) string {
	text := cmp.Or(mermaidText(n.Title), " ")
	for _, more := range []string{factLineOf(n), gapLineOf(n)} {
		if more = mermaidText(more); more != "" {
			text += "<br/>" + more
		}
	}
	switch n.Kind {
	case report.DiagramTeam:
		return `[["` + text + `"]]`
	case report.DiagramKeyResult:
		return `["` + text + `"]`
	default:
		return `("` + text + `")`
	}
}

// mermaidArrow is a line: whole for support, dotted for a dependency, thick for
// sharing, and ending in a cross where something is wrong.
func mermaidArrow(l line) string {
	arrows := [...]string{supports: " -->", dependsOn: " -.->", shares: " ==>"}
	if l.Broken {
		arrows = [...]string{supports: " --x", dependsOn: " -.-x", shares: " ==x"}
	}
	arrow := arrows[lineKindOf(l)]
	if text := mermaidText(labelOf(l, true)); text != "" {
		arrow += `|"` + text + `"|`
	}
	return arrow + " "
}

// mermaidBreak is a character without width. Mermaid turns numbers back into signs
// before it looks for line breaks (\n), formulas ($$) and icons (fa:fa-bell), so that
// those need something between.
const mermaidBreak = "#8203;"

// mermaidMarks are what Mermaid itself writes while it reads, for a sign that is written
// as its number. It would take the same in a text for one of its own.
var mermaidMarks = strings.NewReplacer("\ufb02", "fl", "\u00b6\u00df", "\u00b6"+mermaidBreak+"\u00df")

// mermaidText is a text of others between quotes. Labels are read as Markdown, may
// hold HTML, and are searched for directives, icons and formulas, so that every sign
// that could mean something is written as its number, and letters stay. A number with
// a point at the beginning would open a list.
func mermaidText(text string) string {
	text = cutEnd(oneLine(text), mermaidCells)
	var out strings.Builder
	for i := 0; i < len(text); i++ {
		c := text[i]
		if wordByte(c) && c != '_' || c == ' ' || c == ',' || mermaidQuiet(text, i) {
			out.WriteByte(c)
			continue
		}
		out.WriteString("#" + strconv.Itoa(int(c)) + ";")
		if c == '\\' || c == '$' || c == ':' && i+1 < len(text) && text[i+1] != ' ' {
			out.WriteString(mermaidBreak)
		}
	}
	return mermaidMarks.Replace(out.String())
}

// mermaidQuiet reports whether a hyphen or a point stands within a word, or a point
// behind one.
func mermaidQuiet(text string, i int) bool {
	if c := text[i]; c != '-' && c != '.' || i == 0 || !wordByte(text[i-1]) || text[i-1] == '_' {
		return false
	}
	if i+1 < len(text) && wordByte(text[i+1]) && text[i+1] != '_' {
		return !(text[i] == '.' && ends(text[:i], "www"))
	}
	return text[i] == '.' && !digit(text[i-1])
}
