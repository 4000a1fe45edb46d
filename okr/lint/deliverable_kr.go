package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var deliverableKR = Rule{
	Rule: diag.Rule{ID: "deliverable-kr", Category: diag.TaskList, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A thing to be delivered in the place of its use."},
	Why: "A thing can be there and nobody uses it. " +
		"Its use, or what its use brings, is what the team wanted when it planned the thing.",
	Source: "Jeff Gothelf and Josh Seiden, Who Does What By How Much?",
	About:  KeyResult,
	Bad: []string{
		"New supplier portal",
		"The dashboard is live",
	},
	Good: []string{
		"Weekly active users of the supplier portal rise from 40 to 120",
		"Orders placed through the portal rise from 10 to 45 percent",
	},
	Since: edition,
	Advise: func(s Said) (string, string) {
		thing := s.topic("the result")
		people, named := s.affected(thing)
		if named {
			people += " who use " + thing
		}
		return s.quoted() + " names something that will be there, not what it is good for.",
			"Write who uses " + thing + " and what they get from it, e.g. " +
				example(capital(people)+" rise from … to … a week") + "; delivering it goes to `initiatives`."
	},
}
