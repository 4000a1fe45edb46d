package report

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
)

// picture collects what is drawn of a view.
type picture struct {
	v       *view
	diagram Diagram
	paths   map[*okr.Team][]string
	there   map[*cascade.Node]bool
	edges   map[drawnEdge]int // by index in the diagram
	asks    map[*okr.Link]*cascade.Ask
	copied  map[*cascade.Edge]bool
}

type drawnEdge struct {
	from, to *cascade.Node
	kind     cascade.Relation
}

// diagram is the picture of what is drawn: objectives, the key results that several
// teams have, and teams that are asked for something that has no name yet. A link from
// or to any other key result begins or ends at its objective.
func (v *view) diagram() Diagram {
	p := &picture{
		v: v, diagram: Diagram{Title: "Who supports whom: " + v.title()},
		paths: make(map[*okr.Team][]string), there: make(map[*cascade.Node]bool), edges: make(map[drawnEdge]int),
		asks: make(map[*okr.Link]*cascade.Ask), copied: make(map[*cascade.Edge]bool),
	}
	for _, a := range v.graph.Asks() {
		p.asks[&a.Dependency.On] = a
	}
	for _, c := range v.gaps.copies {
		p.copied[c.Edge] = true
	}
	p.nodes()
	for _, e := range v.graph.Edges {
		p.edge(e)
	}
	return p.diagram
}

// nodes are numbered as they are drawn: from left to right what supports stands beside
// what it supports.
func (p *picture) nodes() {
	asked := make(map[*cascade.Node]bool)
	for _, e := range p.v.graph.Edges {
		if e.To.Kind == cascade.Team && p.v.drawn(e.From) && p.v.drawn(e.To) {
			asked[e.To] = true
		}
	}
	for _, n := range p.v.graph.Nodes {
		switch {
		case !p.v.drawn(n):
		case n.Kind == cascade.Team && asked[n], n.Kind == cascade.Objective, n.Kind == cascade.KeyResult && len(p.v.graph.Sharers(n)) > 0:
			p.add(n)
		}
	}
}

func (p *picture) add(n *cascade.Node) {
	v := p.v
	p.there[n] = true
	node := DiagramNode{
		ID: n.Address(), Group: teamName(n.Team), Path: p.path(n.Team), Kind: DiagramKind(n.Kind), Title: titleOf(n),
		Column: max(unit(v.graph, n).Depth-1, 0),
	}
	fact := func(text string) {
		if text != "" {
			node.Facts = append(node.Facts, text)
		}
	}
	if n.Kind != cascade.Team {
		if scored := v.scoreOf(n); scored.Number != "" {
			fact(scored.Text)
		}
		stands := v.standsOf(n)
		fact(stands.Text)
		node.Tone = stands.Tone
	}
	if n.Kind == cascade.Objective {
		fact(v.commitmentOf(n))
		node.Gap = v.gaps.text(n)
	}
	if n.Kind == cascade.KeyResult {
		fact("shared by " + teamNames(v.graph.Sharers(n)))
	}
	fact(v.elsewhere(n))
	p.diagram.Nodes = append(p.diagram.Nodes, node)
	if n.Kind == cascade.KeyResult {
		p.line(unit(v.graph, n), n, cascade.Shares, "", false)
	}
}

// path are the names of the teams from the top down to one.
func (p *picture) path(t *okr.Team) []string {
	if known := p.paths[t]; known != nil {
		return known
	}
	var path []string
	for at := t; at != nil && len(path) < deepest; at = at.Parent {
		path = append(path, teamName(at))
	}
	slices.Reverse(path)
	p.paths[t] = path
	return path
}

// end is where a link is drawn to begin or to end: a key result that is not drawn gives
// way to its objective.
func (p *picture) end(n *cascade.Node) *cascade.Node {
	if p.there[n] {
		return n
	}
	if n = unit(p.v.graph, n); p.there[n] {
		return n
	}
	return nil
}

func (p *picture) edge(e *cascade.Edge) {
	from, to := p.end(e.From), p.end(e.To)
	if from == nil || to == nil {
		return
	}
	label, broken := "", false
	switch {
	case e.Kind == cascade.DependsOn:
		if a := p.asks[e.Link]; a != nil {
			label, broken = stateWord(a), a.State != cascade.Agreed
		}
	case e.Kind == cascade.Supports && p.inRing(e):
		label, broken = "ring", true
	case p.copied[e]:
		label, broken = "repeats it", true
	}
	p.line(from, to, e.Kind, label, broken)
}

// inRing reports whether a link leads from a member of a ring to the next.
func (p *picture) inRing(e *cascade.Edge) bool {
	ring := p.v.gaps.ring
	from, known := ring[e.From]
	to, both := ring[unit(p.v.graph, e.To)]
	return known && both && from == to
}

// line adds a line, of several between the same two the first and the word of the first
// that is broken.
func (p *picture) line(from, to *cascade.Node, kind cascade.Relation, label string, broken bool) {
	key := drawnEdge{from, to, kind}
	if at, known := p.edges[key]; known {
		if line := &p.diagram.Edges[at]; broken && !line.Broken {
			line.Label, line.Broken = label, true
		}
		return
	}
	p.edges[key] = len(p.diagram.Edges)
	p.diagram.Edges = append(p.diagram.Edges, DiagramEdge{
		From: from.Address(), To: to.Address(), Kind: string(kind), Label: label, Broken: broken,
	})
}
