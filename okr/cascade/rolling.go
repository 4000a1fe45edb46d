package cascade

import (
	"cmp"
	"slices"

	"github.com/okrs-as-code/okrs/okr"
)

// Rolling is an objective of a longer cycle that its own team carries through shorter
// ones, each with key results of its own.
type Rolling struct {
	// Objective is the one of the longer cycle.
	Objective *Node
	// Sets are the objectives of shorter cycles that support it, in the order of the
	// cycles and of the files. They are told from all documents of the workspace, also
	// of cycles that the graph does not show.
	Sets []*okr.Objective
}

// Rolling are the objectives of the graph that roll: a team's objective rolls where
// an objective of the same team, in a cycle that lies within, supports it or one of its
// key results. No field says so. They are in the order of the nodes.
func (g *Graph) Rolling() []Rolling {
	at := make(map[*Node]int)
	var found []Rolling
	for _, d := range g.Workspace.Documents {
		for o := range d.Every() {
			for i := range o.Supports {
				n := g.carried(o, &o.Supports[i])
				if n == nil {
					continue
				}
				index, known := at[n]
				if !known {
					index = len(found)
					at[n] = index
					found = append(found, Rolling{Objective: n})
				}
				sets := found[index].Sets
				if len(sets) == 0 || sets[len(sets)-1] != o {
					found[index].Sets = append(sets, o)
				}
			}
		}
	}
	slices.SortFunc(found, func(a, b Rolling) int { return cmp.Compare(a.Objective.number, b.Objective.number) })
	return found
}

// carried is the node of the longer cycle that an objective carries on by a link; nil
// where it does something else.
func (g *Graph) carried(o *okr.Objective, l *okr.Link) *Node {
	if !whole(l) || l.Objective == nil || l.Objective.Document.Team != o.Document.Team {
		return nil
	}
	longer, shorter := l.Objective.Document.Cycle, o.Document.Cycle
	if longer == nil || shorter == nil || !longer.Includes(shorter) || longer.Days() == shorter.Days() {
		return nil
	}
	if n := g.objectives[l.Objective]; n != nil && !n.Beyond {
		return n
	}
	return nil
}

// Sharers are all teams that have a key result together: the one that defines it,
// those that list it and those to whom it is offered, in the order of the tree; nil
// where one team has it alone.
func (g *Graph) Sharers(n *Node) []*okr.Team {
	if n.Kind != KeyResult {
		return nil
	}
	var teams []*okr.Team
	for _, e := range n.In {
		if e.Kind == Shares {
			teams = append(teams, e.From.Team)
		}
	}
	if n.KeyResult.Body != nil {
		for _, id := range n.KeyResult.SharedWith {
			if t := g.Workspace.Team(id.V); t != nil {
				teams = append(teams, t)
			}
		}
	}
	if !slices.ContainsFunc(teams, func(t *okr.Team) bool { return t != n.Team }) {
		return nil
	}
	teams = append(teams, n.Team)
	slices.SortFunc(teams, func(a, b *okr.Team) int { return cmp.Compare(g.teams[a].number, g.teams[b].number) })
	return slices.Compact(teams)
}
