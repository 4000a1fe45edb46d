package lint

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// named is a title as a message repeats it: in quotes, on one line, shortened
// where it is long.
func named(title okr.Text) string {
	text := oneLine(title.V)
	if len(text) > longestQuote && utf8.RuneCountInString(text) > longestQuote {
		cut := string([]rune(text)[:longestQuote])
		if space := strings.LastIndexByte(cut, ' '); space > longestQuote/2 {
			cut = cut[:space]
		}
		text = cut + "…"
	}
	return quote(text)
}

// oneLine is a text with single blanks in the place of all white space.
func oneLine(text string) string {
	before := byte(' ')
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c < ' ' || c > '~' || c == ' ' && before == ' ' {
			return strings.Join(strings.Fields(text), " ")
		}
		before = c
	}
	return strings.TrimSuffix(text, " ")
}

// inDays is a number of days in words.
func inDays(n okr.Date) string {
	if n == 1 {
		return "1 day"
	}
	return strconv.Itoa(int(n)) + " days"
}

// amount is a number with its unit: "47 percent".
func amount(n metric.Number, unit string) string {
	unit = oneLine(unit)
	switch unit {
	case "":
		return n.String()
	case "%":
		return n.String() + "%"
	default:
		return n.String() + " " + unit
	}
}

// checkInAt is a check-in to be written down: the date, the value as it was
// written last, and the confidence if one was given.
func checkInAt(date okr.Date, value *okr.Value, confidence *metric.Number) string {
	line := "- {date: " + date.String() + ", value: "
	if value != nil {
		line += value.String()
	} else {
		line += "…"
	}
	if confidence != nil {
		line += ", confidence: " + confidence.String()
	}
	return example(line + "}")
}

// latest is what check-ins say last: the value and the confidence, nil where none
// was given.
func latest(checkIns []okr.CheckIn) (value *okr.Value, confidence *metric.Number) {
	for i := range checkIns {
		c := &checkIns[i]
		if c.Value != nil {
			value = c.Value
		}
		if c.Confidence.Written() {
			confidence = &c.Confidence.V
		}
	}
	return value, confidence
}
