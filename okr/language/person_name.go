package language

// A name is told by its place, not by a list: what is capitalised, unknown, and
// stands where only people stand is a person. The list of first names decides
// where companies and products stand as well ("talk to …"), and the list of proper
// names of things keeps those silent that stand where people do.

// personAt is how many tokens the name of a person takes that begins here, 0
// where none does.
func (r *reading) personAt(i int, where scope) int {
	if r.addressed(i) {
		return max(r.nameAt(i), 1)
	}
	n := r.nameAt(i)
	if n == 0 {
		return 0
	}
	listed := r.isFirstName(i)
	if (n > 1 && (listed || !r.lexicon.grammar.nounCapitals)) && (r.assigned(i, where) || r.actsFor(i, n, where)) {
		return n
	}
	if listed {
		if n > 1 && r.at(i+1).entry < 0 && !r.attribute(i+n) || r.actsAsPerson(i) || r.turnedTo(i) {
			return n
		}
	}
	if r.assigned(i, where) && (listed || !r.lexicon.grammar.nounCapitals || r.at(i).pos&isName != 0) {
		return n
	}
	if !r.lexicon.grammar.nounCapitals && r.actsFor(i, n, where) {
		return n
	}
	return 0
}

// nameAt is how many tokens a name takes that could be a person's and begins
// here: "Kim", "Anna Schmidt". Where a known word with a capital, capitals or a
// number continues it, it names something else: "Nordwind AG", "Grace Hall".
func (r *reading) nameAt(i int) int {
	if !r.couldBeName(i) {
		return 0
	}
	n := 1
	for n < 3 && r.couldBeName(i+n) && !r.at(i+n).first {
		n++
	}
	if next := r.at(i + n); !next.first && (next.kind == versionToken || next.kind == wordToken && next.caps != lowerCase && !next.is(modal|copula|andWord|preposition) && !r.lexicon.grammar.nounCapitals) {
		return 0
	}
	return n
}

// attribute reports a noun right behind a name, which makes the name one of a
// thing: "the Ada Lovelace prize".
func (r *reading) attribute(i int) bool {
	t := r.at(i)
	return t.plain() && t.has(isNoun) && !t.has(isVerb) && t.caps == lowerCase && !t.is(preposition|conjunction|copula|modal|auxiliary)
}

// couldBeName reports a capitalised word that is a first name, or that nobody
// explains.
func (r *reading) couldBeName(i int) bool {
	t := r.at(i)
	if t.kind != wordToken || t.caps != initialCap || t.marked(properName) || r.knownName(i) {
		return false
	}
	if r.lexicon.grammar.nounCapitals && (r.articled(i) || t.marked(nameOrWord) && !r.humanInSentence(i)) {
		return false
	}
	if t.marked(nameOrWord) && t.first && !r.lexicon.grammar.nounCapitals {
		return r.humanBehind(i + 1)
	}
	if t.marked(firstName) {
		return !t.first || t.verb == 0 && t.noun == 0 && t.word == 0
	}
	if t.entry >= 0 || t.end-t.start < 3 || t.first && r.lower[t.end-1] == 's' && !r.lexicon.grammar.nounCapitals {
		return false // "Wolves"
	}
	return t.pos&isName != 0 || !t.first && !r.lexicon.grammar.nounCapitals
}

// articled reports an article right before a capitalised word, which makes it a noun
// where all nouns have a capital: "am Kai".
func (r *reading) articled(i int) bool {
	if r.at(i - 1).is(article) {
		return true
	}
	switch r.word(i - 1) {
	case "am", "im", "vom", "zum", "zur", "beim", "ins", "ans":
		return true
	}
	return false
}

// humanInSentence reports what only people do, or that somebody is away, behind a word
// that is a name as well.
func (r *reading) humanInSentence(i int) bool {
	for k := i + 1; k < len(r.tokens) && !r.tokens[k].first; k++ {
		if r.tokens[k].marked(humanDoes | away) {
			return true
		}
	}
	return false
}

// humanBehind reports what only people do right behind a word that is a name as well:
// "Mark forgot", "Grace will follow up", "Max is on leave", "Will Turner".
func (r *reading) humanBehind(i int) bool {
	t := r.at(i)
	switch {
	case t.marked(onlyHuman):
		return true
	case t.marked(humanDoes) && !t.isForm(formBase):
		next := r.at(r.skipAdverbs(i + 1))
		return next.is(determiner|toWord|we|relative|conjunction) || next.marked(away) || next.has(isVerb) && !next.has(isNoun) || next.caps == initialCap && next.pos&isName != 0
	case t.is(copula):
		return r.away(i + 1)
	case t.is(modal):
		k := r.skipAdverbs(i + 1)
		verb := r.at(k)
		return r.humanTask(k) || verb.verb&acts != 0 && verb.verb&(offers|moves) == 0 && verb.isForm(formBase) && r.at(k+1).is(preposition)
	case t.isMark("'"):
		return r.isPossessiveMark(i + 1)
	}
	return t.kind == wordToken && t.caps == initialCap && t.entry < 0 && t.pos&isName != 0 && !t.first
}

// isFirstName reports a capitalised first name that is not a known product or
// customer, nor a word at the beginning of a sentence (Mark, Bill).
func (r *reading) isFirstName(i int) bool {
	return r.at(i).marked(firstName) && r.couldBeName(i)
}

// addressed reports a name behind a form of address or an initial: "Mr. Okafor",
// "J. Smith".
func (r *reading) addressed(i int) bool {
	t, before := r.at(i), r.at(i-1)
	if t.kind != wordToken || t.caps != initialCap {
		return false
	}
	if before.marked(salutation) && before.caps == initialCap {
		return t.marked(salutation) || !t.marked(properName) && t.entry < 0 || t.marked(firstName)
	}
	initial := r.at(i - 2)
	return before.isMark(".") && before.joined && initial.kind == wordToken && initial.caps != lowerCase && initial.end-initial.start == 1 &&
		t.entry < 0 && !t.joined && !r.at(i-3).has(isNoun) && !r.at(i-3).isMark(".")
}

// assigned reports a name that work is given to or done by: "assigned to Kim",
// "led by Kim", "Lead - Kim", "contact: Kim".
func (r *reading) assigned(i int, where scope) bool {
	before, verb := r.at(i-1), r.at(i-2)
	switch {
	case before.theme.meets(r.lexicon.subjects.field) && r.wordsIn(before) == 2:
		return true // "assigned to", "owned by"
	case before.isMark(":-="):
		return verb.theme.meets(r.lexicon.subjects.field) || verb.marked(reachAt)
	case before.is(byWord), before.is(preposition):
		if verb.marked(givenTo) && !before.is(byWord) {
			return true
		}
		if verb.is(preposition|plainAdverb) && r.at(i-3).marked(givenTo) { // handed over to
			return true
		}
		return before.is(agentWord) && verb.marked(doneBy)
	}
	return where == inNotes && before.marked(copyTo)
}

// turnedTo reports a first name behind a verb that turns to somebody, whom only
// the list can tell from a company: "talk to Kim", "waiting for Kim".
func (r *reading) turnedTo(i int) bool {
	before := r.at(i - 1)
	if before.marked(addresses | copyTo) {
		return true
	}
	return before.is(preposition) && (r.at(i-2).marked(turnsTo) || r.lexicon.grammar.inflects && before.first && r.at(i+1).marked(turnsTo))
}

// actsFor reports a name of so many tokens that does what only people do.
func (r *reading) actsFor(i, n int, where scope) bool {
	k := i + n
	next, before := r.at(k), r.at(i-1)
	starts := r.at(i).first || before.isMark(":,-q") || before.is(conjunction|subordinate)
	if r.at(k).isMark("'") && r.isPossessiveMark(k+1) {
		return r.at(k+2).theme.meets(r.lexicon.subjects.namedGoal) || r.at(k+2).marked(away)
	}
	if !starts {
		return false
	}
	if next.is(andWord) && r.nameAt(k+1) > 0 {
		return r.actsFor(k+1, r.nameAt(k+1), where)
	}
	if next.isMark(",") {
		return r.at(k + 1).marked(addresses)
	}
	after := r.skipAdverbs(k + 1)
	switch verb := r.at(after); {
	case next.marked(humanDoes) && n == 1 && !r.isFirstName(i):
		return next.marked(onlyHuman) && where == inNotes // a company may promise, too
	case next.marked(humanDoes):
		return where == inNotes || next.marked(owns) && (verb.is(determiner) || n > 1)
	case next.marked(owns) && next.isForm(formThird):
		return verb.is(determiner)
	case next.is(copula):
		return r.away(after)
	case next.is(modal):
		return r.humanTask(after)
	}
	return false
}

// humanTask reports the infinitive of work that only people do, behind "will" or
// "to": what a product does as well does not count.
func (r *reading) humanTask(i int) bool {
	t := r.at(i)
	if !t.has(isVerb) || !t.isForm(formBase) || t.has(isNoun) && r.quantityIndex(i) > 0 {
		return false
	}
	if t.marked(humanDoes | owns) {
		return true
	}
	p := r.nounPhrase(i+1, false)
	if p.quantity > 0 && r.quantities[p.quantity-1].is(isPercent) {
		return false
	}
	return t.verb&(worker|serves|blames) != 0 && t.verb&offers == 0 && r.continues(r.skipDeterminers(i+1))
}

// skipDeterminers steps over articles and counts.
func (r *reading) skipDeterminers(i int) int {
	for steps := 0; steps < 3 && (r.at(i).is(determiner|numeral|bound) || r.at(i).kind == numberToken); steps++ {
		i++
	}
	return i
}

// away reports "on leave", "back from vacation", "out sick".
func (r *reading) away(i int) bool {
	for k := i; k < i+3; k++ {
		if r.at(k).marked(away) {
			return true
		}
	}
	return false
}

// actsAsPerson reports that a first name stands where people stand: it owns
// something, does something, or work is done with or by it.
func (r *reading) actsAsPerson(i int) bool {
	next, before := r.at(i+1), r.at(i-1)
	if next.caps == initialCap && next.kind == wordToken && next.pos&isName != 0 {
		next = r.at(i + 2)
		if r.isPossessiveMark(i + 3) {
			return true
		}
	}
	switch {
	case r.isPossessiveMark(i+2) && r.at(i+1).isMark("'"), r.at(i).first && (next.isMark(":") || next.isMark("-") && !next.joined):
		return true
	case next.is(modal | copula | auxiliary), next.has(isVerb) && next.isForm(formThird|formPast|formFinite):
		return true
	case next.is(andWord) && (r.isFirstName(i+2) || r.at(i+2).is(article|pronoun)):
		return true
	case next.is(andWord|bound) || next.isMark(",.;:)(\n") || next == &nothing || next.is(preposition):
		return before.is(preposition|byWord|andWord) || before.isMark(":(-") || r.sentenceHas(i, r.lexicon.subjects.field)
	}
	return before.is(byWord) || before.isMark(":")
}
