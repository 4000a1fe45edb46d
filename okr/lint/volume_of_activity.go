package lint

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
)

var volumeOfActivity = Rule{
	Rule: diag.Rule{ID: "volume-of-activity", Category: diag.Incentives, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "How much the team does, counted."},
	Why: "A count of calls, posts or meetings rewards being busy. " +
		"It has a number and is still a task list: what the activity leads to is missing.",
	Source: "Jeff Gothelf and Josh Seiden, Who Does What By How Much?",
	About:  KeyResult,
	Bad: []string{
		"Increase the number of blog posts from 4 to 8 a month",
		"Number of sales calls rises from 30 to 50 a week",
	},
	Good: []string{
		"Readers who ask for an offer rise from 10 to 25 a month",
		"First meetings that lead to an order rise from 8 to 15 percent",
	},
	Since: edition,
	Check: checkVolume,
	Advise: func(s Said) (string, string) {
		message := s.say("{words} counts what the team does.")
		if p := s.purpose(); p.example != "" && s.Statement.Sense != language.SenseRise {
			return message, s.say("Write what all of it should lead to: {goal}, from how many to how many, e.g. {example}.", "{goal}", p.goal, "{example}", example(p.example))
		}
		return message, s.say("Write what all of it should lead to: who then does what, from how many to how many?")
	},
}

// checkVolume finds activity counted by the unit of a metric, where the title
// words it otherwise.
func checkVolume(r *Reading, say Say) {
	for k := range r.KeyResults() {
		kind, unit := kindOf(&k.Metric), k.Metric.Unit
		if k.Guardrail.V || kind != "increase" && kind != "at_least" || !ofActivity(unit.V) || r.told(k) {
			continue
		}
		if slices.Contains(served(), spaceless(unit.V)) && r.comesBack(k.Objective) {
			continue // what was solved, watched by what came back
		}
		say(OnKeyResult(k).At(unit.Span).Says(
			named(unit)+" count what the team does",
			"Write what all of it should lead to: who then does what, from how many to how many? The "+strings.Join(strings.Fields(unit.V), " ")+" go to `initiatives`."))
	}
}

// told reports whether the title itself says that this is work, or names those
// outside who are meant: "customers who call back".
func (r *Reading) told(k *okr.KeyResult) bool {
	if r.Language == nil {
		return false
	}
	for _, sign := range r.Language.KeyResult(k.Title.V, measureOf(k)) {
		switch sign.Rule {
		case language.VolumeOfActivity, language.OutputKeyResult, language.Deliverable, language.InitiativeAsKeyResult, language.SelfImprovement, language.VanityMetric:
			return true
		}
	}
	s := r.Language.Parse(k.Title.V)
	return s.Affected.End > s.Affected.Start || s.Effect.End > s.Effect.Start
}

// ofActivity reports a unit that counts what a team does: "posts", "story points
// per sprint".
func ofActivity(unit string) bool {
	words := strings.Fields(spaced(unit))
	for i, word := range words {
		if word == "per" || word == "pro" || word == "a" || word == "each" || word == "im" {
			words = words[:i]
			break
		}
	}
	return slices.Contains(activities(), strings.Join(words, " "))
}

// activities are units of what a team does, in the plural.
func activities() []string {
	return []string{
		"posts", "blog posts", "newsletters", "mails", "emails", "calls", "sales calls", "cold calls", "meetings", "workshops", "trainings", "webinars", "demos",
		"presentations", "campaigns", "tickets", "stories", "user stories", "story points", "tasks", "features", "commits", "lines",
		"lines of code", "pull requests", "merge requests", "prs", "code reviews", "interviews",
		"beiträge", "artikel", "anrufe", "telefonate", "besprechungen", "termine", "schulungen", "vorträge", "präsentationen", "kampagnen", "aufgaben",
		"commits", "codezeilen", "testfälle",
	}
}

// served are activities that others asked for: solving them is of use where it is
// watched whether they come back.
func served() []string {
	return []string{"tickets", "calls", "anrufe"}
}

// comesBack reports whether a guardrail of an objective watches how well what was asked
// for is solved.
func (r *Reading) comesBack(o *okr.Objective) bool {
	back := wholeWords(returns())
	for _, k := range o.KeyResults {
		if d := k.Definition(); d != nil && d.Body != nil && d.Guardrail.V && !r.Cancelled(d) &&
			back.in(d.Title.V+" "+d.Metric.Finely().Name.V+" "+d.Metric.Unit.V) != "" {
			return true
		}
	}
	return false
}

// returns are words for what was not solved, and for how content those are who asked.
func returns() []string {
	return []string{
		"reopen", "reopened", "reopens", "reopening", "again", "back", "repeat", "repeated", "second time", "twice", "return", "returned", "first contact", "first time",
		"unsolved", "unresolved", "escalated", "escalations", "complain", "complaints", "satisfied", "satisfaction", "content", "csat", "nps", "recommend", "quality",
		"wieder", "erneut", "wiedereröffnet", "wiederholt", "nochmals", "zufrieden", "zufriedenheit", "beschwerden", "qualität", "zweites mal",
	}
}
