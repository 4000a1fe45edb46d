package metric

import "strconv"

// bound is what the kinds that keep a number within limits differ in.
type bound struct {
	// holds reports whether a level is within the limits; strict limits exclude
	// their own value.
	holds func(d Definition, level Number, strict bool) bool
	// raw makes a score of one level, not yet clamped.
	raw func(d Definition, current Term, strict bool) Step
}

// score judges the readings as the threshold says. Overshoot never counts: a
// bound that is kept with room to spare is kept.
func (b bound) score(d Definition, p Policy, readings []Reading) Outcome {
	terms := numbersOf(readings)
	current, step := currentOf(d.Aggregate, terms)
	levels := levelsOf(d.Aggregate, terms)
	out := Outcome{
		Current: &Reading{Number: new(current.Value)},
		Holds:   new(b.holds(d, current.Value, p.Strict)),
		Of:      len(levels),
	}
	for _, level := range levels {
		if b.holds(d, level.Value, p.Strict) {
			out.Held++
		}
	}
	switch d.threshold(p) {
	case ThresholdHeldShare:
		out.finish(heldShare(out.Held, out.Of), false)
	case ThresholdWorst:
		out.finish(b.worst(d, levels, p.Strict), false)
	default:
		if step != nil {
			out.Steps = append(out.Steps, *step)
		}
		out.finish(b.raw(d, current, p.Strict), false)
	}
	return out
}

// levelsOf returns the levels that are held against the bound one by one: the
// readings themselves, and where readings add up, the running totals, because a
// bound on a total says nothing about its parts.
func levelsOf(how Aggregate, readings []Term) []Term {
	if how != AggregateSum {
		return readings
	}
	totals := make([]Term, len(readings))
	var total Number
	for i, reading := range readings {
		total = total.Add(reading.Value)
		totals[i] = Term{Name: "reading", Value: total, Reading: reading.Reading}
	}
	return totals
}

func heldShare(held, of int) Step {
	return Step{
		Name: "raw", Formula: "held / readings", Value: Ratio(int64(held), int64(of)),
		Terms: []Term{field("held", Int(int64(held))), field("readings", Int(int64(of)))},
		Note:  "the share of readings in which the bound held",
	}
}

// worst returns the step of the level that scores lowest, the first of equals.
func (b bound) worst(d Definition, levels []Term, strict bool) Step {
	var worst Step
	for i, level := range levels {
		level.Name = "current"
		if step := b.raw(d, level, strict); i == 0 || step.Value.Cmp(worst.Value) < 0 {
			worst = step
		}
	}
	worst.Note = "the worst of " + strconv.Itoa(len(levels))
	return worst
}

// rawFailAt scores one level against a target: 1 or 0, or, with fail_at, linear
// from there to the target. With fail_at at twice the target it is the distance
// from the target that Profit.co reports. Strictness does not bend the line.
func rawFailAt(d Definition, current Term, relation string, holds bool) Step {
	target := field("target", *d.Target)
	if d.FailAt != nil {
		return linearStep(current, field("fail_at", *d.FailAt), target)
	}
	return comparison("current "+relation+" target", []Term{current, target}, holds)
}

func comparison(formula string, terms []Term, holds bool) Step {
	step := Step{Name: "raw", Formula: formula, Terms: terms, Comparison: true}
	if holds {
		step.Value = Int(1)
	}
	return step
}

// checkFailAt finds a fail_at that is not on the bad side of the target; bad is
// -1 where lower is worse and 1 where higher is.
func checkFailAt(d Definition, bad int) []Problem {
	if d.FailAt == nil || d.FailAt.Cmp(*d.Target) == bad {
		return nil
	}
	name, side := "at_least", "below"
	if bad > 0 {
		name, side = "at_most", "above"
	}
	problem := Problem{
		ID: IDWrongDirection, Field: "fail_at",
		Message: "fail_at " + d.FailAt.String() + " lies on the good side of " + name + " " + d.Target.String(),
		Hint:    "Write as fail_at the level " + side + " the target at which nothing is left to credit, or delete it.",
	}
	if d.FailAt.Equal(*d.Target) {
		problem.ID = IDSchema
		problem.Message = "fail_at and target are both " + d.Target.String() + ", which leaves no room between nothing and everything"
	}
	return []Problem{problem}
}
