package metric

import (
	"strings"
	"testing"
)

var definitionsToCheck = []struct{ define, want, message, hint string }{
	{"-", "no-baseline:baseline no-number:target", "it is never assumed to be 0", "kind: establish_baseline"},
	{"- target=10", "no-baseline:baseline", "the baseline is missing", "baseline: 0"},
	{"- baseline=10", "no-number:target", "the target is missing", "by:"},
	{"- by=+20%", "no-baseline:baseline", "", ""},
	{"- baseline=10 target=10", "target-equals-baseline:target", "baseline and target are both 10", "kind: at_least"},
	{"- baseline=10 by=+0%", "target-equals-baseline:by", "by +0% of a baseline of 10 changes nothing", "target"},
	{"- baseline=0 by=+20%", "target-equals-baseline:by", "by +20% of a baseline of 0 changes nothing", "target"},
	{"increase baseline=20 target=10", "wrong-direction:target", "the kind is increase, but from 20 to 10 goes down", "kind: decrease"},
	{"decrease baseline=10 target=20", "wrong-direction:target", "the kind is decrease, but from 10 to 20 goes up", "kind: increase"},
	{"increase baseline=10 by=-5%", "wrong-direction:by", "from 10 to 9.5 goes down", "Write kind: decrease, or write by: +5%."},
	{"increase baseline=200 target=250 by=+20%", "schema:by", "target says 250 and by +20% says 240", "Keep one"},
	{"increase baseline=200 target=240 by=+20%", "", "", ""},
	{"increase baseline=0.2 by=+5pp unit=share", "schema:by", "a share runs from 0 to 1", "target: 0.25"},
	{"increase baseline=50 target=140 unit=percent", "value-out-of-domain:target", `target 140 is outside what "percent" can be, from 0 to 100`, "domain:"},
	{"increase baseline=50 target=140 unit=percent max=200", "", "", ""},
	{"increase baseline=50 target=240 unit=percent max=200", "value-out-of-domain:target", "target 240 is outside this metric's domain, up to 200", "240"},
	{"increase baseline=90 by=+50% unit=percent", "value-out-of-domain:by", "by 135 is outside", ""},
	{"increase baseline=-1 target=3 unit=days", "value-out-of-domain:baseline", "baseline -1", ""},
	{"increase baseline=1 target=3 min=5 max=0", "schema:domain", "its min 5 is above its max 0", "Swap"},
	{"increase baseline=1 target=3 min=5 max=5", "value-out-of-domain:baseline value-out-of-domain:target", "baseline 1", ""},
	{"at_least", "no-number:target", "", "Write target: with a number."},
	{"at_least target=95 fail_at=96", "wrong-direction:fail_at", "fail_at 96 lies on the good side of at_least 95", "below the target"},
	{"at_least target=95 fail_at=95", "schema:fail_at", "fail_at and target are both 95", ""},
	{"at_most target=95 fail_at=94", "wrong-direction:fail_at", "fail_at 94 lies on the good side of at_most 95", "above the target"},
	{"at_most target=95 baseline=95", "", "", ""},
	{"at_most target=99 unit=%  fail_at=101", "value-out-of-domain:fail_at", "", ""},
	{"at_most target=1 threshold=wurst", "schema:threshold", `"wurst" is not a value of threshold`, "Did you mean worst?"},
	{"at_most target=1 aggregate=average", "schema:aggregate", `"average" is not a value of aggregate`, "last, sum, mean, max or min"},
	{"between low=50 high=30", "schema:low", "low 50 is above high 30", "Swap"},
	{"between low=30 high=30", "", "", ""},
	{"between low=30", "no-number:high", "the high is missing", ""},
	{"between low=30 high=50 tolerance=0", "schema:tolerance", "tolerance 0 is not above 0", ""},
	{"between low=30 high=50 tolerance=-1", "schema:tolerance", "tolerance -1 is not above 0", ""},
	{"between low=30 high=150 unit=%", "value-out-of-domain:high", "high 150", ""},
	{"milestone aggregate=max", "schema:aggregate", `there is no "max" of that`, "Delete aggregate"},
	{"milestone target=1", "schema:target", "target means nothing for kind milestone", "increase, decrease, at_least or at_most"},
	{"milestone target=500 unit=%", "schema:target", "", ""},
	{"increase baseline=1 target=2 tolerance=3 threshold=worst", "schema:tolerance schema:threshold", "tolerance means nothing for kind increase", "between"},
	{"stages", "schema:stages", "the stages are missing", "credit from 0 to 1"},
	{"stages stages=a:0.3,b:0.3", "schema:stages", `stage "b" has credit 0.3, no more than the 0.3 of "a" before it`, "Order"},
	{"stages stages=a:0.7,b:0.3", "schema:stages", `stage "b" has credit 0.3, no more than the 0.7 of "a" before it`, "Order"},
	{"stages stages=a:0.3,a:0.7", "schema:stages", `two stages are named "a"`, "name of its own"},
	{"stages stages=none:0.3", "schema:stages", "none is not free", "another name"},
	{"stages stages=:0.3", "schema:stages", "a stage has no name", "visible"},
	{"stages stages=a:-0.1,b:1.1", "schema:stages schema:stages", `the credit -0.1 of stage "a" is outside 0 to 1`, "0.3"},
	{"stages stages=a:1 aggregate=mean", "schema:aggregate", `no aggregate "mean"`, "aggregate: max"},
	{"establish_baseline", "", "", ""},
	{"incraese baseline=1 target=2", "schema:kind", `"incraese" is not a kind of measure`, "Did you mean increase?"},
	{"okr baseline=1 target=2", "schema:kind", `"okr" is not a kind of measure`, "The kinds are increase, decrease, at_least"},
	{"- low=1 high=2", "schema:kind", "they know no low", "Write kind: between."},
	{"- target=1 fail_at=2", "schema:kind", "they know no fail_at", "Write kind: at_least or at_most."},
	{"- stages=a:1", "schema:kind", "they know no stages", "Write kind: stages."},
}

func TestCheck(t *testing.T) {
	for _, test := range definitionsToCheck {
		problems := Check(define(t, test.define))
		if got := ids(problems); got != test.want {
			t.Errorf("%s: problems %q, want %q", test.define, got, test.want)
			continue
		}
		for i, problem := range problems {
			if problem.Message == "" || problem.Hint == "" {
				t.Errorf("%s: %+v", test.define, problem)
			}
			if i == 0 && (!strings.Contains(problem.Message, test.message) || !strings.Contains(problem.Hint, test.hint)) {
				t.Errorf("%s:\n  %s\n  %s", test.define, problem.Message, problem.Hint)
			}
		}
	}
}

// A field that belongs to another kind is a mistake, but it takes no score away.
func TestForeignFieldsLeaveTheScore(t *testing.T) {
	d := define(t, "increase baseline=0 target=10 unit=percent high=500")
	if got := ids(Check(d)); got != "schema:high" {
		t.Fatalf("problems %q", got)
	}
	checkOutcome(t, vector{raw: "0.5", score: "0.5"}, Score(d, Policy{}, readings(t, "5")))
}

func TestResolve(t *testing.T) {
	for text, want := range map[string]string{
		"- baseline=1 target=2":           "increase",
		"- baseline=2 target=1":           "decrease",
		"- baseline=2 target=2":           "",
		"- target=2":                      "",
		"- baseline=2":                    "",
		"- by=+5%":                        "increase",
		"- baseline=2 by=-0.1pp":          "decrease",
		"- baseline=-2 by=+5%":            "increase",
		"- by=+0%":                        "",
		"- baseline=2 target=1 by=+5%":    "decrease",
		"at_most baseline=1 target=2":     "at_most",
		"At_Most target=2":                "",
		"decrease baseline=1 target=2":    "decrease",
		"establish_baseline":              "establish_baseline",
		"range low=1 high=2":              "",
		"stages stages=pilot:0.3,all:1.0": "stages",
	} {
		kind, ok := Resolve(define(t, text))
		if kind.Name != want || ok != (want != "") {
			t.Errorf("%s is %q %v, want %q", text, kind.Name, ok, want)
		}
	}
}

func TestResolvedTarget(t *testing.T) {
	for text, want := range map[string]string{
		"increase baseline=200 by=+20%":            "240",
		"increase baseline=200 target=250":         "250",
		"increase baseline=200 target=250 by=+20%": "250",
		"increase by=+20%":                         "unknown",
		"increase baseline=200":                    "unknown",
	} {
		if got := show(define(t, text).ResolvedTarget()); got != want {
			t.Errorf("%s: target %s, want %s", text, got, want)
		}
	}
}

func TestCheckReading(t *testing.T) {
	number := func(text string) Reading { return Reading{Number: pointer(t, text)} }
	yes := Reading{Done: new(true)}
	for _, test := range []struct {
		define  string
		reading Reading
		want    string // id, or empty
		message string
		hint    string
	}{
		{"milestone", yes, "", "", ""},
		{"milestone", Reading{}, "", "", ""},
		{"milestone", number("60"), IDSchema, "60 is a number, and a milestone is reached or not: there is no partial credit", "value: true"},
		{"milestone", Reading{Text: "done"}, IDSchema, `"done" is text, where true or false is expected`, "value: true"},
		{"stages stages=pilot:0.3,half:0.7", Reading{Text: "half"}, "", "", ""},
		{"stages stages=pilot:0.3,half:0.7", Reading{Text: "none"}, "", "", ""},
		{"stages stages=pilot:0.3,half:0.7", Reading{Text: "Pilott"}, IDSchema, `"Pilott" is not a stage`, `Did you mean "pilot"? The stages are "pilot", "half"`},
		{"stages stages=pilot:0.3,half:0.7", Reading{Text: "xyz"}, IDSchema, `"xyz" is not a stage`, `The stages are "pilot", "half"`},
		{"stages stages=pilot:0.3,half:0.7", number("0.3"), IDSchema, "0.3 is a number, where the name of a stage is expected", "pilot"},
		{"stages stages=pilot:0.3,half:0.7", yes, IDSchema, "true is a yes or no, where the name", "pilot"},
		{"increase baseline=1 target=2", number("-5"), "", "", ""},
		{"increase baseline=1 target=2 unit=count", number("-5"), IDValueOutOfDomain, `value -5 is outside what "count" can be, from 0`, "domain:"},
		{"increase baseline=1 target=2 unit=%", number("100"), "", "", ""},
		{"increase baseline=1 target=2 unit=%", number("100.1"), IDValueOutOfDomain, "value 100.1 is outside", "100.1"},
		{"increase baseline=1 target=2", yes, IDSchema, "true is a yes or no, where a number is measured", "milestone"},
		{"increase baseline=1 target=2", Reading{Done: new(false)}, IDSchema, "false is a yes or no", "milestone"},
		{"increase baseline=1 target=2", Reading{Text: "400 ms"}, IDSchema, `"400 ms" has its unit in it: write 400`, "number"},
		{"increase baseline=1 target=2", Reading{Text: "400"}, IDSchema, `"400" is a number written as text`, "value: 400 without quotes"},
		{"establish_baseline unit=days", number("-1"), IDValueOutOfDomain, "value -1", ""},
		{"- target=5", Reading{Text: "x"}, IDSchema, `"x" is not a number`, "number"},
		{"- target=5 unit=%", number("101"), IDValueOutOfDomain, "value 101", ""},
		{"unheard-of", Reading{Text: "x"}, "", "", ""},
	} {
		problem := CheckReading(define(t, test.define), test.reading)
		switch {
		case problem == nil && test.want == "":
		case problem == nil || problem.ID != test.want || problem.Field != "value" ||
			!strings.Contains(problem.Message, test.message) || !strings.Contains(problem.Hint, test.hint):
			t.Errorf("%s: %+v", test.define, problem)
		}
	}
}

func TestDomains(t *testing.T) {
	for unit, want := range map[string]string{
		"%": "from 0 to 100", "percent": "from 0 to 100", "Percent": "from 0 to 100", "share": "from 0 to 1",
		"NPS": "from -100 to 100", "nps": "from -100 to 100", "count": "from 0", "counts": "from 0", "ms": "from 0", "s": "from 0",
		"second": "from 0", "minutes": "from 0", "h": "from 0", "Days": "from 0", "weeks": "from 0", "month": "from 0", "years": "from 0",
		"EUR": "any number", "": "any number", "points": "any number", "sessions": "any number", "percent_change": "any number",
	} {
		if got := DomainOf(unit, Domain{}).String(); got != want {
			t.Errorf("%q: %s, want %s", unit, got, want)
		}
	}
	if got := DomainOf("percent", Domain{Max: new(Int(200))}).String(); got != "up to 200" {
		t.Errorf("a domain of its own is %s", got)
	}
	for pair, want := range map[string]bool{"% percent": true, "percent %": true, "EUR eur": true, "ms s": false, "% share": false} {
		a, b, _ := strings.Cut(pair, " ")
		if SameUnit(a, b) != want {
			t.Errorf("%s and %s are the same: %v", a, b, !want)
		}
	}
}

func TestNearest(t *testing.T) {
	names := []string{"increase", "decrease", "at_least", "at_most", "none", strings.Repeat("x", 5000)}
	for word, want := range map[string]string{
		"incraese": "increase", "Increase": "increase", "decreas": "decrease", "at-most": "at_most", "atleast": "at_least",
		"nnoe": "none", "range": "", "": "", strings.Repeat("x", 4999): "",
	} {
		if got, ok := nearest(word, names); got != want || ok != (want != "") {
			t.Errorf("%.20q: %q, want %q", word, got, want)
		}
	}
}
