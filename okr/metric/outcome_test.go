package metric

import (
	"strings"
	"testing"
)

func TestThresholds(t *testing.T) {
	for _, test := range []struct {
		define, readings string
		policy           Policy
		raw, score       string
		held             string // "2/3" readings, holds now
		current          string
	}{
		{"at_least target=95", "94 95 96", Policy{}, "1", "1", "2/3 holds", "96"},
		{"at_least target=95", "96 94", Policy{}, "0", "0", "1/2 broken", "94"},
		{"at_least target=95", "96 94", Policy{Threshold: ThresholdHeldShare}, "1/2", "1/2", "1/2 broken", "94"},
		{"at_least target=95", "94 96", Policy{Threshold: ThresholdWorst}, "0", "0", "1/2 holds", "96"},
		{"at_least target=95 threshold=last", "94 96", Policy{Threshold: ThresholdWorst}, "1", "1", "1/2 holds", "96"},
		{"at_least target=99.9 fail_at=99 threshold=worst", "99.9 99.45 99.6", Policy{}, "1/2", "1/2", "1/3 broken", "99.6"},
		{"at_least target=99.9 fail_at=99", "98.1", Policy{}, "-1", "0", "0/1 broken", "98.1"},
		{"at_least target=95", "95", Policy{Strict: true}, "0", "0", "0/1 broken", "95"},
		{"at_most target=25", "25", Policy{Strict: true}, "0", "0", "0/1 broken", "25"},
		{"at_most target=25", "24.9", Policy{Strict: true}, "1", "1", "1/1 holds", "24.9"},
		{"at_least target=99.9 fail_at=99", "99.9", Policy{Strict: true}, "1", "1", "0/1 broken", "99.9"},
		{"between low=30 high=50", "30", Policy{Strict: true}, "0", "0", "0/1 broken", "30"},
		{"between low=30 high=50", "31", Policy{Strict: true}, "1", "1", "1/1 holds", "31"},
		{"between low=30 high=50", "50", Policy{Strict: true}, "0", "0", "0/1 broken", "50"},
		{"between low=30 high=50 baseline=60", "50", Policy{Strict: true}, "1", "1", "0/1 broken", "50"},
		{"between low=30 high=50 baseline=50", "50", Policy{Strict: true}, "0", "0", "0/1 broken", "50"},
		{"between low=30 high=50 baseline=60 tolerance=10", "25", Policy{}, "1/2", "1/2", "0/1 broken", "25"},
		{"between low=30 high=50 baseline=60 tolerance=100", "55", Policy{}, "1/2", "1/2", "0/1 broken", "55"},
		{"between low=30 high=50 baseline=50 tolerance=10", "55", Policy{}, "1/2", "1/2", "0/1 broken", "55"},
		{"between low=30 high=50 baseline=30 tolerance=10", "25", Policy{}, "1/2", "1/2", "0/1 broken", "25"},
		{"between low=30 high=50 baseline=10", "20", Policy{}, "1/2", "1/2", "0/1 broken", "20"},
		{"between low=30 high=50 baseline=40", "55", Policy{}, "0", "0", "0/1 broken", "55"},
		{"between low=30 high=50 tolerance=10 threshold=worst", "40 62 25", Policy{}, "-1/5", "0", "1/3 broken", "25"},
		{"at_most target=60 aggregate=sum", "20 25 30", Policy{}, "0", "0", "2/3 broken", "75"},
		{"at_most target=60 aggregate=sum threshold=held_share", "20 25 30", Policy{}, "2/3", "2/3", "2/3 broken", "75"},
		{"at_least target=94 aggregate=mean", "90 94 98", Policy{}, "1", "1", "2/3 holds", "94"},
		{"at_least target=95", "90", Policy{CountOvershoot: true}, "0", "0", "0/1 broken", "90"},
		{"at_most target=1 fail_at=2", "0.8", Policy{CountOvershoot: true}, "6/5", "1", "1/1 holds", "0.8"},
	} {
		out := Score(define(t, test.define), test.policy, readings(t, test.readings))
		checkOutcome(t, vector{raw: test.raw, score: test.score}, out)
		held := show(new(Int(int64(out.Held)))) + "/" + show(new(Int(int64(out.Of)))) + " broken"
		if *out.Holds {
			held = strings.Replace(held, "broken", "holds", 1)
		}
		if held != test.held {
			t.Errorf("%s of %s: %s, want %s", test.define, test.readings, held, test.held)
		}
		same(t, "current", *out.Current.Number, test.current)
	}
}

func TestHeldAndOfV39(t *testing.T) {
	out := Score(define(t, "between low=4 high=5"), Policy{}, readings(t, "4 5 4.5 3 4.2 4.8 6 4.1 3.9 4.4 4.6 5.1 4.9"))
	if out.Held != 9 || out.Of != 13 || !*out.Holds {
		t.Errorf("held in %d of %d, holds now: %v", out.Held, out.Of, *out.Holds)
	}
}

func TestOvershoot(t *testing.T) {
	policy := Policy{CountOvershoot: true}
	for _, test := range []struct{ define, readings, score string }{
		{"increase baseline=0 target=100", "200", "2"},
		{"decrease baseline=100 target=60", "50", "5/4"},
		{"increase baseline=0 target=100", "-50", "0"},
		{"increase baseline=0 target=100", "50", "1/2"},
	} {
		if got := show(Score(define(t, test.define), policy, readings(t, test.readings)).Score); got != test.score {
			t.Errorf("%s at %s: %s, want %s", test.define, test.readings, got, test.score)
		}
	}
}

func TestAggregates(t *testing.T) {
	for aggregate, want := range map[string]string{"": "20", "last": "20", "sum": "50", "mean": "50/3", "max": "20", "min": "12"} {
		d := define(t, "increase baseline=0 target=100 aggregate="+aggregate)
		out := Score(d, Policy{}, readings(t, "12 18 20"))
		same(t, "current by "+aggregate, *out.Current.Number, want)
	}
	mixed := []Reading{{Number: new(Int(7))}, {}, {Number: new(Int(3))}, {}}
	out := Score(define(t, "increase baseline=0 target=10"), Policy{}, mixed)
	same(t, "current beside empty check-ins", *out.Current.Number, "3")
	if term := Explain(define(t, "increase baseline=0 target=10"), Policy{}, mixed)[0].Terms[0]; term.Name != "current" || term.Reading != 2 {
		t.Errorf("the current value comes from reading %d", term.Reading)
	}
}

func TestStagesAndMilestones(t *testing.T) {
	stages := "stages stages=pilot:0.3,half:0.7,all:1"
	for _, test := range []struct{ define, words, score, current string }{
		{stages, "pilot half", "7/10", "half"},
		{stages, "half pilot", "3/10", "pilot"},
		{stages, "half none", "0", "none"},
		{stages + " aggregate=max", "pilot half pilot none", "7/10", "half"},
		{stages + " aggregate=max", "none none", "0", "none"},
		{stages + " aggregate=last", "half pilot", "3/10", "pilot"},
		{"milestone", "true false", "0", "false"},
		{"milestone", "false true", "1", "true"},
	} {
		d := define(t, test.define)
		var list []Reading
		for word := range strings.FieldsSeq(test.words) {
			if d.Kind == "milestone" {
				list = append(list, Reading{Done: new(word == "true")}, Reading{})
			} else {
				list = append(list, Reading{Text: word}, Reading{})
			}
		}
		out := Score(d, Policy{CountOvershoot: true}, list)
		current := out.Current.Text
		if d.Kind == "milestone" {
			current = yesNo(*out.Current.Done)
		}
		if show(out.Score) != test.score || current != test.current || show(out.Raw) != test.score || out.Holds != nil {
			t.Errorf("%s after %s: %s, now %s", test.define, test.words, show(out.Score), current)
		}
	}
}

func TestEstablishBaselineNeedsItsSource(t *testing.T) {
	for _, source := range []string{"", "  "} {
		out := Score(Definition{Kind: "establish_baseline", Source: source}, Policy{}, readings(t, "5"))
		checkOutcome(t, vector{raw: "0", score: "0"}, out)
	}
}

// One impossible reading makes the whole score unknown, wherever it stands.
func TestImpossibleReadings(t *testing.T) {
	d := define(t, "increase baseline=0 target=50 unit=percent")
	out := Score(d, Policy{}, readings(t, "10 140 20"))
	checkOutcome(t, vector{problem: "value-out-of-domain:value"}, out)
	if out.Current != nil || len(Explain(d, Policy{}, readings(t, "10 140 20"))) > 0 {
		t.Errorf("something is computed: %+v", out)
	}
	checkOutcome(t, vector{problem: "schema:kind"}, Score(Definition{Kind: "rise"}, Policy{}, readings(t, "10")))
}

func TestSteps(t *testing.T) {
	for _, test := range []struct {
		define, readings string
		want             []string
	}{
		{"- baseline=520 target=350", "435", []string{"raw: (435 − 520) / (350 − 520) = 0.5"}},
		{"- baseline=40 target=55", "48", []string{"raw: (48 − 40) / (55 − 40) ≈ 0.533333"}},
		{"- baseline=-20 target=10", "-5", []string{"raw: (-5 − (-20)) / (10 − (-20)) = 0.5"}},
		{"- baseline=40 target=80", "90", []string{"raw: (90 − 40) / (80 − 40) = 1.25", "score: min(1.25, 1) = 1 (overshoot is shown, not counted)"}},
		{"- baseline=40 target=80", "30", []string{"raw: (30 − 40) / (80 − 40) = -0.25", "score: max(-0.25, 0) = 0 (a loss counts as 0)"}},
		{"- baseline=-50 by=+20%", "-45", []string{"target: -50 + |-50| × 20 / 100 = -40 (by +20%)", "raw: (-45 − (-50)) / (-40 − (-50)) = 0.5"}},
		{"- baseline=2 by=-0.5pp unit=%", "1.75", []string{"target: 2 + (-0.5) = 1.5 (by -0.5pp)", "raw: (1.75 − 2) / (1.5 − 2) = 0.5"}},
		{"- baseline=0 target=100 aggregate=sum", "12 18 20", []string{"current: 12 + 18 + 20 = 50 (3 readings)", "raw: (50 − 0) / (100 − 0) = 0.5"}},
		{"at_least target=94 aggregate=mean", "90 94 98", []string{"current: (90 + 94 + 98) / 3 = 94 (3 readings)", "raw: 94 ≥ 94 holds: 1"}},
		{"at_most target=5 aggregate=max", "9", []string{"current: max(9) = 9 (1 reading)", "raw: 9 ≤ 5 does not hold: 0"}},
		{"at_least target=5 aggregate=min", "9 3", []string{"current: min(9, 3) = 3 (2 readings)", "raw: 3 ≥ 5 does not hold: 0"}},
		{"- baseline=0 target=26 aggregate=sum", "1 1 1 1 1 1 1 1 1 1 1 1 1", []string{"current: sum of readings = 13 (13 readings)", "raw: (13 − 0) / (26 − 0) = 0.5"}},
		{"at_most target=1 fail_at=2", "1.35", []string{"raw: (1.35 − 2) / (1 − 2) = 0.65"}},
		{"at_least target=95 threshold=held_share", "95 94 96", []string{"raw: 2 / 3 ≈ 0.666667 (the share of readings in which the bound held)"}},
		{"at_least target=95 threshold=worst", "95 94 96", []string{"raw: 94 ≥ 95 does not hold: 0 (the worst of 3)"}},
		{"between low=30 high=50", "40", []string{"raw: 30 ≤ 40 ≤ 50 holds: 1"}},
		{"between low=30 high=50 tolerance=10", "55", []string{"raw: 1 − (55 − 50) / 10 = 0.5"}},
		{"between low=30 high=50 tolerance=10", "25", []string{"raw: 1 − (30 − 25) / 10 = 0.5"}},
		{"between low=30 high=50 baseline=60", "55", []string{"raw: (55 − 60) / (50 − 60) = 0.5"}},
		{"establish_baseline source=x", "12.5", []string{"raw: 1 (measured, and the source is named)"}},
		{"establish_baseline aggregate=sum", "1 2", []string{"current: 1 + 2 = 3 (2 readings)", "raw: 0 (measured, but no source is named)"}},
	} {
		checkSteps(t, Explain(define(t, test.define), Policy{}, readings(t, test.readings)), test.want)
	}
	strict := Policy{Strict: true}
	checkSteps(t, Explain(define(t, "at_most target=25"), strict, readings(t, "25")), []string{"raw: 25 < 25 does not hold: 0"})
	checkSteps(t, Explain(define(t, "at_least target=25"), strict, readings(t, "26")), []string{"raw: 26 > 25 holds: 1"})
	checkSteps(t, Explain(define(t, "between low=1 high=3"), strict, readings(t, "2")), []string{"raw: 1 < 2 < 3 holds: 1"})
	stages := define(t, "stages stages=current:0.3,all:1")
	checkSteps(t, Explain(stages, Policy{}, []Reading{{Text: "current"}}), []string{`raw: 0.3 (stage "current")`})
	checkSteps(t, Explain(stages, Policy{}, []Reading{{Text: "none"}}), []string{"raw: 0 (no stage reached)"})
	checkSteps(t, Explain(Definition{Kind: "milestone"}, Policy{}, []Reading{{Done: new(true)}}), []string{"raw: 1 (reached)"})
	checkSteps(t, Explain(Definition{Kind: "milestone"}, Policy{}, []Reading{{Done: new(false)}}), []string{"raw: 0 (not reached)"})
}

func checkSteps(t *testing.T, steps []Step, want []string) {
	t.Helper()
	var got []string
	for _, step := range steps {
		got = append(got, step.String())
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("steps\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}
