package status_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/score"
	"github.com/okrs-as-code/okrs/okr/status"
)

func decisions(r *status.Reading) []string {
	var all []string
	for _, d := range r.Decisions {
		var reasons []string
		for _, reason := range d.Reasons {
			reasons = append(reasons, string(reason))
		}
		all = append(all, d.Address()+" "+strings.Join(reasons, "+"))
	}
	return all
}

func TestDecisions(t *testing.T) {
	aspires := func(results ...string) string { return objectives(aspiring("o", results...)) }
	promises := func(results ...string) string { return objectives(promised("o", results...)) }
	const x = "a/2026-Q1/o/x "
	guard := func(value string) string {
		return result("x", "kind: at_most, unit: EUR, target: 2, source: ledger", "role: guardrail", checks("02-10 "+value))
	}
	for _, test := range []struct {
		name, document, at, want string
	}{
		{"all is well", aspires(result("x", points, checks("02-10 0.4 5"))), "02-14", ""},
		{"a commitment in doubt", promises(result("x", points, checks("02-10 0.5 6"))), "02-14", x + "escalate"},
		{"a commitment at 7", promises(result("x", points, checks("02-10 0.5 7"))), "02-14", ""},
		{"a hope in doubt", aspires(result("x", points, checks("02-10 0.5 3"))), "02-14", ""},
		{"a commitment kept", promises(result("x", points, checks("02-10 1 6"))), "02-14", ""},
		{"before it begins", promises(result("x", points, checks("2025-12-20 - 6"))), "2025-12-22", x + "escalate"},
		{"after the end", promises(result("x", points, checks("02-10 0.5 6"))), "04-05", ""},
		{"off pace", aspires(result("x", points, checks("02-10 0.05 8"))), "02-20", x + "off_pace"},
		{"behind", aspires(result("x", points, checks("02-10 0.2 8"))), "02-20", ""},
		{"never measured is not off pace", aspires(result("x", points)), "02-20", ""},
		{"off pace, but given up", aspires(result("x", points, checks("02-10 0.05 8"), "cancelled: {date: 2026-02-15, reason: Enough}")), "02-20", ""},
		{"several reasons", promises(result("x", points, checks("02-10 0.05 4 blocked_by: The bank"))), "02-20", x + "escalate+off_pace+blocked"},
		{"blocked", aspires(result("x", points, checks("02-10 0.4 5 blocked_by: The bank"))), "02-14", x + "blocked"},
		{"no longer blocked", aspires(result("x", points, checks("02-05 0.4 5 blocked_by: The bank", "02-10 0.4 5"))), "02-14", ""},
		{"a guardrail broken", aspires(guard("3")), "02-14", x + "guardrail_broken"},
		{"a guardrail that holds", aspires(guard("2")), "02-14", ""},
		{"a broken guardrail of what is over", aspires(guard("3")), "06-01", ""},
		{"no baseline", aspires(result("x", "kind: decrease, unit: EUR, target: 2, source: ledger")), "02-14", x + "no_baseline"},
		{"never measured", aspires(result("x", points)), "04-05", x + "unmeasured"},
		{"never measured, and closed", aspires(result("x", points)), "06-01", x + "unmeasured"},
		{"not measured yet", aspires(result("x", points)), "03-20", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			said(t, decisions(read(t, workspace(t, files{"a": test.document}), test.at)), test.want)
		})
	}
}

func TestAsksThatAreDue(t *testing.T) {
	other := func(answer string) string {
		return objectives(aspiring("p", append([]string{result("y", points, checks("02-10 0.4"))}, answer)...))
	}
	asks := func(needed string) string {
		return objectives(aspiring("o", "depends_on: [{on: b/2026-Q1/p, needed_by: "+needed+"}]", result("x", points, checks("02-10 0.4"))))
	}
	const from = "a/2026-Q1/o "
	for _, test := range []struct {
		name, asks, answer, at, want string
	}{
		{"no answer after the grace", asks("2026-03-20"), "why_now: It matters", "02-14", from + "unanswered"},
		{"no answer in the grace", asks("2026-03-20"), "why_now: It matters", "01-10", ""},
		{"no answer, and soon needed", asks("2026-01-20"), "why_now: It matters", "01-10", from + "unanswered"},
		{"promised", asks("2026-03-20"), "enables: [{for: a/2026-Q1/o, by: 2026-03-01}]", "02-14", ""},
		{"late, far away", asks("2026-03-20"), "enables: [{for: a/2026-Q1/o, by: 2026-03-25}]", "02-14", ""},
		{"late, and soon needed", asks("2026-02-20"), "enables: [{for: a/2026-Q1/o, by: 2026-03-25}]", "02-14", from + "late"},
		{"late, and long gone", asks("2026-02-01"), "enables: [{for: a/2026-Q1/o, by: 2026-03-25}]", "02-14", ""},
		{"declined, and soon needed", asks("2026-02-20"), "enables: [{for: a/2026-Q1/o, declined: We move house}]", "02-14", from + "declined"},
		{"the cycle is over", asks("2026-04-02"), "why_now: It matters", "04-05", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			ws := workspace(t, files{"a": test.asks, "b": other(test.answer)})
			said(t, decisions(read(t, ws, test.at)), test.want)
			// The team that is asked sees it as well; one beside it does not.
			cycle := ws.Cycle("2026-Q1")
			for team, want := range map[string]string{"b": test.want, "c": ""} {
				only := score.Alone(ws, nil, cycle, day(t, test.at)).Only(ws.Team(team))
				said(t, decisions(status.Read(ws, nil, only, status.Options{})), want)
			}
		})
	}
	t.Run("of a key result that has reasons itself", func(t *testing.T) {
		ws := workspace(t, files{
			"a": objectives(promised("o", result("x", points, checks("02-10 0.5 4"), "depends_on: [b/2026-Q1/p]"))),
			"b": other("why_now: It matters"),
		})
		said(t, decisions(read(t, ws, "02-14")), "a/2026-Q1/o/x escalate+unanswered")
	})
}

func TestChanges(t *testing.T) {
	value := func(v *okr.Value) string {
		if v == nil {
			return "-"
		}
		return v.String()
	}
	for _, test := range []struct {
		name, document, since, want string
	}{
		{"a check-in", aspiring("o", result("x", points, checks("02-01 0.3 5", "02-12 0.4 6"))), "", "check_in x 2026-02-12 0.3→0.4 +0.1 5→6 n=1 moved notable"},
		{"two check-ins", aspiring("o", result("x", points, checks("02-01 0.3 5", "02-10 0.33", "02-12 0.35 5"))), "",
			"check_in x 2026-02-12 0.3→0.35 +0.05 5→5 n=2 moved"},
		{"nothing moved", aspiring("o", result("x", points, checks("02-01 0.3 5", "02-12 0.3 5"))), "", "check_in x 2026-02-12 0.3→0.3 +0 5→5 n=1"},
		{"it fell", aspiring("o", result("x", points, checks("02-01 0.3 5", "02-12 0.29 5"))), "", "check_in x 2026-02-12 0.3→0.29 +-0.01 5→5 n=1 moved notable"},
		{"the first", aspiring("o", result("x", points, checks("02-12 0.3 5"))), "", "check_in x 2026-02-12 -→0.3 +? -→5 n=1 moved notable"},
		{"the day itself is not after it", aspiring("o", result("x", points, checks("02-07 0.3 5"))), "", ""},
		{"the day after is", aspiring("o", result("x", points, checks("02-08 0.3 5"))), "", "check_in x 2026-02-08 -→0.3 +? -→5 n=1 moved notable"},
		{"what is to come is not", aspiring("o", result("x", points, checks("02-15 0.3 5"))), "", ""},
		{"since another day", aspiring("o", result("x", points, checks("02-01 0.3 5", "02-12 0.4 6"))), "01-20", "check_in x 2026-02-12 -→0.4 +? -→6 n=2 moved notable"},
		{"a guardrail that holds", aspiring("o", result("x", "kind: at_most, unit: EUR, target: 2, source: l", "role: guardrail", checks("02-01 1", "02-12 2"))), "",
			"check_in x 2026-02-12 1→2 +0 -→- n=1 moved"},
		{"a guardrail that breaks", aspiring("o", result("x", "kind: at_most, unit: EUR, target: 2, source: l", "role: guardrail", checks("02-01 1", "02-12 3"))), "",
			"check_in x 2026-02-12 1→3 +-1 -→- n=1 moved notable"},
		{"amended", aspiring("o", result("x", points, "amendments: [{date: 2026-02-10, field: target, from: 2, to: 1, reason: The market}]")), "",
			"amendment x 2026-02-10 2→1 +? -→- n=0 moved notable"},
		{"an objective amended", "  - {id: o, title: Customers are served, commitment: committed, amendments: [{date: 2026-02-10, field: commitment, from: aspirational, to: committed, reason: The law}], key_results: [\n" +
			result("x", points) + "  ]}\n", "", "amendment o 2026-02-10 aspirational→committed +? -→- n=0 moved notable"},
		{"cancelled", aspiring("o", result("x", points, "cancelled: {date: 2026-02-10, reason: Enough}")), "", "cancelled x 2026-02-10 -→- +? -→- n=0 moved notable"},
		{"added", aspiring("o", result("x", points, "starts: 2026-02-10")), "", "added x 2026-02-10 -→- +? -→- n=0 moved notable"},
		{"stopped as a whole", aspiring("p", result("y", points)) + "stopped:\n" + aspiring("o", "cancelled: {date: 2026-02-10, reason: Enough}", result("x", points)), "",
			"cancelled o 2026-02-10 -→- +? -→- n=0 moved notable"},
	} {
		t.Run(test.name, func(t *testing.T) {
			ws := workspace(t, files{"a": objectives(test.document)})
			var all []string
			for _, c := range readWith(t, ws, nil, ws.Cycle("2026-Q1"), "02-14", test.since).Changes {
				delta, before, after := "?", "-", "-"
				if d := c.Delta(); d != nil {
					delta = d.String()
				}
				if c.ConfidenceBefore != nil {
					before = c.ConfidenceBefore.String()
				}
				if c.Confidence != nil {
					after = c.Confidence.String()
				}
				id := c.Address()[strings.LastIndexByte(c.Address(), '/')+1:]
				text := fmt.Sprintf("%s %s %s %s→%s +%s %s→%s n=%d", c.Kind, id, c.Date, value(c.From), value(c.To), delta, before, after, c.CheckIns)
				if c.Moved() {
					text += " moved"
				}
				if c.Notable() {
					text += " notable"
				}
				all = append(all, text)
			}
			said(t, all, test.want)
		})
	}
}

// past is a history of which one published state and its day are known.
type past struct {
	ws *okr.Workspace
	by okr.BasisKind
}

func (p past) Basis(*okr.Cycle) okr.Basis {
	return okr.Basis{By: p.by, Revision: "0123456789abcdef0123456789abcdef01234567", On: okr.NewDate(2026, 1, 14)}
}
func (p past) Published(team, cycle string) *okr.Document { return p.ws.Document(team, cycle) }
func (p past) Versions(string, string) []okr.Version      { return nil }
func (p past) Closing(*okr.Cycle) okr.Basis               { return okr.Basis{} }
func (p past) Closed(string, string) *okr.Document        { return nil }
func (p past) Strays() []okr.Stray                        { return nil }

func TestIntegrity(t *testing.T) {
	then := workspace(t, files{"a": objectives(aspiring("o", result("same", points), result("gone", points), result("stopped", points), result("early", points),
		result("easier", points), result("harder", "unit: ms, baseline: 9, target: 3, source: l"), result("elsewhere", points), result("told", points)))})
	now := workspace(t, files{"a": objectives(aspiring("o", result("same", points), result("stopped", points, "cancelled: {date: 2026-02-01, reason: Enough}"),
		result("early", points, "cancelled: {date: 2026-01-05, reason: Enough}"),
		result("easier", "unit: EUR, baseline: 0, target: 0.5, source: ledger"), result("harder", "unit: ms, baseline: 9, target: 2, source: l"),
		result("elsewhere", "unit: EUR, baseline: 0, target: 1, source: another ledger"),
		result("told", "unit: EUR, baseline: 0, target: 0.5, source: ledger", "amendments: [{date: 2026-02-10, field: target, from: 1, to: 0.5, reason: The market}]"),
		result("new", points)))})
	describe := func(i *status.Integrity) string {
		if i == nil {
			return "none"
		}
		text := fmt.Sprint(i.Published)
		for _, list := range [][]status.Subject{i.Added, i.Vanished, i.Cancelled} {
			text += " |"
			for _, s := range list {
				text += " " + s.KeyResult.Listed.ID.V
			}
		}
		for _, u := range i.Undeclared {
			text += fmt.Sprintf(" | %s %v %s", u.KeyResult.Listed.ID.V, u.Fields, u.Direction)
		}
		return text
	}
	cycle := now.Cycle("2026-Q1")
	const want = "8 | new | gone | stopped | easier [target] eased | harder [target] hardened | elsewhere [source] neutral"
	for _, by := range []okr.BasisKind{okr.ByTag, okr.ByHistory} {
		if got := describe(readWith(t, now, past{then, by}, cycle, "02-14", "").Integrity); got != want {
			t.Errorf("by %s\ngot  %s\nwant %s", by, got, want)
		}
	}
	if got := describe(readWith(t, now, past{then, okr.ByHistory}, cycle, "01-10", "").Integrity); got != "none" {
		t.Errorf("while targets may settle: %s", got)
	}
	if got := describe(readWith(t, now, nil, cycle, "02-14", "").Integrity); got != "none" {
		t.Errorf("without a history: %s", got)
	}
}
