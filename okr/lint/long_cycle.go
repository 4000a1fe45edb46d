package lint

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var longCycle = Rule{
	Rule: diag.Rule{ID: "long-cycle", Category: diag.Cadence, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A key result that runs for longer than a quarter, and no shorter objective leads to it."},
	Why: "A direction may hold for a year; a number that is looked back on only after a year corrects nothing. " +
		"A quarter's share of it can be missed in time to learn. Of what belongs to everybody it is only remarked, because years are usual there.",
	Source: "John Doerr, Measure What Matters (annual direction, quarterly key results)",
	About:  Files,
	Bad: []string{`
-- okrs/2026/payments.yaml --
version: 1
team: payments
cycle: 2026
objectives:
  - id: few-declines
    title: A valid card is always accepted
    commitment: aspirational
    why_now: Two banks announced stricter checks for this autumn
    key_results:
      - id: declined
        title: Valid cards that are declined fall from 3.1 to 1.2 percent
        metric: {unit: percent, baseline: 3.1, target: 1.2, source: bank reports}
        check_ins:
          - {date: 2026-01-30, value: 3.1, confidence: 5}
          - {date: 2026-08-07, value: 2.3, confidence: 5}
`},
	Good: []string{`
-- okrs/2026/payments.yaml --
version: 1
team: payments
cycle: 2026
objectives:
  - id: few-declines
    title: A valid card is always accepted
    commitment: aspirational
    why_now: Two banks announced stricter checks for this autumn
    key_results:
      - id: declined
        title: Valid cards that are declined fall from 3.1 to 1.2 percent
        metric: {unit: percent, baseline: 3.1, target: 1.2, source: bank reports, measured: monthly}
        check_ins:
          - {date: 2026-01-30, value: 3.1, confidence: 5}
          - {date: 2026-04-30, value: 2.8, confidence: 5}
          - {date: 2026-07-31, value: 2.3, confidence: 5}
      - id: second-try
        title: Buyers who need a second try to pay fall from 8 to 3 percent
        metric: {unit: percent, baseline: 8, target: 3, source: bank reports, measured: monthly}
        check_ins:
          - {date: 2026-01-30, value: 8, confidence: 5}
          - {date: 2026-04-30, value: 7, confidence: 5}
          - {date: 2026-07-31, value: 6, confidence: 5}
      - id: stolen
        title: Payments with stolen cards stay at or below 0.1 percent
        role: guardrail
        metric: {kind: at_most, unit: percent, target: 0.1, source: bank reports, measured: monthly}
        check_ins:
          - {date: 2026-04-30, value: 0.08}
          - {date: 2026-07-31, value: 0.07}
-- okrs/2026-Q3/payments.yaml --
version: 1
team: payments
cycle: 2026-Q3
objectives:
  - id: summer-cards
    title: Travellers pay abroad as they do at home
    commitment: aspirational
    why_now: A third of all declined cards in summer are used abroad
    supports: [payments/2026/few-declines]
    key_results:
      - id: abroad
        title: Valid foreign cards that are declined fall from 6.0 to 4.0 percent
        metric: {unit: percent, baseline: 6, target: 4, source: bank reports}
        check_ins:
          - {date: 2026-07-10, value: 6, confidence: 5}
          - {date: 2026-07-24, value: 5.6, confidence: 5}
          - {date: 2026-08-07, value: 5.1, confidence: 5}
      - id: abroad-once
        title: Travellers who pay at the first try rise from 81 to 90 percent
        metric: {unit: percent, baseline: 81, target: 90, source: bank reports}
        check_ins:
          - {date: 2026-07-10, value: 81, confidence: 5}
          - {date: 2026-07-24, value: 82, confidence: 5}
          - {date: 2026-08-07, value: 85, confidence: 5}
      - id: stolen-abroad
        title: Payments abroad with stolen cards stay at or below 0.3 percent
        role: guardrail
        metric: {kind: at_most, unit: percent, target: 0.3, source: bank reports}
        check_ins:
          - {date: 2026-07-24, value: 0.2}
          - {date: 2026-08-07, value: 0.2}
`},
	Since:  edition,
	Varies: []Variation{{Severity: diag.Info, Where: "for a team that has none above it"}},
	Check:  checkLongCycle,
}

// longestQuarter is how many days a quarter can have: fourteen weeks where years
// are counted in weeks.
const longestQuarter = 14 * 7

// checkLongCycle passes over what is steered by shorter objectives that support
// it, and over guardrails, which watch as long as they may.
func checkLongCycle(r *Reading, say Say) {
	steered := make(map[*okr.Objective]bool)
	for o := range r.Objectives() {
		if o.Document.Cycle.Days() > longestQuarter {
			continue
		}
		for _, link := range o.Supports {
			if link.Objective != nil {
				steered[link.Objective] = true
			}
		}
	}
	for k := range r.KeyResults() {
		d := k.Objective.Document
		days := d.Cycle.End - begin(k) + 1
		if days <= longestQuarter || k.Guardrail.V || steered[k.Objective] {
			continue
		}
		remark := OnKeyResult(k).Says(
			named(k.Title)+" runs for "+inDays(days)+", from "+begin(k).String()+" to "+d.Cycle.End.String()+", and no shorter objective leads to it",
			r.share(k))
		if d.Team != nil && d.Team.Parent == nil {
			remark = remark.As(diag.Info)
		}
		say(remark)
	}
}

// share is the hint to take a quarter's share of something long.
func (r *Reading) share(k *okr.KeyResult) string {
	d := k.Objective.Document
	quarter := quarterOf(r.Workspace.Settings.Calendar, max(r.At, begin(k)))
	if quarter == nil {
		return "Keep the objective, and give each quarter its share of the target as a key result of its own."
	}
	return "Keep the objective as the direction, and in " + quarter.ID + " set what of it can be reached by " + quarter.End.String() +
		" as a key result of its own, under an objective with `supports: [" + k.Objective.Address() + "]` in the document of " +
		d.TeamID.V + " or of a team that helps."
}

// quarterOf is the quarter in which a day lies; nil where the calendar has none.
func quarterOf(calendar okr.Calendar, day okr.Date) *okr.Cycle {
	for year := day.Year() - 1; year <= day.Year()+1; year++ {
		for _, part := range [...]string{"Q1", "Q2", "Q3", "Q4"} {
			if cycle, ok := calendar.Cycle(fourDigits(year) + "-" + part); ok && cycle.Contains(day) {
				return cycle
			}
		}
	}
	return nil
}

func fourDigits(year int) string {
	return okr.NewDate(year, 1, 1).String()[:4]
}
