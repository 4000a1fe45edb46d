package lint

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
)

var noCounterMetric = Rule{
	Rule: diag.Rule{ID: "no-counter-metric", Category: diag.Incentives, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A measure that is easy to win by harm, without one that watches over it."},
	Why: "Faster, cheaper and more are easily had at the cost of something that is not counted. " +
		"A second number with a floor keeps the first one honest. " +
		"Whether one stands beside it can only be seen in the files.",
	Source: "Andrew Grove, High Output Management (paired indicators)",
	About:  Files,
	Bad: []string{`
- id: quick-help
  title: Guests get help while it still helps
  commitment: aspirational
  why_now: Every third guest gives up before anybody answers
  key_results:
    - id: response
      title: Response time falls from 9 to 4 hours
      metric: {unit: hours, baseline: 9, target: 4, source: help desk}
`},
	Good: []string{`
-- okrs/2026-Q4/payments.yaml --
version: 1
team: payments
cycle: 2026-Q4
objectives:
  - id: quick-help
    title: Guests get help while it still helps
    commitment: aspirational
    why_now: Every third guest gives up before anybody answers
    key_results:
      - id: response
        title: Response time falls from 9 to 4 hours
        metric: {unit: hours, baseline: 9, target: 4, source: help desk}
      - id: solved
        title: Guests who have to ask a second time stay at or below 6 percent
        role: guardrail
        metric: {kind: at_most, unit: percent, target: 6, source: help desk}
`},
	Since:  edition,
	Varies: []Variation{{Severity: diag.Info, Where: "for a level that is only to be kept"}},
	Weigh: func(in Context, _ diag.Severity) diag.Severity {
		if in.KeyResult.Guardrail.V || in.Reading.guarded(in.Objective) {
			return diag.Off
		}
		if wonByHarm(in.Sign.Reason, kindOf(&in.KeyResult.Metric)) {
			return diag.Warning
		}
		return diag.Info
	},
	Check: checkCounterMetrics,
	Advise: func(s Said) (string, string) {
		return s.says("{words} can be won by doing harm elsewhere.", guardWith(s.Sign.Reason))
	},
}

func guardWith(kind string) string {
	return "If nothing watches over it yet, add a guardrail with a floor, such as " + counterpart(kind) + "."
}

// checkCounterMetrics finds the measures whose metric says what their title does
// not: the name of a measure, a unit of time or money.
func checkCounterMetrics(r *Reading, say Say) {
	innocent, bought := wholeWords(losses()), wholeWords(discounted())
	for o := range r.Objectives() {
		if r.guarded(o) {
			continue
		}
		for _, k := range o.KeyResults {
			if k.Body == nil || k.IsRef() || r.Cancelled(k) || !isChange(kindOf(&k.Metric)) {
				continue
			}
			words, kind := r.harmful(k, innocent, bought)
			if kind == "" {
				continue
			}
			if _, told := r.signedBy(k, language.NoCounterMetric); !told {
				what := named(k.Title) + " is measured by " + named(words) + ", which"
				if words.Span == k.Title.Span {
					what = named(k.Title)
				}
				say(OnKeyResult(k).At(words.Span).Says(what+" can be won by doing harm elsewhere", guardWith(kind)))
			}
		}
	}
}

// wonByHarm reports whether the metric moves the way in which a measure of the kind
// is easily won: then the words of the title were no accident.
func wonByHarm(measure, kind string) bool {
	switch measure {
	case "speed", "cost":
		return kind == "decrease"
	case "volume", "conversion":
		return kind == "increase"
	}
	return false
}

// harmful says which kind of measure that is easily won by harm a key result has,
// and which words of its metric say so. Innocent are words for losses that nobody minds
// falling, bought those for what is won by giving something away.
func (r *Reading) harmful(k *okr.KeyResult, innocent, bought *phrases) (words okr.Text, kind string) {
	m := &k.Metric
	if name := m.Finely().Name; name.Written() && r.Language != nil {
		// A measure is told by what moves, so the name is read as a change.
		if sign, found := signOf(r.Language.KeyResult(name.V+": 2 → 3", language.Measure{}), language.NoCounterMetric); found && !misread(sign, m.Unit.V) {
			return name, sign.Reason
		}
	}
	if kindOf(m) == "increase" {
		for _, text := range []okr.Text{m.Finely().Name, k.Title} {
			if bought.in(text.V) != "" {
				return text, "discount"
			}
		}
	}
	if kindOf(m) != "decrease" {
		return words, ""
	}
	base := counted(m.Unit.V)
	switch {
	case slices.Contains(durations(), base):
		kind = "speed"
	case slices.Contains(currencies(), strings.ToLower(strings.TrimSpace(m.Unit.V))), slices.Contains(currencies(), base):
		kind = "cost"
	}
	if kind == "" || innocent.in(k.Title.V+" "+m.Finely().Name.V) != "" {
		return words, ""
	}
	return m.Unit, kind
}

// counted is what a unit counts, without what it is counted by.
func counted(unit string) string {
	base, _, _ := strings.Cut(spaceless(unit), " per ")
	return base
}

// misread reports a number of things that the metric does not count: a share of them
// does not rise by selling more to everybody.
func misread(sign language.Sign, unit string) bool {
	return sign.Reason == "volume" && isShareUnit(unit)
}

// discounted is what is sold for less: it grows by giving more away.
func discounted() []string {
	return []string{
		"discount revenue", "discounted revenue", "discount sales", "discounted sales", "discounted orders", "revenue from discounts", "sales at a discount",
		"promotional revenue", "rabattumsatz", "rabattumsätze", "umsatz mit rabatten", "umsatz mit rabatt", "rabattverkäufe",
	}
}

// losses are times and sums that are nobody's gain: to have less of them is no
// matter of speed or saving.
func losses() []string {
	return []string{
		"downtime", "outage", "outages", "unavailable", "lost", "loss", "losses", "sick", "waste", "wasted", "fraud", "overdue", "unpaid", "late", "shrinkage",
		"ausfall", "ausfälle", "ausfallzeit", "stillstand", "stillstände", "verlust", "verluste", "krank", "betrug", "verspätung", "überfällig",
	}
}

// durations are units of time.
func durations() []string {
	return []string{
		"ms", "s", "sec", "secs", "min", "mins", "h", "hrs", "d", "millisecond", "milliseconds", "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days",
		"week", "weeks", "working days", "business days", "sekunde", "sekunden", "minuten", "stunde", "stunden", "tag", "tage", "tagen", "woche", "wochen", "arbeitstage",
	}
}

// currencies are units of money.
func currencies() []string {
	return []string{"eur", "usd", "gbp", "chf", "€", "$", "£", "euro", "euros", "dollar", "dollars", "pounds", "cent", "cents", "k eur", "k usd", "million eur", "million usd", "teur", "franken"}
}

// counterpart is the usual second number for a kind of measure.
func counterpart(kind string) string {
	switch kind {
	case "speed":
		return "the share of work that has to be done again"
	case "cost":
		return "the satisfaction of those who are served"
	case "discount":
		return "the margin"
	case "conversion":
		return "refunds, or how many stay for 30 days"
	case "volume":
		return "the share that is returned or complained about"
	}
	return "the quality of what is done"
}

// guarded reports whether something watches over the other key results of an
// objective.
func (r *Reading) guarded(o *okr.Objective) bool {
	for _, k := range o.KeyResults {
		if d := k.Definition(); d != nil && d.Body != nil && d.Guardrail.V && !r.Cancelled(d) {
			return true
		}
	}
	return false
}
