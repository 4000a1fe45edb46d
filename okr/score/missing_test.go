package score_test

import (
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/score"
)

// TestMissingAndImpossible are the vectors of section F with the calendar; V77
// (a hypothesis that is validated or not) has no field here.
func TestMissingAndImpossible(t *testing.T) {
	type vector struct {
		id, metric, readings string
		scoring, at          string
		score, wrong         string
		state                score.State
		unmeasured           bool
	}
	for _, v := range []vector{
		{id: "V68", metric: "unit: EUR, baseline: 0, target: 10", score: "null"},
		{id: "V69", metric: "kind: increase, unit: EUR, target: 10", readings: "02-01 5", score: "null", wrong: "no-baseline"},
		{id: "V70", metric: "kind: increase, unit: EUR, baseline: 10, target: 10", readings: "02-01 10", score: "null", wrong: "target-equals-baseline"},
		{id: "V71", metric: "kind: increase, unit: EUR, baseline: 20, target: 10", readings: "02-01 15", score: "null", wrong: "wrong-direction"},
		{id: "V72", metric: "unit: percent, baseline: 20, target: 140", readings: "02-01 30", score: "null", wrong: "value-out-of-domain"},
		{id: "V73", metric: "unit: EUR, baseline: 0, target: 10", scoring: "unmeasured_at_close: zero", at: "04-20", score: "0", unmeasured: true},
		{id: "V69 closed", metric: "kind: increase, unit: EUR, target: 10", scoring: "unmeasured_at_close: zero", at: "04-20", score: "null", wrong: "no-baseline"},
		{id: "V73 refused", metric: "unit: EUR, baseline: 0, target: 10", at: "04-20", score: "null", unmeasured: true},
		{id: "V73 excluded", metric: "unit: EUR, baseline: 0, target: 10", scoring: "unmeasured_at_close: exclude", at: "04-20", score: "null", unmeasured: true},
		{id: "V74", metric: "unit: EUR, baseline: 0, target: 10, observable_on: 2026-04-30", at: "05-10", score: "null", state: score.Deferred},
		{id: "V74 early reading", metric: "unit: EUR, baseline: 0, target: 10, observable_on: 2026-04-30", readings: "03-01 5", at: "05-10", score: "null", state: score.Deferred},
		{id: "V74 measured", metric: "unit: EUR, baseline: 0, target: 10, observable_on: 2026-04-30", readings: "05-02 5", at: "05-10", score: "0.5"},
		{id: "V74 in the cycle", metric: "unit: EUR, baseline: 0, target: 10, observable_on: 2026-03-01", readings: "02-01 5", score: "null", state: score.Deferred},
		{id: "V75", metric: "unit: EUR, baseline: 0, target: 10", readings: "02-01 0", score: "0"},
		{id: "V76", metric: "unit: EUR, baseline: 10, target: 0", readings: "02-01 0", score: "1"},
		{id: "establish_baseline while open", metric: "kind: establish_baseline, unit: days, source: the register", score: "null"},
		{id: "establish_baseline after", metric: "kind: establish_baseline, unit: days, source: the register", at: "04-01", score: "0"},
		{id: "establish_baseline recorded", metric: "kind: establish_baseline, unit: days, source: the register", readings: "03-30 12", at: "04-01", score: "1"},
	} {
		t.Run(v.id, func(t *testing.T) {
			var rest []string
			if v.readings != "" {
				rest = append(rest, checkIns(v.readings))
			}
			if v.at == "" {
				v.at = "02-14"
			}
			if v.state == "" {
				v.state = score.Open
			}
			sound := keyResult("k", v.metric, rest...)
			if v.wrong != "" {
				sound = keyResult("k", points, rest...)
			}
			ws := workspace(t, v.scoring, files{"a": objectives(objective("o", "aspirational", "", sound))}, "future-date")
			if v.wrong != "" {
				spoil(t, ws, v.id)
			}
			k := only(read(t, ws, v.at))
			want(t, "score", k.Score, v.score)
			want(t, "amended score", k.Amended, v.score)
			is(t, "state", k.State, v.state)
			is(t, "unmeasured", k.Unmeasured, v.unmeasured)
			wrong := ""
			for _, p := range k.Wrong {
				wrong = p.ID
			}
			is(t, "problem", wrong, v.wrong)
		})
	}
}

// spoil puts a metric in place that loading would not let through.
func spoil(t *testing.T, ws *okr.Workspace, id string) {
	t.Helper()
	m := &ws.Documents[0].Objectives[0].KeyResults[0].Metric
	set := func(field *okr.Number, value string) {
		*field = okr.Number{V: exact(t, value), Span: m.Span}
	}
	m.Kind.V = "increase"
	set(&m.Target, "10")
	switch id {
	case "V69", "V69 closed":
		m.Baseline = okr.Number{}
	case "V70":
		set(&m.Baseline, "10")
	case "V71":
		set(&m.Baseline, "20")
	case "V72":
		m.Unit.V = "percent"
		set(&m.Target, "140")
	}
}

// TestUnmeasuredAtCloseIsAProblem holds that an end without a reading is said
// where the settings refuse it, once for each key result, and only after the end.
func TestUnmeasuredAtCloseIsAProblem(t *testing.T) {
	ws := workspace(t, "", files{
		"a": objectives(objective("o", "aspirational", "",
			scored("read", "0.5"), unread("silent"), keyResult("shared", points, "shared_with: [b]"),
			keyResult("fence", "kind: at_most, unit: EUR, target: 3", "role: guardrail"),
			keyResult("early", points, "cancelled: {date: 2026-01-20, reason: The channel closed}"),
			keyResult("later", points+", observable_on: 2026-06-30"),
			keyResult("weightless", points, "weight: 0"))),
		"b": objectives(objective("p", "committed", "", "      {ref: a/2026-Q1/o/shared},\n", scored("own", "1"))),
	})
	is(t, "problems before the end", len(read(t, ws, "03-31").Problems), 0)
	for _, at := range []string{"04-01", "04-14", "04-15", "07-01"} {
		var addresses []string
		for _, p := range read(t, ws, at).Problems {
			is(t, "id", p.ID, score.IDUnmeasuredAtClose)
			addresses = append(addresses, p.KeyResult.Address())
		}
		is(t, "problems on "+at, strings.Join(addresses, " "), "a/2026-Q1/o/silent a/2026-Q1/o/shared a/2026-Q1/o/fence")
	}
	only := read(t, ws, "04-01").Only(ws.Team("b"))
	is(t, "problems of b", len(only.Problems), 1)
	ws = workspace(t, "unmeasured_at_close: exclude", files{"a": objectives(objective("o", "aspirational", "", unread("silent")))})
	is(t, "problems where they are excluded", len(read(t, ws, "04-01").Problems), 0)
}

// TestReadingsThatCount holds the first and the last day on which a reading counts.
func TestReadingsThatCount(t *testing.T) {
	read := func(t *testing.T, at, rest string, readings ...string) *score.KeyResult {
		t.Helper()
		more := []string{checkIns(readings...)}
		if rest != "" {
			more = append(more, rest)
		}
		ws := workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", keyResult("k", points, more...)))}, "reading-after-close", "future-date")
		return only(read(t, ws, at))
	}
	t.Run("before the start they are shown", func(t *testing.T) {
		ws := workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", keyResult("k", points, "check_ins: [{date: 2025-12-30, value: 0.2, confidence: 5}]")))})
		k := only(readWith(t, ws, nil, "01-20"))
		want(t, "score", k.Score, "null")
		want(t, "confidence", k.Confidence, "5")
		is(t, "shown", k.CheckIn.Date.V.String(), "2025-12-30")
	})
	t.Run("before their own start", func(t *testing.T) {
		want(t, "score", read(t, "02-20", "starts: 2026-02-01", "01-31 0.2").Score, "null")
		want(t, "score", read(t, "02-20", "starts: 2026-02-01", "02-01 0.2").Score, "0.2")
	})
	t.Run("until the cycle closed", func(t *testing.T) {
		k := read(t, "05-01", "", "03-01 0.2", "04-14 0.4", "04-15 0.9")
		want(t, "score", k.Score, "0.4")
		is(t, "shown", k.CheckIn.Date.V.String(), "2026-04-14")
	})
	t.Run("what is dated later has not happened", func(t *testing.T) {
		k := read(t, "02-10", "cancelled: {date: 2026-02-11, reason: The channel closed}", "02-10 0.2", "02-11 0.4")
		want(t, "score", k.Score, "0.2")
		is(t, "state", k.State, score.Open)
	})
	t.Run("of one day the last", func(t *testing.T) {
		want(t, "score", read(t, "02-10", "", "02-10 0.2", "02-10 0.3").Score, "0.3")
	})
	t.Run("until the cancellation", func(t *testing.T) {
		want(t, "score", read(t, "03-30", "cancelled: {date: 2026-03-01, reason: The channel closed}", "02-10 0.2", "03-05 0.4").Score, "0.2")
	})
	t.Run("confidence alone is no reading", func(t *testing.T) {
		ws := workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", keyResult("k", points, "check_ins: [{date: 2026-02-01, value: 0.2, confidence: 5}, {date: 2026-02-08, confidence: 3}]")))})
		k := only(readWith(t, ws, nil, "02-10"))
		want(t, "score", k.Score, "0.2")
		want(t, "confidence", k.Confidence, "3")
		is(t, "reading", k.CheckIn.Date.V.String(), "2026-02-01")
		is(t, "heard", k.Heard.Date.V.String(), "2026-02-08")
	})
}
