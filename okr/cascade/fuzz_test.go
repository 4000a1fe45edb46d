package cascade_test

import (
	"slices"
	"testing"

	"github.com/okrs-as-code/okrs/okr/cascade"
)

// FuzzWords holds that any text has words, sorted and each once, and is like itself.
func FuzzWords(f *testing.F) {
	for _, text := range []string{"", "p99 falls from 900ms to 300 ms", "1,200.5 %", "don't 'quote'", "\xff\xfe", "五月から2年", "a.b.c ..", "ÄÖÜ ß ﬀ"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		words := cascade.Words(text)
		if !slices.IsSorted(words) || len(slices.Compact(slices.Clone(words))) != len(words) || slices.Contains(words, "") {
			t.Errorf("%q has the words %q", text, words)
		}
		if len(words) > 0 && cascade.Alike(words, words) != 1 {
			t.Errorf("%q is not like itself", text)
		}
		if left := cascade.Without(words, text); len(left) != 0 {
			t.Errorf("%q without itself leaves %q", text, left)
		}
	})
}
