package metric

import (
	"math"
	"math/big"
	"math/bits"
)

// Add returns x + y.
func (x Number) Add(y Number) Number {
	if x.wide == nil && y.wide == nil {
		if sum, ok := addSmall(x, y); ok {
			return sum
		}
	}
	return fromRat(new(big.Rat).Add(x.rat(), y.rat()))
}

// Sub returns x − y.
func (x Number) Sub(y Number) Number { return x.Add(y.Neg()) }

// Mul returns x × y.
func (x Number) Mul(y Number) Number {
	if x.wide == nil && y.wide == nil {
		if product, ok := mulSmall(x, y); ok {
			return product
		}
	}
	return fromRat(new(big.Rat).Mul(x.rat(), y.rat()))
}

// Div returns x ÷ y, and false where y is 0.
func (x Number) Div(y Number) (Number, bool) {
	switch {
	case y.IsZero():
		return Number{}, false
	case y.wide != nil:
		return fromRat(new(big.Rat).Quo(x.rat(), y.wide)), true
	}
	n, d := y.fraction()
	if n < 0 {
		n, d = -n, -d
	}
	return x.Mul(small(d, n)), true
}

// Neg returns −x.
func (x Number) Neg() Number {
	if x.wide != nil {
		return fromRat(new(big.Rat).Neg(x.wide))
	}
	x.num = -x.num
	return x
}

// Abs returns x without its sign.
func (x Number) Abs() Number {
	if x.Sign() < 0 {
		return x.Neg()
	}
	return x
}

// addSmall adds within 63 bits. Dividing by the common factor of the
// denominators first (Knuth, The Art of Computer Programming 4.5.1) keeps the
// sum in lowest terms and the intermediate values small.
func addSmall(x, y Number) (Number, bool) {
	if x.den == 0 && y.den == 0 {
		sum, ok := add64(x.num, y.num)
		return Number{num: sum}, ok
	}
	a, b := x.fraction()
	c, d := y.fraction()
	g := int64(gcd(uint64(b), uint64(d)))
	if g == 1 {
		return addCoprime(a, b, c, d)
	}
	left, ok1 := mul64(a, d/g)
	right, ok2 := mul64(c, b/g)
	sum, ok3 := add64(left, right)
	if !ok1 || !ok2 || !ok3 {
		return Number{}, false
	}
	h := int64(gcd(magnitude(sum), uint64(g)))
	den, ok := mul64(b/g, d/h)
	return small(sum/h, den), ok
}

// addCoprime adds fractions whose denominators have no common factor: then the sum
// has none either.
func addCoprime(a, b, c, d int64) (Number, bool) {
	left, ok1 := mul64(a, d)
	right, ok2 := mul64(c, b)
	sum, ok3 := add64(left, right)
	den, ok4 := mul64(b, d)
	return small(sum, den), ok1 && ok2 && ok3 && ok4
}

// mulSmall multiplies within 63 bits. Cancelling crosswise first leaves the
// product in lowest terms.
func mulSmall(x, y Number) (Number, bool) {
	a, b := x.fraction()
	c, d := y.fraction()
	if g := int64(gcd(magnitude(a), uint64(d))); g > 1 {
		a, d = a/g, d/g
	}
	if h := int64(gcd(magnitude(c), uint64(b))); h > 1 {
		c, b = c/h, b/h
	}
	num, ok1 := mul64(a, c)
	den, ok2 := mul64(b, d)
	return small(num, den), ok1 && ok2
}

// add64 and mul64 report false where the result leaves ±(2⁶³ − 1).
func add64(a, b int64) (int64, bool) {
	sum := a + b
	overflow := (a^sum)&(b^sum) < 0
	return sum, !overflow && sum != math.MinInt64
}

func mul64(a, b int64) (int64, bool) {
	high, low := bits.Mul64(magnitude(a), magnitude(b))
	if high != 0 || low > math.MaxInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(low), true
	}
	return int64(low), true
}

// gcd returns the greatest common divisor; gcd(0, b) is b. After one division, which
// brings the two to about one size, it halves and subtracts (Stein), because a
// machine divides slowly.
func gcd(a, b uint64) uint64 {
	if a == 1 || b == 1 {
		return 1
	}
	if a != 0 {
		a, b = b%a, a
	}
	if a == 0 {
		return b
	}
	twos := bits.TrailingZeros64(a | b)
	b >>= bits.TrailingZeros64(b)
	for a != 0 {
		a >>= bits.TrailingZeros64(a)
		a, b = max(a, b)-min(a, b), min(a, b)
	}
	return b << twos
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-n)
	}
	return uint64(n)
}
