package cascade

import "unicode/utf8"

// The sums of words are those of Fowler, Noll and Vo.
const (
	sumStart = 14695981039346656037
	sumPrime = 1099511628211
)

func sumOf(word string) uint64 {
	sum := uint64(sumStart)
	for i := range len(word) {
		sum = (sum ^ uint64(word[i])) * sumPrime
	}
	return sum
}

// appendPlain appends the sums of [Words] of a text of ASCII, in the order of the text. It
// reports false for a text that is more than that. Titles are compared so often that they
// are read without a copy of their words.
func appendPlain(found []uint64, text string) (sums []uint64, plain bool) {
	for i := 0; i < len(text); {
		c := text[i]
		if c >= utf8.RuneSelf {
			return nil, false
		}
		switch ascii[c].glyph {
		case letterGlyph:
			var sum uint64
			var says bool
			if i, sum, says = plainWord(text, i); says {
				found = append(found, sum)
			}
		case digitGlyph:
			for i++; i < len(text) && goesOn(text, i) && ascii[text[i]].glyph != letterGlyph; i++ {
			}
		default:
			i++
		}
	}
	return found, true
}

// plainWord is where the word that begins at a place ends, its sum without a plural s, and
// whether it says something.
func plainWord(text string, at int) (end int, sum uint64, says bool) {
	sum = sumStart
	before := sum // without the last character
	end = at
	for ; end < len(text) && goesOn(text, end); end++ {
		before, sum = sum, (sum^uint64(ascii[text[end]].lower))*sumPrime
	}
	length := end - at
	if length <= longestSmallWord {
		var lower [longestSmallWord]byte
		for i := range length {
			lower[i] = ascii[text[at+i]].lower
		}
		if smallWord(string(lower[:length])) {
			return end, 0, false
		}
	}
	if last, second := ascii[text[end-1]].lower, ascii[text[end-min(2, length)]].lower; length > 3 && last == 's' && second != 's' && second != 'u' && second != 'i' {
		sum = before
	}
	return end, sum, true
}

// goesOn reports whether the part that stands before a place goes on there: with a letter,
// a digit, or a mark between two of the same.
func goesOn(text string, at int) bool {
	c := text[at]
	switch {
	case c >= utf8.RuneSelf:
		return false
	case ascii[c].glyph != otherGlyph:
		return true
	}
	return at > 0 && at+1 < len(text) && separates(rune(c)) && text[at+1] < utf8.RuneSelf &&
		ascii[text[at-1]].glyph != otherGlyph && ascii[text[at+1]].glyph == ascii[text[at-1]].glyph
}

const longestSmallWord = 7 // bytes

// ascii says what the characters of ASCII are, and how they are written in lower case.
var ascii = func() (known [utf8.RuneSelf]struct {
	glyph glyph
	lower byte
}) {
	for i := range known {
		c := byte(i)
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		known[i].lower, known[i].glyph = c, glyphOf(rune(c))
	}
	return known
}()
