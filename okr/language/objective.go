package language

// Objective returns the signs of an objective: a measure, a solution or a task
// where a direction belongs, business as usual, a theme, words that promise
// nothing, and whom or what it may not name.
func (u *Understanding) Objective(text string) []Sign {
	r := u.read(text)
	defer u.release(r)
	if len(r.tokens) == 0 {
		return nil
	}
	r.metricInObjective()
	if !r.theme() && !r.solution() && !r.asUsual() {
		r.emptyPromise()
	}
	r.jargon()
	r.acronyms()
	r.authority()
	r.length(20, 25, 2)
	r.keyResultNotes()
	return r.signs
}

// metricInObjective finds numbers and names of measures.
func (r *reading) metricInObjective() {
	for i := range r.quantities {
		q := &r.quantities[i]
		if q.flags&isSpelled != 0 && q.flags&isPercent == 0 || q.flags&(isDate|isLabel) != 0 || r.knownName(q.at) || r.nameOfNumber(q) {
			continue
		}
		r.sign(MetricInObjective, "number", Certain, Warning, q.at)
		return
	}
	c := &r.clause
	if c.shape != shapeOrder || c.object.head < 0 {
		return
	}
	if r.bareMeasure() {
		r.sign(MetricInObjective, "bare-measure", Likely, Warning, r.verbAndHead()...)
		return
	}
	for i := c.object.start; i < c.object.end; i++ {
		if t := r.at(i); t.noun1(metricNoun) && (t.caps == allCaps || t.noun1(rateNoun)) && c.classes&(mover|gains) != 0 {
			r.sign(MetricInObjective, "name-of-measure", Likely, Warning, i)
			return
		}
	}
}

// bareMeasure reports a measure that goes up or down and nothing else: "Increase
// sales", "Double our revenue". It could be anybody's.
func (r *reading) bareMeasure() bool {
	c := &r.clause
	head := r.at(c.object.head)
	if !head.noun1(metricNoun) || c.classes&(rises|falls|vague) == 0 || r.purpose() {
		return false
	}
	return !r.at(c.object.start).is(determiner) && len(r.tokens)-c.start <= 5 || r.at(c.verb).is(numeralVerb)
}

// nameOfNumber reports digits that are a name: #1, number 1, 24/7, 5-star.
func (r *reading) nameOfNumber(q *quantity) bool {
	before := r.at(q.at - 1)
	return before.isMark("#") || before.noun1(labelNoun) && q.flags&isPercent == 0 && q.end >= len(r.tokens)
}

// solution finds objectives that name the answer or the work.
func (r *reading) solution() bool {
	c := &r.clause
	switch c.shape {
	case shapeOrder:
		if c.classes&causes != 0 {
			if v, found := r.innerClause(); found && v.reason == "state-of-work" {
				r.sign(SolutionInObjective, v.reason, Likely, Warning, v.evidence...)
				return true
			}
		}
		return r.solutionOrder()
	case shapeClause:
		if v := r.decideClause(); v.reason == "state-of-work" && !r.purpose() && !r.praised() && !r.hasWeasel() && r.statesWork() {
			r.sign(SolutionInObjective, v.reason, Likely, Warning, v.evidence...)
			return true
		}
	case shapePhrase:
		if r.namesProject() {
			r.sign(SolutionInObjective, "project-noun", Likely, Warning, c.subject.head)
			return true
		}
	}
	return false
}

// namesProject reports "Migration to …", "Launch of …".
func (r *reading) namesProject() bool {
	p := &r.clause.subject
	return p.head >= 0 && r.at(p.head).noun1(projectNoun) && r.at(p.end).is(ofWord|toWord)
}

// statesWork reports a subject that is work itself, or that only work was done to.
func (r *reading) statesWork() bool {
	switch r.counts(&r.clause.subject) {
	case ofOwnWork, ofProject:
		return true
	case ofNothing, ofPopulation:
		return r.clause.passive && r.clause.classes&uses == 0
	}
	return false
}

// solutionOrder decides for "Launch the portal" against "Build a delightful
// repair experience" and "Create routines that make readers return".
func (r *reading) solutionOrder() bool {
	c := &r.clause
	if !c.known || !r.namesWork(c.classes) || c.object.head >= 0 && r.names.products[r.word(c.object.head)] && c.classes&soft != 0 {
		return false
	}
	r.sign(SolutionInObjective, "names-the-work", Likely, Warning, r.verbAndHead()...)
	return true
}

// namesWork reports whether a verb and its object name work and not a direction.
func (r *reading) namesWork(v uint32) bool {
	own := r.ownObject()
	object := r.counts(&r.clause.object)
	switch {
	case v&(touches|being) != 0:
		return false
	case v&soft != 0 && v&makes != 0:
		place := r.at(r.clause.object.start).is(indefinite) && r.at(r.clause.object.head).noun1(populationNoun)
		if r.at(r.clause.object.start).is(possessive) || r.at(r.clause.object.start).is(article) && !r.at(r.clause.object.start).is(indefinite) {
			own = own && (v&moves == 0 || r.dated()) // "Bring our product to hospitals" makes nothing new
		}
		counted := r.clause.object.quantity > 0 && (object != ofOthers && object != ofLevel || r.at(r.clause.object.head).noun1(populationNoun)) || place
		return (own || counted) && !r.praised() && !r.purpose()
	case v&hires != 0:
		return true
	case v&makes != 0 && v&(rises|falls|reaches|gains|alters) == 0 && own:
		return !r.praised() && !r.describes()
	case v&makes != 0 && v&(rises|falls|reaches|gains|alters) == 0:
		return (object != ofQuality && object != ofLevel && object != ofOthers) && !r.praised() && !r.purpose()
	case v&makes != 0:
		return own && !r.praised() && !r.purpose()
	case v&(acts|watches) != 0 && v&(mover&^moves|gains) == 0:
		team := r.clause.object.head >= 0 && r.at(r.clause.object.head).noun1(unitNoun) && v&soft == 0
		short := v&soft == 0 && len(r.tokens)-r.clause.start <= 5 && object != ofOthers && !r.praised() && !r.purpose()
		return own || team || short || r.clause.object.quantity > 0 || r.dated()
	}
	return false
}

// ownObject reports whether the object is something the team makes or does.
func (r *reading) ownObject() bool {
	c := &r.clause
	if c.object.head < 0 {
		return false
	}
	switch r.counts(&c.object) {
	case ofOwnWork, ofProject, ofStaff:
		return true
	}
	return r.at(c.object.head).noun&(artefactNoun|activityNoun|projectNoun) != 0 && c.classes&soft == 0
}

// praised reports a word that says how it is to be: delightful, most trusted.
func (r *reading) praised() bool {
	for i := r.clause.verb + 1; i < len(r.tokens); i++ {
		if r.tokens[i].is(praise) {
			return true
		}
	}
	return false
}

// purpose reports a clause of purpose or of effect: "that make readers return",
// "so that", "where nobody waits".
func (r *reading) purpose() bool {
	for i := r.clause.verb + 1; i < len(r.tokens); i++ {
		t := &r.tokens[i]
		if t.is(relative|effect|subordinate) && (!t.is(determiner) || r.at(i-1).has(isNoun)) && !r.isDeadlinePhrase(i) && !t.is(deadlineLead) {
			return true
		}
		if t.is(toWord) && r.at(i+1).has(isVerb) && r.at(i+1).isForm(formBase) && !r.at(i+1).has(isNoun) {
			return true
		}
	}
	return false
}

// describes reports a relative clause: "that people collect".
func (r *reading) describes() bool {
	for i := r.clause.verb + 1; i < len(r.tokens); i++ {
		if t := &r.tokens[i]; t.is(relative) && (!t.is(determiner) || r.at(i-1).has(isNoun)) {
			return true
		}
	}
	return false
}

// dated reports that a day or a quarter is named.
func (r *reading) dated() bool {
	for i := range r.quantities {
		if r.quantities[i].is(isDate) {
			return true
		}
	}
	for i := range r.tokens {
		if r.tokens[i].noun1(monthNoun|deadlineNoun) && r.tokens[i].caps != lowerCase {
			return true
		}
	}
	return false
}

// asUsual finds objectives that hold what is: keep, maintain, continue.
func (r *reading) asUsual() bool {
	c := &r.clause
	if c.shape == shapeOrder && c.classes&keeps != 0 && r.at(c.verb).verb1(usual) {
		if r.praised() || r.purpose() {
			return false
		}
		r.sign(BusinessAsUsual, "keeps-what-is", Likely, Warning, r.verbAndHead()...)
		return true
	}
	for i := range r.tokens {
		if r.tokens[i].marked(usualWord) {
			r.sign(BusinessAsUsual, "keeps-what-is", Likely, Warning, i)
			return true
		}
	}
	return false
}

// theme finds headings: no verb, few words.
func (r *reading) theme() bool {
	c := &r.clause
	if c.shape != shapePhrase && c.shape != shapeNone && !r.headline() {
		return false
	}
	words := 0
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.kind != markToken {
			words += r.wordsIn(t)
		}
		if i > c.start && t.has(isVerb) && t.onlyVerb() && !t.isForm(formParticiple|formIng) || t.is(copula|modal|pronoun|relative) && !t.is(toWord) {
			return false
		}
	}
	if words > 4 || r.praised() || r.namesProject() {
		return false
	}
	r.sign(NoVerbOrChange, "theme", Likely, Warning, max(c.subject.head, c.start))
	return true
}

// headline reports a compound noun that could also be read as an order: "Market
// expansion", "Test automation".
func (r *reading) headline() bool {
	c := &r.clause
	t := r.at(c.start)
	if c.shape != shapeOrder || !t.has(isNoun) || c.classes&worker == 0 || c.object.empty() || c.object.end < len(r.tokens) || r.at(c.object.start).is(determiner) {
		return false
	}
	head := r.at(c.object.head)
	return c.object.head >= 0 && head.isForm(formSingular) && head.noun&(qualityNoun|projectNoun|metricNoun) != 0 && len(r.tokens)-c.start <= 3
}

// emptyPromise finds a change without direction: a weasel verb and a bare
// abstract noun, nobody served, no purpose.
func (r *reading) emptyPromise() {
	c := &r.clause
	i := r.weaselWord()
	if r.slogan() {
		r.sign(WeaselWords, "slogan", Likely, Warning, r.verbAndHead()...)
		return
	}
	if i < 0 {
		return
	}
	bare := c.shape == shapeOrder && (c.classes&vague != 0 || r.at(c.start).verb1(vague) || c.classes&(acts|supportive|being) != 0 && c.object.empty() && len(r.tokens)-c.start <= 5)
	if bare && !r.purpose() && !r.praised() && !r.hasLevel() && (r.bareObject() || r.ownThing()) {
		r.sign(WeaselWords, "claim-without-direction", Likely, Warning, c.verb)
		return
	}
	r.sign(WeaselWords, "claim", Hint, Info, i)
}

// ownThing reports an object that is a thing of the team's own: "Improve the
// website".
func (r *reading) ownThing() bool {
	c := &r.clause
	return c.object.head >= 0 && len(r.tokens)-c.start <= 5 && r.counts(&c.object) == ofOwnWork
}

// slogan reports a movement of two or three words: "Accelerate growth", "Go
// digital". Any team could say it.
func (r *reading) slogan() bool {
	c := &r.clause
	words := 0
	for i := c.start; i < len(r.tokens); i++ {
		if t := &r.tokens[i]; t.kind != markToken {
			words += r.wordsIn(t)
		}
		if r.tokens[i].noun1(personNoun) {
			return false
		}
	}
	moves := c.classes&(rises|falls|alters) != 0 && c.classes&(touches|gains|reaches) == 0 || c.classes&(being|moves) != 0 && c.object.empty()
	return c.shape == shapeOrder && moves && words <= 3 && !r.praised()
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
