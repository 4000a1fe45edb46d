package status_test

import (
	"fmt"
	"testing"

	"github.com/okrs-as-code/okrs/okr/status"
)

func watermelons(r *status.Reading) []string {
	var all []string
	for _, w := range r.Watermelons {
		expected := "-"
		if w.Expected != nil {
			expected = w.Expected.Fixed(2)
		}
		all = append(all, fmt.Sprintf("%s %s %s…%s %s of %s", w.KeyResult.Listed.ID.V, w.Confidence, w.First, w.On, w.Score.Fixed(2), expected))
	}
	return all
}

func TestWatermelons(t *testing.T) {
	const three = "x 9 2026-02-14…2026-02-28 0.02 of 0.46" // the expected line leads to 0.7
	for _, test := range []struct {
		name, results, at, want string
	}{
		{"three in a row", result("x", points, checks("02-14 0.01 8", "02-21 0.02 8", "02-28 0.02 9")), "03-01", three},
		{"two in a row", result("x", points, checks("02-21 0.02 8", "02-28 0.02 9")), "03-01", ""},
		{"a doubt between", result("x", points, checks("02-14 0.01 9", "02-21 0.02 7", "02-25 0.02 9", "02-28 0.02 9")), "03-01", ""},
		{"values without a word on confidence", result("x", points, checks("02-14 0.01 8", "02-18 0.01", "02-21 0.02 8", "02-28 0.02 9")), "03-01", three},
		{"confidence without a value", result("x", points, checks("02-14 0.02 8", "02-21 - 8", "02-28 - 9")), "03-01", three},
		{"two of one day are one", result("x", points, checks("02-21 0.01 8", "02-28 0.02 8", "02-28 0.02 9")), "03-01", ""},
		{"it was on pace at first", result("x", points, checks("02-01 0.2 8", "02-21 0.2 8", "02-28 0.2 9")), "03-01", ""},
		{"25 points behind", result("x", points+", phases: [{date: 2026-02-14, expected: 0.3}]", checks("02-14 0.05 8", "02-21 0.05 8", "02-28 0.05 9")), "03-01", ""},
		{"more than 25 points behind", result("x", points+", phases: [{date: 2026-02-14, expected: 0.3}]", checks("02-14 0.04 8", "02-21 0.04 8", "02-28 0.04 9")), "03-01",
			"x 9 2026-02-14…2026-02-28 0.04 of 0.30"},
		{"it caught up", result("x", points, checks("02-14 0.01 8", "02-21 0.02 8", "02-27 0.02 9", "02-28 0.5 9")), "03-01", ""},
		{"monthly, confidence every week", result("x", points+", measured: monthly", checks("02-10 0.01 8", "02-14 - 8", "02-21 - 8", "02-28 - 9")), "03-01", ""},
		{"monthly, three readings", result("x", points+", measured: monthly", checks("02-07 0 8", "02-28 0.01 8", "03-20 0.02 9")), "03-21",
			"x 9 2026-02-07…2026-03-20 0.02 of 0.61"},
		{"it started late", result("x", points, "starts: 2026-02-20", checks("02-22 0 9", "02-24 0 9", "02-26 0 9")), "02-28", ""},
		{"a guardrail", result("x", "kind: at_most, unit: EUR, target: 2, source: ledger", "role: guardrail", checks("02-14 9 8", "02-21 9 8", "02-28 9 9")), "03-01", ""},
		{"planned for late", result("x", points+", phases: [{date: 2026-03-15, expected: 0.05}, {date: 2026-03-31, expected: 1}]",
			checks("02-14 0.01 8", "02-21 0.02 8", "02-28 0.02 9")), "03-01", ""},
		{"cancelled", result("x", points, checks("02-14 0.01 8", "02-21 0.02 8", "02-28 0.02 9"), "cancelled: {date: 2026-02-28, reason: Enough}"), "03-01", ""},
		{"what is to come has not happened", result("x", points, checks("02-14 0.01 8", "02-21 0.02 8", "02-28 0.02 9")), "02-27", ""},

		{"sure to the end", result("x", points, checks("02-20 0.1 8", "03-10 0.2 9", "03-31 0.3")), "04-05", "x 9 2026-02-20…2026-03-10 0.30 of -"},
		{"and still when it is closed", result("x", points, checks("02-20 0.1 8", "03-10 0.2 9", "03-31 0.3")), "06-01", "x 9 2026-02-20…2026-03-10 0.30 of -"},
		{"yellow is no watermelon", result("x", points, checks("02-20 0.1 8", "03-10 0.2 9", "03-31 0.4")), "04-05", ""},
		{"doubt in time", result("x", points, checks("02-20 0.1 8", "03-10 0.2 4", "03-31 0.3")), "04-05", ""},
		{"a late shock with a note", result("x", points, checks("02-20 0.1 8", "03-10 0.2 9", "03-31 0.3 - note: The supplier closed")), "04-05", ""},
		{"nothing was said after half time", result("x", points, checks("01-20 0.1 8", "03-31 0.3")), "04-05", ""},
		{"a milestone", result("x", "kind: milestone, source: letter", checks("02-20 false 8", "03-10 false 9", "03-31 false")), "04-05", "x 9 2026-02-20…2026-03-10 0.00 of -"},
	} {
		t.Run(test.name, func(t *testing.T) {
			said(t, watermelons(read(t, workspace(t, files{"a": objectives(aspiring("o", test.results))}), test.at)), test.want)
		})
	}
}

func TestWatermelonsAreCountedOnce(t *testing.T) {
	ws := workspace(t, files{
		"a": objectives(aspiring("o", result("x", points, "shared_with: [b]", checks("02-14 0.01 8", "02-21 0.02 8", "02-28 0.02 9")))),
		"b": objectives(aspiring("o", ref("a/2026-Q1/o/x"))),
	})
	if r := read(t, ws, "03-01"); len(r.Watermelons) != 1 || r.Watermelons[0].Team.ID.V != "a" {
		t.Errorf("%d watermelons", len(r.Watermelons))
	}
}

func TestHockeySticks(t *testing.T) {
	const weekly = "02-15 0.1"
	for _, test := range []struct {
		name, results, at, want string
	}{
		{"late", result("x", points, checks(weekly, "03-15 0.3", "03-31 0.8")), "04-05", "x 2026-03-22 0.30 0.80 0.63"},
		{"and once it is closed", result("x", points, checks(weekly, "03-15 0.3", "03-31 0.8")), "06-01", "x 2026-03-22 0.30 0.80 0.63"},
		{"in the days after the end too", result("x", points, checks(weekly, "03-15 0.3", "04-03 0.8")), "04-05", "x 2026-03-22 0.30 0.80 0.63"},
		{"exactly half", result("x", points, checks(weekly, "03-15 0.4", "03-31 0.8")), "04-05", ""},
		{"two readings", result("x", points, checks("03-15 0.3", "03-31 0.8")), "04-05", ""},
		{"nobody looked before", result("x", points, checks("01-15 0.1", weekly, "03-31 0.8")), "04-05", ""},
		{"monthly", result("x", points+", measured: monthly", checks(weekly, "03-15 0.3", "03-31 0.8")), "04-05", ""},
		{"hardly moved", result("x", points, checks(weekly, "03-15 0", "03-31 0.05")), "04-05", ""},
		{"fell", result("x", points, checks(weekly, "03-15 0.5", "03-31 -0.2")), "04-05", ""},
		{"came back from below", result("x", points, checks(weekly, "03-15 -0.2", "03-31 0.4")), "04-05", "x 2026-03-22 -0.20 0.40 1.50"},
		{"planned for late", result("x", points+", phases: [{date: 2026-03-22, expected: 0.3}, {date: 2026-03-31, expected: 1}]",
			checks(weekly, "03-15 0.3", "03-31 0.8")), "04-05", ""},
		{"its own time", result("x", points, "starts: 2026-03-02", checks("03-10 0.1", "03-20 0.4", "03-27 0.9")), "04-05", ""},
		{"still running", result("x", points, checks(weekly, "03-15 0.3", "03-30 0.8")), "03-31", ""},
		{"a milestone", result("x", "kind: milestone, source: letter", checks("02-15 false", "03-15 false", "03-31 true")), "04-05", ""},
		{"a guardrail", result("x", "kind: at_least, unit: EUR, target: 1, source: ledger", "role: guardrail", checks(weekly, "03-15 0.3", "03-31 0.8")), "04-05", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			var all []string
			for _, h := range read(t, workspace(t, files{"a": objectives(aspiring("o", test.results))}), test.at).HockeySticks {
				all = append(all, fmt.Sprintf("%s %s %s %s %s", h.KeyResult.Listed.ID.V, h.From, h.Before.Fixed(2), h.After.Fixed(2), h.Late.Fixed(2)))
			}
			said(t, all, test.want)
		})
	}
}
