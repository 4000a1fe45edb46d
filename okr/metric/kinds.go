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
	if kind, ok := resolve(&d); ok {
		return *kind, true
	}
	return Kind{}, false
}

func resolve(d *Definition) (*Kind, bool) {
	if d.Kind != "" {
		for i := range kinds {
			if kinds[i].Name == d.Kind {
				return &kinds[i], true
			}
		}
		return nil, false
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
		return &increase, true
	case direction < 0:
		return &decrease, true
	}
	return nil, false
}

// Score returns what the readings of a key result, oldest first, make of its
// definition; [Explain] tells how. Where the kind cannot be told, the outcome has
// problems and no score.
func Score(d Definition, p Policy, readings []Reading) Outcome {
	kind, ok := resolve(&d)
	if !ok {
		return Outcome{Problems: Check(d)}
	}
	return kind.judge(&d, p, readings, nil)
}
