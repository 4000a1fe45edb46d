package language

import "math"

// number is what the digits of one token say.
type number struct {
	value      float64
	currency   bool // $120k
	percent    bool // 18%
	multiplier bool // 3x
	ordinal    bool // 3rd
	compound   bool // 30-day: part of a name
	plus       bool // 45+
	signed     bool // +12
	ranged     bool // 10–12; the value is the higher end
	date       bool // 2026-07-10, 31.12.2026
	always     bool // 24/7
	short      bool // a plain whole number of at most two digits
	year       bool // a plain number from 1990 to 2099
	unit       span32
}

// span32 is a range of bytes.
type span32 struct{ start, end int32 }

// number reads a number with what is glued to it: sign, groups, scale, unit.
func (s *scanner) number(at int) int {
	var n number
	end := at
	if !isDigit(s.text[end]) {
		n.signed = true
		for end < len(s.text) && !isDigit(s.text[end]) {
			end++
		}
	}
	digits := end
	n.value, end = s.digits(end)
	plain := end - digits
	whole := n.value == math.Trunc(n.value)
	n.year = plain == 4 && n.value >= 1990 && n.value < 2100 && !n.signed
	n.short = plain <= 2 && whole
	end = s.dateOrRange(&n, digits, end)
	end = s.glued(&n, end)
	n.year = n.year && end-digits == 4
	s.numbers = append(s.numbers, n)
	s.push(at, end, numberToken).quantity = int32(len(s.numbers))
	return end
}

// digits reads digits with separators of thousands and of decimals, as the
// language writes them.
func (s *scanner) digits(at int) (value float64, end int) {
	group, decimal := byte(','), byte('.')
	if s.lexicon.grammar.decimalComma {
		group, decimal = decimal, group
	}
	fraction := 0.0
	for end = at; end < len(s.text); end++ {
		b := s.text[end]
		switch {
		case isDigit(b) && fraction > 0:
			value += float64(b-'0') * fraction
			fraction /= 10
		case isDigit(b):
			value = value*10 + float64(b-'0')
		case (b == group || b == '\'') && fraction == 0 && s.threeDigits(end+1):
		case (b == decimal || b == group) && fraction == 0 && end+1 < len(s.text) && isDigit(s.text[end+1]):
			fraction = 0.1 // also 3.7 in a language that writes 3,7
		default:
			return value, end
		}
	}
	return value, end
}

func (s *scanner) threeDigits(at int) bool {
	if at+3 > len(s.text) || !isDigit(s.text[at]) || !isDigit(s.text[at+1]) || !isDigit(s.text[at+2]) {
		return false
	}
	return at+3 == len(s.text) || !isDigit(s.text[at+3])
}

// dateOrRange reads what follows digits with a separator: 2026-07-10, 10-12,
// 24/7, 31.12.2026.
func (s *scanner) dateOrRange(n *number, start, end int) int {
	next, digits := end, 0
	parts := 0
	for next+1 < len(s.text) && indexByte("-/.", s.text[next]) && isDigit(s.text[next+1]) && parts < 2 {
		next++
		digits = next
		for next < len(s.text) && isDigit(s.text[next]) {
			next++
		}
		parts++
	}
	dotted := n.value != math.Trunc(n.value)
	switch {
	case parts == 0:
		return end
	case parts == 2 || dotted && next-digits == 4:
		n.date = true
		return next
	case s.text[end] == '/' && next-digits == 1 && s.text[digits] == '7' && n.value == 24:
		n.always = true
		return next
	case s.text[end] == '-' && next-digits >= end-start:
		n.value, _ = s.digits(digits)
		n.ranged = true
		return next
	}
	return end
}

// glued reads scale and unit that are written without a space.
func (s *scanner) glued(n *number, end int) int {
	at := end
	if at+1 < len(s.text) && s.text[at] == '-' && isLetter(s.text[at+1]) {
		n.compound = true
		for at < len(s.text) && (isLetter(s.text[at]) || isDigit(s.text[at]) || s.text[at] == '-') {
			at++
		}
		return at
	}
	for at < len(s.text) && isLetter(s.text[at]) {
		at++
	}
	if at > end {
		s.scale(n, end, at)
		end = s.minutes(n, end, at)
	}
	if end+1 < len(s.text) && s.text[end] == '/' && n.unit.end > n.unit.start && isLetter(s.text[end+1]) && s.oneLetter(end+1) {
		end += 2 // MB/s
	}
	if end < len(s.text) && s.text[end] == '%' {
		n.percent = true
		end++
	}
	if end < len(s.text) && s.text[end] == '+' && (end+1 == len(s.text) || !isDigit(s.text[end+1])) {
		n.plus = true
		end++
	}
	return end
}

// minutes reads the rest of hours and minutes, "4h10" or "4h10m", and says where it
// ends.
func (s *scanner) minutes(n *number, start, end int) int {
	rest := s.lower[end:]
	if end-start != 1 || s.lower[start] != 'h' || len(rest) < 2 || !isDigit(rest[0]) || !isDigit(rest[1]) {
		return end
	}
	after := end + 2
	if after < len(s.text) && s.lower[after] == 'm' {
		after++
	}
	if after < len(s.text) && (isLetter(s.text[after]) || isDigit(s.text[after])) {
		return end
	}
	n.value += (float64(rest[0]-'0')*10 + float64(rest[1]-'0')) / 60
	return after
}

func (s *scanner) scale(n *number, start, end int) {
	n.short = false
	switch string(s.lower[start:end]) {
	case "k", "tsd":
		n.value *= 1e3
	case "m", "mio", "mn", "mm":
		n.value *= 1e6
	case "b", "bn", "mrd":
		n.value *= 1e9
	case "x":
		n.multiplier = true
	case "st", "nd", "rd", "th":
		n.ordinal = true
	case "pp", "pt", "pts":
		n.unit = span32{int32(start), int32(end)}
	default:
		n.unit = span32{int32(start), int32(end)}
	}
}
