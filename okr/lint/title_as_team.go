package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var titleAsTeam = Rule{
	Rule: diag.Rule{ID: "title-as-team", Category: diag.People, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A role with a single holder in the place of a team."},
	Why: "A role that one person holds is that person. Goals of a leader that are handed down are a list of wishes, " +
		"and nobody else can see their own part in them.",
	Source: "Marty Cagan, Empowered",
	About:  KeyResult,
	Bad: []string{
		"The CTO owns the reduction of outages from 9 to 3 a month",
		"The VP Sales leads the growth of renewals from 60 to 75 percent",
	},
	Good: []string{
		"Outages that customers notice fall from 9 to 3 a month",
		"Customers who renew rise from 60 to 75 percent",
	},
	Since: edition,
	Advise: func(s Said) (string, string) {
		return s.quoted() + " makes a role with one holder the owner of a goal.",
			"Name the team that works on it, for example `engineering` in the place of `CTO`."
	},
}
