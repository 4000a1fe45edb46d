package lint_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/lint"
	"github.com/okrs-as-code/okrs/okr/load"
)

func TestVanishedKR(t *testing.T) {
	two := q3(line("a", up, ""), line("b", up, ""))
	then := on("2026-07-10", two)
	shared := q3(line("a", up, "shared_with: [payments]"))
	listing := func(rest string) string {
		return paper("payments", "2026-Q3", "aspirational", line("c", up, ""), rest)
	}
	const keyB = "checkout/2026-Q3/goal/b"
	stopped := strings.Replace(q3(line("a", up, "")), "id: goal", "id: other", 1) + "stopped:\n" +
		strings.Replace(strings.SplitN(two, "objectives:\n", 2)[1], "    key_results", "    cancelled: {date: 2026-08-01, reason: The house closes}\n    key_results", 1)
	try(t, "vanished-kr", []trial{
		{name: "deleted", files: then + q3(line("a", up, "")), want: []string{keyB},
			says: "error: \"Guests of b who return rise\" (b) was published on 2026-07-10 (260710e), and the file does not have it any more → Put `- id: b` back as it was, with `cancelled: {date: 2026-08-15, reason: …}`; `git show 260710e:./okrs/2026-Q3/checkout.yaml` prints it."},
		{name: "deleted in the grace", files: then + on(settledOn, q3(line("a", up, "")))},
		{name: "the grace runs", at: settledOn, files: then + q3(line("a", up, ""))},
		{name: "cancelled", files: then + q3(line("a", up, ""), line("b", up, "cancelled: {date: 2026-08-01, reason: The house closes}"))},
		{name: "renamed", files: then + q3(line("a", up, ""), line("z", up, "was: b"))},
		{name: "renamed twice", files: then + on("2026-08-01", q3(line("a", up, ""), line("y", up, "was: b"))) + q3(line("a", up, ""), line("z", up, "was: y"))},
		{name: "renamed without a word", files: then + q3(line("a", up, ""), line("z", up, "")), want: []string{keyB}, says: "If it is `z` now, write `was: b` there."},
		{name: "one takes over the name of another", files: then + q3(line("a", up, "was: b")), want: []string{keyB}},
		{name: "moved", files: then + q3(line("a", up, "")) + strings.ReplaceAll(paper("payments", "2026-Q3", "aspirational", line("b", up, "was: "+keyB)), "id: goal", "id: other")},
		{name: "moved to a team that comes before, and committed", files: on("2026-07-10", paper("payments", "2026-Q3", "aspirational", line("a", up, ""), line("b", up, ""))) +
			on("2026-08-10", paper("payments", "2026-Q3", "aspirational", line("a", up, ""))) +
			on("2026-08-10", strings.ReplaceAll(q3(line("b", up, "was: payments/2026-Q3/goal/b")), "id: goal", "id: other"))},
		{name: "moved out of the cycle", files: then + q3(line("a", up, "")) + paper("checkout", "2026-Q4", "aspirational", line("b", up, "was: "+keyB)), want: []string{keyB},
			says: "moved from there to checkout/2026-Q4/goal/b → A key result is scored where it was published: put it back, and write `carried_from: checkout/2026-Q3/goal/b` instead of `was`"},
		{name: "added and deleted again", files: then + on("2026-08-01", q3(line("a", up, ""), line("b", up, ""), line("c", up, ""))) + two, want: []string{"checkout/2026-Q3/goal/c"}, says: "published on 2026-08-01"},
		{name: "never committed", files: then + two},
		{name: "the objective", files: then + strings.ReplaceAll(two, "id: goal\n    title: Guests come back", "id: other\n    title: Cooks stay with us"), want: []string{"checkout/2026-Q3/goal"},
			says: "\"Guests come back\" (goal) was published on 2026-07-10 (260710e), and the file does not have it any more, nor a or b → Put it back below `stopped:`"},
		{name: "the objective was renamed without a word", files: then + strings.ReplaceAll(two, "id: goal", "id: other"), want: []string{"checkout/2026-Q3/goal"}, says: "write `was: goal` there"},
		{name: "the objective was renamed", files: then + strings.ReplaceAll(two, "id: goal\n", "id: other\n    was: goal\n")},
		{name: "stopped", files: then + stopped},
		{name: "the document", files: then + gone("2026-08-01", "okrs/2026-Q3/checkout.yaml") + paper("payments", "2026-Q3", "aspirational", line("c", up, "")), want: []string{"checkout/2026-Q3"},
			says: "checkout published \"Guests come back\" for 2026-Q3 on 2026-07-10 (260710e), and has no document for it any more → Bring `okrs/2026-Q3/checkout.yaml` back"},
		{name: "the last document of the cycle", files: then + gone("2026-08-01", "okrs/2026-Q3/checkout.yaml"), want: []string{"checkout/2026-Q3"}, says: "error: checkout published"},
		{name: "the last document, before the tag that published nothing of it", files: then + gone("2026-07-11", "okrs/2026-Q3/checkout.yaml") + tag("2026-Q3", "2026-07-12")},
		{name: "the last document, in the grace", files: then + gone("2026-07-11", "okrs/2026-Q3/checkout.yaml")},
		{name: "the last document, when the cycle was closed", at: "2026-11-20", files: tag("2026-Q3", "2026-07-12") + tag("2026-Q3-closed", "2026-10-10") + then + gone("2026-11-01", "okrs/2026-Q3/checkout.yaml"),
			want: []string{"checkout/2026-Q3"}},
		{name: "the last document, long ago", at: "2027-11-05", files: then + gone("2026-08-01", "okrs/2026-Q3/checkout.yaml")},
		{name: "the last document, silenced", files: "-- okr.yaml --\n" + strings.Replace(exampleRegister, "parent: product}", "parent: product} # okr:allow vanished-kr because the team began anew", 1) +
			then + gone("2026-08-01", "okrs/2026-Q3/checkout.yaml"), want: []string{"-checkout/2026-Q3"}},
		{name: "a listing", files: on("2026-07-10", shared+listing("      - {ref: "+keyA+"}\n")) + shared + listing(line("d", up, "")), want: []string{keyA}, says: "does not list"},
		{name: "the listed was renamed", files: on("2026-07-10", shared+listing("      - {ref: "+keyA+"}\n")) + strings.ReplaceAll(shared, "id: a\n", "id: z\n        was: a\n") +
			listing("      - {ref: checkout/2026-Q3/goal/z}\n")},
		{name: "silenced", files: then + strings.Replace(q3(line("a", up, "")), "come back\n", "come back # okr:allow vanished-kr because it was a copy\n", 1), want: []string{"-" + keyB}},
	})
	// What cannot be read may well be there.
	for _, f := range lintExample(t, then+strings.Replace(q3(line("a", up, "")), "objectives:", "owner: nobody\nobjectives:", 1), examplesAt) {
		if slices.Contains(pastRules(), f.Rule) {
			t.Errorf("a file that is broken is compared with the past: %s", f.Message)
		}
	}
}

func TestBackfilledCheckIns(t *testing.T) {
	then := on("2026-07-10", measured(up, "", "2026-07-08, value: 40"))
	late := []string{"2026-07-08, value: 40", "2026-07-15, value: 41", "2026-07-22, value: 42", "2026-07-29, value: 43"}
	const document = "checkout/2026-Q3"
	try(t, "backfilled-check-ins", []trial{
		{name: "three", files: then + on("2026-08-06", measured(up, "", late...)), want: []string{document},
			says: "info: 3 check-ins of 2026-07-15 to 2026-07-29 came together on 2026-08-06"},
		{name: "two", files: then + on("2026-08-06", measured(up, "", late[:3]...))},
		{name: "the last is a week old", files: then + on("2026-08-05", measured(up, "", late...))},
		{name: "a note", files: then + on("2026-08-06", measured(up, "", append(slices.Clone(late[:3]), "2026-07-29, value: 43, note: From the guest book")...))},
		{name: "one by one", files: then + on("2026-08-06", measured(up, "", late[:3]...)) + on("2026-08-07", measured(up, "", late...))},
		{name: "the first version", files: on("2026-08-06", measured(up, "", late...))},
		{name: "not committed yet", files: then + measured(up, "", late...), want: []string{document}, says: "on 2026-08-15"},
		{name: "the review of one day", files: on("2026-07-10", q3(line("a", up, ""), line("b", up, ""), line("c", up, ""))) +
			on("2026-08-06", q3(line("a", up, "", late[1]), line("b", up, "", late[1]), line("c", up, "", late[1]))), want: []string{document},
			says: "info: 3 check-ins of 2026-07-15 came together on 2026-08-06"},
		{name: "the review of one day, with a note", files: on("2026-07-10", q3(line("a", up, ""), line("b", up, ""), line("c", up, ""))) +
			on("2026-08-06", q3(line("a", up, "", late[1]+", note: The wiki was down"), line("b", up, "", late[1]), line("c", up, "", late[1])))},
		{name: "over several key results", files: on("2026-07-10", q3(line("a", up, ""), line("b", up, ""))) +
			on("2026-08-06", q3(line("a", up, "", late[1], late[2]), line("b", up, "", late[1]))), want: []string{document}},
		{name: "renamed", files: on("2026-07-10", measured(up, "", late...)) + on("2026-08-06", strings.ReplaceAll(measured(up, "was: a", late...), "id: a\n", "id: z\n"))},
		{name: "deleted since", files: then + on("2026-08-06", measured(up, "", late...)) + on("2026-08-07", measured(up, "", late[:2]...))},
		{name: "silenced", files: then + on("2026-08-06", measured(up, "", "2026-07-08, value: 40", "2026-07-15, value: 41} # okr:allow backfilled-check-ins because the desk was closed\n#", late[2], late[3])), want: []string{"-" + document}},
	})
}

func TestRewrittenCheckIn(t *testing.T) {
	then := on("2026-07-10", measured(up, "", "2026-07-08, value: 40", "2026-07-09, value: 41"))
	now := func(date, value string) string {
		return on(date, measured(up, "", "2026-07-08, value: "+value, "2026-07-09, value: 41"))
	}
	try(t, "rewritten-check-in", []trial{
		{name: "changed", files: then + now("2026-07-16", "44"), want: []string{keyA},
			says: "warning: the reading of 2026-07-08 on \"Guests of a who return rise\" was 40 percent, and is 44 percent since 2026-07-16 → Write `value: 40` again"},
		{name: "within a week", files: then + now("2026-07-15", "44")},
		{name: "changed back", files: then + now("2026-07-16", "44") + now("2026-07-20", "40")},
		{name: "spelled otherwise", files: then + now("2026-07-16", "40.0")},
		{name: "with a note", files: then + now("2026-07-16", "44, note: The desk had counted twice"), want: []string{keyA}, says: "info: "},
		{name: "with the old note", files: on("2026-07-10", measured(up, "", "2026-07-08, value: 40, note: Quiet")) + on("2026-08-01", measured(up, "", "2026-07-08, value: 44, note: Quiet")), want: []string{keyA}, says: "warning: "},
		{name: "deleted", files: then + on("2026-07-20", measured(up, "", "2026-07-08, value: 40")), want: []string{keyA}, says: "the reading of 2026-07-09 on \"Guests of a who return rise\" was 41 percent, and is gone since 2026-07-20 → Put it back: `- {date: 2026-07-09, value: 41}`"},
		{name: "another date", files: then + on("2026-07-20", measured(up, "", "2026-07-08, value: 40", "2026-07-10, value: 41"))},
		{name: "not committed yet", files: then + measured(up, "", "2026-07-08, value: 44", "2026-07-09, value: 41"), want: []string{keyA}, says: "since 2026-08-15"},
		{name: "a second of the day", files: then + on("2026-08-01", measured(up, "", "2026-07-08, value: 40", "2026-07-09, value: 41", "2026-07-09, value: 42"))},
		{name: "confidence", files: then + now("2026-07-16", "40, confidence: 5")},
		{name: "renamed", files: then + strings.ReplaceAll(on("2026-08-01", measured(up, "was: a", "2026-07-08, value: 44", "2026-07-09, value: 41")), "id: a\n", "id: z\n"), want: []string{"checkout/2026-Q3/goal/z"}},
		{name: "another unit", files: then + on("2026-08-01", measured("unit: guests, baseline: 4, target: 6, source: desk", "", "2026-07-08, value: 4", "2026-07-09, value: 41")), want: []string{keyA}, says: "info: "},
		{name: "after the close", at: "2026-11-01", files: then + tag("2026-Q3-closed", "2026-10-05") + now("2026-10-20", "44")},
		{name: "silenced", files: then + now("2026-07-16", "44} # okr:allow rewritten-check-in because the desk had counted twice\n#"), want: []string{"-" + keyA}},
	})
}

func TestLatePublish(t *testing.T) {
	others := on("2026-07-01", paper("payments", "2026-Q3", "aspirational", line("c", up, "")))
	const document = "checkout/2026-Q3"
	try(t, "late-publish", []trial{
		{name: "a document", files: others + on("2026-07-15", measured(up, "")), want: []string{document}, says: "warning: checkout/2026-Q3 came on 2026-07-15, 1 day after"},
		{name: "on the last day", files: others + on(settledOn, measured(up, ""))},
		{name: "not committed yet", files: others + measured(up, ""), want: []string{document}, says: "is not committed yet, and the definitions of the cycle should have been settled by 2026-07-14"},
		{name: "in the grace", at: settledOn, files: others + measured(up, "")},
		{name: "what was committed in time is gone", files: on("2026-07-01", paper("payments", "2026-Q3", "aspirational", line("c", up, ""))) +
			gone("2026-08-01", "okrs/2026-Q3/payments.yaml") + on("2026-08-01", measured(up, "")), want: []string{document}},
		{name: "nothing older is known", files: on("2026-07-20", measured(up, ""))},
		{name: "it begins later", files: others + on("2026-08-01", q3(line("a", up, "starts: 2026-07-20"), line("b", up, "starts: 2026-08-01")))},
		{name: "part of it begins later", files: others + on("2026-08-01", q3(line("a", up, "starts: 2026-07-20"), line("b", up, ""))), want: []string{document}},
		{name: "a tag", files: tag("2026-Q3", "2026-07-15") + others + on("2026-07-10", measured(up, "")), want: []string{"okr.yaml"}, says: "2026-Q3 was published on 2026-07-15, 1 day after"},
		{name: "a tag in time", files: tag("2026-Q3", settledOn) + others + on("2026-07-10", measured(up, ""))},
		{name: "a document after a late tag", files: tag("2026-Q3", "2026-07-20") + others + on("2026-07-18", measured(up, "")), want: []string{"okr.yaml"}},
		{name: "a draft", at: "2026-06-20", files: on("2026-06-01", paper("payments", "2026-Q3", "aspirational", line("c", up, ""))) + measured(up, "")},
		{name: "closed", at: "2026-11-01", files: others + on("2026-08-01", measured(up, ""))},
		{name: "silenced", files: others + on("2026-08-01", strings.Replace(measured(up, ""), "team: checkout", "team: checkout # okr:allow late-publish because the team is new", 1)), want: []string{"-" + document}},
	})
}

func TestEditedAfterClose(t *testing.T) {
	q2 := func(metric, fields string, checkIns ...string) string {
		return paper("checkout", "2026-Q2", "aspirational", line("a", metric, fields, checkIns...))
	}
	const a, closed = "checkout/2026-Q2/goal/a", "2026-07-12"
	then := on("2026-04-02", q2(up, "")) + on("2026-07-05", q2(up, "", "2026-06-20, value: 50"))
	closing := then + tag("2026-Q2-closed", closed)
	same := q2(up, "", "2026-06-20, value: 50")
	try(t, "edited-after-close", []trial{
		{name: "a reading", files: closing + q2(up, "", "2026-06-20, value: 58"), want: []string{a},
			says: "warning: \"Guests of a who return rise\" is not what it was when 2026-Q2 was closed on 2026-07-12: the check-in of 2026-06-20 said 50 and says 58 → Put it back: `git show okr/2026-Q2-closed:./okrs/2026-Q2/checkout.yaml`"},
		{name: "nothing", files: closing + same},
		{name: "before the close", files: then + on("2026-07-12", q2(up, "", "2026-06-20, value: 58")) + tag("2026-Q2-closed", closed)},
		{name: "not closed by a tag", files: then + q2(up, "", "2026-06-20, value: 58")},
		{name: "a reading more", files: closing + q2(up, "", "2026-06-20, value: 50", "2026-06-30, value: 58"), want: []string{a}, says: "a check-in of 2026-06-30 was not there"},
		{name: "a reading that is too late", files: closing + q2(up, "", "2026-06-20, value: 50", "2026-07-30, value: 58")},
		{name: "a reading less", files: closing + q2(up, ""), want: []string{a}, says: "the check-in of 2026-06-20 is gone"},
		{name: "a confidence", files: closing + q2(up, "", "2026-06-20, value: 50, confidence: 2"), want: []string{a}},
		{name: "the title", files: closing + strings.Replace(same, "who return rise", "who come back", 1), want: []string{a}, says: "the title was \"Guests of a who return rise\""},
		{name: "the title, spelled otherwise", files: closing + strings.Replace(same, "who return rise", "who  Return rise", 1)},
		{name: "outcome and retrospective", files: closing + strings.TrimSuffix(q2(up, "outcome: {reason: estimate_wrong, learned: Spring is short}", "2026-06-20, value: 50"), "\n") + "\nretrospective: Spring is short\n"},
		{name: "a target, of which moved-goalposts speaks", files: closing + q2(strings.Replace(up, "60", "50", 1), "", "2026-06-20, value: 50")},
		{name: "a target with an amendment", files: closing + q2(strings.Replace(up, "60", "50", 1), amendment("07-20", "target", "60", "50"), "2026-06-20, value: 50"), want: []string{a}, says: "target from 60 percent to 50 percent"},
		{name: "cancelled", files: closing + q2(up, "cancelled: {date: 2026-05-01, reason: The house closed}", "2026-06-20, value: 50"), want: []string{a}, says: "it was not cancelled"},
		{name: "an objective and a key result more", files: closing + same + line("z", up, "") + strings.SplitN(strings.ReplaceAll(same, "id: goal", "id: other"), "objectives:\n", 2)[1],
			want: []string{"checkout/2026-Q2/goal/z", "checkout/2026-Q2/other"}, says: "it was not there"},
		{name: "the document is gone, of which vanished-kr speaks", files: closing + gone("2026-08-01", "okrs/2026-Q2/checkout.yaml")},
		{name: "the document is gone, long ago", at: "2027-10-01", files: closing + gone("2026-08-01", "okrs/2026-Q2/checkout.yaml"), want: []string{"checkout/2026-Q2"},
			says: "warning: checkout had a document for 2026-Q2 when the cycle was closed on 2026-07-12, and has none any more → Bring `okrs/2026-Q2/checkout.yaml` back: `git show okr/2026-Q2-closed:./okrs/2026-Q2/checkout.yaml`"},
		{name: "the document went before the close", at: "2027-10-01", files: then + gone("2026-07-11", "okrs/2026-Q2/checkout.yaml") + tag("2026-Q2-closed", closed)},
		{name: "renamed", files: closing + strings.ReplaceAll(q2(up, "was: a", "2026-06-20, value: 50"), "id: a\n", "id: z\n")},
		{name: "silenced", files: closing + q2(up, "", "2026-06-20, value: 58} # okr:allow edited-after-close because of an audit\n#"), want: []string{"-" + a}},
	})
}

func TestBackdatedCancellation(t *testing.T) {
	q2 := func(fields string) string {
		return paper("checkout", "2026-Q2", "aspirational", line("a", up, fields, "2026-04-08, value: 42"), line("b", up, ""))
	}
	given := func(date string) string {
		return "cancelled: {date: 2026-" + date + ", reason: The house closed}"
	}
	stopped := func(date string) string {
		head, rest, _ := strings.Cut(q2(""), "objectives:\n")
		return head + "objectives:\n" + strings.ReplaceAll(strings.ReplaceAll(rest, "id: goal", "id: other"), "come back", "are at home") +
			"stopped:\n" + strings.Replace(rest, "    key_results", "    "+given(date)+"\n    key_results", 1)
	}
	const a = "checkout/2026-Q2/goal/a"
	then := on("2026-04-08", q2(""))
	moved := func(fields string) string {
		return on("2026-06-20", strings.ReplaceAll(paper("payments", "2026-Q2", "aspirational", line("a", up, "was: "+a+fields, "2026-04-08, value: 42")), "id: goal", "id: other")) +
			on("2026-06-20", paper("checkout", "2026-Q2", "aspirational", line("b", up, "")))
	}
	try(t, "backdated-cancellation", []trial{
		{name: "dated back", files: then + on("2026-06-20", q2(given("04-20"))), want: []string{a},
			says: "warning: \"Guests of a who return rise\" is cancelled as of 2026-04-20, and that came on 2026-06-20, 61 days later: by its date it leaves the mean, and what is given up after 50% of 2026-Q2 counts → " +
				"Write the day on which it was given up, as `date: 2026-06-20`: then it counts as far as it got. If that was 2026-04-20"},
		{name: "on the day", files: then + on("2026-06-20", q2(given("06-20")))},
		{name: "late, and dated late", files: then + on("2026-06-20", q2(given("05-16")))},
		{name: "the last early day", files: then + on("2026-06-20", q2(given("05-15"))), want: []string{a}},
		{name: "written down within a week", files: then + on("2026-05-20", q2(given("05-13")))},
		{name: "written down after a week", files: then + on("2026-05-21", q2(given("05-13"))), want: []string{a}},
		{name: "it came early", files: then + on("2026-05-15", q2(given("04-10")))},
		{name: "it came on the first late day", files: then + on("2026-05-16", q2(given("04-10"))), want: []string{a}},
		{name: "early, and another reason later", files: then + on("2026-04-22", q2(given("04-20"))) + on("2026-06-20", q2("cancelled: {date: 2026-04-20, reason: The house was sold}"))},
		{name: "the date was set back", files: then + on("2026-06-10", q2(given("06-10"))) + on("2026-06-20", q2(given("04-20"))), want: []string{a}, says: "came on 2026-06-20"},
		{name: "not committed yet", at: "2026-06-25", files: then + q2(given("04-20")), want: []string{a}, says: "came on 2026-06-25"},
		{name: "after the end", files: then + on("2026-07-04", q2(given("04-20"))), want: []string{a}},
		{name: "after the close, of which edited-after-close speaks", files: then + tag("2026-Q2-closed", "2026-07-01") + on("2026-07-04", q2(given("04-20")))},
		{name: "the first version", files: on("2026-06-20", q2(given("04-20")))},
		{name: "another share", files: "-- okr.yaml --\n" + exampleRegister + "scoring: {cancel_late_after: 0.9}\n" + then + on("2026-06-20", q2(given("04-20")))},
		{name: "renamed", files: then + on("2026-06-20", strings.ReplaceAll(q2("was: a\n"+given("04-20")), "id: a\n", "id: z\n")), want: []string{"checkout/2026-Q2/goal/z"}},
		{name: "deleted and put back", files: then + on("2026-05-01", paper("checkout", "2026-Q2", "aspirational", line("b", up, ""))) + on("2026-06-20", q2(given("04-20"))), want: []string{a}},
		{name: "moved", files: then + moved("\n"+given("04-20")), want: []string{"payments/2026-Q2/other/a"}},
		{name: "moved, and cancelled long before", files: then + on("2026-04-22", q2(given("04-20"))) + moved("\n"+given("04-20"))},
		{name: "an objective", files: then + on("2026-06-20", stopped("04-20")), want: []string{"checkout/2026-Q2/goal"}, says: "\"Guests come back\" is cancelled"},
		{name: "an objective on the day", files: then + on("2026-06-20", stopped("06-20"))},
		{name: "no past", files: q2(given("04-20"))},
		{name: "silenced", files: then + on("2026-06-20", q2(given("04-20")+" # okr:allow backdated-cancellation because the house told us so in April")), want: []string{"-" + a}},
	})
}

func TestStrayTag(t *testing.T) {
	then := on("2026-07-10", measured(up, ""))
	stray := func(name, date string) string {
		return "-- the tag okr/" + name + " of " + date + " on another branch --\n"
	}
	try(t, "stray-tag", []trial{
		{name: "published elsewhere", files: then + stray("2026-Q3", "2026-07-12"), want: []string{"okr.yaml"},
			says: "warning: the tag \"okr/2026-Q3\" of 2026-07-12 publishes 2026-Q3 on a commit that is not in the history of what is read, so it is passed over → Merge the branch on which it stands. " +
				"If it was set by mistake, delete it with `git tag --delete okr/2026-Q3` and run `okr publish --cycle 2026-Q3` where the files are agreed."},
		{name: "closed elsewhere", files: then + stray("2026-Q2-closed", "2026-07-12"), want: []string{"okr.yaml"}, says: "`okr close --cycle 2026-Q2`"},
		{name: "not set yet", files: then + stray("2026-Q3", "2026-08-16")},
		{name: "here", files: then + tag("2026-Q3", "2026-07-12")},
		{name: "silenced", files: "-- okr.yaml --\n# okr:allow stray-tag because the branch is an experiment\n" + exampleRegister + then + stray("2026-Q3", "2026-07-12"), want: []string{"-okr.yaml"}},
	})
}

// TestWithoutAPast holds that rules which need a history are named where there is none,
// unless nobody asked for them, and that a comment for them is not called unused.
func TestWithoutAPast(t *testing.T) {
	all := pastRules()
	if len(all) < 10 {
		t.Errorf("only %q need a past", all)
	}
	input := func(extra string) lint.Input {
		files := exampleFiles(settings(extra) + strings.Replace(measured(up, ""), "id: a\n", "id: a # okr:allow vanished-kr because it was a copy\n", 1))
		result, err := load.Workspace(files, load.Options{AsOf: examplesAt})
		if err != nil {
			t.Fatal(err)
		}
		return lint.Input{Workspace: result.Workspace, Found: result.Findings, Allows: result.Allows, At: examplesAt, Language: understanding(t)}
	}
	without := func(id string) []string {
		return slices.DeleteFunc(slices.Clone(all), func(other string) bool { return other == id })
	}
	one := input("")
	one.Only = func(rule diag.Rule) bool { return rule.ID == "stray-tag" || rule.ID == "jargon" }
	_, past := tellTale(t, on("2026-07-10", measured(up, "")))
	known := input("")
	known.Past = past
	for name, test := range map[string]struct {
		in   lint.Input
		want []string
	}{
		"all":              {input(""), all},
		"one":              {one, []string{"stray-tag"}},
		"off":              {input("lint: {rules: {moved-goalposts: off}}"), without("moved-goalposts")},
		"milder":           {input("lint: {rules: {moved-goalposts: warning}}"), all},
		"off, but for one": {input("lint: {rules: {moved-goalposts: off}, overrides: [{files: [\"okrs/**\"], rules: {moved-goalposts: error}}]}"), all},
		"with a past":      {known, nil},
	} {
		if got := lint.Unanswered(test.in); !slices.Equal(got, test.want) {
			t.Errorf("%s: not answered are %q, want %q", name, got, test.want)
		}
	}
	unused := func(in lint.Input) bool {
		return slices.ContainsFunc(lint.Run(in), func(f diag.Finding) bool { return f.Rule == "unused-allow" })
	}
	if unused(input("")) || !unused(known) {
		t.Error("a comment is unused where its rule has looked, and only there")
	}
}
