package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var effortAsProgress = Rule{
	Rule: diag.Rule{ID: "effort-as-progress", Category: diag.TaskList, Class: diag.ClassRules, Severity: diag.Info,
		Summary: "Work counted in the place of progress."},
	Why: "Tasks can be ticked off while the number does not move. " +
		"That is worth knowing early, and only the number shows it.",
	Source: "Christina Wodtke, Radical Focus",
	About:  Note,
	Bad: []string{
		"3 of 5 tickets done",
		"7 of 12 tasks are finished",
	},
	Good: []string{
		"Median waiting time is at 9 minutes, after 11 last week",
		"No movement yet; the new form goes out on Monday",
	},
	Since: edition,
	Advise: func(s Said) (string, string) {
		return s.says("{words} counts work done, which is good to know; the number itself is still missing.",
			"Add the latest reading of the metric, also when it has not moved.")
	},
}
