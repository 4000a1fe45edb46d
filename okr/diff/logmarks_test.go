package diff_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diff"
)

func TestLogWithoutHistory(t *testing.T) {
	ws := workspace(t, single(down, checkIns("01-19 700", "03-25 300")))
	r := logOf(t, ws, nil, "a/2026-Q1/o")
	wantEntries(t, r)
	is(t, "gone", r.Gone, false)
	is(t, "key results", len(r.Series), 2)
	is(t, "readings by the day", len(r.Series[0].Values), 1)
	for _, address := range []string{"a/2026-Q1/o/none", "a/2026-Q1/none", "a/2026-Q2", "none/2026-Q1", "a/none/o"} {
		a, err := okr.ParseAddress(address)
		if err != nil {
			t.Fatal(err)
		}
		for _, past := range []okr.History{nil, &told{}} {
			if _, err := diff.Log(ws, past, a, diff.LogOptions{At: day(t, "03-20")}); !errors.Is(err, diff.ErrNotFound) {
				t.Errorf("%s: %v", address, err)
			}
		}
	}
}

// TestLogEndsWhereThingsMoveToAndFro holds that former names that lead in a ring are
// followed once.
func TestLogEndsWhereThingsMoveToAndFro(t *testing.T) {
	stays := keyResult("stays", down)
	plain := objectives(objective("o", "", stays))
	in := func(was string) string {
		return objectives(objective("o", "", keyResult("k", down, "was: "+was+"/2026-Q1/o/k"), stays))
	}
	ws, h := story(t,
		commit{day: "01-05", files: files{"a": objectives(objective("o", "", keyResult("k", down), stays)), "b": plain}},
		commit{day: "01-05", files: files{"a": plain, "b": in("a")}},
		commit{day: "01-05", files: files{"a": in("b"), "b": plain}},
		commit{day: "01-05", files: files{"a": plain, "b": in("a")}},
	)
	wantEntries(t, logOf(t, ws, h, "b/2026-Q1/o/k"),
		"4 | moved b/2026-Q1/o/k", "3 | moved a/2026-Q1/o/k", "2 | moved b/2026-Q1/o/k", "1 | added a/2026-Q1/o/k")
}

func TestLogMarksKnownStates(t *testing.T) {
	ws, h := story(t,
		commit{day: "01-05", files: single(down)},
		commit{day: "01-09", files: single("unit: ms, baseline: 900, target: 400")},
		commit{day: "02-01", files: single("unit: ms, baseline: 900, target: 500")},
	)
	documents := h.versions["a/2026-Q1"]
	h.published = map[string]*okr.Document{"a/2026-Q1": documents[1].Document}
	h.closed = map[string]*okr.Document{"a/2026-Q1": documents[2].Document}
	h.basis = okr.Basis{By: okr.ByHistory, Revision: "another commit", On: day(t, "01-13")}
	h.closing = okr.Basis{By: okr.ByTag, Revision: "3", On: day(t, "03-01")}
	r := logOf(t, ws, h, "a/2026-Q1/o/k")
	wantEntries(t, r, "3 closed | eased target a/2026-Q1/o/k", "2 published | eased target a/2026-Q1/o/k", "1 | added a/2026-Q1/o/k")
	is(t, "published", r.Published, h.basis)
	is(t, "closed", r.Closing, h.closing)

	// What joined later was published in its first version.
	h.basis.On = day(t, "01-02")
	h.published["a/2026-Q1"] = documents[0].Document
	is(t, "the first", logOf(t, ws, h, "a/2026-Q1/o/k").Entries[2].Published, true)

	// What will be published or closed has not been yet.
	h.basis.On, h.closing.On = day(t, "04-01"), day(t, "04-02")
	r = logOf(t, ws, h, "a/2026-Q1/o/k")
	is(t, "published", r.Published, okr.Basis{})
	is(t, "closed", r.Closing, okr.Basis{})
}

func TestSeriesRiseTowardsTheTarget(t *testing.T) {
	for _, test := range []struct{ metric, values, want string }{
		{"unit: ms, baseline: 900, target: 300", "01-10 900, 01-17 600, 01-24 200, 01-31 950", "0 0.5 1 0"},
		{"unit: orders, baseline: 10, target: 20", "01-10 10, 01-17 12.5", "0 0.25"},
		{"unit: orders, baseline: 0, target: 20, aggregate: sum", "2025-12-30 20, 01-10 5, 01-17 5", "0 0.25 0.5"},
		{"kind: at_most, unit: ms, target: 300", "01-10 500, 01-17 300, 01-24 400", "0 1 0.5"},
		{"kind: at_least, unit: ms, target: 300", "01-10 100, 01-17 300, 01-24 200", "0 1 0.5"},
		{"kind: at_least, unit: ms, target: 300", "01-10 300, 01-17 400", "1 1"},
		{"kind: at_most, unit: ms, target: 300", "01-10 200, 01-17 300", "1 1"},
		{"kind: between, unit: ms, low: 10, high: 20", "01-10 0, 01-17 5, 01-24 15, 01-31 40", "0 0.5 1 0"},
		{"kind: between, unit: ms, low: 10, high: 20, tolerance: 4", "01-10 8", "0.5"},
		{"kind: milestone", "01-10 false, 01-17 true", "0 1"},
		{"kind: stages, stages: [{name: pilot, credit: 0.3}, {name: all, credit: 1}]", "01-10 none, 01-17 pilot, 01-24 all", "0 0.3 1"},
		{"kind: establish_baseline, unit: ms, source: door log", "01-10 5, 01-17 9, 01-24 7", "0 1 0.5"},
	} {
		text := "check_ins: ["
		for i, reading := range strings.Split(test.values, ", ") {
			date, value, _ := strings.Cut(reading, " ")
			if len(date) == len("01-10") {
				date = "2026-" + date
			}
			if i > 0 {
				text += ", "
			}
			text += "{date: " + date + ", value: " + value + "}"
		}
		ws := load1(t, system(one(test.metric, text+", {date: 2026-03-01, confidence: 5}]")), false)
		r := logOf(t, ws, nil, "a/2026-Q1/o/k")
		var shares []string
		for _, v := range r.Series[0].Values {
			if v.Share != nil {
				shares = append(shares, v.Share.JSON4())
			}
		}
		if got := strings.Join(shares, " "); got != test.want {
			t.Errorf("%s, %s: %s, want %s", test.metric, test.values, got, test.want)
		}
	}
}

// TestSeriesAreByTheDefinitionOfTheDay holds that an amendment dated later is not in
// force.
func TestSeriesAreByTheDefinitionOfTheDay(t *testing.T) {
	ws := workspace(t, single("unit: ms, baseline: 900, target: 500", checkIns("01-19 700"),
		`amendments: [{date: 2026-02-10, field: target, from: 300, to: 500, reason: The supplier left}]`))
	a, _ := okr.ParseAddress("a/2026-Q1/o/k")
	for at, want := range map[string]string{"02-01": "300", "02-11": "500"} {
		r, err := diff.Log(ws, nil, a, diff.LogOptions{At: day(t, at)})
		if err != nil {
			t.Fatal(err)
		}
		is(t, "the target on "+at, r.Series[0].Target.String(), want)
	}
}
