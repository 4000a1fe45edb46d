package load

import (
	"cmp"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/near"
	"github.com/okrs-as-code/okrs/okr/source"
)

// arrange makes a tree of the teams of okr.yaml and knows the cycles it names.
// What it says is about okr.yaml.
func (d *desk) arrange(file *source.File) []note {
	notes := d.uniqueTeams(file)
	notes = append(notes, d.parents(file)...)
	notes = append(notes, d.loops(file)...)
	notes = append(notes, d.nameCycles(file)...)
	return append(notes, d.teamsOfOne(file)...)
}

// teamsOfOne finds teams that are one person. A company that has just been founded
// may have some, so that a comment with the reason can allow it.
func (d *desk) teamsOfOne(file *source.File) []note {
	rule := diag.IndividualOKR
	rule.Class = diag.ClassMeaning
	var notes []note
	for _, team := range d.register.teams {
		if team.Size.Written() && team.Size.V == 1 {
			notes = append(notes, note{
				rule: rule, file: file, span: team.Size.Span,
				message: "a team of one is a person, and objectives belong to teams",
				hint: "Let the work serve an objective of the team above, and keep personal goals outside this repository. " +
					"While the company is being founded, end the line with `# okr:allow individual-okr because …`.",
			})
		}
	}
	return notes
}

// uniqueTeams keeps the first of the teams with one id.
func (d *desk) uniqueTeams(file *source.File) []note {
	var notes []note
	kept := d.register.teams[:0]
	for _, team := range d.register.teams {
		first := d.teams[team.ID.V]
		if first == nil {
			d.teams[team.ID.V] = team
			kept = append(kept, team)
			continue
		}
		notes = append(notes, twice(file, first.ID, team.ID, "",
			"two teams have the id "+quoted(team.ID.V), "Give each team an id of its own, or delete one of the two.")...)
	}
	d.register.teams = kept
	return notes
}

// twice is a finding at each of two places that have one name.
func twice(file *source.File, first, second okr.Text, subject, message, hint string) []note {
	one := note{rule: diag.DuplicateID, file: file, span: first.Span, subject: subject, message: message, hint: hint}
	two := one
	two.span = second.Span
	one.related = []relation{{"the other one", file, second.Span}}
	two.related = []relation{{"the other one", file, first.Span}}
	return []note{one, two}
}

func (d *desk) parents(file *source.File) []note {
	var notes []note
	for _, team := range d.register.teams {
		if !team.ParentID.Written() {
			continue
		}
		if team.Parent = d.teams[team.ParentID.V]; team.Parent == nil && !d.openTeams {
			notes = append(notes, note{
				rule: diag.UnknownTeam, file: file, span: team.ParentID.Span,
				message: "there is no team " + quoted(team.ParentID.V) + " for " + team.ID.V + " to belong to",
				hint:    didYouMean(team.ParentID.V, d.teamIDs()) + "Write the id of a team of this list, or leave `parent` out for the top of the organisation.",
			})
		}
	}
	return notes
}

// loops opens each ring of parents at its first team, and says so at every team
// in the ring. What is left is a forest, which it puts in order.
func (d *desk) loops(file *source.File) []note {
	var notes []note
	for _, ring := range rings(d.register.teams) {
		names := make([]string, len(ring))
		for i, member := range ring {
			names[i] = member.ID.V
		}
		names = append(names, ring[0].ID.V)
		for _, member := range ring {
			notes = append(notes, note{
				rule: diag.TeamLoop, file: file, span: member.ParentID.Span,
				message: "these teams belong to each other in a ring: " + strings.Join(names, " → "),
				hint:    "Decide which of them is on top, and give it another `parent` or none.",
			})
		}
		ring[0].Parent = nil
	}
	var roots []*okr.Team
	for _, team := range d.register.teams {
		if team.Parent == nil {
			roots = append(roots, team)
		} else {
			team.Parent.Children = append(team.Parent.Children, team)
		}
	}
	ordered := make([]*okr.Team, 0, len(d.register.teams))
	for _, root := range roots {
		ordered = inTreeOrder(ordered, root, 0)
	}
	d.register.teams = ordered
	return notes
}

// rings are the rings of parents, each beginning with the team that the register
// lists first.
func rings(teams []*okr.Team) [][]*okr.Team {
	var found [][]*okr.Team
	walks := make(map[*okr.Team]int, len(teams)) // the walk that came by first
	for walk, team := range teams {
		at := team
		for at != nil && walks[at] == 0 {
			walks[at] = walk + 1
			at = at.Parent
		}
		if at == nil || walks[at] != walk+1 {
			continue
		}
		first := at
		for member := at.Parent; member != at; member = member.Parent {
			if member.ID.Span.Start < first.ID.Span.Start {
				first = member
			}
		}
		ring := []*okr.Team{first}
		for member := first.Parent; member != first; member = member.Parent {
			ring = append(ring, member)
		}
		found = append(found, ring)
	}
	return found
}

func inTreeOrder(ordered []*okr.Team, team *okr.Team, depth int) []*okr.Team {
	team.Depth = depth
	ordered = append(ordered, team)
	for _, child := range team.Children {
		ordered = inTreeOrder(ordered, child, depth+1)
	}
	return ordered
}

func (d *desk) teamIDs() []string {
	ids := make([]string, 0, len(d.teams))
	for id := range d.teams {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// nameCycles makes the cycles of okr.yaml known, the first of each name.
func (d *desk) nameCycles(file *source.File) []note {
	var notes []note
	first := make(map[string]okr.Text)
	for _, c := range d.register.cycles {
		if known, taken := first[c.id.V]; taken {
			notes = append(notes, twice(file, known, c.id, "",
				"two cycles have the id "+quoted(c.id.V), "Give each cycle an id of its own, or delete one of the two.")...)
			continue
		}
		first[c.id.V] = c.id
		cycle := &okr.Cycle{ID: c.id.V, Name: c.name.V, Start: c.start.V, End: c.end.V, Grace: d.settings.Calendar.GraceDays}
		if cycle.End < cycle.Start {
			notes = append(notes, note{
				rule: diag.CycleDates, file: file, span: c.end.Span,
				message: "the cycle ends on " + cycle.End.String() + ", before it starts on " + cycle.Start.String(),
				hint:    "Correct one of the two dates; both days belong to the cycle.",
				related: []relation{{"the start", file, c.start.Span}},
			})
			cycle.End = cycle.Start
		}
		d.name(cycle)
	}
	return notes
}

// allTeams puts adopted teams behind those of the register and numbers them all.
func (d *desk) allTeams() []*okr.Team {
	all := slices.Clone(d.register.teams)
	adopted := make([]*okr.Team, 0, len(d.adopted))
	for _, team := range d.adopted {
		adopted = append(adopted, team)
	}
	slices.SortFunc(adopted, func(a, b *okr.Team) int { return cmp.Compare(a.ID.V, b.ID.V) })
	all = append(all, adopted...)
	for i, team := range all {
		d.order[team] = i
	}
	return all
}

// allCycles are the cycles that documents or okr.yaml name, by start, then
// longest first.
func (d *desk) allCycles() []*okr.Cycle {
	var all []*okr.Cycle
	for _, known := range d.cycles {
		if known.cycle != nil && known.used {
			all = append(all, known.cycle)
		}
	}
	slices.SortFunc(all, func(a, b *okr.Cycle) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.ID, b.ID))
	})
	return all
}

// didYouMean is a question after the nearest words, and empty where none is near.
func didYouMean(written string, words []string) string {
	near := near.Words(written, words)
	if len(near) == 0 {
		return ""
	}
	return "Did you mean " + listed(near, "or") + "? "
}
