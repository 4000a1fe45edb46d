package cascade

import "github.com/okrs-as-code/okrs/okr"

// Drift is a support whose parent has changed since the child was settled: what was
// agreed on may no longer be what is helped.
type Drift struct {
	Edge *Edge
	// Of is what was amended: the objective that is supported, or a key result of it.
	Of *Node
	// Amendment is the latest one that counts.
	Amendment *okr.Amendment
}

// Drifts are the supports whose parent was amended, in what it promises, after the
// child had settled: after the grace of the child's cycle, and after the child's
// own latest amendment, which may have answered it. Files tell of nothing else;
// changes that were not declared are for history to find. They are in the order of
// the edges.
func (g *Graph) Drifts() []Drift {
	var found []Drift
	for _, e := range g.Edges {
		if e.Kind != Supports || e.From.Stopped || e.From.Objective == nil || e.To.Objective == nil || e.From.Team == e.To.Team {
			continue
		}
		settled := max(e.From.Cycle.PublishBy(), g.lastAmended(e.From))
		if d := g.drift(e, settled); d.Amendment != nil {
			found = append(found, d)
		}
	}
	return found
}

// drift is the latest change of what an edge leads to, after a day; without an
// amendment where there is none.
func (g *Graph) drift(e *Edge, settled okr.Date) Drift {
	latest := Drift{Edge: e}
	consider := func(n *Node, amendments []okr.Amendment) {
		for i := range amendments {
			a := &amendments[i]
			if promises(a.Field.V) && a.Date.V > settled && a.Date.V <= g.At && (latest.Amendment == nil || a.Date.V > latest.Amendment.Date.V) {
				latest.Of, latest.Amendment = n, a
			}
		}
	}
	if e.To.Kind == KeyResult {
		consider(e.To, amendmentsOf(e.To))
		return latest
	}
	consider(e.To, e.To.Objective.Amendments)
	for _, n := range e.To.Results {
		consider(n, amendmentsOf(n))
	}
	return latest
}

// promises reports whether a field is part of what is promised. A corrected
// baseline and another source change what is known, not what is wanted.
func promises(field string) bool {
	switch field {
	case "baseline", "source":
		return false
	}
	return true
}

func amendmentsOf(n *Node) []okr.Amendment {
	if n.KeyResult.Body == nil {
		return nil
	}
	return n.KeyResult.Amendments
}

// lastAmended is the day on which an objective or one of its key results was last
// amended by the date of the graph; 0 where none was.
func (g *Graph) lastAmended(n *Node) okr.Date {
	var last okr.Date
	see := func(amendments []okr.Amendment) {
		for i := range amendments {
			if day := amendments[i].Date.V; day <= g.At {
				last = max(last, day)
			}
		}
	}
	see(n.Objective.Amendments)
	for _, result := range n.Results {
		see(amendmentsOf(result))
	}
	return last
}
