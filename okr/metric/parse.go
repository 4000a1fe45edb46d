package metric

import (
	"errors"
	"fmt"
	"math/big"
	"strings"
)

const (
	maxDigits   = 30 // digits of a written number, from the first that is not 0
	maxExponent = 30 // size of a written exponent
)

// ParseNumber reads a plain decimal as YAML writes it: an optional sign, digits,
// an optional fraction and an optional exponent (-12, 0.5, 2e6). The number is
// exactly what is written.
//
// It refuses what two readers could read differently or what no measurement
// has: an empty text, leading zeros, underscores, other bases than ten, nan and
// infinity, more than 30 digits or 30 decimal places, exponents beyond ±30. The
// error says in one line of plain words what is wrong and, where it can be told,
// what to write instead.
func ParseNumber(text string) (Number, error) {
	d, ok := scanDecimal(text)
	switch {
	case !ok:
		return Number{}, errors.New(whyNoNumber(text))
	case d.leadingZero:
		return Number{}, errors.New(instead(text, "begins with a needless zero", withoutLeadingZeros(text)))
	case d.exponent > maxExponent || d.exponent < -maxExponent:
		return Number{}, fmt.Errorf("the exponent of %s is beyond ±%d: choose a larger or smaller unit", quote(text), maxExponent)
	case d.digits() > maxDigits:
		return Number{}, fmt.Errorf("%s has more than %d digits: round it to what was really measured", quote(text), maxDigits)
	case d.places() > textPlaces:
		return Number{}, fmt.Errorf("%s has more than %d decimal places: round it to what was really measured", quote(text), textPlaces)
	}
	return d.number(), nil
}

// decimal is a scanned number: ± whole.fraction × 10^exponent.
type decimal struct {
	negative    bool
	leadingZero bool   // such as 007
	whole       string // the digits before the point, from the first that is not 0
	fraction    string // the digits after it
	exponent    int    // as written; stops growing well beyond the limit
}

// scanDecimal reads the whole text, or reports false.
func scanDecimal(text string) (decimal, bool) {
	var d decimal
	rest := text
	if rest != "" && (rest[0] == '-' || rest[0] == '+') {
		d.negative = rest[0] == '-'
		rest = rest[1:]
	}
	whole, rest := leadingDigits(rest)
	d.leadingZero = len(whole) > 1 && whole[0] == '0'
	d.whole = strings.TrimLeft(whole, "0")
	if rest != "" && rest[0] == '.' {
		d.fraction, rest = leadingDigits(rest[1:])
	}
	if whole == "" && d.fraction == "" {
		return d, false
	}
	if rest == "" {
		return d, true
	}
	if rest[0] != 'e' && rest[0] != 'E' {
		return d, false
	}
	var ok bool
	d.exponent, ok = scanExponent(rest[1:])
	return d, ok
}

func scanExponent(text string) (int, bool) {
	negative := false
	if text != "" && (text[0] == '-' || text[0] == '+') {
		negative = text[0] == '-'
		text = text[1:]
	}
	digits, rest := leadingDigits(text)
	if digits == "" || rest != "" {
		return 0, false
	}
	exponent := 0
	for i := range len(digits) {
		exponent = min(exponent*10+int(digits[i]-'0'), 10*maxExponent)
	}
	if negative {
		exponent = -exponent
	}
	return exponent, true
}

func leadingDigits(text string) (digits, rest string) {
	i := 0
	for i < len(text) && '0' <= text[i] && text[i] <= '9' {
		i++
	}
	return text[:i], text[i:]
}

// digits counts the digits from the first that is not 0.
func (d decimal) digits() int {
	if d.whole == "" {
		return len(strings.TrimLeft(d.fraction, "0"))
	}
	return len(d.whole) + len(d.fraction)
}

// places returns how many decimal places the value has, 0 for none.
func (d decimal) places() int {
	if d.digits() == 0 {
		return 0
	}
	fraction := len(strings.TrimRight(d.fraction, "0"))
	if fraction == 0 { // the zeros at the end of 500 make up for an exponent
		fraction = len(strings.TrimRight(d.whole, "0")) - len(d.whole)
	}
	return max(fraction-d.exponent, 0)
}

// number returns the value of a decimal that is within the limits.
func (d decimal) number() Number {
	fraction := strings.TrimRight(d.fraction, "0")
	value := coefficient(d.whole, fraction)
	if d.negative {
		value = value.Neg()
	}
	shift := d.exponent - len(fraction)
	if shift >= 0 {
		return value.Mul(power(shift))
	}
	value, _ = value.Div(power(-shift))
	return value
}

// coefficient reads the digits of both parts as one whole number.
func coefficient(whole, fraction string) Number {
	if len(whole)+len(fraction) > smallPlaces {
		n, _ := new(big.Int).SetString(whole+fraction, 10)
		return fromRat(new(big.Rat).SetInt(n))
	}
	n := int64(0)
	for i := range len(whole) {
		n = n*10 + int64(whole[i]-'0')
	}
	for i := range len(fraction) {
		n = n*10 + int64(fraction[i]-'0')
	}
	return Int(n)
}
