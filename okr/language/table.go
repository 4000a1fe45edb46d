package language

import (
	"encoding/binary"
	"math/bits"
)

// table finds the entry of a word: a hash table of open addressing whose keys lie in
// the entries. Every word of every text is looked up, so that this is where the time
// of a text would go. A word costs a multiplication, a look at its slot, and one at
// the entry that is wanted anyway.
type table struct {
	slots []int32 // 1 + an entry, 0 where free; a power of two of them, at least half of them free
	used  int
	// letters are the words one behind the other, for those that are longer than
	// their head.
	letters []byte
}

// headLetters is how many letters of a word its head holds.
const headLetters = 8

// headOf packs the first letters of a word into a number, with zeros behind a shorter
// one. What lies behind the word in its buffer is read along where there is enough of
// it, and cut off: that is quicker than to read letter by letter.
func headOf(word []byte) uint64 {
	switch {
	case len(word) >= headLetters:
		return binary.LittleEndian.Uint64(word)
	case cap(word) >= headLetters:
		return binary.LittleEndian.Uint64(word[:headLetters]) & (1<<(8*len(word)) - 1)
	}
	var head [headLetters]byte
	copy(head[:], word)
	return binary.LittleEndian.Uint64(head[:])
}

// slot is where the search for a word begins: multiplication by the golden ratio, as
// Knuth describes it, whose upper bits are the best. Of longer words the last letters
// count as well.
func (t *table) slot(word []byte, head uint64) int {
	const golden = 0x9E3779B97F4A7C15
	if len(word) > headLetters {
		head ^= bits.RotateLeft64(binary.LittleEndian.Uint64(word[len(word)-headLetters:])*golden, 29)
	}
	return int(head*golden>>32) & (len(t.slots) - 1)
}

// find is the entry of a word.
func (l *lexicon) find(word []byte) (index int32, known bool) {
	head := headOf(word)
	for at := l.table.slot(word, head); ; at = (at + 1) & (len(l.table.slots) - 1) {
		index = l.table.slots[at] - 1
		if index < 0 {
			return 0, false
		}
		if e := &l.entries[index]; e.head == head && int(e.length) == len(word) && (len(word) <= headLetters || string(l.wordOf(index)) == string(word)) {
			return index, true
		}
	}
}

// wordOf is the word of an entry; nothing where that is an expression.
func (l *lexicon) wordOf(index int32) []byte {
	e := &l.entries[index]
	return l.table.letters[e.at:][:e.length]
}

// slotOf is the entry of a single word, made where it is new.
func (l *lexicon) slotOf(word []byte) int32 {
	if index, known := l.find(word); known {
		return index
	}
	t := &l.table
	if 2*(t.used+1) > len(t.slots) {
		l.growTable()
	}
	index := int32(len(l.entries))
	l.entries = append(l.entries, entry{head: headOf(word), at: int32(len(t.letters)), length: uint16(len(word))})
	t.letters = append(t.letters, word...)
	l.place(index)
	return index
}

// place puts a word that is not in the table into the first free slot.
func (l *lexicon) place(index int32) {
	t := &l.table
	at := t.slot(l.wordOf(index), l.entries[index].head)
	for t.slots[at] != 0 {
		at = (at + 1) & (len(t.slots) - 1)
	}
	t.slots[at] = index + 1
	t.used++
}

// growTable makes the table twice as large.
func (l *lexicon) growTable() {
	old := l.table.slots
	l.table.slots, l.table.used = make([]int32, 2*len(old)), 0
	for _, slot := range old {
		if slot != 0 {
			l.place(slot - 1)
		}
	}
}
