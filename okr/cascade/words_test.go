package cascade

import (
	"slices"
	"strings"
	"testing"
)

// FuzzParts holds the reading of plain text against that of any text.
func FuzzParts(f *testing.F) {
	for _, text := range []string{"p99 falls from 900ms to 300 ms", "1,200 and 3.5% of 7.a", "don't a.b 4.5.6, x,y", "%%", "a1b2 1a 2,b", "12:30.", "3.", ".5"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got, want := parts(text), appendPartsOfRunes(nil, strings.ToLower(text)); !slices.Equal(got, want) {
			t.Errorf("%q: %q, and by its characters %q", text, got, want)
		}
	})
}
