package score_test

import (
	"testing"

	"github.com/okrs-as-code/okrs/okr/score"
)

// TestPace are the vectors of section J that are about pace.
func TestPace(t *testing.T) {
	type vector struct {
		id, scoring, at    string
		commitment         string
		metric, rest, read string
		elapsed, expected  string
		status             score.PaceStatus
	}
	backLoaded := ", phases: [{date: 2026-01-31, expected: 0.1}, {date: 2026-02-28, expected: 0.4}, {date: 2026-03-31, expected: 1}]"
	for _, v := range []vector{
		{id: "P01", at: "02-14", read: "0.35", elapsed: "0.5", expected: "0.35", status: score.On},
		{id: "P02", at: "02-14", read: "0.35", elapsed: "0.5", expected: "0.35", status: score.On},
		{id: "P02 to the target", scoring: "pace: {to: target}", at: "02-14", read: "0.35", elapsed: "0.5", expected: "0.5", status: score.Behind},
		{id: "P03", at: "02-14", commitment: "committed", read: "0.35", elapsed: "0.5", expected: "0.5", status: score.Behind},
		{id: "P04", at: "02-14", commitment: "committed", read: "0.20", elapsed: "0.5", expected: "0.5", status: score.Off},
		{id: "P05", at: "01-09", read: "0", elapsed: "0.1", expected: "0.07", status: score.TooEarly},
		{id: "P06", at: "2025-12-20", read: "0", elapsed: "0", expected: "0", status: score.TooEarly},
		{id: "P07", at: "04-09", read: "0.7", elapsed: "1", expected: "0.7", status: score.On},
		{id: "P08", at: "01-30", commitment: "committed", read: "0.33", elapsed: "1/3", expected: "1/3", status: score.On},
		{id: "P09", at: "02-14", commitment: "committed", read: "0.45", elapsed: "0.5", expected: "0.5", status: score.On},
		{id: "P09 ratio", scoring: "pace: {mode: ratio}", at: "02-14", commitment: "committed", read: "0.45", elapsed: "0.5", expected: "0.5", status: score.Behind},
		{id: "P09 ratio, far off", scoring: "pace: {mode: ratio}", at: "02-14", commitment: "committed", read: "0.3", elapsed: "0.5", expected: "0.5", status: score.Off},
		{id: "P09 ratio, on", scoring: "pace: {mode: ratio}", at: "02-14", commitment: "committed", read: "0.475", elapsed: "0.5", expected: "0.5", status: score.On},
		{id: "P09 ratio, ahead", scoring: "pace: {mode: ratio}", at: "02-14", commitment: "committed", read: "0.55", elapsed: "0.5", expected: "0.5", status: score.Ahead},
		{id: "P14", at: "01-31", commitment: "committed", metric: points + backLoaded, read: "0.15", elapsed: "31/90", expected: "0.1", status: score.On},
		{id: "P14 by a straight line", at: "01-31", commitment: "committed", read: "0.15", elapsed: "31/90", expected: "31/90", status: score.Behind},
		{id: "P14 between two points", at: "02-14", commitment: "committed", metric: points + backLoaded, read: "0.15", elapsed: "0.5", expected: "0.25", status: score.On},
		{id: "P14 before the first point", at: "01-15", commitment: "committed", metric: points + backLoaded, read: "0.5", elapsed: "1/6", expected: "15/310", status: score.Ahead},
		{id: "P15", at: "03-02", rest: "starts: 2026-02-01", read: "0.3", elapsed: "30/59", expected: "21/59", status: score.On},
		{id: "ahead at ten points", at: "02-14", read: "0.45", elapsed: "0.5", expected: "0.35", status: score.Ahead},
		{id: "on at minus ten points", at: "02-14", read: "0.25", elapsed: "0.5", expected: "0.35", status: score.On},
		{id: "behind at minus 25 points", at: "02-14", read: "0.10", elapsed: "0.5", expected: "0.35", status: score.Behind},
		{id: "nothing read", at: "02-14", elapsed: "0.5", expected: "0.35"},
	} {
		t.Run(v.id, func(t *testing.T) {
			if v.metric == "" {
				v.metric = points
			}
			if v.commitment == "" {
				v.commitment = "aspirational"
			}
			var rest []string
			if v.read != "" {
				rest = append(rest, "check_ins: [{date: "+min(day(t, v.at), day(t, "03-31")).String()+", value: "+v.read+"}]")
			}
			if v.rest != "" {
				rest = append(rest, v.rest)
			}
			ws := workspace(t, v.scoring, files{"a": objectives(objective("o", v.commitment, "", keyResult("k", v.metric, rest...)))})
			k := only(read(t, ws, v.at))
			if k.Pace == nil {
				t.Fatal("there is no pace")
			}
			want(t, "elapsed", &k.Pace.Elapsed, v.elapsed)
			want(t, "expected", &k.Pace.Expected, v.expected)
			is(t, "status", k.Pace.Status, v.status)
		})
	}
}

// TestLeapYear is P17.
func TestLeapYear(t *testing.T) {
	body := objectives(objective("o", "committed", "", keyResult("k", points)))
	ws := workspace(t, "", files{"a/2028-Q1": body})
	r := score.Cycle(ws, nil, ws.Cycle("2028-Q1"), day(t, "2028-02-29"))
	want(t, "P17", &only(r).Pace.Elapsed, "60/91")
}

// TestNoPace is P16, and the other kinds that do not move in a line.
func TestNoPace(t *testing.T) {
	for id, line := range map[string]string{
		"milestone":          keyResult("k", "kind: milestone", checkIns("02-01 true")),
		"stages":             keyResult("k", "kind: stages, stages: [{name: half, credit: 0.5}, {name: all, credit: 1}]", checkIns("02-01 half")),
		"at_least":           keyResult("k", "kind: at_least, unit: EUR, target: 3", checkIns("02-01 3")),
		"between":            keyResult("k", "kind: between, unit: EUR, low: 3, high: 4", checkIns("02-01 3")),
		"establish_baseline": keyResult("k", "kind: establish_baseline, unit: days, source: the register", checkIns("02-01 3")),
		"cancelled":          keyResult("k", points, checkIns("02-01 0.3"), "cancelled: {date: 2026-02-10, reason: The channel closed}"),
		"deferred":           keyResult("k", points+", observable_on: 2026-06-01", checkIns("02-01 0.3")),
	} {
		t.Run(id, func(t *testing.T) {
			k := only(read(t, workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", line))}), "02-20"))
			if k.Pace != nil || k.Forecast != nil {
				t.Errorf("pace %v, forecast %v", k.Pace, k.Forecast)
			}
		})
	}
}

// TestForecasts are P10 to P13.
func TestForecasts(t *testing.T) {
	for _, v := range []struct {
		id, at           string
		readings         []string
		forecast, recent string
		outlook          score.Outlook
	}{
		{"P10", "02-14", []string{"01-10 0.1", "02-14 0.3"}, "0.6", "39/70", score.Attention},
		{"P11", "03-01", []string{"01-10 0.1", "03-01 0.5"}, "0.75", "0.74", score.OnTrack},
		{"P12", "02-14", []string{"01-10 0.1", "02-14 0.1"}, "0.2", "0.1", score.OffTrack},
		{"P13", "02-23", []string{"01-27 0.2", "02-23 0.5"}, "5/6", "0.9", score.OnTrack},
		{"one reading tells nothing", "02-14", []string{"02-14 0.3"}, "null", "null", ""},
		{"two on one day have no slope", "02-14", []string{"02-14 0.3", "02-14 0.4"}, "0.8", "null", score.OnTrack},
		{"a fifth of the time is needed", "01-17", []string{"01-10 0.1", "01-17 0.3"}, "null", "null", ""},
		{"a fifth of the time is enough", "01-18", []string{"01-10 0.1", "01-18 0.3"}, "1.5", "2.1", score.OnTrack},
		{"never below nothing", "02-14", []string{"01-31 0.9", "02-14 0"}, "0", "0", score.OffTrack},
	} {
		t.Run(v.id, func(t *testing.T) {
			ws := workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", keyResult("k", points, checkIns(v.readings...))))})
			k := only(read(t, ws, v.at))
			want(t, "forecast", k.Forecast, v.forecast)
			want(t, "recent forecast", k.RecentForecast(), v.recent)
			is(t, "outlook", score.OutlookOf(k.Forecast), v.outlook)
		})
	}
}

// TestConfidenceMismatch is P18: what a rule needs to see it stands in the reading.
func TestConfidenceMismatch(t *testing.T) {
	line := keyResult("k", points, "check_ins: [{date: 2026-02-23, value: 0.3, confidence: 8}]")
	k := only(read(t, workspace(t, "", files{"a": objectives(objective("o", "committed", "", line))}), "02-23"))
	want(t, "elapsed", &k.Pace.Elapsed, "0.6")
	want(t, "confidence", k.Confidence, "8")
	is(t, "pace", k.Pace.Status, score.Off)
}

// TestBegan holds from which day pace is measured.
func TestBegan(t *testing.T) {
	for _, v := range []struct{ id, rest, began string }{
		{"the cycle's", checkIns("02-01 0.3"), "2026-01-01"},
		{"its own", "starts: 2026-02-01", "2026-02-01"},
		{"never before the cycle's", "starts: 2025-12-01", "2026-01-01"},
	} {
		ws := workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", keyResult("k", points, v.rest)))}, "date-outside-cycle")
		is(t, v.id, only(read(t, ws, "03-02")).Began.String(), v.began)
	}
	ws := workspace(t, "", files{"a": objectives(objective("o", "aspirational", "", keyResult("k", points, "starts: 2026-02-01")))})
	is(t, "state", only(read(t, ws, "03-02")).State, score.Added)
	is(t, "state in the grace", only(read(t, ws, "01-10")).State, score.Open)
}
