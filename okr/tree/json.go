package tree

import (
	"encoding/json"
	"strings"
)

// JSON is the value as a JSON decoder that keeps numbers exact would give it:
// map[string]any, []any, json.Number, string, bool or nil.
func (n *Node) JSON() any {
	switch n.Kind {
	case Mapping:
		object := make(map[string]any, len(n.Pairs))
		for _, p := range n.Pairs {
			object[p.Key] = p.Value.JSON()
		}
		return object
	case Sequence:
		list := make([]any, len(n.Items))
		for i, item := range n.Items {
			list[i] = item.JSON()
		}
		return list
	case Number:
		return json.Number(jsonNumber(n.Text))
	case Bool:
		return n.Text == "true"
	case String:
		return n.Text
	default:
		return nil
	}
}

// jsonNumber is a number of YAML as JSON writes it: without a plus sign, with a
// digit on both sides of the point.
func jsonNumber(text string) string {
	sign, digits := "", strings.TrimPrefix(text, "+")
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	if strings.HasPrefix(digits, ".") {
		digits = "0" + digits
	}
	whole, fraction, found := strings.Cut(digits, ".")
	if found && (fraction == "" || !isDigit(fraction[0])) {
		digits = whole + fraction
	}
	return sign + digits
}
