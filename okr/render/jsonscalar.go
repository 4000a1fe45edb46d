package render

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// float writes a number as short as it can be told from its neighbours; what is no
// number is absent.
func (e *jsonEncoder) float(f float64) {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		e.raw("null")
		return
	}
	text, err := json.Marshal(f)
	if err != nil {
		e.fail(errJSON)
	}
	e.raw(string(text))
}

// marshaled writes what a value says of itself, if that is a number, a string or
// null: anything larger has its own fields.
func (e *jsonEncoder) marshaled(v json.Marshaler) {
	text, err := v.MarshalJSON()
	if err != nil {
		e.fail(errJSON)
		return
	}
	var s *string
	if json.Unmarshal(text, &s) == nil {
		e.value(s)
		return
	}
	e.number(string(text))
}

// number writes a number that is already text.
func (e *jsonEncoder) number(text string) {
	if !isJSONNumber(text) {
		e.fail(errJSON)
		return
	}
	e.raw(text)
}

// isJSONNumber reports whether a text is a number as JSON writes them.
func isJSONNumber(text string) bool {
	return text != "" && (text[0] == '-' || text[0] >= '0' && text[0] <= '9') && json.Valid([]byte(text)) &&
		text[len(text)-1] > ' '
}

// quoted is a text as a JSON string. HTML characters stay as they are, since no
// page is made here; what [Sanitize] makes visible is escaped, so that the output
// does no harm on a terminal or in a log and still means the same text.
func quoted(text string) string {
	if harmless(text) && strings.IndexByte(text, '"') < 0 && strings.IndexByte(text, '\\') < 0 {
		return `"` + text + `"`
	}
	out := make([]byte, 0, len(text)+2)
	out = append(out, '"')
	var before, last rune
	for i, r := range text {
		_, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && size <= 1:
			out = append(out, "\uFFFD"...)
		case r == '"' || r == '\\':
			out = append(out, '\\', byte(r))
		case r == '\n':
			out = append(out, `\n`...)
		case r == '\t':
			out = append(out, `\t`...)
		case r == '\r':
			out = append(out, `\r`...)
		case r == '[' && last == '#' && before == '#' || hidden(r, last):
			out = appendEscape(out, r)
		default:
			out = utf8.AppendRune(out, r)
		}
		before, last = last, r
	}
	return string(append(out, '"'))
}

// appendEscape writes a character as \u and its UTF-16 units.
func appendEscape(out []byte, r rune) []byte {
	for _, unit := range utf16.AppendRune(nil, r) {
		out = fmt.Appendf(out, `\u%04x`, unit)
	}
	return out
}
