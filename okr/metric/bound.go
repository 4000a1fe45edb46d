package metric

import "strconv"

// bound is what the kinds that keep a number within limits differ in.
type bound struct {
	// limits are the levels between which the number is to stay.
	limits func(d Definition) Domain
	// raw makes a score of one level, not yet clamped, for which the limits hold or
	// do not. Strict limits exclude their own value.
	raw func(d Definition, current Term, strict, holds bool) line
}

// score judges the readings as the threshold says. Overshoot never counts: a
// bound that is kept with room to spare is kept.
func (b bound) score(d Definition, p Policy, readings []Reading, x *explanation) Outcome {
	limits := b.limits(d)
	current := currentOf(d.Aggregate, readings)
	f := new(figures)
	out := f.measured(current.Value)
	f.yes = limits.holds(current.Value, p.Strict)
	out.Holds = &f.yes
	var total Number
	for i := range readings {
		if n := readings[i].Number; n != nil {
			out.Of++
			if limits.holds(levelOf(d.Aggregate, n, &total), p.Strict) {
				out.Held++
			}
		}
	}
	var raw line
	switch d.threshold(p) {
	case ThresholdHeldShare:
		raw = heldShare(out.Held, out.Of)
	case ThresholdWorst:
		raw = b.worst(d, limits, readings, p.Strict)
		if x != nil {
			raw.note = "the worst of " + strconv.Itoa(out.Of)
		}
	default:
		x.aggregated(d.Aggregate, readings, current)
		raw = b.raw(d, current, p.Strict, f.yes)
	}
	f.finish(&out, &raw, false, x)
	return out
}

// holds reports whether a level keeps the limits; strict ones exclude their own
// value.
func (d Domain) holds(level Number, strict bool) bool {
	if !strict {
		return d.Contains(level)
	}
	return (d.Min == nil || level.Cmp(*d.Min) > 0) && (d.Max == nil || level.Cmp(*d.Max) < 0)
}

// levelOf returns the level that is held against the bound after a reading: the
// reading itself, and where readings add up, the running total, because a bound on
// a total says nothing about its parts. The total is that of the readings before.
func levelOf(how Aggregate, reading, total *Number) Number {
	if how != AggregateSum {
		return *reading
	}
	*total = total.Add(*reading)
	return *total
}

func heldShare(held, of int) line {
	return line{
		formula: "held / readings", value: Ratio(int64(held), int64(of)),
		terms: [3]Term{field("held", Int(int64(held))), field("readings", Int(int64(of)))}, count: 2,
		note: "the share of readings in which the bound held",
	}
}

// worst returns the line of the level that scores lowest, the first of equals.
func (b bound) worst(d Definition, limits Domain, readings []Reading, strict bool) line {
	var worst line
	var total Number
	first := true
	for i := range readings {
		n := readings[i].Number
		if n == nil {
			continue
		}
		level := Term{Name: "current", Value: levelOf(d.Aggregate, n, &total), Reading: i}
		raw := b.raw(d, level, strict, limits.holds(level.Value, strict))
		if first || raw.value.Cmp(worst.value) < 0 {
			worst, first = raw, false
		}
	}
	return worst
}

// rawFailAt scores one level against a target: 1 or 0, or, with fail_at, linear
// from there to the target. With fail_at at twice the target it is the distance
// from the target that Profit.co reports. Strictness does not bend the line.
func rawFailAt(d *Definition, current Term, comparison string, holds bool) line {
	target := field("target", *d.Target)
	if d.FailAt != nil {
		return linear("(current − fail_at) / (target − fail_at)", current, field("fail_at", *d.FailAt), target)
	}
	return line{formula: comparison, terms: [3]Term{current, target}, count: 2, comparison: true, value: truth(holds)}
}

// truth is 1 for what holds and 0 for what does not.
func truth(holds bool) Number {
	if holds {
		return Int(1)
	}
	return Int(0)
}

// checkFailAt finds a fail_at that is not on the bad side of the target; bad is
// -1 where lower is worse and 1 where higher is.
func checkFailAt(d *Definition, bad int) []Problem {
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
