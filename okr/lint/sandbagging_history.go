package lint

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
)

var sandbaggingHistory = Rule{
	Rule: diag.Rule{ID: "sandbagging-history", Category: diag.Ambition, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "Aspirational targets that have been reached in full for several cycles in a row."},
	Why: "A target that is always reached was known to be safe when it was set, and says little about what would be possible. " +
		"Aspirational targets are well set when about two thirds of them are reached on average. Commitments are not counted: they are meant to be kept.",
	Source: "Rick Klau (How Google sets goals); re:Work",
	About:  Files,
	Bad: []string{closedQuarter("2025-Q4", "2025-11-15", "2025-12-30", "30") + closedQuarter("2026-Q1", "2026-02-15", "2026-03-30", "30") +
		closedQuarter("2026-Q2", "2026-05-15", "2026-06-29", "29.8") + runningQuarter},
	Good: []string{closedQuarter("2025-Q4", "2025-11-15", "2025-12-30", "27.2") + closedQuarter("2026-Q1", "2026-02-15", "2026-03-30", "28") +
		closedQuarter("2026-Q2", "2026-05-15", "2026-06-29", "27") + runningQuarter},
	Since: edition,
	Check: checkSandbaggingHistory,
}

func checkSandbaggingHistory(r *Reading, say Say) {
	limit := r.Workspace.Settings.Scoring.Sandbagging
	for _, c := range r.records(limit.Cycles) {
		if c.mean().Cmp(limit.Mean) < 0 {
			continue
		}
		hint := "Set the next target by the trend: where the last readings lead anyway, plus what would surprise you, so that confidence starts at 5. " +
			"What others rely on is `commitment: committed`."
		if k := r.stretching(c.document); k != nil {
			hint += " Begin with " + named(k.Title) + "."
		}
		say(OnDocument(c.document).Says("the aspirational targets of "+c.document.TeamID.V+" are reached again and again, at "+r.shown(c.mean())+
			" on average: "+strings.Join(r.each(c), ", "), hint))
	}
}

// closedQuarter is a document of a cycle that has ended with a reading: 20 would
// be a score of 0 and 30 one of 1.
func closedQuarter(cycle, middle, end, value string) string {
	title, source := "Readers who finish a long article", "reading times"
	switch cycle {
	case "2026-Q1":
		title, source = "Readers who come back within a week", "visit log"
	case "2026-Q2":
		title, source = "Readers who send us a hint", "letter box"
	}
	id := strings.ReplaceAll(source, " ", "-")
	return "-- okrs/" + cycle + "/data.yaml --\nversion: 1\nteam: data\ncycle: " + cycle + `
objectives:
  - id: readers
    title: People read us because they want to know how it ends
    commitment: aspirational
    why_now: The evening edition ends this year and its readers choose anew
    key_results:
      - id: ` + id + `
        title: ` + title + ` rise from 20 to 30 percent
        metric: {unit: percent, baseline: 20, target: 30, source: ` + source + `}
        check_ins:
          - {date: ` + middle + `, value: 24, confidence: 6}
          - {date: ` + end + `, value: ` + value + `}
      - id: ` + id + `-young
        title: People below thirty in the ` + source + ` rise from 20 to 30 percent
        metric: {unit: percent, baseline: 20, target: 30, source: ` + source + `}
        check_ins:
          - {date: ` + middle + `, value: 23, confidence: 6}
          - {date: ` + end + `, value: ` + value + `}
`
}

// runningQuarter is the quarter after those.
const runningQuarter = `-- okrs/2026-Q3/data.yaml --
version: 1
team: data
cycle: 2026-Q3
objectives:
  - id: readers
    title: People talk about what they have read with us
    commitment: aspirational
    why_now: Two new local papers start in September
    key_results:
      - id: passed-on
        title: Articles that readers pass on rise from 8 to 14 percent
        metric: {unit: percent, baseline: 8, target: 14, source: visit log}
        check_ins:
          - {date: 2026-07-10, value: 8, confidence: 5}
          - {date: 2026-07-24, value: 9, confidence: 5}
          - {date: 2026-08-07, value: 10.5, confidence: 5}
      - id: named-us
        title: Passers-by who name us first rise from 15 to 25 percent
        metric: {unit: percent, baseline: 15, target: 25, source: street survey}
        check_ins:
          - {date: 2026-07-10, value: 15, confidence: 5}
          - {date: 2026-07-24, value: 17, confidence: 5}
          - {date: 2026-08-07, value: 19, confidence: 6}
      - id: corrections
        title: Articles that we have to correct stay at or below 2 per week
        role: guardrail
        metric: {kind: at_most, unit: articles, target: 2, source: correction log}
        check_ins:
          - {date: 2026-07-24, value: 1}
          - {date: 2026-08-07, value: 1}
`
