package lint

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
)

var noVerbOrChange = Rule{
	Rule: diag.Rule{ID: "no-verb-or-change", Category: diag.Language, Class: diag.ClassRules, Severity: diag.Info,
		Summary: "A heading in the place of a direction."},
	Why: "A theme tells what the quarter is about and not where it leads. " +
		"Everything fits under it, so it cannot help to say no.",
	Source: "Christina Wodtke, Radical Focus",
	About:  Objective,
	Bad: []string{
		"Security",
		"Supplier experience",
	},
	Good: []string{
		"Customers can trust us with their papers",
		"Suppliers enjoy working with us",
	},
	Since:  edition,
	Varies: []Variation{{Severity: diag.Warning, Where: "for a plain topic, without a picture of anything"}},
	Advise: func(s Said) (string, string) {
		theme := s.words(language.Span{End: len(s.Text)})
		if trimmed := strings.TrimRight(theme, ".:! "); trimmed != "" {
			theme = trimmed
		}
		return s.says("{theme} is a theme: it does not say what should become different.",
			"Finish the sentence: when {theme} has gone well, who can do what that they cannot do today?", "{theme}", quote(theme))
	},
}
