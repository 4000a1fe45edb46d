package render

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sanitize makes a text that others wrote harmless on a terminal and in the log
// of a job. The outcome is one line:
//
//   - Tabs and line breaks become spaces.
//   - Other control characters, those that turn the direction of writing, and
//     those that take no room become visible: U+001B is written \u{1b}.
//   - Bytes that are no UTF-8 become U+FFFD.
//   - "##[", which opens a command wherever it stands in a line of a log, becomes
//     "##\[". (The other form, "::" at the beginning of a line, is only known once
//     lines are laid out; what writes lines puts a backslash in front of it.)
//
// Sanitize everything before measuring it, and color it afterwards. A text that
// was sanitized does not change when it is sanitized again.
func Sanitize(text string) string {
	if harmless(text) {
		return text
	}
	return sanitize(strings.ReplaceAll(text, "\r\n", "\n"), ' ')
}

// sanitize is Sanitize with the character that stands for a tab. It decides on
// each character by what stands before it, so that sanitizing the beginning of a
// text gives the beginning of the sanitized text.
func sanitize(text string, tab byte) string {
	var out strings.Builder
	out.Grow(len(text) + 16)
	var before, last rune
	for i, r := range text {
		_, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && size <= 1:
			out.WriteRune(utf8.RuneError)
		case r == '\t':
			out.WriteByte(tab)
		case r == '\n':
			out.WriteByte(' ')
		case r == '[' && last == '#' && before == '#':
			out.WriteString(`\[`)
		case hidden(r, last):
			fmt.Fprintf(&out, `\u{%x}`, r)
		default:
			out.WriteRune(r)
		}
		before, last = last, r
	}
	return out.String()
}

// harmless reports whether sanitizing would change nothing, for the texts where
// that is easily told: printable ASCII.
func harmless(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] < ' ' || text[i] > '~' || text[i] == '[' && i >= 2 && text[i-1] == '#' && text[i-2] == '#' {
			return false
		}
	}
	return true
}

// hidden reports whether a character acts instead of showing: controls, marks of
// direction, joiners, fillers, tags.
func hidden(r, last rune) bool {
	switch {
	case r < ' ' || r >= 0x7F && r < 0xA0:
		return true
	case r < 0xA0:
		return false
	case unicode.Is(unicode.Variation_Selector, r):
		return !selects(r, last)
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		return false
	default:
		return unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point)
	}
}

// selects reports whether a variation selector chooses the look of the character
// before it, as text or emoji need, or a name in Han characters. Elsewhere it could
// only carry what nobody sees.
func selects(r, last rune) bool {
	if r == 0xFE0E || r == 0xFE0F {
		return unicode.IsGraphic(last) && !unicode.IsSpace(last) && !unicode.Is(unicode.Variation_Selector, last)
	}
	return unicode.In(last, unicode.Han, unicode.Mongolian) && !unicode.Is(unicode.Variation_Selector, last)
}

// sanitizeLines is the lines of a text, each sanitized; no lines for no text.
func sanitizeLines(text string) []string {
	text = strings.TrimRight(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	if text == "" {
		return nil
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = Sanitize(line)
	}
	return lines
}
