package metric

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"
)

// Number is an exact rational number of any size. The zero value is 0.
//
// Numbers are values: no operation changes its operands. Use [Number.Equal] or
// [Number.Cmp] to compare; == is not reliable for numbers beyond 63 bits.
type Number struct {
	num  int64    // numerator in lowest terms, never math.MinInt64
	den  int64    // denominator in lowest terms; 0 stands for 1
	wide *big.Rat // set, and alone valid, where 63 bits do not suffice; never written after it is set
}

// Int returns the whole number n.
func Int(n int64) Number {
	if n == math.MinInt64 {
		return fromRat(new(big.Rat).SetInt64(n))
	}
	return Number{num: n}
}

// Ratio returns n divided by d, in lowest terms. It is meant for constants: a
// denominator of 0 panics, as whole-number division does. Use [Number.Div] for
// divisors that come from a file.
func Ratio(n, d int64) Number {
	if d == 0 {
		panic("metric: ratio with a denominator of 0")
	}
	if n == math.MinInt64 || d == math.MinInt64 {
		return fromRat(big.NewRat(n, d))
	}
	if d < 0 {
		n, d = -n, -d
	}
	g := gcd(magnitude(n), uint64(d))
	return small(n/int64(g), d/int64(g))
}

// small wraps a fraction that is already in lowest terms with d ≥ 1.
func small(n, d int64) Number {
	if d == 1 {
		d = 0
	}
	return Number{num: n, den: d}
}

// fraction returns numerator and denominator of a number that is not wide.
func (x Number) fraction() (n, d int64) {
	if x.den == 0 {
		return x.num, 1
	}
	return x.num, x.den
}

// rat returns x as a big.Rat that must not be written to.
func (x Number) rat() *big.Rat {
	if x.wide != nil {
		return x.wide
	}
	n, d := x.fraction()
	return big.NewRat(n, d)
}

// fromRat takes r over and narrows it where it fits, so that equal numbers have
// one form.
func fromRat(r *big.Rat) Number {
	if r.Num().IsInt64() && r.Denom().IsInt64() && r.Num().Int64() != math.MinInt64 {
		return small(r.Num().Int64(), r.Denom().Int64())
	}
	return Number{wide: r}
}

// Sign returns -1, 0 or 1 for a negative number, 0, or a positive number.
func (x Number) Sign() int {
	switch {
	case x.wide != nil:
		return x.wide.Sign()
	case x.num < 0:
		return -1
	case x.num > 0:
		return 1
	}
	return 0
}

// IsZero reports whether x is 0.
func (x Number) IsZero() bool { return x.Sign() == 0 }

// Equal reports whether x and y are the same number, exactly.
func (x Number) Equal(y Number) bool { return x.Cmp(y) == 0 }

// Cmp returns -1, 0 or 1 where x is less than, equal to or greater than y.
func (x Number) Cmp(y Number) int {
	switch {
	case x.wide != nil || y.wide != nil:
		return x.rat().Cmp(y.rat())
	case x.den == y.den:
		return cmp.Compare(x.num, y.num)
	}
	if s, t := x.Sign(), y.Sign(); s != t || s == 0 {
		return cmp.Compare(int64(s), int64(t))
	}
	a, b := x.fraction()
	c, d := y.fraction()
	leftHigh, leftLow := bits.Mul64(magnitude(a), uint64(d))
	rightHigh, rightLow := bits.Mul64(magnitude(c), uint64(b))
	order := cmp.Compare(leftHigh, rightHigh)
	if order == 0 {
		order = cmp.Compare(leftLow, rightLow)
	}
	return order * x.Sign()
}

// Min returns the lesser of x and y.
func (x Number) Min(y Number) Number {
	if y.Cmp(x) < 0 {
		return y
	}
	return x
}

// Max returns the greater of x and y.
func (x Number) Max(y Number) Number {
	if y.Cmp(x) > 0 {
		return y
	}
	return x
}

// Clamp returns x, or lo where x is below it, or hi where x is above it. lo must
// not exceed hi.
func (x Number) Clamp(lo, hi Number) Number { return x.Max(lo).Min(hi) }

// Float64 returns the binary fraction nearest to x. It is for positions in a
// picture and never for a decision.
func (x Number) Float64() float64 {
	const exact = 1 << 53 // up to here whole numbers are floats, and their quotient is rounded once
	if n, d := x.fraction(); x.wide == nil && magnitude(n) <= exact && magnitude(d) <= exact {
		return float64(n) / float64(d)
	}
	f, _ := x.rat().Float64()
	return f
}
