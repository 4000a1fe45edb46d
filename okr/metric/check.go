package metric

// Check returns everything that is wrong with a definition: an unknown kind,
// fields that belong to another kind, and what [Kind.Check] finds.
func Check(d Definition) []Problem {
	kind, ok := resolve(&d)
	if !ok {
		return checkUnresolved(&d)
	}
	return append(kind.problems(&d, DomainOf(d.Unit, d.Domain)), kind.checkForeign(&d)...)
}

// checkUnresolved explains why the kind of a definition cannot be told.
func checkUnresolved(d *Definition) []Problem {
	if d.Kind != "" {
		return []Problem{unknownKind(d.Kind)}
	}
	for _, field := range fields {
		if d.has(field) && !increase.knows(field) {
			return []Problem{{
				ID: IDSchema, Field: "kind",
				Message: "the kind is missing; it may be left out for increase and decrease only, and they know no " + field,
				Hint:    "Write kind: " + listed(kindsKnowing(field), "or") + ".",
			}}
		}
	}
	if missing := increase.checkRequired(d); len(missing) > 0 {
		return missing
	}
	return checkMoves(d)
}

func unknownKind(name string) Problem {
	names := make([]string, len(kinds))
	for i, kind := range kinds {
		names[i] = kind.Name
	}
	hint := "The kinds are " + listed(names, "and") + "."
	if near, ok := nearest(name, names); ok {
		hint = "Did you mean " + near + "? " + hint
	}
	return Problem{
		ID: IDSchema, Field: "kind",
		Message: quote(name) + " is not a kind of measure",
		Hint:    hint,
	}
}

// checkRequired returns a problem for each required field that is not given.
func (k *Kind) checkRequired(d *Definition) []Problem {
	var problems []Problem
	for _, field := range k.Requires {
		switch {
		case d.has(field) || field == "target" && d.By != nil && k.knows("by"):
		case field == "baseline":
			problems = append(problems, Problem{
				ID: IDNoBaseline, Field: field,
				Message: "the baseline is missing, so there is nothing to measure progress from; it is never assumed to be 0",
				Hint:    "Measure first and write baseline: (baseline: 0 where it truly starts from nothing), or make measuring it the key result with kind: establish_baseline.",
			})
		case field == "stages":
			problems = append(problems, Problem{
				ID: IDSchema, Field: field,
				Message: "the stages are missing",
				Hint:    "Write stages: with a name and a credit from 0 to 1 for each, the last one at 1.",
			})
		default:
			problems = append(problems, k.noNumber(field))
		}
	}
	return problems
}

func (k *Kind) noNumber(field string) Problem {
	hint := "Write " + field + ": with a number."
	if k.knows("by") {
		hint = "Write target: with a number, or by: with a change such as +20%."
	}
	return Problem{
		ID: IDNoNumber, Field: field,
		Message: "the " + field + " is missing, so nothing says when this key result is reached",
		Hint:    hint,
	}
}

// checkForeign returns a problem for each field that this kind does not know.
func (k *Kind) checkForeign(d *Definition) []Problem {
	var problems []Problem
	for _, field := range fields {
		if !d.has(field) || k.knows(field) {
			continue
		}
		problems = append(problems, Problem{
			ID: IDSchema, Field: field,
			Message: field + " means nothing for kind " + k.Name,
			Hint:    "Delete it, or choose a kind that knows it: " + listed(kindsKnowing(field), "or") + ".",
		})
	}
	return problems
}

// kindsKnowing returns the names of the kinds that a field belongs to.
func kindsKnowing(field string) []string {
	var names []string
	for _, kind := range kinds {
		if kind.knows(field) {
			names = append(names, kind.Name)
		}
	}
	return names
}

// checkDomain finds numbers that the unit cannot have.
func (k *Kind) checkDomain(d *Definition, domain Domain) []Problem {
	if k.Value != NumberValue {
		return nil
	}
	if low, high := d.Domain.Min, d.Domain.Max; low != nil && high != nil && low.Cmp(*high) > 0 {
		return []Problem{{
			ID: IDSchema, Field: "domain",
			Message: "the domain is empty: its min " + low.String() + " is above its max " + high.String(),
			Hint:    "Swap min and max.",
		}}
	}
	if domain.IsZero() {
		return nil
	}
	var problems []Problem
	for _, field := range fields {
		if field == "by" && d.countsPointsOfShare() {
			continue // what it resolves to is wrong in any case, and said by the kind
		}
		if level := d.level(field); level != nil && k.knows(field) {
			if problem := checkLevel(d, domain, field, *level); problem != nil {
				problems = append(problems, *problem)
			}
		}
	}
	return problems
}

// checkLevel holds one number against the domain of the metric.
func checkLevel(d *Definition, domain Domain, field string, n Number) *Problem {
	if domain.Contains(n) {
		return nil
	}
	whose := "this metric's domain"
	if d.Domain.IsZero() {
		whose = "what " + quote(d.Unit) + " can be"
	}
	return &Problem{
		ID: IDValueOutOfDomain, Field: field,
		Message: field + " " + n.String() + " is outside " + whose + ", " + domain.String(),
		Hint:    "Correct the number or the unit; where " + n.String() + " is really possible, give the metric a domain: of its own.",
	}
}

// checkWords finds ways to aggregate and to judge that do not exist.
func (k *Kind) checkWords(d *Definition) []Problem {
	var problems []Problem
	if d.Aggregate != "" {
		aggregates := []string{"last", "sum", "mean", "max", "min"}
		if !isOneOf(string(d.Aggregate), aggregates) {
			problems = append(problems, unknownWord("aggregate", string(d.Aggregate), aggregates))
		}
	}
	if d.Threshold != "" && k.knows("threshold") {
		thresholds := []string{"last", "held_share", "worst"}
		if !isOneOf(string(d.Threshold), thresholds) {
			problems = append(problems, unknownWord("threshold", string(d.Threshold), thresholds))
		}
	}
	return problems
}

func unknownWord(field, word string, words []string) Problem {
	hint := "Write one of " + listed(words, "or") + "."
	if near, ok := nearest(word, words); ok {
		hint = "Did you mean " + near + "? " + hint
	}
	return Problem{
		ID: IDSchema, Field: field,
		Message: quote(word) + " is not a value of " + field,
		Hint:    hint,
	}
}
