package metric

import "slices"

// Explain returns the arithmetic that [Score] does, in its order; the value of
// the last step is the score. It returns nothing where there is no score.
func Explain(d Definition, p Policy, readings []Reading) []Step {
	kind, ok := resolve(&d)
	if !ok {
		return nil
	}
	var x explanation
	kind.judge(&d, p, readings, &x)
	return x.steps
}

// explanation keeps the steps of a calculation for somebody who asks for them. A
// nil one keeps nothing, so that scores alone cost no words.
type explanation struct{ steps []Step }

// line is the step that finds raw, before it is written out.
type line struct {
	formula, note string
	terms         [3]Term // so many as count says
	count         int
	comparison    bool
	value         Number
}

// keep writes out the step that finds raw.
func (x *explanation) keep(raw *line) {
	if x != nil {
		x.steps = append(x.steps, Step{
			Name: "raw", Formula: raw.formula, Terms: slices.Clone(raw.terms[:raw.count]),
			Comparison: raw.comparison, Value: raw.value, Note: raw.note,
		})
	}
}

// cut writes out how raw is brought to the score that it may make.
func (x *explanation) cut(raw *line, formula, note string, score Number) {
	if x != nil {
		x.steps = append(x.steps, Step{
			Name: "score", Formula: formula, Terms: []Term{field("raw", raw.value)}, Value: score, Note: note,
		})
	}
}

// aggregated writes out how readings became the current value, where that is not
// simply the last of them.
func (x *explanation) aggregated(how Aggregate, readings []Reading, current Term) {
	if x != nil && how.combines() {
		x.steps = append(x.steps, aggregateStep(how, numbersOf(readings), current.Value))
	}
}

// resolved writes out how a relative target became an absolute one.
func (x *explanation) resolved(d *Definition, target Number) {
	if x != nil && d.Target == nil {
		x.steps = append(x.steps, byStep(d, target))
	}
}
