package metric

var decrease = Kind{
	Name:    "decrease",
	Purpose: "A number is to fall from a baseline to a target; every step on the way counts.",
	Example: `metric:
  kind: decrease
  unit: days
  baseline: 14
  target: 3
  source: "query: onboarding/days-to-first-value"
`,
	Requires: []string{"baseline", "target"},
	Allows:   []string{"by"},
	Value:    NumberValue,
	Paced:    true,
	check:    checkDecrease,
	score:    scoreLinear,
}

func checkDecrease(d Definition) []Problem { return checkDirection(&d, false) }
