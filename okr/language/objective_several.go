package language

// severalOrders finds objectives that string orders together, of which one is
// work ("Improve onboarding and hire more staff") or which are all bare measures
// and claims ("Cut costs, raise quality and improve morale").
func (r *reading) severalOrders() bool {
	outer := r.clause
	if outer.shape != shapeOrder {
		return false
	}
	defer func() { r.clause = outer }()
	if r.lexicon.grammar.nounCapitals {
		return r.severalInfinitives()
	}
	bare, orders := r.bareOrder(), 1
	for i := outer.verb + 1; i < len(r.tokens); i++ {
		if !r.tokens[i].is(andWord) && !r.tokens[i].isMark(",") || r.tokens[i].aside {
			continue
		}
		k := i + 1
		if r.at(k).is(andWord) {
			k++
		}
		if !r.startsOrder(k) || !r.at(k).isForm(formBase) || r.at(k).is(copula) {
			continue
		}
		r.clause = clause{verb: -1, state: -1, start: k, subject: phraseRange{head: -1}, object: phraseRange{head: -1}}
		r.order(k)
		if r.solutionOrder() {
			return true
		}
		orders++
		bare = bare && r.bareOrder()
		i = k
	}
	if orders == 1 || !bare {
		return false
	}
	r.sign(WeaselWords, "several-claims", Likely, Warning, outer.verb, r.clause.verb)
	return true
}

// bareOrder reports a change of a measure, of trouble or of something abstract,
// without anybody served and without a purpose.
func (r *reading) bareOrder() bool {
	c := &r.clause
	if c.classes&(rises|falls|vague) == 0 || c.object.head < 0 || r.at(c.object.start).is(determiner) {
		return false
	}
	switch r.counts(&c.object) {
	case ofLevel, ofTrouble, ofQuality, ofNothing, ofOwnWork, ofProject:
		return !r.purpose() && !r.praised()
	}
	return false
}

// severalInfinitives is the same for orders that end with their verb: "Prozesse
// optimieren und Mitarbeiter schulen".
func (r *reading) severalInfinitives() bool {
	start, orders, bare, first := r.clause.start, 0, true, -1
	for i := r.clause.start; i < len(r.tokens); i++ {
		t := &r.tokens[i]
		if !t.has(isVerb) || !t.isForm(formBase) || t.has(isNoun) || t.aside || i == start || i+1 < len(r.tokens) && !r.at(i+1).is(andWord) && !r.at(i+1).isMark(",.") {
			continue
		}
		r.clause = clause{verb: -1, state: -1, start: start, subject: phraseRange{head: -1}, object: phraseRange{head: -1}}
		r.germanOrder(start, i)
		if orders > 0 && r.solutionOrder() {
			return true
		}
		if orders++; orders == 1 {
			first = i
		}
		bare = bare && r.bareOrder()
		start = i + 2
	}
	if orders < 2 || !bare {
		return false
	}
	r.sign(WeaselWords, "several-claims", Likely, Warning, first, r.clause.verb)
	return true
}
