package load

import (
	"slices"
	"strconv"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/near"
)

// meant is a question after the addresses that a wrong one may have meant, else a
// list of what there is. It compares the part that is wrong, where that part
// lies, and stays empty where nothing is close.
func (g *gathering) meant(a okr.Address, found okr.Link, missing okr.Missing) string {
	if g.searches--; g.searches < 0 {
		return ""
	}
	var close []string
	switch missing {
	case okr.NoTeam:
		close = g.nearTeams(a)
	case okr.NoCycle, okr.NoDocument:
		close = g.nearCycles(a)
	case okr.NoObjective:
		close = nearby(a.Objective, objectiveIDs(found.Document), func(id string) okr.Address {
			return okr.Address{Team: a.Team, Cycle: found.Document.CycleID.V, Objective: id, KeyResult: keep(found.Document, id, a.KeyResult)}
		})
		if len(close) == 0 {
			close = g.elsewhere(a)
		}
	case okr.NoKeyResult:
		o := found.Objective
		close = nearby(a.KeyResult, keyResultIDs(o), func(id string) okr.Address {
			return okr.Address{Team: o.Document.TeamID.V, Cycle: o.Document.CycleID.V, Objective: o.ID.V, KeyResult: id}
		})
	}
	if len(close) > 0 {
		return "Did you mean " + listed(close, "or") + "? "
	}
	return thereIs(found, missing)
}

// nearby are the addresses of the ids nearest to a wrong one.
func nearby(wrong string, ids []string, address func(id string) okr.Address) []string {
	var close []string
	for _, id := range near.Words(wrong, ids) {
		close = append(close, address(id).String())
	}
	return close
}

// nearTeams are addresses of teams with a close id, first those that lead somewhere.
func (g *gathering) nearTeams(a okr.Address) []string {
	var leads, others []string
	for _, id := range near.Words(a.Team, g.teamIDs) {
		b := a
		b.Team = id
		if _, missing := g.workspace.Find(b); missing == okr.NothingMissing {
			leads = append(leads, b.String())
		} else {
			others = append(others, b.String())
		}
	}
	if len(leads) > 0 {
		return leads
	}
	return others
}

// nearCycles are addresses in other documents of the team: where the same thing
// stands, else those of cycles with a close name.
func (g *gathering) nearCycles(a okr.Address) []string {
	if same := g.elsewhere(a); len(same) > 0 {
		return same
	}
	var cycles []string
	for _, c := range g.workspace.Cycles {
		if g.workspace.Document(a.Team, c.ID) != nil {
			cycles = append(cycles, c.ID)
		}
	}
	if a.Objective != "" {
		return nil
	}
	return nearby(a.Cycle, cycles, func(id string) okr.Address { return okr.Address{Team: a.Team, Cycle: id} })
}

// elsewhere are the latest cycles in which the address leads somewhere.
func (g *gathering) elsewhere(a okr.Address) []string {
	var same []string
	for _, c := range slices.Backward(g.workspace.Cycles) {
		b := a
		b.Cycle = c.ID
		if _, missing := g.workspace.Find(b); missing == okr.NothingMissing && a.Objective != "" && len(same) < 3 {
			same = append(same, b.String())
		}
	}
	return same
}

// thereIs lists what can be named in the place of what is missing.
func thereIs(found okr.Link, missing okr.Missing) string {
	const most = 6
	var where string
	var ids []string
	switch missing {
	case okr.NoObjective:
		where, ids = found.Document.Address(), objectiveIDs(found.Document)
	case okr.NoKeyResult:
		where, ids = found.Objective.Address(), keyResultIDs(found.Objective)
	}
	if len(ids) == 0 || len(ids) > most {
		return ""
	}
	return where + " has " + listed(ids, "and") + ". "
}

func objectiveIDs(d *okr.Document) []string {
	var ids []string
	for o := range d.Every() {
		ids = append(ids, o.ID.V)
	}
	return ids
}

func keyResultIDs(o *okr.Objective) []string {
	var ids []string
	for _, k := range o.KeyResults {
		if !k.IsRef() {
			ids = append(ids, k.ID.V)
		}
	}
	return ids
}

// keep is the id of a key result where the objective has it, else nothing.
func keep(d *okr.Document, objective, keyResult string) string {
	if keyResult != "" && d.ObjectiveByID(objective).KeyResultByID(keyResult) != nil {
		return keyResult
	}
	return ""
}

// count is a small number as a word.
func count(n int) string {
	words := []string{"no", "one", "two", "three", "four", "five"}
	if n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}
