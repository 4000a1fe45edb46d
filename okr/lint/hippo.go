package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var hippo = Rule{
	Rule: diag.Rule{ID: "hippo", Category: diag.Language, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "Authority in the place of a reason."},
	Why: "Because somebody asked for it is no reason that a team can weigh against another. " +
		"What that person saw among customers or in the business is.",
	Source: "Ron Kohavi, on the highest paid person's opinion",
	About:  Objective,
	Bad: []string{
		"The CEO wants a new portal",
		"Faster deliveries, as requested by the CEO",
	},
	Good: []string{
		"Parcels arrive when customers are at home",
		"Customers can change an order after they paid",
	},
	Since: edition,
	Advise: func(s Said) (string, string) {
		return s.says("{words} gives authority as the reason.",
			"Write the fact behind it: what was seen among customers or in the business that makes this worth a quarter?")
	},
}
