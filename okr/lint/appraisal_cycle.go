package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var appraisalCycle = Rule{
	Rule: diag.Rule{ID: "appraisal-cycle", Category: diag.People, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "The appraisal of people in what a team publishes."},
	Why: "Appraisals are yearly and private, objectives are quarterly and open. " +
		"Mixed, the open ones turn cautious and the private ones leak. " +
		"A key for it, such as `calibration`, is refused in every file.",
	Source: "John Doerr, Measure What Matters",
	About:  Note,
	Bad: []string{
		"We keep this for the annual performance review",
		"The OKR results go into the performance appraisal",
	},
	Good: []string{
		"The security review found two gaps",
		"Code review takes a day less than in spring",
	},
	Since: edition,
	Varies: []Variation{
		{Severity: diag.Warning, Where: "in a note", In: Note},
		bareWord(),
	},
	Check: strictly("appraisal-cycle"),
	Advise: func(s Said) (string, string) {
		return s.says("{words} brings the appraisal of people into a place that everybody reads.",
			"Leave it out. Write what happened and what the team takes from it.")
	},
}
