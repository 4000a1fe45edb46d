package language

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word reads a word: letters and digits, with hyphens, full stops and
// apostrophes inside it where they belong to it.
func (s *scanner) word(at int) int {
	if s.lower[at] == 'h' {
		if end := s.link(at); end > at {
			return end
		}
	}
	end, made := at, spelling{plain: true}
	for end < len(s.text) {
		b := s.text[end]
		if 'a' <= b && b <= 'z' {
			end++
			continue
		}
		if isUpper(b) {
			if end > at && s.hump(at, end) {
				return s.finishWord(at, end, made)
			}
			made.plain = false
			end++
			continue
		}
		if isDigit(b) {
			made.digits = true
			end++
			continue
		}
		if b >= utf8.RuneSelf {
			made.plain = false
			r, size := utf8.DecodeRuneInString(s.text[end:])
			if unicode.IsLetter(r) || unicode.IsMark(r) {
				end += size
				continue
			}
			if r == '’' && s.contraction(end, end+size) {
				end += size
				continue
			}
			break
		}
		inner := end+1 < len(s.text) && (isLetter(s.text[end+1]) || isDigit(s.text[end+1]) || s.text[end+1] >= utf8.RuneSelf)
		switch {
		case b == '-' && inner && s.text[end+1] < utf8.RuneSelf:
			made.hyphen = true
		case b == '@' && inner:
			return s.email(at, end)
		case b == '.' && inner && end-at >= 3 && isUpper(s.text[end+1]) && !isUpper(s.text[end-1]):
			return s.finishWord(at, end, made) // a path of a program: Scope.TEAM
		case (b == '.' || b == '&') && inner:
		case b == '/' && inner && end-at == 1 && s.oneLetter(end+1):
		case b == '\'' && s.contraction(end, end+1):
		default:
			return s.finishWord(at, end, made)
		}
		end++
	}
	return s.finishWord(at, end, made)
}

// hump reports where a name of a program goes on: bonusWeight is two words. Short
// beginnings belong to brands (iPhone, eBay).
func (s *scanner) hump(at, end int) bool {
	upper := func(i int) bool { return 'A' <= s.text[i] && s.text[i] <= 'Z' }
	lower := func(i int) bool { return 'a' <= s.text[i] && s.text[i] <= 'z' }
	if end-at < 3 || !lower(at) || !upper(end) || !lower(end-1) {
		return false
	}
	return end+1 < len(s.text) && lower(end+1)
}

// contraction reports whether the apostrophe belongs to a word such as "don't".
func (s *scanner) contraction(at, after int) bool {
	return at > 0 && s.lower[at-1] == 'n' && after < len(s.text) && s.lower[after] == 't' &&
		(after+1 == len(s.text) || !isLetter(s.text[after+1]))
}

func (s *scanner) oneLetter(at int) bool {
	return at+1 >= len(s.text) || !isLetter(s.text[at+1]) && !isDigit(s.text[at+1])
}

func (s *scanner) email(at, sign int) int {
	end := sign + 1
	for end < len(s.text) && (isLetter(s.text[end]) || isDigit(s.text[end]) || s.text[end] == '.' || s.text[end] == '-') {
		end++
	}
	for end > sign+1 && (s.text[end-1] == '.' || s.text[end-1] == '-') {
		end--
	}
	if dot := strings.LastIndexByte(s.text[sign:end], '.'); dot < 0 || !isLetter(s.text[sign+dot+1]) {
		return s.finishWord(at, end, spelling{digits: true}) // Recall@10
	}
	s.push(at, end, emailToken)
	return end
}

// link reads an address of the web, which is one token.
func (s *scanner) link(at int) int {
	rest := s.lower[at:]
	if !bytes.HasPrefix(rest, []byte("http://")) && !bytes.HasPrefix(rest, []byte("https://")) {
		return at
	}
	end := at
	for end < len(s.text) && !isSpace(s.text[end]) && !indexByte(")\"'", s.text[end]) {
		end++
	}
	s.push(at, end, linkToken)
	return end
}

// spelling is what the letters of a word show while it is read.
type spelling struct {
	plain  bool // no letters but a to z, so that it has no capitals
	digits bool
	hyphen bool
}

// finishWord makes a token of a word that is read to its end, or to the full stop
// that belongs to it, and asks the lexicon about it.
func (s *scanner) finishWord(at, end int, read spelling) int {
	if end < len(s.text) && s.text[end] == '.' {
		if _, known := s.lexicon.find(s.lower[at : end+1]); known {
			end++ // an abbreviation: "max.", "Mio."
		}
	}
	made := s.push(at, end, wordToken)
	made.hyphen = read.hyphen
	if !read.plain {
		made.caps = capsOf(s.text[at:end])
	}
	if index, known := s.lexicon.find(s.lower[at:end]); known {
		s.know(made, index)
	}
	switch { // it may begin expressions, or have a theme, and no part of speech
	case made.pos != 0:
	case read.digits && isTrackerKey(s.text[at:end]):
		made.kind = keyToken
	case read.digits:
		made.kind = versionToken
		s.guessHyphen(made)
	default:
		s.guess(made)
	}
	return end
}

// isTrackerKey reports whether the text looks like ABC-123. Names of standards
// and models look alike; the caller knows the common ones.
func isTrackerKey(text string) bool {
	letters, digits, found := strings.Cut(text, "-")
	if !found || len(letters) < 2 || len(letters) > 10 || len(digits) == 0 || len(digits) > 6 {
		return false
	}
	for i := range len(letters) {
		if letters[i] < 'A' || letters[i] > 'Z' {
			return false
		}
	}
	for i := range len(digits) {
		if !isDigit(digits[i]) {
			return false
		}
	}
	switch letters {
	case "ISO", "UTF", "SOC", "IEC", "DIN", "EN", "RFC", "CVE", "SHA", "AES", "COVID", "IEEE", "ANSI", "NIST", "PCI", "SEV", "GPT", "FY", "SLA", "WCAG", "TLS", "HTTP", "MP", "ES", "PEP", "BS", "KR", "OKR", "WEEK", "DAY", "PHASE", "TIER", "MIL", "STD":
		return false
	}
	return true
}

func capsOf(text string) caps {
	upper, lower, initial := 0, 0, false
	for i := 0; i < len(text); i++ {
		switch b := text[i]; {
		case 'a' <= b && b <= 'z':
			lower++
		case 'A' <= b && b <= 'Z':
			upper++
			initial = initial || i == 0
		case b >= utf8.RuneSelf:
			return capsOfRunes(text)
		}
	}
	return capsFrom(text, upper, lower, initial)
}

func capsOfRunes(text string) caps {
	upper, lower, initial := 0, 0, false
	for i, r := range text {
		switch {
		case unicode.IsUpper(r):
			upper++
			initial = initial || i == 0
		case unicode.IsLower(r):
			lower++
		}
	}
	return capsFrom(text, upper, lower, initial)
}

func capsFrom(text string, upper, lower int, initial bool) caps {
	switch {
	case upper == 0:
		return lowerCase
	case lower == 0 && upper > 1, upper > 1 && lower == 1 && strings.HasSuffix(text, "s"):
		return allCaps
	case upper == 1 && initial:
		return initialCap
	}
	return mixedCaps
}

// guess reads an unknown word by its parts: the last part of a compound, a
// prefix, an ending.
func (s *scanner) guess(t *token) {
	word := s.lower[t.start:t.end]
	if t.hyphen && s.guessHyphen(t) {
		return
	}
	for _, prefix := range s.lexicon.prefixes[word[0]] {
		if len(word) > len(prefix)+3 && string(word[:len(prefix)]) == prefix {
			if index, known := s.lexicon.find(word[len(prefix):]); known && s.lexicon.entries[index].pos&(isVerb|isNoun|isAdjective) != 0 {
				e := &s.lexicon.entries[index]
				t.verb, t.noun, t.pos, t.form = e.verb, e.noun, e.pos, e.form
				if prefix == "un" && e.pos&isVerb != 0 && e.form&formParticiple != 0 {
					t.verb, t.noun, t.pos, t.form = 0, 0, isAdjective, 0 // unassisted
				}
				return
			}
		}
	}
	var noun uint32
	t.pos, t.form, noun = s.lexicon.grammar.guess(s.lexicon, word, t.caps)
	t.noun |= noun
}

// guessHyphen reads a compound by its last part, which is its head.
func (s *scanner) guessHyphen(t *token) bool {
	word := s.lower[t.start:t.end]
	if !t.hyphen {
		return false
	}
	if i := bytes.Index(word, []byte("-to-")); i > 0 {
		if index, known := s.lexicon.find(word[:i]); known && s.lexicon.entries[index].noun&metricNoun != 0 {
			t.pos, t.noun, t.form, t.kind = isNoun, metricNoun, formSingular, wordToken
			return true
		}
	}
	at := bytes.LastIndexByte(word, '-')
	index, known := s.lexicon.find(word[at+1:])
	if !known || s.lexicon.entries[index].pos == 0 {
		return false
	}
	e := &s.lexicon.entries[index]
	switch {
	case e.pos&isNoun != 0 && e.form&(formSingular|formPlural) != 0 && e.word == 0:
		t.pos, t.noun, t.form, t.kind = isNoun, e.noun, e.form&(formSingular|formPlural), wordToken
		if t.entry < 0 { // a compound that no list has speaks of what its parts do
			t.theme.add(e.theme)
			if front, known := s.lexicon.find(word[:at]); known {
				t.theme.add(s.lexicon.entries[front].theme)
			}
		}
	case e.pos&isVerb != 0 && e.form&(formParticiple|formPast|formIng) != 0, e.pos&isAdjective != 0:
		t.pos, t.kind = isAdjective, wordToken
		if first, known := s.lexicon.find(word[:bytes.IndexByte(word, '-')]); known {
			t.theme.add(s.lexicon.entries[first].theme) // bonus-relevant
		}
	default:
		return false
	}
	return true
}
