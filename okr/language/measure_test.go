package language

import (
	"slices"
	"testing"
)

// TestTitleAndMetricAreReadTogether holds what a metric block changes about the
// reading of a sentence.
func TestTitleAndMetricAreReadTogether(t *testing.T) {
	u := load(t, "en")
	change := Measure{Unit: "%", HasBaseline: true, HasTarget: true, Baseline: 31, Target: 55}
	for _, c := range []struct {
		name, text string
		measure    Measure
		want       []string // rules at warning or error
	}{
		{"a number in the block is a number", "Customers come back", change, nil},
		{"a weasel word beside numbers is harmless", "Improve customer satisfaction", change, nil},
		{"no number anywhere", "Customers come back", Measure{Unit: "%"}, []string{NoNumber}},
		{"a milestone needs none", "The hospital signs the contract", Measure{Kind: "milestone"}, nil},
		{"learning needs none", "We know how often parents call", Measure{Kind: "establish_baseline", Unit: "calls"}, nil},
		{"a milestone can still be a task", "Launch the new website", Measure{Kind: "milestone"}, []string{OutputKeyResult}},
		{"work in the sentence, a level in the block", "Launch the new website", change, nil},
		{"the unit is work", "Our voice is heard", Measure{Unit: "posts", HasBaseline: true, HasTarget: true, Baseline: 2, Target: 9}, []string{VolumeOfActivity}},
		{"less of the work is a result", "Fewer meetings", Measure{Unit: "meetings", HasBaseline: true, HasTarget: true, Baseline: 20, Target: 9}, nil},
		{"work of others that is answered", "Error reports answered within a day rise", Measure{Unit: "reports", HasBaseline: true, HasTarget: true, Baseline: 40, Target: 80}, nil},
		{"a unit of time is no minutes of a meeting", "Time riders save per trip rises", Measure{Unit: "minutes", HasBaseline: true, HasTarget: true, Baseline: 3, Target: 6}, nil},
		{"the levels belong to the means", "Cut waste by raising reuse", Measure{Unit: "%", HasBaseline: true, HasTarget: true, Baseline: 20, Target: 60}, nil},
		{"the levels belong to the purpose", "Reduce clutter to increase weekly riders", Measure{Unit: "riders", HasBaseline: true, HasTarget: true, Baseline: 40, Target: 55}, nil},
		{"the levels belong to what stands behind the colon", "Raise the floor for slow pages: the worst page loads in 2 s, not 9", Measure{Unit: "s", HasBaseline: true, HasTarget: true, Baseline: 9, Target: 2}, nil},
		{"a unit with its period", "Our voice is heard", Measure{Unit: "posts per week", HasTarget: true, Target: 9}, []string{VolumeOfActivity}},
		{"nothing to all of the project", "Migration", Measure{Unit: "percent", HasBaseline: true, HasTarget: true, Target: 100}, []string{PercentComplete}},
		{"nothing to all of a population", "Services on mutual TLS", Measure{Unit: "%", HasBaseline: true, HasTarget: true, Target: 100}, nil},
		{"the verb against the block", "Reduce churn", Measure{Unit: "%", HasBaseline: true, HasTarget: true, Baseline: 3, Target: 5}, []string{WrongDirection}},
		{"the verb with the block", "Reduce churn", Measure{Unit: "%", HasBaseline: true, HasTarget: true, Baseline: 5, Target: 3}, nil},
		{"trouble that grows", "Sev-1 outages per month", Measure{Unit: "outages", HasBaseline: true, HasTarget: true, Baseline: 2, Target: 5}, []string{WrongDirection}},
		{"a change in per cent of what", "Grow income by 20%", Measure{Unit: "EUR", HasTarget: true, Target: 9}, []string{PercentageWithoutBase}},
		{"a change in per cent of a rate", "Increase the conversion rate by 5%", Measure{Unit: "%", HasTarget: true, Target: 9}, []string{AmbiguousPercent}},
		{"the block has the start", "Grow income by 20%", Measure{Unit: "EUR", HasBaseline: true, HasTarget: true, Baseline: 5, Target: 6}, nil},
	} {
		got := loudRules(u.KeyResult(c.text, c.measure))
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q with %+v: %v, want %v", c.name, c.text, c.measure, got, c.want)
		}
	}
}
