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

// plainInJSON says of each byte whether it stands for itself in a string.
var plainInJSON = func() (plain [256]bool) {
	for c := ' '; c <= '~'; c++ {
		plain[c] = c != '"' && c != '\\' && c != '['
	}
	return plain
}()

// appendQuoted appends a text as a JSON string. HTML characters stay as they are,
// since no page is made here; what [Sanitize] makes visible is escaped, so that the
// output does no harm on a terminal or in a log and still means the same text.
func appendQuoted(out []byte, text string) []byte {
	out = append(out, '"')
	from := 0 // what stands before is in out
	for i := 0; i < len(text); {
		if plainInJSON[text[i]] {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !shows(text, i, r, size) {
			out = appendEscaped(append(out, text[from:i]...), r, size)
			from = i + size
		}
		i += size
	}
	return append(append(out, text[from:]...), '"')
}

// shows reports whether the character at a place of a text is written as it is.
func shows(text string, at int, r rune, size int) bool {
	switch {
	case r == '"' || r == '\\' || r == utf8.RuneError && size <= 1:
		return false
	case r == '[':
		return !strings.HasSuffix(text[:at], "##")
	case r > 0xA0 && r < 0x300 && r != 0xAD || r >= 0x2010 && r < 0x2028:
		return true // letters and marks of Europe: the tables take long
	case at == 0:
		return !hidden(r, 0)
	}
	last, _ := utf8.DecodeLastRuneInString(text[:at])
	return !hidden(r, last)
}

// appendEscaped appends a character in a way that JSON reads as the character.
func appendEscaped(out []byte, r rune, size int) []byte {
	switch {
	case r == utf8.RuneError && size <= 1:
		return append(out, "\uFFFD"...)
	case r == '"' || r == '\\':
		return append(out, '\\', byte(r))
	case r == '\n':
		return append(out, `\n`...)
	case r == '\t':
		return append(out, `\t`...)
	case r == '\r':
		return append(out, `\r`...)
	}
	return appendEscape(out, r)
}

// appendEscape writes a character as \u and its UTF-16 units.
func appendEscape(out []byte, r rune) []byte {
	for _, unit := range utf16.AppendRune(nil, r) {
		out = fmt.Appendf(out, `\u%04x`, unit)
	}
	return out
}
