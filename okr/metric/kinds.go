package metric

import "slices"

// kinds is the table: one line for each kind, in the order in which help lists
// them. It is never written.
var kinds = []Kind{
	increase,
	decrease,
	atLeast,
	atMost,
	between,
	milestone,
	stages,
	establishBaseline,
}

// Kinds returns all kinds of measure, in the order in which help lists them.
func Kinds() []Kind { return slices.Clone(kinds) }

// Resolve returns the kind of a definition: the one it names, or increase or
// decrease where it names none and the numbers say which. It reports false for
// an unknown name, and where the numbers do not say.
func Resolve(d Definition) (Kind, bool) {
	if d.Kind != "" {
		i := slices.IndexFunc(kinds, func(k Kind) bool { return k.Name == d.Kind })
		if i < 0 {
			return Kind{}, false
		}
		return kinds[i], true
	}
	direction := 0
	switch {
	case d.Target != nil && d.Baseline != nil:
		direction = d.Target.Cmp(*d.Baseline)
	case d.Target == nil && d.By != nil:
		direction = d.By.Amount.Sign()
	}
	switch {
	case direction > 0:
		return increase, true
	case direction < 0:
		return decrease, true
	}
	return Kind{}, false
}

// Score returns what the readings of a key result, oldest first, make of its
// definition. Where the kind cannot be told, the outcome has problems and no
// score.
func Score(d Definition, p Policy, readings []Reading) Outcome {
	kind, ok := Resolve(d)
	if !ok {
		return Outcome{Problems: Check(d)}
	}
	return kind.Score(d, p, readings)
}
