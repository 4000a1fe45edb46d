package language

// finite reports whether the token is the finite verb after a noun phrase whose
// head is given: "no-shows fall", "dashboards delivered", but not "page visits".
func (r *reading) finite(i, head int) bool {
	t, next, subject := r.at(i), r.at(i+1), r.at(head)
	if t.entry < 0 && t.plain() && t.caps == lowerCase && i == head+1 && subject.isForm(formPlural) && next.is(article|possessive) && !next.is(perWord) {
		return true // "Suppliers disclose their emissions": a verb that no list knows
	}
	if !t.has(isVerb) || t.isForm(formIng) && !t.isForm(formBase) {
		return false
	}
	if t.is(copula | modal | auxiliary) {
		return true
	}
	moving := t.verb&(mover|gains) != 0
	toLevel := next.is(preposition|toWord|atMost|atLeast) || next.kind == numberToken || next.kind == arrowToken
	switch {
	case t.isForm(formParticiple|formPast) && !t.isForm(formBase):
		return !r.continues(i+1) || next.has(isAdverb) || !t.has(isAdjective) && subject.isForm(formPlural)
	case moving && toLevel && !next.is(ofWord):
		return t.isForm(formThird) || subject.isForm(formPlural) || t.isForm(formPast)
	case !t.has(isNoun | isAdjective):
		return t.isForm(formThird) || subject.isForm(formPlural) || subject.is(pronoun)
	case t.isForm(formBase) && !t.has(isNoun) && i == head+1 && subject.ofNoun(personNoun) && subject.isForm(formPlural) && !subject.isForm(formSingular):
		return r.continues(i + 1) // "Users complete setup": no adjective stands behind its noun
	case t.isForm(formBase) && next.is(atMost|atLeast) && subject.isForm(formPlural) && !subject.isForm(formSingular) && i == head+1 && t.noun&metricNoun == 0:
		return r.quantityNear(i+2, 1) // "Homes report fewer than two errors"
	case t.isForm(formThird):
		return subject.isForm(formSingular) && ((next.is(determiner|pronoun|numeral) && !next.is(perWord) || next.kind == numberToken && t.verb&offers != 0 || next.is(preposition) && !next.is(ofWord) && t.verb&offers != 0) && t.noun&(actNoun|metricNoun) == 0 || r.objectFollows(i+1))
	case t.isForm(formBase):
		return subject.isForm(formPlural) && !subject.isForm(formSingular) && subject.noun&(personNoun|staffNoun|populationNoun) != 0 &&
			(next.is(determiner|pronoun|preposition|plainAdverb|modal|comparative) || next.has(isAdverb) || r.objectFollows(i+1) && !next.ofNoun(metricNoun))
	}
	return false
}

// objectFollows reports whether a plural noun phrase begins here.
func (r *reading) objectFollows(i int) bool {
	for r.continues(i) {
		if r.at(i).isForm(formPlural) && r.at(i).has(isNoun) {
			return true
		}
		i++
	}
	return false
}

// subjectClause reads a statement that begins with a noun phrase: with a verb it
// is a clause, without one a phrase.
func (r *reading) subjectClause(i int) {
	c := &r.clause
	c.shape = shapePhrase
	c.subject = r.nounPhrase(i, true)
	if c.subject.empty() {
		c.shape = shapeNone
	}
	c.rest = max(c.subject.end, i)
	if k := r.findFinite(c.rest, c.subject.head); k >= 0 {
		r.verbGroup(k)
	} else if k := r.stateNear(c.rest); k >= 0 && c.subject.head >= 0 && r.at(c.subject.head).noun&(problemNoun|metricNoun|actNoun|qualityNoun) == 0 {
		c.shape, c.verb, c.classes, c.state = shapeClause, k, being, k // "Monitoring in place"
	}
}

// findFinite looks for the finite verb behind the subject, across phrases that
// belong to the subject. It returns -1 where the statement has none.
func (r *reading) findFinite(i, head int) int {
	for steps := 0; i < len(r.tokens) && steps < 12; steps++ {
		t := &r.tokens[i]
		switch {
		case t.aside:
			i++
		case t.isMark(".;:!?") || t.kind == arrowToken:
			return -1
		case t.is(toWord) && r.at(i+1).has(isVerb) && r.at(i+1).isForm(formBase) && r.quantityIndex(i+1) == 0:
			if h := r.at(head); head >= 0 && h.noun&(metricNoun|activityNoun|spanNoun|progressNoun|labelNoun|qualityNoun|awardNoun) == 0 && (h.noun&(personNoun|staffNoun) != 0 || i == r.clause.subject.end) {
				return i
			}
			next := r.nounPhrase(i+2, true)
			i = max(next.end, i+2)
		case t.is(relative) && !t.is(determiner), t.is(relative) && r.at(i+1).has(isVerb):
			return r.afterRelative(i)
		case r.finiteHere(i, head):
			return i
		case t.is(preposition|conjunction|bound) || t.isMark(","):
			next := r.nounPhrase(i+1, true)
			if next.head >= 0 && t.is(andWord) {
				head = next.head
			}
			i = max(next.end, i+1)
		case r.quantityIndex(i) > 0:
			i = r.quantities[r.quantityIndex(i)-1].end
		default:
			i++
		}
	}
	return -1
}

func (r *reading) finiteHere(i, head int) bool {
	t := r.at(i)
	if !t.plain() {
		return false
	}
	if t.is(copula|modal|auxiliary) && !t.is(toWord) {
		return !t.ofNoun(monthNoun) || t.caps == lowerCase // "by May"
	}
	return head >= 0 && r.finite(i, r.nearHead(i, head))
}

// nearHead is the noun that decides about number right before the verb.
func (r *reading) nearHead(i, head int) int {
	if i > 0 && r.at(i-1).has(isNoun) && head < 0 {
		return i - 1
	}
	return head
}

// afterRelative looks for the main verb behind a relative clause: only a verb of
// movement with a level can be told from the verbs inside it.
func (r *reading) afterRelative(i int) int {
	for k := i + 3; k < len(r.tokens); k++ {
		t := &r.tokens[k]
		if t.isMark(".;") {
			return -1
		}
		if t.has(isVerb) && t.verb&(rises|falls|reaches) != 0 && t.isForm(formThird|formBase) && r.movesNext(k) && !r.at(k-1).is(preposition|determiner|toWord) {
			return k
		}
	}
	return -1
}

// verbGroup reads the finite verb with its auxiliaries and what follows it.
func (r *reading) verbGroup(i int) {
	c := &r.clause
	c.shape = shapeClause
	linked, helped := false, false
	k := i
	for k < len(r.tokens) {
		t := &r.tokens[k]
		next := r.at(r.skipAdverbs(k + 1))
		switch {
		case t.is(plainAdverb|negation) || t.pos == isAdverb || t.aside:
		case t.is(modal), linked && t.is(ableWord):
			helped = true
			c.able = c.able || t.is(ableWord)
		case t.is(copula):
			linked = linked || t.is(auxiliary)
			if !t.is(auxiliary) && t.has(isVerb) {
				r.mainVerb(i, k, false, helped)
				return
			}
		case t.is(auxiliary) && next.has(isVerb) && next.isForm(formParticiple|formBase) && !next.has(isNoun):
			helped = true
		default:
			r.mainVerb(i, k, linked, helped)
			return
		}
		k++
	}
	c.verb, c.classes = i, being
	c.rest = k
}

// mainVerb reads the verb at k, whose group began at i.
func (r *reading) mainVerb(i, k int, linked, helped bool) {
	c := &r.clause
	t := r.at(k)
	verb := t.has(isVerb) && t.verb != 0 || t.onlyVerb()
	switch {
	case linked && t.is(done):
		c.verb, c.classes, c.state = i, being, k
		c.passive = t.has(isVerb) && t.isForm(formParticiple)
		if c.passive {
			c.verb, c.classes = k, t.verb
		}
		c.rest = k + 1
		return
	case linked && verb && t.isForm(formParticiple):
		c.verb, c.classes, c.passive = k, t.verb, true
	case linked && verb && t.isForm(formIng):
		c.verb, c.classes = k, t.verb
	case linked:
		c.verb, c.classes = i, being
		c.object = r.nounPhrase(k, false)
		c.rest = max(c.object.end, k)
		return
	default:
		c.verb, c.classes = k, t.verb
		c.passive = k == i && t.isForm(formParticiple) && !t.isForm(formBase|formThird) && !helped && !r.activePast(k)
	}
	c.object = r.nounPhrase(r.skipAdverbs(k+1), false)
	c.rest = max(c.object.end, k+1)
	if c.state < 0 {
		c.state = r.stateNear(c.rest)
	}
}

// activePast tells "Revenue grew to" from "dashboards delivered": a participle
// that is also the past, of a verb of movement or with an object.
func (r *reading) activePast(k int) bool {
	t := r.at(k)
	if !t.isForm(formPast) {
		return false
	}
	if t.ofVerb(chore) && t.verb&worker == 0 && t.ofVerb(uses) && r.clause.subject.head >= 0 && r.at(r.clause.subject.head).noun&personNoun == 0 && r.phraseEnds(k+1) && !r.hasLevel() {
		return false // "Uniforms ordered"
	}
	return t.verb&(rises|falls|reaches|uses) != 0 && t.verb&worker == 0 || r.at(k+1).is(determiner)
}

// stateNear finds "live" or "in production" right here.
func (r *reading) stateNear(i int) int {
	if r.at(i).plain() && r.at(i).is(done) {
		return i
	}
	return -1
}
