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
	score:     bound{limits: limitsBetween, raw: rawBetween}.score,
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

func limitsBetween(d Definition) Domain { return Domain{Min: d.Low, Max: d.High} }

// rawBetween is 1 inside. Outside, on the side from which the baseline comes, it
// is how far the way to the nearer edge has been gone; else what the tolerance
// leaves of 1; else 0. Falling through to the far side earns nothing of the way.
func rawBetween(d Definition, current Term, strict, inside bool) line {
	low, high := field("low", *d.Low), field("high", *d.High)
	above := current.Value.Cmp(high.Value) >= 0
	switch {
	case inside:
	case above && d.Baseline != nil && d.Baseline.Cmp(high.Value) > 0:
		return linear("(current − baseline) / (high − baseline)", current, field("baseline", *d.Baseline), high)
	case !above && d.Baseline != nil && d.Baseline.Cmp(low.Value) < 0:
		return linear("(current − baseline) / (low − baseline)", current, field("baseline", *d.Baseline), low)
	case d.Tolerance != nil && above:
		return tolerated("1 − (current − high) / tolerance", *d.Tolerance, current, high)
	case d.Tolerance != nil:
		return tolerated("1 − (low − current) / tolerance", *d.Tolerance, low, current)
	}
	formula := "low ≤ current ≤ high"
	if strict {
		formula = "low < current < high"
	}
	return line{formula: formula, terms: [3]Term{low, current, high}, count: 3, comparison: true, value: truth(inside)}
}

// tolerated takes the distance between two levels, greater first.
func tolerated(formula string, tolerance Number, greater, less Term) line {
	share, _ := greater.Value.Sub(less.Value).Div(tolerance)
	return line{
		formula: formula, value: Int(1).Sub(share),
		terms: [3]Term{greater, less, field("tolerance", tolerance)}, count: 3,
	}
}
