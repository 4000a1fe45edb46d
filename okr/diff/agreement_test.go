package diff_test

import (
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/diff"
)

func TestAmendmentsDeclare(t *testing.T) {
	eased := "unit: EUR, baseline: 0, target: 60"
	before := one(euros)
	amended := func(entries ...string) files { return one(eased, "amendments: ["+strings.Join(entries, ", ")+"]") }
	t.Run("declared", func(t *testing.T) {
		r := compare(t, before, amended("{date: 2026-02-10, field: target, from: 100, to: 60, reason: The market halved}"), "02-14")
		wantLines(t, r, "key_result eased a/2026-Q1/o/k target")
		is(t, "declared", r.Changes[0].Declared, true)
		is(t, "reason", r.Changes[0].Reason, "The market halved")
		back := compare(t, amended("{date: 2026-02-10, field: target, from: 100, to: 60, reason: The market halved}"), before, "02-14")
		wantLines(t, back, "key_result hardened a/2026-Q1/o/k target")
		is(t, "declared when taken back", back.Changes[0].Declared, false)
	})
	t.Run("in two steps", func(t *testing.T) {
		r := compare(t, before, amended("{date: 2026-02-10, field: target, from: 80, to: 60, reason: Again}", "{date: 2026-02-05, field: target, from: 100, to: 80, reason: First}"), "02-14")
		wantLines(t, r, "key_result eased a/2026-Q1/o/k target")
		is(t, "reason", r.Changes[0].Reason, "First; Again")
	})
	t.Run("not declared", func(t *testing.T) {
		r := compare(t, before, one(eased), "02-14")
		is(t, "declared", r.Changes[0].Declared, false)
		is(t, "late", r.Changes[0].Late, true)
		is(t, "late within the grace", compare(t, before, one(eased), "01-14").Changes[0].Late, false)
		is(t, "late after the grace", compare(t, before, one(eased), "01-15").Changes[0].Late, true)
	})
	t.Run("another from", func(t *testing.T) {
		r := compare(t, before, amended("{date: 2026-02-10, field: target, from: 90, to: 60, reason: Odd}"), "02-14")
		wantLines(t, r, "key_result eased a/2026-Q1/o/k target", "amendment added a/2026-Q1/o/k target")
		is(t, "declared", r.Changes[0].Declared, false)
	})
	t.Run("without a change", func(t *testing.T) {
		r := compare(t, one(eased), amended("{date: 2026-02-10, field: target, from: 100, to: 60, reason: Later}"), "02-14")
		wantLines(t, r, "amendment added a/2026-Q1/o/k target")
		r = compare(t, amended("{date: 2026-02-10, field: target, from: 100, to: 60, reason: One}"), amended("{date: 2026-02-10, field: target, from: 100.0, to: 60, reason: Two}"), "02-14")
		wantLines(t, r, "amendment reworded a/2026-Q1/o/k target")
	})
	t.Run("still to come", func(t *testing.T) {
		before, after := one(euros, checkIns("02-01 30")), one(eased, checkIns("02-01 30"), "amendments: [{date: 2026-02-20, field: target, from: 100, to: 60, reason: Soon}]")
		r := compare(t, before, after, "02-14")
		wantNumber(t, "definition", &r.Total.Definition, "0")
		wantNumber(t, "definition later", &compare(t, before, after, "02-20").Total.Definition, "0.2")
	})
	t.Run("target becomes by", func(t *testing.T) {
		from, to := one("unit: EUR, baseline: 100, target: 130"), one("unit: EUR, baseline: 100, by: +20%",
			"amendments: [{date: 2026-02-10, field: target, from: 130, to: null, reason: R}, {date: 2026-02-10, field: by, from: null, to: +20%, reason: R}]")
		r := compare(t, from, to, "02-14")
		wantLines(t, r, "key_result eased a/2026-Q1/o/k by")
		is(t, "declared", r.Changes[0].Declared, true)
		wantText(t, "before", r.Changes[0].Before, "130 EUR")
		wantText(t, "after", r.Changes[0].After, "+20%")
	})
	t.Run("kind and role", func(t *testing.T) {
		from := one("unit: EUR, baseline: 10, target: 30")
		to := one("kind: at_least, unit: EUR, baseline: 10, target: 30", "role: guardrail",
			"amendments: [{date: 2026-02-10, field: kind, from: increase, to: at_least, reason: R}, {date: 2026-02-10, field: role, from: counting, to: guardrail, reason: S}]")
		r := compare(t, from, to, "02-14")
		wantLines(t, r, "key_result re-scoped a/2026-Q1/o/k kind", "key_result re-scoped a/2026-Q1/o/k role")
		for _, c := range r.Changes {
			is(t, "declared "+c.Field, c.Declared, true)
		}
		wantText(t, "before", r.Changes[0].Before, "increase")
		wantText(t, "before", r.Changes[1].Before, "counting")
	})
	t.Run("baseline", func(t *testing.T) {
		r := compare(t, before, one("unit: EUR, baseline: 10, target: 100", "amendments: [{date: 2026-02-10, field: baseline, from: 0, to: 10, reason: Misread}]"), "02-14")
		wantLines(t, r, "key_result baseline-rewritten a/2026-Q1/o/k baseline")
		is(t, "message", r.Changes[0].Message, "baseline 0 EUR → 10 EUR: lowers the score with the same readings, declared as a correction")
	})
	t.Run("objective", func(t *testing.T) {
		from := files{"a": objectives(objective("o", "commitment: committed", keyResult("k", euros)))}
		to := files{"a": objectives(objective("o", "commitment: aspirational, amendments: [{date: 2026-02-10, field: commitment, from: committed, to: aspirational, reason: R}]", keyResult("k", euros)))}
		r := compare(t, from, to, "02-14")
		wantLines(t, r, "objective eased a/2026-Q1/o commitment")
		is(t, "declared", r.Changes[0].Declared, true)
		wantLines(t, compare(t, to, from, "02-14"), "objective hardened a/2026-Q1/o commitment")
	})
}

func TestStopped(t *testing.T) {
	o := objective("o", "", keyResult("k", euros, checkIns("02-01 40")))
	p := objective("p", "", keyResult("k", euros, checkIns("02-01 80")))
	stopped := objective("p", "cancelled: {date: 2026-02-02, reason: The law changed}", keyResult("k", euros, checkIns("02-01 80")))
	before, after := files{"a": objectives(o, p)}, files{"a": objectives(o) + "stopped:\n" + stopped}
	r := compare(t, before, after, "02-14")
	wantLines(t, r, "objective cancelled a/2026-Q1/p cancelled")
	is(t, "declared", r.Changes[0].Declared, true)
	is(t, "reason", r.Changes[0].Reason, "The law changed")
	wantNumber(t, "definition", &r.Total.Definition, "-0.2")
	wantLines(t, compare(t, after, before, "02-14"), "objective added a/2026-Q1/p cancelled")
}

func TestWeights(t *testing.T) {
	with := func(weights ...string) files {
		var results []string
		for i, w := range weights {
			results = append(results, keyResult(string(rune('k'+i)), euros, "weight: "+w))
		}
		return files{"a": objectives(objective("o", "", results...))}
	}
	wantLines(t, compare(t, with("1", "2"), with("2", "4"), "02-14"))
	wantLines(t, compare(t, with("1"), with("5"), "02-14"))
	wantLines(t, compare(t, with("1", "2"), with("1", "4"), "02-14"), "key_result re-weighted a/2026-Q1/o/l weight")
	wantLines(t, compare(t, with("1", "2"), with("0", "0"), "02-14"), "key_result re-weighted a/2026-Q1/o/k weight", "key_result re-weighted a/2026-Q1/o/l weight")
	wantLines(t, compare(t, with("1"), with("5", "1"), "02-14"), "key_result re-weighted a/2026-Q1/o/k weight", "key_result added a/2026-Q1/o/l")
	guard := func(weight string) files {
		return files{"a": objectives(objective("o", "", keyResult("k", euros), keyResult("g", "kind: at_most, unit: EUR, target: 3", "role: guardrail", "weight: "+weight)))}
	}
	wantLines(t, compare(t, guard("1"), guard("3"), "02-14"))
	team := func(weight string) files {
		return files{"a": objectives(objective("o", "weight: "+weight, keyResult("k", euros)), objective("p", "", keyResult("k", euros)))}
	}
	r := compare(t, team("1"), team("3"), "02-14")
	wantLines(t, r, "objective re-weighted a/2026-Q1/o weight")
	is(t, "message", r.Changes[0].Message, "weight 1 → 3")
}

func TestSharedKeyResults(t *testing.T) {
	definition := func(metric string) string {
		return objectives(objective("o", "", keyResult("k", metric, "shared_with: [b]", checkIns("02-01 40"))))
	}
	lists := objectives(objective("x", "", ref("a/2026-Q1/o/k"), keyResult("y", euros, checkIns("02-01 0"))))
	r := compare(t, files{"a": definition(euros), "b": lists}, files{"a": definition("unit: EUR, baseline: 0, target: 50"), "b": lists}, "02-14")
	wantLines(t, r, "key_result eased a/2026-Q1/o/k target")
	is(t, "attributions", len(r.Attribution), 2)
	is(t, "second", r.Attribution[1].Team.ID.V, "b")
	wantNumber(t, "definition of b", &r.Attribution[1].Definition, "0.2")
	is(t, "key results of b", len(r.Attribution[1].KeyResults), 1)
	is(t, "address", r.Attribution[1].KeyResults[0].Address, "a/2026-Q1/o/k")
	wantNumber(t, "total", &r.Total.Definition, "0.3")
	if len(r.Blast.Reaches) != 1 || r.Blast.Reaches[0].How != diff.Shares || r.Blast.Reaches[0].By != "b/2026-Q1/x" {
		t.Errorf("blast is %v", r.Blast.Reaches)
	}

	// A check-in of the definition moves both teams, and neither definition.
	more := strings.Replace(definition(euros), "value: 40}", "value: 40}, {date: 2026-02-08, value: 60}", 1)
	r = compare(t, files{"a": definition(euros), "b": lists}, files{"a": more, "b": lists}, "02-14")
	is(t, "attributions", len(r.Attribution), 2)
	wantNumber(t, "progress of b", &r.Attribution[1].Progress, "0.1")
	wantNumber(t, "definition of b", &r.Attribution[1].Definition, "0")

	// A reference follows what it refers to.
	renamed := strings.Replace(definition(euros), "id: k,", "id: n, was: k,", 1)
	followed := strings.Replace(lists, "a/2026-Q1/o/k", "a/2026-Q1/o/n", 1)
	r = compare(t, files{"a": definition(euros), "b": lists}, files{"a": renamed, "b": followed}, "02-14")
	wantLines(t, r, "key_result moved a/2026-Q1/o/n id")

	// Where a rename leaves it behind it leads nowhere, and its team's score shows that.
	lost := strings.Replace(definition(euros), "id: k,", "id: n,", 1)
	lost = strings.Replace(lost, "Waiting for n", "Waiting for k", 1)
	r = compare(t, files{"a": definition(euros), "b": lists}, files{"a": lost, "b": lists}, "02-14")
	wantLines(t, r, "key_result moved a/2026-Q1/o/n id")
	is(t, "attributions", len(r.Attribution), 1)
	is(t, "team", r.Attribution[0].Team.ID.V, "b")
	wantNumber(t, "definition of b", &r.Attribution[0].Definition, "-0.2")

	none := objectives(objective("x", "", keyResult("y", euros, checkIns("02-01 0"))))
	r = compare(t, files{"a": definition(euros), "b": none}, files{"a": definition(euros), "b": lists}, "02-14")
	wantLines(t, r, "link re-aligned b/2026-Q1/x ref")
	wantNumber(t, "definition", &r.Total.Definition, "0.2")
	r = compare(t, files{"a": definition(euros), "b": lists}, files{"a": definition(euros), "b": none}, "02-14")
	wantLines(t, r, "link re-aligned b/2026-Q1/x ref")
	wantText(t, "before", r.Changes[0].Before, "a/2026-Q1/o/k")
}

func TestPolicy(t *testing.T) {
	body := objectives(objective("o", "", keyResult("k", euros, checkIns("02-01 40")), keyResult("l", euros, checkIns("02-01 80"))))
	r := compare(t, files{"a": body}, files{"okr.yaml": "+scoring: {objective_score: min}", "a": body}, "02-14")
	wantLines(t, r, "policy policy okr.yaml scoring.objective_score")
	wantText(t, "before", r.Changes[0].Before, "mean")
	wantText(t, "after", r.Changes[0].After, "min")
	is(t, "attributions", len(r.Attribution), 1)
	wantNumber(t, "definition", &r.Total.Definition, "-0.2")
	is(t, "cycle", r.Cycle.ID, "2026-Q1")

	r = compare(t, files{"a": body}, files{"okr.yaml": "+calendar: {grace_days: 21}\ncycles: [{id: summer, start: 2026-06-01, end: 2026-08-31}]\nunits: {apples: {domain: {min: 0}}}", "a": body}, "02-14")
	wantLines(t, r, "policy policy okr.yaml calendar.grace_days", "policy policy okr.yaml units.apples", "policy policy okr.yaml cycles.summer")
	is(t, "message", r.Changes[0].Message, "calendar.grace_days 14 days → 21 days")

	r = compare(t, files{"a": body}, files{"okr.yaml": strings.Replace(register, "parent: b}", "parent: a}", 1), "a": body}, "02-14")
	wantLines(t, r, "policy policy okr.yaml teams.c")
	is(t, "attributions", len(r.Attribution), 0)
}

func TestBlast(t *testing.T) {
	parent := func(metric, extra string) string {
		return objectives(objective("o", extra, keyResult("k", metric), keyResult("l", euros)), objective("q", "", keyResult("k", euros)))
	}
	others := files{
		"a":         objectives(objective("x", "supports: [company/2026-Q1/o]", keyResult("k", euros)), objective("y", "supports: [company/2026-Q1/q]", keyResult("k", euros))),
		"b":         objectives(objective("x", "supports: [company/2026-Q1/o/k]", keyResult("k", euros, "depends_on: [company/2026-Q1/o/l]"))),
		"c":         objectives(objective("x", "enables: [company/2026-Q1/o/k]", keyResult("k", euros))),
		"c/2026-Q2": objectives(objective("x", "carried_from: company/2026-Q1/o", keyResult("k", euros))),
	}
	with := func(company string) files {
		f := files{"company": company}
		for name, body := range others {
			f[name] = body
		}
		return f
	}
	say := func(r *diff.Reading) string {
		var list []string
		for _, reach := range r.Blast.Reaches {
			list = append(list, reach.By+" "+string(reach.How)+" "+reach.Changed)
		}
		return strings.Join(list, "\n")
	}
	easier := "unit: EUR, baseline: 0, target: 50"
	r := compare(t, with(parent(euros, "")), with(parent(easier, "")), "02-14")
	is(t, "blast", say(r), `a/2026-Q1/x supports company/2026-Q1/o/k
b/2026-Q1/x supports company/2026-Q1/o/k
c/2026-Q1/x enables company/2026-Q1/o/k
c/2026-Q2/x carried_from company/2026-Q1/o/k`)
	is(t, "teams", len(r.Blast.Teams), 3)
	r = compare(t, with(parent(euros, "")), with(parent(euros, "title: Something else")), "02-14")
	is(t, "blast of a title", say(r), `a/2026-Q1/x supports company/2026-Q1/o
b/2026-Q1/x supports company/2026-Q1/o
b/2026-Q1/x/k depends_on company/2026-Q1/o
c/2026-Q1/x enables company/2026-Q1/o
c/2026-Q2/x carried_from company/2026-Q1/o`)
	r = compare(t, with(parent(euros, "")), with(parent(euros, "why_now: Because")), "02-14")
	is(t, "blast of words", say(r), "")
	r = compare(t, with(parent(euros, "")), with(objectives(objective("o", "", keyResult("k", euros), keyResult("l", euros)))), "02-14")
	is(t, "blast of what is gone", say(r), "a/2026-Q1/y supports company/2026-Q1/q")
	others["a"] = objectives(objective("x", "", keyResult("k", euros)))
	r = compare(t, with(parent(euros, "")), with(strings.Replace(parent(easier, ""), "id: o,", "id: n, was: o,", 1)), "02-14")
	if !strings.Contains(say(r), "b/2026-Q1/x supports company/2026-Q1/n") {
		t.Errorf("who supported it under its former name is not told: %s", say(r))
	}
}
