package diff

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// shown is a value for a Change: nil where there is none.
func shown(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

func textOf(value *string) string {
	if value == nil {
		return "–"
	}
	return *value
}

// joined joins the texts that are not empty.
func joined(separator string, texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(t string) bool { return t == "" }), separator)
}

// amount is a number with its unit, as people write it: "400 ms", "99.5 %".
func amount(n metric.Number, unit string) string {
	if okr.UnitKey(unit) == "%" {
		unit = "%"
	}
	return joined(" ", n.String(), unit)
}

// percent is a share as people read it: "29 %", "less than 1 %".
func percent(share metric.Number) string {
	const places = 0
	switch whole := share.Abs().Mul(metric.Int(100)).Round(places); {
	case whole.IsZero():
		return "less than 1 %"
	default:
		return whole.String() + " %"
	}
}

// sameTexts compares lists in which the order says nothing.
func sameTexts(b, a []okr.Text) bool {
	if len(b) != len(a) {
		return false
	}
	counts := make(map[string]int, len(b))
	for _, t := range b {
		counts[t.V]++
	}
	for _, t := range a {
		counts[t.V]--
	}
	for _, n := range counts {
		if n != 0 {
			return false
		}
	}
	return true
}

// valueText is a field of a metric as people read it, in its unit; nil where it is
// not written.
func valueText(field string, v okr.Value, unit string) *string {
	switch {
	case field == "role" && v.IsNull():
		return shown("counting")
	case v.IsNull():
		return nil
	case v.Stages != nil:
		var steps []string
		for _, s := range v.Stages {
			steps = append(steps, s.Name+" "+s.Credit.String())
		}
		return shown(strings.Join(steps, ", "))
	case v.Phases != nil:
		var points []string
		for _, p := range v.Phases {
			points = append(points, p.Expected.String()+" by "+p.Date.String())
		}
		return shown(strings.Join(points, ", "))
	case v.Number != nil:
		return shown(amount(*v.Number, unit))
	case v.Yes != nil && *v.Yes:
		return shown("yes")
	case v.Yes != nil:
		return shown("no")
	}
	return shown(v.Text)
}
