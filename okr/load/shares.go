package load

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

// acceptance is a key result that another team lists.
type acceptance struct {
	definition *okr.KeyResult
	team       *okr.Team
}

// shares holds both sides of shared key results against each other: what one
// team offers the other lists, and what one lists the other offers.
func (g *gathering) shares() {
	accepted := make(map[acceptance]bool)
	g.eachBody(func(d *okr.Document, o *okr.Objective, k *okr.KeyResult) {
		if k.IsRef() && k.Ref.KeyResult != nil {
			accepted[acceptance{k.Ref.KeyResult, d.Team}] = true
			g.checkReference(d, o, k)
		}
	})
	g.eachBody(func(d *okr.Document, _ *okr.Objective, k *okr.KeyResult) {
		for _, partner := range k.SharedWith {
			g.checkOffer(d, k, partner, accepted)
		}
	})
}

func (g *gathering) eachBody(do func(*okr.Document, *okr.Objective, *okr.KeyResult)) {
	for _, d := range g.workspace.Documents {
		for o := range d.Every() {
			for _, k := range o.KeyResults {
				if k.Body != nil {
					do(d, o, k)
				}
			}
		}
	}
}

// checkReference looks at a listed key result from the side that lists it.
func (g *gathering) checkReference(d *okr.Document, o *okr.Objective, k *okr.KeyResult) {
	say := func(rule diag.Rule, message, hint string) {
		g.notes = append(g.notes, note{
			rule: rule, file: d.File, span: k.Ref.Address.Span, subject: o.Address(), message: message, hint: hint,
			related: []relation{{"the definition", k.Ref.Document.File, k.Ref.KeyResult.ID.Span}},
		})
	}
	offered := slices.ContainsFunc(offersOf(k.Ref.KeyResult), func(t okr.Text) bool { return t.V == d.TeamID.V })
	switch {
	case k.Ref.Document.Team == d.Team:
		say(diag.DanglingLink, "`ref` leads to a key result of the same team, and lists one of another",
			"Move the key result to where it belongs; within one team it stands once.")
	case k.Ref.Document.Cycle != d.Cycle:
		say(diag.DanglingLink, "`ref` leads to "+k.Ref.Document.CycleID.V+", and lists a key result of the same cycle, "+d.CycleID.V,
			"Write the address it has in "+d.CycleID.V+"; a longer cycle is served with `supports`.")
	case !offered:
		say(diag.OneWayShare, k.Ref.Document.TeamID.V+" does not share "+k.Ref.Address.V+" with "+d.TeamID.V,
			"Ask "+k.Ref.Document.TeamID.V+" to write shared_with: ["+d.TeamID.V+"] there, or delete this reference.")
	}
}

func offersOf(k *okr.KeyResult) []okr.Text {
	if k.Body == nil {
		return nil
	}
	return k.SharedWith
}

// checkOffer looks at a shared key result from the side that defines it.
func (g *gathering) checkOffer(d *okr.Document, k *okr.KeyResult, partner okr.Text, accepted map[acceptance]bool) {
	say := func(rule diag.Rule, message, hint string) {
		g.notes = append(g.notes, note{
			rule: rule, file: d.File, span: partner.Span, subject: k.Address(), message: message, hint: hint,
		})
	}
	team, document := g.workspace.Team(partner.V), partner.V+"/"+d.CycleID.V
	switch {
	case team == nil && g.openTeams || g.gaps[document] || g.gaps[document+brokenReference]:
	case team == nil:
		say(diag.UnknownTeam, "there is no team "+quoted(partner.V)+" in okr.yaml to share this with",
			g.nearest(partner.V, g.teamIDs)+"Write the id of a team.")
	case team == d.Team:
		say(diag.OneWayShare, d.TeamID.V+" cannot share a key result with itself", "Write the id of the other team.")
	case !accepted[acceptance{k, team}]:
		say(diag.OneWayShare, team.ID.V+" does not list this key result in its document for "+d.CycleID.V,
			"Ask "+team.ID.V+" to add `- ref: "+k.Address()+"` to an objective, or delete "+team.ID.V+" here.")
	}
}
