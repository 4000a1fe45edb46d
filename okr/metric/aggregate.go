package metric

import (
	"strconv"
	"strings"
)

// combines reports whether the current value is made of all readings, and not
// simply the last.
func (how Aggregate) combines() bool {
	return how == AggregateSum || how == AggregateMean || how == AggregateMax || how == AggregateMin
}

// currentOf makes the current value of readings of which at least one tells a
// number.
func currentOf(how Aggregate, readings []Reading) Term {
	if how.combines() {
		return field("current", combined(how, readings))
	}
	last := len(readings) - 1
	for readings[last].Number == nil {
		last--
	}
	return Term{Name: "current", Value: *readings[last].Number, Reading: last}
}

func combined(how Aggregate, readings []Reading) Number {
	var result Number
	count := int64(0)
	for i := range readings {
		n := readings[i].Number
		switch {
		case n == nil:
			continue
		case count == 0:
			result = *n
		case how == AggregateMax:
			result = result.Max(*n)
		case how == AggregateMin:
			result = result.Min(*n)
		default:
			result = result.Add(*n)
		}
		count++
	}
	if how == AggregateMean {
		result, _ = result.Div(Int(count))
	}
	return result
}

// numbersOf returns the readings that tell a number, as terms.
func numbersOf(readings []Reading) []Term {
	terms := make([]Term, 0, len(readings))
	for i, reading := range readings {
		if reading.Number != nil {
			terms = append(terms, Term{Name: "reading", Value: *reading.Number, Reading: i})
		}
	}
	return terms
}

// aggregateStep shows how readings became the current value.
func aggregateStep(how Aggregate, readings []Term, current Number) Step {
	count := len(readings)
	step := Step{Name: "current", Terms: readings, Value: current, Note: strconv.Itoa(count) + " readings"}
	if count == 1 {
		step.Note = "1 reading"
	}
	switch how {
	case AggregateSum:
		step.Formula = spread("reading", " + ", "sum of readings", count)
	case AggregateMean:
		step.Terms = append(readings[:count:count], field("count", Int(int64(count))))
		step.Formula = "(" + spread("reading", " + ", "sum of readings", count) + ") / count"
	case AggregateMax:
		step.Formula = "max(" + spread("reading", ", ", "readings", count) + ")"
	case AggregateMin:
		step.Formula = "min(" + spread("reading", ", ", "readings", count) + ")"
	}
	return step
}

// spread writes out a formula over a few readings and abbreviates it over many.
func spread(name, separator, abbreviated string, count int) string {
	const most = 12
	if count > most {
		return abbreviated
	}
	return strings.TrimSuffix(strings.Repeat(name+separator, count), separator)
}
