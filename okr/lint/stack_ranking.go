package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var stackRanking = Rule{
	Rule: diag.Rule{ID: "stack-ranking", Category: diag.People, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "People put in an order of merit."},
	Why: "Whoever is ranked has a reason not to help the next one. " +
		"Teams that watch a common number solve more and hold together under pressure. " +
		"A key for it, such as `rank`, is refused in every file.",
	Source: "Studies of shared and individual metrics in software teams",
	About:  Note,
	Bad: []string{
		"Stack rank the engineers by closed pull requests",
		"The bottom 10 percent of employees get a talk",
	},
	Good: []string{
		"Our search ranking moved from page three to page one",
		"The game shows players a new kind of leaderboard",
	},
	Since: edition,
	Varies: []Variation{
		{Severity: diag.Warning, Where: "for the best of a month or a quarter, in a note"},
		bareWord(),
	},
	Check: strictly("stack-ranking"),
	Advise: func(s Said) (string, string) {
		return s.says("{words} puts people in an order.",
			"Write the one result that all of them move together.")
	},
}
