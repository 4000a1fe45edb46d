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
		message := s.say("{words} names the work, not what it is for.")
		if effect := s.effect(); effect != "" {
			return message, s.say("Start from {effect}: say what gets better for whom, and leave open whether {work} is the way.", "{effect}", quote(effect), "{work}", example(s.work()))
		}
		if aim := s.purpose().aim; aim != "" {
			return message, s.say("Say who will be better off and how, e.g. {example}; ", "{example}", example(aim)) + s.toInitiatives()
		}
		return message, s.say(`Ask who will be better off after "{work}", and say that: what can they do then that they cannot do today? `, "{work}", inQuotes(s.work())) +
			capital(s.toInitiatives())
	},
}
