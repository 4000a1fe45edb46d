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
	if r.ownEffect(object) {
		return result
	}
	reason := "verb-does"
	switch {
	case v&hires != 0:
		reason = "verb-hires"
	case v&makes != 0:
		reason = "verb-makes"
	case v&watches != 0:
		reason = "verb-watches"
	}
	return verdict{OutputKeyResult, reason, Likely, r.verbAndHead()}
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
	case object == ofOwnWork && (c.classes&(alters|rises|moves) != 0 || c.classes&falls != 0 && r.at(c.object.head).noun1(artefactNoun)) && !r.hasLevel() && r.at(c.object.head).noun&(metricNoun|actNoun|problemNoun|personNoun|populationNoun) == 0:
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
	case q > 0 && r.quantities[q-1].is(isPercent) && c.object.share && r.at(c.object.head).noun1(populationNoun|personNoun):
		return true
	case c.classes&serves != 0 && object != ofOwnWork && (r.within() || q > 0 && r.quantities[q-1].is(isRate|isUnit)):
		return true
	case c.classes&gains != 0 && (q > 0 || r.graded()) && (object == ofOthers || object == ofDeals || q > 0 && r.quantities[q-1].is(isMoney)):
		return true
	}
	return false
}

// within reports a bound of time or a rate: how fast, how often.
func (r *reading) within() bool {
	for i := range r.quantities {
		if q := &r.quantities[i]; q.measures() && q.is(isDuration) && q.is(isBound) || q.is(isWithin) || q.measures() && q.is(isPercent) && q.is(isAtMost|isAtLeast) {
			return true
		}
	}
	return false
}

func (r *reading) hasPair() bool {
	for i := range r.quantities {
		if r.quantities[i].pair > 0 {
			return true
		}
	}
	return false
}

// graded reports whether any quantity is more than a plain count.
func (r *reading) graded() bool {
	for i := range r.quantities {
		if r.quantities[i].graded() && !(r.quantities[i].is(isBound) && r.quantities[i].flags&(isPercent|isPoints|isMoney|isDuration|isUnit|isRate|isOutOf|isFrom|isTo|isMultiple|isAtMost) == 0) {
			return true
		}
	}
	return false
}

// effectLevel reports whether a pair of levels, or a level behind "so that",
// "until", "resulting in", tells the effect of the work.
func (r *reading) effectLevel() bool {
	effectAt := -1
	for i := r.clause.rest; i < len(r.tokens); i++ {
		if r.tokens[i].is(effect) && !r.isDeadlinePhrase(i) {
			effectAt = i
			break
		}
	}
	for i := range r.quantities {
		q := &r.quantities[i]
		switch {
		case q.pair > 0 && !r.pairCountsOwnWork(q):
			return true
		case effectAt >= 0 && q.at > effectAt && q.measures() && !q.is(isStep) && q.flags&(isPercent|isPoints|isMoney|isDuration|isUnit|isAtMost|isOutOf|isMultiple) != 0 && !r.relativeChange(q):
			return true
		case q.is(isPercent) && q.at > r.clause.rest && !q.is(isStep) && r.at(q.end).noun1(metricNoun|actNoun) && !r.relativeChange(q) && r.at(q.at-1).is(preposition):
			return true
		case q.at >= r.clause.rest && q.measures() && q.pair == 0 && (r.withPeople(q) || r.fasterBy(q) || r.bringing(q)):
			return true
		}
	}
	return false
}

// fasterBy reports "30 % faster": the work is measured itself.
func (r *reading) fasterBy(q *quantity) bool {
	return q.is(isPercent|isMultiple|isDuration) && r.at(q.end).is(comparative)
}

// bringing reports ", reaching 5,000 customers": a level behind a participle that
// tells what the work brings.
func (r *reading) bringing(q *quantity) bool {
	for i := max(r.clause.rest, q.at-4); i < q.at; i++ {
		t := r.at(i)
		if !t.isForm(formIng) || t.verb&(reaches|gains|rises|falls) == 0 || t.verb&worker != 0 || r.at(i-1).is(means) {
			continue
		}
		p := r.nounPhrase(q.end, false)
		return !q.is(isStep) && (q.graded() && !r.relativeChange(q) || p.head >= 0 && r.at(p.head).noun&(personNoun|actNoun|dealNoun) != 0)
	}
	return false
}

// withPeople reports "with 250 guests each", "with €100k revenue".
func (r *reading) withPeople(q *quantity) bool {
	if !r.at(q.at - 1).is(withWord) {
		return false
	}
	if q.is(isMoney) {
		return true
	}
	if q.is(isSpelled) || q.value < 10 {
		return false // "a pilot with three schools"
	}
	p := r.nounPhrase(q.at, false)
	return p.head >= 0 && r.at(p.head).noun1(personNoun) && !r.at(p.head).noun1(staffNoun)
}

// relativeChange reports "a 15 % increase": a change without its levels.
func (r *reading) relativeChange(q *quantity) bool {
	for i := q.end; i < q.end+3 && i < len(r.tokens); i++ {
		if w := r.at(i); w.noun1(metricNoun) && w.verb&(rises|falls) != 0 || w.is(comparative) {
			return true
		}
	}
	return false
}

func (r *reading) isDeadlinePhrase(i int) bool {
	q := r.quantityAt(i + 1)
	return q != nil && q.is(isDate) || r.at(i+1).noun1(deadlineNoun|monthNoun)
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

// meansCarryNumber reports a change without a level of its own whose means are
// counted: "shorten the queue by answering 80 letters".
func (r *reading) meansCarryNumber() bool {
	i := r.meansAt()
	if i < 0 {
		return false
	}
	for k := range r.quantities {
		q := &r.quantities[k]
		if q.measures() && (q.at < i || q.graded()) {
			return false
		}
	}
	return r.hasLevel() || r.clause.classes&alters != 0
}

// meansAt is the "by" of "by answering letters", or -1.
func (r *reading) meansAt() int {
	for i := r.clause.rest; i+1 < len(r.tokens); i++ {
		if !r.tokens[i].is(means) {
			continue
		}
		next := r.at(r.skipAdverbs(i + 1))
		if p := r.nounPhrase(i+1, false); p.quantity > 0 && p.head >= 0 && r.at(p.head).noun&(artefactNoun|activityNoun) != 0 && !r.quantities[p.quantity-1].is(isPercent) {
			return i
		}
		if next.has(isVerb) && next.isForm(formIng) && next.verb&(worker|gains|serves) != 0 {
			return i
		}
	}
	return -1
}

func (r *reading) meansEvidence() []int {
	i := r.meansAt()
	evidence := []int{r.clause.verb, i, r.skipAdverbs(i + 1)}
	return evidence
}
