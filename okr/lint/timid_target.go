package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var timidTarget = Rule{
	Rule: diag.Rule{ID: "timid-target", Category: diag.Ambition, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A target that is sure to be hit."},
	Why: "A target chosen because it is safe teaches the team nothing and hides what would have been possible. " +
		"Seven tenths of something hard is worth more.",
	Source: "Google's OKR playbook",
	About:  Note,
	Bad: []string{
		"We are sandbagging this one",
		"We chose a target that we are sure to hit",
	},
	Good: []string{
		"It is a stretch: we got half as far last quarter",
		"The new form could double it, if people find it",
	},
	Since: edition,
	Advise: func(s Said) (string, string) {
		return s.quoted() + " describes a target that is safe.",
			"Raise it until you would call it even odds, or mark it `committed` and say so."
	},
}
