package status_test

import (
	"fmt"
	"testing"

	"github.com/okrs-as-code/okrs/okr/status"
)

// silences are what is said of silence: the team with its days, then its key results.
func silences(r *status.Reading) []string {
	var all []string
	for _, s := range r.Silent {
		text := fmt.Sprintf("%s %d %q", s.Team.ID.V, s.Days, s.Silence)
		for _, u := range s.KeyResults {
			text += fmt.Sprintf(" %s %d %s", u.KeyResult.Listed.ID.V, u.Days, u.Silence)
			if u.Last.IsZero() {
				text += " never"
			}
		}
		all = append(all, text)
	}
	return all
}

func TestSilence(t *testing.T) {
	heard := checks("02-01 0.3")
	for _, test := range []struct {
		name, results, at, want string
	}{
		{"within a round", result("x", points, heard), "02-08", ""},
		{"a round is due", result("x", points, heard), "02-09", `a 8 "due"`},
		{"at the limit", result("x", points, heard), "02-15", `a 14 "due"`},
		{"silent", result("x", points, heard), "02-16", `a 15 "silent" x 15 silent`},
		{"silent for long", result("x", points, heard), "03-02", `a 29 "very_silent" x 29 very_silent`},
		{"confidence alone is heard", result("x", points, checks("02-01 0.3", "02-14 - 5")), "02-16", ""},
		{"a week without the first", result("x", points), "01-08", ""},
		{"never", result("x", points), "01-09", `a 8 "due" x 8 due never`},
		{"a check-in to come is not heard", result("x", points, checks("01-20 0.3")), "01-10", `a 9 "due" x 9 due never`},
		{"the team speaks, one key result is silent", result("x", points, heard) + result("y", points, checks("02-20 0.5")), "02-22",
			`a 2 "" x 21 silent`},
		{"guardrails are heard of too", result("x", points, checks("02-20 0.5")) +
			result("y", "kind: at_most, unit: EUR, target: 2, source: ledger", "role: guardrail", heard), "02-22", `a 2 "" y 21 silent`},
		{"monthly", result("x", points+", measured: monthly", heard), "03-10", ""},
		{"monthly and late", result("x", points+", measured: monthly", heard), "03-19", `a 46 "silent" x 46 silent`},
		{"one of two is weekly", result("x", points+", measured: monthly", heard) + result("y", points, heard), "02-09", `a 8 "due"`},
		{"it starts late", result("x", points, "starts: 2026-02-20"), "02-25", ""},
		{"not begun", result("x", points, "starts: 2026-02-20"), "02-10", ""},
		{"reached for good", result("x", "kind: milestone, source: letter", checks("01-10 true")), "03-10", ""},
		{"not reached", result("x", "kind: milestone, source: letter", checks("02-01 false")), "02-16", `a 15 "silent" x 15 silent`},
		{"cancelled", result("x", points, heard, "cancelled: {date: 2026-02-02, reason: Other things matter more}"), "03-10", ""},
		{"observable later", result("x", points+", observable_on: 2026-03-20"), "03-10", ""},
		{"before it begins", result("x", points), "2025-12-20", ""},
		{"after the end the days to the end count", result("x", points, checks("03-01 0.3")), "04-10", `a 30 "very_silent" x 30 very_silent`},
		{"heard at the end", result("x", points, checks("03-30 0.3")), "04-10", ""},
		{"closed", result("x", points), "05-10", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			said(t, silences(read(t, workspace(t, files{"a": objectives(aspiring("o", test.results))}), test.at)), test.want)
		})
	}
}

// TestSilenceOfSharedResults holds that a shared key result is heard of once, by the
// team that defines it.
func TestSilenceOfSharedResults(t *testing.T) {
	ws := workspace(t, files{
		"b": objectives(aspiring("o", result("x", points, "shared_with: [a]", checks("01-05 0.1")))),
		"a": objectives(aspiring("o", ref("b/2026-Q1/o/x"))),
	})
	r := read(t, ws, "02-20")
	said(t, silences(r), `b 46 "very_silent" x 46 very_silent`)
	if len(r.Without) != 2 || r.Without[0].ID.V != "company" {
		t.Errorf("without documents: %v", r.Without)
	}
}
