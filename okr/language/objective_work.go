package language

// solution finds objectives that name the answer or the work.
func (r *reading) solution() bool {
	c := &r.clause
	switch c.shape {
	case shapeOrder:
		if c.classes&causes != 0 {
			if v, found := r.innerClause(); found && v.reason == "state-of-work" {
				r.signAt(SolutionInObjective, v.reason, Likely, Warning, v.evidence)
				return true
			}
		}
		return r.solutionOrder()
	case shapeClause:
		if v := r.decideClause(); v.reason == "state-of-work" && !r.purpose() && !r.praised() && !r.hasWeasel() && r.statesWork() {
			r.signAt(SolutionInObjective, v.reason, Likely, Warning, v.evidence)
			return true
		}
	case shapePhrase:
		if p := &c.subject; r.newThing(p) {
			r.sign(SolutionInObjective, "names-a-thing", Likely, Warning, p.head)
			return true
		}
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
	return p.head >= 0 && (r.at(p.head).ofNoun(projectNoun) || r.doing(p.head)) && r.at(p.end).is(ofWord|toWord) && !r.praised() && !r.purpose()
}

// newThing reports a new thing of the team's own and nothing said of how it is to be:
// "A new booking platform for everyone".
func (r *reading) newThing(p *phraseRange) bool {
	if p.head < 0 || r.praised() || r.purpose() || r.describes() || r.names.products[r.word(p.head)] {
		return false
	}
	if n := r.at(p.head).noun; n&artefactNoun == 0 || n&(actNoun|metricNoun|personNoun|qualityNoun|populationNoun|dealNoun|awardNoun) != 0 {
		return false
	}
	for i := p.start; i < p.head; i++ {
		if r.at(i).is(own) && !r.at(i).is(determiner) {
			return true
		}
	}
	return false
}

// statesWork reports a subject that is work itself, or that only work was done to.
func (r *reading) statesWork() bool {
	if first := r.at(r.clause.subject.start); first.is(quantifier|pronoun) || r.at(r.clause.start).is(quantifier) {
		return false // "Nobody is turned away"
	}
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
	if r.inwardOrder() {
		r.signAt(SolutionInObjective, "inward", Likely, Warning, r.verbAndHead())
		return true
	}
	if !c.known || !r.namesWork(c.classes) && !r.chore() || c.object.head >= 0 && r.names.products[r.word(c.object.head)] && c.classes&soft != 0 {
		return false
	}
	r.signAt(SolutionInObjective, "names-the-work", Likely, Warning, r.verbAndHead())
	return true
}

// namesWork reports whether a verb and its object name work and not a direction.
func (r *reading) namesWork(v uint32) bool {
	if v&causes != 0 && r.othersAct() {
		return false // "Make handovers between shifts feel like …"
	}
	if after := r.at(r.clause.rest); v&causes != 0 && after.plain() && after.has(isAdjective) && !after.has(isNoun) && !after.is(done) {
		return false // "Make setup painless": how it is to be
	}
	if v&causes != 0 && r.lexicon.grammar.code == "en" && r.word(r.clause.rest) == "worth" {
		return false // "Make every lesson worth getting up for"
	}
	own := r.ownObject()
	object := r.counts(&r.clause.object)
	switch {
	case v&redoes != 0 && r.redoesThing():
		return true // "Rewrite the checkout"
	case v&uses != 0 && v&offers != 0 && v&(makes|acts|gains|keeps|rises) == 0 && r.usesTool():
		return true // "Use Jira consistently"
	case v&soft != 0 && v&makes != 0 && r.bestThing():
		return true // "Build the best returns platform"
	case v&causes != 0 && v&(worker|moves) == 0:
		return own && !r.praised() && !r.purpose() // "Have a prototype by June"
	case v&(touches|being) != 0:
		return false
	case r.at(r.clause.verb).marked(completion) && v&makes != 0:
		return !r.praised() && !r.purpose() // "Complete the certification"
	case v&soft != 0 && v&makes != 0:
		return r.makesSomething(v, own, object)
	case v&hires != 0:
		return true
	case v&makes != 0 && v&(soft|rises|falls|moves|reaches|gains|alters) == 0 && v&redoes == 0 && r.clause.object.head < 0 && r.at(r.clause.verb+1).is(subordinate):
		return true // "Standardise how the newsroom plans": what is done, and nobody better off
	case v&makes != 0 && v&(soft|rises|falls|moves|reaches|gains|alters) == 0 && r.clause.object.head >= 0 && !r.at(r.clause.rest).is(preposition):
		return !r.praised() && !r.purpose() && !r.felt() // "Launch shared workspaces"
	case v&makes != 0 && v&(soft|rises|falls|moves|reaches|gains|alters) == 0 && r.clause.object.head >= 0 && r.placedNear(r.clause.rest) && !r.praised() && !r.purpose() && !r.felt():
		return true // "Introduce a better meeting structure in all wards"
	case v&makes != 0 && v&(rises|falls|reaches|gains|alters) == 0 && own:
		return !r.praised() && !r.describes()
	case v&makes != 0 && v&(rises|falls|reaches|gains|alters) == 0:
		return (object != ofQuality && object != ofLevel && object != ofOthers) && !r.praised() && !r.purpose()
	case v&makes != 0:
		return own && !r.praised() && !r.purpose()
	case v&(acts|watches) != 0 && v&(mover&^moves|gains) == 0:
		if p := &r.clause.object; p.quantity > 0 && r.quantities[p.quantity-1].is(isPercent) && r.at(r.quantities[p.quantity-1].end).is(preposition) && !r.at(r.quantities[p.quantity-1].end).is(ofWord) {
			return false // "Travel 100 % by rail": how it is done
		}
		if r.describes() && r.clause.object.quantity == 0 && !r.dated() && v&watches == 0 {
			return false // "Run a library that nobody is afraid to enter"
		}
		team := r.clause.object.head >= 0 && r.at(r.clause.object.head).ofNoun(unitNoun) && v&soft == 0
		short := v&soft == 0 && len(r.tokens)-r.clause.start <= 5 && object != ofOthers && !r.praised() && !r.purpose()
		return own || team || short || r.clause.object.quantity > 0 || r.dated()
	}
	return false
}

// redoesThing reports that a definite thing is to be done anew, and nothing of what it
// is to be like then.
func (r *reading) redoesThing() bool {
	p := &r.clause.object
	if p.head < 0 || r.at(r.clause.rest).plain() && !r.dated() || r.praised() || r.purpose() || r.lexicon.grammar.code != "en" {
		return false
	}
	head := r.at(p.head)
	return !r.at(p.start).is(indefinite) && r.at(p.start).is(determiner) && head.isForm(formSingular) && head.noun&(artefactNoun|actNoun|activityNoun|projectNoun|populationNoun) != 0 && head.noun&(qualityNoun|metricNoun|personNoun|dealNoun) == 0
}

// usesTool reports a tool by its name, or a thing of the team's own, as what is to be
// used, and nobody who would be better off.
func (r *reading) usesTool() bool {
	p := &r.clause.object
	if p.head < 0 || r.lexicon.grammar.code != "en" || r.clause.passive || r.praised() || r.purpose() || r.namesPeople() || r.wordCount() > 6 || r.anyWord(fewerWord|negation|withWord) {
		return false
	}
	head := r.at(p.head)
	return head.pos&isName != 0 && head.caps == initialCap || head.ofNoun(artefactNoun) && head.noun&(qualityNoun|metricNoun|populationNoun|actNoun) == 0
}

// bestThing reports a thing of the team's own that is praised only by being the best:
// which it is to be, and not what for.
func (r *reading) bestThing() bool {
	p := &r.clause.object
	if p.head < 0 || r.purpose() || r.names.products[r.word(p.head)] {
		return false
	}
	if n := r.at(p.head).noun; n&artefactNoun == 0 || n&(actNoun|metricNoun|personNoun|qualityNoun|populationNoun|dealNoun|awardNoun|activityNoun|unitNoun) != 0 {
		return false
	}
	best := false
	for i := p.start; i < len(r.tokens); i++ {
		if t := r.at(i); t.is(praise) {
			if !t.is(weasel) || i > p.head {
				return false
			}
			best = true
		}
	}
	return best
}

// felt reports what people feel and nobody makes: trust, confidence, health.
func (r *reading) felt() bool {
	p := &r.clause.object
	n := r.at(p.head).noun
	return n&qualityNoun != 0 && (n&metricNoun != 0 || !r.at(p.start).is(indefinite)) && !r.at(p.head).marked(inward|buzzWord)
}

// othersAct reports a bare verb behind the object, which tells what the object is to
// do.
func (r *reading) othersAct() bool {
	for i := r.clause.rest; i > 0 && i < len(r.tokens); i++ {
		t, before := r.at(i), r.at(i-1)
		if !before.has(isNoun) || before.is(andWord) {
			continue
		}
		if t.onlyVerb() && t.isForm(formBase) && !t.is(preposition|conjunction) {
			return true
		}
	}
	return false
}

// inwardOrder reports a change of how the organisation itself works, where nobody is
// named who gets anything from it: "Streamline the handover between shifts", "Align
// marketing and sales", "Clarify who decides".
func (r *reading) inwardOrder() bool {
	c := &r.clause
	if r.lexicon.grammar.code != "en" || c.passive || c.classes&(makes|acts|alters|vague|causes|rises|watches|moves) == 0 || c.classes&touches != 0 || r.wordCount() > 10 || c.classes&vague != 0 && r.wordCount() <= 4 {
		return false
	}
	content := c.object.head < 0 && r.at(c.verb+1).is(subordinate) && c.classes&(makes|watches) != 0 && c.classes&redoes == 0 && c.classes&(causes|gains) == 0
	if !content && (c.object.head < 0 || r.at(c.rest).is(preposition) && r.word(c.rest) == "into" || r.praised() || r.purpose() || r.othersAct()) {
		return false
	}
	inside := content
	for i := c.verb + 1; i < len(r.tokens); i++ {
		t := r.at(i)
		switch {
		case t.ofNoun(personNoun) && !t.ofNoun(staffNoun|unitNoun|artefactNoun|activityNoun) && !r.modifies(i), t.is(negation | noWord):
			return false
		case t.pos == isAdjective && !t.is(comparative) && !r.modifies(i) && i >= c.rest && c.classes&causes != 0:
			return false // "Make approvals painless"
		}
	}
	if c.object.head >= 0 {
		head := r.at(c.object.head)
		inside = inside || head.marked(inward) || head.ofNoun(unitNoun) && !head.ofNoun(metricNoun|personNoun|qualityNoun) && (r.at(c.rest).is(andWord|fromWord) && r.at(c.rest+1).ofNoun(unitNoun) || c.classes&makes != 0 && r.word(c.rest) == "on")
		for i := c.object.start; i < c.object.head; i++ {
			inside = inside || r.word(i) == "internal"
		}
	}
	return inside
}

// placedNear reports that nothing but a place or a time follows, if anything does:
// "in the ward management", "at all sites", not "to people left out".
func (r *reading) placedNear(i int) bool {
	if !r.at(i).is(preposition) {
		return true
	}
	switch r.word(i) {
	case "in", "at", "on", "across", "between", "among", "within", "throughout", "by", "before", "during", "until":
		return true
	}
	return false
}

// chore reports handiwork on a thing, of which nobody is said to be better off:
// "Buy a new scanner", "Repair the roof", "Answer customer mails".
func (r *reading) chore() bool {
	c := &r.clause
	if c.classes&chore == 0 || r.at(c.object.start).is(every) || r.at(c.verb).has(isAdjective) && !r.at(c.object.start).is(determiner) || c.object.head < 0 || c.object.share || r.praised() || r.purpose() || c.passive {
		return false
	}
	head := r.at(c.object.head)
	if head.noun&(qualityNoun|metricNoun|awardNoun|spanNoun) != 0 && head.noun&(artefactNoun|populationNoun|actNoun|activityNoun) == 0 || head.ofNoun(personNoun) && !r.paysPeople() {
		return false
	}
	if q := c.object.quantity; q > 0 && r.quantities[q-1].is(isPercent|isBound) {
		return false
	}
	for i := c.rest; i < len(r.tokens); i++ {
		t := r.at(i)
		if t.is(toWord|withWord|negation|effect|comparative) || t.ofNoun(qualityNoun) || t.pos == isAdverb && !t.marked(routine) || t.is(weasel) {
			return false // how it is done, and for what
		}
	}
	return len(r.tokens)-c.start <= 9
}

// paysPeople reports people as the object of what is routine: "Pay suppliers".
func (r *reading) paysPeople() bool {
	return len(r.tokens)-r.clause.start <= 3
}

// makesSomething decides for verbs that make a portal as well as an experience: a
// new thing of the team's own, or a number of places.
func (r *reading) makesSomething(v uint32, own bool, object counted) bool {
	p := &r.clause.object
	first, head := r.at(p.start), r.at(p.head)
	definite := first.is(possessive) || first.is(article) && !first.is(indefinite)
	if definite && v&moves != 0 && !r.dated() {
		own = false // "Bring our product to hospitals" makes nothing new
	}
	places := head.ofNoun(populationNoun) && (first.is(indefinite) || p.quantity > 0)
	if first.is(possessive) && r.at(p.end).is(preposition) && !r.dated() {
		own = false // "Establish our platform as the natural home for …"
	}
	if head.caps == allCaps && head.noun == 0 && first.is(indefinite) {
		own = true // "Establish a PMO"
	}
	if object == ofDeals && p.end-p.start == 1 && head.isForm(formPlural) {
		own = true // "Establish partnerships"
	}
	if own && r.word(p.end) == "between" && r.namesPeople() {
		own = false // "Build bridges between old and new neighbours"
	}
	counted := p.quantity > 0 && object != ofOthers && object != ofLevel
	return (own || places || counted) && !r.praised() && !r.purpose()
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
		if t.is(effect) && r.at(i-1).is(means|andWord) || t.is(subordinate) && t.is(andWord) {
			continue // "by reducing waste" is how, "while reducing waste" what else
		}
		if t.is(relative|effect|subordinate) && (!t.is(determiner) || r.at(i-1).has(isNoun) || r.lexicon.grammar.inflects && r.at(i-1).isMark(",")) && !r.isDeadlinePhrase(i) && !t.is(deadlineLead) {
			return true
		}
		if t.is(toWord) && r.at(i+1).has(isVerb) && r.at(i+1).isForm(formBase) && !r.at(i+1).has(isNoun) || t.is(toWord) && r.lexicon.grammar.code == "en" && r.word(i-1) == "enough" {
			return true
		}
	}
	return r.contactClause() > 0
}

// describes reports a relative clause: "that people collect".
func (r *reading) describes() bool {
	for i := r.clause.verb + 1; i < len(r.tokens); i++ {
		if t := &r.tokens[i]; t.is(relative) && (!t.is(determiner) || r.at(i-1).has(isNoun)) {
			return true
		}
	}
	return r.contactClause() > 0
}

// dated reports that a day or a quarter is named.
func (r *reading) dated() bool {
	for i := range r.quantities {
		if r.quantities[i].is(isDate) {
			return true
		}
	}
	for i := range r.tokens {
		if r.tokens[i].ofNoun(monthNoun|deadlineNoun) && r.tokens[i].caps != lowerCase {
			return true
		}
	}
	return false
}
