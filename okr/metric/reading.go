package metric

import "strings"

// Reading is one observed value. At most one of its fields is given; which one
// is right depends on the kind. A reading without any is a check-in that told no
// value and is passed over.
type Reading struct {
	Number *Number // what a measure reads
	Done   *bool   // whether a milestone is reached
	Text   string  // the name of the stage reached, or [NoStage]; for other kinds a text that is out of place
}

// ValueType says which field of a [Reading] a kind reads.
type ValueType string

// The types of value.
const (
	NumberValue ValueType = "number"
	YesNo       ValueType = "yes or no"
	StageName   ValueType = "stage"
)

// IsZero reports whether the reading tells no value.
func (r Reading) IsZero() bool { return r.Number == nil && r.Done == nil && r.Text == "" }

// CheckReading says what is wrong with one reading of a key result, or nil: a
// value of another type than the kind reads, an unknown stage, a number outside
// the domain. It says nothing where the kind itself is unknown.
func CheckReading(d Definition, r Reading) *Problem {
	kind, ok := resolve(&d)
	switch {
	case !ok && d.Kind != "" || r.IsZero():
		return nil
	case !ok:
		kind = &increase // or decrease: both read numbers
	}
	return kind.checkReading(&d, DomainOf(d.Unit, d.Domain), &r)
}

// checkReading checks a reading that tells a value.
func (k *Kind) checkReading(d *Definition, domain Domain, r *Reading) *Problem {
	switch k.Value {
	case YesNo:
		return checkYesNo(r)
	case StageName:
		return checkStageName(d, r)
	}
	return checkNumberReading(d, domain, r)
}

func checkNumberReading(d *Definition, domain Domain, r *Reading) *Problem {
	switch {
	case r.Number != nil:
		return checkLevel(d, domain, "value", *r.Number)
	case r.Done != nil:
		return &Problem{
			ID: IDSchema, Field: "value",
			Message: yesNo(*r.Done) + " is a yes or no, where a number is measured",
			Hint:    "Write the number that was read, or kind: milestone if it is reached or not.",
		}
	}
	if _, err := ParseNumber(r.Text); err != nil {
		return &Problem{
			ID: IDSchema, Field: "value", Message: err.Error(),
			Hint: "Write the number that was read, without its unit.",
		}
	}
	return &Problem{
		ID: IDSchema, Field: "value",
		Message: quote(r.Text) + " is a number written as text",
		Hint:    "Write value: " + r.Text + " without quotes.",
	}
}

func checkYesNo(r *Reading) *Problem {
	const hint = "Write value: true once it is reached, value: false until then."
	switch {
	case r.Number != nil:
		return &Problem{
			ID: IDSchema, Field: "value",
			Message: r.Number.String() + " is a number, and a milestone is reached or not: there is no partial credit",
			Hint:    hint + " For credit on the way use kind: stages.",
		}
	case r.Text != "":
		return &Problem{
			ID: IDSchema, Field: "value",
			Message: quote(r.Text) + " is text, where true or false is expected",
			Hint:    hint,
		}
	}
	return nil
}

func checkStageName(d *Definition, r *Reading) *Problem {
	if r.Number == nil && r.Done == nil && (r.Text == NoStage || d.stage(r.Text) >= 0) {
		return nil
	}
	names := []string{NoStage}
	for _, stage := range d.Stages {
		names = append(names, stage.Name)
	}
	problem := Problem{ID: IDSchema, Field: "value"}
	hint := "The stages are " + quoteAll(names[1:]) + "; none says that none is reached yet."
	switch {
	case r.Number != nil:
		problem.Message = r.Number.String() + " is a number, where the name of a stage is expected"
	case r.Done != nil:
		problem.Message = yesNo(*r.Done) + " is a yes or no, where the name of a stage is expected"
	default:
		problem.Message = quote(r.Text) + " is not a stage of this key result"
		if near, ok := nearest(r.Text, names); ok {
			hint = "Did you mean " + quote(near) + "? " + hint
		}
	}
	problem.Hint = hint
	return &problem
}

func yesNo(done bool) string {
	if done {
		return "true"
	}
	return "false"
}

func isOneOf(name string, names []string) bool {
	for _, n := range names {
		if n == name {
			return true
		}
	}
	return false
}

func quoteAll(names []string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = quote(name)
	}
	return strings.Join(quoted, ", ")
}
