package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var performanceRating = Rule{
	Rule: diag.Rule{ID: "performance-rating", Category: diag.People, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "A rating of people."},
	Why: "Where results decide how people are rated, targets get timid and bad news comes late. " +
		"Evaluation needs its own conversation, with more in view than a number. " +
		"A key for it, such as `rating`, is refused in every file.",
	Source: "John Doerr, Measure What Matters",
	About:  Note,
	Bad: []string{
		"Performance rating of the analyst: exceeds expectations",
		"Her performance rating will follow the OKR score",
	},
	Good: []string{
		"The app store rating rose from 3.9 to 4.4",
		"Star ratings of the courses came in late",
	},
	Since:  edition,
	Varies: []Variation{bareWord()},
	Check:  strictly("performance-rating"),
	Advise: func(s Said) (string, string) {
		return s.says("{words} rates people; objectives are no instrument for that.",
			"Leave it out. What the team learned belongs here; how people did is talked about between two.")
	},
}
