package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var selfImprovementKR = Rule{
	Rule: diag.Rule{ID: "self-improvement-kr", Category: diag.People, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "Learning that was sat through in the place of what it changed."},
	Why: "A course attended proves that somebody was there. " +
		"Learning shows in what the team can do afterwards, and that can be counted.",
	Source: "Ben Lamorte, The OKRs Field Book",
	About:  KeyResult,
	Bad: []string{
		"Read 6 books on negotiation",
		"Attend 3 conferences",
	},
	Good: []string{
		"Incidents solved without escalation rise from 40 to 65 percent",
		"Offers that customers accept at list price rise from 30 to 45 percent",
	},
	Since: edition,
	Advise: func(s Said) (string, string) {
		return s.say("{words} counts learning, not what it changes."),
			s.say("Write what works better once you have learned it, e.g. {example}; ", "{example}",
				example(s.say("Cases that we solve without asking for help rise from … to … percent"))) + s.toInitiatives()
	},
}
