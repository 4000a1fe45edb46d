package lint

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var gameableRatio = Rule{
	Rule: diag.Rule{ID: "gameable-ratio", Category: diag.Incentives, Class: diag.ClassRules, Severity: diag.Info,
		Summary: "A share of something that the team itself decides how much of there is."},
	Why: "A win rate rises when fewer offers are written, a pass rate when hard tests are left out. " +
		"Where the team decides what is divided by, the count beside the share keeps it honest.",
	Source: "Checklists against the gaming of measures, after Charles Goodhart's law",
	About:  Files,
	Bad: []string{`
- id: better-offers
  title: Restaurants want what we offer them
  commitment: aspirational
  why_now: Three of four offers get no answer at all
  key_results:
    - id: win-rate
      title: Win rate of our offers rises from 22 to 35 percent
      metric: {unit: percent, baseline: 22, target: 35, source: sales register}
`},
	Good: []string{`
-- okrs/2026-Q4/payments.yaml --
version: 1
team: payments
cycle: 2026-Q4
objectives:
  - id: better-offers
    title: Restaurants want what we offer them
    commitment: aspirational
    why_now: Three of four offers get no answer at all
    key_results:
      - id: win-rate
        title: Win rate of our offers rises from 22 to 35 percent
        metric: {unit: percent, baseline: 22, target: 35, source: sales register}
      - id: new-tables
        title: Restaurants that join after an offer rise from 8 to 20 a month
        metric: {unit: restaurants per month, baseline: 8, target: 20, source: sales register}
      - id: stay
        title: Restaurants that leave within their first month stay at or below 2 per quarter
        role: guardrail
        metric: {kind: at_most, unit: restaurants, target: 2, source: sales register}
`},
	Since: edition,
	Check: checkRatios,
}

func checkRatios(r *Reading, say Say) {
	bases := ownBases()
	for o := range r.Objectives() {
		if r.counts(o) {
			continue // a count stands beside the shares
		}
		for _, k := range o.KeyResults {
			if k.Body == nil || k.IsRef() || k.Guardrail.V || r.Cancelled(k) || !isShareUnit(k.Metric.Unit.V) || kindOf(&k.Metric) != "increase" {
				continue
			}
			for _, text := range []okr.Text{k.Metric.Finely().Name, k.Title} {
				base, words := ownBase(text.V, bases)
				if base == "" {
					continue
				}
				say(OnKeyResult(k).At(text.Span).Says(
					quote(words)+" also rises when there are fewer "+base+", and how many there are is up to the team",
					"Write the number behind the share beside it: how many of them succeed in a month, from how many to how many, as a key result, or the least number of "+base+" with `role: guardrail`."))
				break
			}
		}
	}
}

// counts reports whether a key result of an objective, counting or watching, is a
// plain count, so that the shares beside it have something absolute to lean on.
func (r *Reading) counts(o *okr.Objective) bool {
	for _, k := range o.KeyResults {
		d := k.Definition()
		if d == nil || d.Body == nil || r.Cancelled(d) || !d.Metric.Unit.Written() {
			continue
		}
		if kind := kindOf(&d.Metric); (isChange(kind) || isBound(kind)) && !isShareUnit(d.Metric.Unit.V) {
			return true
		}
	}
	return false
}

// ownBase finds a share whose base the team makes itself: what is divided by, and
// the words that say so.
func ownBase(text string, bases []ratioBase) (base, words string) {
	if text == "" {
		return "", ""
	}
	in := spaced(text)
	for _, b := range bases {
		for _, phrase := range b.phrases {
			if strings.Contains(in, " "+phrase+" ") {
				return b.base, phrase
			}
		}
	}
	return "", ""
}

// ratioBase is what a share is divided by where a team decides how much of it
// there is, and how such shares are called.
type ratioBase struct {
	base    string
	phrases []string
}

func ownBases() []ratioBase {
	return []ratioBase{
		{"offers", []string{"win rate", "close rate", "closing rate", "offer acceptance rate", "acceptance rate of our offers", "of our offers", "of our quotes", "abschlussquote", "unserer angebote"}},
		{"qualified leads", []string{"of qualified leads", "of the leads we qualify", "lead to deal rate", "of our leads", "qualifizierter leads"}},
		{"mails", []string{"open rate", "click rate", "click through rate", "of our mails", "of our emails", "of our newsletters", "öffnungsrate", "klickrate", "öffnungsquote"}},
		{"tests", []string{"test pass rate", "pass rate of our tests", "of our tests", "of tests", "green builds", "bestandene tests", "unserer tests"}},
		{"experiments", []string{"of our experiments", "of experiments", "experiment success rate", "unserer experimente"}},
		{"releases", []string{"of our releases", "of releases", "of deployments", "of our deployments", "release success rate", "deployment success rate", "unserer releases"}},
		{"tickets", []string{"of accepted tickets", "of the tickets we accept", "of planned tickets", "sprint completion rate", "of planned story points"}},
		{"pull requests", []string{"of our pull requests", "of pull requests"}},
		{"alerts", []string{"of our alerts", "of alerts"}},
		{"projects", []string{"of our projects", "project success rate", "unserer projekte"}},
		{"campaigns", []string{"of our campaigns", "campaign success rate", "unserer kampagnen"}},
		{"interviews", []string{"of our interviews", "interview to offer rate"}},
	}
}
