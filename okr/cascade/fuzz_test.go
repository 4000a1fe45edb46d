package cascade_test

import (
	"slices"
	"testing"

	"github.com/okrs-as-code/okrs/okr/cascade"
)

// FuzzWords holds that any text has words, sorted and each once, and is like itself.
func FuzzWords(f *testing.F) {
	for _, text := range []string{"", "p99 falls from 900ms to 300 ms", "1,200.5 %", "don't 'quote'", "\xff\xfe", "五月から2年", "a.b.c ..", "ÄÖÜ ß ﬀ", "1,200 and 3.5% of 7.a", "a.b 4.5.6, x,y", "a1b2 1a 2,b", "12:30.", "3.", ".5", "BUSES bus"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		words, bag := cascade.Words(text), cascade.BagOf(text)
		if !slices.IsSorted(words) || len(slices.Compact(slices.Clone(words))) != len(words) || slices.Contains(words, "") {
			t.Errorf("%q has the words %q", text, words)
		}
		if !slices.IsSorted(bag) || len(bag) != len(words) {
			t.Errorf("%q has %d words, %q, and %d numbers for them, %d", text, len(words), words, len(bag), bag)
		}
		for _, word := range words {
			if one := cascade.BagOf(word); len(one) == 1 && !slices.Contains(bag, one[0]) && len(cascade.Words(word)) == 1 && cascade.Words(word)[0] == word {
				t.Errorf("the bag of %q has no %q", text, word)
			}
		}
		if len(bag) > 0 && (bag.Alike(bag) != 1 || bag.Sum() == 0) {
			t.Errorf("%q is not like itself", text)
		}
		if left := bag.Without(bag); len(left) != 0 {
			t.Errorf("%q without itself leaves %d", text, left)
		}
	})
}
