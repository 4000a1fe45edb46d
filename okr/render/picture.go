package render

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/okrs-as-code/okrs/okr/report"
)

// picture is a diagram made ready for drawing: its things are numbered in their
// order, each id is there once, and each line has both its ends.
type picture struct {
	title string
	nodes []report.DiagramNode
	lines []line
	// nodesLeft and linesLeft count what there was no room for.
	nodesLeft, linesLeft int
}

// line is an edge between two nodes, by their numbers.
type line struct {
	from, to int
	report.DiagramEdge
}

// pictured makes a diagram ready. Of two things with the same id the first counts;
// an edge that leads nowhere or is there twice is left out.
func pictured(d report.Diagram) picture {
	p := picture{title: d.Title}
	numbers := make(map[string]int, len(d.Nodes))
	for _, n := range d.Nodes {
		if _, twice := numbers[n.ID]; !twice {
			numbers[n.ID] = len(p.nodes)
			p.nodes = append(p.nodes, n)
		}
	}
	seen := make(map[report.DiagramEdge]bool, len(d.Edges))
	for _, e := range d.Edges {
		from, begins := numbers[e.From]
		to, ends := numbers[e.To]
		if begins && ends && !seen[e] {
			seen[e] = true
			p.lines = append(p.lines, line{from, to, e})
		}
	}
	return p
}

// wholePicture is all diagrams of a document as one, for formats whose files hold a
// single drawing. Where there are several, the title of each is its outermost group.
func wholePicture(doc *report.Doc) picture {
	var all report.Diagram
	var found []report.Diagram
	for b := range report.All(doc.Blocks) {
		if d, ok := b.(report.Diagram); ok {
			found = append(found, d)
		}
	}
	if len(found) == 1 {
		return pictured(found[0])
	}
	for i, d := range found {
		own := strconv.Itoa(i) + " "
		for _, n := range d.Nodes {
			n.Path = append([]string{d.Title}, groupPath(n)...)
			n.ID = own + n.ID
			all.Nodes = append(all.Nodes, n)
		}
		for _, e := range d.Edges {
			e.From, e.To = own+e.From, own+e.To
			all.Edges = append(all.Edges, e)
		}
	}
	return pictured(all)
}

// largest is the part of a picture with at most so many things and lines. What has a
// gap stays first, then what a broken line touches, then what stands further left.
func (p picture) largest(nodes, lines int) picture {
	if len(p.nodes) <= nodes && len(p.lines) <= lines {
		return p
	}
	ranks := p.ranks()
	order := make([]int, len(p.nodes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(ranks[a], ranks[b]) })
	kept := make([]int, len(p.nodes)) // number in the part, from 1
	for _, i := range order[:min(nodes, len(order))] {
		kept[i] = 1
	}
	part := picture{title: p.title, nodesLeft: p.nodesLeft, linesLeft: p.linesLeft}
	for i, n := range p.nodes {
		if kept[i] > 0 {
			part.nodes = append(part.nodes, n)
			kept[i] = len(part.nodes)
		}
	}
	part.nodesLeft += len(p.nodes) - len(part.nodes)
	for _, broken := range []bool{true, false} {
		for _, l := range p.lines {
			if l.Broken == broken && kept[l.from] > 0 && kept[l.to] > 0 && len(part.lines) < lines {
				l.from, l.to = kept[l.from]-1, kept[l.to]-1
				part.lines = append(part.lines, l)
			}
		}
	}
	part.linesLeft += len(p.lines) - len(part.lines)
	return part
}

// ranks say of each thing how early it is kept: the smaller, the earlier.
func (p picture) ranks() []int {
	const gap, broken = 2, 1
	ranks := make([]int, len(p.nodes))
	trouble := make([]int, len(p.nodes))
	for _, l := range p.lines {
		if l.Broken {
			trouble[l.from], trouble[l.to] = broken, broken
		}
	}
	columns, _ := p.columns()
	for i, n := range p.nodes {
		if n.Gap != "" {
			trouble[i] = gap
		}
		ranks[i] = columns[i] - trouble[i]*(len(p.nodes)+1)
	}
	return ranks
}

// columns are the columns of all things, without holes and from 0, and how many
// there are.
func (p picture) columns() (columns []int, count int) {
	var used []int
	for _, n := range p.nodes {
		used = append(used, n.Column)
	}
	slices.Sort(used)
	used = slices.Compact(used)
	for _, n := range p.nodes {
		at, _ := slices.BinarySearch(used, n.Column)
		columns = append(columns, at)
	}
	return columns, len(used)
}

// leftOut says in words what there was no room for, and where it is; empty where
// everything is there.
func (p picture) leftOut(where string) string {
	if p.nodesLeft == 0 && p.linesLeft == 0 {
		return ""
	}
	return "Left out for want of room: " + counted(p.nodesLeft, "thing", "things") + " and " +
		counted(p.linesLeft, "line", "lines") + ", those without gaps first. " + where
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
