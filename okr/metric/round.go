package metric

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// smallPlaces is the greatest power of ten that an int64 holds.
const smallPlaces = 18

// Round returns x rounded to that many decimal places, halves away from zero.
// A negative number of places counts as 0.
func (x Number) Round(places int) Number {
	places = max(places, 0)
	if x.wide == nil && x.den == 0 {
		return x
	}
	if x.wide == nil && places <= smallPlaces {
		if rounded, ok := roundSmall(x, places); ok {
			return rounded
		}
	}
	half := big.NewRat(int64(x.Sign()), 2)
	scaled := new(big.Rat).Mul(x.rat(), new(big.Rat).SetInt(bigPow10(places)))
	scaled.Add(scaled, half)
	whole := new(big.Int).Quo(scaled.Num(), scaled.Denom())
	return fromRat(new(big.Rat).SetFrac(whole, bigPow10(places)))
}

// roundSmall rounds through a product of 128 bits.
func roundSmall(x Number, places int) (Number, bool) {
	scale := pow10(places)
	high, low := bits.Mul64(magnitude(x.num), uint64(scale))
	den := uint64(x.den)
	if high >= den {
		return Number{}, false
	}
	quotient, rest := bits.Div64(high, low, den)
	if quotient >= math.MaxInt64 {
		return Number{}, false
	}
	if rest >= den-rest {
		quotient++
	}
	return Ratio(int64(quotient)*int64(x.Sign()), scale), true
}

// Fixed returns x as text with exactly that many decimal places ("0.70"),
// rounded half away from zero. What rounds to nothing carries no sign.
func (x Number) Fixed(places int) string {
	places = max(places, 0)
	rounded := x.Round(places)
	if rounded.wide != nil || places > smallPlaces {
		return rounded.rat().FloatString(places)
	}
	n, d := rounded.fraction()
	whole := strconv.FormatUint(magnitude(n)/uint64(d), 10)
	if n < 0 {
		whole = "-" + whole
	}
	if places == 0 {
		return whole
	}
	// d divides 10^places, so the fraction is below 10^places and exact.
	rest := magnitude(n) % uint64(d) * uint64(pow10(places)/d)
	fraction := strconv.FormatUint(rest, 10)
	return whole + "." + strings.Repeat("0", places-len(fraction)) + fraction
}

// FixedWithin returns x as text like [Number.Fixed], but never on the other
// side of an edge: a number below an edge shows below it, a number on or above
// an edge never shows below it. With an edge at 0.7, 0.699999 shows as 0.69.
// Where two edges lie so close together that no text of that many places stands
// between them, more places are used.
func (x Number) FixedWithin(places int, edges ...Number) string {
	places = max(places, 0)
	var floor, ceiling *Number // the nearest edges: floor ≤ x < ceiling
	for _, edge := range edges {
		switch below := edge.Cmp(x) <= 0; {
		case below && (floor == nil || edge.Cmp(*floor) > 0):
			floor = &edge
		case !below && (ceiling == nil || edge.Cmp(*ceiling) < 0):
			ceiling = &edge
		}
	}
	for {
		shown := x.Round(places)
		if floor != nil && shown.Cmp(*floor) < 0 {
			shown = floor.roundUp(places)
		}
		if ceiling != nil && shown.Cmp(*ceiling) >= 0 {
			step, _ := Int(1).Div(power(places))
			shown = ceiling.roundUp(places).Sub(step)
		}
		if floor == nil || shown.Cmp(*floor) >= 0 {
			return shown.Fixed(places)
		}
		places++ // ends: floor < ceiling, so a fine enough grid has a point in between
	}
}

// roundUp returns the least number of that many places that is not below x.
func (x Number) roundUp(places int) Number {
	shown := x.Round(places)
	if shown.Cmp(x) < 0 {
		step, _ := Int(1).Div(power(places))
		shown = shown.Add(step)
	}
	return shown
}

// power returns 10^places as a number.
func power(places int) Number {
	if places <= smallPlaces {
		return Int(pow10(places))
	}
	return fromRat(new(big.Rat).SetInt(bigPow10(places)))
}

// pow10 returns 10^places for 0 ≤ places ≤ smallPlaces.
func pow10(places int) int64 {
	p := int64(1)
	for range places {
		p *= 10
	}
	return p
}

func bigPow10(places int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
}
