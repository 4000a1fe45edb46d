package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var jargon = Rule{
	Rule: diag.Rule{ID: "jargon", Category: diag.Language, Class: diag.ClassRules, Severity: diag.Info,
		Summary: "Words that sound large and say little."},
	Why: "Nobody remembers a sentence made of such words, and nobody can act on it. " +
		"Plain words also show where the thought is not finished.",
	Source: "William Zinsser, On Writing Well",
	About:  Objective,
	Bad: []string{
		"Unlock synergies that make our customers happy",
		"A holistic service that our customers love",
	},
	Good: []string{
		"Customers get one answer, whoever they ask",
		"Shops can plan their week on Monday morning",
	},
	Since: edition,
	Advise: func(s Said) (string, string) {
		return s.says("{words} sounds large and says little.",
			"Say it as you would to a colleague on the first day.")
	},
}
