package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var volumeOfActivity = Rule{
	Rule: diag.Rule{ID: "volume-of-activity", Category: diag.TaskList, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "How much the team does, counted."},
	Why: "A count of calls, posts or meetings rewards being busy. " +
		"It has a number and is still a task list: what the activity leads to is missing.",
	Source: "Jeff Gothelf and Josh Seiden, Who Does What By How Much?",
	About:  KeyResult,
	Bad: []string{
		"Increase the number of blog posts from 4 to 8 a month",
		"Number of sales calls rises from 30 to 50 a week",
	},
	Good: []string{
		"Readers who ask for an offer rise from 10 to 25 a month",
		"First meetings that lead to an order rise from 8 to 15 percent",
	},
	Since: edition,
	Advise: func(s Said) (string, string) {
		return s.quoted() + " counts what the team does.",
			"Write what all of it should lead to: who then does what, from how many to how many?"
	},
}
