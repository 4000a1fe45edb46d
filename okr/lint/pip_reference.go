package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var pipReference = Rule{
	Rule: diag.Rule{ID: "pip-reference", Category: diag.People, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "A measure against one person."},
	Why: "Discipline is a matter between a person and those responsible for them. " +
		"In a shared file it frightens everybody, and git keeps it after it is deleted. " +
		"A key for it, `pip`, is refused in every file.",
	Source: "Kim Scott, Radical Candor",
	About:  Note,
	Bad: []string{
		"Two people are on a performance improvement plan",
		"Whoever misses it gets a performance improvement plan",
	},
	Good: []string{
		"Installing with pip takes half as long",
		"The improvement plan for the warehouse starts in May",
	},
	Since:  edition,
	Varies: []Variation{bareWord()},
	Check:  strictly("pip-reference"),
	Advise: func(s Said) (string, string) {
		return s.says("{words} is a matter of personnel and must not stand in a shared file.",
			"Delete it, and have it removed from the history too if it was committed; the people in charge of the repository can help.")
	},
}
