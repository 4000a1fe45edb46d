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

	Steps    []Step    // the arithmetic; the value of the last step is the score
	Problems []Problem // of the definition and of the readings
}

// finish records raw and the score it makes. Overshoot counts only where uncapped
// is set.
func (o *Outcome) finish(raw Step, uncapped bool) {
	o.Steps = append(o.Steps, raw)
	o.Raw = new(raw.Value)
	step := Step{Name: "score", Terms: []Term{{Name: "raw", Value: raw.Value, Reading: -1}}}
	switch one := Int(1); {
	case raw.Value.Sign() < 0:
		step.Formula, step.Note = "max(raw, 0)", "a loss counts as 0"
	case raw.Value.Cmp(one) > 0 && !uncapped:
		step.Formula, step.Note, step.Value = "min(raw, 1)", "overshoot is shown, not counted", one
	default:
		o.Score = new(raw.Value)
		return
	}
	o.Steps = append(o.Steps, step)
	o.Score = new(step.Value)
}
