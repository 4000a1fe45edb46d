package cascade

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words are the words of a text that say what it is about, sorted and each once: in
// lower case, without numbers, without the small words of English and German that any
// sentence has, and without a plural s.
func Words(text string) []string {
	all := parts(text)
	found := all[:0] // what is left out is read by then
	for _, word := range all {
		if !unicode.IsDigit(first(word)) && !smallWord(word) {
			found = append(found, singular(word))
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// Without are the words without those of a unit: "300 ms" says no more than 300.
func Without(words []string, unit string) []string {
	if unit == "" {
		return words
	}
	return without(words, Words(unit))
}

// without are the words without others.
func without(words, drop []string) []string {
	if !slices.ContainsFunc(words, func(w string) bool { return slices.Contains(drop, w) }) {
		return words
	}
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(drop, w) })
}

// Alike is how alike two lists of [Words] are: the share of all their words that both
// have, 0…1 (the index of Jaccard). Of two empty lists it is 0.
func Alike(a, b []string) float64 {
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch strings.Compare(a[i], b[j]) {
		case -1:
			i++
		case 1:
			j++
		default:
			both, i, j = both+1, i+1, j+1
		}
	}
	if both == 0 {
		return 0
	}
	return float64(both) / float64(len(a)+len(b)-both)
}

// parts cuts a text into words and numbers, in lower case: "p99" is a word, "3.5" and
// "1,200" are numbers, and "%" stands for itself.
func parts(text string) []string {
	text = strings.ToLower(text)
	found := make([]string, 0, 1+len(text)/6)
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
	switch word {
	case "a", "an", "and", "are", "as", "at", "be", "below", "by", "for", "from", "in", "into", "is", "it", "its", "of", "on", "or", "our",
		"per", "percent", "%", "pp", "that", "the", "their", "this", "to", "up", "we", "which", "who", "will", "with",
		"als", "am", "auf", "aus", "bei", "das", "dem", "den", "der", "des", "die", "ein", "eine", "einem", "einen", "einer", "für", "im",
		"ist", "mit", "oder", "pro", "prozent", "sich", "sie", "sind", "um", "und", "uns", "unser", "unsere", "von", "wir", "zu", "zum", "zur":
		return true
	}
	return false
}
