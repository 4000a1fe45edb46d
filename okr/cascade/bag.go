package cascade

import (
	"math/bits"
	"slices"
)

// Bag is what a text is about: a number for each of the words that say it, in ascending
// order and each once. They are taken in lower case, without numbers, without the small
// words of English and German that any sentence has, and without a plural s. Two words
// have one number as good as never.
type Bag []uint64

// BagOf is the bag of a text.
func BagOf(text string) Bag { return AppendBag(nil, text) }

// AppendBag appends the numbers of the bag of a text to others.
func AppendBag(others Bag, text string) Bag {
	start := len(others)
	all, plain := appendPlain(others, text)
	if !plain {
		all = others
		for _, word := range Words(text) {
			all = append(all, sumOf(word))
		}
	}
	slices.Sort(all[start:])
	return all[:start+len(slices.Compact(all[start:]))]
}

// Without is the bag without the words of another one: "300 ms" says no more than 300.
func (b Bag) Without(drop Bag) Bag {
	dropped := func(word uint64) bool { return slices.Contains(drop, word) }
	if !slices.ContainsFunc(b, dropped) {
		return b
	}
	return slices.DeleteFunc(slices.Clone(b), dropped)
}

// Alike is how alike two bags are: the share of all their words that both have, 0…1 (the
// index of Jaccard). Of two empty bags it is 0.
func (b Bag) Alike(c Bag) float64 {
	both := 0
	for i, j := 0, 0; i < len(b) && j < len(c); {
		switch {
		case b[i] < c[j]:
			i++
		case b[i] > c[j]:
			j++
		default:
			both, i, j = both+1, i+1, j+1
		}
	}
	if both == 0 {
		return 0
	}
	return float64(both) / float64(len(b)+len(c)-both)
}

// Sum is one number for all words, 0 where there is none. Two bags have one sum as good
// as never.
func (b Bag) Sum() uint64 {
	if len(b) == 0 {
		return 0
	}
	sum := uint64(sumStart)
	for _, word := range b {
		sum = bits.RotateLeft64(sum^word, 23) * sumPrime
	}
	return sum | 1
}

// Glance tells most bags apart without a look at their words.
type Glance struct {
	words int32
	some  uint64 // the bits of the words, of which several have one bit
}

// Glance is the glance at a bag.
func (b Bag) Glance() Glance {
	g := Glance{words: int32(len(b))}
	for _, word := range b {
		g.some |= 1 << (word >> 58)
	}
	return g
}

// MayBeAlike is false only for bags that are not as alike as that share, 0…1. Each bit
// that one of them alone has is a word that the other has not.
func (g Glance) MayBeAlike(h Glance, share float64) bool {
	both := min(int(g.words)-bits.OnesCount64(g.some&^h.some), int(h.words)-bits.OnesCount64(h.some&^g.some)) // at most
	return float64(both) >= share*float64(int(g.words+h.words)-both)
}
