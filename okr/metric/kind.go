package metric

// Kind is one kind of measure: what it is for, which fields it knows, and how
// its readings become a score. The table is [Kinds].
type Kind struct {
	Name    string // as a file writes it: "at_most"
	Purpose string // one sentence: when to choose it
	Example string // the metric block of a key result, in YAML

	// Requires and Allows name the fields that belong to some kinds only. Where
	// by is allowed it may stand in for a required target. Fields that every
	// kind knows are in CommonFields.
	Requires []string
	Allows   []string

	Value     ValueType // what a check-in's value is
	Paced     bool      // progress can be compared with elapsed time
	Guardrail bool      // may guard other key results instead of counting

	check func(Definition) []Problem                  // what only this kind can get wrong; required fields are given
	score func(Definition, Policy, []Reading) Outcome // the definition and the readings are sound; at least one reading tells a value
}

// CommonFields names the fields of a metric that every kind knows.
func CommonFields() []string {
	return []string{"kind", "name", "unit", "source", "measured", "aggregate", "phases", "observable_on", "domain"}
}

// Check returns what makes the definition impossible to score under this kind:
// missing fields, values outside the domain, numbers that contradict the kind.
// Fields that belong to other kinds are passed over; see the function [Check].
func (k Kind) Check(d Definition) []Problem {
	problems := k.checkRequired(d)
	complete := len(problems) == 0
	problems = append(problems, k.checkDomain(d)...)
	problems = append(problems, k.checkWords(d)...)
	if complete && k.check != nil {
		problems = append(problems, k.check(d)...)
	}
	return problems
}

// Score returns what the readings, oldest first, make under this kind. The score
// is nil where there is no reading yet, and where the definition or any of the
// readings is wrong: which of them to believe is not for a program to guess.
func (k Kind) Score(d Definition, p Policy, readings []Reading) Outcome {
	out := Outcome{Problems: k.Check(d)}
	told := false
	domain := DomainOf(d.Unit, d.Domain)
	for _, reading := range readings {
		told = told || !reading.IsZero()
		if problem := k.checkReading(d, domain, reading); problem != nil {
			out.Problems = append(out.Problems, *problem)
		}
	}
	if !told || len(out.Problems) > 0 {
		return out
	}
	return k.score(d, p, readings)
}

// knows reports whether a field belongs to this kind.
func (k Kind) knows(field string) bool {
	return isOneOf(field, k.Requires) || isOneOf(field, k.Allows)
}
