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
	return p.head >= 0 && r.at(p.head).ofNoun(projectNoun) && r.at(p.end).is(ofWord|toWord)
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
	if !c.known || !r.namesWork(c.classes) || c.object.head >= 0 && r.names.products[r.word(c.object.head)] && c.classes&soft != 0 {
		return false
	}
	r.signAt(SolutionInObjective, "names-the-work", Likely, Warning, r.verbAndHead())
	return true
}

// namesWork reports whether a verb and its object name work and not a direction.
func (r *reading) namesWork(v uint32) bool {
	if after := r.at(r.clause.rest); v&causes != 0 && after.plain() && after.has(isAdjective) && !after.has(isNoun) && !after.is(done) {
		return false // "Make setup painless": how it is to be
	}
	own := r.ownObject()
	object := r.counts(&r.clause.object)
	switch {
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
	case v&makes != 0 && v&(soft|rises|falls|moves|reaches|gains|alters) == 0 && r.clause.object.head >= 0 && !r.at(r.clause.rest).is(preposition):
		return !r.praised() && !r.purpose() // "Launch shared workspaces"
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
		if t.is(effect) && r.at(i-1).is(means) {
			continue // "by reducing waste" is how, not what for
		}
		if t.is(relative|effect|subordinate) && (!t.is(determiner) || r.at(i-1).has(isNoun) || r.lexicon.grammar.inflects && r.at(i-1).isMark(",")) && !r.isDeadlinePhrase(i) && !t.is(deadlineLead) {
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
		if r.tokens[i].ofNoun(monthNoun|deadlineNoun) && r.tokens[i].caps != lowerCase {
			return true
		}
	}
	return false
}
