package lint

import (
	"github.com/okrs-as-code/okrs/okr/diag"
)

var selfGraded = Rule{
	Rule: diag.Rule{ID: "self-graded", Category: diag.Measurability, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A number that is the team's own opinion of itself."},
	Why: "Whoever gives the mark that they are measured by will find reasons for a good one, without meaning to. " +
		"What other people do, or what an instrument counts, cannot be talked up.",
	Source: "Charles Goodhart's law; Yaniv Preiss, on common mistakes with OKRs",
	About:  Files,
	Bad: []string{`
- id: clear-invoices
  title: Small shops understand their invoice at first sight
  commitment: aspirational
  why_now: Every third call to accounting is about one line of it
  key_results:
    - id: clarity
      title: Clarity of the invoice rises from 4 to 8 points
      metric: {unit: points, name: clarity of the invoice, baseline: 4, target: 8, source: team vote}
`},
	Good: []string{`
-- okrs/2026-Q4/payments.yaml --
version: 1
team: payments
cycle: 2026-Q4
objectives:
  - id: clear-invoices
    title: Small shops understand their invoice at first sight
    commitment: aspirational
    why_now: Every third call to accounting is about one line of it
    key_results:
      - id: questions
        title: Questions about an invoice fall from 31 to 12 per 1000 invoices
        metric: {unit: questions per 1000 invoices, baseline: 31, target: 12, source: support desk}
      - id: paid-at-once
        title: Invoices paid without a question rise from 71 to 85 percent
        metric: {unit: percent, baseline: 71, target: 85, source: accounting ledger}
`},
	Since: edition,
	Check: checkSelfGraded,
}

func checkSelfGraded(r *Reading, say Say) {
	surveys, opinions := wholeWords(namedSurveys()), wholeWords(ownOpinions())
	alone := make(map[string]bool)
	for _, word := range opinionsAlone() {
		alone[word] = true
	}
	known := make(map[string]bool) // many key results have one source
	for k := range r.KeyResults() {
		source := k.Metric.Source
		graded, seen := known[source.V]
		if !seen {
			graded = surveys.in(source.V) == "" && (alone[spaceless(source.V)] || opinions.in(source.V) != "")
			known[source.V] = graded
		}
		if !graded {
			continue
		}
		say(OnKeyResult(k).At(source.Span).Says(
			"the source of "+named(k.Title)+" is "+named(source)+": the team grades itself",
			"Name a source outside the team: what those you serve do, counted by a system, or a survey with its name and fixed questions; then write its first reading as the `baseline`."))
	}
}

// opinionsAlone are sources that say nothing but that somebody of the team judged,
// where nothing else stands beside them.
func opinionsAlone() []string {
	return []string{
		"self", "us", "we", "ourselves", "team", "the team", "our team", "own", "manual", "manually", "gut", "opinion", "guess", "feeling", "estimate",
		"estimation", "judgement", "judgment", "impression", "by hand", "vote", "consensus",
		"selbst", "wir", "uns", "das team", "unser team", "manuell", "bauch", "meinung", "gefühl", "schätzung", "einschätzung", "eindruck",
	}
}

// ownOpinions are phrases that make a source an opinion wherever they stand.
func ownOpinions() []string {
	return []string{
		"self assessment", "self assessed", "self evaluation", "self graded", "self grading", "self rated", "self rating", "self scored",
		"own estimate", "our estimate", "own assessment", "our assessment", "own judgement", "own judgment", "our judgement", "our judgment",
		"our opinion", "own opinion", "our impression", "our feeling", "our view", "our vote",
		"manual estimate", "manual estimation", "rough estimate", "team estimate", "team s estimate", "estimate of the team", "estimate by the team", "estimated by the team", "estimated by us",
		"team vote", "team s vote", "vote of the team", "vote in the team", "team voting", "team opinion", "team s opinion", "team judgement", "team judgment", "team consensus",
		"gut feeling", "gut feel", "gut instinct", "best guess", "educated guess", "finger in the air", "show of hands", "fist of five", "thumb vote", "rule of thumb",
		"selbsteinschätzung", "selbstbewertung", "selbstbeurteilung", "eigene schätzung", "eigene einschätzung", "eigene bewertung", "unsere schätzung", "unsere einschätzung",
		"unser eindruck", "unser gefühl", "grobe schätzung", "manuelle schätzung", "schätzung des teams", "einschätzung des teams", "teamschätzung", "teameinschätzung",
		"team schätzung", "team einschätzung", "abstimmung im team", "teamabstimmung", "team abstimmung", "bauchgefühl", "pi mal daumen", "über den daumen", "handzeichen",
	}
}

// namedSurveys are questionnaires: whoever answers them, the questions stay.
func namedSurveys() []string {
	return []string{
		"survey", "surveys", "questionnaire", "poll", "interview", "interviews", "panel", "health check", "health monitor", "audit", "auditor",
		"umfrage", "befragung", "fragebogen", "mitarbeiterbefragung", "kundenbefragung", "teambefragung", "interviews", "prüfung",
	}
}
