package metric

var atLeast = Kind{
	Name:    "at_least",
	Purpose: "A number is to stay at or above a level; with fail_at, coming close earns a part.",
	Example: `metric:
  kind: at_least
  unit: percent
  target: 99.9
  fail_at: 99
  threshold: held_share
  source: "dashboard: availability/monthly"
`,
	Requires:  []string{"target"},
	Allows:    []string{"baseline", "fail_at", "threshold"},
	Value:     NumberValue,
	Guardrail: true,
	check:     checkAtLeast,
	score:     bound{limits: limitsAtLeast, raw: rawAtLeast}.score,
}

func checkAtLeast(d Definition) []Problem { return checkFailAt(&d, -1) }

func limitsAtLeast(d Definition) Domain { return Domain{Min: d.Target} }

func rawAtLeast(d Definition, current Term, strict, holds bool) line {
	if strict {
		return rawFailAt(&d, current, "current > target", holds)
	}
	return rawFailAt(&d, current, "current ≥ target", holds)
}
