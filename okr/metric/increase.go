package metric

var increase = Kind{
	Name:    "increase",
	Purpose: "A number is to rise from a baseline to a target; every step on the way counts.",
	Example: `metric:
  kind: increase
  unit: percent
  baseline: 40
  target: 55
  source: "dashboard: activation/week-1"
`,
	Requires: []string{"baseline", "target"},
	Allows:   []string{"by"},
	Value:    NumberValue,
	Paced:    true,
	check:    checkIncrease,
	score:    scoreLinear,
}

func checkIncrease(d Definition) []Problem { return checkDirection(&d, true) }
