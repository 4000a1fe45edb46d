package language

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// TestTableAnswersAsAMap enters words that are hard to tell apart, short and long ones
// with the same beginnings and ends, and asks for them and for their neighbours.
func TestTableAnswersAsAMap(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		text := make([]byte, random.IntN(30))
		for i := range text {
			text[i] = "ab\x00é"[random.IntN(2+3*random.IntN(2))]
		}
		return string(text)
	}
	l := &lexicon{table: table{slots: make([]int32, 4)}}
	want := make(map[string]int32)
	for range 5000 {
		text := word()
		index := l.slotOf([]byte(text))
		if known, entered := want[text]; entered && known != index {
			t.Fatalf("%q is entered twice: %d, %d", text, known, index)
		}
		want[text] = index
	}
	ask := func(text string) {
		wanted, entered := want[text]
		inside := append([]byte(text), "behind it"...)[:len(text)]
		for _, word := range [][]byte{[]byte(text), slices.Clip([]byte(text)), inside} {
			if index, known := l.find(word); known != entered || known && index != wanted {
				t.Fatalf("%q: %d %v, want %d %v", text, index, known, wanted, entered)
			}
		}
	}
	for text, index := range want {
		if string(l.wordOf(index)) != text {
			t.Fatalf("entry %d is %q, want %q", index, l.wordOf(index), text)
		}
		for _, neighbour := range []string{text, text + "a", text + "\x00", "a" + text, text[:len(text)/2]} {
			ask(neighbour)
		}
	}
	for range 5000 {
		ask(word())
	}
}

// TestEntriesAreSmall holds what makes looking up a word cheap: hardly more than a line
// of the cache.
func TestEntriesAreSmall(t *testing.T) {
	if size := reflect.TypeFor[entry]().Size(); size > 72 {
		t.Errorf("an entry takes %d bytes", size)
	}
}
