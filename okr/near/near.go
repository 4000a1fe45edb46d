// Package near finds the words that a mistyped one may have meant.
package near

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Words are the words closest to what was written, nearest first, at most
// three, for "did you mean". A word is close when at most a third of its letters,
// and at least two, would have to change; two neighbours swapped count as one change.
func Words(written string, words []string) []string {
	type candidate struct {
		word     string
		distance int
	}
	const longest = 100 // longer texts are not worth comparing
	if len(written) > longest {
		return nil
	}
	var close []candidate
	for _, word := range words {
		limit := max(2, max(len(word), len(written))/3)
		if d := distance(strings.ToLower(written), strings.ToLower(word)); d <= limit && d < max(len(word), 1) {
			close = append(close, candidate{word, d})
		}
	}
	slices.SortStableFunc(close, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.word, b.word))
	})
	var nearest []string
	for _, c := range close {
		if len(nearest) < 3 && !slices.Contains(nearest, c.word) {
			nearest = append(nearest, c.word)
		}
	}
	return nearest
}

// Slip reports whether a word was surely meant: one letter of it is missing, one too
// many or another one, or two neighbours are swapped. Capitals make no difference.
func Slip(written, word string) bool {
	return len(written) <= len(word)+utf8.UTFMax && distance(strings.ToLower(written), strings.ToLower(word)) == 1
}

// distance is the number of letters inserted, deleted, replaced or swapped with
// their neighbour that lead from one word to the other (optimal string alignment).
func distance(from, to string) int {
	a, b := []rune(from), []rune(to)
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
