package lint_test

import (
	"strings"
	"testing"
)

// quarters are documents of three cycles that ended at values between 40, a score
// of 0, and 60.
func quarters(commitment string, values ...string) string {
	ids := []string{"2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"}
	days := []string{"2025-09-29", "2025-12-29", "2026-03-29", "2026-06-29"}
	var text strings.Builder
	for i, value := range values {
		at := len(ids) - len(values) + i
		text.WriteString(paper("checkout", ids[at], commitment, line("a", up, "outcome: {reason: estimate_wrong}", days[at]+", value: "+value)))
	}
	return text.String()
}

func TestSandbaggingHistory(t *testing.T) {
	now := paper("checkout", "2026-Q3", "aspirational", line("a", "unit: percent, baseline: 60, target: 70, source: desk", ""))
	const d = "checkout/2026-Q3"
	try(t, "sandbagging-history", []trial{
		{name: "three in full", files: quarters("aspirational", "60", "60", "60") + now, want: []string{d}, says: "warning: the aspirational targets of checkout are reached again and again, at 1.00 on average: 2025-Q4 1.00, 2026-Q1 1.00, 2026-Q2 1.00"},
		{name: "T06", files: quarters("aspirational", "59", "60", "60", "59.6") + now, want: []string{d}, says: "0.98 on average"},
		{name: "on the line", files: quarters("aspirational", "58", "60", "59") + now, want: []string{d}},
		{name: "below the line", files: quarters("aspirational", "58", "60", "58.9") + now},
		{name: "T09: two are too few", files: quarters("aspirational", "60", "60") + now},
		{name: "commitments", files: quarters("committed", "60", "60", "60") + now},
		{name: "T07", files: quarters("aspirational", "54", "53", "54.4", "52") + now},
		{name: "closing is not closed", at: "2026-07-14", files: quarters("aspirational", "60", "60", "60") + now},
		{name: "the last one closed", at: "2026-07-15", files: quarters("aspirational", "60", "60", "60") + now, want: []string{d}},
		{name: "no document of today", files: quarters("aspirational", "60", "60", "60"), want: []string{"checkout/2026-Q2"}},
		{name: "the next draft", files: quarters("aspirational", "60", "60", "60") + strings.ReplaceAll(now, "Q3", "Q4"), want: []string{"checkout/2026-Q4"}},
		{name: "another team", files: quarters("aspirational", "60", "60", "60") + strings.ReplaceAll(now, "checkout", "payments"), want: []string{"checkout/2026-Q2"}},
		{name: "settings", files: settings("scoring: {sandbagging: {mean: 0.9, cycles: 2}}") + quarters("aspirational", "58", "58") + now, want: []string{d}},
		{name: "silenced", files: quarters("aspirational", "60", "60", "60") + strings.Replace(now, "team: checkout\n", "team: checkout # okr:allow sandbagging-history because we doubled the targets\n", 1), want: []string{"-" + d}},
	})
}

func TestOverreach(t *testing.T) {
	now := paper("checkout", "2026-Q3", "aspirational", line("a", "unit: percent, baseline: 50, target: 70, source: desk", ""))
	const d = "checkout/2026-Q3"
	try(t, "overreach", []trial{
		{name: "T08", files: quarters("aspirational", "44", "45", "46") + now, want: []string{d}, says: "warning: the aspirational targets of checkout stayed out of reach, 0.25 on average"},
		{name: "with their reasons", files: quarters("aspirational", "44", "45", "46") + now, want: []string{d}, says: "the reasons given were estimate_wrong (3)"},
		{name: "without reasons", files: strings.ReplaceAll(quarters("aspirational", "44", "45", "46"), "        outcome: {reason: estimate_wrong}\n", "") + now, want: []string{d}, says: "Write down why at each close"},
		{name: "on the line", files: quarters("aspirational", "48", "47", "49") + now},
		{name: "just below", files: quarters("aspirational", "48", "47", "48.9") + now, want: []string{d}},
		{name: "two are too few", files: quarters("aspirational", "44", "45") + now},
		{name: "commitments", files: quarters("committed", "44", "45", "46") + now},
		{name: "settings", files: settings("scoring: {overreach: {mean: 0.2, cycles: 3}}") + quarters("aspirational", "44", "45", "46") + now},
		{name: "silenced", files: quarters("aspirational", "44", "45", "46") + strings.Replace(now, "team: checkout\n", "team: checkout # okr:allow overreach because these are searches\n", 1), want: []string{"-" + d}},
	})
}

func TestTimidTargets(t *testing.T) {
	const a = "checkout/2026-Q3/goal/a"
	now := func(metric string) string {
		return paper("checkout", "2026-Q3", "aspirational", line("a", metric, ""))
	}
	to := func(target string) string {
		return now("unit: percent, baseline: 50, target: " + target + ", source: desk")
	}
	past := quarters("aspirational", "44", "47", "50")
	try(t, "timid-target", []trial{
		{name: "on the trend", files: past + to("53"), want: []string{a}, says: "warning: the last 3 cycles ended at 44, 47 and 50; going on like that gives 53 percent by 2026-09-30"},
		{name: "beyond the trend", files: past + to("53.1")},
		{name: "four cycles", files: quarters("aspirational", "41", "44", "47", "50") + to("53"), want: []string{a}, says: "the last 4 cycles"},
		{name: "two are no trend", files: quarters("aspirational", "47", "50") + to("53")},
		{name: "back and forth is no trend", files: quarters("aspirational", "44", "52", "50") + to("53")},
		{name: "downwards", files: strings.ReplaceAll(quarters("aspirational", "50", "47", "44"), up, "unit: percent, baseline: 60, target: 40, source: desk") +
			now("unit: percent, baseline: 44, target: 42, source: desk"), want: []string{a}, says: "gives 41 percent"},
		{name: "a commitment", files: past + strings.Replace(to("53"), "aspirational", "committed", 1)},
		{name: "another unit", files: past + now("unit: guests, baseline: 50, target: 53, source: desk")},
		{name: "another id", files: past + strings.Replace(to("53"), "id: a", "id: b", 1)},
		{name: "another id of the same name", files: strings.ReplaceAll(past+strings.Replace(to("53"), "id: a", "id: b", 1), "unit:", "name: guests who return, unit:"), want: []string{"checkout/2026-Q3/goal/b"}},
		{name: "carried", files: past + paper("payments", "2026-Q3", "aspirational", line("b", "unit: percent, baseline: 50, target: 53, source: desk", "carried_from: checkout/2026-Q2/goal/a")), want: []string{"payments/2026-Q3/goal/b"}},
		{name: "under a fiftieth", files: to("50.9"), want: []string{a}, says: "not a fiftieth away"},
		{name: "a fiftieth", files: to("51")},
		{name: "near the end of what is possible", files: now("unit: percent, baseline: 99.2, target: 99.9, source: desk")},
		{name: "a number without an end", files: now("unit: guests, baseline: 5000, target: 5050, source: desk"), want: []string{a}},
		{name: "an own domain", files: now("unit: stars, baseline: 4.6, target: 4.65, source: desk, domain: {min: 1, max: 5}")},
		{name: "it never moved that far", files: quarters("aspirational", "50.1", "50", "50.1") + to("50.9")},
		{name: "from nothing", files: now("unit: guests, baseline: 0, target: 1, source: desk")},
		{name: "a bound", files: now("kind: at_least, unit: percent, baseline: 50, target: 50.5, source: desk")},
		{name: "a draft", at: "2026-06-30", files: past + to("53")},
		{name: "over all the same", at: "2026-10-20", files: past + to("53"), want: []string{"checkout/2026-Q3/goal/a"}},
		{name: "silenced", files: strings.Replace(to("50.9"), "source: desk}", "source: desk} # okr:allow timid-target because each tenth is a new hall", 1), want: []string{"-" + a}},
	})
}

func TestTargetAlreadyMet(t *testing.T) {
	const a = "checkout/2026-Q3/goal/a"
	on := func(metric, fields string, checkIns ...string) string {
		return paper("checkout", "2026-Q3", "aspirational", line("a", metric, fields, checkIns...))
	}
	past := paper("checkout", "2026-Q2", "aspirational", line("z", up, "", "2026-06-29, value: 61"))
	try(t, "target-already-met", []trial{
		{name: "the first reading", files: on(up, "", "2026-07-10, value: 60"), want: []string{a}, says: "error: the target of \"Guests of a who return rise\", 60 percent, is reached already: its first reading, from 2026-07-10, says 60"},
		{name: "the last day of the grace", files: on(up, "", "2026-07-14, value: 62"), want: []string{a}, says: "with `kind: at_least`"},
		{name: "a day later the team may have done it", files: on(up, "", "2026-07-15, value: 62")},
		{name: "not quite", files: on(up, "", "2026-07-10, value: 59.9")},
		{name: "reached later", files: on(up, "", "2026-07-10, value: 40", "2026-07-13, value: 61")},
		{name: "downwards", files: on("unit: ms, baseline: 60, target: 40, source: desk", "", "2026-07-10, value: 39"), want: []string{a}, says: "`kind: at_most`"},
		{name: "a draft", at: "2026-06-20", files: on(up, "", "2026-06-15, value: 66"), want: []string{a}, says: "warning: "},
		{name: "confidence first", files: on(up, "", "2026-07-03, confidence: 5", "2026-07-10, value: 60"), want: []string{a}},
		{name: "a bound", files: on("kind: at_least, unit: percent, target: 60, source: desk", "", "2026-07-10, value: 61")},
		{name: "a guardrail", files: on("kind: at_most, unit: percent, target: 2, source: desk", "role: guardrail", "2026-07-10, value: 1")},
		{name: "a baseline", files: on("kind: establish_baseline, unit: days, source: desk", "", "2026-07-10, value: 1")},
		{name: "a milestone on the first day", files: on("kind: milestone", "", "2026-07-01, value: true"), want: []string{a}, says: "was reached on the first day"},
		{name: "a milestone in the first week", files: on("kind: milestone", "", "2026-07-07, value: true")},
		{name: "a sum", files: on("unit: guests, baseline: 0, target: 20, source: desk, aggregate: sum", "", "2026-07-10, value: 5")},
		{name: "its own start", files: on(up, "starts: 2026-08-01", "2026-08-10, value: 62"), want: []string{a}},
		{name: "lowered since", files: on("unit: percent, baseline: 40, target: 50, source: desk",
			"amendments:\n  - {date: 2026-08-01, field: target, from: 60, to: 50, reason: Half of the rooms are closed}", "2026-07-10, value: 51")},
		{name: "carried from where it was met", files: past + on(up, "carried_from: checkout/2026-Q2/goal/z"), want: []string{a}, says: "checkout/2026-Q2/goal/z, from which it is carried, says 61"},
		{name: "carried and read again", files: past + on(up, "carried_from: checkout/2026-Q2/goal/z", "2026-07-10, value: 55")},
		{name: "over all the same", at: "2026-10-20", files: on(up, "", "2026-07-10, value: 62"), want: []string{"checkout/2026-Q3/goal/a"}},
		{name: "silenced", files: strings.Replace(on(up, "", "2026-07-10, value: 62"), "source: desk}", "source: desk} # okr:allow target-already-met because the trial week is not typical", 1), want: []string{"-" + a}},
	})
}

func TestMixedCommitment(t *testing.T) {
	const a = "payments/2026-Q3/goal/a"
	shared := func(here, there, fields string) string {
		return paper("payments", "2026-Q3", there, line("a", up, "shared_with: [checkout, data]\n"+fields, "2026-08-01, value: 44")) +
			paper("checkout", "2026-Q3", here, "      - ref: "+a+"\n")
	}
	third := paper("data", "2026-Q3", "aspirational", "      - ref: "+a+"\n")
	guardrail := strings.Replace(shared("aspirational", "committed", "role: guardrail"), up, "kind: at_most, unit: percent, target: 50, source: desk", 1)
	try(t, "mixed-commitment", []trial{
		{name: "a promise and a hope", files: shared("aspirational", "committed", ""), want: []string{a}, says: "warning: \"Guests of a who return rise\" is aspirational here, under \"Guests come back\", and committed for payments"},
		{name: "the reverse", files: shared("committed", "aspirational", ""), want: []string{a}, says: "`commitment: aspirational` here"},
		{name: "two hopes for one promise", files: shared("aspirational", "committed", "") + third, want: []string{a, a}},
		{name: "one of three", files: shared("aspirational", "aspirational", "") + third},
		{name: "two promises", files: shared("committed", "committed", "")},
		{name: "a guardrail", files: guardrail},
		{name: "cancelled", files: shared("aspirational", "committed", "cancelled: {date: 2026-08-10, reason: The hall is closed}")},
		{name: "cancelled tomorrow", at: "2026-08-09", files: shared("aspirational", "committed", "cancelled: {date: 2026-08-10, reason: The hall is closed}"), want: []string{a}},
		{name: "over all the same", at: "2026-10-20", files: shared("aspirational", "committed", ""), want: []string{"payments/2026-Q3/goal/a"}},
		{name: "agreed by an amendment that is still to come", at: "2026-08-09", files: strings.Replace(shared("committed", "committed", ""), "team: checkout\ncycle: 2026-Q3\nobjectives:\n  - id: goal\n",
			"team: checkout\ncycle: 2026-Q3\nobjectives:\n  - id: goal\n    amendments:\n      - {date: 2026-08-10, field: commitment, from: aspirational, to: committed, reason: Agreed}\n", 1), want: []string{a}},
		{name: "silenced", files: strings.Replace(shared("aspirational", "committed", ""), "- ref: "+a, "- ref: "+a+" # okr:allow mixed-commitment because checkout joined late", 1), want: []string{"-" + a}},
	})
}

func TestCommittedWithoutConfidence(t *testing.T) {
	const a = "checkout/2026-Q3/goal/a"
	on := func(checkIns ...string) string {
		return paper("checkout", "2026-Q3", "committed", line("a", up, "", checkIns...))
	}
	by := func(text string) string { return on("2026-08-07, value: 44, confidence: 5, " + text) }
	try(t, "committed-without-confidence", []trial{
		{name: "doubt", files: on("2026-07-10, confidence: 9", "2026-08-07, value: 44, confidence: 6.5"), want: []string{a}, says: "warning: \"Guests of a who return rise\" is a commitment, and confidence is 6.5 of 10"},
		{name: "since when", files: on("2026-07-10, confidence: 9", "2026-07-24, confidence: 6", "2026-08-07, confidence: 5"), want: []string{a}, says: "below 7 since 2026-07-24"},
		{name: "a day to decide", files: on("2026-08-07, confidence: 5"), want: []string{a}, says: "in the check-in of 2026-08-07 what it waits for, as `blocked_by: \"…, decided by 2026-08-29\"`"},
		{name: "seven is enough", files: on("2026-08-07, value: 44, confidence: 7")},
		{name: "back again", files: on("2026-07-24, confidence: 5", "2026-08-07, confidence: 8")},
		{name: "nothing said", files: on("2026-08-07, value: 44")},
		{name: "aspirational", files: strings.Replace(on("2026-08-07, confidence: 5"), "committed", "aspirational", 1)},
		{name: "blocked until a day", files: by("blocked_by: \"Desk software, decided by 2026-08-20\"")},
		{name: "blocked until a day in words", files: by("blocked_by: \"Desk software; decision on 20 August\"")},
		{name: "blocked until Friday", files: by("blocked_by: The board meets on Friday")},
		{name: "blocked for ever", files: by("blocked_by: Desk software"), want: []string{a}},
		{name: "an address with a quarter is no day", files: by("blocked_by: data/2026-Q3/desk/software"), want: []string{a}},
		{name: "escalated in a note", files: by("note: Escalated to the owners of the hall")},
		{name: "a decision with its day", files: by("note: Decision due on 2026-08-20")},
		{name: "a note about something else", files: by("note: Slow week"), want: []string{a}},
		{name: "blocked since the fall", files: on("2026-07-24, confidence: 5, blocked_by: \"Software, decided by 2026-08-20\"", "2026-08-07, confidence: 5")},
		{name: "blocked before an earlier rise", files: on("2026-07-10, confidence: 5, blocked_by: \"Software, decided by 2026-07-20\"", "2026-07-24, confidence: 8", "2026-08-07, confidence: 5"), want: []string{a}},
		{name: "a milestone that is reached", files: strings.Replace(on("2026-08-07, value: true, confidence: 5"), up, "kind: milestone", 1)},
		{name: "over", at: "2026-10-03", files: on("2026-08-07, confidence: 5")},
		{name: "silenced", files: on("2026-08-07, confidence: 5} # okr:allow committed-without-confidence because the board knows\n#"), want: []string{"-" + a}},
	})
}

func TestNoStretchDeclared(t *testing.T) {
	const a = "checkout/2026-Q3/goal/a"
	on := func(commitment string, checkIns ...string) string {
		return paper("checkout", "2026-Q3", commitment, line("a", up, "", checkIns...))
	}
	try(t, "no-stretch-declared", []trial{
		{name: "nine", files: on("aspirational", "2026-07-10, value: 44, confidence: 9"), want: []string{a}, says: "info: \"Guests of a who return rise\" is aspirational, and its first confidence is 9 of 10 → Raise the target of 60 percent"},
		{name: "ten, and later eight", files: on("aspirational", "2026-07-10, confidence: 10", "2026-08-07, confidence: 8"), want: []string{a}},
		{name: "just below nine", files: on("aspirational", "2026-07-10, confidence: 8.9")},
		{name: "nine only later", files: on("aspirational", "2026-07-10, confidence: 6", "2026-08-07, confidence: 9")},
		{name: "a doubt since", files: on("aspirational", "2026-07-10, confidence: 9", "2026-08-07, confidence: 6"), want: []string{a}},
		{name: "half as sure since", files: on("aspirational", "2026-07-10, confidence: 10", "2026-08-07, confidence: 5"), want: []string{a}},
		{name: "the first word came late", files: on("aspirational", "2026-08-07, value: 55, confidence: 9")},
		{name: "a commitment", files: on("committed", "2026-07-10, confidence: 9")},
		{name: "a draft", at: "2026-06-25", files: on("aspirational", "2026-06-20, confidence: 9"), want: []string{a}},
		{name: "a guardrail", files: strings.Replace(on("aspirational", "2026-07-10, confidence: 9"), "metric: {"+up, "role: guardrail\n        metric: {kind: at_most, unit: percent, target: 5, source: desk", 1)},
		{name: "over all the same", at: "2026-10-03", files: on("aspirational", "2026-07-10, confidence: 9"), want: []string{"checkout/2026-Q3/goal/a"}},
		{name: "silenced", files: on("aspirational", "2026-07-10, confidence: 9} # okr:allow no-stretch-declared because we use another scale\n#"), want: []string{"-" + a}},
	})
}
