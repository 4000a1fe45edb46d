package report

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/score"
)

// view is the part of a graph that is shown, with the scores beside it.
type view struct {
	graph   *cascade.Graph
	options CascadeOptions
	scoring okr.Scoring
	// near are the objectives around the address that was asked for, and the teams that
	// these depend on; nil where no address was.
	near map[*cascade.Node]bool
	// within are the team that was asked for and those below it; nil where none was.
	within map[*okr.Team]bool
	// base is the depth of the topmost team that is shown.
	base int

	asked      *score.Reading // of the asked cycle; nil where there is none
	teams      map[*okr.Team]*score.Team
	objectives map[*okr.Objective]scored
	results    map[*okr.KeyResult]*score.KeyResult // where they are defined

	gaps gaps
}

// scored is an objective and whether its cycle is over.
type scored struct {
	*score.Objective
	ended bool
}

func newView(g *cascade.Graph, options CascadeOptions) *view {
	v := &view{
		graph: g, options: options, scoring: g.Workspace.Settings.Scoring,
		teams: make(map[*okr.Team]*score.Team), objectives: make(map[*okr.Objective]scored),
		results: make(map[*okr.KeyResult]*score.KeyResult),
	}
	if options.Team != nil {
		v.base = options.Team.Depth
		v.within = map[*okr.Team]bool{options.Team: true}
		for _, t := range g.Workspace.Teams { // parents come before their children
			if t.Parent != nil && v.within[t.Parent] {
				v.within[t] = true
			}
		}
	}
	for _, r := range options.Readings {
		v.note(r)
	}
	v.near = neighbourhood(g, options.From, options.Hops)
	if v.near != nil {
		v.base = shallowest(v.near)
	}
	v.gaps = v.readGaps()
	return v
}

// note keeps what a reading says.
func (v *view) note(r *score.Reading) {
	asked := v.graph.Cycle != nil && r.Cycle.ID == v.graph.Cycle.ID
	if asked {
		v.asked = r
	}
	ended := r.State == okr.Closing || r.State == okr.Closed
	for _, t := range r.Teams {
		if asked {
			v.teams[t.Team] = t
		}
		for _, o := range t.Objectives {
			v.objectives[o.Objective] = scored{o, ended}
			for _, k := range o.KeyResults {
				if k.Listed != nil && k.Listed == k.Definition {
					v.results[k.Listed] = k
				}
			}
		}
	}
}

// shallowest is the depth of the topmost team among those of some nodes.
func shallowest(nodes map[*cascade.Node]bool) int {
	least := -1
	for n := range nodes {
		if least < 0 || n.Team.Depth < least {
			least = n.Team.Depth
		}
	}
	return max(least, 0)
}

// unit is what neighbourhoods are made of: the objective of a key result, else the
// node itself.
func unit(g *cascade.Graph, n *cascade.Node) *cascade.Node {
	if n.Kind == cascade.KeyResult {
		return g.OfObjective(n.KeyResult.Objective)
	}
	return n
}

// neighbourhood is what can be reached from some nodes in so many steps along links,
// in both directions. Of a team that a link leads to nothing is followed, since all
// who ask it would be neighbours. It is nil where there is nothing to begin with.
func neighbourhood(g *cascade.Graph, from []*cascade.Node, hops int) map[*cascade.Node]bool {
	if len(from) == 0 {
		return nil
	}
	found := make(map[*cascade.Node]bool)
	var edge []*cascade.Node
	add := func(n *cascade.Node) {
		if n = unit(g, n); n != nil && !found[n] {
			found[n] = true
			edge = append(edge, n)
		}
	}
	for _, n := range from {
		add(n)
	}
	for ; hops > 0 && len(edge) > 0; hops-- {
		reached := edge
		edge = nil
		for _, n := range reached {
			if n.Kind == cascade.Team {
				continue
			}
			follow(n, add)
			for _, k := range n.Results {
				follow(k, add)
			}
		}
	}
	return found
}

func follow(n *cascade.Node, add func(*cascade.Node)) {
	for _, e := range n.Out {
		add(e.To)
	}
	for _, e := range n.In {
		add(e.From)
	}
}

// in reports whether a node belongs to what was asked for.
func (v *view) in(n *cascade.Node) bool {
	switch {
	case v.near != nil:
		return v.near[unit(v.graph, n)]
	case v.within != nil:
		return v.within[n.Team]
	}
	return true
}

// drawn reports whether a node has a place in the tree and in the picture: those of
// teams that are folded have none, nor have objectives that are there only because
// somebody depends on them.
func (v *view) drawn(n *cascade.Node) bool {
	if !v.in(n) || v.folded(n.Team) {
		return false
	}
	if n.Beyond && n.Kind == cascade.Objective {
		return len(v.graph.Supporters(n)) > 0
	}
	return true
}

// folded reports whether a team stands too deep to be shown.
func (v *view) folded(t *okr.Team) bool {
	return v.options.Depth > 0 && t.Depth-v.base >= v.options.Depth
}

// elsewhere is the cycle of a node where that is not the asked one.
func (v *view) elsewhere(n *cascade.Node) string {
	if n.Cycle == nil || v.graph.Cycle == nil || n.Cycle.ID == v.graph.Cycle.ID {
		return ""
	}
	return n.Cycle.ID
}

// teamAndCycle names whose a node is, and when where that is not the asked cycle.
func (v *view) teamAndCycle(n *cascade.Node) string {
	if cycle := v.elsewhere(n); cycle != "" {
		return teamName(n.Team) + " " + cycle
	}
	return teamName(n.Team)
}

func teamName(t *okr.Team) string { return t.Name.Or(t.ID.V) }

// titleOf is the title of a node, or its address where it has none.
func titleOf(n *cascade.Node) string {
	if title := n.Title(); title != "" {
		return title
	}
	return n.Address()
}
