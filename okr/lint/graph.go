package lint

import (
	"slices"
	"sync"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/source"
)

// support is the graph of who supports whom, read once.
type support struct {
	once sync.Once
	read *cascade.Graph
}

// Graph is who supports whom, in all cycles, at the date.
func (r *Reading) Graph() *cascade.Graph {
	r.graph.once.Do(func() { r.graph.read = cascade.Read(r.Workspace, nil, r.At) })
	return r.graph.read
}

// in reports whether a node belongs to a document that is kept whole.
func (r *Reading) in(n *cascade.Node) bool {
	return n.Objective != nil && !n.Objective.Document.Outline
}

// onNode is a remark about an objective or a key result, at its title.
func onNode(n *cascade.Node) Remark {
	if n.Kind == cascade.KeyResult {
		return OnKeyResult(n.KeyResult)
	}
	return OnObjective(n.Objective)
}

// onLink is a remark about what bears a link, at the link.
func onLink(e *cascade.Edge) Remark { return onNode(e.From).At(e.Link.Address.Span) }

// besideNode is a remark with the title of something as its second place.
func (r Remark) besideNode(message string, n *cascade.Node) Remark {
	file, span := n.Place()
	return r.Beside(message, file, span)
}

// aim is an objective that another one may be meant to serve: of the nearest team
// above that has written some, for the same cycle or one around it, the one whose
// words are closest. It is nil where there is none.
func (r *Reading) aim(o *okr.Objective) *okr.Objective {
	const mostTeams, mostCycles, mostAims = 8, 64, 64
	var around []*okr.Cycle
	for _, c := range r.Workspace.Cycles {
		if c.Includes(o.Document.Cycle) && len(around) < mostCycles {
			around = append(around, c)
		}
	}
	slices.Reverse(around) // the shortest first
	about := r.about(o.Title.V)
	team := o.Document.Team.Parent
	for range mostTeams {
		if team == nil {
			break
		}
		var best *okr.Objective
		alike := -1.0
		for _, c := range around {
			d := r.Workspace.Document(team.ID.V, c.ID)
			if d == nil {
				continue
			}
			for _, candidate := range d.Objectives[:min(len(d.Objectives), mostAims)] {
				if a := about.Alike(r.about(candidate.Title.V)); a > alike {
					best, alike = candidate, a
				}
			}
		}
		if best != nil {
			return best
		}
		team = team.Parent
	}
	return nil
}

// nameOf is what a team is called.
func nameOf(t *okr.Team) string {
	if t.Name.V != "" {
		return t.Name.V
	}
	return t.ID.V
}

// written is the first of the places that is written.
func written(spans ...source.Span) source.Span {
	for _, span := range spans {
		if !span.IsZero() {
			return span
		}
	}
	return source.Span{}
}

// titleOf is the title of an objective or a key result, with its place.
func titleOf(n *cascade.Node) okr.Text {
	if n.Kind == cascade.KeyResult {
		return n.KeyResult.Title
	}
	return n.Objective.Title
}
