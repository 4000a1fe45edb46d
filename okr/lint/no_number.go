package lint

import "github.com/okrs-as-code/okrs/okr/diag"

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
		message := s.quoted() + " has no number: nobody could tell when it is reached."
		if people := s.inSentence(s.Statement.Subject); withoutArticle(people) != "" && s.Statement.Subject == s.Statement.Affected {
			return message, "Count it: how many " + withoutArticle(people) + " do so today, and how many should? Write both, e.g. " +
				example(capital(withoutArticle(people))+" who … rise from 40 to 60 percent") + "."
		}
		thing := s.thing("")
		if thing == "" {
			return message, "Ask what you would count to see the change, and write it from what to what."
		}
		return message, "Ask what you would count to see a change in " + thing + ", and write it from what to what."
	},
}
