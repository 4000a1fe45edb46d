package metric

import "strings"

var establishBaseline = Kind{
	Name:    "establish_baseline",
	Purpose: "Nobody knows the number yet; finding it out, from a source that can be read again, is the result.",
	Example: `metric:
  kind: establish_baseline
  unit: days
  source: "query: onboarding/days-to-first-value"
`,
	Value: NumberValue,
	score: scoreEstablishBaseline,
}

// scoreEstablishBaseline gives 1 for a number whose source is named. A number
// that nobody can read again is no baseline and earns 0.
func scoreEstablishBaseline(d Definition, _ Policy, readings []Reading, x *explanation) Outcome {
	current := currentOf(d.Aggregate, readings)
	x.aggregated(d.Aggregate, readings, current)
	f := new(figures)
	out := f.measured(current.Value)
	raw := line{terms: [3]Term{current}, count: 1, note: "measured, but no source is named"}
	if strings.TrimSpace(d.Source) != "" {
		raw.value, raw.note = Int(1), "measured, and the source is named"
	}
	f.finish(&out, &raw, false, x)
	return out
}
