package language

// phrases joins the words of known expressions to one token; the longest one
// that fits wins.
func (s *scanner) phrases() {
	to := 0
	for at := 0; at < len(s.tokens); {
		t := s.tokens[at]
		next := at + 1
		if t.entry >= 0 && t.kind == wordToken {
			if list := s.lexicon.entries[t.entry].phrases; list > 0 {
				if index, used := s.longest(s.lexicon.phrases[list-1], at); used > 0 {
					s.know(&t, index)
					next += used
					t.end = s.tokens[next-1].end
					t.hyphen = false
				}
			}
		}
		s.tokens[to] = t
		to++
		at = next
	}
	s.tokens = s.tokens[:to]
}

func (s *scanner) longest(list []phrase, at int) (entry int32, used int) {
	for i := range list {
		if p := &list[i]; p.words > used && s.follows(p, at+1) {
			entry, used = p.entry, p.words
		}
	}
	return entry, used
}

// follows reports whether the rest of an expression stands at a token, word by
// word.
func (s *scanner) follows(p *phrase, at int) bool {
	if at+p.words > len(s.tokens) {
		return false
	}
	from := 0
	for i := at; i < at+p.words; i++ {
		t := &s.tokens[i]
		length := int(t.end - t.start)
		to := from + length
		if to > len(p.rest) || to < len(p.rest) && p.rest[to] != ' ' || t.kind != wordToken && t.kind != versionToken ||
			string(s.lower[t.start:t.end]) != p.rest[from:to] {
			return false
		}
		from = to + 1
	}
	return from == len(p.rest)+1
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
