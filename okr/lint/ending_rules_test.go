package lint_test

import (
	"strings"
	"testing"
)

// closed is a document of 2026-Q2, which is closed at the date of the examples.
func closed(commitment, metric, fields string, checkIns ...string) string {
	return paper("checkout", "2026-Q2", commitment, line("a", metric, fields, checkIns...))
}

const (
	endedA     = "checkout/2026-Q2/goal/a"
	halfWay    = "2026-06-29, value: 50"
	justBelow  = "2026-06-29, value: 53.9"
	justThere  = "2026-06-29, value: 54"
	withReason = "outcome: {reason: estimate_wrong}"
	withLesson = "outcome: {reason: estimate_wrong, learned: Guests book on Mondays}"
)

func TestMissWithoutReason(t *testing.T) {
	need := "depends_on: [data/2026-Q2]"
	try(t, "miss-without-reason", []trial{
		{name: "half way", files: closed("aspirational", up, "", halfWay), want: []string{endedA}, says: "error: \"Guests of a who return rise\" ended at 0.50, below the 0.70"},
		{name: "just below the line", files: closed("aspirational", up, "", justBelow), want: []string{endedA}, says: "ended at 0.69"},
		{name: "on the line", files: closed("aspirational", up, "", justThere)},
		{name: "what was needed", files: closed("aspirational", up, need, halfWay), want: []string{endedA}, says: "`reason: dependency_failed` with `dependency: data/2026-Q2`"},
		{name: "a reason", files: closed("aspirational", up, withReason, halfWay)},
		{name: "a commitment is told by its own rule", files: closed("committed", up, "", halfWay)},
		{name: "closing", at: "2026-07-01", files: closed("aspirational", up, "", halfWay), want: []string{endedA}},
		{name: "running", at: "2026-06-30", files: closed("aspirational", up, "", halfWay)},
		{name: "cancelled early", files: closed("aspirational", up, "cancelled: {date: 2026-04-20, reason: The hall is closed}", "2026-04-10, value: 41")},
		{name: "cancelled late", files: closed("aspirational", up, "cancelled: {date: 2026-06-20, reason: The hall is closed}", "2026-04-10, value: 41")},
		{name: "deferred", files: closed("aspirational", up+", observable_on: 2026-09-15", "", halfWay)},
		{name: "never measured", files: closed("aspirational", up, "")},
		{name: "never measured counts as nothing", files: settings("scoring: {unmeasured_at_close: zero}") + closed("aspirational", up, ""), want: []string{endedA}},
		{name: "a guardrail", files: closed("aspirational", "kind: at_most, unit: percent, target: 2, source: desk", "role: guardrail", "2026-06-29, value: 5")},
		{name: "another line", files: settings("scoring: {aspirational_success: 0.5}") + closed("aspirational", up, "", halfWay)},
		{name: "the published target decides", files: closed("aspirational", "unit: percent, baseline: 40, target: 50, source: desk",
			"amendments:\n  - {date: 2026-06-01, field: target, from: 60, to: 50, reason: Half of the rooms are closed}", halfWay), want: []string{endedA}},
		{name: "shared, told where it is defined", files: closed("aspirational", up, "shared_with: [payments]", halfWay) +
			paper("payments", "2026-Q2", "aspirational", "      - ref: "+endedA+"\n"), want: []string{endedA}},
		{name: "a reading after the date", at: "2026-07-02", files: closed("aspirational", up, "", halfWay, "2026-07-03, value: 58"), want: []string{endedA}},
		{name: "a late reading", at: "2026-07-03", files: closed("aspirational", up, "", halfWay, "2026-07-03, value: 58")},
		{name: "silenced", files: strings.Replace(closed("aspirational", up, "", halfWay), "rise\n", "rise # okr:allow miss-without-reason because the desk burnt down\n", 1), want: []string{"-" + endedA}},
	})
}

func TestCommittedMissSilent(t *testing.T) {
	try(t, "committed-miss-silent", []trial{
		{name: "nothing", files: closed("committed", up, "", "2026-06-29, value: 59.99"), want: []string{endedA}, says: "error: \"Guests of a who return rise\" was a commitment and ended at 0.99; neither a reason nor"},
		{name: "a reason alone", files: closed("committed", up, withReason, halfWay), want: []string{endedA}, says: "\"estimate_wrong\" is the reason, and what was learned is not"},
		{name: "learned", files: closed("committed", up, withLesson, halfWay)},
		{name: "a postmortem", files: closed("committed", up, "outcome: {reason: other, postmortem: https://notes.acme.example/a}", halfWay)},
		{name: "kept", files: closed("committed", up, "", "2026-06-29, value: 60")},
		{name: "aspirational", files: closed("aspirational", up, "", halfWay)},
		{name: "cancelled early", files: closed("committed", up, "cancelled: {date: 2026-04-20, reason: The hall is closed}", "2026-04-10, value: 41")},
		{name: "running", at: "2026-06-30", files: closed("committed", up, "", halfWay)},
		{name: "another line", files: settings("scoring: {committed_success: 0.9}") + closed("committed", up, "", "2026-06-29, value: 58")},
		{name: "silenced", files: strings.Replace(closed("committed", up, "", halfWay), "rise\n", "rise # okr:allow committed-miss-silent because the desk burnt down\n", 1), want: []string{"-" + endedA}},
	})
}

func TestNoRetrospective(t *testing.T) {
	const d = "checkout/2026-Q2"
	miss := closed("aspirational", up, withReason, halfWay)
	try(t, "no-retrospective", []trial{
		{name: "nothing", files: closed("aspirational", up, "", halfWay), want: []string{d}, says: "warning: 2026-Q2 is over, \"Guests of a who return rise\" ended below its line"},
		{name: "a reason alone", files: miss, want: []string{d}},
		{name: "two misses, one finding", files: miss + line("b", up, "", halfWay), want: []string{d}, says: "2 key results ended below their line"},
		{name: "learned", files: closed("aspirational", up, withLesson, halfWay)},
		{name: "one learned, one not", files: closed("aspirational", up, withLesson, halfWay) + line("b", up, withReason, halfWay), want: []string{d}},
		{name: "a retrospective", files: miss + "retrospective: We believed in Mondays, it was Tuesdays, and we ask first now.\n"},
		{name: "a link", files: miss + "retrospective: {link: https://notes.acme.example/2026-q2}\n"},
		{name: "nothing was missed", files: closed("aspirational", up, "", justThere)},
		{name: "commitments are asked one by one", files: closed("committed", up, "", halfWay)},
		{name: "running", at: "2026-06-30", files: miss},
		{name: "silenced", files: strings.Replace(miss, "team: checkout\n", "team: checkout # okr:allow no-retrospective because the team was dissolved\n", 1), want: []string{"-" + d}},
	})
}

func TestWatermelon(t *testing.T) {
	green := []string{"2026-04-15, value: 41, confidence: 8", "2026-05-25, value: 43, confidence: 9", "2026-06-12, value: 45, confidence: 8"}
	on := func(fields string, last ...string) string {
		return closed("aspirational", up, fields, append(append([]string{}, green...), last...)...)
	}
	const end = "2026-06-29, value: 47.9, confidence: 2"
	try(t, "watermelon", []trial{
		{name: "green outside, red inside", files: on("", end), want: []string{endedA}, says: "info: confidence in \"Guests of a who return rise\" was still 8 of 10 on 2026-06-12, and it ended at 0.39"},
		{name: "with an outcome", files: on(withLesson, end), want: []string{endedA}},
		{name: "a commitment", files: strings.Replace(on("", end), "aspirational", "committed", 1), want: []string{endedA}},
		{name: "on the edge of red", files: on("", "2026-06-29, value: 48")},
		{name: "a doubt in time", files: on("", "2026-06-15, confidence: 7", end)},
		{name: "a doubt in the last fortnight", files: on("", "2026-06-17, confidence: 4", end), want: []string{endedA}},
		{name: "a doubt before half time", files: closed("aspirational", up, "", "2026-04-15, confidence: 4", green[1], green[2], end), want: []string{endedA}},
		{name: "a late shock", files: on("", "2026-06-29, value: 42, note: The bridge was closed on the twentieth")},
		{name: "silence is not hope", files: closed("aspirational", up, "", green[0], end)},
		{name: "looked back already", files: on("", end) + "retrospective: {link: https://notes.acme.example/2026-q2}\n"},
		{name: "running", at: "2026-06-30", files: on("", end)},
		{name: "silenced", files: strings.Replace(on("", end), "value: 45, confidence: 8}", "value: 45, confidence: 8} # okr:allow watermelon because the counter was broken", 1), want: []string{"-" + endedA}},
	})
}

// TestEachMissIsToldOnce holds that a key result below its line has one finding
// that asks why, and that the three rules of the close agree who speaks.
func TestEachMissIsToldOnce(t *testing.T) {
	for _, commitment := range []string{"committed", "aspirational"} {
		for _, fields := range []string{"", withReason, withLesson} {
			counts := make(map[string]int)
			for _, f := range lintFiles(t, exampleFiles(closed(commitment, up, fields, halfWay)), examplesAt) {
				counts[f.Rule]++
			}
			asked := counts["miss-without-reason"] + counts["committed-miss-silent"]
			silent := fields == "" || commitment == "committed" && fields == withReason
			if asked > 1 || (asked == 1) != silent {
				t.Errorf("%s with %q is asked %d times why: %v", commitment, fields, asked, counts)
			}
		}
	}
}
