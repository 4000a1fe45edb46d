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
	score:     bound{holds: holdsAtMost, raw: rawAtMost}.score,
}

func checkAtMost(d Definition) []Problem { return checkFailAt(d, 1) }

func holdsAtMost(d Definition, level Number, strict bool) bool {
	order := level.Cmp(*d.Target)
	return order < 0 || order == 0 && !strict
}

func rawAtMost(d Definition, current Term, strict bool) Step {
	relation := "≤"
	if strict {
		relation = "<"
	}
	return rawFailAt(d, current, relation, holdsAtMost(d, current.Value, strict))
}
