package render

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/report"
)

// cluster is a group of a picture with the things that are its own and the groups
// within it, in the order in which they come up.
type cluster struct {
	name   string
	nodes  []int
	within []*cluster
}

// deepest is how many groups may lie within each other; what is deeper stands in the
// last of them.
const deepest = 12

// clusters are the groups of a picture within each other. The outermost has no name.
func (p picture) clusters() *cluster {
	top := &cluster{}
	known := map[string]*cluster{"": top}
	for i, n := range p.nodes {
		at, key := top, ""
		for _, name := range groupPath(n) {
			key += "\x00" + name
			if known[key] == nil {
				known[key] = &cluster{name: name}
				at.within = append(at.within, known[key])
			}
			at = known[key]
		}
		at.nodes = append(at.nodes, i)
	}
	return top
}

// groupPath are the groups of a thing from the top down, its own the last.
func groupPath(n report.DiagramNode) []string {
	path := slices.Clone(n.Path)
	if n.Group != "" && (len(path) == 0 || path[len(path)-1] != n.Group) {
		path = append(path, n.Group)
	}
	return path[:min(len(path), deepest)]
}

// factLineOf is what stands below the title of a thing: its sign, and its facts.
func factLineOf(n report.DiagramNode) string {
	var facts []string
	for _, f := range n.Facts {
		if f = oneLine(f); f != "" {
			facts = append(facts, f)
		}
	}
	text := strings.Join(facts, " · ")
	if n.Tone.Word() == "" {
		return text
	}
	if text == "" {
		text = n.Tone.Word()
	}
	return toneGlyphs[n.Tone] + " " + text
}

// gapSign opens the words for a gap, brokenSign those at a broken line.
const (
	gapSign    = "△ "
	brokenSign = "✗ "
)

// gapLineOf is what is missing around a thing, behind its sign; empty where nothing
// is.
func gapLineOf(n report.DiagramNode) string {
	if gap := oneLine(n.Gap); gap != "" {
		return gapSign + gap
	}
	return ""
}

// labelOf is what is said at a line. Where a picture has no other way to name its
// kind, the kind is said.
func labelOf(l line, named bool) string {
	text := oneLine(l.Label)
	if text == "" && (named && lineKindOf(l) != supports || l.Broken) {
		text = lineWords[lineKindOf(l)]
	}
	if l.Broken {
		text = brokenSign + text
	}
	return text
}

// lineKind is what a line of a picture says.
type lineKind int

const (
	supports lineKind = iota
	dependsOn
	shares
)

// lineWords name the kinds of line.
var lineWords = [...]string{supports: "supports", dependsOn: "depends on", shares: "shares"}

func lineKindOf(l line) lineKind {
	switch l.Kind {
	case "depends_on":
		return dependsOn
	case "shares":
		return shares
	default:
		return supports
	}
}
