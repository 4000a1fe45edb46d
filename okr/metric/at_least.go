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
	score:     bound{holds: holdsAtLeast, raw: rawAtLeast}.score,
}

func checkAtLeast(d Definition) []Problem { return checkFailAt(d, -1) }

func holdsAtLeast(d Definition, level Number, strict bool) bool {
	order := level.Cmp(*d.Target)
	return order > 0 || order == 0 && !strict
}

func rawAtLeast(d Definition, current Term, strict bool) Step {
	relation := "≥"
	if strict {
		relation = ">"
	}
	return rawFailAt(d, current, relation, holdsAtLeast(d, current.Value, strict))
}
