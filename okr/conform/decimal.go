package conform

import (
	"cmp"
	"math/big"
	"strings"
)

// decimal is a number as written, exactly: coefficient × 10^exponent, without
// trailing zeros in the coefficient.
type decimal struct {
	negative    bool
	coefficient uint64 // of up to 19 digits
	exponent    int
}

const maxDecimalDigits = 19

// parseDecimal reads a plain number; ok is false for one of more digits than fit.
func parseDecimal(text string) (d decimal, ok bool) {
	i := 0
	if i < len(text) && (text[i] == '-' || text[i] == '+') {
		d.negative = text[i] == '-'
		i++
	}
	digits, zeros, point := 0, 0, false
	for ; i < len(text); i++ {
		c := text[i]
		if c == '.' {
			point = true
			continue
		}
		if c < '0' || c > '9' {
			break
		}
		if point {
			d.exponent--
		}
		if c == '0' { // kept back: zeros at the end are no part of the coefficient
			zeros++
			continue
		}
		if d.coefficient == 0 {
			digits, zeros = 0, 0
		}
		for ; zeros > 0; zeros-- {
			d.coefficient *= 10
			digits++
		}
		if digits++; digits > maxDecimalDigits {
			return d, false
		}
		d.coefficient = d.coefficient*10 + uint64(c-'0')
	}
	if d.coefficient == 0 {
		return decimal{}, true
	}
	d.exponent += zeros + exponentOf(text[i:])
	return d, true
}

// exponentOf reads what stands behind the digits, as e-3.
func exponentOf(text string) int {
	if text == "" {
		return 0
	}
	value, sign := 0, 1
	for _, c := range []byte(text[1:]) {
		switch {
		case c == '-':
			sign = -1
		case c >= '0' && c <= '9':
			value = value*10 + int(c-'0')
		}
	}
	return sign * value
}

// compare is negative, zero or positive as d is less than, equal to or greater
// than e.
func (d decimal) compare(e decimal) int {
	if d.sign() != e.sign() {
		return cmp.Compare(d.sign(), e.sign())
	}
	if d.sign() == 0 {
		return 0
	}
	m, n := magnitude(d.coefficient), magnitude(e.coefficient)
	order := cmp.Compare(m+d.exponent, n+e.exponent)
	if order == 0 {
		a, b := d.coefficient, e.coefficient
		for ; m < n; m++ {
			a *= 10
		}
		for ; n < m; n++ {
			b *= 10
		}
		order = cmp.Compare(a, b)
	}
	return order * d.sign()
}

func (d decimal) sign() int {
	switch {
	case d.coefficient == 0:
		return 0
	case d.negative:
		return -1
	default:
		return 1
	}
}

// magnitude is the number of digits.
func magnitude(n uint64) int {
	digits := 1
	for ; n >= 10; n /= 10 {
		digits++
	}
	return digits
}

// compareTo compares a number as written with a decimal.
func compareTo(text string, with decimal) int {
	if d, ok := parseDecimal(text); ok {
		return d.compare(with)
	}
	exact := new(big.Rat).SetInt(new(big.Int).SetUint64(with.coefficient))
	if with.negative {
		exact.Neg(exact)
	}
	power := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(with.exponent, -with.exponent))), nil))
	if with.exponent < 0 {
		power.Inv(power)
	}
	return rat(text).Cmp(exact.Mul(exact, power))
}

// compareNumbers compares two numbers as written.
func compareNumbers(a, b string) int {
	if d, ok := parseDecimal(b); ok {
		return compareTo(a, d)
	}
	return rat(a).Cmp(rat(b))
}

// rat is a number of many digits. Numbers in a tree are bounded, so it is too.
func rat(text string) *big.Rat {
	r, ok := new(big.Rat).SetString(strings.TrimPrefix(text, "+"))
	if !ok {
		return new(big.Rat)
	}
	return r
}
