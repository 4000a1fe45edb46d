package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var compoundKR = Rule{
	Rule: diag.Rule{ID: "compound-kr", Category: diag.Language, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "Two results in one sentence."},
	Why: "Where one half is reached and the other is not, there is no honest score. " +
		"Often the second half is the guardrail of the first.",
	Source: "Felipe Castro, The Beginner's Guide to OKR",
	About:  KeyResult,
	Bad: []string{
		"Waiting time falls from 9 to 4 minutes and complaints fall from 12 to 8 a week",
		"Raise repeat orders from 120 to 144 and cut returns from 12 to 8 percent",
	},
	Good: []string{
		"Visits answered at once rise from 40 to 60 percent",
		"Use of search and discovery rises from 12 to 20 percent of visits",
	},
	Since: edition,
	Advise: func(s Said) (string, string) {
		message := "{words} holds two results; one score cannot tell both."
		if s.Sign.Reason == "two-changes" {
			message = "A second change begins at {words}; one score cannot tell both."
		}
		return s.says(message,
			"Make it two key results; if the second only must not suffer, give it `role: guardrail`.")
	},
}
