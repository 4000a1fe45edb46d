package language

import "slices"

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
	r.percentBase(true)
	if !r.buzz() && !r.theme() && !r.solution() && !r.asUsual() && !r.severalAims() {
		r.emptyPromise()
	}
	r.jargon()
	r.acronyms()
	r.authority()
	r.length(20, 25, 2)
	r.keyResultNotes()
	return slices.DeleteFunc(r.said(), func(s Sign) bool { return s.Rule == SelfImprovement }) // a rule of key results
}

// metricInObjective finds numbers and names of measures.
func (r *reading) metricInObjective() {
	for i := range r.quantities {
		q := &r.quantities[i]
		if q.flags&isSpelled != 0 && q.flags&isPercent == 0 || q.flags&(isDate|isLabel) != 0 || r.knownName(q.at) || r.nameOfNumber(q) {
			continue
		}
		r.sign(MetricInObjective, "number", Certain, Warning, q.at, q.end-1)
		return
	}
	if i := r.openNumber(); i >= 0 {
		r.sign(MetricInObjective, "number", Certain, Warning, i, i+1)
		return
	}
	c := &r.clause
	if c.shape != shapeOrder || c.object.head < 0 {
		return
	}
	if r.bareMeasure() {
		r.signAt(MetricInObjective, "bare-measure", Likely, Warning, r.verbAndHead())
		return
	}
	if c.classes&(mover|gains) == 0 {
		return
	}
	for i := c.object.start; i < c.object.end; i++ {
		t := r.at(i)
		share := t.ofNoun(metricNoun) && (t.caps == allCaps || t.ofNoun(rateNoun))
		active := t.is(frequency) && r.at(c.object.head).ofNoun(personNoun) // weekly active users
		if share || active || c.object.counted == i+1 && c.classes&(rises|falls) != 0 {
			r.sign(MetricInObjective, "name-of-measure", Likely, Warning, i)
			return
		}
	}
}

// openNumber is a number that is still to be filled in, as templates have it: "by xx%";
// -1 where there is none.
func (r *reading) openNumber() int {
	for i := range len(r.tokens) - 1 {
		if next := r.at(i + 1); !next.isMark("%") && !next.is(percentWord) {
			continue
		}
		switch r.word(i) {
		case "x", "xx", "xxx", "y", "yy", "yyy", "z", "zz", "zzz", "n", "nn", "nnn":
			return i
		}
		if r.at(i).isMark("?*") {
			return i
		}
	}
	return -1
}

// bareMeasure reports a measure that goes up or down and nothing else: "Increase
// sales", "Double our revenue". It could be anybody's.
func (r *reading) bareMeasure() bool {
	c := &r.clause
	head := r.at(c.object.head)
	switch {
	case r.purpose():
		return false
	case c.classes&reaches != 0 && c.classes&touches == 0 && head.noun&(metricNoun|awardNoun) != 0:
		return !r.praised() && !r.at(c.rest).plain() && len(r.tokens)-c.start <= 5 // "Reach profitability"
	case !head.ofNoun(metricNoun) || c.classes&(rises|falls|vague) == 0:
		return false
	case r.at(c.verb).is(numeralVerb):
		return true
	case c.classes&rises != 0 && c.classes&(acts|makes) == 0 && !r.at(c.object.start).is(possessive) && !head.ofNoun(personNoun) && !r.praised():
		return len(r.tokens)-c.start <= 7 && (!head.ofNoun(qualityNoun) || !r.namesPeople()) // "Increase sales in the north"
	}
	if c.classes&(vague|alters) != 0 && c.classes&(rises|falls) == 0 && head.ofNoun(qualityNoun) {
		return false // "Strengthen customer trust": nobody reads that off an instrument
	}
	return !r.at(c.object.start).is(determiner) && len(r.tokens)-c.start <= 5
}

// namesPeople reports whether anybody is named at all.
func (r *reading) namesPeople() bool {
	for i := range r.tokens {
		if r.tokens[i].ofNoun(personNoun) {
			return true
		}
	}
	return false
}

// nameOfNumber reports digits that are a name: #1, number 1, 24/7, 5-star.
func (r *reading) nameOfNumber(q *quantity) bool {
	before, next := r.at(q.at-1), r.at(q.end)
	plain := q.flags&(isPercent|isMoney|isDuration|isUnit|isPoints|isOutOf|isStep|isMultiple|isBound|isFrom|isTo) == 0
	closed := !next.plain() && next.kind != numberToken || next.is(preposition|conjunction) || next.pos == isAdverb
	if plain && closed && before.marked(rankWord) && q.value <= 10 {
		return true // "Top 3 in customer trust" is a place
	}
	if plain && closed && q.end == q.at+1 && !before.first && before.caps == initialCap && before.has(isNoun|isName) && before.noun&(metricNoun|actNoun|personNoun|problemNoun) == 0 && !before.is(preposition|determiner) {
		return true // "Route 66"
	}
	if plain && before.isForm(formSingular) && before.noun&(populationNoun|unitNoun|labelNoun) != 0 && before.noun&(metricNoun|actNoun|problemNoun) == 0 && (closed || next.is(copula|modal) || next.has(isVerb) && next.isForm(formBase|formThird)) {
		return true // "Nights on ward 6 are calm"
	}
	return before.isMark("#") || before.ofNoun(labelNoun) && q.flags&isPercent == 0 && q.end >= len(r.tokens)
}

// asUsual finds objectives that hold what is: keep, maintain, continue.
func (r *reading) asUsual() bool {
	c := &r.clause
	if c.shape == shapeOrder && r.usualOrder() {
		if r.praised() || r.purpose() && !r.at(c.start+1).is(toWord) {
			return false
		}
		r.signAt(BusinessAsUsual, "keeps-what-is", Likely, Warning, r.verbAndHead())
		return true
	}
	for i := range r.tokens {
		if r.tokens[i].marked(usualWord) {
			r.sign(BusinessAsUsual, "keeps-what-is", Likely, Warning, i)
			return true
		}
	}
	return r.comesRound()
}

// comesRound reports work that comes round again: "Run the monthly payroll", "Regular
// maintenance of the lifts".
func (r *reading) comesRound() bool {
	c := &r.clause
	if r.seen.mark&routine == 0 || r.praised() || r.purpose() || r.namesPeople() && c.shape != shapeOrder {
		return false
	}
	p := c.object
	switch {
	case c.shape == shapeOrder && c.classes&(worker|serves|causes|offers) != 0:
	case c.shape == shapePhrase, c.shape == shapeNone:
		p = phraseRange{start: c.start, head: c.start + 1}
		if r.at(c.start).has(isNoun) && r.at(c.start+1).is(ofWord) {
			p.head--
		}
		for r.modifies(p.head) && p.head < c.start+4 {
			p.head++
		}
	default:
		return false
	}
	head := r.at(p.head)
	if p.head < 0 || head.noun&(metricNoun|awardNoun) != 0 || head.ofNoun(personNoun) && !head.ofNoun(populationNoun) && !head.marked(selfWord) {
		return false
	}
	work := c.shape == shapeOrder || head.noun&(activityNoun|projectNoun|artefactNoun) != 0 || r.doing(p.head) || head.noun == 0 && r.wordCount() <= 5
	for i := p.start; i <= p.head && work; i++ {
		if r.at(i).marked(routine) && (i < p.head || c.shape == shapeOrder && c.classes&causes != 0 || i == c.start && r.at(i+1).is(ofWord)) {
			r.sign(BusinessAsUsual, "comes-round", Likely, Warning, i, p.head)
			return true
		}
	}
	return false
}

// usualOrder reports an order to go on: "Keep …", "Continue to …", "Handle …".
func (r *reading) usualOrder() bool {
	c := &r.clause
	if r.at(c.start).ofVerb(usual) && r.at(c.start+1).is(toWord) && c.start+2 < len(r.tokens) {
		return true
	}
	if next := r.at(c.start + 1); r.at(c.start).ofVerb(usual) && r.at(c.start).ofVerb(keeps) && next.isForm(formIng) && next.verb&(chore|serves|makes) != 0 && next.verb&touches == 0 {
		return true // "Keep paying salaries"
	}
	return r.at(c.verb).ofVerb(usual) && (c.classes&keeps != 0 || r.runsOn())
}

// runsOn reports work that goes on anyway: "Handle customer requests", "Execute the
// marketing plan".
func (r *reading) runsOn() bool {
	c := &r.clause
	if c.classes&(serves|acts) == 0 || c.object.head < 0 || c.object.quantity > 0 || r.purpose() {
		return false
	}
	return r.at(c.object.head).noun&(populationNoun|artefactNoun|activityNoun|actNoun) != 0
}
