package metric

import (
	"fmt"
	"testing"
)

// vector is one line of the scoring canon: a definition, its readings, and what
// they make, exactly. An empty raw is not compared; an empty score is unknown.
type vector struct {
	id       string
	define   string
	readings string
	raw      string
	score    string
	problem  string
}

var numberVectors = []vector{
	// A. Increase
	{id: "V01", define: "increase baseline=0 target=100", readings: "70", raw: "0.7", score: "0.7"},
	{id: "V02", define: "increase baseline=10 target=20", readings: "15", raw: "0.5", score: "0.5"},
	{id: "V03", define: "increase baseline=42 target=60 unit=NPS", readings: "51", raw: "0.5", score: "0.5"},
	{id: "V04", define: "increase baseline=0 target=10", readings: "5.9", raw: "0.59", score: "0.59"},
	{id: "V05", define: "increase baseline=63 target=70", readings: "63", raw: "0", score: "0"},
	{id: "V06", define: "increase baseline=40 target=80", readings: "90", raw: "1.25", score: "1"},
	{id: "V07", define: "increase baseline=40 target=80", readings: "30", raw: "-0.25", score: "0"},
	{id: "V08", define: "increase baseline=0 target=100", readings: "200", raw: "2", score: "1"},
	{id: "V09", define: "increase baseline=99.85 target=99.95 unit=percent", readings: "99.91", raw: "0.6", score: "0.6"},
	{id: "V10", define: "increase baseline=-20 target=10", readings: "-5", raw: "0.5", score: "0.5"},
	{id: "V11", define: "increase baseline=-10 target=-2", readings: "-4", raw: "0.75", score: "0.75"},
	{id: "V12", define: "increase baseline=20e6 target=40e6 unit=EUR", readings: "33e6", raw: "0.65", score: "0.65"},
	{id: "V13", define: "increase baseline=40 target=55", readings: "48", raw: "8/15", score: "8/15"},
	{id: "V14", define: "increase baseline=35 target=50", readings: "42", raw: "7/15", score: "7/15"},
	// B. Decrease
	{id: "V15", define: "decrease baseline=14 target=3 unit=days", readings: "8.5", raw: "0.5", score: "0.5"},
	{id: "V16", define: "decrease baseline=14 target=3 unit=days", readings: "3", raw: "1", score: "1"},
	{id: "V17", define: "decrease baseline=14 target=3 unit=days", readings: "14", raw: "0", score: "0"},
	{id: "V18", define: "decrease baseline=14 target=3 unit=days", readings: "16", raw: "-2/11", score: "0"},
	{id: "V19", define: "decrease baseline=14 target=3 unit=days", readings: "2", raw: "12/11", score: "1"},
	{id: "V20", define: "decrease baseline=100 target=60", readings: "80", raw: "0.5", score: "0.5"},
	{id: "V21", define: "decrease baseline=100 target=60", readings: "70", raw: "0.75", score: "0.75"},
	{id: "V22", define: "decrease baseline=100 target=60", readings: "50", raw: "1.25", score: "1"},
	{id: "V23", define: "decrease baseline=10 target=0", readings: "7", raw: "0.3", score: "0.3"},
	{id: "V24", define: "decrease baseline=10 target=0 unit=count", readings: "-10", problem: "value-out-of-domain:value"},
	{id: "V25", define: "decrease baseline=50 target=10 unit=count", readings: "18", raw: "0.8", score: "0.8"},
	{id: "V26", define: "decrease baseline=300 target=150 unit=ms", readings: "195", raw: "0.7", score: "0.7"},
	{id: "V27", define: "decrease baseline=12 target=3 unit=count", readings: "7", raw: "5/9", score: "5/9"},
	{id: "V28", define: "decrease baseline=10 target=5", readings: "7", raw: "0.6", score: "0.6"},
	{id: "V29", define: "decrease baseline=450000 target=350000 unit=EUR", readings: "375000", raw: "0.75", score: "0.75"},
	// C. Thresholds
	{id: "V30", define: "at_least target=95 unit=%", readings: "95", raw: "1", score: "1"},
	{id: "V31", define: "at_least target=99.9 unit=%", readings: "99.95", raw: "1", score: "1"},
	{id: "V32", define: "at_least target=99.9 unit=%", readings: "99.89", raw: "0", score: "0"},
	{id: "V33", define: "at_least target=99.9 fail_at=99.0 unit=%", readings: "99.45", raw: "0.5", score: "0.5"},
	{id: "V34", define: "at_most target=25", readings: "25", raw: "1", score: "1"},
	{id: "V35", define: "at_most target=25", readings: "24.9", raw: "1", score: "1"},
	{id: "V36", define: "at_most target=25", readings: "26", raw: "0", score: "0"},
	{id: "V37", define: "at_most target=1.00 fail_at=2.00", readings: "1.35", raw: "0.65", score: "0.65"},
	{id: "V38", define: "at_most target=1.00 fail_at=2.00", readings: "0.80", raw: "1.2", score: "1"},
	{id: "V39", define: "between low=4 high=5 threshold=held_share", readings: "4 5 4.5 3 4.2 4.8 6 4.1 3.9 4.4 4.6 5.1 4.9", raw: "9/13", score: "9/13"},
	{id: "V40", define: "at_least target=95 threshold=held_share", readings: "95 96 94 97", raw: "0.75", score: "0.75"},
	{id: "V41", define: "at_least baseline=95 target=95", readings: "95", raw: "1", score: "1"},
	// D. Ranges
	{id: "V42", define: "between low=30 high=50", readings: "40", raw: "1", score: "1"},
	{id: "V43", define: "between low=30 high=50", readings: "50", raw: "1", score: "1"},
	{id: "V44", define: "between low=30 high=50 baseline=60", readings: "55", raw: "0.5", score: "0.5"},
	{id: "V45", define: "between low=30 high=50 baseline=60", readings: "60", raw: "0", score: "0"},
	{id: "V46", define: "between low=30 high=50 baseline=60", readings: "65", raw: "-0.5", score: "0"},
	{id: "V47", define: "between low=30 high=50 baseline=60", readings: "25", raw: "0", score: "0"},
	{id: "V48", define: "between low=30 high=50 tolerance=10", readings: "55", raw: "0.5", score: "0.5"},
	{id: "V49", define: "between low=30 high=50 tolerance=10", readings: "62", raw: "-0.2", score: "0"},
	{id: "V50", define: "between low=30 high=50 tolerance=10", readings: "25", raw: "0.5", score: "0.5"},
	// E. Baseline, relative targets, aggregates
	{id: "V60", define: "establish_baseline source=query", readings: "12.5", raw: "1", score: "1"},
	{id: "V61", define: "increase baseline=200 by=+20%", readings: "230", raw: "0.75", score: "0.75"},
	{id: "V62", define: "decrease baseline=50 by=-40%", readings: "40", raw: "0.5", score: "0.5"},
	{id: "V63", define: "increase baseline=2.0 by=+0.5pp unit=%", readings: "2.3", raw: "0.6", score: "0.6"},
	{id: "V64", define: "increase baseline=2.0 by=+5% unit=%", readings: "2.3", raw: "3", score: "1"},
	{id: "V65", define: "increase baseline=0 target=100 aggregate=sum", readings: "12 18 20", raw: "0.5", score: "0.5"},
	{id: "V66", define: "at_least target=94 aggregate=mean", readings: "90 94 98", raw: "1", score: "1"},
	{id: "V67", define: "at_least target=99.9 aggregate=min", readings: "99.95 99.80 99.97", raw: "0", score: "0"},
	// F. Missing and impossible
	{id: "V68", define: "increase baseline=0 target=10", readings: ""},
	{id: "V69", define: "increase target=10", readings: "5", problem: "no-baseline:baseline"},
	{id: "V70", define: "increase baseline=10 target=10", readings: "10", problem: "target-equals-baseline:target"},
	{id: "V71", define: "increase baseline=20 target=10", readings: "15", problem: "wrong-direction:target"},
	{id: "V72", define: "increase baseline=50 target=140 unit=percent", readings: "60", problem: "value-out-of-domain:target"},
	{id: "V75", define: "increase baseline=0 target=10", readings: "0", raw: "0", score: "0"},
	{id: "V76", define: "decrease baseline=10 target=0", readings: "0", raw: "1", score: "1"},
	// Errors found in other tools, by one key result.
	{id: "D1", define: "- baseline=520 target=350", readings: "435", raw: "0.5", score: "0.5"},
	{id: "D2", define: "- baseline=100 target=60", readings: "120", raw: "-0.5", score: "0"},
	{id: "D3", define: "- baseline=100 target=60", readings: "50", raw: "1.25", score: "1"},
	{id: "D4 end", define: "- baseline=100 target=0", readings: "0", raw: "1", score: "1"},
	{id: "D4 start", define: "- baseline=100 target=0", readings: "100", raw: "0", score: "0"},
	{id: "D5 low", define: "- baseline=0 target=1000", readings: "495", raw: "0.495", score: "0.495"},
	{id: "D5 high", define: "- baseline=0 target=1000", readings: "505", raw: "0.505", score: "0.505"},
	{id: "D6", define: "- baseline=50 target=50", readings: "50", problem: "target-equals-baseline:target"},
	{id: "D6 named", define: "increase baseline=50 target=50", readings: "60", problem: "target-equals-baseline:target"},
	{id: "D7", define: "- baseline=10 target=2", readings: "5", raw: "0.625", score: "0.625"},
	{id: "D8", define: "- baseline=200 target=0", readings: "100", raw: "0.5", score: "0.5"},
	{id: "float noise", define: "- baseline=99.3 target=99.9", readings: "99.6", raw: "1/2", score: "1/2"},
}

// The canon's remaining vectors: anchors are no kind here (V56–V59), a learning
// key result has no number (V77), and a forced close (V73) and a deferred
// measurement (V74) need the calendar.
var notHere = map[string]bool{"V56": true, "V57": true, "V58": true, "V59": true, "V73": true, "V74": true, "V77": true}

func TestVectors(t *testing.T) {
	for _, v := range numberVectors {
		t.Run(v.id, func(t *testing.T) {
			checkOutcome(t, v, Score(define(t, v.define), Policy{}, readings(t, v.readings)))
		})
	}
	for _, v := range otherVectors {
		t.Run(v.id, func(t *testing.T) {
			checkOutcome(t, v.vector, Score(define(t, v.define), Policy{}, v.given))
		})
	}
}

func checkOutcome(t *testing.T, v vector, out Outcome) {
	t.Helper()
	if got := ids(out.Problems); got != v.problem {
		t.Fatalf("problems %q, want %q", got, v.problem)
	}
	if got, want := show(out.Score), show(pointer(t, v.score)); got != want {
		t.Errorf("score %s, want %s", got, want)
	}
	if got, want := show(out.Raw), show(pointer(t, v.raw)); got != want {
		t.Errorf("raw %s, want %s", got, want)
	}
}

var otherVectors = []struct {
	vector
	given []Reading
}{
	{vector{id: "V51", define: "milestone", raw: "1", score: "1"}, []Reading{{Done: new(true)}}},
	{vector{id: "V52", define: "milestone", raw: "0", score: "0"}, []Reading{{Done: new(false)}}},
	{vector{id: "V53", define: "milestone", problem: "schema:value"}, []Reading{{Number: new(Int(60))}}},
	{vector{id: "V54", define: "stages stages=pilot:0.3,half:0.7,all:1.0", raw: "0.7", score: "0.7"}, []Reading{{Text: "pilot"}, {Text: "half"}}},
	{vector{id: "V55", define: "stages stages=pilot:0.3,half:0.7,all:1.0", raw: "0", score: "0"}, []Reading{{Text: "none"}}},
}

func TestEveryVectorIsNamed(t *testing.T) {
	named := map[string]bool{}
	for _, v := range numberVectors {
		named[v.id] = true
	}
	for _, v := range otherVectors {
		named[v.id] = true
	}
	for n := 1; n <= 77; n++ {
		id := fmt.Sprintf("V%02d", n)
		if named[id] == notHere[id] {
			t.Errorf("%s: named %v, left to others %v", id, named[id], notHere[id])
		}
	}
}

// D5, D9 and D10 need a mean; it is exact as well.
func TestMeansOfScoresAreExact(t *testing.T) {
	for _, test := range []struct{ id, scores, want string }{
		{"D5", "0.495 0.505", "1/2"},
		{"D9", "0.5 0.75", "5/8"},
		{"D10", "0 25 20", "15"},
		{"three times seven tenths", "0.7 0.7 0.7", "7/10"},
	} {
		t.Run(test.id, func(t *testing.T) {
			mean := currentOf(AggregateMean, readings(t, test.scores))
			if got := show(&mean.Value); got != test.want {
				t.Errorf("mean of %s is %s, want %s", test.scores, got, test.want)
			}
		})
	}
}
