package language

// Measure is what a key result's metric block says beside its sentence. The zero
// value means that only the sentence is known.
type Measure struct {
	Kind string // of the metric, "increase", "milestone" …; empty where the block leaves it out or there is none
	Name string // what is measured, in words
	Unit string // as written: "ms", "%", "posts"

	HasBaseline, HasTarget bool
	Baseline, Target       float64 // read only where the flags say so
}

// known reports whether there is a metric block at all.
func (m *Measure) known() bool {
	return m.Kind != "" || m.Name != "" || m.Unit != "" || m.HasBaseline || m.HasTarget
}

// checked reports whether the block itself says how to tell success, so that the
// sentence need not: a level, yes or no, stages, learning.
func (m *Measure) checked() bool {
	switch m.Kind {
	case "milestone", "stages", "establish_baseline", "between", "at_least", "at_most":
		return true
	}
	return m.HasTarget
}

// moves reports whether the block measures a change of a level.
func (m *Measure) moves() bool {
	return m.HasBaseline && m.HasTarget && m.Baseline != m.Target
}
