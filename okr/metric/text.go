package metric

import (
	"math/bits"
	"strings"
)

const (
	textPlaces    = 30 // a decimal that ends within so many places is written exactly
	roundedPlaces = 6  // any other number is written with so many
	jsonPlaces    = 12
)

// String returns x exactly and as short as possible where its decimal ends
// within 30 places ("0.2", "900"), else rounded to 6 places ("0.333333").
func (x Number) String() string {
	if places, ends := x.places(); ends && places <= textPlaces {
		return x.Fixed(places)
	}
	return x.Fixed(roundedPlaces)
}

// Percent returns x as a percentage with that many decimal places, rounded half
// away from zero: 0.655 is "66%" with none and "65.5%" with one.
func (x Number) Percent(places int) string {
	return x.Mul(Int(100)).Fixed(places) + "%"
}

// MarshalJSON writes x as a JSON number: exactly where its decimal ends within
// 12 places, else rounded to 12. The error is always nil.
func (x Number) MarshalJSON() ([]byte, error) {
	return []byte(trimZeros(x.Fixed(jsonPlaces))), nil
}

// JSON4 returns x as the text of a JSON number rounded to 4 decimal places, half
// away from zero, without needless zeros: "0.5", "0.3333", "1".
func (x Number) JSON4() string { return trimZeros(x.Fixed(4)) }

// places returns how many decimal places x has, and false where it has no end.
func (x Number) places() (int, bool) {
	if x.wide != nil {
		return x.wide.FloatPrec()
	}
	_, d := x.fraction()
	twos := bits.TrailingZeros64(uint64(d))
	d >>= twos
	fives := 0
	for d%5 == 0 {
		d /= 5
		fives++
	}
	return max(twos, fives), d == 1
}

// writtenExactly reports whether [Number.String] is x itself and not a rounding.
func (x Number) writtenExactly() bool {
	places, ends := x.places()
	return ends && places <= textPlaces
}

// trimZeros shortens a text that has a decimal point.
func trimZeros(text string) string {
	return strings.TrimRight(strings.TrimRight(text, "0"), ".")
}
