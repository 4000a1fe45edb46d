package language

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// names are Names ready for look-up, in lower case.
type names struct {
	known    map[string]bool
	products map[string]bool
	teams    map[string]bool
	// lengths says for the first word of a team's name how long, in bytes, the names
	// are that begin with it: how many teams there are does not matter.
	lengths map[string][]int
}

// With is the same understanding with the organisation's own names known.
func (u *Understanding) With(given Names) *Understanding {
	n := &names{known: make(map[string]bool), products: make(map[string]bool), teams: make(map[string]bool), lengths: make(map[string][]int)}
	for _, list := range [][]string{given.Glossary, given.Teams, given.Products} {
		for _, name := range list {
			for word := range strings.FieldsSeq(strings.ToLower(name)) {
				n.known[word] = true
			}
		}
	}
	for _, name := range given.Products {
		for word := range strings.FieldsSeq(strings.ToLower(name)) {
			n.products[word] = true
		}
	}
	for _, name := range given.Teams {
		n.addTeam(strings.ToLower(strings.TrimSpace(name)))
	}
	return &Understanding{lexicons: u.lexicons, names: n, readings: u.readings}
}

func (n *names) addTeam(name string) {
	if name == "" || n.teams[name] {
		return
	}
	n.teams[name] = true
	first := name[:wordLength(name)]
	if !slices.Contains(n.lengths[first], len(name)) {
		n.lengths[first] = append(n.lengths[first], len(name))
	}
}

// isTeam reports whether a text in lower case begins with the name of a team that
// ends there.
func (n *names) isTeam(text []byte) bool {
	for _, length := range n.lengths[string(text[:wordLength(text)])] {
		if length <= len(text) && (length == len(text) || !inWord(text[length])) && n.teams[string(text[:length])] {
			return true
		}
	}
	return false
}

// wordLength is how many bytes the word takes that begins a text; one for a mark.
func wordLength[T string | []byte](text T) int {
	end := 0
	for end < len(text) && inWord(text[end]) {
		end++
	}
	return min(max(end, 1), len(text))
}

func inWord(b byte) bool { return isLetter(b) || isDigit(b) || b >= utf8.RuneSelf }
