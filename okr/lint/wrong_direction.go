package lint

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
)

var wrongDirection = Rule{
	Rule: diag.Rule{ID: "wrong-direction", Category: diag.Measurability, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "The words and the numbers go opposite ways."},
	Why: "Where the verb says down and the numbers say up, one of them is a slip. " +
		"Left alone, success will be counted as failure. " +
		"It is the same slip where the kind of a metric says increase and its target lies below its baseline.",
	Source: "Paul Niven and Ben Lamorte, Objectives and Key Results",
	About:  KeyResult,
	Bad: []string{
		"Reduce the waiting time from 5 to 9 minutes",
		"Repeat purchases rise from 40 to 30 percent",
	},
	Good: []string{
		"Reduce waiting time from 9 to 5 minutes",
		"Repeat purchases rise from 30 to 40 percent",
	},
	Since: edition,
	Varies: []Variation{
		{Severity: diag.Warning, Where: "for a measure that is usually meant to fall"},
		{Severity: diag.Info, Where: "for such a one whose metric is not seen"},
	},
	Check:  checkDirection,
	Advise: adviseDirection,
}

// checkDirection finds measures that are meant to fall and are to rise, where only
// the name of the measure says so.
func checkDirection(r *Reading, say Say) {
	for k := range r.KeyResults() {
		name := k.Metric.Finely().Name
		if k.Guardrail.V || !name.Written() || kindOf(&k.Metric) != "increase" || !meantToFall(name.V) {
			continue
		}
		if _, told := r.signedBy(k, language.WrongDirection); told {
			continue
		}
		m, numbers := levels(&k.Metric), ""
		if target := m.ResolvedTarget(); m.Baseline != nil && target != nil {
			numbers = ": " + example("baseline: "+target.String()+", target: "+m.Baseline.String())
		}
		say(OnKeyResult(k).At(name.Span).As(diag.Warning).Says(
			named(name)+" is usually meant to fall, and the numbers rise",
			"Swap the numbers if they were mixed up"+numbers+"; if it is meant to rise, all is well."))
	}
}

// meantToFall reports a measure of which less is better: one that is called so before
// it says of what, unless another word turns it round, as in "avoided costs".
func meantToFall(name string) bool {
	words := strings.Fields(spaced(name))
	if slices.ContainsFunc(words, func(w string) bool { return slices.Contains(turning(), w) }) {
		return false
	}
	if len(words) > 1 && words[0] == "time" && words[1] == "to" {
		return true
	}
	if end := slices.IndexFunc(words, func(w string) bool { return slices.Contains(linking(), w) }); end >= 0 {
		words = words[:end]
	}
	measure := " " + strings.Join(words, " ")
	return slices.ContainsFunc(lessIsBetter(), func(m string) bool { return strings.HasSuffix(measure, " "+m) })
}

// lessIsBetter are measures that teams want to see fall.
func lessIsBetter() []string {
	return []string{
		"churn", "churn rate", "latency", "response time", "waiting time", "wait time", "handling time", "load time", "downtime", "defects", "defect rate", "error rate", "bugs",
		"incidents", "outages", "complaints", "complaint rate", "cost", "costs", "failure rate", "bounce rate",
		"abwanderung", "abwanderungsrate", "kündigungsquote", "latenz", "wartezeit", "antwortzeit", "ladezeit", "ausfallzeit", "ausfälle", "fehlerquote", "beschwerden", "kosten",
	}
}

// linking are words behind which a name says of what the measure is.
func linking() []string {
	return []string{"per", "of", "in", "for", "at", "on", "from", "by", "among", "pro", "je", "der", "des", "von", "im", "bei", "für"}
}

// turning are words by which more of such a measure is better.
func turning() []string {
	return []string{
		"without", "no", "zero", "free", "saved", "savings", "avoided", "prevented", "fewer", "less", "reduction", "reduced", "solved", "resolved", "answered",
		"within", "under", "below", "fixed", "found", "covered", "reported", "ohne", "vermieden", "vermiedene", "gespart", "gesparte", "gelöst", "gelöste", "weniger", "innerhalb", "unter", "gefundene",
	}
}

func adviseDirection(s Said) (message, hint string) {
	swapped := s.swapped()
	if swapped == "" {
		return s.says("{words}: the words and the numbers go opposite ways.", "Swap the two numbers, or use the verb that fits them.")
	}
	if s.Sign.Severity != language.Error {
		return s.says("{words}: this measure is usually meant to fall, and the numbers rise.",
			"Swap the numbers if they were mixed up: {swapped}; if it is meant to rise, all is well.", "{swapped}", example(swapped))
	}
	return s.says("{words}: the verb says one direction, the numbers the other.",
		"Swap the numbers if they were mixed up: {swapped}, or use the verb that fits them.", "{swapped}", example(swapped))
}
