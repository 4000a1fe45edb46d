package metric

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// whyNoNumber says in plain words why a text is not a number and what to write.
func whyNoNumber(text string) string {
	trimmed := strings.TrimSpace(text)
	bare := strings.ToLower(strings.TrimLeft(trimmed, "+-"))
	switch {
	case trimmed == "":
		return "the number is missing"
	case isNotFinite(bare):
		return quote(text) + " is not something that can be measured: leave it out until there is a number"
	case strings.HasPrefix(bare, "0x") || strings.HasPrefix(bare, "0o") || strings.HasPrefix(bare, "0b"):
		return quote(text) + " is not written in base ten: write plain decimal digits"
	case isPlain(trimmed):
		return instead(text, "has spaces around it", trimmed)
	}
	for _, why := range []func(trimmed string) (wrong, corrected string){
		whyMinus, whyUnderscore, whyComma, whyGrouped, whyThousands,
	} {
		if wrong, corrected := why(trimmed); wrong != "" {
			return instead(text, wrong, corrected)
		}
	}
	if number, unit := splitUnit(trimmed); unit != "" {
		return fmt.Sprintf("%s has its unit in it: write %s, and %s as the unit", quote(text), shorten(number), quote(unit))
	}
	return quote(text) + " is not a number: write digits and, if needed, a decimal point, such as 0.5"
}

func isNotFinite(bare string) bool {
	switch strings.TrimPrefix(bare, ".") {
	case "nan", "inf", "infinity":
		return true
	}
	return false
}

func whyMinus(text string) (wrong, corrected string) {
	corrected = strings.Replace(text, "−", "-", 1)
	if !isPlain(corrected) {
		return "", ""
	}
	return "has a typographic minus sign", corrected
}

func whyUnderscore(text string) (wrong, corrected string) {
	corrected = strings.ReplaceAll(text, "_", "")
	if !isPlain(corrected) {
		return "", ""
	}
	return "has underscores in it", corrected
}

// whyComma explains 0,5 and 1,000: a comma is a decimal point to some readers
// and a thousands mark to others.
func whyComma(text string) (wrong, corrected string) {
	before, after, found := strings.Cut(text, ",")
	point := before + "." + after
	switch {
	case !found || !isPlain(point):
		return "", ""
	case len(after) == 3 && strings.TrimLeft(before, "+-") != "0":
		return "has a comma, which can be read in two ways", before + after + " or " + point
	}
	return "has a decimal comma", point
}

// whyGrouped explains thousands marks: 1 000, 1'000, 1,000,000.5 and 1.000,5.
func whyGrouped(text string) (wrong, corrected string) {
	for _, mark := range []string{" ", "\u00a0", "\u202f", "'", "’", ",", "."} {
		point := "."
		if mark == "." {
			point = ","
		}
		whole, fraction, hasFraction := strings.Cut(text, point)
		groups := strings.Split(whole, mark)
		if len(groups) == 1 || !areThousands(groups[1:]) {
			continue
		}
		corrected = strings.Join(groups, "")
		if hasFraction {
			corrected += "." + fraction
		}
		if isPlain(corrected) {
			return "has thousands marks", corrected
		}
	}
	return "", ""
}

func areThousands(groups []string) bool {
	for _, group := range groups {
		if digits, rest := leadingDigits(group); len(digits) != 3 || rest != "" {
			return false
		}
	}
	return true
}

// whyThousands explains 12k.
func whyThousands(text string) (wrong, corrected string) {
	number, unit := splitUnit(text)
	if unit != "k" && unit != "K" {
		return "", ""
	}
	n, err := ParseNumber(number)
	if err != nil {
		return "", ""
	}
	return "is shortened", n.Mul(Int(1000)).String()
}

// splitUnit parts 5% and 400 ms. The unit is empty where the text does not look
// like a number with its unit.
func splitUnit(text string) (number, unit string) {
	rest := strings.TrimLeft(text, "+-")
	_, rest = leadingDigits(rest)
	if _, after, _ := strings.Cut(rest, "."); strings.HasPrefix(rest, ".") {
		_, rest = leadingDigits(after)
	}
	number, unit = text[:len(text)-len(rest)], strings.TrimSpace(rest)
	if !isPlain(number) || strings.ContainsAny(unit, "0123456789,") {
		return "", ""
	}
	return number, unit
}

func instead(text, wrong, corrected string) string {
	return fmt.Sprintf("%s %s: write %s", quote(text), wrong, shorten(corrected))
}

func isPlain(text string) bool {
	d, ok := scanDecimal(text)
	return ok && !d.leadingZero
}

// withoutLeadingZeros turns -007.5 into -7.5.
func withoutLeadingZeros(text string) string {
	sign := text[:len(text)-len(strings.TrimLeft(text, "+-"))]
	digits := strings.TrimLeft(text[len(sign):], "0")
	if digits == "" || digits[0] < '0' || digits[0] > '9' {
		digits = "0" + digits
	}
	return sign + digits
}

// quote puts a text of a file between quotes, escaped and cut to a readable
// length, so that a message stays one line.
func quote(text string) string { return strconv.Quote(shorten(text)) }

func shorten(text string) string {
	const most = 60
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most]) + "…"
}
