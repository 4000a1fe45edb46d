package cascade

import (
	"strings"
	"sync"

	"github.com/okrs-as-code/okrs/okr"
)

// Read is the graph of a workspace at a date: all teams, and the objectives and key
// results of the cycle and of all cycles that share a day with it; of all cycles
// where cycle is nil. What their links lead to is there as well, wherever it is.
// Links that lead nowhere are no edges. The workspace is not changed; it must have
// been indexed, as loading does.
func Read(ws *okr.Workspace, cycle *okr.Cycle, at okr.Date) *Graph {
	g := &Graph{Workspace: ws, Cycle: cycle, At: at}
	g.addNodes()
	g.addEdges()
	g.tangle = g.untangle()
	g.asks = g.readAsks()
	g.copies = sync.OnceValue(g.readCopies)
	return g
}

// shown reports whether all of a document belongs to the graph.
func (g *Graph) shown(d *okr.Document) bool {
	return g.Cycle == nil || d.Cycle == g.Cycle || d.Cycle.Overlaps(g.Cycle)
}

// stopped reports whether a cancellation has happened by the date.
func (g *Graph) stopped(c *okr.Cancellation) bool { return c != nil && c.Date.V <= g.At }

// census is what a graph is going to hold.
type census struct {
	byTeam map[*okr.Team][]*okr.Document
	// objectives and results are what links lead to outside of the documents shown.
	objectives map[*okr.Objective]bool
	results    map[*okr.KeyResult]bool
	count      int // of nodes, at most
}

// take counts what there is, so that the nodes can be made in one go.
func (g *Graph) take() census {
	c := census{
		byTeam:     make(map[*okr.Team][]*okr.Document, len(g.Workspace.Teams)),
		objectives: make(map[*okr.Objective]bool), results: make(map[*okr.KeyResult]bool),
		count: len(g.Workspace.Teams),
	}
	want := func(l *okr.Link) {
		if l.Objective == nil || !whole(l) || g.shown(l.Objective.Document) {
			return
		}
		c.objectives[l.Objective] = true
		if l.KeyResult != nil {
			c.results[l.KeyResult] = true
		}
	}
	for _, d := range g.Workspace.Documents {
		c.byTeam[d.Team] = append(c.byTeam[d.Team], d)
		if !g.shown(d) {
			continue
		}
		for o := range d.Every() {
			c.count += 1 + len(o.KeyResults)
			linksOf(o, func(_ Relation, l *okr.Link) { want(l) })
			for _, k := range o.KeyResults {
				linksOfResult(k, func(_ Relation, l *okr.Link) { want(l) })
			}
		}
	}
	c.count += len(c.objectives) + len(c.results)
	return c
}

// linksOf are the links of an objective: its own, and those by which it lists key
// results of others.
func linksOf(o *okr.Objective, do func(Relation, *okr.Link)) {
	for i := range o.Supports {
		do(Supports, &o.Supports[i])
	}
	if o.Background != nil {
		for i := range o.DependsOn {
			do(DependsOn, &o.DependsOn[i].On)
		}
	}
	for _, k := range o.KeyResults {
		if k.IsRef() {
			do(Shares, &k.Ref)
		}
	}
}

// linksOfResult are the links of a key result that is defined where it stands.
func linksOfResult(k *okr.KeyResult, do func(Relation, *okr.Link)) {
	if k.Body == nil || k.IsRef() {
		return
	}
	for i := range k.Body.DependsOn {
		do(DependsOn, &k.Body.DependsOn[i].On)
	}
}

// whole reports whether all parts of an address were found, so that what the link
// holds is what it names; of team/cycle the document need not exist.
func whole(l *okr.Link) bool {
	switch strings.Count(l.Address.V, "/") {
	case 1:
		return l.Team != nil && l.Cycle != nil
	case 2:
		return l.Objective != nil
	case 3:
		return l.KeyResult != nil
	}
	return false
}

func (g *Graph) addNodes() {
	all := g.take()
	store := make([]Node, 0, all.count)
	g.Nodes = make([]*Node, 0, all.count)
	g.teams = make(map[*okr.Team]*Node, len(g.Workspace.Teams))
	g.objectives = make(map[*okr.Objective]*Node)
	g.results = make(map[*okr.KeyResult]*Node)
	add := func(n Node) *Node {
		n.number = int32(len(g.Nodes))
		store = append(store, n)
		g.Nodes = append(g.Nodes, &store[len(store)-1])
		return g.Nodes[n.number]
	}
	for _, team := range g.Workspace.Teams {
		g.teams[team] = add(Node{Kind: Team, Team: team, file: g.Workspace.File})
		for _, d := range all.byTeam[team] {
			if !g.shown(d) && len(all.objectives) == 0 {
				continue
			}
			for i, o := range d.All() {
				if g.shown(d) || all.objectives[o] {
					g.addObjective(o, i >= len(d.Objectives), all, add)
				}
			}
		}
	}
}

// addObjective adds an objective and its key results; of one that is here only
// because something leads to it, those that something leads to.
func (g *Graph) addObjective(o *okr.Objective, listedAsStopped bool, all census, add func(Node) *Node) {
	d := o.Document
	beyond := !g.shown(d)
	node := Node{
		Kind: Objective, Team: d.Team, Cycle: d.Cycle, Objective: o, file: d.File,
		Asked: !beyond && (g.Cycle == nil || d.Cycle == g.Cycle), Beyond: beyond,
		// What is listed as stopped without a day was stopped at some time.
		Stopped: g.stopped(o.Cancelled) || listedAsStopped && o.Cancelled == nil,
	}
	of := add(node)
	g.objectives[o] = of
	first := len(g.Nodes)
	for _, k := range o.KeyResults {
		if k.IsRef() || beyond && !all.results[k] {
			continue
		}
		node.Kind, node.KeyResult = KeyResult, k
		node.Stopped = of.Stopped || k.Body != nil && g.stopped(k.Body.Cancelled)
		g.results[k] = add(node)
	}
	of.Results = g.Nodes[first:len(g.Nodes):len(g.Nodes)]
}

// end is the node that a link leads to; nil where it leads nowhere.
func (g *Graph) end(l *okr.Link) *Node {
	switch {
	case !whole(l):
		return nil
	case l.KeyResult != nil:
		return g.OfKeyResult(l.KeyResult)
	case l.Objective != nil:
		return g.objectives[l.Objective]
	default:
		return g.teams[l.Team]
	}
}

func (g *Graph) addEdges() {
	var store []Edge
	out := make([]int32, len(g.Nodes)+1)
	in := make([]int32, len(g.Nodes)+1)
	for _, n := range g.Nodes {
		if n.Kind == Team || n.Beyond {
			continue
		}
		connect := func(kind Relation, l *okr.Link) {
			if to := g.end(l); to != nil {
				store = append(store, Edge{From: n, To: to, Kind: kind, Link: l})
				out[n.number]++
				in[to.number]++
			}
		}
		if n.Kind == Objective {
			linksOf(n.Objective, connect)
		} else {
			linksOfResult(n.KeyResult, connect)
		}
	}
	g.Edges = make([]*Edge, len(store))
	entering := make([]*Edge, len(store))
	from, at := int32(0), int32(0)
	for i, n := range g.Nodes {
		n.Out = g.Edges[from : from+out[i] : from+out[i]]
		n.In = entering[at : at : at+in[i]]
		from, at = from+out[i], at+in[i]
	}
	for i := range store {
		e := &store[i]
		g.Edges[i] = e
		e.To.In = append(e.To.In, e)
	}
}
