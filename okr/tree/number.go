package tree

import (
	"fmt"
	"strconv"
	"strings"
)

// Numbers are bounded, so that whoever computes with them exactly need not fear
// a few characters that stand for gigabytes.
const (
	maxDigits   = 30
	maxExponent = 30
)

// trouble is why readers disagree about a scalar, and what to write instead
// where that is clear.
type trouble struct{ is, instead string }

// classify decides by the look of a text without quotes what it is.
func classify(text string) (Kind, *trouble) {
	switch text[0] {
	case '~', 'n', 'N':
		switch text {
		case "~", "null", "Null", "NULL":
			return Null, nil
		}
	case 't', 'T', 'f', 'F':
		switch text {
		case "true", "True", "TRUE", "false", "False", "FALSE":
			return Bool, nil
		}
	case '.', '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return classifyNumber(text)
	}
	return String, nil
}

func classifyNumber(text string) (Kind, *trouble) {
	digits := strings.TrimLeft(text[:1], "+-") + text[1:]
	switch strings.ToLower(digits) {
	case ".nan", ".inf":
		return String, &trouble{is: "is no number to compute with"}
	}
	if first := strings.TrimPrefix(digits, "."); first == "" || !isDigit(first[0]) {
		return String, nil
	}
	if base := otherBase(digits); base != "" {
		return String, &trouble{"is a number in " + base + " notation, which readers disagree about", inDecimal(text)}
	}
	return decimal(text, digits)
}

// decimal reads digits with a fraction and an exponent, as YAML writes a number.
func decimal(text, digits string) (Kind, *trouble) {
	whole, at, under := digitRun(digits, 0)
	count := whole
	if at < len(digits) && digits[at] == '.' {
		fraction, next, more := digitRun(digits, at+1)
		count, at, under = count+fraction, next, under || more
	}
	exponent := ""
	if at < len(digits) && digits[at]|0x20 == 'e' {
		start := at + 1
		if start < len(digits) && (digits[start] == '+' || digits[start] == '-') {
			start++
		}
		length, next, more := digitRun(digits, start)
		if length == 0 || more {
			return String, nil
		}
		exponent, at = digits[start:next], next
	}
	if at < len(digits) {
		return String, nil
	}
	return Number, numberTrouble(text, count, exponent, under, whole > 1 && digits[0] == '0')
}

func numberTrouble(text string, count int, exponent string, under, zeros bool) *trouble {
	if zeros || under {
		plain := strings.ReplaceAll(text, "_", "")
		sign := plain[:len(plain)-len(strings.TrimLeft(plain, "+-"))]
		plain = strings.TrimLeft(plain[len(sign):], "0")
		if plain == "" || !isDigit(plain[0]) {
			plain = "0" + plain
		}
		if under {
			return &trouble{"has an underscore in it, which some readers ignore and others do not", sign + plain}
		}
		return &trouble{"starts with a zero, which makes it an octal number for some readers", sign + plain}
	}
	if count > maxDigits {
		return &trouble{is: fmt.Sprintf("has %d digits; a number may have up to %d", count, maxDigits)}
	}
	if e, err := strconv.Atoi("0" + exponent); err != nil || e > maxExponent {
		return &trouble{is: fmt.Sprintf("has an exponent beyond %d", maxExponent)}
	}
	return nil
}

// digitRun counts the digits from an offset on and says where they end and
// whether underscores stand between them.
func digitRun(text string, at int) (count, end int, under bool) {
	for ; at < len(text); at++ {
		switch {
		case isDigit(text[at]):
			count++
		case text[at] == '_' && count > 0:
			under = true
		default:
			return count, at, under
		}
	}
	return count, at, under
}

// otherBase names the base of a number such as 0x1F, 0o17 or 0b11.
func otherBase(digits string) string {
	if len(digits) < 3 || digits[0] != '0' {
		return ""
	}
	name, allowed := "", ""
	switch digits[1] | 0x20 {
	case 'x':
		name, allowed = "hexadecimal", "0123456789abcdefABCDEF_"
	case 'o':
		name, allowed = "octal", "01234567_"
	case 'b':
		name, allowed = "binary", "01_"
	}
	if name == "" || strings.Trim(digits[2:], allowed) != "" {
		return ""
	}
	return name
}

// inDecimal is a number of another base in plain digits; nothing if it is too
// large for that.
func inDecimal(text string) string {
	n, err := strconv.ParseInt(strings.ReplaceAll(text, "_", ""), 0, 64)
	if err != nil {
		return ""
	}
	return strconv.FormatInt(n, 10)
}

// looksLikeDate reports whether a text is a date as 2026-01-05, with or without
// a time behind it.
func looksLikeDate(text string) bool {
	if len(text) < 8 || text[4] != '-' {
		return false
	}
	for _, b := range []byte(text) {
		if !isDigit(b) && strings.IndexByte("-:.+ TtZz", b) < 0 {
			return false
		}
	}
	_, at, _ := digitRun(text, 0)
	month, next, _ := digitRun(text, at+1)
	day, _, _ := digitRun(text, next+1)
	return at == 4 && month > 0 && month < 3 && day > 0 && day < 3 && next < len(text) && text[next] == '-'
}
