package metric

// Outcome is what readings make of a definition. Nil means unknown, which is
// not 0: nothing has been read yet, or a problem stands in the way.
type Outcome struct {
	Current *Reading // the value through the aggregate
	Raw     *Number  // before it is clamped: below 0 where things got worse, above 1 beyond the target
	Score   *Number  // 0…1, or above 1 where the policy counts overshoot

	Held  int   // in how many readings the bound held; 0 for kinds without a bound
	Of    int   // of how many readings
	Holds *bool // whether the bound holds at the current value; nil for kinds without a bound

	Problems []Problem // of the definition and of the readings
}

// figures is the room for what an outcome points to, so that it is made at once.
type figures struct {
	current    Reading
	level      Number // of current, where it is a number
	raw, score Number
	yes        bool // whether a bound holds, or a milestone is reached
}

// measured is the outcome at a level, without a score yet.
func (f *figures) measured(level Number) Outcome {
	f.level = level
	f.current.Number = &f.level
	return Outcome{Current: &f.current}
}

// finish records raw and the score it makes. Overshoot counts only where uncapped
// is set.
func (f *figures) finish(out *Outcome, raw *line, uncapped bool, x *explanation) {
	x.keep(raw)
	f.raw, f.score = raw.value, raw.value
	out.Raw, out.Score = &f.raw, &f.score
	switch {
	case raw.value.Sign() < 0:
		f.score = Int(0)
		x.cut(raw, "max(raw, 0)", "a loss counts as 0", f.score)
	case !uncapped && raw.value.Cmp(one) > 0:
		f.score = one
		x.cut(raw, "min(raw, 1)", "overshoot is shown, not counted", f.score)
	}
}
