package load

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// longestQuote is how many characters of a text from a file a message repeats.
const longestQuote = 60

// quoted is a text from a file as a message repeats it: in quotes, escaped, and
// not longer than a glance.
func quoted(text string) string {
	if utf8.RuneCountInString(text) > longestQuote {
		text = string([]rune(text)[:longestQuote]) + "…"
	}
	return strconv.Quote(text)
}

// listed joins words as a sentence does: "a", "a or b", "a, b or c".
func listed(words []string, conjunction string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " " + conjunction + " " + words[last]
}
