package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var businessAsUsual = Rule{
	Rule: diag.Rule{ID: "business-as-usual", Category: diag.Focus, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "Keeping what is in the place of a change."},
	Why: "An objective that changes nobody's week takes the room of one that would. " +
		"What must not get worse is a guardrail or a health metric, and is watched without an objective.",
	Source: "Google's OKR playbook",
	About:  Objective,
	Bad: []string{
		"Keep the lights on",
		"Maintain our market position",
	},
	Good: []string{
		"Shops never have to think about their cash registers",
		"Newcomers feel at home in their first week",
	},
	Since: edition,
	Advise: func(s Said) (string, string) {
		return s.quoted() + " holds what already is.",
			"Watch " + s.thing("the level") + " as a guardrail, and ask what should be better by the end of the quarter, not merely not worse."
	},
}
