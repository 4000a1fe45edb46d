package language

// severalAims finds objectives that string aims together: orders, of which one is
// work ("Improve onboarding and hire more staff"), or which are all bare measures and
// claims ("Cut costs, raise quality and improve morale"), or simply many; or headings
// that each promise more of something ("Faster trains, happier drivers, lower fares").
func (r *reading) severalAims() bool {
	outer := r.clause
	defer func() { r.clause = outer }()
	switch {
	case outer.shape != shapeOrder:
		return r.severalPromises()
	case r.lexicon.grammar.nounCapitals:
		return r.severalInfinitives()
	}
	bare, orders := r.bareOrder(), 1
	whole, last := !outer.object.empty() && (!r.leadsClause(outer.verb) || r.at(outer.rest).isMark(",")), outer.verb
	for i := outer.verb + 1; i < len(r.tokens); i++ {
		t := &r.tokens[i]
		if t.is(relative|effect|subordinate) && !t.is(andWord|deadlineLead) && (!t.is(determiner) || r.at(i-1).has(isNoun)) || t.is(toWord) && r.bareVerb(i+1) {
			whole = false // what follows may belong to the clause
		}
		if !t.is(andWord) && !t.isMark(",") || t.aside {
			continue
		}
		k := i + 1
		if r.at(k).is(andWord) {
			k++
		}
		if r.at(k).is(copula) && r.at(k).isForm(formBase) && orders+1 > 1 && k+1 < len(r.tokens) {
			orders, i = orders+1, k // "… and become more efficient"
			bare = bare && r.at(k+1).is(weasel|comparative)
			continue
		}
		if !r.startsOrder(k) && !r.verbBefore(k) || r.at(k).has(isVerb) && !r.at(k).isForm(formBase|formIng) || r.at(k).isForm(formIng) && !t.is(andWord|conjunction) && !r.at(last).isForm(formIng) || r.at(k).is(copula) {
			continue
		}
		r.clause = clause{verb: -1, state: -1, start: k, subject: phraseRange{head: -1}, object: phraseRange{head: -1}}
		r.order(k)
		if r.at(k).isForm(formBase) && r.solutionOrder() {
			return true
		}
		orders++
		bare = bare && r.bareOrder()
		i, last = k, k
	}
	if orders == 1 || !bare && (orders < 3 || !whole) {
		return false
	}
	r.sign(WeaselWords, "several-claims", Likely, Warning, outer.verb, last)
	return true
}

// verbBefore reports a word that can only be a verb here, because an article follows
// it: "balance the books".
func (r *reading) verbBefore(i int) bool {
	t, next := r.at(i), r.at(i+1)
	return t.plain() && !t.is(preposition|determiner|conjunction|copula|modal) && t.isForm(formSingular) && next.is(article|possessive) && !next.is(perWord)
}

// leadsClause reports a verb behind which others act: "Help patients eat, sleep and
// move".
func (r *reading) leadsClause(i int) bool {
	return r.at(i).ofVerb(causes) && r.at(i).verb&(makes|acts) == 0 || r.at(i).ofVerb(causes) && r.at(r.clause.object.head).ofNoun(personNoun)
}

// severalPromises finds three or more headings that compare: "Faster deliveries,
// greener fleet, happier drivers".
func (r *reading) severalPromises() bool {
	first, last, parts, starts := -1, -1, 0, true
	for i := r.clause.start; i < len(r.tokens); i++ {
		t := &r.tokens[i]
		switch {
		case t.is(copula|relative|modal) && !t.is(determiner):
			return false
		case starts && (t.is(article) || t.is(indefinite)) && parts > 0:
			continue
		case starts && parts > 1 && t.is(own) && !t.is(comparative|praise) && r.continues(i+1):
			parts, last = parts+1, i
		case starts && (t.is(comparative|praise) || t.is(weasel) && t.has(isAdjective)) && r.continues(i+1):
			if parts++; first < 0 {
				first = i
			}
			last = i
		}
		starts = t.isMark(",;+") || t.is(andWord)
	}
	if parts < 3 {
		return false
	}
	r.sign(WeaselWords, "several-claims", Likely, Warning, first, last)
	return true
}

// bareOrder reports a change of a measure, of trouble or of something abstract,
// without anybody served and without a purpose.
func (r *reading) bareOrder() bool {
	c := &r.clause
	if c.classes&(rises|falls|vague) != 0 && c.object.head < 0 && r.at(c.rest).is(comparative) && c.rest+1 == len(r.tokens) {
		return true // "spend less"
	}
	if c.classes&(rises|falls|vague|gains) == 0 || c.object.head < 0 || r.at(c.object.start).is(determiner) && !r.at(c.object.start).is(comparative) {
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
