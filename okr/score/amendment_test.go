package score_test

import (
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/score"
)

func amended(entries ...string) string {
	text := "amendments: ["
	for _, e := range entries {
		date, change, _ := strings.Cut(e, " ")
		text += "{date: 2026-" + date + ", " + change + ", reason: The world changed}, "
	}
	return text + "]"
}

// TestAmendments are the vectors of section K and what else an amendment may
// change, without a history.
func TestAmendments(t *testing.T) {
	type vector struct {
		id, scoring, at                     string
		line                                string
		score, amended, target, uncorrected string
		original                            string
	}
	for _, v := range []vector{
		{id: "A01", line: keyResult("k", "unit: EUR, baseline: 0, target: 80", checkIns("02-20 64"), amended("02-23 field: target, from: 100, to: 80")),
			score: "0.64", amended: "0.8", target: "80"},
		{id: "A01 before it happened", at: "02-22", line: keyResult("k", "unit: EUR, baseline: 0, target: 80", checkIns("02-20 64"), amended("02-23 field: target, from: 100, to: 80")),
			score: "0.64", amended: "0.64", target: "null"},
		{id: "A01 on its day", at: "02-23", line: keyResult("k", "unit: EUR, baseline: 0, target: 80", checkIns("02-20 64"), amended("02-23 field: target, from: 100, to: 80")),
			score: "0.64", amended: "0.8", target: "80"},
		{id: "two of one day", line: keyResult("k", "unit: EUR, baseline: 0, target: 80", checkIns("02-20 64"), amended("02-23 field: target, from: 100, to: 90", "02-23 field: target, from: 90, to: 80")),
			score: "0.64", amended: "0.8", target: "80"},
		{id: "there and back", line: keyResult("k", "unit: EUR, baseline: 0, target: 100", checkIns("02-20 64"), amended("02-23 field: target, from: 100, to: 90", "02-24 field: target, from: 90, to: 100")),
			score: "0.64", amended: "0.64", target: "null"},
		{id: "A01 amended decides", scoring: "target_change: amended", line: keyResult("k", "unit: EUR, baseline: 0, target: 80", checkIns("02-20 64"), amended("02-23 field: target, from: 100, to: 80")),
			score: "0.8", amended: "0.8", target: "80", original: "0.64"},
		{id: "A01 both are printed", scoring: "target_change: both", line: keyResult("k", "unit: EUR, baseline: 0, target: 80", checkIns("02-20 64"), amended("02-23 field: target, from: 100, to: 80")),
			score: "0.64", amended: "0.8", target: "80"},
		{id: "A02", line: keyResult("k", "unit: EUR, baseline: 0, target: 70", checkIns("02-20 50"), amended("02-23 field: target, from: 50, to: 70")),
			score: "1", amended: "5/7", target: "70"},
		{id: "A03", line: keyResult("k", "unit: EUR, baseline: 45, target: 60", checkIns("02-20 54"), amended("02-23 field: baseline, from: 40, to: 45")),
			score: "0.6", amended: "0.6", target: "null", uncorrected: "0.7"},
		{id: "A03 before it happened", at: "02-22", line: keyResult("k", "unit: EUR, baseline: 45, target: 60", checkIns("02-20 54"), amended("02-23 field: baseline, from: 40, to: 45")),
			score: "0.7", amended: "0.7", target: "null"},
		{id: "A04", line: keyResult("k", "unit: EUR, baseline: 0, target: 80", checkIns("02-20 64")),
			score: "0.8", amended: "0.8", target: "null"},
		{id: "A04 noted although it was free", line: keyResult("k", "unit: EUR, baseline: 0, target: 80", checkIns("02-20 64"), amended("01-10 field: target, from: 100, to: 80")),
			score: "0.8", amended: "0.8", target: "null"},
		{id: "the last day of the grace", line: keyResult("k", "unit: EUR, baseline: 0, target: 80", checkIns("02-20 64"), amended("01-14 field: target, from: 100, to: 80")),
			score: "0.8", amended: "0.8", target: "null"},
		{id: "the day after the grace", line: keyResult("k", "unit: EUR, baseline: 0, target: 80", checkIns("02-20 64"), amended("01-15 field: target, from: 100, to: 80")),
			score: "0.64", amended: "0.8", target: "80"},
		{id: "a chain", line: keyResult("k", "unit: EUR, baseline: 0, target: 64", checkIns("02-20 32"),
			amended("02-10 field: target, from: 80, to: 100", "01-10 field: target, from: 50, to: 80", "03-01 field: target, from: 100, to: 64")),
			score: "0.4", amended: "0.5", target: "64"},
		{id: "a chain read in its middle", at: "02-25", line: keyResult("k", "unit: EUR, baseline: 0, target: 64", checkIns("02-20 32"),
			amended("02-10 field: target, from: 80, to: 100", "01-10 field: target, from: 50, to: 80", "03-01 field: target, from: 100, to: 64")),
			score: "0.4", amended: "0.32", target: "100"},
		{id: "a relative target of a corrected baseline", line: keyResult("k", `unit: EUR, baseline: 200, by: "+20%"`, checkIns("02-20 230"), amended("02-10 field: baseline, from: 220, to: 200")),
			score: "0.75", amended: "0.75", target: "null", uncorrected: "5/22"},
		{id: "from a target to a change", line: keyResult("k", `unit: EUR, baseline: 200, by: "+20%"`, checkIns("02-20 230"), amended("02-10 field: target, from: 260, to: null", `02-10 field: by, from: null, to: "+20%"`)),
			score: "0.5", amended: "0.75", target: "240"},
		{id: "kind", line: keyResult("k", "kind: at_least, unit: EUR, target: 10", checkIns("02-20 5"),
			amended("02-10 field: kind, from: increase, to: at_least", "02-10 field: baseline, from: 0, to: null")),
			score: "0.5", amended: "0", target: "null"},
		{id: "stages", line: keyResult("k", "kind: stages, stages: [{name: half, credit: 0.9}, {name: all, credit: 1}]", checkIns("02-20 half"),
			amended("02-10 field: stages, from: [{name: half, credit: 0.5}, {name: all, credit: 1}], to: [{name: half, credit: 0.9}, {name: all, credit: 1}]")),
			score: "0.5", amended: "0.9", target: "null"},
		{id: "fail_at", line: keyResult("k", "kind: at_least, unit: EUR, target: 10, fail_at: 0", checkIns("02-20 5"), amended("02-10 field: fail_at, from: null, to: 0")),
			score: "0", amended: "0.5", target: "null"},
		{id: "low and high", line: keyResult("k", "kind: between, unit: EUR, low: 4, high: 6", checkIns("02-20 5"), amended("02-10 field: low, from: 6, to: 4", "02-11 field: high, from: 9, to: 6")),
			score: "0", amended: "1", target: "null"},
		{id: "tolerance", line: keyResult("k", "kind: between, unit: EUR, low: 4, high: 6, tolerance: 4", checkIns("02-20 7"), amended("02-10 field: tolerance, from: 2, to: 4")),
			score: "0.5", amended: "0.75", target: "null"},
		{id: "threshold", line: keyResult("k", "kind: at_least, unit: EUR, target: 4, threshold: held_share", checkIns("02-10 5", "02-20 3"), amended("02-10 field: threshold, from: last, to: held_share")),
			score: "0", amended: "0.5", target: "null"},
		{id: "unit", line: keyResult("k", "unit: EUR, baseline: 0, target: 200", checkIns("02-20 100"), amended("02-10 field: unit, from: percent, to: EUR")),
			score: "null", amended: "0.5", target: "null"},
		{id: "source", line: keyResult("k", "kind: establish_baseline, unit: days, source: the register", checkIns("02-20 100"), amended("02-10 field: source, from: null, to: the register")),
			score: "0", amended: "1", target: "null"},
		{id: "a measurement put off", line: keyResult("k", points+", observable_on: 2026-06-01", checkIns("02-20 0.5"), amended("02-10 field: observable_on, from: null, to: 2026-06-01")),
			score: "0.5", amended: "null", target: "null"},
		{id: "a measurement brought forward", line: keyResult("k", "unit: EUR, baseline: 0, target: 2, observable_on: 2026-03-01", checkIns("03-10 1"), amended("02-10 field: observable_on, from: 2026-06-01, to: 2026-03-01", "02-10 field: target, from: 1, to: 2")),
			score: "null", amended: "null", target: "2"},
		{id: "a note that decides nothing", line: keyResult("k", points, checkIns("02-20 0.5"), amended("02-10 field: measured, from: weekly, to: null")),
			score: "0.5", amended: "0.5", target: "null"},
		{id: "aggregate", line: keyResult("k", points+", aggregate: sum", checkIns("02-10 0.2", "02-20 0.3"), amended("02-12 field: aggregate, from: last, to: sum")),
			score: "0.3", amended: "0.5", target: "null"},
	} {
		t.Run(v.id, func(t *testing.T) {
			if v.at == "" {
				v.at = "03-20"
			}
			if v.uncorrected == "" {
				v.uncorrected = "null"
			}
			ws := workspace(t, v.scoring, files{"a": objectives(objective("o", "aspirational", "", v.line))}, "amendment-mismatch", "future-date")
			k := only(read(t, ws, v.at))
			want(t, "score", k.Score, v.score)
			want(t, "amended score", k.Amended, v.amended)
			want(t, "amended target", k.AmendedTarget, v.target)
			want(t, "score before the correction", k.Uncorrected, v.uncorrected)
			want(t, "original score", k.Original, or(v.original, v.score))
			if same := k.Amended == k.Score; k.Score != nil && v.scoring == "" && same != (k.InForce == k.Published) {
				t.Errorf("one definition is %v, and one score is %v", k.InForce == k.Published, same)
			}
		})
	}
}

// TestSameDefinitionIsOne holds that amendments which changed nothing leave one
// definition, so that nothing is said about a change.
func TestSameDefinitionIsOne(t *testing.T) {
	for _, change := range []string{
		amended("01-10 field: target, from: 100, to: 80"),
		amended("02-23 field: target, from: 80, to: 90", "02-24 field: target, from: 90, to: 80"),
		amended("02-23 field: kind, from: null, to: increase"),
	} {
		k := only(read(t, workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", keyResult("k", "kind: increase, unit: EUR, baseline: 0, target: 80", change)))}), "03-20"))
		is(t, change, k.InForce, k.Published)
	}
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// TestAmendedWeightOfWhatIsShared holds that a reference has a weight of its own.
func TestAmendedWeightOfWhatIsShared(t *testing.T) {
	ws := workspace(t, "", files{
		"a": objectives(objective("o", "aspirational", "", scored("s", "1", "shared_with: [b]", "weight: 3", amended("02-10 field: weight, from: 0, to: 3")), scored("x", "0"))),
		"b": objectives(objective("p", "committed", "", "      {ref: a/2026-Q1/o/s, weight: 2},\n", scored("y", "0"))),
	})
	r := read(t, ws, "03-20")
	want(t, "a", r.Teams[0].Score, "0")
	want(t, "a amended", r.Teams[0].Amended, "0.75")
	want(t, "b", r.Teams[1].Score, "2/3")
	want(t, "b amended", r.Teams[1].Amended, "2/3")
	is(t, "counted where it counts", r.Distribution, score.Distribution{Red: 2, Green: 1})
}

// TestAmendedUnit holds that a word of the organisation's own brings its domain
// with it, and takes it away.
func TestAmendedUnit(t *testing.T) {
	line := keyResult("k", "unit: EUR, baseline: 0, target: 200", checkIns("02-20 100"), amended("02-10 field: unit, from: points on the scale, to: EUR"))
	ws := workspace(t, "}\nunits: {points on the scale: {domain: {min: 0, max: 150}}", files{"a": objectives(objective("o", "aspirational", "", line))})
	k := only(read(t, ws, "03-20"))
	want(t, "score", k.Score, "null")
	is(t, "wrong", k.Wrong[0].ID, "value-out-of-domain")
	want(t, "amended score", k.Amended, "0.5")
}

// TestAmendedWaysToCount holds that weight, role and commitment are official as
// they were published.
func TestAmendedWaysToCount(t *testing.T) {
	read := func(extra string, lines ...string) *score.Objective {
		commitment := "aspirational"
		return first(read(t, workspace(t, "", files{"a": objectives(objective("o", commitment, extra, lines...))}), "04-20"))
	}
	o := read("", scored("x", "1", "weight: 3", amended("02-10 field: weight, from: null, to: 3")), scored("y", "0"))
	want(t, "score", o.Score, "0.5")
	want(t, "amended score", o.Amended, "0.75")

	o = read("", scored("x", "1"), keyResult("y", "kind: at_least, unit: EUR, target: 3", "role: guardrail", checkIns("02-10 2"), amended("02-10 field: role, from: null, to: guardrail")))
	want(t, "score", o.Score, "0.5")
	want(t, "amended score", o.Amended, "1")
	is(t, "guardrail", o.Guardrail, "")
	is(t, "role", o.KeyResults[1].Role(), "counting")

	o = read(amended("02-10 field: commitment, from: committed, to: aspirational"), scored("x", "0.7"))
	is(t, "commitment", o.Commitment, okr.Committed)
	is(t, "commitment in force", o.InForce.Commitment, okr.Aspirational)
	is(t, "verdict", o.Verdict, score.Missed)
	is(t, "band", o.Band, score.Yellow)

	team := readTeam(t, one("x", "1", "weight: 3, "+amended("02-10 field: weight, from: 1, to: 3")), one("y", "0", ""))
	want(t, "team", team.Score, "0.5")
	want(t, "team amended", team.Amended, "0.75")
}

func readTeam(t *testing.T, list ...string) *score.Team {
	t.Helper()
	return read(t, workspace(t, "", files{"a": objectives(list...)}), "03-20").Teams[0]
}

// TestAmendedPhases holds that pace follows the plan as it was published.
func TestAmendedPhases(t *testing.T) {
	early, late := "[{date: 2026-02-14, expected: 0.8}]", "[{date: 2026-02-14, expected: 0.1}]"
	line := keyResult("k", points+", phases: "+late, checkIns("02-14 0.4"), amended("02-10 field: phases, from: "+early+", to: "+late))
	k := only(read(t, workspace(t, "", files{"a": objectives(objective("o", "committed", "", line))}), "02-14"))
	want(t, "expected", &k.Pace.Expected, "0.8")
	want(t, "expected in force", &k.InForce.Phases[0].Expected, "0.1")
	is(t, "status", k.Pace.Status, score.Off)
}
