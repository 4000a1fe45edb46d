package language

// decideOrder decides a statement that begins with its verb.
func (r *reading) decideOrder() verdict {
	c := &r.clause
	v := c.classes
	object := r.counts(&c.object)
	switch {
	case c.passive: // "Be quoted by two journals"
		return result
	case v&causes != 0 && v&(worker|rises|falls) == 0:
		if inner, found := r.innerClause(); found {
			return inner
		}
		if r.prefersMover() {
			return r.decideMover(object)
		}
	case v&causes != 0 && object == ofOthers && c.object.quantity > 0:
		return result // "Help 500 families out of debt"
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
func (r *reading) verbAndHead() []int {
	evidence := []int{r.clause.verb}
	if r.clause.object.head >= 0 {
		evidence = append(evidence, r.clause.object.head)
	}
	return evidence
}

// prefersMover decides for verbs that both move a level and do work: "run",
// "hold", "deliver", "produce", "drive". What follows them tells.
func (r *reading) prefersMover() bool {
	c := &r.clause
	if c.classes&worker == 0 {
		return true
	}
	if c.object.head < 0 {
		return c.object.quantity > 0 && r.quantities[c.object.quantity-1].graded()
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
	case object == ofOwnWork && c.classes&falls == 0 && (c.object.counted > 0 && r.hasLevel() || q > 0 && !r.quantities[q-1].is(isPercent|isAtMost)):
		return verdict{VolumeOfActivity, "counts-own-work", Likely, r.verbAndHead()}
	case object == ofOwnWork && c.classes&(reaches|gains|causes) != 0 && c.classes&alters == 0 && !r.graded():
		return verdict{Deliverable, "reaches-own-work", Likely, r.verbAndHead()}
	case object == ofOwnWork && !r.hasLevel() && r.changesOwnWork():
		return verdict{OutputKeyResult, "changes-own-work", Hint, r.verbAndHead()}
	case object == ofStaff && c.classes&(gains|causes) != 0 && c.classes&mover == 0 && q > 0 && !r.graded():
		return verdict{OutputKeyResult, "verb-hires", Likely, r.verbAndHead()}
	case object == ofProject && c.classes&(reaches|gains|causes) != 0 && !r.graded():
		return verdict{Deliverable, "reaches-own-work", Likely, r.verbAndHead()}
	case c.classes&moves != 0 && c.classes&(mover&^moves|gains) == 0 && !r.hasLevel():
		return verdict{OutputKeyResult, "verb-does", Likely, r.verbAndHead()}
	}
	return result
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
	case c.classes&gains != 0 && (q > 0 || r.graded()) && (object == ofOthers || object == ofDeals || q > 0 && r.quantities[q-1].is(isMoney)):
		return true
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
