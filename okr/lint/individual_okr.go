package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var individualOKR = Rule{
	Rule: diag.Rule{ID: "individual-okr", Category: diag.People, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "A goal of a single person."},
	Why: "Goals of one person turn into task lists that only this person can judge, and they pull people apart " +
		"who could have moved one result together. Companies that tried them dropped them as slow and soon outdated. " +
		"A team of one in okr.yaml and a folder named people are such goals as well; a company of founders allows its teams of one there, with the reason.",
	Source: "Spotify's people team, on giving up individual OKRs",
	About:  Note,
	Bad: []string{
		"My personal OKR is to close more deals",
		"Each developer has their own OKRs this quarter",
	},
	Good: []string{
		"The team agreed on two objectives for the quarter",
		"Refunds are slower because the bank changed its form",
	},
	Since:  edition,
	Varies: []Variation{{Severity: diag.Warning, Where: "for a quota by head, and for what one person is to learn"}},
	Advise: func(s Said) (string, string) {
		return s.says("{words} speaks of the goals of one person; this place is for what a team changes together.",
			"Write which result of the team this work serves. Personal goals are good: keep them in a place of their own.")
	},
}
