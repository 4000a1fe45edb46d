package diff

import (
	"cmp"
	"slices"

	"github.com/okrs-as-code/okrs/okr"
)

// order is the order of the teams and cycles of both states, and the one of two
// things with the same name that stands for both: that after the change.
type order struct {
	teams     map[string]*okr.Team
	cycles    map[string]*okr.Cycle
	teamRank  map[string]int
	cycleRank map[string]int
}

// place is a team and a cycle, by id.
type place struct{ team, cycle string }

func placeOf(d *okr.Document) place { return place{d.TeamID.V, d.CycleID.V} }

func orderOf(before, after *okr.Workspace) *order {
	x := &order{
		teams: make(map[string]*okr.Team), cycles: make(map[string]*okr.Cycle),
		teamRank: make(map[string]int), cycleRank: make(map[string]int),
	}
	var cycles []*okr.Cycle
	for _, ws := range []*okr.Workspace{after, before} {
		for _, t := range ws.Teams {
			if x.teams[t.ID.V] == nil {
				x.teamRank[t.ID.V] = len(x.teams)
				x.teams[t.ID.V] = t
			}
		}
		for _, c := range ws.Cycles {
			if x.cycles[c.ID] == nil {
				x.cycles[c.ID] = c
				cycles = append(cycles, c)
			}
		}
	}
	slices.SortStableFunc(cycles, func(a, b *okr.Cycle) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.ID, b.ID))
	})
	for i, c := range cycles {
		x.cycleRank[c.ID] = i
	}
	return x
}

// team is whose document it is; nil where the register of neither state knows it.
func (x *order) team(d *okr.Document) *okr.Team { return x.teams[d.TeamID.V] }

// cycle is that of the document; nil where neither state knows it.
func (x *order) cycle(d *okr.Document) *okr.Cycle { return x.cycles[d.CycleID.V] }

// compare orders by cycle, then by team; what has neither comes first.
func (x *order) compare(team *okr.Team, cycle *okr.Cycle, otherTeam *okr.Team, otherCycle *okr.Cycle) int {
	return cmp.Or(cmp.Compare(x.rankOfCycle(cycle), x.rankOfCycle(otherCycle)), cmp.Compare(x.rankOfTeam(team), x.rankOfTeam(otherTeam)))
}

func (x *order) rankOfCycle(c *okr.Cycle) int {
	if c == nil {
		return -1
	}
	return x.cycleRank[c.ID]
}

func (x *order) rankOfTeam(t *okr.Team) int {
	if t == nil {
		return -1
	}
	return x.teamRank[t.ID.V]
}
