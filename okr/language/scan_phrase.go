package language

// phrases joins the words of known expressions to one token; the longest one
// that fits wins. What the tokens are is decided then, and summed up.
func (s *scanner) phrases() {
	adjust := s.lexicon.grammar.adjust
	to := 0
	for at := 0; at < len(s.tokens); {
		t := &s.tokens[at]
		next := at + 1
		if t.phrases > 0 && t.kind == wordToken {
			if index, used := s.longest(s.lexicon.phrases[t.phrases-1], at); used > 0 {
				s.know(t, index)
				next += used
				t.end = s.tokens[next-1].end
				t.hyphen, t.spaced = false, true
			}
		}
		if adjust != nil {
			adjust(t)
		}
		s.see(t)
		if to < at {
			s.tokens[to] = *t
		}
		to++
		at = next
	}
	s.tokens = s.tokens[:to]
}

// longest is the longest of the expressions that begin with the word at a token.
func (s *scanner) longest(list []phrase, at int) (entry int32, used int) {
	if at+1 == len(s.tokens) {
		return 0, 0
	}
	initial := s.lower[s.tokens[at+1].start]
	for i := range list {
		if p := &list[i]; p.initial == initial && int(p.words) > used && s.follows(p, at+1) {
			entry, used = p.entry, int(p.words)
		}
	}
	return entry, used
}

// follows reports whether the rest of an expression stands at a token, word by
// word.
func (s *scanner) follows(p *phrase, at int) bool {
	if at+int(p.words) > len(s.tokens) {
		return false
	}
	rest, from := s.lexicon.rest(p), 0
	for i := at; i < at+int(p.words); i++ {
		t := &s.tokens[i]
		length := int(t.end - t.start)
		to := from + length
		if to > len(rest) || to < len(rest) && rest[to] != ' ' || t.kind != wordToken && t.kind != versionToken ||
			string(s.lower[t.start:t.end]) != string(rest[from:to]) {
			return false
		}
		from = to + 1
	}
	return from == len(rest)+1
}

// asides marks what stands in parentheses or in quotation marks: it comments on
// the statement, or is a name.
func (s *scanner) asides() {
	depth, quoted := 0, false
	for i := range s.tokens {
		t := &s.tokens[i]
		switch {
		case t.isMark("(["):
			depth++
		case t.isMark(")]"):
			depth = max(0, depth-1)
			t.aside = true
			continue
		case t.isMark("q"):
			quoted = !quoted && s.closes(i)
			t.aside = true
			continue
		}
		t.aside = depth > 0 || quoted
	}
}

// closes reports whether a quotation that opens here is closed again.
func (s *scanner) closes(at int) bool {
	for i := at + 1; i < len(s.tokens); i++ {
		if s.tokens[i].isMark("q") {
			return true
		}
	}
	return false
}
