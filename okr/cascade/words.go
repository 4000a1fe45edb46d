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
func Words(text string) []string { return AppendWords(make([]string, 0, 1+len(text)/6), text) }

// AppendWords appends the [Words] of a text to others.
func AppendWords(others []string, text string) []string {
	start := len(others)
	all := appendParts(others, text)
	found := all[:start] // what is left out is read by then
	for _, word := range all[start:] {
		if !unicode.IsDigit(first(word)) && !smallWord(word) {
			found = append(found, singular(word))
		}
	}
	slices.Sort(found[start:])
	return found[:start+len(slices.Compact(found[start:]))]
}

// Without are the words without those of a unit: "300 ms" says no more than 300.
func Without(words []string, unit string) []string {
	if unit == "" {
		return words
	}
	return Besides(words, Words(unit))
}

// Besides are the words without others.
func Besides(words, drop []string) []string {
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
func parts(text string) []string { return appendParts(nil, text) }

func appendParts(found []string, text string) []string {
	text = strings.ToLower(text)
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return appendPartsOfRunes(found, text)
		}
	}
	for i := 0; i < len(text); {
		start := i
		switch glyphs[text[i]] {
		case otherGlyph:
			if text[i] == '%' {
				found = append(found, text[i:i+1])
			}
			i++
			continue
		case digitGlyph:
			i = endOfPart(text, i, digitGlyph)
		default:
			i = endOfPart(text, i, otherGlyph)
		}
		found = append(found, text[start:i])
	}
	return found
}

// endOfPart is where the part that begins at a place of a text of ASCII ends. One that
// is a number is of one glyph, since "300ms" is a number and a unit.
func endOfPart(text string, at int, only glyph) int {
	for at++; at < len(text); at++ {
		now := glyphs[text[at]]
		inside := now == otherGlyph && separates(rune(text[at])) && at+1 < len(text) && glyphs[text[at+1]] == glyphs[text[at-1]]
		if inside {
			continue
		}
		if now == otherGlyph || only != otherGlyph && now != only {
			break
		}
	}
	return at
}

// glyphs are those of the characters of ASCII in lower case.
var glyphs = func() (known [utf8.RuneSelf]glyph) {
	for i := range known {
		known[i] = glyphOf(rune(i))
	}
	return known
}()

// appendPartsOfRunes is appendParts of a text in lower case, with whatever characters.
func appendPartsOfRunes(found []string, text string) []string {
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
