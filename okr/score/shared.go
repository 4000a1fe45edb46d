package score

import (
	"cmp"
	"slices"

	"github.com/okrs-as-code/okrs/okr"
)

// shares knows which teams share a key result.
type shares struct {
	ws       *okr.Workspace
	listings map[*okr.KeyResult][]*okr.Team // by definition, the teams that list it by reference
	order    map[*okr.Team]int              // the order of the tree; nil where nothing is shared
}

func sharesOf(ws *okr.Workspace, cycle *okr.Cycle) shares {
	s := shares{ws: ws}
	for _, d := range ws.DocumentsOf(cycle) {
		for o := range d.Every() {
			for _, k := range o.KeyResults {
				if k.IsRef() && k.Ref.KeyResult != nil && d.Team != nil {
					s.note(k.Ref.KeyResult, d.Team)
				}
			}
		}
	}
	return s
}

func (s *shares) note(definition *okr.KeyResult, team *okr.Team) {
	if s.listings == nil {
		s.listings = make(map[*okr.KeyResult][]*okr.Team)
		s.order = make(map[*okr.Team]int, len(s.ws.Teams))
		for i, t := range s.ws.Teams {
			s.order[t] = i
		}
	}
	s.listings[definition] = append(s.listings[definition], team)
}

// with are all teams that share the key result but the one given: those that
// define, list or are offered it, in the order of the tree.
func (s *shares) with(definition *okr.KeyResult, team *okr.Team) []*okr.Team {
	listing := s.listings[definition]
	if len(listing) == 0 && len(definition.SharedWith) == 0 {
		return nil
	}
	teams := append([]*okr.Team{s.ws.Team(definition.Objective.Document.TeamID.V)}, listing...)
	for _, id := range definition.SharedWith {
		teams = append(teams, s.ws.Team(id.V))
	}
	teams = slices.DeleteFunc(teams, func(t *okr.Team) bool { return t == nil || t == team })
	slices.SortStableFunc(teams, func(a, b *okr.Team) int { return cmp.Compare(s.rank(a), s.rank(b)) })
	return slices.Compact(teams)
}

func (s *shares) rank(t *okr.Team) int {
	if s.order != nil {
		return s.order[t]
	}
	return slices.Index(s.ws.Teams, t)
}
