package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var vanityMetric = Rule{
	Rule: diag.Rule{ID: "vanity-metric", Category: diag.Incentives, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A number that can rise while nothing improves."},
	Why: "Totals and attention grow by themselves or for money. " +
		"Ask who would be better off if the number doubled: where there is no answer, it flatters.",
	Source: "Eric Ries, The Lean Startup",
	About:  KeyResult,
	Bad: []string{
		"Increase total page views from 10000 to 20000",
		"Total downloads rise from 4000 to 9000",
	},
	Good: []string{
		"Visitors who come back within a week rise from 12 to 20 percent",
		"Readers who finish an article rise from 30 to 45 percent",
	},
	Since: edition,
	Advise: func(s Said) (string, string) {
		return s.quoted() + " can rise while nothing gets better for anybody.",
			"Behind the " + bareQuote(s) + ", count those who come back, stay or buy: " + fromTo("people who come back within a week") + "."
	},
}
