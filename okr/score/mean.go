package score

import "github.com/okrs-as-code/okrs/okr/metric"

// weighted is a value and how much of a mean it is.
type weighted struct{ weight, value metric.Number }

// join adds a value that is known and has a weight above 0.
func join(parts []weighted, weight metric.Number, value *metric.Number) []weighted {
	if value == nil || weight.Sign() <= 0 {
		return parts
	}
	return append(parts, weighted{weight, *value})
}

// mean is the weighted mean, exactly; nil of nothing.
func mean(parts []weighted) *metric.Number {
	if len(parts) == 0 {
		return nil
	}
	equal := true
	for _, p := range parts[1:] {
		equal = equal && p.weight.Equal(parts[0].weight)
	}
	total, weights := add(parts, plain), metric.Int(int64(len(parts)))
	if !equal {
		total, weights = add(parts, scaled), add(parts, weight)
	}
	result, _ := total.Div(weights)
	return &result
}

func plain(p weighted) metric.Number  { return p.value }
func scaled(p weighted) metric.Number { return p.weight.Mul(p.value) }
func weight(p weighted) metric.Number { return p.weight }

// add is the sum over the parts. Over many of them it adds halves: the exact sum
// of thousands of fractions has a long denominator, and so it is handled a few
// times and not once for each part.
func add(parts []weighted, value func(weighted) metric.Number) metric.Number {
	const few = 8
	if half := len(parts) / 2; len(parts) > few {
		return add(parts[:half], value).Add(add(parts[half:], value))
	}
	var total metric.Number
	for _, p := range parts {
		total = total.Add(value(p))
	}
	return total
}
