package cascade

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr"
)

// Orphans are the objectives of teams with a parent, in the asked cycle, that say
// neither what they support nor why they matter now. Stopped ones are none, and of
// outlines nothing is known.
func (g *Graph) Orphans() []*Node {
	var found []*Node
	for _, n := range g.Nodes {
		if n.Kind != Objective || !n.Asked || n.Stopped || n.Team.Parent == nil || n.Objective.Document.Outline {
			continue
		}
		o := n.Objective
		if len(o.Supports) == 0 && (o.Background == nil || strings.TrimSpace(o.WhyNow.V) == "") {
			found = append(found, n)
		}
	}
	return found
}

// Uncovered are the objectives of teams that have child teams, in the asked cycle or
// in one that contains it, that nothing supports: neither themselves nor one of
// their key results. Stopped ones need no support.
func (g *Graph) Uncovered() []*Node {
	var found []*Node
	for _, n := range g.Nodes {
		if n.Kind != Objective || n.Beyond || n.Stopped || len(n.Team.Children) == 0 {
			continue
		}
		if g.Cycle != nil && n.Cycle != g.Cycle && !n.Cycle.Includes(g.Cycle) {
			continue
		}
		if len(g.Supporters(n)) == 0 {
			found = append(found, n)
		}
	}
	return found
}

// Skip is a support that climbs more than one level of the tree of teams.
type Skip struct {
	Edge *Edge
	// Over is how many teams stand between the two, from 1.
	Over int
}

// Skips are the supports that pass over teams between a team and one above it, in the
// order of the edges. They are no mistakes: a straight link is the shortest way to say
// what something is for.
func (g *Graph) Skips() []Skip {
	var found []Skip
	above := g.above()
	for _, e := range g.Edges {
		child, parent := e.From.Team, e.To.Team
		over := child.Depth - parent.Depth - 1
		if e.Kind == Supports && over > 0 && !e.From.Stopped && above(e.To, e.From) {
			found = append(found, Skip{e, over})
		}
	}
	return found
}

// above tells of two nodes whether the team of the first stands above that of the
// second, at once: every team knows where its part of the tree ends.
func (g *Graph) above() func(upper, lower *Node) bool {
	teams := g.Workspace.Teams
	number := make(map[*okr.Team]int, len(teams))
	end := make([]int, len(teams))
	for i, t := range teams {
		number[t] = i
		end[i] = i
	}
	for i := len(teams) - 1; i >= 0; i-- {
		if parent := teams[i].Parent; parent != nil {
			at := number[parent]
			end[at] = max(end[at], end[i])
		}
	}
	return func(upper, lower *Node) bool {
		u, l := number[upper.Team], number[lower.Team]
		return u < l && l <= end[u]
	}
}
