package lint_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/lint"
)

// pastRules are the ids of the rules that need a history.
func pastRules() []string {
	var ids []string
	for _, rule := range lint.Rules() {
		if rule.Needs == lint.Past {
			ids = append(ids, rule.ID)
		}
	}
	return ids
}

// on are documents as they were committed on a day.
func on(date, files string) string {
	return strings.ReplaceAll(files, ".yaml --", ".yaml as committed on "+date+" --")
}

// gone is the commit that deleted a document.
func gone(date, name string) string { return "-- " + name + " as deleted on " + date + " --\n" }

func tag(name, date string) string { return "-- the tag okr/" + name + " of " + date + " --\n" }

// q3 is the document of checkout for 2026-Q3.
func q3(results ...string) string { return paper("checkout", "2026-Q3", "aspirational", results...) }

// measured is a key result, and a guardrail beside it that never changes.
func measured(metric, fields string, checkIns ...string) string {
	return q3(line("a", metric, fields, checkIns...), line("b", "kind: at_most, unit: percent, target: 3, source: desk", "role: guardrail"))
}

const (
	keyA      = "checkout/2026-Q3/goal/a"
	settledOn = "2026-07-14" // the last day of the grace
)

func amendment(date, field, from, to string) string {
	return "amendments: [{date: 2026-" + date + ", field: " + field + ", from: " + from + ", to: " + to + ", reason: The world changed}]"
}

func TestMovedGoalposts(t *testing.T) {
	const down = "unit: ms, baseline: 900, target: 300, source: desk"
	then := on("2026-07-10", measured(up, ""))
	moved := func(before, after string) string {
		return on("2026-07-10", measured(before, "")) + on("2026-08-10", measured(after, ""))
	}
	try(t, "moved-goalposts", []trial{
		{name: "eased", files: then + on("2026-08-10", measured("unit: percent, baseline: 40, target: 50, source: desk", "")), want: []string{keyA},
			says: "error: \"Guests of a who return rise\" changed after it was published on 2026-07-10 (260710e): target from 60 percent to 50 percent. 50% of the way is given away, and no amendment says so → " +
				"Say why: write `amendments: [{date: 2026-08-15, field: target, from: 60, to: 50, reason: …}]`, and both scores appear; or write `target: 60` again."},
		{name: "eased downwards", files: moved(down, strings.Replace(down, "300", "400", 1)), want: []string{keyA}, says: "17% of the way"},
		{name: "turned round", files: moved(up, strings.Replace(up, "60", "20", 1)), want: []string{keyA}, says: "turns the direction round"},
		{name: "hardened", files: moved(up, strings.Replace(up, "60", "70", 1)), want: []string{keyA}, says: "warning: "},
		{name: "not committed yet", files: then + measured("unit: percent, baseline: 40, target: 50, source: desk", ""), want: []string{keyA}, says: "error: "},
		{name: "a year later", at: "2027-10-15", files: moved(up, strings.Replace(up, "60", "50", 1)), want: []string{keyA}},
		{name: "long ago", at: "2027-11-05", files: moved(up, strings.Replace(up, "60", "50", 1))},
		{name: "put back", files: moved(up, strings.Replace(up, "60", "50", 1)) + on("2026-08-12", measured(up, ""))},
		{name: "on the last day of the grace", files: then + on(settledOn, measured(strings.Replace(up, "60", "50", 1), ""))},
		{name: "on the day after", files: then + on("2026-07-15", measured(strings.Replace(up, "60", "50", 1), "")), want: []string{keyA}},
		{name: "in the grace", at: settledOn, files: then + measured(strings.Replace(up, "60", "50", 1), "")},
		{name: "in the grace, which a tag ended", at: "2026-07-12", files: tag("2026-Q3", "2026-07-10") + then + measured(strings.Replace(up, "60", "50", 1), ""), want: []string{keyA}},
		{name: "a draft", at: "2026-06-20", files: on("2026-06-01", measured(up, "")) + measured(strings.Replace(up, "60", "50", 1), "")},
		{name: "after a later tag", files: then + on("2026-07-20", measured(strings.Replace(up, "60", "50", 1), "")) + tag("2026-Q3", "2026-07-21")},
		{name: "no past", files: measured(strings.Replace(up, "60", "50", 1), "")},
		{name: "a change of the baseline", files: moved(up, `unit: percent, baseline: 40, by: "+50%", source: desk`)},
		{name: "a smaller change of the baseline", files: moved(up, `unit: percent, baseline: 40, by: "+25%", source: desk`), want: []string{keyA},
			says: "{date: 2026-08-15, field: target, from: 60, to: null, reason: …}, {date: 2026-08-15, field: by, from: null, to: \"+25%\", reason: …}"},
		{name: "spelled otherwise", files: moved(up, "kind: increase, unit: \"%\", baseline: 40.0, target: 60.00, source: Desk, aggregate: last")},
		{name: "amended", files: then + on("2026-08-10", measured(strings.Replace(up, "60", "50", 1), amendment("08-05", "target", "60", "50"), "2026-08-05, value: 45")),
			want: []string{keyA}, says: "info: the amendment of 2026-08-05 makes \"Guests of a who return rise\" easier to reach: target from 60 percent to 50 percent → Nothing is to be done: both scores appear, 0.25 as published and 0.50 as amended."},
		{name: "amended, not in force yet", files: then + on("2026-08-10", measured(strings.Replace(up, "60", "50", 1), amendment("08-20", "target", "60", "50")))},
		{name: "amended to what the file does not say", files: then + on("2026-08-10", measured(strings.Replace(up, "60", "45", 1), amendment("08-05", "target", "60", "50"))),
			want: []string{keyA}, says: "the amendment of 2026-08-05 makes \"Guests of a who return rise\" easier to reach: target from 60 percent to 50 percent"},
		{name: "raised with an amendment", files: then + on("2026-08-10", measured(strings.Replace(up, "60", "70", 1), amendment("08-05", "target", "60", "70")))},
		{name: "the amendment was published", files: on("2026-07-10", measured(up, amendment("07-08", "target", "70", "60"))) + on("2026-08-10", measured(up, amendment("07-08", "target", "70", "60")))},
		{name: "what was free, told afterwards", files: then + on("2026-08-10", measured(up, amendment("07-09", "target", "70", "60")))},
		{name: "amended to a change of the baseline", files: then + on("2026-08-10", measured(`unit: percent, baseline: 40, by: "+75%", source: desk`,
			`amendments: [{date: 2026-08-05, field: target, from: 60, to: null, reason: More}, {date: 2026-08-05, field: by, from: null, to: "+75%", reason: More}]`))},
		{name: "baseline", files: moved(up, strings.Replace(up, "40", "30", 1)), want: []string{keyA}, says: "easier"},
		{name: "corrected baseline", files: then + on("2026-08-10", measured(strings.Replace(up, "40", "45", 1), amendment("08-05", "baseline", "40", "45")))},
		{name: "at most", files: moved("kind: at_most, unit: percent, target: 2, source: desk", "kind: at_most, unit: percent, target: 3, source: desk"), want: []string{keyA}, says: "error: "},
		{name: "at least", files: moved("kind: at_least, unit: percent, target: 2, source: desk", "kind: at_least, unit: percent, target: 3, source: desk"), want: []string{keyA}, says: "warning: "},
		{name: "fail_at", files: moved("kind: at_least, unit: percent, target: 90, source: desk", "kind: at_least, unit: percent, target: 90, fail_at: 80, source: desk"), want: []string{keyA}, says: "error: "},
		{name: "a wider range", files: moved("kind: between, unit: days, low: 4, high: 6, source: desk", "kind: between, unit: days, low: 3, high: 6, source: desk"), want: []string{keyA}, says: "low from 4 days to 3 days. That is easier"},
		{name: "a moved range", files: moved("kind: between, unit: days, low: 4, high: 6, source: desk", "kind: between, unit: days, low: 5, high: 7, source: desk"), want: []string{keyA}, says: "warning: "},
		{name: "tolerance", files: moved("kind: between, unit: days, low: 4, high: 6, source: desk", "kind: between, unit: days, low: 4, high: 6, tolerance: 2, source: desk"), want: []string{keyA}, says: "error: "},
		{name: "threshold", files: moved("kind: at_most, unit: percent, target: 2, threshold: worst, source: desk", "kind: at_most, unit: percent, target: 2, threshold: last, source: desk"), want: []string{keyA}, says: "error: "},
		{name: "stages", files: moved("kind: stages, stages: [{name: half, credit: 0.4}, {name: all, credit: 1}], source: desk", "kind: stages, stages: [{name: half, credit: 0.8}, {name: all, credit: 1}], source: desk"),
			want: []string{keyA}, says: "error: "},
		{name: "put off", files: moved(up, up+", observable_on: 2026-11-01"), want: []string{keyA}, says: "error: "},
		{name: "brought forward", files: moved(up+", observable_on: 2026-11-01", up), want: []string{keyA}, says: "warning: "},
		{name: "a plan is added", files: moved(up, up+", phases: [{date: 2026-08-01, expected: 0.1}]")},
		{name: "another plan", files: moved(up+", phases: [{date: 2026-08-01, expected: 0.5}]", up+", phases: [{date: 2026-08-01, expected: 0.1}]"), want: []string{keyA}, says: "warning: "},
		{name: "another measure", files: moved(up, "unit: guests, baseline: 4, target: 6, source: desk")},
		{name: "a target nobody measures by", files: moved(up, up+", measured: monthly")},
		{name: "renamed and eased", files: then + on("2026-08-10", strings.ReplaceAll(measured(strings.Replace(up, "60", "50", 1), "was: a"), "id: a\n", "id: z\n")), want: []string{"checkout/2026-Q3/goal/z"}},
		{name: "renamed twice and eased", files: then + on("2026-08-01", strings.ReplaceAll(measured(up, "was: a"), "id: a\n", "id: y\n")) +
			on("2026-08-10", strings.ReplaceAll(measured(strings.Replace(up, "60", "50", 1), "was: y"), "id: a\n", "id: z\n")), want: []string{"checkout/2026-Q3/goal/z"}},
		{name: "added and then eased", files: on("2026-07-10", q3(line("b", up, ""))) + on("2026-08-01", q3(line("b", up, ""), line("a", up, ""))) +
			on("2026-08-10", q3(line("b", up, ""), line("a", strings.Replace(up, "60", "50", 1), ""))), want: []string{keyA}, says: "published on 2026-08-01: "},
		{name: "a document that came late and was eased", files: on("2026-08-01", measured(up, "")) + measured(strings.Replace(up, "60", "50", 1), ""), want: []string{keyA}, says: "on 2026-08-01"},
		{name: "a start", files: then + measured(up, "starts: 2026-07-20"), want: []string{keyA}, says: "warning: "},
		{name: "a start of what came late", files: on("2026-08-01", measured(up, "")) + measured(up, "starts: 2026-07-25")},
		{name: "a unit in the open, its target not", files: then + measured("unit: guests, baseline: 4, target: 6, source: desk",
			"amendments: [{date: 2026-08-05, field: unit, from: percent, to: guests, reason: More}, {date: 2026-08-05, field: baseline, from: 40, to: 4, reason: More}]"),
			want: []string{keyA}, says: "warning: \"Guests of a who return rise\" changed after it was published on 2026-07-10 (260710e): target from 60 to 6, and"},
		{name: "closed", at: "2026-11-15", files: then + on("2026-10-20", measured(strings.Replace(up, "60", "50", 1), "")), want: []string{keyA}},
		{name: "silenced", files: then + measured(strings.Replace(up, "target: 60", "target: 50", 1)+"} # okr:allow moved-goalposts because the office knows\n#", ""), want: []string{"-" + keyA}},
		{name: "a hope", files: on("2026-07-10", paper("checkout", "2026-Q3", "committed", line("a", up, ""))) + q3(line("a", up, "")), want: []string{"checkout/2026-Q3/goal"},
			says: "error: \"Guests come back\" changed after it was published on 2026-07-10 (260710e): commitment from \"committed\" to \"aspirational\""},
		{name: "a promise", files: on("2026-07-10", q3(line("a", up, ""))) + paper("checkout", "2026-Q3", "committed", line("a", up, "")), want: []string{"checkout/2026-Q3/goal"}, says: "warning: "},
		{name: "a hope in the open", files: on("2026-07-10", paper("checkout", "2026-Q3", "committed", line("a", up, ""))) +
			strings.Replace(q3(line("a", up, "")), "    key_results", "    "+amendment("08-05", "commitment", "committed", "aspirational")+"\n    key_results", 1),
			want: []string{"checkout/2026-Q3/goal"}, says: "info: "},
	})
}

func TestRedefinedMetric(t *testing.T) {
	then := on("2026-07-10", measured(up, ""))
	try(t, "redefined-metric", []trial{
		{name: "source", files: then + measured(strings.Replace(up, "desk", "survey", 1), ""), want: []string{keyA},
			says: "error: \"Guests of a who return rise\" is measured otherwise than it was published on 2026-07-10 (260710e): source from \"desk\" to \"survey\""},
		{name: "unit, and its numbers with it", files: then + measured("unit: guests, baseline: 4, target: 6, source: desk", ""), want: []string{keyA},
			says: "field: target, from: 60, to: 6, reason: …}]`"},
		{name: "kind", files: then + measured("kind: at_least, unit: percent, target: 60, source: desk", ""), want: []string{keyA}},
		{name: "aggregate", files: then + measured(up+", aggregate: max", ""), want: []string{keyA}, says: "aggregate from none to \"max\""},
		{name: "name", files: on("2026-07-10", measured(up+", name: return rate", "")) + measured(up+", name: visit rate", ""), want: []string{keyA}},
		{name: "a source is added", files: on("2026-07-10", measured("unit: percent, baseline: 40, target: 60", "")) + measured(up, "")},
		{name: "the same words", files: then + measured(strings.Replace(up, "desk", "\"Desk.\"", 1), "")},
		{name: "the same unit", files: then + measured(strings.Replace(up, "percent", "\"%\"", 1), "")},
		{name: "the kind is written", files: then + measured("kind: increase, "+up, "")},
		{name: "amended", files: then + measured(strings.Replace(up, "desk", "survey", 1), amendment("08-05", "source", "desk", "survey"))},
		{name: "in the grace", at: settledOn, files: then + measured(strings.Replace(up, "desk", "survey", 1), "")},
		{name: "silenced", files: then + measured(strings.Replace(up, "desk", "survey", 1)+"} # okr:allow redefined-metric because the desk moved\n#", ""), want: []string{"-" + keyA}},
	})
}

func TestAmendmentContradictsHistory(t *testing.T) {
	then := on("2026-07-10", measured(up, ""))
	eased := strings.Replace(up, "60", "50", 1)
	const rule = "amendment-contradicts-history"
	try(t, rule, []trial{
		{name: "another target", files: then + measured(eased, amendment("08-05", "target", "55", "50")), want: []string{keyA},
			says: "error: this amendment says that target was 55 percent, and 60 percent was published on 2026-07-10 (260710e) → What was published decides: write `from: 60`"},
		{name: "another baseline", files: then + measured(strings.Replace(up, "40", "45", 1), amendment("08-05", "baseline", "38", "45")), want: []string{keyA}},
		{name: "what was before, dated later", files: then + measured(up, amendment("08-05", "target", "70", "60")), want: []string{keyA}},
		{name: "what was before, dated then", files: then + measured(up, amendment("07-10", "target", "70", "60"))},
		{name: "right", files: then + measured(eased, amendment("08-05", "target", "60.0", "50"))},
		{name: "a chain", files: then + measured(eased, "amendments: [{date: 2026-08-05, field: target, from: 60, to: 55, reason: Rain}, {date: 2026-08-09, field: target, from: 55, to: 50, reason: Storm}]")},
		{name: "a chain that was published in part", files: on("2026-07-10", measured(strings.Replace(up, "60", "55", 1), amendment("07-05", "target", "60", "55"))) +
			measured(eased, "amendments: [{date: 2026-07-05, field: target, from: 60, to: 55, reason: The world changed}, {date: 2026-08-09, field: target, from: 55, to: 50, reason: Storm}]")},
		{name: "of a change of the baseline", files: on("2026-07-10", measured(`unit: percent, baseline: 40, by: "+50%", source: desk`, "")) +
			measured(eased, `amendments: [{date: 2026-08-05, field: target, from: 60, to: 50, reason: Rain}]`)},
		{name: "a commitment", files: then + strings.Replace(measured(up, ""), "    key_results", "    "+amendment("08-05", "commitment", "committed", "aspirational")+"\n    key_results", 1),
			want: []string{"checkout/2026-Q3/goal"}},
		{name: "silenced", files: then + measured(eased, amendment("08-05", "target", "55", "50")+" # okr:allow amendment-contradicts-history because the office knows"), want: []string{"-" + keyA}},
	})
	for _, f := range lintExample(t, then+measured(eased, amendment("08-05", "target", "55", "50")), examplesAt) {
		if f.Rule != rule && slices.Contains(pastRules(), f.Rule) {
			t.Errorf("one mistake is told twice: %s: %s", f.Rule, f.Message)
		}
	}
}

func TestWeightsChangedLate(t *testing.T) {
	two := func(a, b string) string { return q3(line("a", up, a), line("b", up, b)) }
	then := on("2026-07-10", two("", ""))
	objectives := func(weight string) string {
		second := strings.ReplaceAll(strings.SplitN(two("", ""), "objectives:\n", 2)[1], "id: goal\n", "id: other\n    weight: "+weight+"\n")
		return two("", "") + second
	}
	shared := func(weight string) string {
		return q3(line("a", up, "shared_with: [payments]")) + paper("payments", "2026-Q3", "aspirational", line("c", up, ""), "      - {ref: "+keyA+", weight: "+weight+"}\n")
	}
	try(t, "weights-changed-late", []trial{
		{name: "one", files: then + two("weight: 3", ""), want: []string{"checkout/2026-Q3/goal"},
			says: "error: the key results of \"Guests come back\" are weighed 3 : 1, and 1 : 1 was published on 2026-07-10 (260710e); no amendment says so → " +
				"Say why, with an amendment in checkout/2026-Q3/goal/a: `amendments: [{date: 2026-08-15, field: weight, from: null, to: 3, reason: …}]`; or delete `weight`."},
		{name: "two", files: then + two("weight: 3", "weight: 0"), want: []string{"checkout/2026-Q3/goal"}, says: "likewise"},
		{name: "both doubled", files: then + two("weight: 2", "weight: 2")},
		{name: "written out", files: then + two("weight: 1", "weight: 1.0")},
		{name: "amended", files: then + two("weight: 3\n"+amendment("08-05", "weight", "1", "3"), "")},
		{name: "added", files: then + q3(line("a", up, ""), line("b", up, ""), line("c", up, "weight: 4"))},
		{name: "objectives", files: on("2026-07-10", objectives("1")) + objectives("2"), want: []string{"checkout/2026-Q3"}, says: "the objectives of checkout/2026-Q3 are weighed 1 : 2"},
		{name: "a listing", files: on("2026-07-10", shared("1")) + shared("2"), want: []string{"payments/2026-Q3/goal"}, says: "or write `weight: 1` again."},
		{name: "a guardrail now", files: on("2026-07-10", q3(line("a", up, ""), line("b", "kind: at_least, unit: percent, target: 3, source: desk", ""))) +
			q3(line("a", up, ""), line("b", "kind: at_least, unit: percent, target: 3, source: desk", "role: guardrail")),
			want: []string{"checkout/2026-Q3/goal/b"}, says: "counted when it was published on 2026-07-10 (260710e) and is a guardrail now"},
		{name: "the weight of a guardrail", files: on("2026-07-10", measured(up, "")) + strings.Replace(measured(up, ""), "role: guardrail", "role: guardrail\n        weight: 5", 1)},
		{name: "in the grace", at: settledOn, files: then + two("weight: 3", "")},
		{name: "silenced", files: then + two("weight: 3 # okr:allow weights-changed-late because it is a test", ""), want: []string{"-checkout/2026-Q3/goal"}},
	})
}
