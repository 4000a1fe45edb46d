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

	check func(Definition) []Problem // what only this kind can get wrong; required fields are given
	// score does the arithmetic for a sound definition and sound readings, of which
	// at least one tells a value.
	score func(Definition, Policy, []Reading, *explanation) Outcome
}

// CommonFields names the fields of a metric that every kind knows.
func CommonFields() []string {
	return []string{"kind", "name", "unit", "source", "measured", "aggregate", "phases", "observable_on", "domain"}
}

// Check returns what makes the definition impossible to score under this kind:
// missing fields, values outside the domain, numbers that contradict the kind.
// Fields that belong to other kinds are passed over; see the function [Check].
func (k Kind) Check(d Definition) []Problem { return k.problems(&d, DomainOf(d.Unit, d.Domain)) }

func (k *Kind) problems(d *Definition, domain Domain) []Problem {
	problems := k.checkRequired(d)
	complete := len(problems) == 0
	problems = append(problems, k.checkDomain(d, domain)...)
	problems = append(problems, k.checkWords(d)...)
	if complete && k.check != nil {
		problems = append(problems, k.check(*d)...)
	}
	return problems
}

// Score returns what the readings, oldest first, make under this kind. The score
// is nil where there is no reading yet, and where the definition or any of the
// readings is wrong: which of them to believe is not for a program to guess.
func (k Kind) Score(d Definition, p Policy, readings []Reading) Outcome {
	return k.judge(&d, p, readings, nil)
}

// judge is Score with an explanation, where one is asked for.
func (k *Kind) judge(d *Definition, p Policy, readings []Reading, x *explanation) Outcome {
	domain := DomainOf(d.Unit, d.Domain)
	problems := k.problems(d, domain)
	told := false
	for i := range readings {
		reading := &readings[i]
		if reading.IsZero() {
			continue
		}
		told = true
		if problem := k.checkReading(d, domain, reading); problem != nil {
			problems = append(problems, *problem)
		}
	}
	if !told || len(problems) > 0 {
		return Outcome{Problems: problems}
	}
	return k.score(*d, p, readings, x)
}

// knows reports whether a field belongs to this kind.
func (k *Kind) knows(field string) bool {
	return isOneOf(field, k.Requires) || isOneOf(field, k.Allows)
}
