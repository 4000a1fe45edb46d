package lint

import (
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
)

var noNumber = Rule{
	Rule: diag.Rule{ID: "no-number", Category: diag.Measurability, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "A key result without anything to count."},
	Why: "Without a number two people can look at the same quarter and disagree whether it worked. " +
		"A number from and a number to settle that on the first day. " +
		"The same holds for a metric that has a unit and no target.",
	Source: "John Doerr, Measure What Matters, after Marissa Mayer",
	About:  KeyResult,
	Bad: []string{
		"Customers find answers",
		"Suppliers trust us",
	},
	Good: []string{
		"Customers who find an answer by themselves rise from 40 to 60 percent",
		"Suppliers who would recommend us rise from 12 to 20 of 30",
	},
	Since: edition,
	// A metric that changes by so much has its number.
	Weigh: func(in Context, severity diag.Severity) diag.Severity {
		if in.KeyResult.Metric.Finely().By.Written() {
			return diag.Off
		}
		return severity
	},
	Advise: func(s Said) (string, string) {
		message := s.say("{words} has no number: nobody could tell when it is reached.")
		if people, does := s.told(); people != "" {
			return message, s.say("Count it: how many {people} do so today, and how many should? Write both: {example}.",
				"{people}", people, "{example}", example(s.say("{people} {who} {does} rise from … to … percent", "{people}", capital(people), "{who}", relative(people), "{does}", does)))
		}
		if measure := s.level(); measure != "" {
			return message, s.say("Write today's level and the one to reach: {example}.", "{example}", s.fromTo(measure))
		}
		if s.Statement.Sense == language.SenseWork {
			return message, s.say("Work needs no number, what it changes does: count that, from what to what.")
		}
		return message, s.say("Ask what you would count to see that it has come true, and write it from what to what.")
	},
}
