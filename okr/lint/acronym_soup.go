package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var acronymSoup = Rule{
	Rule: diag.Rule{ID: "acronym-soup", Category: diag.Language, Class: diag.ClassRules, Severity: diag.Info,
		Summary: "Capitals that nobody outside the team can read."},
	Why: "Objectives are open so that other teams find their part in them. " +
		"Unexplained abbreviations close them again.",
	Source: "William Zinsser, On Writing Well",
	About:  KeyResult,
	Bad: []string{
		"QZT requests answered within a day rise from 40 to 60 percent",
		"Share of LBX cases closed at the first call rises from 40 to 60 percent",
	},
	Good: []string{
		"Requests for spare parts answered within a day rise from 40 to 60 percent",
		"API calls that fail drop from 3 to 1 percent",
	},
	Since:  edition,
	Varies: []Variation{{Severity: diag.Warning, Where: "for three or more"}},
	Advise: func(s Said) (string, string) {
		if len(s.Sign.Evidence) > 1 {
			return s.says("{list} say something to your own team only.",
				"Spell them out once, or add to the `glossary` what the whole organisation uses.", "{list}", s.listed())
		}
		return s.says("{list} says something to your own team only.",
			"Spell it out once, or add it to the `glossary` if the whole organisation uses it.", "{list}", s.listed())
	},
}
