package metric

import (
	"strconv"
	"strings"
)

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

// currentOf makes the current value of at least one reading. The step is nil
// where the current value simply is the last reading.
func currentOf(how Aggregate, readings []Term) (Term, *Step) {
	last := readings[len(readings)-1]
	last.Name = "current"
	step := Step{Name: "current", Terms: readings}
	switch how {
	case AggregateSum:
		step.Value = sum(readings)
		step.Formula = spread("reading", " + ", "sum of readings", len(readings))
	case AggregateMean:
		count := Int(int64(len(readings)))
		step.Value, _ = sum(readings).Div(count)
		step.Terms = append(readings[:len(readings):len(readings)], field("count", count))
		step.Formula = "(" + spread("reading", " + ", "sum of readings", len(readings)) + ") / count"
	case AggregateMax:
		step.Value = readings[0].Value
		for _, reading := range readings {
			step.Value = step.Value.Max(reading.Value)
		}
		step.Formula = "max(" + spread("reading", ", ", "readings", len(readings)) + ")"
	case AggregateMin:
		step.Value = readings[0].Value
		for _, reading := range readings {
			step.Value = step.Value.Min(reading.Value)
		}
		step.Formula = "min(" + spread("reading", ", ", "readings", len(readings)) + ")"
	default:
		return last, nil
	}
	step.Note = strconv.Itoa(len(readings)) + " readings"
	if len(readings) == 1 {
		step.Note = "1 reading"
	}
	return field("current", step.Value), &step
}

func sum(terms []Term) Number {
	var total Number
	for _, term := range terms {
		total = total.Add(term.Value)
	}
	return total
}

// spread writes out a formula over a few readings and abbreviates it over many.
func spread(name, separator, abbreviated string, count int) string {
	const most = 12
	if count > most {
		return abbreviated
	}
	return strings.TrimSuffix(strings.Repeat(name+separator, count), separator)
}
