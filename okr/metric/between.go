package metric

var between = Kind{
	Name:    "between",
	Purpose: "A number is to stay, or to arrive, between two levels; too much is as wrong as too little.",
	Example: `metric:
  kind: between
  unit: percent
  low: 30
  high: 50
  tolerance: 10
  source: "report: utilisation/weekly"
`,
	Requires:  []string{"low", "high"},
	Allows:    []string{"baseline", "tolerance", "threshold"},
	Value:     NumberValue,
	Guardrail: true,
	check:     checkBetween,
	score:     bound{holds: holdsBetween, raw: rawBetween}.score,
}

func checkBetween(d Definition) []Problem {
	var problems []Problem
	if d.Low.Cmp(*d.High) > 0 {
		problems = append(problems, Problem{
			ID: IDSchema, Field: "low",
			Message: "low " + d.Low.String() + " is above high " + d.High.String() + ", so nothing lies between them",
			Hint:    "Swap low and high.",
		})
	}
	if d.Tolerance != nil && d.Tolerance.Sign() <= 0 {
		problems = append(problems, Problem{
			ID: IDSchema, Field: "tolerance",
			Message: "tolerance " + d.Tolerance.String() + " is not above 0",
			Hint:    "Write how far outside still earns a part, or delete it.",
		})
	}
	return problems
}

func holdsBetween(d Definition, level Number, strict bool) bool {
	above, below := level.Cmp(*d.Low), level.Cmp(*d.High)
	if strict {
		return above > 0 && below < 0
	}
	return above >= 0 && below <= 0
}

// rawBetween is 1 inside. Outside, on the side from which the baseline comes, it
// is how far the way to the nearer edge has been gone; else what the tolerance
// leaves of 1; else 0. Falling through to the far side earns nothing of the way.
func rawBetween(d Definition, current Term, strict bool) Step {
	low, high := field("low", *d.Low), field("high", *d.High)
	inside := holdsBetween(d, current.Value, strict)
	above := current.Value.Cmp(high.Value) >= 0
	switch {
	case inside:
	case above && d.Baseline != nil && d.Baseline.Cmp(high.Value) > 0:
		return linearStep(current, field("baseline", *d.Baseline), high)
	case !above && d.Baseline != nil && d.Baseline.Cmp(low.Value) < 0:
		return linearStep(current, field("baseline", *d.Baseline), low)
	case d.Tolerance != nil && above:
		return toleranceStep("1 − (current − high) / tolerance", *d.Tolerance, current, high)
	case d.Tolerance != nil:
		return toleranceStep("1 − (low − current) / tolerance", *d.Tolerance, low, current)
	}
	formula := "low ≤ current ≤ high"
	if strict {
		formula = "low < current < high"
	}
	return comparison(formula, []Term{low, current, high}, inside)
}

// toleranceStep takes the distance between two levels, greater first.
func toleranceStep(formula string, tolerance Number, greater, less Term) Step {
	share, _ := greater.Value.Sub(less.Value).Div(tolerance)
	return Step{
		Name: "raw", Formula: formula, Value: Int(1).Sub(share),
		Terms: []Term{greater, less, field("tolerance", tolerance)},
	}
}
