package metric

import (
	"strings"
	"unicode"
)

// Step is one line of arithmetic, kept as data so that a caller can put file and
// line beside each operand.
type Step struct {
	Name       string // what it finds: "target", "current", "raw", "score"
	Formula    string // in names: "(current − baseline) / (target − baseline)"; empty where the value is given and not computed
	Terms      []Term // the operands, in the order in which the formula names them
	Comparison bool   // the formula is true or false, and the value 1 or 0 says which
	Value      Number // the result
	Note       string // a remark in words; may hold a stage's name, escaped and in quotes
}

// Term is one operand of a step.
type Term struct {
	Name    string // a field of the metric, "current", "reading" or "raw"
	Value   Number
	Reading int // the position from 0 in the readings that it comes from; -1 where it is no reading
}

// field returns a term that is no single reading.
func field(name string, value Number) Term { return Term{Name: name, Value: value, Reading: -1} }

// Numbers returns the formula with the numbers put in and its result:
// "(435 − 520) / (350 − 520) = 0.5", or ≈ where the result has no short decimal.
func (s Step) Numbers() string {
	value := s.Value.String()
	switch {
	case s.Formula == "":
		return value
	case s.Comparison && s.Value.Sign() > 0:
		return s.fill() + " holds: " + value
	case s.Comparison:
		return s.fill() + " does not hold: " + value
	case s.Value.writtenExactly():
		return s.fill() + " = " + value
	}
	return s.fill() + " ≈ " + value
}

// String returns the step as one line: what it finds, the numbers, the remark.
func (s Step) String() string {
	line := s.Name + ": " + s.Numbers()
	if s.Note != "" {
		line += " (" + s.Note + ")"
	}
	return line
}

// fill puts the operands in place of their names.
func (s Step) fill() string {
	var out strings.Builder
	used := make([]bool, len(s.Terms))
	for rest := s.Formula; rest != ""; {
		name := leadingName(rest)
		if name == "" {
			symbol := []rune(rest)[0]
			out.WriteRune(symbol)
			rest = rest[len(string(symbol)):]
			continue
		}
		rest = rest[len(name):]
		if i := s.operand(name, used); i >= 0 {
			used[i] = true
			writeOperand(&out, s.Terms[i].Value.String())
		} else {
			out.WriteString(name)
		}
	}
	return out.String()
}

// operand returns the term that a name stands for: the first of that name not
// used yet, else the last of that name, else -1.
func (s Step) operand(name string, used []bool) int {
	found := -1
	for i, term := range s.Terms {
		if term.Name != name {
			continue
		}
		found = i
		if !used[i] {
			return i
		}
	}
	return found
}

// writeOperand puts a negative number that follows an operator in parentheses.
func writeOperand(out *strings.Builder, number string) {
	before := out.String()
	if strings.HasPrefix(number, "-") && before != "" && !strings.HasSuffix(before, "(") && !strings.HasSuffix(before, "|") {
		number = "(" + number + ")"
	}
	out.WriteString(number)
}

func leadingName(text string) string {
	for i, r := range text {
		if !unicode.IsLetter(r) && r != '_' {
			return text[:i]
		}
	}
	return text
}

// Arithmetic returns the formula with the numbers put in, without its result:
// "(435 − 520) / (350 − 520)"; empty where the value is given and not computed.
func (s Step) Arithmetic() string { return s.fill() }
