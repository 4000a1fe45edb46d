package status_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/status"
)

// sold is a metric with another baseline and target in each cycle.
func sold(baseline, target string) string {
	return "unit: baskets, baseline: " + baseline + ", target: " + target + ", source: ledger"
}

// titled gives a key result a title of its own.
func titled(result, title string) string {
	before, rest, _ := strings.Cut(result, "title: ")
	_, after, _ := strings.Cut(rest, ", metric")
	return before + "title: " + title + ", metric" + after
}

func zombies(r *status.Reading) []string {
	var all []string
	for _, z := range r.Zombies {
		text := z.KeyResult.Listed.ID.V + ":"
		for _, leg := range z.Legs {
			last := "-"
			if leg.Last != nil {
				last = leg.Last.Number.String()
			}
			text += fmt.Sprintf(" %s %s→%s=%s", leg.Cycle.ID, leg.Baseline, leg.Target, last)
			if leg.Landed {
				text += "!"
			}
		}
		all = append(all, text)
	}
	return all
}

func TestZombies(t *testing.T) {
	at := func(cycle, value string) string {
		return checks(map[string]string{"2025-Q3": "2025-09-20 ", "2025-Q4": "2025-12-20 ", "2026-Q1": "02-10 "}[cycle] + value)
	}
	first := objectives(aspiring("o", result("x", sold("1", "9"), at("2025-Q3", "2"))))
	second := objectives(aspiring("o", result("x", sold("2", "9"), at("2025-Q4", "9"))))
	third := objectives(aspiring("o", result("x", sold("9", "15"), at("2026-Q1", "10"))))
	const all = "x: 2025-Q3 1→9=2 2025-Q4 2→9=9! 2026-Q1 9→15=10"
	long := func(title string, metric string, rest ...string) string {
		return objectives(aspiring("p", titled(result("y", metric, rest...), title)))
	}
	for _, test := range []struct {
		name                 string
		first, second, third string
		want                 string
	}{
		{"by id", first, second, third, all},
		{"two cycles", "", second, third, ""},
		{"a cycle without it", first, objectives(aspiring("o", result("z", points))), third, ""},
		{"another unit", first, second, objectives(aspiring("o", result("x", "unit: EUR, baseline: 9, target: 15, source: ledger"))), ""},
		{"a number for an id", first, second, objectives(aspiring("o", titled(result("x", sold("9", "15")), "Bakers who answer the same day rise"))), ""},
		{"carried from, under another name", first, second,
			objectives(aspiring("new", titled(result("fresh", sold("9", "15"), "carried_from: a/2025-Q4/o/x", at("2026-Q1", "10")), "Something else"))),
			"fresh" + all[1:]},
		{"carried from before it was renamed", first, objectives(aspiring("o", result("renamed", sold("2", "9"), "was: x", at("2025-Q4", "9")))),
			objectives(aspiring("o", result("x", sold("9", "15"), "carried_from: a/2025-Q4/o/x", at("2026-Q1", "10")))), all},
		{"renamed in this cycle", first, second, objectives(aspiring("o", titled(result("y", sold("9", "15"), "was: x", at("2026-Q1", "10")), "Waiting for x falls"))), "y" + all[1:]},
		{"the objective is carried", first, second,
			objectives(aspiring("new", "carried_from: a/2025-Q4/o", titled(result("x", sold("9", "15"), at("2026-Q1", "10")), "Something else"))), all},
		{"by the name of the metric", long("One thing", sold("1", "9")+", name: sales"), long("Another thing", sold("2", "9")+", name: Sales"),
			objectives(aspiring("q", titled(result("z", sold("9", "15")+", name: sales"), "A third thing"))), "z: 2025-Q3 1→9=- 2025-Q4 2→9=- 2026-Q1 9→15=-"},
		{"by source and words", long("Baskets sold on Mondays rise", sold("1", "9")), long("Baskets sold on Mondays rise further", sold("2", "9")),
			objectives(aspiring("q", titled(result("z", sold("9", "15")), "Baskets sold on Mondays rise again"))), "z: 2025-Q3 1→9=- 2025-Q4 2→9=- 2026-Q1 9→15=-"},
		{"the same source, other matters", long("Baskets sold on Mondays rise", sold("1", "9")), long("Returned goods fall", sold("2", "9")),
			objectives(aspiring("q", titled(result("z", sold("9", "15")), "Households in the north grow"))), ""},
		{"cancelled", first, second, objectives(aspiring("o", result("x", sold("9", "15"), "cancelled: {date: 2026-01-20, reason: Enough}"))), ""},
		{"a guardrail", objectives(aspiring("o", result("x", "kind: at_most, unit: EUR, target: 2, source: l", "role: guardrail"))),
			objectives(aspiring("o", result("x", "kind: at_most, unit: EUR, target: 2, source: l", "role: guardrail"))),
			objectives(aspiring("o", result("x", "kind: at_most, unit: EUR, target: 2, source: l", "role: guardrail"))), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			documents := files{"a/2026-Q1": test.third, "a/2025-Q4": test.second}
			if test.first != "" {
				documents["a/2025-Q3"] = test.first
			}
			ws := workspace(t, documents)
			said(t, zombies(read(t, ws, "02-20")), test.want)
		})
	}
	t.Run("in a draft too", func(t *testing.T) {
		r := read(t, workspace(t, files{"a/2025-Q3": first, "a/2025-Q4": second, "a": third}), "2025-12-25")
		said(t, zombies(r), "x: 2025-Q3 1→9=2 2025-Q4 2→9=9! 2026-Q1 9→15=-")
	})
	t.Run("the cycle before is still closing", func(t *testing.T) {
		r := read(t, workspace(t, files{"a/2025-Q3": first, "a/2025-Q4": second, "a": third}), "01-05")
		said(t, zombies(r), "x: 2025-Q3 1→9=2 2025-Q4 2→9=9! 2026-Q1 9→15=-")
	})
	t.Run("years beside quarters", func(t *testing.T) {
		r := read(t, workspace(t, files{"a/2025": first, "a/2025-Q4": second, "a": third}), "02-20")
		said(t, zombies(r), "")
	})
}

func calibration(c *status.Calibration) string {
	if c == nil {
		return "none"
	}
	text := fmt.Sprintf("%s n=%d cycles=%d unsaid=%d", c.Brier, c.N, c.Cycles, c.Unsaid)
	for _, b := range c.Buckets {
		text += fmt.Sprintf(" %d:%d/%d", b.Confidence, b.Landed, b.N)
	}
	return text
}

func TestCalibration(t *testing.T) {
	end := func(confidence, value string) string {
		return checks("2025-10-20 0.1 "+confidence, "2025-12-20 "+value)
	}
	for _, test := range []struct {
		name, document, want string
	}{
		{"right", aspiring("o", result("x", points, end("8", "0.7"))), "0.04 n=1 cycles=1 unsaid=0 8:1/1"},
		{"wrong", aspiring("o", result("x", points, end("8", "0.69"))), "0.64 n=1 cycles=1 unsaid=0 8:0/1"},
		{"a commitment is kept in full", promised("o", result("x", points, end("8", "0.99")), result("y", points, end("8", "1"))), "0.34 n=2 cycles=1 unsaid=0 8:1/2"},
		{"buckets", aspiring("o", result("x", points, end("7.5", "1")), result("y", points, end("0", "0.2")), result("z", points, end("10", "0.2"))),
			"0.354167 n=3 cycles=1 unsaid=0 0:0/1 8:1/1 10:0/1"},
		{"the last at half time", aspiring("o", result("x", points, checks("2025-10-02 0 3", "2025-11-15 0.1 6", "2025-11-16 0.1 9", "2025-12-20 1 10"))),
			"0.16 n=1 cycles=1 unsaid=0 6:1/1"},
		{"said before it began", aspiring("o", result("x", points, checks("2025-09-20 0 5", "2025-12-20 1"))), "0.25 n=1 cycles=1 unsaid=0 5:1/1"},
		{"hindsight is no forecast", aspiring("o", result("x", points, checks("2025-12-20 1 10"))), "none"},
		{"some had none", aspiring("o", result("x", points, end("8", "0.7")), result("y", points, checks("2025-12-20 1 10"))), "0.04 n=1 cycles=1 unsaid=1 8:1/1"},
		{"half time of its own time", aspiring("o", result("x", points, "starts: 2025-12-01", checks("2025-12-10 0 7", "2025-12-20 1 10"))), "0.09 n=1 cycles=1 unsaid=0 7:1/1"},
		{"cancelled in time", aspiring("o", result("x", points, end("8", "0.1"), "cancelled: {date: 2025-10-25, reason: Enough}")), "none"},
		{"cancelled late is a forecast that failed", aspiring("o", result("x", points, checks("2025-10-20 0.1 8", "2025-12-01 0.2"), "cancelled: {date: 2025-12-10, reason: Enough}")),
			"0.64 n=1 cycles=1 unsaid=0 8:0/1"},
		{"never measured", aspiring("o", result("x", points, checks("2025-10-20 - 8"))), "none"},
		{"a guardrail", aspiring("o", result("x", points, checks("2025-12-20 1")), result("y", "kind: at_most, unit: EUR, target: 2, source: l", "role: guardrail", end("8", "1"))), "none"},
	} {
		t.Run(test.name, func(t *testing.T) {
			ws := workspace(t, files{"a/2025-Q4": objectives(test.document), "b/2026-Q1": objectives(aspiring("o", result("x", points)))})
			if got := calibration(read(t, ws, "02-20").Calibration); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
			if got := calibration(read(t, ws, "01-10").Calibration); got != "none" {
				t.Errorf("a cycle that is not closed says %s", got)
			}
			own := readWith(t, ws, nil, ws.Cycle("2025-Q4"), "02-20", "")
			if got, want := calibration(own.Calibration), calibration(read(t, ws, "02-20").Calibration); got != want {
				t.Errorf("the closed cycle itself says %s, and the next one %s", got, want)
			}
		})
	}
}

// TestCalibrationIsOfTheOrganisation holds that a shared key result is one forecast,
// and that choosing a team changes nothing.
func TestCalibrationIsOfTheOrganisation(t *testing.T) {
	check := checks("2025-10-20 0.1 8", "2025-12-20 0.7")
	ws := workspace(t, files{
		"a/2025-Q4": objectives(aspiring("o", result("x", points, "shared_with: [b]", check))),
		"b/2025-Q4": objectives(aspiring("o", ref("a/2025-Q4/o/x"), result("y", points, check))),
		"c":         objectives(aspiring("o", result("x", points))),
	})
	if got := calibration(read(t, ws, "02-20").Calibration); got != "0.04 n=2 cycles=1 unsaid=0 8:2/2" {
		t.Error(got)
	}
}

func TestCycles(t *testing.T) {
	var cycles []*okr.Cycle
	calendar := okr.DefaultSettings().Calendar
	for year := 2023; year <= 2026; year++ {
		for _, part := range []string{"", "-H1", "-Q1", "-Q2", "-Q3", "-Q4"} {
			c, _ := calendar.Cycle(fmt.Sprint(year) + part)
			cycles = append(cycles, c)
		}
	}
	names := func(id, at string) string {
		c, _ := calendar.Cycle(id)
		var all []string
		for _, found := range status.Cycles(cycles, c, day(t, at)) {
			all = append(all, found.ID)
		}
		return strings.Join(all, " ")
	}
	for _, test := range []struct{ cycle, at, want string }{
		{"2026-Q1", "2026-02-01", "2024-Q1 2024-Q2 2024-Q3 2024-Q4 2025-Q1 2025-Q2 2025-Q3 2025-Q4"},
		{"2026-Q1", "2026-06-01", "2024-Q1 2024-Q2 2024-Q3 2024-Q4 2025-Q1 2025-Q2 2025-Q3 2025-Q4 2026-Q1"},
		{"2026-Q3", "2026-02-01", "2024-Q2 2024-Q3 2024-Q4 2025-Q1 2025-Q2 2025-Q3 2025-Q4 2026-Q1"},
		{"2026", "2026-02-01", "2023 2024 2025"},
		{"2023-Q1", "2023-02-01", ""},
	} {
		if got := names(test.cycle, test.at); got != test.want {
			t.Errorf("%s on %s: %s", test.cycle, test.at, got)
		}
	}
}
