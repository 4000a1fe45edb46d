package metric

import (
	"math/big"
	"strings"
	"testing"
)

// exact reads "8/15" or "0.5" as the number it stands for.
func exact(t testing.TB, text string) Number {
	t.Helper()
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		t.Fatalf("test is wrong: %q is no number", text)
	}
	return fromRat(r)
}

// pointer returns nil for an empty text.
func pointer(t testing.TB, text string) *Number {
	t.Helper()
	if text == "" {
		return nil
	}
	return new(exact(t, text))
}

// show writes a number as an exact fraction, and nil as unknown.
func show(n *Number) string {
	if n == nil {
		return "unknown"
	}
	return n.rat().RatString()
}

// readings turns "12 18 20" into readings.
func readings(t testing.TB, text string) []Reading {
	t.Helper()
	var list []Reading
	for word := range strings.FieldsSeq(text) {
		list = append(list, Reading{Number: new(exact(t, word))})
	}
	return list
}

// define turns "at_least target=99.9 fail_at=99 unit=%" into a definition; the
// first word may be - where the kind is left out.
func define(t testing.TB, text string) Definition {
	t.Helper()
	words := strings.Fields(text)
	d := Definition{Kind: strings.TrimPrefix(words[0], "-")}
	for _, word := range words[1:] {
		name, value, _ := strings.Cut(word, "=")
		switch name {
		case "baseline":
			d.Baseline = pointer(t, value)
		case "target":
			d.Target = pointer(t, value)
		case "low":
			d.Low = pointer(t, value)
		case "high":
			d.High = pointer(t, value)
		case "fail_at":
			d.FailAt = pointer(t, value)
		case "tolerance":
			d.Tolerance = pointer(t, value)
		case "min":
			d.Domain.Min = pointer(t, value)
		case "max":
			d.Domain.Max = pointer(t, value)
		case "by":
			by, err := ParseRelative(value)
			if err != nil {
				t.Fatal(err)
			}
			d.By = &by
		case "unit":
			d.Unit = value
		case "source":
			d.Source = value
		case "threshold":
			d.Threshold = Threshold(value)
		case "aggregate":
			d.Aggregate = Aggregate(value)
		case "stages": // pilot:0.3,half:0.7,all:1
			for stage := range strings.SplitSeq(value, ",") {
				name, credit, _ := strings.Cut(stage, ":")
				d.Stages = append(d.Stages, Stage{Name: name, Credit: exact(t, credit)})
			}
		default:
			t.Fatalf("test is wrong: no field %q", name)
		}
	}
	return d
}

// ids joins the ids and fields of problems: "no-baseline:baseline".
func ids(problems []Problem) string {
	var list []string
	for _, p := range problems {
		list = append(list, p.ID+":"+p.Field)
	}
	return strings.Join(list, " ")
}
