package language

// germanClause finds the clause that carries a German statement.
func germanClause(r *reading) {
	c := &r.clause
	i := r.labels(0)
	c.start, r.labelled = i, i
	end := r.mainEnd(i)
	r.imperative(i, end)
	finite, last := r.germanVerbs(i, end)
	switch {
	case finite < 0 && last < 0:
		r.germanPhrase(i)
	case finite >= 0 && r.at(finite).is(modal|auxiliary|copula):
		r.germanGroup(i, end, finite, last)
	case finite >= 0:
		r.germanFinite(i, end, finite)
	case r.at(last).isForm(formBase):
		r.germanOrder(i, last)
	default:
		r.germanState(i, last)
	}
}

// imperative reads "Führe … ein" and "Erstelle …", which no list has: the word
// that begins the statement, its object right behind it.
func (r *reading) imperative(i, end int) {
	t, next := r.at(i), r.at(i+1)
	if i >= end || next.is(ofWord) && !next.is(article) {
		return
	}
	if !next.is(determiner|numeral|bound|andWord) && next.kind != numberToken && !next.has(isAdjective) && next.pos != isNoun {
		return
	}
	if d := r.word(i + 1); d == "der" || d == "des" {
		return // "Pflege der Daten"
	}
	if index, known := r.orderOf(t); known {
		e := &r.lexicon.entries[index]
		t.entry, t.verb, t.pos, t.form, t.noun = index, e.verb, isVerb, formThird|formFinite, 0
		r.seen.verb |= e.verb
	}
}

// orderOf is the verb whose imperative a word could be that no list has as a verb.
func (r *reading) orderOf(t *token) (index int32, known bool) {
	word := r.lower[t.start:t.end]
	var infinitive [40]byte
	if t.kind != wordToken || t.has(isVerb) || t.noun != 0 && t.entry >= 0 || len(word) < 4 || len(word) >= len(infinitive) || word[len(word)-1] != 'e' {
		return -1, false
	}
	n := copy(infinitive[:], word)
	infinitive[n] = 'n'
	index, known = r.lexicon.find(infinitive[:n+1])
	return index, known && r.lexicon.entries[index].pos&isVerb != 0
}

// germanTurns reports whether a word could be an imperative that [reading.imperative]
// makes a verb of, wherever it stands.
func germanTurns(r *reading) bool {
	for i := range r.tokens {
		if _, known := r.orderOf(&r.tokens[i]); known {
			return true
		}
	}
	return false
}

// mainEnd is the end of the main clause: a full stop, or a comma before a
// subordinate clause.
func (r *reading) mainEnd(i int) int {
	for k := i; k < len(r.tokens); k++ {
		t := &r.tokens[k]
		switch {
		case t.aside:
		case t.isMark(".!?;") && !t.joined || t.isMark(".!?;") && k+1 == len(r.tokens), k > i && t.first:
			return k
		case t.isMark(",") && r.at(k+1).is(subordinate|relative|article|pronoun) && k > i+1:
			return k
		case t.kind == arrowToken:
			return len(r.tokens)
		}
	}
	return len(r.tokens)
}

// germanVerbs finds the finite verb in second place and the last infinitive or
// participle of the clause; -1 for what is not there.
func (r *reading) germanVerbs(i, end int) (finite, last int) {
	finite, last = -1, -1
	for k := i; k < end; k++ {
		t := &r.tokens[k]
		if t.aside || !t.plain() || t.caps != lowerCase && !t.first {
			continue
		}
		helper := t.is(modal | auxiliary | copula)
		switch {
		case finite < 0 && helper && k > i:
			finite = k
		case finite < 0 && t.has(isVerb) && t.isForm(formFinite) && k > i && !r.at(k-1).is(toWord|article) && r.secondPlace(i, k, end):
			finite = k
		case t.has(isVerb) && !helper && (t.isForm(formBase) || t.isForm(formParticiple) && !r.continues(k+1)) && k > i:
			last = k
			if finite < 0 && t.isForm(formBase) && r.at(k+1).is(andWord) && end > k+3 && r.at(end-1).has(isVerb) && r.at(end-1).isForm(formBase) {
				return finite, last // the first of two orders
			}
		case t.has(isVerb) && !t.has(isNoun) && k == i && t.isForm(formBase|formThird) && end > i+1 && (t.verb != 0 || r.particled(k, end) != 0):
			finite = k // "Steigern den Umsatz", "Führt X ein"
		}
	}
	return finite, last
}

// secondPlace reports whether a verb form that could also be an infinitive or a
// participle stands where the finite verb stands: right after the first phrase,
// with something behind it.
func (r *reading) secondPlace(i, k, end int) bool {
	t := r.at(k)
	if !t.isForm(formBase) && !t.isForm(formParticiple) {
		return true
	}
	if r.at(i).is(preposition|deadlineLead) && !r.at(i).is(bound) {
		// "Im Schnitt warten Patienten": a phrase in front, the subject behind.
		front, next := r.nounPhrase(i+1, false), r.at(k+1)
		return front.end == k && k+1 < end && (next.has(isNoun) || next.is(determiner|bound|pronoun|numeral) || next.kind == numberToken)
	}
	if r.at(i).is(plainAdverb) && k == i+1 {
		return k+1 < end // "Künftig nutzen Kunden …"
	}
	if r.at(i).is(quantifier) && r.at(i+1).is(preposition) {
		return true // "Alle im Haus wissen, …"
	}
	if r.at(k+1).is(andWord) && end > k+3 && r.at(end-1).has(isVerb) && r.at(end-1).isForm(formBase) {
		return false // "Kosten senken und Qualität steigern"
	}
	first := r.nounPhrase(i, false)
	if r.at(i).is(pronoun) {
		first.end = i + 1
	}
	return first.end == k && k+1 < end && !r.at(k+1).isMark(",.") && r.at(first.start).pos != 0 &&
		(r.at(max(first.head, i)).isForm(formPlural) || r.at(i).is(pronoun) || t.isForm(formThird))
}

// germanPhrase reads a statement without a verb.
func (r *reading) germanPhrase(i int) {
	c := &r.clause
	c.shape = shapePhrase
	c.subject = r.nounPhrase(r.skipPrepositions(i, len(r.tokens)), false)
	if c.subject.empty() {
		c.shape = shapeNone
	}
	c.rest = max(c.subject.end, i)
	if k := r.stateWithin(c.rest, min(len(r.tokens), c.rest+6)); k >= 0 {
		c.shape, c.verb, c.classes, c.state = shapeClause, k, being, k
	}
}

// skipPrepositions steps over phrases with a preposition, to the first bare one.
func (r *reading) skipPrepositions(i, end int) int {
	for steps := 0; i < end && steps < 6; steps++ {
		t := r.at(i)
		switch {
		case t.is(preposition|deadlineLead) && !t.is(bound):
			p := r.nounPhrase(i+1, false)
			i = max(p.end, i+1)
		case t.is(plainAdverb) || t.isMark(","):
			i++
		default:
			return i
		}
	}
	return i
}

// germanOrder reads "NPS von 20 auf 40 steigern": the verb ends the clause, its
// object is the first phrase without a preposition.
func (r *reading) germanOrder(i, verb int) {
	c := &r.clause
	c.shape, c.verb, c.classes, c.known = shapeOrder, verb, r.at(verb).verb, r.at(verb).verb != 0
	if c.classes == 0 {
		c.classes = acts
	}
	if at := r.skipPrepositions(i, verb); at < verb {
		c.object = r.nounPhrase(at, false)
	}
	c.rest = max(c.object.end, i)
}

// germanState reads "Dashboard ausgeliefert".
func (r *reading) germanState(i, verb int) {
	c := &r.clause
	c.shape, c.verb, c.classes, c.known, c.passive = shapeClause, verb, r.at(verb).verb, true, true
	c.subject = r.nounPhrase(r.skipPrepositions(i, verb), false)
	c.rest = verb + 1
}

// germanGroup reads clauses with a helping verb: wird … eingeführt, ist live,
// haben … geöffnet, wollen … erhöhen.
func (r *reading) germanGroup(i, end, finite, last int) {
	c := &r.clause
	helper := r.at(finite)
	team := r.at(i).is(we) && r.at(i).is(pronoun)
	switch {
	case last > finite && r.at(last).isForm(formBase) && !r.at(last).isForm(formParticiple) && team:
		r.germanOrder(finite+1, last) // "Wir wollen X einführen"
		return
	case last > finite && team && r.at(last).isForm(formParticiple):
		r.germanOrder(finite+1, last) // "Wir haben X eingeführt"
		return
	}
	c.shape, c.known, c.able = shapeClause, true, helper.is(ableWord)
	c.subject = r.nounPhrase(r.skipPrepositions(i, finite), false)
	c.rest = finite + 1
	if c.state = r.stateWithin(finite+1, end); c.state >= 0 && last < 0 {
		c.verb, c.classes = finite, being
		return
	}
	if last < 0 {
		c.verb, c.classes = finite, r.at(finite).verb|being
		c.object = r.nounPhrase(r.skipPrepositions(finite+1, end), false)
		return
	}
	c.verb, c.classes = last, r.at(last).verb
	if r.at(last).isForm(formParticiple) {
		c.passive = helper.is(passiveAuxiliary|copula) || r.helpedByWerden(finite, last)
	}
	c.object = r.nounPhrase(r.skipPrepositions(finite+1, last), false)
	c.rest = last + 1
}

func (r *reading) helpedByWerden(from, to int) bool {
	for i := from; i < to; i++ {
		if r.at(i).is(passiveAuxiliary) {
			return true
		}
	}
	return false
}

// germanFinite reads clauses with a finite main verb: "Nutzer kehren zurück",
// "Wir führen X ein", "NPS steigt auf 40".
func (r *reading) germanFinite(i, end, finite int) {
	c := &r.clause
	c.classes = r.particled(finite, end)
	c.verb, c.known = finite, c.classes != 0
	after := r.skipPrepositions(finite+1, end)
	if finite == i || r.at(i).is(we) && r.at(i).is(pronoun) {
		c.shape = shapeOrder
		c.object = r.nounPhrase(after, false)
		c.rest = max(c.object.end, finite+1)
		if c.classes == 0 {
			c.classes = acts
		}
		return
	}
	c.shape = shapeClause
	c.subject = r.nounPhrase(r.skipPrepositions(i, finite), false)
	c.rest = finite + 1
	if c.subject.empty() || c.subject.start >= finite { // a phrase in front, the subject behind
		c.subject = r.nounPhrase(after, false)
		after = r.skipPrepositions(max(c.subject.end, after), end)
	}
	c.object = r.nounPhrase(after, false)
}

// particled is what a finite verb says together with the prefix that ends its
// clause: "führt … ein".
func (r *reading) particled(finite, end int) uint32 {
	own := r.at(finite).verb
	last := end - 1
	for last > finite && (r.at(last).isMark(".,") || r.at(last).aside) {
		last--
	}
	if last <= finite || !r.at(last).is(particle) || r.at(finite).entry < 0 {
		return own
	}
	verb := r.word(last) + r.lexicon.lemma(r.at(finite).entry)
	if index, known := r.lexicon.find([]byte(verb)); known && r.lexicon.entries[index].verb != 0 {
		return r.lexicon.entries[index].verb
	}
	return own
}

// stateWithin finds "live" or "fertig" where a state stands, or -1.
func (r *reading) stateWithin(from, to int) int {
	for i := from; i < to && i < len(r.tokens); i++ {
		t := &r.tokens[i]
		if t.plain() && t.is(done) && !t.aside && !r.continues(i+1) {
			return i
		}
		if t.isMark(".;:") || t.kind == arrowToken {
			return -1
		}
	}
	return -1
}
