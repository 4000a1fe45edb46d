package cascade

// tangle is the support between the objectives of a graph that are not stopped,
// and which of them are in a knot: those from which support leads back to them.
type tangle struct {
	// parents of the objective with a number in Graph.Nodes are to[first[n]:first[n+1]];
	// support of a key result is support of its objective.
	first, to []int32
	// knots are the sets of objectives that support each other, or of one that supports
	// itself.
	knots [][]int32
	// knot is the number of the knot of a node, from 1; 0 where it is in none.
	knot []int32
}

func (t *tangle) parents(n int32) []int32 { return t.to[t.first[n]:t.first[n+1]] }

// untangle finds the knots and measures depths: a Tarjan walk with a stack of its
// own. It leaves a set of objectives only when all that they support has been left,
// so that the depth of what is above is known by then.
func (g *Graph) untangle() tangle {
	t := g.support()
	w := walk{tangle: &t, graph: g, low: make([]int32, len(g.Nodes)), next: make([]int32, len(g.Nodes)), waiting: make([]bool, len(g.Nodes))}
	t.knot = make([]int32, len(g.Nodes))
	for _, n := range g.Nodes {
		if n.Kind == Objective && w.low[n.number] == 0 {
			w.from(n.number)
		}
	}
	return t
}

// support is the tangle before the walk.
func (g *Graph) support() tangle {
	t := tangle{first: make([]int32, len(g.Nodes)+1)}
	for i, n := range g.Nodes {
		if n.Kind == Objective && !n.Stopped {
			for _, e := range n.Out {
				if e.Kind != Supports {
					continue
				}
				if parent := g.owner(e.To); parent != nil && !parent.Stopped {
					t.to = append(t.to, parent.number)
				}
			}
		}
		t.first[i+1] = int32(len(t.to))
	}
	return t
}

// walk is the state of the walk of Tarjan, by number of node.
type walk struct {
	*tangle
	graph   *Graph
	low     []int32 // order of the visit from 1, then the smallest one reached; 0 before
	next    []int32 // how many parents were taken
	waiting []bool  // visited, and its set is not complete
	open    []int32 // the waiting ones, by visit
	path    []frame
	visits  int32
}

type frame struct{ node, visit int32 }

func (w *walk) from(start int32) {
	w.enter(start)
	for len(w.path) > 0 {
		at := w.path[len(w.path)-1]
		if parents := w.parents(at.node); int(w.next[at.node]) < len(parents) {
			parent := parents[w.next[at.node]]
			w.next[at.node]++
			switch {
			case w.low[parent] == 0:
				w.enter(parent)
			case w.waiting[parent]:
				w.low[at.node] = min(w.low[at.node], w.low[parent])
			}
			continue
		}
		w.path = w.path[:len(w.path)-1]
		if len(w.path) > 0 {
			below := w.path[len(w.path)-1].node
			w.low[below] = min(w.low[below], w.low[at.node])
		}
		if w.low[at.node] == at.visit {
			w.leave(at.node)
		}
	}
}

func (w *walk) enter(n int32) {
	w.visits++
	w.low[n] = w.visits
	w.waiting[n] = true
	w.open = append(w.open, n)
	w.path = append(w.path, frame{n, w.visits})
}

// leave completes the set that was entered with a node.
func (w *walk) leave(entered int32) {
	start := len(w.open) - 1
	for w.open[start] != entered {
		start--
	}
	members := w.open[start:]
	w.open = w.open[:start]
	if len(members) > 1 || w.supportsItself(entered) {
		w.knots = append(w.knots, append([]int32(nil), members...))
		for _, n := range members {
			w.knot[n] = int32(len(w.knots))
		}
	}
	depth := 1
	for _, n := range members {
		w.waiting[n] = false
		for _, parent := range w.parents(n) {
			depth = max(depth, w.above(n, parent))
		}
	}
	for _, n := range members {
		w.graph.Nodes[n].Depth = depth
	}
}

// above is the depth of an objective by one of its parents; 0 for a parent whose
// depth is not known yet, which is of the same set.
func (w *walk) above(n, parent int32) int {
	child, above := w.graph.Nodes[n], w.graph.Nodes[parent]
	if above.Depth == 0 || child.Team == above.Team {
		return above.Depth
	}
	return above.Depth + 1
}

func (w *walk) supportsItself(n int32) bool {
	for _, parent := range w.parents(n) {
		if parent == n {
			return true
		}
	}
	return false
}
