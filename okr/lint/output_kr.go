package lint

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var outputKR = Rule{
	Rule: diag.Rule{ID: "output-kr", Category: diag.TaskList, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "Work that the team does in the place of what it changes."},
	Why: "Work turns green on the day it is delivered, whatever it did for anybody. " +
		"A key result tells whether it helped: something that the people you serve do differently.",
	Source: "Josh Seiden, Outcomes Over Output; Marty Cagan, Empowered",
	About:  KeyResult,
	Bad: []string{
		"Launch the new returns page",
		"Implement a chat for the support desk",
	},
	Good: []string{
		"Customers who return an order without calling us rise from 31 to 55 percent",
		"Questions answered within an hour rise from 20 to 60 percent",
	},
	Since: edition,
	Varies: []Variation{
		{Severity: diag.Error, Where: "where there is no number either"},
		{Severity: diag.Info, Where: "where the metric measures more than the title says"},
	},
	Advise: adviseOutput,
	// A metric that counts from nothing what the title makes does not measure what
	// the work is for.
	Weigh: func(in Context, severity diag.Severity) diag.Severity {
		if countsItsOutput(in.KeyResult) {
			return max(severity, diag.Warning)
		}
		return severity
	},
}

// countsItsOutput reports a metric from 0 to the number of things that the title has
// as well: "Launch 3 waiting lounges" from 0 to 3 lounges.
func countsItsOutput(k *okr.KeyResult) bool {
	m := &k.Metric
	unit := spaceless(m.Unit.V)
	target := levels(m).ResolvedTarget()
	if unit == "" || isShareUnit(m.Unit.V) || target == nil || !m.Baseline.Written() || !m.Baseline.V.IsZero() || kindOf(m) != "increase" {
		return false
	}
	_, behind, found := strings.Cut(spaced(k.Title.V), spaced(target.String()))
	if !found {
		return false
	}
	words := strings.Fields(behind)
	return strings.Contains(spaced(strings.Join(words[:min(len(words), 4)], " ")), spaced(unit))
}

func adviseOutput(s Said) (message, hint string) {
	message = s.say("{words} is work: it is done when you have done it, whatever it changes.")
	effect := s.effect()
	if effect == "" {
		return message, s.rewritten()
	}
	if measure := s.effectMeasure(); measure != "" {
		return message, s.say("You already say what it is for: {effect}. Make that the key result, {example}; ", "{effect}", quote(effect), "{example}", s.fromTo(measure)) + s.toInitiatives()
	}
	return message, s.say("You already say what it is for: {effect}. Make that the key result, from what to what; ", "{effect}", quote(effect)) + s.toInitiatives()
}
