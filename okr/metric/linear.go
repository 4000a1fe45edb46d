package metric

// scoreLinear scores the kinds that move from a baseline to a target:
// raw = (current − baseline) / (target − baseline). Both differences change sign
// when the target lies below, so one formula serves both directions.
func scoreLinear(d Definition, p Policy, readings []Reading, x *explanation) Outcome {
	target := *d.ResolvedTarget()
	x.resolved(&d, target)
	current := currentOf(d.Aggregate, readings)
	x.aggregated(d.Aggregate, readings, current)
	raw := linear("(current − baseline) / (target − baseline)", current, field("baseline", *d.Baseline), field("target", target))
	f := new(figures)
	out := f.measured(current.Value)
	f.finish(&out, &raw, p.CountOvershoot, x)
	return out
}

// linear is how far current has come on the way from one level to another; the
// two levels differ.
func linear(formula string, current, from, to Term) line {
	share, _ := current.Value.Sub(from.Value).Div(to.Value.Sub(from.Value))
	return line{formula: formula, terms: [3]Term{current, from, to}, count: 3, value: share}
}

// byStep shows how a relative target became an absolute one.
func byStep(d *Definition, target Number) Step {
	formula := "baseline + |baseline| × by / 100"
	if d.By.Points {
		formula = "baseline + by"
	}
	return Step{
		Name: "target", Formula: formula, Value: target, Note: "by " + d.By.String(),
		Terms: []Term{field("baseline", *d.Baseline), field("by", d.By.Amount)},
	}
}

// checkMoves finds a target that is the baseline.
func checkMoves(d *Definition) []Problem {
	baseline, target := *d.Baseline, *d.ResolvedTarget()
	if !target.Equal(baseline) {
		return nil
	}
	problem := Problem{
		ID: IDTargetEqualsBaseline, Field: "target",
		Message: "baseline and target are both " + target.String() + ", so nothing is to change",
		Hint:    "Write the level to be reached as target, or kind: at_least or at_most where " + target.String() + " is to be kept.",
	}
	if d.Target == nil {
		problem.Field = "by"
		problem.Message = "by " + d.By.String() + " of a baseline of " + baseline.String() + " changes nothing"
		problem.Hint = "Write the level to be reached as target."
	}
	return []Problem{problem}
}

// checkDirection finds a target on the wrong side of the baseline; up says on
// which side it belongs.
func checkDirection(d *Definition, up bool) []Problem {
	if problems := append(checkMoves(d), checkBy(d)...); len(problems) > 0 {
		return problems
	}
	baseline, target := *d.Baseline, *d.ResolvedTarget()
	if (target.Cmp(baseline) > 0) == up {
		return nil
	}
	name, way, opposite := "increase", "down", "decrease"
	if !up {
		name, way, opposite = "decrease", "up", "increase"
	}
	field, repair := "target", "swap baseline and target"
	if d.Target == nil {
		field, repair = "by", "write by: "+Relative{Amount: d.By.Amount.Neg(), Points: d.By.Points}.String()
	}
	return []Problem{{
		ID: IDWrongDirection, Field: field,
		Message: "the kind is " + name + ", but from " + baseline.String() + " to " + target.String() + " goes " + way,
		Hint:    "Write kind: " + opposite + ", or " + repair + ".",
	}}
}

// checkBy finds a relative target that contradicts the absolute one beside it,
// and points of a unit that does not count in them.
func checkBy(d *Definition) []Problem {
	if d.By == nil {
		return nil
	}
	if d.countsPointsOfShare() {
		level := d.Baseline.Add(d.By.Amount.Mul(Ratio(1, 100)))
		return []Problem{{
			ID: IDSchema, Field: "by",
			Message: d.By.String() + " counts in percentage points, and a share runs from 0 to 1",
			Hint:    "Write target: " + level.String() + ", or percent as the unit.",
		}}
	}
	resolved := d.By.Resolve(*d.Baseline)
	if d.Target != nil && !resolved.Equal(*d.Target) {
		return []Problem{{
			ID: IDSchema, Field: "by",
			Message: "target says " + d.Target.String() + " and by " + d.By.String() + " says " + resolved.String(),
			Hint:    "Keep one of the two.",
		}}
	}
	return nil
}

// countsPointsOfShare reports whether percentage points are to be added to a
// number that does not count in per cent.
func (d *Definition) countsPointsOfShare() bool {
	return d.By != nil && d.By.Points && unitWord(d.Unit) == "share"
}
