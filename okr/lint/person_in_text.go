package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var personInText = Rule{
	Rule: diag.Rule{ID: "person-in-text", Category: diag.People, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A name, a handle or an address of one person."},
	Why: "A result that hangs on one person ends when that person changes role, and reads as a verdict on them while it lasts. " +
		"Objectives belong to teams; who does which part is agreed elsewhere.",
	Source: "Christina Wodtke, Radical Focus",
	About:  KeyResult,
	Bad: []string{
		"@mira cuts waiting time at the counter from 12 to 6 minutes",
		"Invoices paid late fall from 14 to 6 percent, ask jonas.beck@example.com",
	},
	Good: []string{
		"Waiting time at the counter falls from 12 to 6 minutes",
		"Invoices paid late fall from 14 to 6 percent",
	},
	Since: edition,
	Advise: func(s Said) (string, string) {
		return s.quoted() + " points at one person; objectives belong to teams.",
			"Name the team or the people it serves instead, or leave the name out: the sentence seldom needs it."
	},
}
