package diff_test

import (
	"testing"

	"github.com/okrs-as-code/okrs/okr/diff"
)

// verdicts are two metrics, what the change of the one field does, and the stretch.
var verdicts = []struct {
	name, before, after, field string
	verdict                    diff.Verdict
	stretch                    string
}{
	{"increase lower", "unit: EUR, baseline: 0, target: 100", "unit: EUR, baseline: 0, target: 60", "target", diff.Eased, "0.4"},
	{"increase higher", "unit: EUR, baseline: 0, target: 100", "unit: EUR, baseline: 0, target: 150", "target", diff.Hardened, "-0.5"},
	{"increase named", "kind: increase, unit: EUR, baseline: 50, target: 100", "kind: increase, unit: EUR, baseline: 50, target: 75", "target", diff.Eased, "0.5"},
	{"decrease higher", "unit: ms, baseline: 520, target: 350", "unit: ms, baseline: 520, target: 400", "target", diff.Eased, "0.2941"},
	{"decrease lower", "unit: ms, baseline: 520, target: 350", "unit: ms, baseline: 520, target: 300", "target", diff.Hardened, "-0.2941"},
	{"decrease named", "kind: decrease, unit: ms, baseline: 520, target: 350", "kind: decrease, unit: ms, baseline: 520, target: 400", "target", diff.Eased, "0.2941"},
	{"turned round", "unit: ms, baseline: 500, target: 400", "unit: ms, baseline: 500, target: 600", "target", diff.Rescoped, "nil"},
	{"by less", "unit: EUR, baseline: 100, by: +20%", "unit: EUR, baseline: 100, by: +10%", "by", diff.Eased, "0.5"},
	{"by more downwards", "unit: EUR, baseline: 100, by: -20%", "unit: EUR, baseline: 100, by: -30%", "by", diff.Hardened, "-0.5"},
	{"by points", "unit: percent, baseline: 10, by: +5pp", "unit: percent, baseline: 10, by: +4pp", "by", diff.Eased, "0.2"},
	{"target to by", "unit: EUR, baseline: 100, target: 130", "unit: EUR, baseline: 100, by: +20%", "by", diff.Eased, "0.3333"},
	{"by to target", "unit: EUR, baseline: 100, by: +20%", "unit: EUR, baseline: 100, target: 130", "target", diff.Hardened, "-0.5"},
	{"at least lower", "kind: at_least, unit: percent, target: 99", "kind: at_least, unit: percent, target: 98", "target", diff.Eased, "nil"},
	{"at least with baseline", "kind: at_least, unit: percent, target: 99, baseline: 89", "kind: at_least, unit: percent, target: 98, baseline: 89", "target", diff.Eased, "0.1"},
	{"at most higher", "kind: at_most, unit: percent, target: 2", "kind: at_most, unit: percent, target: 3", "target", diff.Eased, "nil"},
	{"at most lower", "kind: at_most, unit: percent, target: 2, baseline: 4", "kind: at_most, unit: percent, target: 1, baseline: 4", "target", diff.Hardened, "-0.5"},
	{"fail_at further", "kind: at_least, unit: percent, target: 99, fail_at: 95", "kind: at_least, unit: percent, target: 99, fail_at: 90", "fail_at", diff.Eased, "nil"},
	{"fail_at nearer", "kind: at_most, unit: percent, target: 2, fail_at: 9", "kind: at_most, unit: percent, target: 2, fail_at: 5", "fail_at", diff.Hardened, "nil"},
	{"fail_at new", "kind: at_most, unit: percent, target: 2", "kind: at_most, unit: percent, target: 2, fail_at: 5", "fail_at", diff.Eased, "nil"},
	{"fail_at gone", "kind: at_least, unit: percent, target: 99, fail_at: 95", "kind: at_least, unit: percent, target: 99", "fail_at", diff.Hardened, "nil"},
	{"band wider below", "kind: between, unit: EUR, low: 30, high: 50", "kind: between, unit: EUR, low: 20, high: 50", "low", diff.Eased, "nil"},
	{"band wider above", "kind: between, unit: EUR, low: 30, high: 50, baseline: 70", "kind: between, unit: EUR, low: 30, high: 60, baseline: 70", "high", diff.Eased, "0.5"},
	{"band narrower", "kind: between, unit: EUR, low: 30, high: 50, baseline: 10", "kind: between, unit: EUR, low: 35, high: 50, baseline: 10", "low", diff.Hardened, "-0.25"},
	{"band shifted", "kind: between, unit: EUR, low: 30, high: 50", "kind: between, unit: EUR, low: 20, high: 40", "low", diff.Neutral, "nil"},
	{"band shifted, other end", "kind: between, unit: EUR, low: 30, high: 50", "kind: between, unit: EUR, low: 20, high: 40", "high", diff.Neutral, "nil"},
	{"tolerance more", "kind: between, unit: EUR, low: 30, high: 50, tolerance: 5", "kind: between, unit: EUR, low: 30, high: 50, tolerance: 6", "tolerance", diff.Eased, "nil"},
	{"tolerance gone", "kind: between, unit: EUR, low: 30, high: 50, tolerance: 5", "kind: between, unit: EUR, low: 30, high: 50", "tolerance", diff.Hardened, "nil"},
	{"threshold worst", "kind: at_least, unit: percent, target: 99", "kind: at_least, unit: percent, target: 99, threshold: worst", "threshold", diff.Hardened, "nil"},
	{"threshold held", "kind: at_least, unit: percent, target: 99, threshold: worst", "kind: at_least, unit: percent, target: 99, threshold: held_share", "threshold", diff.Eased, "nil"},
	{"threshold last and held", "kind: at_least, unit: percent, target: 99, threshold: last", "kind: at_least, unit: percent, target: 99, threshold: held_share", "threshold", diff.Neutral, "nil"},
	{"best of", "unit: EUR, baseline: 0, target: 100", "unit: EUR, baseline: 0, target: 100, aggregate: max", "aggregate", diff.Eased, "nil"},
	{"best of downwards", "unit: EUR, baseline: 100, target: 0, aggregate: mean", "unit: EUR, baseline: 100, target: 0, aggregate: max", "aggregate", diff.Hardened, "nil"},
	{"worst of downwards", "unit: EUR, baseline: 100, target: 0, aggregate: max", "unit: EUR, baseline: 100, target: 0, aggregate: min", "aggregate", diff.Eased, "nil"},
	{"sum", "unit: EUR, baseline: 0, target: 100", "unit: EUR, baseline: 0, target: 100, aggregate: sum", "aggregate", diff.Neutral, "nil"},
	{"baseline", "unit: EUR, baseline: 0, target: 100", "unit: EUR, baseline: 10, target: 100", "baseline", diff.BaselineRewritten, "nil"},
	{"unit", "unit: EUR, baseline: 0, target: 100", "unit: USD, baseline: 0, target: 100", "unit", diff.UnitChanged, "nil"},
	{"unit and target", "unit: EUR, baseline: 0, target: 100", "unit: USD, baseline: 0, target: 60", "target", diff.Neutral, "nil"},
	{"source", "unit: EUR, baseline: 0, target: 100, source: books", "unit: EUR, baseline: 0, target: 100, source: tills", "source", diff.Rescoped, "nil"},
	{"name", "unit: EUR, baseline: 0, target: 100, name: revenue", "unit: EUR, baseline: 0, target: 100, name: profit", "name", diff.Rescoped, "nil"},
	{"source named", "unit: EUR, baseline: 0, target: 100", "unit: EUR, baseline: 0, target: 100, source: tills", "source", diff.Neutral, "nil"},
	{"kind", "unit: percent, baseline: 10, target: 20", "kind: at_least, unit: percent, baseline: 10, target: 20", "kind", diff.Rescoped, "nil"},
	{"to milestone", "unit: percent, baseline: 10, target: 20", "kind: milestone", "kind", diff.Rescoped, "nil"},
	{"stage credit up", "kind: stages, stages: [{name: pilot, credit: 0.3}, {name: all, credit: 1}]", "kind: stages, stages: [{name: pilot, credit: 0.5}, {name: all, credit: 1}]", "stages", diff.Eased, "nil"},
	{"stage credit down", "kind: stages, stages: [{name: pilot, credit: 0.3}, {name: all, credit: 1}]", "kind: stages, stages: [{name: pilot, credit: 0.2}, {name: all, credit: 1}]", "stages", diff.Hardened, "nil"},
	{"last stage gone", "kind: stages, stages: [{name: pilot, credit: 0.3}, {name: all, credit: 1}]", "kind: stages, stages: [{name: pilot, credit: 1}]", "stages", diff.Eased, "nil"},
	{"one more rung", "kind: stages, stages: [{name: pilot, credit: 0.3}, {name: all, credit: 1}]", "kind: stages, stages: [{name: pilot, credit: 0.3}, {name: half, credit: 0.5}, {name: all, credit: 1}]", "stages", diff.Eased, "nil"},
	{"another end", "kind: stages, stages: [{name: pilot, credit: 0.3}, {name: all, credit: 1}]", "kind: stages, stages: [{name: pilot, credit: 0.3}, {name: most, credit: 1}]", "stages", diff.Neutral, "nil"},
	{"observable later", "kind: milestone, observable_on: 2026-04-10", "kind: milestone, observable_on: 2026-05-10", "observable_on", diff.Eased, "nil"},
	{"observable no more", "kind: milestone, observable_on: 2026-04-10", "kind: milestone", "observable_on", diff.Hardened, "nil"},
	{"phases", "unit: EUR, baseline: 0, target: 9, phases: [{date: 2026-02-01, expected: 0.3}]", "unit: EUR, baseline: 0, target: 9, phases: [{date: 2026-02-01, expected: 0.2}]", "phases", diff.Neutral, "nil"},
	{"domain", "unit: percent, baseline: 10, target: 20", "unit: percent, baseline: 10, target: 20, domain: {min: 0}", "domain", diff.Neutral, "nil"},
	{"measured", "unit: percent, baseline: 10, target: 20", "unit: percent, baseline: 10, target: 20, measured: monthly", "measured", diff.Neutral, "nil"},
	{"establish to increase", "kind: establish_baseline, unit: EUR, source: books", "unit: EUR, source: books, baseline: 1, target: 3", "kind", diff.Rescoped, "nil"},
}

func TestVerdicts(t *testing.T) {
	for _, v := range verdicts {
		t.Run(v.name, func(t *testing.T) {
			r := compare(t, one(v.before), one(v.after), "02-14")
			for _, c := range r.Changes {
				if c.Field == v.field {
					is(t, "verdict", c.Verdict, v.verdict)
					wantNumber(t, "stretch", c.Stretch, v.stretch)
					is(t, "late", c.Late, v.field != "domain")
					return
				}
			}
			t.Errorf("no change of %s in %v", v.field, lines(r))
		})
	}
}

func TestWhatIsOnlyWrittenDifferentlyIsNoChange(t *testing.T) {
	for _, v := range [][2]string{
		{"unit: percent, baseline: 10, target: 20", "unit: \"%\", baseline: 10.0, target: 2e1"},
		{"unit: EUR, baseline: 10, target: 20", "kind: increase, unit: EUR, target: 20, baseline: 10, aggregate: last"},
		{"unit: EUR, baseline: 100, target: 120", "unit: EUR, baseline: 100, by: +20%"},
		{"unit: ms, baseline: 10, target: 20, measured: weekly", "unit: MS, baseline: 10, target: 20"},
	} {
		wantLines(t, compare(t, one(v[0]), one(v[1]), "02-14"))
	}
	wantLines(t, compare(t, one("kind: at_least, unit: EUR, target: 3"), one("kind: at_least, unit: EUR, target: 3.0, threshold: last"), "02-14"))
	before := one("unit: EUR, baseline: 0, target: 1", "weight: 1", "initiatives: [one, two]")
	after := one("unit: EUR, baseline: 0, target: 1", "initiatives: [two, one]")
	wantLines(t, compare(t, before, after, "02-14"))
}

func TestMessages(t *testing.T) {
	for _, v := range []struct{ before, after, message string }{
		{"unit: ms, baseline: 520, target: 350", "unit: ms, baseline: 520, target: 400", "target 350 ms → 400 ms: eased, 29 % of the stretch given away"},
		{"unit: ms, baseline: 520, target: 350", "unit: ms, baseline: 520, target: 300", "target 350 ms → 300 ms: hardened, 29 % more stretch"},
		{"unit: percent, baseline: 0, target: 50", "unit: percent, baseline: 10, target: 50", "baseline 0 % → 10 %: lowers the score with the same readings"},
		{"unit: ms, baseline: 520, target: 350", "unit: ms, baseline: 600, target: 350", "baseline 520 ms → 600 ms: raises the score with the same readings"},
		{"unit: EUR, baseline: 0, target: 100", "unit: USD, baseline: 0, target: 100", "unit EUR → USD"},
		{"kind: at_least, unit: percent, target: 99", "kind: at_least, unit: percent, target: 99, fail_at: 95", "fail at added: 95 %: eased, coming close now earns a part"},
		{"kind: between, unit: EUR, low: 3, high: 9, baseline: 20", "kind: between, unit: EUR, low: 3, high: 9, baseline: 30", "baseline 20 EUR → 30 EUR: raises the score with the same readings"},
		{"kind: at_most, unit: EUR, target: 9, baseline: 20", "kind: at_most, unit: EUR, target: 9, baseline: 30", "baseline 20 EUR → 30 EUR: no score depends on it"},
		{"unit: EUR, baseline: 0, target: 1000", "unit: EUR, baseline: 0, target: 999", "target 1000 EUR → 999 EUR: eased, less than 1 % of the stretch given away"},
	} {
		r := compare(t, one(v.before), one(v.after), "02-14")
		if len(r.Changes) == 0 || r.Changes[0].Message != v.message {
			t.Errorf("%s → %s: %q, want %q", v.before, v.after, r.Changes[0].Message, v.message)
		}
	}
}

func TestBaselineNoteAgreesWithScores(t *testing.T) {
	for _, v := range [][2]string{
		{"unit: EUR, baseline: 0, target: 100", "unit: EUR, baseline: 10, target: 100"},
		{"unit: EUR, baseline: 20, target: 100", "unit: EUR, baseline: 10, target: 100"},
		{"unit: EUR, baseline: 200, target: 10", "unit: EUR, baseline: 100, target: 10"},
		{"unit: EUR, baseline: 100, target: 10", "unit: EUR, baseline: 150, target: 10"},
		{"kind: between, unit: EUR, low: 3, high: 9, baseline: 100", "kind: between, unit: EUR, low: 3, high: 9, baseline: 60"},
		{"kind: between, unit: EUR, low: 90, high: 99, baseline: 20", "kind: between, unit: EUR, low: 90, high: 99, baseline: 10"},
	} {
		reading := checkIns("02-01 50")
		r := compare(t, one(v[0], reading), one(v[1], reading), "02-14")
		word := "lowers the score with the same readings"
		if r.Total.Definition.Sign() > 0 {
			word = "raises the score with the same readings"
		}
		c := r.Changes[0]
		if got := c.Message[len(c.Message)-len(word):]; got != word {
			t.Errorf("%v: %q, and the score moved by %s", v, c.Message, r.Total.Definition)
		}
	}
}

func TestPlainFields(t *testing.T) {
	metric := "kind: at_least, unit: EUR, target: 100"
	for _, v := range []struct {
		before, after []string
		want, message string
	}{
		{nil, []string{"role: guardrail"}, "key_result re-scoped a/2026-Q1/o/k role", "role counting → guardrail: it now means something else"},
		{nil, []string{"starts: 2026-02-01"}, "key_result eased a/2026-Q1/o/k starts", "starts added: 2026-02-01: eased"},
		{[]string{"starts: 2026-02-10"}, []string{"starts: 2026-02-01"}, "key_result hardened a/2026-Q1/o/k starts", "starts 2026-02-10 → 2026-02-01: hardened"},
		{nil, []string{"indicator: leading"}, "key_result neutral a/2026-Q1/o/k indicator", "indicator added: leading"},
		{nil, []string{"initiatives: [Do it]"}, "key_result reworded a/2026-Q1/o/k initiatives", "initiatives written"},
		{[]string{"outcome: {reason: other, learned: Much}"}, []string{"outcome: {reason: other, learned: More}"}, "key_result reworded a/2026-Q1/o/k outcome", "outcome reworded"},
		{nil, []string{"cancelled: {date: 2026-02-10, reason: The market went}"}, "key_result cancelled a/2026-Q1/o/k cancelled", "the key result was stopped on 2026-02-10"},
		{[]string{"cancelled: {date: 2026-02-10, reason: The market went}"}, nil, "key_result added a/2026-Q1/o/k cancelled", "the key result was taken up again; it had been stopped on 2026-02-10"},
		{[]string{"cancelled: {date: 2026-02-10, reason: A}"}, []string{"cancelled: {date: 2026-02-10, reason: B}"}, "key_result reworded a/2026-Q1/o/k cancelled", "cancelled reworded"},
		{[]string{"title: One"}, []string{"title: Two"}, "key_result reworded a/2026-Q1/o/k title", "title reworded"},
		{nil, []string{"shared_with: [b]"}, "link re-aligned a/2026-Q1/o/k shared_with", "now shared with b"},
		{nil, []string{"depends_on: [{outside: the bank, needed_by: 2026-02-02}]"}, "link re-aligned a/2026-Q1/o/k depends_on", "now depends on outside: the bank (needed by 2026-02-02)"},
		{[]string{"depends_on: [b/2026-Q1]"}, []string{"depends_on: [c/2026-Q1]"}, "link re-aligned a/2026-Q1/o/k depends_on", "now depends on c/2026-Q1; no longer depends on b/2026-Q1"},
	} {
		r := compare(t, one(metric, v.before...), one(metric, v.after...), "02-14")
		wantLines(t, r, v.want)
		if len(r.Changes) > 0 {
			is(t, "message", r.Changes[0].Message, v.message)
		}
	}
}

func TestCheckIns(t *testing.T) {
	metric := "unit: ms, baseline: 900, target: 300"
	before := one(metric, "check_ins: [{date: 2026-01-20, value: 800}, {date: 2026-02-01, value: 780, confidence: 5, note: One}, {date: 2026-02-08, value: 700}]")
	after := one(metric, "check_ins: [{date: 2026-02-03, value: 760}, {date: 2026-02-08, value: 650}, {date: 2026-02-01, value: 780.0, confidence: 5, note: Two}, {date: 2026-02-10, confidence: 7}]")
	r := compare(t, before, after, "02-14")
	k := "a/2026-Q1/o/k check_ins"
	wantLines(t, r, "check_in dropped "+k, "check_in checked-in "+k, "check_in checked-in "+k, "check_in reworded "+k, "check_in checked-in "+k)
	messages := map[string]bool{}
	for _, c := range r.Changes {
		messages[c.Message] = true
	}
	for _, m := range []string{
		"the check-in of 2026-01-20 is gone: 800 ms",
		"check-in of 2026-02-03: 760 ms, entered after later ones",
		"a past reading was rewritten: that of 2026-02-08, 700 ms → 650 ms",
		"the note of the check-in of 2026-02-01 reworded",
		"check-in of 2026-02-10: confidence 7",
	} {
		if !messages[m] {
			t.Errorf("nothing says %q in %v", m, messages)
		}
	}
}
