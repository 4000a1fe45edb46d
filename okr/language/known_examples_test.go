package language

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFiveKnownExamples are five sentences that guides offer as objectives and key
// results, with what each shows as the one and as the other: first what is a
// warning or an error, then what is only advice.
func TestFiveKnownExamples(t *testing.T) {
	u := load(t, "en")
	for _, c := range []struct {
		text                     string
		keyResult, keyResultHint []string
		objective, objectiveHint []string
	}{
		{
			text:      "Launch a new customer support feature by March 31st to improve resolution time by 5%",
			keyResult: []string{DateAsTarget, OutputKeyResult, PercentageWithoutBase},
			objective: []string{MetricInObjective, PercentageWithoutBase, SolutionInObjective},
		},
		{
			text:          "Increase customer satisfaction by 10%",
			keyResultHint: []string{PercentageWithoutBase},
			objective:     []string{MetricInObjective, PercentageWithoutBase},
		},
		{
			text:      "Launch a new mobile app to increase customer engagement by 20%",
			keyResult: []string{OutputKeyResult, PercentageWithoutBase},
			objective: []string{MetricInObjective, PercentageWithoutBase, SolutionInObjective},
		},
		{
			text: "Develop and launch a pre-launch social media campaign to promote our new product, " +
				"resulting in a 15% increase in website traffic from targeted demographics",
			keyResult:     []string{Compound, OutputKeyResult, PercentageWithoutBase, VanityMetric},
			objective:     []string{MetricInObjective, PercentageWithoutBase, SolutionInObjective, VanityMetric},
			objectiveHint: []string{Essay},
		},
		{
			text:          "Increase website conversion rate by 5%",
			keyResult:     []string{AmbiguousPercent},
			keyResultHint: []string{NoCounterMetric},
			objective:     []string{MetricInObjective, PercentageWithoutBase},
		},
	} {
		for kind, w := range map[string]struct {
			signs      []Sign
			loud, hint []string
		}{
			"key result": {u.KeyResult(c.text, Measure{}), c.keyResult, c.keyResultHint},
			"objective":  {u.Objective(c.text), c.objective, c.objectiveHint},
		} {
			var loud, hint []string
			for _, s := range w.signs {
				if s.Severity == Info {
					hint = append(hint, s.Rule)
				} else {
					loud = append(loud, s.Rule)
				}
			}
			slices.Sort(loud)
			slices.Sort(hint)
			if diff := cmp.Diff([][]string{w.loud, w.hint}, [][]string{loud, hint}); diff != "" {
				t.Errorf("%s %q (- want, + got):\n%s", kind, c.text, diff)
			}
		}
	}
}
