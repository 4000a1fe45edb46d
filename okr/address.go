package okr

import (
	"fmt"
	"strings"
)

// Address names anything: team/cycle, team/cycle/objective, or
// team/cycle/objective/key-result. The parts that are not given are empty.
type Address struct {
	Team, Cycle, Objective, KeyResult string
}

// longestID is how many characters an id may have.
const longestID = 64

// ValidID reports whether a text can be the id of a team, an objective or a key
// result: lower-case letters, digits and hyphens, beginning with a letter or a
// digit, at most 64 characters.
func ValidID(id string) bool {
	if id == "" || len(id) > longestID || id[0] == '-' {
		return false
	}
	for i := range len(id) {
		if c := id[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return true
}

// ValidCycleID reports whether a text can name a cycle: letters, digits, dots,
// underscores and hyphens, beginning with a letter or a digit.
func ValidCycleID(id string) bool {
	for i := range len(id) {
		c := id[i]
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
		if !letter && (i == 0 || c != '.' && c != '_' && c != '-') {
			return false
		}
	}
	return id != ""
}

// ParseAddress reads an address of two to four parts. It fails with a sentence
// that says which form is asked for.
func ParseAddress(text string) (Address, error) {
	var parts [4]string
	rest, more := text, true
	count := 0
	for ; more && count < len(parts); count++ {
		parts[count], rest, more = strings.Cut(rest, "/")
	}
	if more || count < 2 {
		return Address{}, fmt.Errorf("%q is not an address: write team/cycle, team/cycle/objective or team/cycle/objective/key-result", text)
	}
	for i, part := range parts[:count] {
		switch {
		case i == 1 && ValidCycleID(part) || i != 1 && ValidID(part):
		case part == "":
			return Address{}, fmt.Errorf("%q is not an address: one of its parts is empty", text)
		case len(part) > longestID && i != 1:
			return Address{}, fmt.Errorf("%q is not an address: its part %q is longer than %d characters", text, part, longestID)
		default:
			return Address{}, fmt.Errorf("%q is not an address: its part %q has characters that no id has (lower-case letters, digits and hyphens)", text, part)
		}
	}
	return Address{Team: parts[0], Cycle: parts[1], Objective: parts[2], KeyResult: parts[3]}, nil
}

// Depth is how many parts the address has: 2 for a document, 3 for an objective,
// 4 for a key result.
func (a Address) Depth() int {
	switch {
	case a.KeyResult != "":
		return 4
	case a.Objective != "":
		return 3
	default:
		return 2
	}
}

// String is the address as it is written.
func (a Address) String() string {
	parts := []string{a.Team, a.Cycle, a.Objective, a.KeyResult}
	return strings.Join(parts[:a.Depth()], "/")
}
