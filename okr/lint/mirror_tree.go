package lint

import (
	"fmt"
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var mirrorTree = Rule{
	Rule: diag.Rule{ID: "mirror-tree", Category: diag.Alignment, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A team whose objectives are mostly the words of the teams above."},
	Why: "Where a team only repeats what stands above it, one level of planning has no content, and one of the two is not needed. " +
		"What a team adds is what it knows: where the outcome is stuck, and for whom.",
	Source: "WorkFuze, on aligning OKRs",
	About:  Files,
	Bad: []string{companyNight + `
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: rested
    title: Guests who say that they slept well rise
    commitment: aspirational
    supports: [company/2026-Q4/night-trains/rested]
    key_results:
` + berthResults + `
  - id: again
    title: Guests who book a second night within a year rise
    commitment: aspirational
    supports: [company/2026-Q4/night-trains]
    key_results:
` + ticketResults},
	Good: []string{companyNight + `
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: rested
    title: Nobody is woken by a knock on the wrong door
    commitment: aspirational
    supports: [company/2026-Q4/night-trains/rested]
    key_results:
` + berthResults + `
  - id: again
    title: A ticket is bought before the coffee is cold
    commitment: aspirational
    supports: [company/2026-Q4/night-trains]
    key_results:
` + ticketResults},
	Since: edition,
	Check: checkMirrors,
}

// mirrored is the share of copies among the objectives of a document from which it is
// a mirror, as a fraction; one copy alone is no mirror.
const mirrored, mirroredOf, mirrorShown = 6, 10, 3

func checkMirrors(r *Reading, say Say) {
	copies := make(map[*okr.Document][]cascade.Copy)
	var order []*okr.Document
	for _, c := range r.Graph().Copies() {
		d := c.Objective.Objective.Document
		if copies[d] == nil {
			order = append(order, d)
		}
		copies[d] = append(copies[d], c)
	}
	for _, d := range order {
		found, all := copies[d], 0
		for _, o := range d.Objectives {
			if o.Cancelled == nil || o.Cancelled.Date.V > r.At {
				all++
			}
		}
		if d.Outline || len(found) < 2 || len(found)*mirroredOf < all*mirrored {
			continue
		}
		var above []string
		for _, c := range found {
			if name := nameOf(c.Of.Team); !slices.Contains(above, name) && len(above) < mirrorShown {
				above = append(above, name)
			}
		}
		m := OnDocument(d).Says(
			fmt.Sprintf("%d of the %d objectives of %s repeat what stands above, with %s", len(found), all, nameOf(d.Team), list(above)),
			"For each outcome that is passed down write one objective of "+nameOf(d.Team)+"'s own: the part of it that "+nameOf(d.Team)+
				" can change. If nothing is to be added, leave the outcome to the team above and delete it here.")
		for _, c := range found[:min(len(found), mirrorShown)] {
			m = m.besideNode("repeats "+named(titleOf(c.Of)), c.Objective)
		}
		say(m)
	}
}
