package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var teamCompetition = Rule{
	Rule: diag.Rule{ID: "team-competition", Category: diag.Incentives, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "One team against another."},
	Why: "A team that wins by being ahead of a neighbour has no reason to help it. " +
		"Customers gain nothing from who came first.",
	Source: "W. Edwards Deming, Out of the Crisis",
	About:  Note,
	Bad: []string{
		"We want to beat the other teams",
		"Let us outperform the other departments this quarter",
	},
	Good: []string{
		"We want customers to see one price in all shops",
		"Two teams now share the guardrail for returns",
	},
	Since: edition,
	Advise: func(s Said) (string, string) {
		return s.says("{words} sets one team against another.",
			"Write what the customers of both would gain, and share that result.")
	},
}
