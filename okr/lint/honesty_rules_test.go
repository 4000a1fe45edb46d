package lint_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/diag"
)

// trial is files at a date and the subjects of which one rule speaks, in order;
// those that a comment silences carry a minus sign.
type trial struct {
	name  string
	at    string // the date of the examples where it is empty
	files string
	want  []string
	says  string // part of the first message, hint or severity
}

func try(t *testing.T, rule string, trials []trial) {
	t.Helper()
	for _, test := range trials {
		t.Run(test.name, func(t *testing.T) {
			at := examplesAt
			if test.at != "" {
				at = mustDate(test.at)
			}
			var got []string
			var words string
			for _, f := range lintExample(t, test.files, at) {
				switch {
				case f.Rule != rule:
					if f.Class == diag.ClassForm {
						t.Errorf("the files of the trial are broken: %s", f.Message)
					}
					continue
				case f.Suppressed():
					got = append(got, "-"+f.Subject)
				default:
					got = append(got, f.Subject)
				}
				if words == "" {
					words = f.Severity.String() + ": " + f.Message + " → " + f.Hint
				}
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("%s speaks of %q, want %q\n%s", rule, got, test.want, words)
			}
			if !strings.Contains(words, test.says) {
				t.Errorf("%s says\n%s\nwant something with %q", rule, words, test.says)
			}
		})
	}
}

// paper is a document of one objective.
func paper(team, cycle, commitment string, results ...string) string {
	return "-- okrs/" + cycle + "/" + team + ".yaml --\nversion: 1\nteam: " + team + "\ncycle: " + cycle +
		"\nobjectives:\n  - id: goal\n    title: Guests come back\n    commitment: " + commitment +
		"\n    why_now: The season starts in October\n    key_results:\n" + strings.Join(results, "")
}

// line is a key result: its metric in braces, other fields, and check-ins as
// "date, field: value".
func line(id, metric, fields string, checkIns ...string) string {
	text := "      - id: " + id + "\n        title: Guests of " + id + " who return rise\n        metric: {" + metric + "}\n"
	for _, field := range strings.Split(fields, "\n") {
		if field != "" {
			text += "        " + field + "\n"
		}
	}
	if len(checkIns) > 0 {
		text += "        check_ins:\n"
	}
	for _, c := range checkIns {
		text += "          - {date: " + c + "}\n"
	}
	return text
}

const up = "unit: percent, baseline: 40, target: 60, source: desk"

// settings is an okr.yaml that sets something.
func settings(text string) string {
	return "-- okr.yaml --\n" + exampleRegister + text + "\n"
}

func TestStaleCheckIn(t *testing.T) {
	on := func(metric, fields string, checkIns ...string) string {
		return paper("checkout", "2026-Q3", "aspirational", line("a", metric, fields, checkIns...))
	}
	const a = "checkout/2026-Q3/goal/a"
	try(t, "stale-check-in", []trial{
		{name: "fifteen days", files: on(up, "", "2026-07-31, value: 44"), want: []string{a}, says: "warning: the last check-in on \"Guests of a who return rise\" is 15 days old"},
		{name: "fourteen days", files: on(up, "", "2026-08-01, value: 44")},
		{name: "the value is offered again", files: on(up, "", "2026-07-20, value: 44.50, confidence: 6", "2026-07-31, confidence: 5"),
			want: []string{a}, says: "`- {date: 2026-08-15, value: 44.50, confidence: 5}`"},
		{name: "twenty-eight days", at: "2026-08-28", files: on(up, "", "2026-07-31, value: 44"), want: []string{a}, says: "same value is a good check-in."},
		{name: "twenty-nine days are still a warning", at: "2026-08-29", files: on(up, "", "2026-07-31, value: 44"), want: []string{a}, says: "nobody can say any more"},
		{name: "severity", at: "2026-08-29", files: on(up, "", "2026-07-31, value: 44"), want: []string{a}, says: "warning: "},
		{name: "never heard of, early", at: "2026-07-16", files: on(up, ""), want: []string{a}, says: "began 15 days ago"},
		{name: "never heard of, on the fifteenth", at: "2026-07-15", files: on(up, "")},
		{name: "never heard of, later, is set-and-forget's", files: on(up, "")},
		{name: "a guardrail that nobody reads", files: on("kind: at_most, unit: percent, target: 2, source: desk", "role: guardrail"), want: []string{a}},
		{name: "monthly", files: on(up+", measured: monthly", "", "2026-07-01, value: 44")},
		{name: "monthly, 46 days", at: "2026-08-16", files: on(up+", measured: monthly", "", "2026-07-01, value: 44"), want: []string{a}},
		{name: "quarterly", at: "2026-09-30", files: on(up+", measured: quarterly", "", "2026-07-01, value: 44")},
		{name: "its own start", at: "2026-09-10", files: on(up, "starts: 2026-08-27")},
		{name: "a milestone that is reached", files: on("kind: milestone", "", "2026-07-10, value: true")},
		{name: "a milestone that is not", files: on("kind: milestone", "", "2026-07-10, value: false"), want: []string{a}},
		{name: "not yet to be observed", files: on(up+", observable_on: 2026-09-20", "")},
		{name: "cancelled", files: on(up, "cancelled: {date: 2026-08-01, reason: The hall is closed}", "2026-07-10, value: 44")},
		{name: "a draft", files: strings.ReplaceAll(on(up, ""), "Q3", "Q4")},
		{name: "a cycle that has ended", at: "2026-10-05", files: on(up, "", "2026-07-10, value: 44")},
		{name: "settings", files: settings("lint: {stale_days: {warn: 30, strong: 40}}") + on(up, "", "2026-07-20, value: 44")},
		{name: "silenced", files: on(up, "", "2026-07-20, value: 44} # okr:allow stale-check-in because the desk is closed in August\n#"), want: []string{"-" + a}},
	})
}

func TestSetAndForget(t *testing.T) {
	on := func(metric, fields string, checkIns ...string) string {
		return paper("checkout", "2026-Q3", "aspirational", line("a", metric, fields, checkIns...))
	}
	const a = "checkout/2026-Q3/goal/a"
	try(t, "set-and-forget", []trial{
		{name: "nothing", files: on(up, ""), want: []string{a}, says: "`- {date: 2026-08-15, value: …}`"},
		{name: "nothing, and the first third runs", at: "2026-07-31", files: on(up, "")},
		{name: "the first third is over", at: "2026-08-01", files: on(up, ""), want: []string{a}},
		{name: "too late", files: on(up, "", "2026-08-12, value: 44"), want: []string{a}, says: "came on 2026-08-12"},
		{name: "on the last day", files: on(up, "", "2026-07-31, value: 42", "2026-08-12, value: 44")},
		{name: "late, and taken up since", files: on(up, "", "2026-08-03, value: 42", "2026-08-08, value: 43", "2026-08-13, value: 44")},
		{name: "the eve of the cycle", files: on(up, "", "2026-06-30, value: 40", "2026-08-12, value: 44")},
		{name: "its own start", files: on(up, "starts: 2026-08-01")},
		{name: "monthly", files: on(up+", measured: monthly", "", "2026-08-05, value: 44")},
		{name: "stale-check-in speaks already", at: "2026-09-10", files: on(up, "", "2026-08-12, value: 44")},
		{name: "first and last", at: "2026-10-02", files: on(up, "", "2026-07-10, value: 42", "2026-09-28, value: 44"), want: []string{a}, says: "never in between"},
		{name: "first, last and one between", at: "2026-10-02", files: on(up, "", "2026-07-10, value: 42", "2026-08-20, value: 43", "2026-09-28, value: 44")},
		{name: "closed", at: "2026-11-02", files: on(up, "", "2026-07-10, value: 42", "2026-09-28, value: 44")},
		{name: "a guardrail", files: on("kind: at_most, unit: percent, target: 2, source: desk", "role: guardrail", "2026-08-12, value: 1")},
		{name: "silenced", files: on(up, "", "2026-08-12, value: 44} # okr:allow set-and-forget because we began in August\n#"), want: []string{"-" + a}},
	})
}

func TestFrozenCurrent(t *testing.T) {
	on := func(metric, fields string, checkIns ...string) string {
		return paper("checkout", "2026-Q3", "aspirational", line("a", metric, fields, checkIns...))
	}
	const a = "checkout/2026-Q3/goal/a"
	same := []string{"2026-07-20, value: 44, confidence: 5", "2026-07-31, value: 44, confidence: 5", "2026-08-12, value: 44.0, confidence: 5"}
	try(t, "frozen-current", []trial{
		{name: "three", files: on(up, "", same...), want: []string{a}, says: "info: \"Guests of a who return rise\" stands at 44.0 and confidence 5 in every check-in since 2026-07-20"},
		{name: "two", files: on(up, "", same[1:]...)},
		{name: "no confidence at all", files: on(up, "", "2026-07-20, value: 44", "2026-07-31, value: 44", "2026-08-12, value: 44"), want: []string{a}},
		{name: "confidence moves", files: on(up, "", same[0], "2026-07-31, value: 44, confidence: 4", same[2])},
		{name: "confidence alone moves", files: on(up, "", same[0], same[1], "2026-08-05, confidence: 4", same[2])},
		{name: "the value moves", files: on(up, "", same[0], "2026-07-31, value: 44.1, confidence: 5", same[2])},
		{name: "moved before", files: on(up, "", append([]string{"2026-07-10, value: 40, confidence: 5"}, same...)...), want: []string{a}},
		{name: "monthly", files: on(up+", measured: monthly", "", same...)},
		{name: "a sum", files: on(up+", aggregate: sum", "", "2026-07-20, value: 4, confidence: 5", "2026-07-31, value: 4, confidence: 5", "2026-08-12, value: 4, confidence: 5")},
		{name: "arrived", files: on(up, "", "2026-07-20, value: 60", "2026-07-31, value: 60", "2026-08-12, value: 60")},
		{name: "a bound", files: on("kind: at_most, unit: percent, target: 50, source: desk", "", same...)},
		{name: "a note", files: on(up, "", same[0], same[1], "2026-08-12, value: 44, confidence: 5, note: The new beds come on Monday")},
		{name: "an older note", files: on(up, "", same[0], "2026-07-31, value: 44, confidence: 5, note: Holidays", same[2]), want: []string{a}},
		{name: "not yet heard", at: "2026-08-11", files: on(up, "", same...)},
		{name: "silenced", files: on(up, "", same[0], same[1], same[2]+"} # okr:allow frozen-current because the desk counts in September\n#"), want: []string{"-" + a}},
	})
}

func TestLongCycle(t *testing.T) {
	year := paper("checkout", "2026", "aspirational", line("a", up, ""))
	const a = "checkout/2026/goal/a"
	try(t, "long-cycle", []trial{
		{name: "a year", files: year, want: []string{a}, says: "warning: \"Guests of a who return rise\" runs for 365 days"},
		{name: "the quarter is named", files: year, want: []string{a}, says: "in 2026-Q3 set what of it can be reached by 2026-09-30"},
		{name: "half a year", files: strings.ReplaceAll(year, "cycle: 2026\n", "cycle: 2026-H2\n"), want: []string{"checkout/2026-H2/goal/a"}},
		{name: "what belongs to everybody", files: strings.ReplaceAll(year, "checkout", "company"), want: []string{"company/2026/goal/a"}, says: "info: "},
		{name: "a quarter", files: paper("checkout", "2026-Q3", "aspirational", line("a", up, ""))},
		{name: "fourteen weeks", files: settings("cycles: [{id: summer, start: 2026-06-29, end: 2026-10-04}]") + paper("checkout", "summer", "aspirational", line("a", up, ""))},
		{name: "fifteen weeks", files: settings("cycles: [{id: summer, start: 2026-06-22, end: 2026-10-04}]") + paper("checkout", "summer", "aspirational", line("a", up, "")), want: []string{"checkout/summer/goal/a"}},
		{name: "a late start", files: paper("checkout", "2026", "aspirational", line("a", up, "starts: 2026-10-01"))},
		{name: "a guardrail", files: paper("checkout", "2026", "aspirational", line("a", "kind: at_most, unit: percent, target: 2, source: desk", "role: guardrail"))},
		{name: "over all the same", at: "2027-01-05", files: year, want: []string{"checkout/2026/goal/a"}},
		{name: "a quarter of it is under way", files: year + strings.Replace(paper("payments", "2026-Q3", "aspirational", line("b", up, "")),
			"    key_results", "    supports: [checkout/2026/goal]\n    key_results", 1)},
		{name: "supported by another year only", files: year + strings.Replace(paper("payments", "2026", "aspirational", line("b", up, "")),
			"    key_results", "    supports: [checkout/2026/goal]\n    key_results", 1), want: []string{a, "payments/2026/goal/b"}},
		{name: "silenced", files: strings.Replace(year, "rise\n", "rise # okr:allow long-cycle because the licence is yearly\n", 1), want: []string{"-" + a}},
	})
}

func TestCopyPasteQuarter(t *testing.T) {
	before := paper("checkout", "2026-Q2", "aspirational", line("a", up, "", "2026-05-15, value: 44", "2026-06-29, value: 51"))
	now := func(metric, fields string) string {
		return before + paper("checkout", "2026-Q3", "aspirational", line("a", metric, fields))
	}
	const a = "checkout/2026-Q3/goal/a"
	try(t, "copy-paste-quarter", []trial{
		{name: "the same line", files: now(up, ""), want: []string{a}, says: "which ended at 51 percent"},
		{name: "what to write", files: now(up, ""), want: []string{a}, says: "`carried_from: checkout/2026-Q2/goal/a` with `baseline: 51`"},
		{name: "other case and blanks", files: strings.Replace(now(up, ""), "title: Guests of a who return rise\n        metric: {"+up+"}\n        check", "title: guests of a, who return  rise.\n        metric: {"+up+"}\n        check", 1), want: []string{a}},
		{name: "another target", files: now("unit: percent, baseline: 40, target: 61, source: desk", "")},
		{name: "another unit", files: now("unit: guests, baseline: 40, target: 60, source: desk", "")},
		{name: "carried", files: now(up, "carried_from: checkout/2026-Q2/goal/a")},
		{name: "the objective is carried", files: strings.Replace(now(up, ""), "cycle: 2026-Q3\nobjectives:\n  - id: goal\n", "cycle: 2026-Q3\nobjectives:\n  - id: goal\n    carried_from: checkout/2026-Q2/goal\n", 1)},
		{name: "a guardrail", files: strings.ReplaceAll(now(up, ""), "{"+up+"}", "{kind: at_most, unit: percent, target: 2, source: desk}\n        role: guardrail")},
		{name: "another team", files: before + paper("payments", "2026-Q3", "aspirational", line("a", up, ""))},
		{name: "a quarter lies between", files: before + paper("checkout", "2026-Q4", "aspirational", line("a", up, ""))},
		{name: "a year before", files: before + paper("checkout", "2026", "aspirational", line("a", up, ""))},
		{name: "a draft", at: "2026-06-20", files: now(up, ""), want: []string{a}, says: "the last reading as the baseline"},
		{name: "both are over all the same", at: "2026-11-20", files: now(up, ""), want: []string{"checkout/2026-Q3/goal/a"}},
		{name: "silenced", files: before + strings.Replace(paper("checkout", "2026-Q3", "aspirational", line("a", up, "")), "rise\n", "rise # okr:allow copy-paste-quarter because we lost a month to the flood\n", 1), want: []string{"-" + a}},
	})
}

func TestConfidenceMismatch(t *testing.T) {
	on := func(commitment, metric string, checkIns ...string) string {
		return paper("checkout", "2026-Q3", commitment, line("a", metric, "", checkIns...))
	}
	const a = "checkout/2026-Q3/goal/a"
	try(t, "confidence-mismatch", []trial{
		{name: "hope", files: on("aspirational", up, "2026-07-10, value: 40", "2026-08-14, value: 41, confidence: 8"), want: []string{a}, says: "info: confidence is 8 of 10"},
		{name: "phases are offered", files: on("aspirational", up, "2026-07-10, value: 40", "2026-08-14, value: 41, confidence: 8"), want: []string{a}, says: "`phases: ["},
		{name: "doubt", files: on("aspirational", up, "2026-07-10, value: 44", "2026-08-14, value: 55, confidence: 3"), want: []string{a}, says: "is ahead: 0.75 where 0.35"},
		{name: "seven is no hope", files: on("aspirational", up, "2026-08-14, value: 41, confidence: 7")},
		{name: "before half time", at: "2026-08-14", files: on("aspirational", up, "2026-08-14, value: 41, confidence: 9")},
		{name: "half time", at: "2026-08-15", files: on("aspirational", up, "2026-08-14, value: 41, confidence: 9"), want: []string{a}},
		{name: "a note", files: on("aspirational", up, "2026-08-14, value: 41, confidence: 9, note: The fair is in September")},
		{name: "a note of two weeks ago", files: on("aspirational", up, "2026-08-01, value: 41, note: The fair is in September", "2026-08-14, value: 41, confidence: 9")},
		{name: "an older note", files: on("aspirational", up, "2026-07-31, value: 41, note: The fair is in September", "2026-08-14, value: 41, confidence: 9"), want: []string{a}},
		{name: "late growth is planned", files: on("aspirational", up+", phases: [{date: 2026-09-01, expected: 0.1}, {date: 2026-09-30, expected: 0.7}]", "2026-08-14, value: 41, confidence: 9")},
		{name: "old numbers", at: "2026-09-10", files: on("aspirational", up, "2026-08-14, value: 41, confidence: 9")},
		{name: "a milestone has no pace", files: on("aspirational", "kind: milestone", "2026-08-14, value: false, confidence: 9")},
		{name: "over", at: "2026-10-03", files: on("aspirational", up, "2026-09-29, value: 41, confidence: 9")},
		{name: "silenced", files: on("aspirational", up, "2026-08-14, value: 41, confidence: 8} # okr:allow confidence-mismatch because the fair comes\n#"), want: []string{"-" + a}},
	})
}

func TestBaselineNeverUsed(t *testing.T) {
	found := func(fields string) string {
		return paper("checkout", "2026-Q2", "aspirational",
			line("a", "kind: establish_baseline, name: days to a second stay, unit: days, source: desk", fields, "2026-06-10, value: 9"))
	}
	next := func(cycle, id, metric, fields string) string {
		return paper("checkout", cycle, "aspirational", line(id, metric, fields))
	}
	const a = "checkout/2026-Q2/goal/a"
	const other = "unit: percent, baseline: 40, target: 60, source: street survey"
	try(t, "baseline-never-used", []trial{
		{name: "something else", files: found("") + next("2026-Q3", "b", other, ""), want: []string{a}, says: "info: \"Guests of a who return rise\" found 9 days, and nothing in checkout/2026-Q3"},
		{name: "what to write", files: found("") + next("2026-Q3", "b", other, ""), want: []string{a}, says: "`baseline: 9`, a target and `carried_from: checkout/2026-Q2/goal/a`"},
		{name: "no next document", files: found("")},
		{name: "the next one settles", at: "2026-07-14", files: found("") + next("2026-Q3", "b", other, "")},
		{name: "the next one is published", at: "2026-07-15", files: found("") + next("2026-Q3", "b", other, ""), want: []string{a}},
		{name: "the same id", files: found("") + next("2026-Q3", "a", "unit: days, baseline: 9, target: 4, source: survey", "")},
		{name: "the same name", files: found("") + next("2026-Q3", "b", "name: Days to a second stay, unit: days, baseline: 9, target: 4, source: survey", "")},
		{name: "the same source", files: found("") + next("2026-Q3", "b", "unit: days, baseline: 9, target: 4, source: desk", "")},
		{name: "the same source for another unit", files: found("") + next("2026-Q3", "b", up, ""), want: []string{a}},
		{name: "carried", files: found("") + next("2026-Q3", "b", other, "carried_from: checkout/2026-Q2/goal/a")},
		{name: "carried by another team", files: found("") + next("2026-Q3", "b", other, "") +
			paper("payments", "2026-Q3", "aspirational", line("c", other, "carried_from: checkout/2026-Q2/goal/a"))},
		{name: "the reason to stop", files: found("outcome: {reason: other, learned: Nine days is what the best in town have}") + next("2026-Q3", "b", other, "")},
		{name: "never measured", files: strings.Replace(found(""), "date: 2026-06-10, value: 9", "date: 2026-06-10, confidence: 9", 1) + next("2026-Q3", "b", other, "")},
		{name: "silenced", files: strings.Replace(found(""), "rise\n", "rise # okr:allow baseline-never-used because it waits for the new desk\n", 1) + next("2026-Q3", "b", other, ""), want: []string{"-" + a}},
	})
}
