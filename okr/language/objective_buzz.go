package language

// buzz finds strings of buzzwords: most of what an objective says are words that mean
// something only in company, and nobody is in the picture. "Unlock growth levers via
// a holistic platform play".
func (r *reading) buzz() bool {
	if r.seen.mark&(jargonWord|buzzWord) == 0 && !r.tailed() {
		return false
	}
	var found [4]int
	empty, jargon, content, people := 0, 0, 0, 0
	for i := r.clause.start; i < len(r.tokens); i++ {
		t := &r.tokens[i]
		switch {
		case t.kind == numberToken && r.quantityIndex(i) > 0 && r.quantities[r.quantityIndex(i)-1].measures(),
			t.is(relative|copula) && i > r.clause.start && !t.is(determiner):
			return false
		case !t.plain() || t.is(determiner|preposition|conjunction|pronoun|modal|toWord|negation|plainAdverb|copula|bound) || r.knownName(i):
			continue
		case t.marked(jargonWord), t.hyphen && r.buzzTailed(t):
			jargon++
		case t.marked(buzzWord), t.marked(selfWord) && t.has(isNoun), t.is(weasel) && !t.is(comparative), t.ofVerb(vague):
		case t.is(praise) && !t.is(weasel):
			return false
		default:
			if content++; r.pictured(i) {
				people++
			}
			continue
		}
		if content++; empty < len(found) {
			found[empty] = i
		}
		empty++
	}
	if people > 0 && jargon < 2 || empty+jargon < 3 || empty < 2 || empty*5 < content*3 || empty == content && content == 2 && jargon == 0 || r.contactClause() > 0 {
		return false
	}
	r.sign(WeaselWords, "buzzwords", Likely, Warning, found[:min(empty, len(found))]...)
	return true
}

// pictured reports people who are more than a word of business.
func (r *reading) pictured(i int) bool {
	t := r.at(i)
	return t.ofNoun(personNoun) && !t.ofNoun(artefactNoun) && !t.marked(jargonWord|buzzWord|selfWord) && !r.modifies(i) && i != r.clause.verb
}

// tailed reports a compound that is a buzzword by its last part.
func (r *reading) tailed() bool {
	for i := range r.tokens {
		if r.tokens[i].hyphen && r.buzzTailed(&r.tokens[i]) {
			return true
		}
	}
	return false
}

// buzzTailed reports "data-driven", "patient-centric", "AI-first".
func (r *reading) buzzTailed(t *token) bool {
	word := r.lower[t.start:t.end]
	for at := len(word) - 1; at > 0; at-- {
		if word[at] != '-' {
			continue
		}
		index, known := r.lexicon.find(word[at+1:])
		return known && r.lexicon.entries[index].mark&buzzTail != 0
	}
	return false
}
