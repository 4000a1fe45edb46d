package language

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// scanner cuts a statement into tokens. Its buffers are reused.
type scanner struct {
	lexicon *lexicon
	text    string
	lower   []byte // the text in lower case, byte for byte as long as the text
	tokens  []token
	numbers []number
	seen    seen
	read    int // how many bytes of the text were read: all, up to maxTokens
}

// seen sums up what occurs in a statement, so that what does not occur is not
// looked for.
type seen struct {
	verb  uint32
	noun  uint32
	mark  uint64
	word  uint64
	theme themes
	kinds uint16 // 1 << kind

	words     int  // what is neither mark nor arrow; those of an expression one by one
	sentences int  // how many begin
	capital   bool // a word with a capital that could be a name
	capitals  bool // a word in capitals that no list has
	brackets  bool // or quotation marks
}

// see adds a token.
func (s *scanner) see(t *token) {
	s.seen.verb |= t.verb
	s.seen.noun |= t.noun
	s.seen.mark |= t.mark
	s.seen.word |= t.word
	s.seen.theme.add(t.theme)
	s.seen.kinds |= 1 << t.kind
	if t.first {
		s.seen.sentences++
	}
	if t.kind != markToken && t.kind != arrowToken {
		s.seen.words++
	}
	if t.spaced {
		s.seen.words += s.wordsIn(t) - 1
	}
	switch t.caps {
	case initialCap:
		s.seen.capital = s.seen.capital || t.entry < 0 || t.mark&firstName != 0
	case allCaps:
		s.seen.capitals = s.seen.capitals || t.entry < 0
	}
}

// wordsIn counts the words of a token: a phrase is one token of several.
func (s *scanner) wordsIn(t *token) int {
	n := 1
	if !t.spaced {
		return n
	}
	for i := t.start; i < t.end; i++ {
		if isSpace(s.text[i]) {
			n++
		}
	}
	return n
}

// maxTokens bounds what is read at once: a longer text is not a statement, and
// notes are read in parts.
const maxTokens = 400

func (s *scanner) scan(text string) {
	s.text = text
	s.lower = lowered(s.lower[:0], text)
	s.tokens, s.numbers = s.tokens[:0], s.numbers[:0]
	s.seen = seen{}
	first := true
	at := 0
	for at < len(text) && len(s.tokens) < maxTokens {
		if text[at] == ' ' {
			at++
			continue
		}
		end, made := s.next(at)
		if made {
			t := &s.tokens[len(s.tokens)-1]
			t.first, t.joined = first, at > 0 && !isSpace(text[at-1])
			first = t.isMark(".!?;") && (end == len(text) || isSpace(text[end])) || t.isMark("\n")
		}
		at = end
	}
	s.read = s.cut(at)
	s.phrases()
	if s.seen.brackets {
		s.asides()
	}
}

// cut is where the next part of a long text begins: at the sentence that was not
// read to its end, where that is not the only one.
func (s *scanner) cut(at int) int {
	if at >= len(s.text) {
		return len(s.text)
	}
	for i := len(s.tokens) - 1; i > 0; i-- {
		if s.tokens[i].first {
			at = int(s.tokens[i].start)
			s.tokens = s.tokens[:i]
			break
		}
	}
	return at
}

// lowered is the text in lower case. A letter whose lower case has another
// length stays as it is, so that places keep.
func lowered(buffer []byte, text string) []byte {
	buffer = append(slices.Grow(buffer, len(text)+headLetters), text...) // room for what is read behind a word
	for i := 0; i < len(buffer); i++ {
		switch b := buffer[i]; {
		case 'A' <= b && b <= 'Z':
			buffer[i] = b + 'a' - 'A'
		case b >= utf8.RuneSelf:
			r, size := utf8.DecodeRune(buffer[i:])
			if low := unicode.ToLower(r); r != utf8.RuneError && utf8.RuneLen(low) == size {
				utf8.EncodeRune(buffer[i:], low)
			}
			i += size - 1
		}
	}
	return buffer
}

// next reads the token at a place and says where it ends.
func (s *scanner) next(at int) (end int, made bool) {
	b := s.text[at]
	switch {
	case b == '\n':
		return s.mark(at, at+1, '\n'), true
	case isSpace(b):
		return at + 1, false
	case isDigit(b):
		return s.number(at), true
	case isLetter(b):
		return s.word(at), true
	case b < utf8.RuneSelf:
		return s.ascii(at)
	}
	r, size := utf8.DecodeRuneInString(s.text[at:])
	switch {
	case unicode.IsLetter(r):
		return s.word(at), true
	case unicode.IsSpace(r):
		return at + size, false
	case r == '→' || r == '⇒' || r == '➔' || r == '➜' || r == '➡' || r == '⟶':
		s.push(at, at+size, arrowToken)
		return at + size, true
	case r == '€' || r == '£' || r == '¥' || r == '₹':
		return s.currency(at, at+size)
	case r == '≤' || r == '≥' || r == '⩽' || r == '⩾':
		s.wordToken(at, at+size)
		return at + size, true
	case r == '“' || r == '”' || r == '„' || r == '«' || r == '»':
		return s.mark(at, at+size, 'q'), true
	case r == '–' || r == '—' || r == '−':
		if r == '−' && at+size < len(s.text) && isDigit(s.text[at+size]) {
			return s.number(at), true
		}
		return s.mark(at, at+size, '-'), true
	case r == '’' || r == '‘' || r == '‚':
		return s.mark(at, at+size, '\''), true
	}
	return s.mark(at, at+size, '*'), true
}

func (s *scanner) ascii(at int) (int, bool) {
	text, b := s.text, s.text[at]
	following := func(n int) byte {
		if at+n < len(text) {
			return text[at+n]
		}
		return 0
	}
	switch {
	case (b == '-' || b == '=') && following(1) == '>', b == '-' && following(1) == '-' && following(2) == '>':
		end := at + 2
		if following(1) == '-' {
			end++
		}
		s.push(at, end, arrowToken)
		return end, true
	case (b == '<' || b == '>') && following(1) == '=':
		s.wordToken(at, at+2)
		return at + 2, true
	case b == '<' || b == '>' || b == '=' || b == '~' || b == '&':
		s.wordToken(at, at+1)
		return at + 1, true
	case b == '$':
		return s.currency(at, at+1)
	case (b == '+' || b == '-') && isDigit(following(1)) && (at == 0 || !isLetter(text[at-1]) && !isDigit(text[at-1])):
		return s.number(at), true
	case b == '@' && isLetter(following(1)):
		return s.handle(at), true
	case b == '"':
		return s.mark(at, at+1, 'q'), true
	case b == '_':
		return at + 1, false
	}
	return s.mark(at, at+1, b), true
}

// currency reads "$120k" as one number; a sign alone is a word.
func (s *scanner) currency(at, after int) (int, bool) {
	next := after
	for next < len(s.text) && s.text[next] == ' ' && next-after < 1 {
		next++
	}
	if next < len(s.text) && isDigit(s.text[next]) {
		end := s.number(next)
		made := &s.tokens[len(s.tokens)-1]
		made.start, made.spaced = int32(at), true
		s.numbers[len(s.numbers)-1].currency = true
		return end, true
	}
	s.wordToken(at, after)
	return after, true
}

// handle reads @name; "@organisation/team" is a team, not a person.
func (s *scanner) handle(at int) int {
	end := at + 1
	team := false
	for end < len(s.text) && (isLetter(s.text[end]) || isDigit(s.text[end]) || indexByte("_-./", s.text[end])) {
		team = team || s.text[end] == '/'
		end++
	}
	for end > at+1 && indexByte("_-./", s.text[end-1]) {
		end--
	}
	made := s.push(at, end, handleToken)
	if team {
		made.kind, made.pos = wordToken, isName|isNoun
	}
	return end
}

func (s *scanner) mark(start, end int, mark byte) int {
	made := s.push(start, end, markToken)
	made.sign = mark
	switch mark {
	case '/', '+':
		if index, known := s.lexicon.find(s.lower[start:end]); known {
			s.know(made, index)
		}
	case '(', ')', '[', ']', 'q':
		s.seen.brackets = true
	}
	return end
}

// push makes a token of which nothing is known. It is valid until the next one.
func (s *scanner) push(start, end int, k kind) *token {
	n := len(s.tokens)
	s.tokens = slices.Grow(s.tokens, 1)[:n+1]
	t := &s.tokens[n] // in its place: a token is too large to be carried about
	*t = token{start: int32(start), end: int32(end), entry: -1, kind: k}
	return t
}

// know gives a token what the lexicon says about it.
func (s *scanner) know(t *token, index int32) {
	e := &s.lexicon.entries[index]
	t.entry, t.verb, t.noun, t.mark, t.word, t.theme, t.pos, t.form, t.phrases = index, e.verb, e.noun, e.mark, e.word, e.theme, e.pos, e.form, e.phrases
}

// wordToken makes a token of a known sign or word, without a guess.
func (s *scanner) wordToken(start, end int) {
	made := s.push(start, end, wordToken)
	if index, known := s.lexicon.find(s.lower[start:end]); known {
		s.know(made, index)
	}
}

func isSpace(b byte) bool  { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }
func isDigit(b byte) bool  { return '0' <= b && b <= '9' }
func isUpper(b byte) bool  { return 'A' <= b && b <= 'Z' }
func isLetter(b byte) bool { return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' }
