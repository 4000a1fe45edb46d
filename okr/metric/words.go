package metric

import "strings"

// nearest returns the name that a mistyped word most likely meant, and false
// where none is near enough: at most a third of the letters may differ.
func nearest(word string, names []string) (string, bool) {
	const longest = 100 // longer texts are not worth comparing
	best, bestDistance := "", 0
	for _, name := range names {
		if len(word) > longest || len(name) > longest {
			continue
		}
		a, b := []rune(strings.ToLower(word)), []rune(strings.ToLower(name))
		distance := editDistance(a, b)
		if 3*distance > max(len(a), len(b), 3) {
			continue
		}
		if best == "" || distance < bestDistance {
			best, bestDistance = name, distance
		}
	}
	return best, best != ""
}

// editDistance counts the letters to insert, delete, replace or swap with their
// neighbour to turn a into b (the optimal string alignment distance).
func editDistance(a, b []rune) int {
	var before []int
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		next := make([]int, len(b)+1)
		next[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			next[j+1] = min(row[j]+cost, row[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row = row, next
	}
	return row[len(b)]
}

// listed joins words as a sentence does: "a", "a or b", "a, b or c".
func listed(words []string, conjunction string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " " + conjunction + " " + words[last]
}
