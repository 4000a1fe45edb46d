package report

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
)

// data is the graph as the JSON contract has it; what the contract does not name comes
// after what it does.
func (v *view) data() Fields {
	g := v.graph
	return Fields{
		{"version", DataVersion},
		{"nodes", v.nodesData()},
		{"edges", v.edgesData()},
		{"orphans", addressData(v.gaps.orphans)},
		{"uncovered", addressData(v.gaps.uncovered)},
		{"unmatched", Each(v.gaps.unmatched, func(u cascade.Unmatched) any { return unmatchedData(u) })},
		{"loops", Each(v.gaps.loops, func(ring []*cascade.Node) any { return addressData(ring) })},
		{"findings", FindingsData(v.options.Findings)},
		{"organization", OrNull(g.Workspace.Organization)},
		{"cycle", cycleData(g.Cycle)},
		{"as_of", g.At.String()},
		{"rev", OrNull(v.options.Revision.Hash)},
		{"copies", Each(v.gaps.copies, func(c cascade.Copy) any {
			return Fields{{"address", c.Objective.Address()}, {"of", c.Of.Address()}}
		})},
		{"doubles", Each(v.gaps.doubles, func(d cascade.Double) any { return addressData(d.Results) })},
		{"drifts", Each(v.gaps.drifts, func(d cascade.Drift) any { return driftData(d) })},
		{"skips", Each(v.gaps.skips, func(s cascade.Skip) any {
			return Fields{{"from", s.Edge.From.Address()}, {"to", s.Edge.To.Address()}, {"over", s.Over}}
		})},
		{"rolling", v.rollingData()},
	}
}

// emptyCascade is what the contract has where no cycle could be read.
func emptyCascade(options CascadeOptions) Fields {
	none := Each([]int(nil), func(int) any { return nil })
	return Fields{
		{"version", DataVersion}, {"nodes", none}, {"edges", none}, {"orphans", none}, {"uncovered", none}, {"unmatched", none},
		{"loops", none}, {"findings", FindingsData(options.Findings)}, {"organization", nil}, {"cycle", nil},
		{"rev", OrNull(options.Revision.Hash)},
	}
}

func cycleData(c *okr.Cycle) any {
	if c == nil {
		return nil
	}
	return OrNull(c.ID)
}

func addressData(nodes []*cascade.Node) Seq {
	return Each(nodes, func(n *cascade.Node) any { return n.Address() })
}

// told are the nodes of the data: what was asked for, and the other ends of its links.
func (v *view) told() map[*cascade.Node]bool {
	if v.near == nil && v.within == nil {
		return nil
	}
	found := make(map[*cascade.Node]bool)
	for _, n := range v.graph.Nodes {
		if v.in(n) {
			found[n] = true
		}
	}
	for _, e := range v.graph.Edges {
		if v.between(e) {
			found[e.From], found[e.To] = true, true
		}
	}
	return found
}

// between reports whether a link belongs to what was asked for: one of its ends does,
// around an address both.
func (v *view) between(e *cascade.Edge) bool {
	if v.near != nil {
		return v.in(e.From) && v.in(e.To)
	}
	return v.in(e.From) || v.in(e.To)
}

func (v *view) nodesData() Seq {
	return func(yield func(any) bool) {
		told := v.told()
		for _, n := range v.graph.Nodes {
			if (told == nil || told[n]) && !yield(v.nodeData(n)) {
				return
			}
		}
	}
}

func (v *view) nodeData(n *cascade.Node) Fields {
	fields := Fields{
		{"address", n.Address()},
		{"kind", string(n.Kind)},
		{"team", n.Team.ID.V},
		{"cycle", cycleData(n.Cycle)},
		{"title", n.Title()},
	}
	var scored, commitment, band, coverage, depth any
	switch n.Kind {
	case cascade.Team:
		if t := v.teams[n.Team]; t != nil {
			scored, coverage = share(t.Score), coverageData(t.Coverage)
		}
	case cascade.Objective:
		depth, commitment = n.Depth, OrNull(v.commitmentOf(n))
		if o, known := v.objectives[n.Objective]; known {
			scored, band, coverage = share(o.Score), OrNull(string(o.Band)), coverageData(o.Coverage)
		}
	case cascade.KeyResult:
		if k := v.results[n.KeyResult]; k != nil {
			scored, band = share(k.Score), OrNull(string(k.Band))
		}
	}
	return append(fields, Fields{
		{"score", scored},
		{"commitment", commitment},
		{"band", band},
		{"coverage", coverage},
		{"depth", depth},
		{"stopped", n.Stopped},
		{"shared_with", Each(v.graph.Sharers(n), func(t *okr.Team) any { return t.ID.V })},
	}...)
}

func (v *view) edgesData() Seq {
	return func(yield func(any) bool) {
		for _, e := range v.graph.Edges {
			if v.between(e) && !yield(Fields{{"from", e.From.Address()}, {"to", e.To.Address()}, {"kind", string(e.Kind)}}) {
				return
			}
		}
	}
}

func unmatchedData(u cascade.Unmatched) Fields {
	var team any
	if u.Team != nil {
		team = u.Team.ID.V
	}
	return Fields{
		{"from", u.From.Address()}, {"to", askedAddress(u.Ask)}, {"reason", string(u.Reason)},
		{"team", team}, {"needed_by", dayData(neededBy(u.Ask))}, {"by", dayData(u.By())}, {"declined", OrNull(refusal(u.Ask))},
	}
}

func (v *view) rollingData() Seq {
	return func(yield func(any) bool) {
		for _, r := range v.graph.Rolling() {
			if !v.in(r.Objective) {
				continue
			}
			sets := Each(r.Sets, func(o *okr.Objective) any {
				var scored any
				if s, known := v.objectives[o]; known {
					scored = share(s.Score)
				}
				return Fields{{"address", o.Address()}, {"cycle", o.Document.Cycle.ID}, {"score", scored}}
			})
			if !yield(Fields{{"address", r.Objective.Address()}, {"sets", sets}}) {
				return
			}
		}
	}
}

// cascadeColumns are those of the long table: one row per link.
var cascadeColumns = []string{
	"from", "to", "kind", "from_team", "from_cycle", "from_title", "to_team", "to_cycle", "to_title", "state", "needed_by", "by",
}

func (v *view) records() *Records {
	return &Records{Columns: cascadeColumns, Rows: func(yield func([]string) bool) {
		asks := make(map[*okr.Link]*cascade.Ask)
		for _, a := range v.graph.Asks() {
			asks[&a.Dependency.On] = a
		}
		for _, e := range v.graph.Edges {
			if !v.between(e) {
				continue
			}
			row := []string{
				e.From.Address(), e.To.Address(), string(e.Kind), e.From.Team.ID.V, cycleID(e.From), e.From.Title(),
				e.To.Team.ID.V, cycleID(e.To), e.To.Title(), "", "", "",
			}
			if a := asks[e.Link]; a != nil {
				row[9], row[10], row[11] = string(a.State), neededBy(a).String(), a.By().String()
			}
			if !yield(row) {
				return
			}
		}
	}}
}

func cycleID(n *cascade.Node) string {
	if n.Cycle == nil {
		return ""
	}
	return n.Cycle.ID
}
