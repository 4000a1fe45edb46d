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
	start := -1
	end := func(i int) {
		if start >= 0 {
			found = append(found, text[start:i])
			start = -1
		}
	}
	var before rune
	number := false // whether the part that has begun begins with a digit
	for i, r := range text {
		letter := unicode.IsLetter(r)
		digit := !letter && unicode.IsDigit(r)
		switch {
		case letter && start >= 0 && number:
			end(i) // "300ms" is a number and a unit
			start, number = i, false
		case letter || digit || unicode.IsMark(r):
			if start < 0 {
				start, number = i, digit
			}
		case start >= 0 && i > 0 && separates(r) && sameSort(before, first(text[i+utf8.RuneLen(r):])):
		default:
			end(i)
			if r == '%' {
				found = append(found, "%")
			}
		}
		before = r
	}
	end(len(text))
	return found
}

// separates reports whether a character may stand within a number or a word.
func separates(r rune) bool { return r == '.' || r == ',' || r == '\'' || r == '’' }

func sameSort(a, b rune) bool {
	return unicode.IsDigit(a) && unicode.IsDigit(b) || unicode.IsLetter(a) && unicode.IsLetter(b)
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
