package language

// decideOrder decides a statement that begins with its verb.
func (r *reading) decideOrder() verdict {
	c := &r.clause
	v := c.classes
	object := r.counts(&c.object)
	switch {
	case r.signsOwn(object):
		return verdict{OutputKeyResult, "verb-does", Likely, r.verbAndHead()}
	case !r.hasLevel() && r.putsOnto():
		return verdict{OutputKeyResult, "verb-does", Likely, r.verbAndHead()}
	case c.passive, r.levelBehindColon(), r.wayMeasured(): // "Be quoted by two journals", "Answer the same day: 19 of 20"
		return result
	case object != ofOwnWork && object != ofProject && v&hires == 0 && r.swiftFor(), r.moreOfOthers(object):
		return result // "Set up in under 10 minutes for 9 of 10 shops"
	case c.ours && c.able && r.knowsAnswer():
		return result
	case v&causes != 0 && v&(worker|rises|falls) == 0:
		if inner, found := r.innerClause(); found {
			return inner
		}
		if r.prefersMover() {
			return r.decideMover(object)
		}
	case v&causes != 0 && object == ofOthers && (c.object.quantity > 0 || r.at(c.object.start).is(every)):
		return result // "Help 500 families out of debt"
	case v&causes != 0 && v&watches == 0 && c.object.head >= 0 && r.infinitive(c.object.end) && r.hasLevel():
		if inner, found := r.innerClause(); found {
			return inner // "Make the first train arrive before 5"
		}
	case v&(makes|uses) != 0 && r.fewerInObject():
		return result // "Print 40 percent fewer pages", "Use less water"
	case v&(mover|gains|keeps) != 0 && r.prefersMover():
		return r.decideMover(object)
	case v&(worker|serves) == 0 && v&(uses|offers|being|soft|vague) != 0 && (v&uses == 0 || c.ours):
		return result // "We know …" is a state, "Use …" is work
	}
	if v&soft != 0 && c.object.head >= 0 && r.at(c.object.head).ofNoun(qualityNoun) && r.meansCarryNumber() {
		return verdict{OutputKeyResult, "number-in-means", Likely, r.meansEvidence()}
	}
	if r.ownEffect(object) {
		return result
	}
	return verdict{OutputKeyResult, workReason(v), Likely, r.verbAndHead()}
}

// signsOwn reports one contract that the team itself puts its name to: "Sign a contract
// with a second courier". Several of them are customers won.
func (r *reading) signsOwn(object counted) bool {
	c := &r.clause
	if object != ofDeals || c.classes&sells == 0 || c.passive || r.hasLevel() || c.object.quantity > 0 {
		return false
	}
	verb, head := r.at(c.verb), r.at(c.object.head)
	return verb.ofVerb(uses) && verb.ofVerb(gains) && head.ofNoun(dealNoun) && !head.ofNoun(personNoun|awardNoun) && head.isForm(formSingular) && r.at(c.object.start).is(article|own) && !r.takenBefore(&c.object)
}

// moreOfOthers reports a relative change of what is not the team's own: "Handle 30 %
// more calls with the same crew".
func (r *reading) moreOfOthers(object counted) bool {
	q := r.clause.object.quantity
	if q == 0 || object == ofOwnWork || object == ofProject || r.clause.classes&(hires|watches) != 0 {
		return false
	}
	return r.quantities[q-1].is(isPercent|isMultiple) && r.at(r.quantities[q-1].end).is(comparative)
}

// knowsAnswer reports a question that the verb is about: "We can tell which … ", "We can
// say how long …".
func (r *reading) knowsAnswer() bool {
	i := r.clause.verb + 1
	if r.at(i).is(preposition) {
		i++
	}
	t := r.at(i)
	return r.clause.classes&(makes|hires) == 0 && t.is(subordinate|relative) && !t.is(article|possessive)
}

// putsOnto reports "Get the data team on Slack", "Get the warehouse onto the scanner
// app": who is to work with what.
func (r *reading) putsOnto() bool {
	c := &r.clause
	if c.classes&causes == 0 || c.object.head < 0 || r.at(c.object.head).noun&(unitNoun|staffNoun|populationNoun) == 0 {
		return r.lexicon.grammar.code == "en" && c.object.head >= 0 && c.classes&causes != 0 && r.word(c.object.end) == "onto"
	}
	w := r.word(c.object.end)
	return w == "on" || w == "onto"
}

// infinitive reports a bare verb: "arrive" in "Make the train arrive".
func (r *reading) infinitive(i int) bool {
	t := r.at(i)
	return t.has(isVerb) && t.isForm(formBase) && !t.has(isNoun|isAdjective) && !t.is(copula|preposition|done)
}

// fewerInObject reports that there is to be less of the object than there was.
func (r *reading) fewerInObject() bool {
	for i := r.clause.object.start; i < r.clause.object.head; i++ {
		if r.at(i).is(fewerWord) && !r.at(i).is(bound) {
			return true
		}
	}
	return false
}

// workReason is the reason that a verb of work gives.
func workReason(v uint32) string {
	switch {
	case v&hires != 0:
		return "verb-hires"
	case v&makes != 0:
		return "verb-makes"
	case v&watches != 0:
		return "verb-watches"
	}
	return "verb-does"
}

// verbAndHead are the tokens that an order's decision rests on.
func (r *reading) verbAndHead() evidence {
	return tokensOf(r.clause.verb, r.clause.object.head)
}

// prefersMover decides for verbs that both move a level and do work: "run",
// "hold", "deliver", "produce", "drive". What follows them tells.
func (r *reading) prefersMover() bool {
	c := &r.clause
	if c.classes&worker == 0 {
		return true
	}
	if c.object.head < 0 {
		q := c.object.quantity
		often := q > 0 && r.quantities[q-1].is(isRate|isMultiple) && r.quantities[q-1].flags&(isPercent|isMoney|isUnit|isStep|isDuration|isFrom|isTo) == 0
		return q > 0 && r.quantities[q-1].graded() && !(often && c.classes&(rises|falls) == 0) // "Post 3x a week"
	}
	switch r.counts(&c.object) {
	case ofTrouble:
		return r.hasLevel()
	case ofLevel:
		return r.hasLevel() || c.classes&(mover&^moves) != 0
	case ofOthers, ofDeals:
		return c.object.quantity > 0 && c.classes&gains != 0
	case ofOwnWork, ofStaff:
		return false
	}
	return c.classes&alters != 0 && c.classes&makes == 0
}

// decideMover decides for verbs whose object is a level or others' doing: only
// an object of the team's own makes work of them.
func (r *reading) decideMover(object counted) verdict {
	c := &r.clause
	if r.meansCarryNumber() {
		return verdict{OutputKeyResult, "number-in-means", Likely, r.meansEvidence()}
	}
	q := c.object.quantity
	switch {
	case c.classes&(rises|reaches|gains) != 0 && c.classes&falls == 0 && r.pairOfOwnWork():
		return verdict{VolumeOfActivity, "counts-own-work", Likely, r.verbAndHead()}
	case object == ofOwnWork && c.classes&falls == 0 && !r.feeds() && (c.object.counted > 0 && r.hasLevel() || q > 0 && !r.quantities[q-1].is(isPercent|isAtMost)):
		return verdict{VolumeOfActivity, "counts-own-work", Likely, r.verbAndHead()}
	case object == ofOwnWork && c.classes&(reaches|gains|causes) != 0 && c.classes&alters == 0 && !r.graded():
		return verdict{Deliverable, "reaches-own-work", Likely, r.verbAndHead()}
	case object == ofOwnWork && !r.hasLevel() && r.changesOwnWork():
		return verdict{OutputKeyResult, "changes-own-work", Hint, r.verbAndHead()}
	case object == ofStaff && c.classes&(gains|causes) != 0 && c.classes&mover == 0 && q > 0 && !r.graded():
		return verdict{OutputKeyResult, "verb-hires", Likely, r.verbAndHead()}
	case object == ofProject && c.classes&(reaches|gains|causes) != 0 && !r.graded():
		return verdict{Deliverable, "reaches-own-work", Likely, r.verbAndHead()}
	case c.classes&(sells|serves) == sells|serves && !r.hasLevel() && q == 0 && r.at(c.object.head).ofNoun(populationNoun) && r.at(c.object.start).is(article|possessive) && !r.at(c.object.head).ofNoun(problemNoun):
		return verdict{OutputKeyResult, "verb-does", Likely, r.verbAndHead()} // "Close the branches in the north"
	case c.classes&moves != 0 && c.classes&(mover&^moves|gains) == 0 && !r.hasLevel():
		return verdict{OutputKeyResult, "verb-does", Likely, r.verbAndHead()}
	}
	return result
}

// feeds reports that others are served with what is counted: "We serve 400 dinners a
// day".
func (r *reading) feeds() bool {
	c := &r.clause
	return c.classes&serves != 0 && c.classes&gains != 0 && c.classes&(makes|acts) == 0 && r.graded()
}

// changesOwnWork reports that a thing of the team's own is to be improved,
// extended, cut: "Improve the handbook". What could also be others' doing is left
// alone.
func (r *reading) changesOwnWork() bool {
	c := &r.clause
	head := r.at(c.object.head)
	if head.noun&(metricNoun|actNoun|problemNoun|personNoun|populationNoun) != 0 {
		return false
	}
	return c.classes&(alters|rises|moves) != 0 || c.classes&falls != 0 && head.ofNoun(artefactNoun)
}

// ownEffect reports whether an order of work tells a level that is not its own
// output: "Deliver an NPS of 50", "Resolve 90 % of requests within a day",
// "Coach teams so that waiting time falls from 9 to 4 days".
func (r *reading) ownEffect(object counted) bool {
	c := &r.clause
	if r.effectLevel() {
		return true
	}
	q := c.object.quantity
	switch {
	case c.classes&(watches|hires) == 0 && object != ofOwnWork && object != ofProject && r.shareFirst():
		return true // "Place 50 of 60 young people", "Turn one in five visitors into a regular"
	case c.classes&serves != 0 && c.classes&(makes|hires) == 0 && object != ofProject && r.inMostCases():
		return true // "Collect bins on the planned day in 99 % of streets"
	case c.classes&serves != 0 && c.classes&hires == 0 && r.shareFirst() && r.at(c.object.head).ofNoun(populationNoun) && r.at(c.object.head).noun&progressNoun == 0 && !r.at(c.verb).marked(completion):
		return true // "Clear 95 of 100 customs forms"
	case c.classes&(makes|watches|hires|acts) == 0 && r.shareReached():
		return true // "Find homes for 90 percent of dogs"
	case c.classes&watches != 0 && c.classes&(serves|gains) == 0:
		return false
	case object == ofLevel && c.classes&(hires) == 0 && c.classes&acts == 0:
		return r.hasLevel()
	case q > 0 && r.quantities[q-1].is(isPercent) && (c.object.share || c.object.head >= 0) && object != ofOwnWork && object != ofProject:
		return true
	case q > 0 && r.quantities[q-1].is(isPercent) && c.object.share && r.at(c.object.head).ofNoun(populationNoun|personNoun):
		return true
	case c.classes&serves != 0 && object != ofOwnWork && (r.within() || q > 0 && r.quantities[q-1].is(isRate|isUnit)):
		return true
	case c.classes&serves != 0 && c.classes&(makes|watches|hires) == 0 && q > 0 && r.quantities[q-1].is(isPercent):
		return true // "We answer 9 of 10 letters in the week they come in"
	case c.classes&gains != 0 && (q > 0 || r.graded()) && (object == ofOthers || object == ofDeals || q > 0 && r.quantities[q-1].is(isMoney) || object == ofNothing && r.perOtherNear()):
		return true
	}
	return false
}

// perOtherNear reports that the object is counted for each of those who have it: "400
// litres of water per guest".
func (r *reading) perOtherNear() bool {
	for i := r.clause.object.end; i < r.clause.object.end+5; i++ {
		if r.perOther(i) {
			return true
		}
	}
	return false
}

// inMostCases reports in how many of all cases something is done: "in 99 % of streets".
func (r *reading) inMostCases() bool {
	for k := range r.quantities {
		q := &r.quantities[k]
		if q.at <= r.clause.rest || !q.is(isPercent) || q.is(isStep) || r.word(q.at-1) != "in" {
			continue
		}
		if q.is(isOutOf) || r.at(q.end).is(ofWord) {
			return true
		}
	}
	return false
}

// shareFirst reports a share right behind the verb: "9 of 10 …".
func (r *reading) shareFirst() bool {
	for i := r.clause.verb + 1; i <= r.clause.verb+2; i++ {
		if k := r.quantityIndex(i); k > 0 {
			q := &r.quantities[k-1]
			return q.is(isOutOf) && !q.is(isStep) && q.measures()
		}
	}
	return false
}

// shareReached reports for how many of all something is done: "for 90 percent of dogs".
func (r *reading) shareReached() bool {
	for k := range r.quantities {
		q := &r.quantities[k]
		if q.at <= r.clause.verb || !q.is(isPercent) || q.is(isStep) || !q.measures() || !r.at(q.at-1).is(preposition) || !q.is(isOutOf) && !r.at(q.end).is(ofWord) {
			continue
		}
		i := q.end
		if r.at(i).is(ofWord) {
			i++
		}
		if p := r.nounPhrase(i, true); p.head >= 0 && r.at(p.head).isForm(formPlural) && r.at(p.head).noun&(progressNoun|artefactNoun|activityNoun|projectNoun) == 0 {
			return true
		}
	}
	return false
}

// pairCountsOwnWork reports whether the pair counts what the team makes.
func (r *reading) pairCountsOwnWork(q *quantity) bool {
	c := &r.clause
	if q.flags&(isPercent|isMoney|isDuration|isUnit|isPoints) != 0 {
		return false
	}
	p := r.nounPhrase(q.end, false)
	if p.head >= 0 {
		return r.counts(&p) == ofOwnWork
	}
	return c.object.counted > 0 && r.counts(&c.object) == ofOwnWork
}

// pairOfOwnWork reports "from 50 to 200 articles".
func (r *reading) pairOfOwnWork() bool {
	for i := range r.quantities {
		if q := &r.quantities[i]; q.is(isTo) && q.pair > 0 {
			p := r.nounPhrase(q.end, false)
			return p.head >= 0 && r.counts(&p) == ofOwnWork && r.pairCountsOwnWork(q)
		}
	}
	return false
}

// counted: "shorten the queue by answering 80 letters".
