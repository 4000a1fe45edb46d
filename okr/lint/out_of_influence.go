package lint

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
)

var outOfInfluence = Rule{
	Rule: diag.Rule{ID: "out-of-influence", Category: diag.Measurability, Class: diag.ClassRules, Severity: diag.Info,
		Summary: "A number of the whole organisation as the key result of one of its teams."},
	Why: "Revenue or the share price moves for a hundred reasons, and one team is at best one of them. " +
		"It can report such a number, and it cannot steer by it: good work may look bad and the other way round.",
	Source: "Josh Seiden, Outcomes Over Output; Tim Herbig, on goals beyond a team's influence",
	About:  Files,
	Bad: []string{`
- id: season
  title: The season pays for the year
  commitment: aspirational
  why_now: Two thirds of the year's orders fall into these weeks
  key_results:
    - id: revenue
      title: Revenue rises from 4.1 to 5.2 million euros
      metric: {unit: million EUR, baseline: 4.1, target: 5.2, source: accounting ledger}
`},
	Good: []string{`
-- okrs/2026-Q4/checkout.yaml --
version: 1
team: checkout
cycle: 2026-Q4
objectives:
  - id: season
    title: Shoppers find their gifts in time and return in spring
    commitment: aspirational
    why_now: Two thirds of the year's orders fall into these weeks
    key_results:
      - id: paid
        title: Full baskets that end in a paid order rise from 61 to 68 percent
        metric: {unit: percent, baseline: 61, target: 68, source: "dashboard: checkout/funnel"}
      - id: second
        title: Shoppers who order a second time before New Year rise from 9 to 14 percent
        metric: {unit: percent, baseline: 9, target: 14, source: order ledger}
      - id: sent-back
        title: Orders that are sent back stay at or below 7 percent
        role: guardrail
        metric: {kind: at_most, unit: percent, target: 7, source: order ledger}
`},
	Since: edition,
	Check: checkInfluence,
}

func checkInfluence(r *Reading, say Say) {
	top := r.topMetrics()
	wholes := wholeWords(wholeNumbers())
	for k := range r.KeyResults() {
		d := k.Objective.Document
		if d.Team == nil || d.Team.Parent == nil || k.Guardrail.V {
			continue
		}
		if kind := kindOf(&k.Metric); !isChange(kind) && !isBound(kind) {
			continue
		}
		const hint = "Ask which step towards it your team can move by itself, what somebody you serve does more often or sooner, and make that the key result."
		name := k.Metric.Finely().Name
		var others []*okr.KeyResult
		if name.V != "" {
			others = top[spaceless(name.V)]
		}
		for _, other := range others {
			if other.Objective.Document.Cycle.Overlaps(d.Cycle) {
				say(OnKeyResult(k).At(name.Span).Says(
					named(name)+" is what "+other.Objective.Document.TeamID.V+" as a whole wants to move; "+d.TeamID.V+" can be one cause of many",
					hint).Beside("the key result of the whole", other.Objective.Document.File, other.Metric.Finely().Name.Span))
				name = okr.Text{}
				break
			}
		}
		if whole, at := r.whole(k, wholes); whole != "" && name == k.Metric.Finely().Name {
			say(OnKeyResult(k).At(at.Span).Says(
				quote(whole)+" is a number of the whole organisation; "+d.TeamID.V+" can be one cause of many", hint))
		}
	}
}

// topMetrics are the counting key results of teams without a parent, by the name
// of their metric.
func (r *Reading) topMetrics() map[string][]*okr.KeyResult {
	top := make(map[string][]*okr.KeyResult)
	for k := range r.KeyResults() {
		team, name := k.Objective.Document.Team, k.Metric.Finely().Name.V
		if team == nil || team.Parent != nil || name == "" || k.Guardrail.V {
			continue
		}
		if name = spaceless(name); name != "" {
			top[name] = append(top[name], k)
		}
	}
	return top
}

// whole finds a number that only a whole organisation has, as the name of the
// metric or as what the title says moves. A part of it, "revenue from gift cards",
// may well be a team's own.
func (r *Reading) whole(k *okr.KeyResult, wholes *phrases) (word string, at okr.Text) {
	if name := k.Metric.Finely().Name; name.Written() {
		return isWhole(name.V), name
	}
	if r.Language == nil || wholes.in(k.Title.V) == "" { // which is seen far quicker than what the title speaks of
		return "", k.Title
	}
	s, text := r.Language.Parse(k.Title.V), k.Title.V
	for _, phrase := range []language.Span{s.Subject, s.Object} {
		if phrase.End <= phrase.Start || phrase.End > len(text) || narrowed(text[phrase.End:]) {
			continue
		}
		if word := isWhole(text[phrase.Start:phrase.End]); word != "" {
			return word, k.Title
		}
	}
	return "", k.Title
}

// isWhole is the number that a phrase names, if nothing narrows it.
func isWhole(phrase string) string {
	words := strings.Fields(spaced(phrase))
	for len(words) > 0 && slices.Contains(widening(), words[0]) {
		words = words[1:]
	}
	rest := strings.Join(words, " ")
	if slices.Contains(wholeNumbers(), rest) {
		return rest
	}
	return ""
}

// narrowed reports whether what follows a phrase makes it a part: "from gift
// cards", "per visitor"; "from 4 to 5" does not.
func narrowed(after string) bool {
	words := strings.Fields(after)
	if len(words) < 2 || !slices.Contains([]string{"per", "of", "from", "in", "with", "by", "at", "for", "among", "pro", "aus", "von", "mit", "bei", "der", "des", "im"}, strings.ToLower(words[0])) {
		return false
	}
	first := strings.TrimLeft(words[1], "$€£~+-")
	return first == "" || first[0] < '0' || first[0] > '9'
}

// widening are words that leave a number what it is.
func widening() []string {
	return []string{
		"the", "our", "total", "overall", "company", "group", "net", "gross", "annual", "yearly", "quarterly", "monthly", "recurring", "corporate", "organisation", "organization",
		"der", "die", "das", "unser", "unsere", "gesamter", "gesamte", "jährlicher", "konzern",
	}
}

// wholeNumbers are numbers that a whole organisation has.
func wholeNumbers() []string {
	return []string{
		"revenue", "revenues", "turnover", "sales revenue", "arr", "mrr", "nps", "net promoter score", "share price", "stock price", "market share",
		"profit", "operating profit", "operating margin", "profit margin", "ebit", "ebitda", "valuation", "market value", "cash flow", "revenue growth",
		"umsatz", "gewinn", "aktienkurs", "marktanteil", "betriebsergebnis", "jahresumsatz", "jahresergebnis", "unternehmenswert",
	}
}
