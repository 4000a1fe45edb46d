package language

// levelVerb finds the finite verb that tells the level of a statement which begins
// with what is measured: "Kilometres driven without an order | fall from 26 to 22",
// "Searches that show it in the first row | stay at or above 95 percent". Whatever
// stands between – participles, phrases with a preposition, relative clauses with
// verbs of their own – belongs to the subject. It is -1 where there is none.
//
// Every word that opens a clause needs a verb of its own; a verb is the main one
// where no clause is left open before it.
func (r *reading) levelVerb(i int) int {
	if len(r.quantities) == 0 {
		return -1
	}
	open, found := 0, -1
	for k := i; k < len(r.tokens); k++ {
		t := &r.tokens[k]
		switch {
		case t.aside, t.plain() && t.word == 0 && !t.has(isVerb): // only names something
		case t.isMark(".;:!?"), t.kind == arrowToken, found >= 0 && (t.isMark(",") || t.is(andWord|relative)), t.is(effect) && !t.is(subordinate):
			return found
		case k > i && r.opensClause(k):
			open++
			if n := r.verbOfSubject(k + 1); n > 0 {
				open--
				k = r.groupEnd(n)
			}
		case t.is(toWord) && r.at(k+1).has(isVerb) && r.at(k+1).isForm(formBase) && r.quantityIndex(k+1) == 0:
			k++ // an infinitive
		case open > 0 && r.canBeFinite(k):
			open--
			k = r.groupEnd(k)
		case k > i && open == 0 && r.tellsLevel(i, k):
			found = k
		}
	}
	return found
}

// opensClause reports a word that begins a clause with a verb of its own: a relative
// pronoun, a conjunction, a pronoun right behind a noun ("families we visit"). What
// is as often a preposition ("before") needs none.
func (r *reading) opensClause(k int) bool {
	t, before := r.at(k), r.at(k-1)
	switch {
	case t.is(relative):
		return !t.is(determiner) || before.has(isNoun|isVerb) || before.isMark(",") || before.is(preposition)
	case t.is(pronoun) && t.is(we|thirdPerson|firstPerson|secondPerson) && !t.is(possessive):
		return before.has(isNoun) && before.isForm(formPlural|formSingular) && !before.isForm(formThird) && !before.is(preposition)
	}
	return t.is(subordinate) && !t.is(preposition|deadlineLead|conjunction)
}

// verbOfSubject is the verb right behind a relative pronoun that is itself the
// subject: "who | wait", "that | show". It is 0 where a subject follows: "that
// children | finish".
func (r *reading) verbOfSubject(i int) int {
	k := r.skipAdverbs(i)
	t := r.at(k)
	if !t.plain() || t.is(determiner|pronoun|preposition) && !t.has(isVerb) || t.is(possessive|article) || t.kind != wordToken {
		return 0
	}
	if t.is(copula|modal|auxiliary) || t.has(isVerb) && (!t.isForm(formPlural) || t.isForm(formThird)) || t.entry < 0 && !t.has(isAdjective) {
		return k
	}
	return 0
}

// groupEnd is the last token of the verb group that begins at a token: "may have
// been told".
func (r *reading) groupEnd(k int) int {
	for r.at(k).is(modal|auxiliary|copula) || r.at(k).is(negation) {
		next := r.skipAdverbs(k + 1)
		if t := r.at(next); !t.has(isVerb) || !t.isForm(formParticiple|formBase|formIng) || t.is(preposition|determiner) {
			return k
		}
		k = next
	}
	return k
}

// canBeFinite reports a word that can be the verb of an open clause.
func (r *reading) canBeFinite(k int) bool {
	t, before := r.at(k), r.at(k-1)
	if t.is(copula | modal | auxiliary) {
		return !t.is(toWord)
	}
	if !t.has(isVerb) || !t.isForm(formBase|formThird|formPast) || before.is(preposition|article|possessive|toWord) {
		return false
	}
	return !t.has(isNoun|isAdjective) || before.has(isNoun) || before.is(pronoun) || before.pos == isAdverb
}

// tellsLevel reports that the finite verb at a token, whose subject begins at i,
// has a level right behind it.
func (r *reading) tellsLevel(i, k int) bool {
	t, before := r.at(k), r.at(k-1)
	if !t.has(isVerb) || t.verb&(rises|falls|reaches|keeps|moves|being) == 0 || t.is(auxiliary|modal) || t.is(copula) && t.verb&keeps == 0 ||
		before.is(article|possessive|toWord|modal|auxiliary) || before.is(preposition) && !before.has(isAdverb) && !before.is(plainAdverb) ||
		!r.levelBehindVerb(k+1) {
		return false
	}
	switch {
	case t.isForm(formBase):
		return r.severalBefore(i, k)
	case t.isForm(formThird):
		return !t.has(isNoun) || !r.severalBefore(i, k)
	}
	return t.isForm(formPast) && !t.isForm(formParticiple)
}

// severalBefore reports that the subject at i, which ends before k, takes the verb
// of a plural: its head is one, or it counts a share of several.
func (r *reading) severalBefore(i, k int) bool {
	if first := r.at(i); first.isForm(formThird) && !first.is(copula|auxiliary|modal) {
		return true // "Searches for …", which lists have as a verb
	}
	p := r.nounPhrase(i, true)
	if p.head < 0 || p.head >= k {
		return p.quantity > 0 || r.at(i).is(quantifier|numeral|fraction)
	}
	head := r.at(p.head)
	switch {
	case head.isForm(formPlural), p.share, p.quantity > 0:
		return true
	case head.isForm(formSingular), r.at(p.head).has(isVerb) && r.at(p.head).isForm(formIng):
		return r.at(p.end).is(andWord)
	}
	return true
}

// levelBehindVerb reports a level that begins at a token: "from 9 to 5", "at or above
// 95 %", "up to 40", "by a third", "under 5 a day".
func (r *reading) levelBehindVerb(i int) bool {
	i = r.skipAdverbs(i)
	for steps := 0; steps < 5; steps++ {
		t := r.at(i)
		switch q := r.quantityIndex(i); {
		case q > 0:
			return r.quantities[q-1].measures()
		case t.is(atMost|atLeast|fromWord|toWord|byWord|preposition|bound|article|conjunction) && !t.is(effect|means) || t.is(byWord), t.isMark("~$("):
			i++
		default:
			return false
		}
	}
	return false
}

// measuredFirst reports that the statement begins with what is measured and not
// with an order, though its first word could be a verb, too: "Searches", "Baskets
// packed". A base form with an object is an order: "Book rooms …".
func (r *reading) measuredFirst(i, k int) bool {
	t := r.at(i)
	switch {
	case !t.plain() || !t.has(isVerb):
		return true
	case t.isForm(formBase):
		return r.nounBefore(i, k)
	case t.isForm(formThird | formIng):
		return true // nobody orders in the third person
	}
	return !r.pastOrder(i)
}

// nounBefore reports that a word which could be an order is the first part of a
// compound, because a finite verb of the whole follows: "Pitch hours lost to rain |
// fall by 70 %". What lets others do something ("Help riders climb to …") is not.
func (r *reading) nounBefore(i, k int) bool {
	t, next, verb := r.at(i), r.at(i+1), r.at(k)
	if !t.has(isNoun) || t.ofVerb(causes) || !next.has(isNoun) || next.is(determiner|preposition) || verb.has(isNoun) && !verb.isForm(formThird) {
		return false
	}
	end := i + 1
	for r.compoundPart(end + 1) {
		end++
	}
	return end < k && r.at(end).isForm(formPlural) && r.at(end+1).isForm(formParticiple) && r.at(end+1).has(isVerb)
}

// levelClause reads a statement whose subject begins at i and whose verb, with its
// level behind it, stands at k.
func (r *reading) levelClause(i, k int) {
	c := &r.clause
	c.shape, c.known = shapeClause, true
	c.subject = r.nounPhrase(i, true)
	if c.subject.end > k {
		c.subject.end = k
		if c.subject.head >= k {
			c.subject.head = k - 1
		}
	}
	c.verb, c.classes, c.rest = k, r.at(k).verb, k+1
	c.object = r.nounPhrase(r.skipAdverbs(k+1), false)
	c.rest = max(c.object.end, k+1)
	c.level = true
}

// gerundVerb is the finite verb behind a subject that is a doing: "Finding a seat |
// takes a reader under 2 minutes". It is 0 where the statement begins otherwise.
func (r *reading) gerundVerb(i int) int {
	if t := r.at(i); !t.isForm(formIng) || !t.has(isVerb) || t.isForm(formBase) || r.at(i+1).is(toWord) {
		return 0
	}
	for k := i + 2; k < i+8 && k < len(r.tokens); k++ {
		t, before, next := r.at(k), r.at(k-1), r.at(k+1)
		if t.isMark(".;:,") || t.is(relative|subordinate|andWord) || t.kind == numberToken {
			return 0
		}
		singular := before.has(isNoun) && before.isForm(formSingular) && !before.isForm(formPlural)
		behind := next.is(determiner|bound|pronoun|noWord|numeral|oneWord|toWord|preposition) || next.kind == numberToken
		if t.has(isVerb) && t.isForm(formThird) && singular && behind && !t.is(copula|auxiliary) && r.quantityNear(k+1, 8) {
			return k
		}
	}
	return 0
}
