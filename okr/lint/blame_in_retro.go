package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var blameInRetro = Rule{
	Rule: diag.Rule{ID: "blame-in-retro", Category: diag.People, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A look back that says who failed."},
	Why: "Once a note says whose fault it was, the next notes are written in defence. " +
		"What the team believed and what it will change is worth more than who it was.",
	Source: "Norman Kerth, Project Retrospectives",
	About:  Note,
	Bad: []string{
		"Jonas forgot the migration script",
		"It was late because he failed to call the supplier",
	},
	Good: []string{
		"The supplier failed to deliver in May",
		"We learned about the new form too late and now ask in week one",
	},
	Since: edition,
	Advise: func(s Said) (string, string) {
		return s.says("{words} says who failed.",
			"Write what happened, what you had expected, and what you change next time.")
	},
}
