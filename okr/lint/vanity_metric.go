package lint

import (
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
)

var vanityMetric = Rule{
	Rule: diag.Rule{ID: "vanity-metric", Category: diag.Incentives, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A number that can rise while nothing improves."},
	Why: "Totals and attention grow by themselves or for money. " +
		"Ask who would be better off if the number doubled: where there is no answer, it flatters.",
	Source: "Eric Ries, The Lean Startup",
	About:  KeyResult,
	Bad: []string{
		"Increase total page views from 10000 to 20000",
		"Total downloads rise from 4000 to 9000",
	},
	Good: []string{
		"Visitors who come back within a week rise from 12 to 20 percent",
		"Readers who finish an article rise from 30 to 45 percent",
	},
	Since: edition,
	Check: checkVanity,
	Advise: func(s Said) (string, string) {
		return s.says("{words} can rise while nothing gets better for anybody.",
			"Behind {last}, count those who come back, stay or buy: {example}.", "{last}", quote(bareQuote(s)), "{example}", s.fromTo(s.say("people who come back within a week")))
	},
}

// checkVanity finds attention counted under a name or by a unit, where the title
// words it otherwise.
func checkVanity(r *Reading, say Say) {
	if r.Language == nil {
		return
	}
	attention := wholeWords(attentions())
	for k := range r.KeyResults() {
		kind, unit := kindOf(&k.Metric), k.Metric.Unit
		if k.Guardrail.V || kind != "increase" && kind != "at_least" || isShareUnit(unit.V) {
			continue
		}
		words := k.Metric.Finely().Name
		if _, found := signOf(r.Language.Note(words.V), language.VanityMetric); !words.Written() || !found {
			if words = unit; attention.in(counted(unit.V)) == "" || r.told(k) {
				continue
			}
		}
		if _, told := r.signedBy(k, language.VanityMetric); !told {
			say(OnKeyResult(k).At(words.Span).Says(
				named(words)+" can rise while nothing gets better for anybody",
				"Ask who would be better off if it doubled, and count those: "+fromTo("people who come back within a week")+"."))
		}
	}
}

// attentions are units of attention, which nobody has to gain by.
func attentions() []string {
	return []string{
		"likes", "followers", "impressions", "page views", "pageviews", "page impressions", "hits", "downloads",
		"follower", "seitenaufrufe", "aufrufe", "klicks",
	}
}
