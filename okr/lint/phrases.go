package lint

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// phrases are stretches of whole words to be looked for, as [spaced] has them, by
// their first word.
type phrases struct {
	texts   []string
	byFirst map[string][]int
	begins  beginnings
}

// beginnings are how the first words begin, a bit for three letters: few words of a text
// begin like that, and only a text that has one is read word by word.
type beginnings [1 << 15 / 64]uint64

// beginning is a number for the first letters of a word. Words that begin alike have the
// same one; so may others.
func beginning(text string) uint {
	var n uint
	for i := range min(3, len(text)) {
		if !isWordByte(text[i]) {
			break
		}
		n |= uint(text[i]&31) << (5 * i)
	}
	return n
}

func (b *beginnings) add(text string)      { n := beginning(text); b[n/64] |= 1 << (n % 64) }
func (b *beginnings) has(text string) bool { n := beginning(text); return b[n/64]&(1<<(n%64)) != 0 }

// isWordByte reports the letters and digits of ASCII, in any case.
func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// wholeWords are texts ready to be looked for.
func wholeWords(texts []string) *phrases {
	ready := &phrases{texts: make([]string, len(texts)), byFirst: make(map[string][]int, len(texts))}
	for i, text := range texts {
		ready.texts[i] = spaced(text)
		first, _, _ := strings.Cut(ready.texts[i][1:], " ")
		ready.byFirst[first] = append(ready.byFirst[first], i)
		ready.begins.add(first)
	}
	return ready
}

// mayBeIn is false only for texts in which none of the phrases stands.
func (p *phrases) mayBeIn(text string) bool {
	inside := false
	for i := range len(text) {
		c := text[i]
		if c >= utf8.RuneSelf {
			return true
		}
		word := isWordByte(c)
		if word && !inside && p.begins.has(text[i:]) {
			return true
		}
		inside = word
	}
	return false
}

// in is the first of the phrases that stands in a text as whole words; empty where
// none does.
func (p *phrases) in(text string) string {
	if !p.mayBeIn(text) {
		return ""
	}
	var room [256]byte // enough for most texts
	best := len(p.texts)
	for words := appendSpaced(room[:0], text); len(words) > 1; {
		first := words[1:]
		first = first[:bytes.IndexByte(first, ' ')]
		for _, i := range p.byFirst[string(first)] {
			if i < best && bytes.HasPrefix(words, []byte(p.texts[i])) {
				best = i
			}
		}
		words = words[1+len(first):]
	}
	if best == len(p.texts) {
		return ""
	}
	return strings.TrimSpace(p.texts[best])
}
