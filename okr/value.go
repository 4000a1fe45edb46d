package okr

import (
	"slices"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr/metric"
)

// IsNull reports whether the file writes null: the field was or is absent.
func (v Value) IsNull() bool {
	return v.Text == "" && v.Number == nil && v.Yes == nil && v.Stages == nil && v.Phases == nil
}

// Equal reports whether two values say the same, however they are spelled: 0.70
// is 0.7. Places make no difference.
func (v Value) Equal(other Value) bool {
	switch {
	case v.Number != nil && other.Number != nil:
		return v.Number.Equal(*other.Number)
	case v.Yes != nil && other.Yes != nil:
		return *v.Yes == *other.Yes
	case (v.Number != nil) != (other.Number != nil) || (v.Yes != nil) != (other.Yes != nil):
		return false
	}
	sameStage := func(a, b metric.Stage) bool { return a.Name == b.Name && a.Credit.Equal(b.Credit) }
	samePhase := func(a, b Phase) bool { return a.Date == b.Date && a.Expected.Equal(b.Expected) }
	return v.Text == other.Text && (v.Stages == nil) == (other.Stages == nil) && (v.Phases == nil) == (other.Phases == nil) &&
		slices.EqualFunc(v.Stages, other.Stages, sameStage) && slices.EqualFunc(v.Phases, other.Phases, samePhase)
}

// String is the value as a file writes it on one line.
func (v Value) String() string {
	var items []string
	switch {
	case v.IsNull():
		return "null"
	case v.Stages != nil:
		for _, s := range v.Stages {
			items = append(items, "{name: "+flow(s.Name)+", credit: "+s.Credit.String()+"}")
		}
	case v.Phases != nil:
		for _, p := range v.Phases {
			items = append(items, "{date: "+p.Date.String()+", expected: "+p.Expected.String()+"}")
		}
	case v.Number != nil:
		if v.Text != "" {
			return v.Text
		}
		return v.Number.String()
	case v.Yes != nil && *v.Yes:
		return "true"
	case v.Yes != nil:
		return "false"
	default:
		return flow(v.Text)
	}
	return "[" + strings.Join(items, ", ") + "]"
}

// flow is a text as it can stand between braces: in quotes where it could be read
// as something else.
func flow(text string) string {
	if _, err := ParseDate(text); err == nil {
		return text
	}
	plain := text != "" && strings.Trim(text, " ") == text
	for i, r := range text {
		letter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r > 0xA0
		plain = plain && (letter || i > 0 && ('0' <= r && r <= '9' || strings.ContainsRune(" _-./()", r)))
	}
	switch strings.ToLower(text) {
	case "true", "false", "null", "yes", "no", "on", "off":
		plain = false
	}
	if plain {
		return text
	}
	return strconv.Quote(text)
}
