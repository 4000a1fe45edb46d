package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var promotionLink = Rule{
	Rule: diag.Rule{ID: "promotion-link", Category: diag.People, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "Results tied to promotion."},
	Why: "A result that carries somebody's career will be reached on paper. " +
		"It stops telling the team the truth, and helping another team starts to cost something. " +
		"A key for it, such as `promotion`, is refused in every file.",
	Source: "Laszlo Bock, Work Rules!",
	About:  Note,
	Bad: []string{
		"Reaching this OKR counts towards promotion",
		"We need a good OKR score for the promotion case",
	},
	Good: []string{
		"The spring promotion brought fewer visitors than planned",
		"The build was promoted to production on Tuesday",
	},
	Since:  edition,
	Varies: []Variation{bareWord()},
	Check:  strictly("promotion-link"),
	Advise: func(s Said) (string, string) {
		return s.says("{words} ties results to a promotion.",
			"Leave the career out; a promotion is decided on a person's whole work, in another conversation.")
	},
}
