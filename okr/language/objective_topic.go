package language

// theme finds headings: what the quarter is about and not where it leads. A few
// words without a verb are one, and a longer phrase where all that it names is work,
// things and fields of work. A phrase that paints a picture ("Zero worries on
// board") may be one as well; that is only a hint.
func (r *reading) theme() bool {
	c := &r.clause
	if c.shape != shapePhrase && c.shape != shapeNone && !r.headline() || r.sentenceLike() {
		return false
	}
	words := r.wordCount()
	if words > longestTopic || r.namesProject() || r.weaselHeading() || r.contentPeople() || r.bestHeading() {
		return false
	}
	picture := r.picture() && !r.ourselves(words)
	if words > 3 && (picture || !r.fieldOfWork()) {
		return false
	}
	if r.asUsual() {
		return true
	}
	severity := Warning
	if picture {
		severity = Info
	}
	r.sign(NoVerbOrChange, "theme", Likely, severity, max(c.subject.head, c.start))
	return true
}

// longestTopic is how many words a heading has at most.
const longestTopic = 7

// wordCount is the number of words of the statement.
func (r *reading) wordCount() int {
	words := 0
	for i := range r.tokens {
		if t := &r.tokens[i]; t.kind != markToken {
			words += r.wordsIn(t)
		}
	}
	return words
}

// sentenceLike reports words that only a sentence has: a verb, a pronoun, a clause.
func (r *reading) sentenceLike() bool {
	for i := range r.tokens {
		t := &r.tokens[i]
		if i > r.clause.start && t.has(isVerb) && t.onlyVerb() && !t.isForm(formParticiple|formIng) || t.is(copula|modal|pronoun|relative) && !t.is(toWord) {
			return true
		}
	}
	return r.contactClause() > 0
}

// picture reports a phrase that says how things are to be: a word of praise, a
// comparison, everybody or nobody, what there is to be more or nothing of.
func (r *reading) picture() bool {
	for i := range r.tokens {
		t := &r.tokens[i]
		switch {
		case t.aside || t.marked(selfWord):
			continue
		case t.is(praise|comparative|quantifier|noWord|zero|numeral|oneWord) && !t.marked(jargonWord) && !t.is(own), t.is(weasel) && t.marked(everyday),
			t.ofNoun(personNoun) && t.isForm(formPlural) && !t.ofNoun(staffNoun|unitNoun|artefactNoun|problemNoun) && !r.modifies(i), t.pos == isAdverb,
			t.is(preposition) && !t.is(ofWord) && r.wordCount() <= 3:
			return true
		case t.entry < 0 && t.pos == isAdjective && !t.hyphen:
			return true // an adjective that no list knows: "Fearless releases"
		}
	}
	return false
}

// ourselves reports a short heading that is about the organisation: "One team", "A
// winning company".
func (r *reading) ourselves(words int) bool {
	p := &r.clause.subject
	return words <= 3 && p.head >= 0 && p.end >= len(r.tokens) && (r.at(p.head).marked(selfWord|hollow) || r.at(p.head).ofNoun(unitNoun))
}

// modifies reports a noun in front of another one: "customer" in "Customer service".
func (r *reading) modifies(i int) bool {
	next := r.at(i + 1)
	return next.has(isNoun) && !next.is(preposition|conjunction)
}

// fieldOfWork reports that every head of a phrase is work, a thing of the team's own
// or a field of work: "Visitor experience & education", "Onboarding of suppliers".
func (r *reading) fieldOfWork() bool {
	fields := 0
	for i := r.clause.start; i < len(r.tokens); i++ {
		t := &r.tokens[i]
		switch {
		case t.aside || t.kind != wordToken || !t.has(isNoun) && !r.doing(i) || r.modifies(i):
			continue
		case t.is(preposition | andWord | determiner):
			continue
		case t.noun&(projectNoun|activityNoun|qualityNoun|unitNoun|metricNoun|artefactNoun|courseNoun|progressNoun) != 0, r.doing(i), t.caps == allCaps:
			fields++
		case fields == 0:
			return false // what it is about comes first
		}
	}
	return fields > 0
}

// doing reports a noun that is made of a verb, which the ending tells: "repositioning",
// "enablement", "monetisation".
func (r *reading) doing(i int) bool {
	t := r.at(i)
	if t.isForm(formIng) && t.has(isVerb) {
		return true
	}
	word := r.lower[t.start:t.end]
	return r.lexicon.grammar.code == "en" && t.kind == wordToken && len(word) > 7 && (hasSuffix(word, "tion") || hasSuffix(word, "ment") || hasSuffix(word, "work"))
}

func hasSuffix(word []byte, ending string) bool {
	return len(word) > len(ending) && string(word[len(word)-len(ending):]) == ending
}

// contactClause is the subject of a clause that describes the noun before it without
// any word in between: "days | nobody dreads", "lessons | pupils talk about". It is 0
// where there is none.
func (r *reading) contactClause() int {
	if r.lexicon.grammar.code != "en" {
		return 0
	}
	for i := max(r.clause.start, r.clause.verb) + 2; i+1 < len(r.tokens); i++ {
		t, before := r.at(i), r.at(i-1)
		if !before.plain() || !before.has(isNoun) || before.is(preposition|conjunction|determiner|modal) || t.aside {
			continue
		}
		subject := t.is(pronoun) && t.is(we|thirdPerson|secondPerson|quantifier) && !t.is(possessive) || t.ofNoun(personNoun) && t.isForm(formPlural) && !t.isForm(formSingular)
		if next := r.at(r.skipAdverbs(i + 1)); subject && r.verbOf(next, i) {
			return i
		}
		if end := r.at(i + 2); t.is(article|possessive) && r.at(i+1).has(isNoun) && end.onlyVerb() && end.isForm(formThird|formPast) && !end.isForm(formParticiple) {
			return i // "contracts | a layperson understands"
		}
	}
	return 0
}

// verbOf reports that a token is the finite verb of the subject at i.
func (r *reading) verbOf(t *token, i int) bool {
	switch {
	case !t.plain() || t.is(preposition|determiner|conjunction):
		return false
	case t.is(modal | copula | auxiliary):
		return true
	case t.entry < 0 && r.at(i).is(pronoun):
		return t.isForm(formPlural | formPast) // "nobody dreads"
	case !t.has(isVerb):
		return false
	case r.at(i).isForm(formPlural):
		return t.isForm(formBase) && (!t.has(isNoun) || !t.isForm(formPlural))
	}
	return t.isForm(formBase | formThird | formPast)
}

// headline reports a compound noun that could also be read as an order: "Market
// expansion", "Test automation".
func (r *reading) headline() bool {
	c := &r.clause
	t := r.at(c.start)
	if c.shape != shapeOrder || !t.has(isNoun) || c.classes&(worker|serves|chore) == 0 || c.object.empty() || !r.nounsOnly(c.object.end) || r.at(c.object.start).is(determiner) {
		return false
	}
	head := r.at(c.object.head)
	return c.object.head >= 0 && head.isForm(formSingular) && (head.noun&(qualityNoun|projectNoun|metricNoun|activityNoun) != 0 || r.doing(c.object.head)) && len(r.tokens)-c.start <= 5
}

// nounsOnly reports that nothing but nouns in a row with the one before follows: "…
// and automation".
func (r *reading) nounsOnly(i int) bool {
	for ; i < len(r.tokens); i++ {
		if t := r.at(i); !t.is(andWord) && (t.noun&(qualityNoun|projectNoun|metricNoun|activityNoun) == 0 || t.has(isVerb)) {
			return false
		}
	}
	return true
}
