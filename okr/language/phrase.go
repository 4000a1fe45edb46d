package language

// nounPhrase reads the noun phrase that begins at a token: determiners, a
// quantity, modifiers, the head. With clause, a finite verb ends it.
func (r *reading) nounPhrase(i int, clause bool) phraseRange {
	p := phraseRange{start: i, end: i, head: -1}
	for p.end < len(r.tokens) {
		if q := r.quantityIndex(p.end); q > 0 {
			if !r.takeQuantity(&p, q) {
				break
			}
			continue
		}
		if !r.takeWord(&p, clause) {
			break
		}
	}
	if p.head < 0 && p.quantity == 0 {
		p.end = p.start
	}
	return p
}

// quantityIndex is 1 + the index of the quantity that begins at a token.
func (r *reading) quantityIndex(i int) int {
	for k := range r.quantities {
		if r.quantities[k].at == i {
			return k + 1
		}
	}
	return 0
}

// takeQuantity takes a number into the phrase: its count, or part of a name.
func (r *reading) takeQuantity(p *phraseRange, index int) bool {
	q := &r.quantities[index-1]
	if q.is(isLabel) && !q.is(isBound) {
		p.end = q.end
		if q.is(isSpelled) && p.quantity == 0 {
			p.quantity = index
		}
		return true
	}
	if p.head >= 0 || p.quantity > 0 || q.is(isDate) {
		return false
	}
	p.quantity, p.end = index, q.end
	if r.at(p.end).is(ofWord) {
		p.share = q.is(isPercent)
		p.end++
	}
	return true
}

// takeWord takes the next word into the phrase where it belongs to it.
func (r *reading) takeWord(p *phraseRange, clause bool) bool {
	t := r.at(p.end)
	switch {
	case t.aside && !r.at(p.start).aside:
		return r.skipAside(p)
	case t.isMark("'") || t.isMark("/") && p.head >= 0:
		p.end++
		return p.end < len(r.tokens)
	case t.kind == versionToken, t.kind == keyToken:
		if p.head < 0 || r.at(p.head).noun == 0 {
			p.head = p.end
		}
		p.end++
		return true
	case !t.plain():
		return false
	case t.is(ofWord) && !t.aside && p.head >= 0 && r.at(p.head).ofNoun(counterNoun):
		p.counted, p.head = p.head+1, -1
		p.end++
		return true
	case r.isPossessiveMark(p.end):
		p.end++
		return true
	case t.is(determiner|bound|article|quantifier) && !t.has(isVerb|isNoun):
		if p.head >= 0 {
			return false
		}
		p.end++
		return true
	case t.is(preposition | conjunction | modal | copula | pronoun | subordinate | auxiliary):
		return false
	}
	return r.takeContent(p, clause)
}

// takeContent takes nouns and what modifies them.
func (r *reading) takeContent(p *phraseRange, clause bool) bool {
	t := r.at(p.end)
	if clause && p.head >= 0 && r.finite(p.end, p.head) {
		return false
	}
	switch {
	case t.has(isNoun) || t.pos == 0:
		p.head = p.end
	case t.has(isAdjective), t.pos == isAdverb:
		if p.head >= 0 && !r.continues(p.end+1) {
			return false
		}
	case t.has(isVerb) && t.isForm(formParticiple|formIng|formPast):
		if !r.continues(p.end+1) || r.lexicon.grammar.inflects && !t.isForm(formInflected) {
			return false
		}
	case p.end > p.start && p.head < 0 && r.at(p.end-1).is(determiner|own) && t.pos&(isVerb|isWord) != 0:
		if !r.continues(p.end + 1) { // "the rebuild", a verb that no list has as a noun
			p.head = p.end
		}
	default:
		return false
	}
	p.end++
	return true
}

// continues reports whether a noun or a modifier stands here.
func (r *reading) continues(i int) bool {
	t := r.at(i)
	return t.plain() && (t.has(isNoun|isAdjective) || t.pos == 0) && !t.is(preposition|conjunction|copula|modal|determiner) || t.kind == versionToken
}

func (r *reading) isPossessiveMark(i int) bool {
	t := r.at(i)
	return t.end-t.start == 1 && r.word(i) == "s" && r.at(i-1).isMark("'")
}

// skipAside steps over parentheses inside a phrase.
func (r *reading) skipAside(p *phraseRange) bool {
	end := p.end
	for end < len(r.tokens) && r.tokens[end].aside {
		end++
	}
	if p.head < 0 { // a phrase that begins with a quoted name
		p.head = p.end
	}
	if p.head >= 0 && !r.continues(end) {
		return false
	}
	p.end = end
	return true
}
