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
func scoreEstablishBaseline(d Definition, _ Policy, readings []Reading) Outcome {
	var out Outcome
	current, step := currentOf(d.Aggregate, numbersOf(readings))
	if step != nil {
		out.Steps = append(out.Steps, *step)
	}
	out.Current = &Reading{Number: new(current.Value)}
	raw := Step{Name: "raw", Terms: []Term{current}, Note: "measured, but no source is named"}
	if strings.TrimSpace(d.Source) != "" {
		raw.Value, raw.Note = Int(1), "measured, and the source is named"
	}
	out.finish(raw, false)
	return out
}
