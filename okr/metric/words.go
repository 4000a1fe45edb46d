package metric

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr/near"
)

// nearest returns the name that a mistyped word most likely meant, and false
// where none is near enough.
func nearest(word string, names []string) (string, bool) {
	if words := near.Words(word, names); len(words) > 0 {
		return words[0], true
	}
	return "", false
}

// listed joins words as a sentence does: "a", "a or b", "a, b or c".
func listed(words []string, conjunction string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " " + conjunction + " " + words[last]
}
