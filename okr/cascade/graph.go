package cascade

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/source"
)

// Kind is what a node stands for.
type Kind string

// The kinds of node.
const (
	Team      Kind = "team"
	Objective Kind = "objective"
	KeyResult Kind = "key_result"
)

// Relation is what an edge says.
type Relation string

// The relations. Supports goes from an objective to what it serves, DependsOn from
// what declares the dependency, Shares from the objective that lists a key result
// of another team to its definition.
const (
	Supports  Relation = "supports"
	DependsOn Relation = "depends_on"
	Shares    Relation = "shares"
)

// Node is a team, an objective or a key result. A key result that an objective
// only lists is the node of its definition.
type Node struct {
	Kind      Kind
	Team      *okr.Team
	Cycle     *okr.Cycle     // nil for a team
	Objective *okr.Objective // nil for a team
	KeyResult *okr.KeyResult // nil for a team and an objective

	// Asked says that the node lies in the cycle that was asked for, or that no
	// cycle was; Beyond that it is here only because a link leads to it, from a
	// cycle that does not overlap the asked one. Both are false for a team.
	Asked, Beyond bool
	// Stopped says that it was given up by the date of the graph. Nothing that is
	// stopped supports, needs support, or answers.
	Stopped bool
	// Depth is how many teams the longest chain of support from here to the top goes
	// through, from 1: an objective that supports nothing has 1, one that supports
	// an objective of the same team its depth, one that supports another team's one
	// more. The members of a ring count as one. 0 for all but objectives.
	Depth int

	// Results are the key results that an objective defines, in the order of the file.
	Results []*Node
	// Out and In are the edges that begin and end here, in the order of Graph.Edges.
	Out, In []*Edge

	file   *source.File
	number int32 // in Graph.Nodes
}

// Address is team/cycle/objective[/key-result]; for a team its id.
func (n *Node) Address() string {
	switch n.Kind {
	case KeyResult:
		return n.KeyResult.Address()
	case Objective:
		return n.Objective.Address()
	default:
		return n.Team.ID.V
	}
}

// Title is the title of an objective or a key result, and the name of a team.
func (n *Node) Title() string {
	switch n.Kind {
	case KeyResult:
		return n.KeyResult.Title.V
	case Objective:
		return n.Objective.Title.V
	default:
		return n.Team.Name.V
	}
}

// Place is where the node is written: its title, or its id where it has none.
func (n *Node) Place() (*source.File, source.Span) {
	title, id := n.Team.Name, n.Team.ID
	switch n.Kind {
	case KeyResult:
		title, id = n.KeyResult.Title, n.KeyResult.ID
	case Objective:
		title, id = n.Objective.Title, n.Objective.ID
	}
	if title.Written() {
		return n.file, title.Span
	}
	return n.file, id.Span
}

// Edge is a link that leads somewhere. One that stops at team/cycle leads to the
// team.
type Edge struct {
	From, To *Node
	Kind     Relation
	// Link is what is written, with its place in the file of From.
	Link *okr.Link
}

// Graph is who supports whom, at a date. It is not changed once it has been read, and
// may be asked by several goroutines at a time.
type Graph struct {
	Workspace *okr.Workspace
	Cycle     *okr.Cycle // nil where all cycles were asked for
	At        okr.Date
	// Nodes are the teams in the order of the tree, each followed by its objectives in
	// the order of cycles and files, each of them by its key results.
	Nodes []*Node
	// Edges are in the order of the nodes where they begin; of one node those of support
	// first, then of dependency, then of sharing, each in the order of the file.
	Edges []*Edge

	teams      map[*okr.Team]*Node
	objectives map[*okr.Objective]*Node
	results    map[*okr.KeyResult]*Node
	tangle     tangle
	asks       []*Ask
	copies     func() []Copy
}

// OfTeam is the node of a team; nil where the graph does not have it.
func (g *Graph) OfTeam(t *okr.Team) *Node { return g.teams[t] }

// OfObjective is the node of an objective; nil where the graph does not have it.
func (g *Graph) OfObjective(o *okr.Objective) *Node { return g.objectives[o] }

// OfKeyResult is the node of a key result, or of the definition of one that is only
// listed; nil where the graph does not have it.
func (g *Graph) OfKeyResult(k *okr.KeyResult) *Node {
	if k == nil {
		return nil
	}
	return g.results[k.Definition()]
}

// owner is the objective that a link of support to the node helps: itself, or the
// one that has the key result; nil for a team.
func (g *Graph) owner(n *Node) *Node {
	if n.Kind == KeyResult {
		return g.objectives[n.KeyResult.Objective]
	}
	if n.Kind == Objective {
		return n
	}
	return nil
}

// Parents are the objectives that an objective supports, itself or one of their key
// results; each once, in the order in which they are written.
func (g *Graph) Parents(n *Node) []*Node {
	var found unique
	for _, e := range n.Out {
		if e.Kind == Supports {
			found.add(g.owner(e.To))
		}
	}
	return found.nodes
}

// Supporters are the objectives that support an objective or one of its key results
// and are not stopped; each once. Those that support the objective itself come first.
func (g *Graph) Supporters(n *Node) []*Node {
	var found unique
	add := func(in []*Edge) {
		for _, e := range in {
			if e.Kind == Supports && !e.From.Stopped {
				found.add(e.From)
			}
		}
	}
	add(n.In)
	for _, k := range n.Results {
		add(k.In)
	}
	return found.nodes
}

// unique is a list without repetition.
type unique struct {
	nodes []*Node
	seen  map[*Node]bool
}

func (u *unique) add(n *Node) {
	if n == nil || u.seen[n] {
		return
	}
	if u.seen == nil {
		u.seen = make(map[*Node]bool)
	}
	u.seen[n] = true
	u.nodes = append(u.nodes, n)
}

// Before reports whether a node stands before another of the same graph.
func (n *Node) Before(other *Node) bool { return n.number < other.number }
