package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var percentCompleteKR = Rule{
	Rule: diag.Rule{ID: "percent-complete-kr", Category: diag.TaskList, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "Progress of a project in per cent."},
	Why: "How much of a plan is done is a guess that stays at ninety per cent for weeks, and it measures the plan. " +
		"It is an initiative in disguise; the key result is what the project is for.",
	Source: "Perdoo's OKR guide",
	About:  KeyResult,
	Bad: []string{
		"100% of the migration plan completed",
		"Finish 80% of the roadmap",
	},
	Good: []string{
		"Stores that order through the new system rise from 5 to 80 percent",
		"Nightly jobs that end before opening time rise from 60 to 95 percent",
	},
	Since: edition,
	// The metric may count what the title does not: how many sites, which people.
	Weigh: func(in Context, severity diag.Severity) diag.Severity {
		m := &in.KeyResult.Metric
		if m.Unit.Written() && !isShareUnit(m.Unit.V) || in.Reading.namesPeople(m.Finely().Name.V) {
			return diag.Off
		}
		return severity
	},
	Advise: func(s Said) (string, string) {
		return s.says("{words} measures how much of the work is done.",
			"Write what {thing} is for: who can do what once it is finished, from how many to how many.", "{thing}", s.topic(s.say("the project")))
	},
}
