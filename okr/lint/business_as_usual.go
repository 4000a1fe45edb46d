package lint

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var businessAsUsual = Rule{
	Rule: diag.Rule{ID: "business-as-usual", Category: diag.Focus, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "Keeping what is in the place of a change."},
	Why: "An objective that changes nobody's week takes the room of one that would. " +
		"What must not get worse is a guardrail or a health metric, and is watched without an objective.",
	Source: "Google's OKR playbook",
	About:  Objective,
	Bad: []string{
		"Keep the lights on",
		"Maintain our market position",
	},
	Good: []string{
		"Shops never have to think about their cash registers",
		"Newcomers feel at home in their first week",
	},
	Since: edition,
	// What was promised to others, such as a service level, may be what it is.
	Weigh: func(in Context, severity diag.Severity) diag.Severity {
		if in.Objective.Commitment.V == okr.Committed && in.Reading.boundsOnly(in.Objective) {
			return diag.Off
		}
		return severity
	},
	Advise: func(s Said) (string, string) {
		if s.Sign.Reason == "comes-round" {
			return s.says("{words} comes round again anyway, whether it is an objective or not.",
				"Ask what should be better by the end of the quarter for those who depend on it; the work itself needs no objective.")
		}
		return s.says("{words} holds what already is.",
			"Watch {thing} as a guardrail, and ask what should be better by the end of the quarter, not merely not worse.", "{thing}", s.thing(s.say("the level")))
	},
	Check: checkLevelsOnly,
}

// checkLevelsOnly finds objectives that only hold levels, where the title does not say
// so already. A service level that was promised to others may do that.
func checkLevelsOnly(r *Reading, say Say) {
	for o := range r.Objectives() {
		if o.Commitment.V == okr.Committed || r.given(o) || !r.boundsOnly(o) {
			continue
		}
		if r.Language != nil {
			if _, said := signOf(r.Language.Objective(o.Title.V), "business-as-usual"); said {
				continue
			}
		}
		first := r.Counting(o)[0].Definition()
		say(OnObjective(o).Says(
			"every key result of "+named(o.Title)+" holds a level, and none changes one",
			"Ask what should be better by the end of "+o.Document.Cycle.ID+", not merely not worse, and write it as a change: "+
				example("metric: {unit: "+first.Metric.Unit.V+", baseline: …, target: …}")+"; levels are watched with "+example("role: guardrail")+"."))
	}
}

// boundsOnly reports whether every counting key result of an objective holds a
// level.
func (r *Reading) boundsOnly(o *okr.Objective) bool {
	counting := r.Counting(o)
	for _, k := range counting {
		if d := k.Definition(); d == nil || d.Body == nil || !isBound(kindOf(&d.Metric)) {
			return false
		}
	}
	return len(counting) > 0
}
