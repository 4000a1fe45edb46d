package language

import "math/bits"

// themes is a set of subjects that notes and titles can touch, numbered by the
// lexicon. The last number is not a subject: it marks the literal words that
// patterns begin with.
type themes [3]uint64

// mostThemes is how many subjects a lexicon may name.
const mostThemes = len(themes{})*64 - 1

// oneTheme is the set of one subject.
func oneTheme(number int) themes {
	var s themes
	s[number/64] = 1 << (number % 64)
	return s
}

// firstWords is the mark of the literal words that patterns begin with.
var firstWords = oneTheme(mostThemes)

func (s themes) none() bool          { return s[0]|s[1]|s[2] == 0 }
func (s themes) meets(o themes) bool { return s[0]&o[0]|s[1]&o[1]|s[2]&o[2] != 0 }
func (s themes) within(o themes) bool {
	return s[0]&^o[0]|s[1]&^o[1]|s[2]&^o[2] == 0
}
func (s themes) with(o themes) themes {
	return themes{s[0] | o[0], s[1] | o[1], s[2] | o[2]}
}
func (s *themes) add(o themes) { s[0], s[1], s[2] = s[0]|o[0], s[1]|o[1], s[2]|o[2] }

// single reports a set of one.
func (s themes) single() bool {
	return bits.OnesCount64(s[0])+bits.OnesCount64(s[1])+bits.OnesCount64(s[2]) == 1
}

// take removes the smallest number from the set and returns it, -1 where the set is
// empty.
func (s *themes) take() (number int) {
	for i := range s {
		if s[i] != 0 {
			number = i*64 + bits.TrailingZeros64(s[i])
			s[i] &= s[i] - 1
			return number
		}
	}
	return -1
}
