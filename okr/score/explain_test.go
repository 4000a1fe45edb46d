package score_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/score"
	"github.com/okrs-as-code/okrs/okr/source"
)

// told writes an explanation with the text that each operand points at.
func told(lines []score.Line) string {
	var out []string
	for _, line := range lines {
		text := line.Name + ": " + line.Numbers()
		for _, o := range line.Operands {
			if o.File != nil {
				text += fmt.Sprintf(" [%s %q]", o.Name, at(o.File, o.Span))
			}
		}
		out = append(out, text)
	}
	return strings.Join(out, "\n")
}

func at(file *source.File, span source.Span) string {
	return string(file.Text()[span.Start:span.End])
}

// TestExplain holds that every operand points at what is written.
func TestExplain(t *testing.T) {
	line := keyResult("k", "unit: EUR, baseline: 45, target: 64", checkIns("01-20 50", "02-20 54", "04-20 99"),
		amended("02-23 field: target, from: 60, to: 64", "02-25 field: baseline, from: 40, to: 45"))
	ws := workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", line))}, "reading-after-close")
	e := only(readWith(t, ws, nil, "05-01")).Explain()
	is(t, "published", told(e.Published), `raw: (54 − 45) / (60 − 45) = 0.6 [current "54"] [baseline "45"] [target "60"]`)
	is(t, "in force", told(e.InForce), `raw: (54 − 45) / (64 − 45) ≈ 0.473684 [current "54"] [baseline "45"] [target "64"]`)
	is(t, "changes", len(e.Changes), 2)
	is(t, "target", e.Changes[0].Official, false)
	is(t, "baseline", e.Changes[1].Official, true)
	is(t, "from", e.From.String()+" "+e.To.String(), "2026-01-01 2026-04-14")
	is(t, "passed over", len(e.Passed), 1)
	is(t, "why", e.Passed[0].Why, score.AfterClose)
	is(t, "date of the reading", e.Published[0].Operands[0].Date.String(), "2026-02-20")
}

// TestExplainAggregates holds that readings keep their places among check-ins
// that tell no value.
func TestExplainAggregates(t *testing.T) {
	line := keyResult("k", `unit: EUR, baseline: 20, by: "+200%", aggregate: sum`,
		"check_ins: [{date: 2026-02-01, value: 12}, {date: 2026-02-02, confidence: 3}, {date: 2026-02-03, value: 18}, {date: 2026-03-03, value: 9}]")
	ws := workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", line))})
	e := only(read(t, ws, "02-20")).Explain()
	is(t, "lines", told(e.Published), strings.Join([]string{
		`target: 20 + |20| × 200 / 100 = 60 [baseline "20"] [by "\"+200%\""]`,
		`current: 12 + 18 = 30 [reading "12"] [reading "18"]`,
		`raw: (30 − 20) / (60 − 20) = 0.25 [baseline "20"] [target "\"+200%\""]`,
	}, "\n"))
	is(t, "passed over", e.Passed[0].Why, score.AfterDate)
}

// TestExplainByHistory holds that official operands point into the published file
// and a corrected baseline into today's.
func TestExplainByHistory(t *testing.T) {
	then := byHistory(t, files{"a": objectives(objective("o", "aspirational", "", keyResult("k", "unit: EUR, baseline: 40, target: 60")))})
	now := workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", keyResult("k", "unit: EUR, baseline: 45, target: 64",
		checkIns("02-20 54"), amended("02-23 field: target, from: 60, to: 64", "02-25 field: baseline, from: 40, to: 45"))))})
	e := only(readWith(t, now, then, "03-20")).Explain()
	is(t, "published", told(e.Published), `raw: (54 − 45) / (60 − 45) = 0.6 [current "54"] [baseline "45"] [target "60"]`)
	files := []*source.File{now.Documents[0].File, now.Documents[0].File, then.ws.Documents[0].File}
	for i, o := range e.Published[0].Operands {
		is(t, "file of "+o.Name, o.File, files[i])
	}
	is(t, "changes", len(e.Changes), 2)
}

// TestExplainNothing holds that what has no arithmetic has none.
func TestExplainNothing(t *testing.T) {
	for id, line := range map[string]string{
		"unread":   unread("k"),
		"deferred": keyResult("k", points+", observable_on: 2026-06-01", checkIns("02-01 0.3")),
	} {
		e := only(read(t, workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", line))}), "02-20")).Explain()
		is(t, id, len(e.Published)+len(e.InForce), 0)
	}
}

// TestExplainFields holds that each field of a metric is found where it stands.
func TestExplainFields(t *testing.T) {
	for metric, lines := range map[string]string{
		"kind: at_most, unit: EUR, target: 1.00, fail_at: 2.00":        `raw: (1.35 − 2) / (1 − 2) = 0.65 [current "1.35"] [fail_at "2.00"] [target "1.00"]`,
		"kind: between, unit: EUR, low: 2, high: 3":                    "raw: 2 ≤ 1.35 ≤ 3 does not hold: 0 [low \"2\"] [current \"1.35\"] [high \"3\"]",
		"kind: between, unit: EUR, low: 1, high: 1.25, tolerance: 0.2": `raw: 1 − (1.35 − 1.25) / 0.2 = 0.5 [current "1.35"] [high "1.25"] [tolerance "0.2"]`,
	} {
		ws := workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", keyResult("k", metric, checkIns("02-01 1.35"))))})
		is(t, metric, told(only(read(t, ws, "02-20")).Explain().Published), lines)
	}
}

// TestExplainPassedOver holds the reasons for which a check-in does not count.
func TestExplainPassedOver(t *testing.T) {
	line := keyResult("k", points, "starts: 2026-01-10", checkIns("01-09 0.1", "01-10 0.2", "02-10 0.3", "02-11 0.4", "03-01 0.5"), "cancelled: {date: 2026-02-10, reason: The channel closed}")
	e := only(read(t, workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", line))}), "02-20")).Explain()
	var why []string
	for _, p := range e.Passed {
		why = append(why, p.CheckIn.Date.V.String()+" "+string(p.Why))
	}
	is(t, "passed over", strings.Join(why, ", "), "2026-01-09 before the start, 2026-02-11 after the cancellation, 2026-03-01 after the date of the reading")
	is(t, "to", e.To.String(), "2026-02-10")
}
