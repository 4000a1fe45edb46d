package lint

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var dateAsTarget = Rule{
	Rule: diag.Rule{ID: "date-as-target", Category: diag.TaskList, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "A date as the only number."},
	Why: "A date measures punctuality. It says nothing about what is different on the day after, " +
		"and it can be met with something nobody wants.",
	Source: "Felipe Castro, The Beginner's Guide to OKR",
	About:  KeyResult,
	Bad: []string{
		"Launch the returns page by 31 May",
		"Publish the price list by 15 March",
	},
	Good: []string{
		"Returns settled within two days rise from 35 to 70 percent by 31 May",
		"Shops that quote the right price rise from 82 to 98 percent",
	},
	Since:  edition,
	Varies: []Variation{{Severity: diag.Warning, Where: "of a committed objective, and where a change stands beside the date"}},
	// The day may be what the law asks for.
	Weigh: func(in Context, severity diag.Severity) diag.Severity {
		if in.Objective.Commitment.V == okr.Committed {
			return min(severity, diag.Warning)
		}
		return severity
	},
	Advise: func(s Said) (string, string) {
		when := s.quoted()
		if deadline := s.words(s.Statement.Deadline); deadline != "" {
			when = quote(deadline)
		}
		if s.Sign.Reason == "date-of-work" {
			hint := "Write the change with both its ends; the date can stay with the work in `initiatives`."
			if s.measure() != "" {
				hint = "Write the change with both its ends, {example}; the date can stay with the work in `initiatives`."
			}
			return s.says("The only level is a date, {when}: the other number is a change from a level that is not written down.",
				hint, "{when}", when, "{example}", s.fromTo(s.measure()))
		}
		return s.says("The only number is a date, {when}: it measures punctuality.",
			"Write what is different for whom once that day has come, with a number; the date itself can stay with the work in `initiatives`.", "{when}", when)
	},
}
