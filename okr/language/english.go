package language

// english is the grammar of English: orders begin with their verb, subjects
// stand before it.
func english() grammar {
	return grammar{
		code:     "en",
		prefixes: []string{"re", "co", "pre", "un", "non", "over", "under", "mis", "multi", "micro", "sub", "super", "inter", "cross", "self", "semi", "anti"},
		inflect:  englishForms,
		endings:  englishEndings,
		guess:    englishGuess,
		clause:   englishClause,
	}
}

// englishEndings tell the class of an unknown word; the first that fits counts.
var englishEndings = []ending{
	{"ability", isNoun, formSingular, qualityNoun}, {"ness", isNoun, formSingular, qualityNoun},
	{"tion", isNoun, formSingular, 0}, {"tions", isNoun, formPlural, 0}, {"ment", isNoun, formSingular, 0},
	{"ments", isNoun, formPlural, 0}, {"ity", isNoun, formSingular, qualityNoun}, {"ities", isNoun, formPlural, 0},
	{"ance", isNoun, formSingular, 0}, {"ence", isNoun, formSingular, 0}, {"ship", isNoun, formSingular, 0},
	{"ships", isNoun, formPlural, 0}, {"ware", isNoun, formSingular, artefactNoun},
	{"ologist", isNoun, formSingular, personNoun}, {"ists", isNoun, formPlural, personNoun}, {"ist", isNoun, formSingular, personNoun},
	{"ians", isNoun, formPlural, personNoun}, {"eers", isNoun, formPlural, personNoun}, {"ees", isNoun, formPlural, personNoun},
	{"ers", isNoun, formPlural, personNoun}, {"ors", isNoun, formPlural, personNoun},
	{"ly", isAdverb, 0, 0}, {"ing", isVerb | isNoun, formIng, 0}, {"ed", isVerb, formPast | formParticiple, 0},
	{"ise", isVerb, formBase, 0}, {"ize", isVerb, formBase, 0}, {"ify", isVerb, formBase, 0},
	{"able", isAdjective, 0, 0}, {"ible", isAdjective, 0, 0}, {"ful", isAdjective, 0, 0}, {"less", isAdjective, 0, 0},
	{"ous", isAdjective, 0, 0}, {"ive", isAdjective, 0, 0}, {"ical", isAdjective, 0, 0}, {"ic", isAdjective, 0, 0},
	{"al", isAdjective, 0, 0},
}

func englishGuess(l *lexicon, word []byte, c caps) (part, form, uint32) {
	if c == allCaps || c == mixedCaps {
		return isName | isNoun, formSingular, 0
	}
	for _, e := range l.endings[word[len(word)-1]] {
		if e.ends(word) {
			return e.pos, e.form, e.noun
		}
	}
	pos, f := isNoun, formSingular
	if c == initialCap {
		pos |= isName
	}
	if len(word) > 3 && word[len(word)-1] == 's' && word[len(word)-2] != 's' {
		f = formPlural
	}
	return pos, f, 0
}

// englishClause finds the clause that carries an English statement.
func englishClause(r *reading) {
	c := &r.clause
	i, plural := r.opening(0)
	c.start = i
	if k := r.levelVerb(i); k > i && !plural && r.measuredFirst(i, k) {
		r.levelClause(i, k)
		return
	}
	if k := r.gerundVerb(i); k > 0 {
		c.subject = phraseRange{start: i, end: k, head: -1}
		r.verbGroup(k)
		return
	}
	if r.startsOrder(i) || plural && r.at(i).has(isVerb) {
		r.order(i)
		return
	}
	r.subjectClause(i)
}

// order reads a statement that begins with its verb.
func (r *reading) order(i int) {
	c := &r.clause
	c.shape, c.verb, c.classes, c.known = shapeOrder, i, r.at(i).verb, true
	if c.classes == 0 {
		c.known = false
		c.classes = acts // a verb that no list knows: in an order it is work
	}
	next := i + 1
	if r.at(i).is(copula) { // "Be quoted", "Become the first"
		c.classes = being
		if p := r.skipAdverbs(next); r.at(p).has(isVerb) && r.at(p).isForm(formParticiple) {
			c.verb, c.classes, c.passive = p, r.at(p).verb, true
			next = p + 1
		}
	}
	next = r.skipAdverbs(next)
	if r.at(i).ofVerb(vague|wants) && r.at(next).is(toWord) && r.at(next+1).has(isVerb) && r.at(next+1).isForm(formBase) {
		r.order(next + 1) // "Try to shorten"
		return
	}
	if r.at(i).ofVerb(keeps) && r.at(next).has(isVerb) && r.at(next).isForm(formIng) && !r.at(next).has(isNoun) {
		r.order(next) // "Keep surprising our readers"
		return
	}
	next = r.secondVerbs(next)
	c.object = r.nounPhrase(next, false)
	if c.classes&causes != 0 {
		r.endAtActor(&c.object)
	}
	c.rest = c.object.end
	r.separated()
}

// endAtActor ends the phrase behind "let", "help", "have" at the people who then
// do something: "Let partners | build on our API".
func (r *reading) endAtActor(p *phraseRange) {
	for k := p.start + 1; k < p.end; k++ {
		before, t := r.at(k-1), r.at(k)
		if before.ofNoun(personNoun) && before.isForm(formPlural) && !before.is(article) && t.has(isVerb) && t.isForm(formBase) && !t.is(copula) &&
			(k+1 == p.end || !t.isForm(formSingular) || r.at(k+1).isForm(formPlural)) {
			p.end, p.head = k, k-1
			return
		}
	}
}

// secondVerbs skips the further verbs of "design, build and ship".
func (r *reading) secondVerbs(i int) int {
	for {
		k := i
		if r.at(k).isMark(",") {
			k++
		}
		if r.at(k).is(andWord) {
			k++
		}
		if k == i || !r.at(k).has(isVerb) || !r.at(k).isForm(formBase|formIng|formPast) || r.at(k).is(copula|modal) ||
			r.at(k).has(isNoun) && !r.at(k+1).is(determiner) && !r.at(k+1).has(isNoun|isAdjective) {
			return i
		}
		i = r.skipAdverbs(k + 1)
	}
}

// separated joins the particle that stands behind the object: "roll X out".
func (r *reading) separated() {
	c := &r.clause
	t := r.at(c.verb)
	if t.entry < 0 || c.object.empty() || !r.at(c.rest).plain() {
		return
	}
	if r.lexicon.entries[t.entry].phrases == 0 {
		return
	}
	list := r.lexicon.phrases[r.lexicon.entries[t.entry].phrases-1]
	for i := range list {
		p := &list[i]
		if r.lexicon.entries[p.entry].verb != 0 && r.follows(p, c.rest) && r.phraseEnds(c.rest+int(p.words)) {
			c.classes = r.lexicon.entries[p.entry].verb
			c.rest += int(p.words)
			return
		}
	}
}

// phraseEnds reports that no noun phrase begins here: what stands before is a
// particle, not a preposition.
func (r *reading) phraseEnds(i int) bool {
	t := r.at(i)
	return !t.plain() && t.kind != numberToken && t.kind != versionToken || t.pos&(isNoun|isAdjective) == 0 && t.pos != 0 && !t.is(determiner|quantifier|pronoun) ||
		t.is(preposition|deadlineLead|conjunction)
}

func (r *reading) skipAdverbs(i int) int {
	for r.at(i).plain() && (r.at(i).is(plainAdverb|negation) && !r.at(i).has(isVerb|isNoun) && !r.at(i).is(preposition) || r.at(i).pos == isAdverb) {
		i++
	}
	return i
}

// opening skips what stands before a statement: bullets, labels, "We will", a
// deadline. ordered says that a verb must follow.
func (r *reading) opening(i int) (at int, ordered bool) {
	i = r.labels(i)
	r.labelled = i
	i = r.openingDeadline(i)
	start := i
	if r.at(i).is(possessive) && r.at(i).is(we) && r.at(i+1).ofNoun(staffNoun|populationNoun|personNoun) && r.at(i+2).is(modal) {
		i += 2
	} else if r.at(i).is(we) && r.at(i).is(pronoun) {
		i++
		r.clause.ours = true
	}
	if i > start || r.at(i).is(toWord) {
		for r.at(i).plain() && (r.at(i).is(modal|plainAdverb) || r.at(i).is(auxiliary) && r.at(i+1).has(isVerb) || r.at(i).pos == isAdverb) {
			r.clause.able = r.clause.able || r.at(i).is(ableWord)
			i++
		}
		if r.at(i).has(isVerb) && r.at(i+1).is(toWord) && r.at(i+2).has(isVerb) && r.wishes(i) {
			i += 2
		}
		return i, r.at(i).has(isVerb)
	}
	if k := r.skipAdverbs(i); k > i && r.at(k).has(isVerb) {
		return k, false
	}
	return i, false
}

// wishes reports whether a verb only announces the next one: want to, plan to.
func (r *reading) wishes(i int) bool {
	t := r.at(i)
	return t.ofVerb(vague|uses|makes) && !r.at(i+2).is(determiner)
}

// labels skips bullets, numbers of lists and "KR 1:".
func (r *reading) labels(i int) int {
	for i < len(r.tokens) {
		t := &r.tokens[i]
		next := r.at(i + 1)
		switch {
		case t.isMark("[(") && r.bracketEnd(i) > 0:
			i = r.bracketEnd(i)
		case t.isMark("-*+•[]().#|\n:"), t.kind == arrowToken:
			i++
		case t.kind == numberToken && next.isMark(".)") && next.joined && r.numbers[t.quantity-1].short && i < 4:
			i += 2
		case (t.ofNoun(labelNoun) || t.kind == versionToken || t.kind == keyToken && i == 0) && next.isMark(":-") && i < 4:
			i += 2
		case t.ofNoun(labelNoun) && next.kind == numberToken && r.at(i+2).isMark(":.-)") && i < 4:
			i += 3
		default:
			return r.heading(i)
		}
	}
	return i
}

// bracketEnd is the token behind a short pair of brackets such as "[P1]", 0 where
// none opens here.
func (r *reading) bracketEnd(i int) int {
	for k := i + 1; k <= i+3 && k < len(r.tokens); k++ {
		if r.tokens[k].isMark(")]") {
			return k + 1
		}
	}
	return 0
}

// heading skips "Retention:" where an order follows.
func (r *reading) heading(i int) int {
	for k := i + 1; k < len(r.tokens) && k <= i+4; k++ {
		if r.tokens[k].isMark(":") {
			if r.startsOrder(k + 1) {
				return k + 1
			}
			return i
		}
		if !r.tokens[k].plain() {
			return i
		}
	}
	return i
}

// openingDeadline skips "By the end of Q3," and "In 2026".
func (r *reading) openingDeadline(i int) int {
	if !r.at(i).is(deadlineLead) || r.at(i).has(isVerb) {
		return i
	}
	dated := false
	for k := i + 1; k < len(r.tokens) && k < i+9; k++ {
		t := &r.tokens[k]
		switch {
		case t.isMark(","):
			return k + 1
		case t.ofNoun(monthNoun|deadlineNoun|spanNoun) || t.kind == versionToken || r.isDay(k):
			dated = true
		case t.is(article|ofWord|preposition|determiner|plainAdjective|whenWord|deadlineLead) || t.kind == numberToken:
		case dated:
			return k
		default:
			return i
		}
	}
	return i
}
