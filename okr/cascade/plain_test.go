package cascade

import (
	"slices"
	"testing"
)

// FuzzPlain holds the quick reading of plain text against the words as they are written.
func FuzzPlain(f *testing.F) {
	for _, text := range []string{
		"p99 falls from 900ms to 300 ms", "1,200 and 3.5% of 7.a", "don't a.b 4.5.6, x,y", "%%", "a1b2 1a 2,b", "12:30.", "3.", ".5",
		"BUSES bus Boss THIS is Analysis", "The percent per person's per-cent", "a,1 1,a a.'b",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if _, plain := appendPlain(nil, text); !plain {
			return
		}
		words := Words(text)
		var want Bag
		for _, word := range words {
			want = append(want, sumOf(word))
		}
		slices.Sort(want)
		if got := BagOf(text); !slices.Equal(got, want) {
			t.Errorf("%q: %d, and its words are %q", text, got, words)
		}
	})
}
