package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var solutionInObjective = Rule{
	Rule: diag.Rule{ID: "solution-in-objective", Category: diag.TaskList, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "The answer, or the work, in the place of a direction."},
	Why: "An objective that names the solution closes every other way to the goal, and is reached by delivering. " +
		"Say what should be true for somebody, and the team can find the best way.",
	Source: "Marty Cagan, Empowered",
	About:  Objective,
	Bad: []string{
		"Build a supplier portal",
		"Migrate all services to the new platform",
	},
	Good: []string{
		"Suppliers get paid without having to ask",
		"New customers get going without help",
	},
	Since: edition,
	Advise: func(s Said) (string, string) {
		message := s.quoted() + " names the work, not what it is for."
		if effect := s.effect(); effect != "" {
			return message, "Start from " + quote(effect) + ": say what gets better for whom, and leave open whether " + quote(s.thing("this")) + " is the way."
		}
		thing := s.thing("the solution")
		people, _ := s.affected(thing)
		if people == "" {
			return message, "Say who will be better off and how, e.g. `New customers get going without help`; " + example(s.work()) + " goes to `initiatives`."
		}
		return message, "Say what becomes possible for " + people + ", e.g. `New customers get going without help`; " +
			example(s.work()) + " goes to `initiatives`."
	},
}
