package cascade

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words are the words of a text as [BagOf] counts them, as they are written but in lower
// case, sorted.
func Words(text string) []string {
	found := parts(text)
	found = slices.DeleteFunc(found, func(word string) bool { return unicode.IsDigit(first(word)) || smallWord(word) })
	for i, word := range found {
		found[i] = singular(word)
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// parts cuts a text into words and numbers, in lower case: "p99" is a word, "3.5" and
// "1,200" are numbers, and "%" stands for itself.
func parts(text string) []string {
	text = strings.ToLower(text)
	var found []string
	start := -1     // of the part that has begun
	number := false // whether that begins with a digit
	before := otherGlyph
	for i, r := range text {
		now := glyphOf(r)
		switch {
		case now == letterGlyph && start >= 0 && number: // "300ms" is a number and a unit
			found = append(found, text[start:i])
			start, number = i, false
		case now != otherGlyph:
			if start < 0 {
				start, number = i, now == digitGlyph
			}
		case start >= 0 && separates(r) && (before == letterGlyph || before == digitGlyph) && before == glyphOf(first(text[i+utf8.RuneLen(r):])):
		default:
			if start >= 0 {
				found = append(found, text[start:i])
				start = -1
			}
			if r == '%' {
				found = append(found, "%")
			}
		}
		before = now
	}
	if start >= 0 {
		found = append(found, text[start:])
	}
	return found
}

// separates reports whether a character may stand within a number or a word.
func separates(r rune) bool { return r == '.' || r == ',' || r == '\'' || r == '’' }

// glyph is what a character of a text in lower case is.
type glyph uint8

const (
	otherGlyph glyph = iota
	letterGlyph
	digitGlyph
	markGlyph
)

// glyphOf asks about the letters and digits of ASCII first, since they are most.
func glyphOf(r rune) glyph {
	switch {
	case 'a' <= r && r <= 'z':
		return letterGlyph
	case '0' <= r && r <= '9':
		return digitGlyph
	case r < 'a': // no capitals are left
		return otherGlyph
	case unicode.IsLetter(r):
		return letterGlyph
	case unicode.IsDigit(r):
		return digitGlyph
	case unicode.IsMark(r):
		return markGlyph
	}
	return otherGlyph
}

func first(word string) rune {
	for _, r := range word {
		return r
	}
	return 0
}

// singular leaves out a plural s, so that a shopper is one of the shoppers.
func singular(word string) string {
	if len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us") && !strings.HasSuffix(word, "is") {
		return word[:len(word)-1]
	}
	return word
}

func smallWord(word string) bool {
	switch word { // none is longer than longestSmallWord
	case "a", "an", "and", "are", "as", "at", "be", "below", "by", "for", "from", "in", "into", "is", "it", "its", "of", "on", "or", "our",
		"per", "percent", "%", "pp", "that", "the", "their", "this", "to", "up", "we", "which", "who", "will", "with",
		"als", "am", "auf", "aus", "bei", "das", "dem", "den", "der", "des", "die", "ein", "eine", "einem", "einen", "einer", "für", "im",
		"ist", "mit", "oder", "pro", "prozent", "sich", "sie", "sind", "um", "und", "uns", "unser", "unsere", "von", "wir", "zu", "zum", "zur":
		return true
	}
	return false
}
