package language

// emptyPromise finds a change without direction: a weasel verb and a bare
// abstract noun, nobody served, no purpose.
func (r *reading) emptyPromise() {
	c := &r.clause
	i := r.weaselWord()
	if i > 0 && r.at(i).marked(everyday) && !r.at(i).is(comparative) && r.at(i-1).is(pronoun) {
		return // "Make it easy"
	}
	if r.slogan() || r.jargonOnly() || r.leadingNobody() || r.aboutItself() || r.ensures() || r.weaselHeading() || r.usesImage() || r.hollowOnly() || r.contentPeople() || r.saysWeAreGood() || r.bestHeading() || r.makesGreat() {
		r.signAt(WeaselWords, "slogan", Likely, Warning, r.verbAndHead())
		return
	}
	if i < 0 {
		return
	}
	short := len(r.tokens)-c.start <= 5
	bare := c.shape == shapeOrder && (c.classes&vague != 0 || r.at(c.start).ofVerb(vague) ||
		short && c.classes&(acts|supportive|being) != 0 && c.object.empty() ||
		short && c.classes&(being|causes|offers|soft|gains) != 0 && r.at(i).is(comparative)) // "Have better processes"
	if bare && c.classes&causes != 0 && r.at(c.object.head).ofNoun(personNoun) && r.at(c.rest).has(isVerb) && r.at(c.rest).isForm(formBase) {
		return // "Help carers feel less alone"
	}
	if r.at(c.verb).is(comparative) && r.namesPeople() {
		return // "Better roads for slower people"
	}
	if bare && !r.purpose() && !r.praised() && !r.hasLevel() && (r.bareObject() || r.ownThing()) {
		r.sign(WeaselWords, "claim-without-direction", Likely, Warning, c.verb)
		return
	}
	if r.claims(i) {
		r.sign(WeaselWords, "claim", Hint, Info, i)
	} else if k := r.onlyBetter(); k >= 0 {
		r.sign(WeaselWords, "claim", Hint, Info, k)
	}
}

// onlyBetter is a word that claims and says not even in which respect, whatever else is
// said, or -1: "Become a better partner for shops". What is better than something else
// is compared.
func (r *reading) onlyBetter() int {
	if r.seen.mark&vagueOnly == 0 {
		return -1
	}
	for i := r.clause.start; i < len(r.tokens); i++ {
		if t := r.at(i); t.marked(vagueOnly) && t.is(weasel) && i != r.clause.verb && !t.aside && !r.comparedTo(i) && !r.at(i+1).is(preposition|subordinate|bound) && !r.knownName(i) {
			return i
		}
	}
	return -1
}

// claims reports that a weasel word is what an objective rests on: an order to improve
// something, a quality that no picture shows. In a picture of how things will be an
// everyday adjective says what it means: "Good neighbours around every depot", "as
// easy as placing it".
func (r *reading) claims(i int) bool {
	t, c := r.at(i), &r.clause
	if t.is(comparative|praise) || r.comparedTo(i) {
		return false
	}
	if c.shape == shapeOrder && i == c.verb && t.ofVerb(vague) {
		return !r.purpose()
	}
	if !t.is(weasel) || t.marked(everyday) {
		return false
	}
	return !r.purpose() && !r.praised()
}

// comparedTo reports "as easy as …", "so gut wie …": how it is to be is said.
func (r *reading) comparedTo(i int) bool {
	before := r.at(i - 1)
	return before.is(preposition|effect|subordinate|bound) || before.pos == isAdverb && r.at(i+1).is(preposition|subordinate)
}

// jargonOnly reports an order whose verb or object is jargon, with nobody served:
// "Leverage synergies across units", "Move the needle".
func (r *reading) jargonOnly() bool {
	if r.seen.mark&jargonWord == 0 || r.praised() || r.purpose() {
		return false
	}
	found := false
	for i := r.clause.start; i < len(r.tokens); i++ {
		t := &r.tokens[i]
		if t.ofNoun(personNoun) && !t.marked(jargonWord) {
			return false
		}
		found = found || t.marked(jargonWord) && !r.knownName(i)
	}
	return found
}

// aboutItself reports a change of the organisation as such: "Grow the business",
// "Develop our people".
func (r *reading) aboutItself() bool {
	c := &r.clause
	if c.shape != shapeOrder || c.object.head < 0 || c.classes&(rises|alters|being) == 0 || r.at(c.rest).plain() || r.praised() {
		return false
	}
	words := 0
	for i := c.object.start; i < c.object.end; i++ {
		if !r.at(i).is(determiner) {
			words++
		}
	}
	if c.classes&being != 0 && c.classes&(rises|alters) == 0 {
		return words <= 2 && r.at(c.object.head).marked(selfWord) && !r.purpose() // "Become a data-driven company"
	}
	return words == 1 && r.at(c.object.head).marked(selfWord)
}

// ensures reports "Ensure compliance with …", "Provide support": a quality that is
// to be there, and nobody who would notice a change.
func (r *reading) ensures() bool {
	c := &r.clause
	if c.shape != shapeOrder || c.object.head < 0 || r.praised() || r.purpose() || len(r.tokens)-c.start > 7 || r.at(c.start+1).is(relative|determiner) {
		return false
	}
	first := r.at(c.verb)
	head := r.at(c.object.head)
	switch {
	case first.ofVerb(causes) && c.classes&(worker|moves|touches|gains|falls) == 0, first.ofVerb(supportive) && first.ofVerb(offers) && c.classes&uses == 0:
		return head.ofNoun(qualityNoun) && !head.ofNoun(personNoun)
	case c.classes&soft != 0 && c.classes&makes != 0 && c.object.end-c.object.start == 1 && !r.at(c.rest).plain():
		return head.ofNoun(qualityNoun) && !head.ofNoun(actNoun) // "Deliver value"
	}
	return false
}

// weaselHeading reports weasel words without a verb: "High quality and efficient
// delivery".
func (r *reading) weaselHeading() bool {
	c := &r.clause
	if i := r.weaselWord(); c.shape != shapePhrase || i < 0 || i > c.start+2 || r.praised() || len(r.tokens)-c.start > 7 {
		return false
	}
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.ofNoun(personNoun) || t.is(relative|subordinate|copula|modal|pronoun) {
			return false
		}
		if i > c.start && t.has(isVerb) && t.isForm(formThird) && !t.has(isNoun) {
			return false // "A delivery loses us less money"
		}
	}
	return true
}

// leadingNobody reports "Be the leading brand", "Be the best": first among all, for
// nobody.
func (r *reading) leadingNobody() bool {
	c := &r.clause
	if c.shape != shapeOrder || c.classes&(being|reaches) == 0 || len(r.tokens)-c.start > 10 {
		return false
	}
	if c.object.head < 0 {
		last := r.at(len(r.tokens) - 1)
		return len(r.tokens)-c.start <= 4 && (last.is(praise) && last.is(weasel) || r.at(len(r.tokens)-2).is(praise) && !last.plain())
	}
	if i := c.rest; r.at(i).plain() && !r.amongAll(i) {
		return false
	}
	empty := false
	for i := c.object.start; i < c.object.end; i++ {
		t := r.at(i)
		if t.is(praise) && t.is(comparative|bound) || t.is(praise) && (r.at(i+1).is(weasel) || r.at(i+1).marked(buzzWord|jargonWord)) {
			empty = true // "the most innovative company in the world"
			continue
		}
		if t.is(possessive) || t.ofNoun(personNoun) && i != c.object.head {
			return false
		}
		empty = empty || t.is(praise) && t.is(weasel) || t.is(weasel) && !t.is(comparative) && c.classes&being != 0
	}
	return empty
}

// bestHeading reports "The leading bank": first among all, and nothing else.
func (r *reading) bestHeading() bool {
	c := &r.clause
	p := &c.subject
	if c.shape != shapePhrase || r.lexicon.grammar.code != "en" || p.head < 0 || p.end < len(r.tokens) || r.wordCount() > 4 || !r.at(c.start).is(article) || r.at(p.head).ofNoun(qualityNoun) {
		return false
	}
	first := r.at(c.start + 1)
	return p.head > c.start+1 && first.is(praise) && first.is(weasel)
}

// makesGreat reports "Make the club great": what could be said of anything.
func (r *reading) makesGreat() bool {
	c := &r.clause
	if c.shape != shapeOrder || c.classes&causes == 0 || c.classes&makes == 0 || c.object.head < 0 || c.rest != len(r.tokens)-1 || r.wordCount() > 5 {
		return false
	}
	switch r.word(c.rest) {
	case "great", "excellent", "amazing", "awesome", "outstanding":
		return true
	}
	return false
}

// amongAll reports "in Europe", "of the industry", and nothing else: among whom one is
// to be first, which is nobody who would be served.
func (r *reading) amongAll(i int) bool {
	if !r.at(i).is(preposition) || r.at(i+1).is(possessive) || r.purpose() {
		return false
	}
	p := r.nounPhrase(i+1, true)
	return p.head >= 0 && p.end >= len(r.tokens) && (r.at(p.head).has(isName) || r.at(p.start).is(article))
}

// usesImage reports an image that everybody uses: "Reach new heights", "Go the extra
// mile".
func (r *reading) usesImage() bool {
	if r.seen.mark&emptyImage == 0 || r.wordCount() > 7 || r.purpose() {
		return false
	}
	found := false
	for i := r.clause.start; i < len(r.tokens); i++ {
		t := &r.tokens[i]
		if t.ofNoun(personNoun) && !t.marked(selfWord) && i != r.clause.verb {
			return false
		}
		found = found || t.marked(emptyImage)
	}
	return found
}

// hollowOnly reports an order of which nothing is left but praise and what could be
// anything: "Do great work", "Be faster, cheaper and better", "Win".
func (r *reading) hollowOnly() bool {
	c := &r.clause
	if c.shape != shapeOrder || c.ours || r.wordCount() > 7 || r.lexicon.grammar.nounCapitals || c.classes&causes != 0 {
		return false
	}
	words, nouns := 0, 0
	for i := c.verb + 1; i < len(r.tokens); i++ {
		t := &r.tokens[i]
		switch {
		case t.kind == markToken, t.is(determiner | andWord):
		case t.marked(hollow|buzzWord|jargonWord|selfWord) && t.has(isNoun):
			words, nouns = words+1, nouns+1
		case !t.has(isNoun) && (t.is(praise|weasel|comparative) || t.marked(buzzWord|jargonWord)), t.pos == isAdverb, t.hyphen && r.buzzTailed(t):
			words++
		default:
			return false
		}
	}
	switch {
	case nouns == 0 && c.classes&being == 0:
		return words <= 1 && c.classes&(touches|causes) == 0 // "Win", "Work harder"
	case nouns == 0:
		return words >= 1
	}
	return nouns <= 2 && words <= 4
}

// saysWeAreGood reports a sentence that only praises us: "We are the best", "Our
// service is excellent".
func (r *reading) saysWeAreGood() bool {
	c := &r.clause
	if c.shape != shapeClause && !c.ours || c.classes&being == 0 || c.passive || r.wordCount() > 7 || !r.at(c.start).is(we) && !(c.start > 0 && r.at(c.start-1).is(we)) {
		return false
	}
	praised := false
	for i := c.verb + 1; i < len(r.tokens); i++ {
		t := &r.tokens[i]
		switch {
		case t.kind == markToken, t.is(determiner | andWord), t.pos == isAdverb:
		case t.is(weasel) && !t.has(isNoun):
			praised = true
		default:
			return false
		}
	}
	return praised
}

// contentPeople reports people and how content they are, and nothing else: "Satisfied
// customers and motivated staff".
func (r *reading) contentPeople() bool {
	first := r.at(r.clause.start)
	if r.clause.shape != shapePhrase && (!first.isForm(formParticiple) || first.isForm(formBase)) || r.wordCount() > 8 || r.lexicon.grammar.code != "en" {
		return false
	}
	people, modified := 0, 0
	for i := r.clause.start; i < len(r.tokens); i++ {
		t := &r.tokens[i]
		switch {
		case t.kind == markToken, t.is(andWord | possessive):
		case t.ofNoun(personNoun|staffNoun) && !r.modifies(i):
			people++
		case t.has(isAdjective) && r.modifies(i), t.is(praise | weasel), t.has(isVerb) && t.isForm(formParticiple) && r.modifies(i):
			modified++
		default:
			return false
		}
	}
	return people > 0 && modified >= people
}

// ownThing reports an object that is a thing of the team's own: "Improve the
// website".
func (r *reading) ownThing() bool {
	c := &r.clause
	if c.object.head < 0 {
		return false
	}
	if len(r.tokens)-c.start <= 5 && r.counts(&c.object) == ofOwnWork {
		return true
	}
	if r.at(c.rest).plain() {
		return false
	}
	for i := c.object.start; i < c.object.end; i++ {
		if r.at(i).ofNoun(personNoun) && r.at(i+1).isMark("'") {
			return false // "Improve our members' lives"
		}
	}
	return len(r.tokens)-c.start <= 6 && r.at(c.object.head).noun&(qualityNoun|metricNoun) != 0 // "Improve the website's performance"
}

// slogan reports a few words that any team could say: a movement ("Accelerate
// growth", "Go digital"), "Enable teams", "Focus on quality".
func (r *reading) slogan() bool {
	c := &r.clause
	if c.shape != shapeOrder || r.praised() {
		return false
	}
	words, people := 0, false
	for i := c.start; i < len(r.tokens); i++ {
		if t := &r.tokens[i]; t.kind != markToken {
			words += r.wordsIn(t)
		}
		people = people || r.tokens[i].ofNoun(personNoun)
	}
	v := c.classes
	switch {
	case v&(rises|falls|alters) != 0 && v&(touches|gains|reaches) == 0, v&(being|moves) != 0 && c.object.empty():
		return words <= 3 && !people
	case v&causes != 0 && v&(worker|touches) == 0:
		return words <= 3 && !r.at(c.rest).plain()
	}
	if v&reaches != 0 && c.object.head >= 0 && r.at(c.object.head).ofNoun(qualityNoun) && words <= 3 && !people {
		return true // "Achieve excellence"
	}
	return v&acts != 0 && v&(supportive|soft) != 0 && c.object.empty() && words <= 4
}

// bareObject reports an object without article, of few words.
func (r *reading) bareObject() bool {
	c := &r.clause
	words := len(r.tokens) - c.verb - 1
	if c.object.head < 0 {
		return words <= 3
	}
	return !r.at(c.object.start).is(determiner) && words <= 7
}
