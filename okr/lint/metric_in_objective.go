package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var metricInObjective = Rule{
	Rule: diag.Rule{ID: "metric-in-objective", Category: diag.Language, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A number or a measure in the objective."},
	Why: "The objective says where to and why it is worth it; the key results say how far. " +
		"A number in the objective does the key results' work and leaves the why unsaid.",
	Source: "Christina Wodtke, Radical Focus",
	About:  Objective,
	Bad: []string{
		"Grow repeat orders by 20%",
		"Reach 5 million in revenue",
	},
	Good: []string{
		"Customers come back because they trust our delivery",
		"Small shops choose us first",
	},
	Since: edition,
	Advise: func(s Said) (string, string) {
		measure := s.measure()
		switch {
		case s.Sign.Reason != "number" && measure != "":
			return s.says("{words} is a measure, and the objective is the part without measures.",
				"Make it a key result, {example}, and say here why it matters and who gains by it.", "{example}", s.fromTo(measure))
		case s.Sign.Reason != "number":
			return s.says("{words} is a measure, and the objective is the part without measures.",
				"Make the measure a key result, from what to what, and say here why it matters and who gains by it.")
		case measure == "":
			return s.says("{words} is a measure, and the objective is the part without numbers.",
				"Move {words} to a key result, and say here why it matters and who gains by it.")
		}
		return s.says("{words} is a measure, and the objective is the part without numbers.",
			"Move {words} to a key result, {example}, and say here why it matters and who gains by it.", "{example}", s.fromTo(measure))
	},
}
