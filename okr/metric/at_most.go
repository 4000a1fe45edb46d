package metric

var atMost = Kind{
	Name:    "at_most",
	Purpose: "A number is to stay at or below a level; with fail_at, coming close earns a part.",
	Example: `metric:
  kind: at_most
  unit: percent
  target: 0.2
  fail_at: 0.4
  source: "dashboard: payments/failed"
`,
	Requires:  []string{"target"},
	Allows:    []string{"baseline", "fail_at", "threshold"},
	Value:     NumberValue,
	Guardrail: true,
	check:     checkAtMost,
	score:     bound{limits: limitsAtMost, raw: rawAtMost}.score,
}

func checkAtMost(d Definition) []Problem { return checkFailAt(&d, 1) }

func limitsAtMost(d Definition) Domain { return Domain{Max: d.Target} }

func rawAtMost(d Definition, current Term, strict, holds bool) line {
	if strict {
		return rawFailAt(&d, current, "current < target", holds)
	}
	return rawFailAt(&d, current, "current ≤ target", holds)
}
