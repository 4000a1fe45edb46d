package language

// decideClause decides a statement with a subject and a finite verb.
func (r *reading) decideClause() verdict {
	c := &r.clause
	subject := r.counts(&c.subject)
	if c.subject.start < len(r.tokens) && r.at(c.subject.start).is(we) {
		return result
	}
	object := r.counts(&c.object)
	switch {
	case object == ofOwnWork && c.classes&(makes|acts|keeps|gains) != 0 && !c.passive && !r.graded() && r.ownUnitActs():
		return verdict{OutputKeyResult, "team-does", Likely, []int{c.subject.head, c.verb, c.object.head}}
	case c.able && !r.hasLevel() && !r.hasWeasel():
		return verdict{Deliverable, "capability", Likely, []int{c.subject.head, c.verb}}
	case c.classes&offers != 0 && c.classes&(mover&^keeps) == 0 && !c.passive && object == ofOwnWork && subject != ofOthers && !r.graded() && !r.hasWeasel():
		return verdict{Deliverable, "has-own-work", Likely, []int{c.subject.head, c.verb, c.object.head}}
	case c.state >= 0 || c.passive && c.classes&(makes|acts|hires|watches) != 0:
		return r.decideState(subject)
	case c.classes&mover != 0 && c.classes&worker == 0:
		return r.decideMovingSubject(subject)
	case subject == ofOthers, subject == ofLevel, subject == ofTrouble, subject == ofDeals, subject == ofPopulation, subject == ofStaff:
		return result
	case c.classes&(offers|makes|acts) != 0 && !c.passive && !r.hasLevel() && !r.hasWeasel() && !r.universal():
		return verdict{Deliverable, "thing-can", Likely, []int{c.subject.head, c.verb}}
	case subject == ofOwnWork && c.classes&(acts|makes) != 0 && !r.graded2() && !r.hasPair():
		return verdict{OutputKeyResult, "activity-happens", Likely, []int{c.subject.head, c.verb}}
	}
	return result
}

// ownUnitActs reports that the subject is the organisation itself: a team, staff,
// a department by name.
func (r *reading) ownUnitActs() bool {
	c := &r.clause
	return c.subject.head >= 0 && !c.subject.share && r.at(c.subject.head).noun1(unitNoun)
}

// decideState decides "X is live", "X is implemented", "dashboards delivered".
func (r *reading) decideState(subject counted) verdict {
	c := &r.clause
	evidence := []int{c.subject.head, c.verb}
	if c.state >= 0 {
		evidence = append(evidence, c.state)
	}
	q := c.subject.quantity
	if r.within() || r.hasPair() || r.effectLevel() || q > 0 && r.quantities[q-1].is(isSpelled) && r.quantities[q-1].value == 0 {
		return result
	}
	q = c.subject.quantity
	percent := q > 0 && r.quantities[q-1].is(isPercent)
	switch {
	case percent && subject != ofOwnWork && subject != ofProject:
		return result
	case percent && subject == ofOwnWork && c.classes&uses == 0:
		return verdict{Deliverable, "state-of-work", Likely, evidence}
	case (subject == ofLevel || subject == ofTrouble || r.graded2()) && r.hasLevel():
		return result
	case c.passive && c.classes&uses != 0 && r.universal():
		return result
	case c.classes&uses != 0 && c.classes&(makes|acts|watches) == 0:
		return result
	case subject == ofOthers && (c.classes&(uses|gains) != 0 && c.state < 0 || c.state >= 0 && !c.passive && r.at(c.subject.head).isForm(formPlural)):
		return result
	case q > 0 && r.quantities[q-1].is(isBound) && r.quantities[q-1].value == 0:
		return result
	}
	return verdict{Deliverable, "state-of-work", Likely, evidence}
}

// decideMovingSubject decides "blog posts rise from 5 to 20".
func (r *reading) decideMovingSubject(subject counted) verdict {
	c := &r.clause
	if subject == ofOwnWork && c.classes&(rises|reaches) != 0 && r.at(c.subject.head).noun&(actNoun|metricNoun|populationNoun) == 0 && r.at(c.subject.head).isForm(formPlural) && !r.percentAnywhere() {
		return verdict{VolumeOfActivity, "counts-own-work", Likely, []int{c.subject.head, c.verb}}
	}
	return result
}

func (r *reading) percentAnywhere() bool {
	for i := range r.quantities {
		if r.quantities[i].is(isPercent) {
			return true
		}
	}
	return false
}

// decidePhrase decides a statement without a verb by what its head names.
func (r *reading) decidePhrase() verdict {
	c := &r.clause
	p := &c.subject
	if p.head < 0 {
		return result
	}
	head := r.at(p.head)
	q := p.quantity
	counts := r.counts(p)
	if q > 0 && r.quantities[q-1].is(isSpelled|isAtMost) && r.quantities[q-1].value == 0 {
		return result // "Zero unpatched packages"
	}
	if m := &r.measure; r.seen.word&fewerWord != 0 || m.HasBaseline && m.HasTarget && m.Target < m.Baseline {
		return result // "Fewer meetings"
	}
	if r.hasPair() || r.within() || r.effectLevel() {
		if counts == ofOwnWork && head.isForm(formPlural) && r.hasPair() && !r.percentAnywhere() && head.noun&(actNoun|metricNoun|populationNoun|problemNoun|personNoun) == 0 && !r.graded2() {
			return verdict{VolumeOfActivity, "counts-own-work", Likely, []int{p.head}}
		}
		return result
	}
	if counts == ofOwnWork && q == 0 && !head.noun1(activityNoun) && r.countsOthers(p.end) {
		return result // "Podcast: 5,000 downloads per episode"
	}
	if counts == ofOwnWork && !r.graded2() {
		// a rate or a bound of things made is still a count of work
	} else if r.graded() && (counts != ofOwnWork || q == 0 || r.quantities[q-1].graded()) && counts != ofProject {
		return result
	}
	switch {
	case counts == ofProject, head.noun1(projectNoun) && r.at(p.end).is(ofWord|toWord):
		return verdict{Deliverable, "project-noun", Likely, []int{p.head}}
	case counts == ofOwnWork && head.noun1(activityNoun):
		return verdict{VolumeOfActivity, "activity-noun", Likely, r.countAndHead(p)}
	case counts == ofOwnWork:
		return verdict{Deliverable, "deliverable-noun", Likely, r.countAndHead(p)}
	case counts == ofStaff:
		return verdict{OutputKeyResult, "staff-noun", Likely, r.countAndHead(p)}
	case head.isForm(formIng) && head.has(isVerb) && head.verb&worker != 0 && head.noun == 0:
		return verdict{OutputKeyResult, "verb-does", Likely, []int{p.head}}
	case !r.hasLevel() && head.noun&(artefactNoun|activityNoun|projectNoun) != 0 && r.at(p.end).is(preposition) && !r.compares():
		return verdict{Deliverable, "names-a-thing", Hint, []int{p.head}}
	case !r.hasLevel() && !r.universal() && head.noun&(metricNoun|qualityNoun|actNoun|personNoun|problemNoun|dealNoun|awardNoun) == 0 && !r.compares():
		return verdict{Deliverable, "names-a-thing", Hint, []int{p.head}}
	}
	return result
}

// compares reports a comparative: "shorter gaps", "more evening hours".
func (r *reading) compares() bool {
	for i := r.clause.start; i < len(r.tokens); i++ {
		if r.tokens[i].is(comparative) {
			return true
		}
	}
	return false
}

// countsOthers reports a quantity behind a token that counts people or their doing.
func (r *reading) countsOthers(from int) bool {
	for i := range r.quantities {
		q := &r.quantities[i]
		if q.at < from || !q.measures() || q.value < 10 && !q.graded() {
			continue
		}
		if p := r.nounPhrase(q.end, true); p.head >= 0 && r.at(p.head).noun&(actNoun|personNoun|dealNoun|metricNoun) != 0 && r.at(p.head).noun&(artefactNoun|activityNoun|staffNoun) == 0 {
			return true
		}
	}
	return false
}

// graded2 reports levels that no count of things has.
func (r *reading) graded2() bool {
	for i := range r.quantities {
		if q := &r.quantities[i]; q.measures() && q.flags&(isPercent|isMoney|isDuration|isUnit|isPoints|isOutOf) != 0 {
			return true
		}
	}
	return false
}

func (r *reading) countAndHead(p *phraseRange) []int {
	if p.quantity > 0 {
		return []int{r.quantities[p.quantity-1].at, p.head}
	}
	return []int{p.head}
}

// innerClause decides what follows "ensure", "have", "get", "make sure": a
// clause of its own.
func (r *reading) innerClause() (verdict, bool) {
	outer := r.clause
	defer func() { r.clause = outer }()
	i := outer.verb + 1
	if r.at(i).is(relative) {
		i++
	}
	inner := &r.clause
	*inner = clause{verb: -1, state: -1, object: phraseRange{head: -1}, start: i}
	inner.subject = r.nounPhrase(i, true)
	if inner.subject.empty() {
		return result, false
	}
	inner.rest = inner.subject.end
	k := r.findFinite(inner.rest, inner.subject.head)
	if k < 0 && r.bareVerb(inner.rest) && !r.at(inner.rest).is(done) {
		k = inner.rest
	}
	switch {
	case k >= 0 && r.at(k).is(toWord):
		r.verbGroup(k)
	case k >= 0:
		r.verbGroup(k)
	case r.at(inner.rest).is(done):
		inner.shape, inner.state, inner.verb, inner.classes = shapeClause, inner.rest, outer.verb, being
	default:
		return result, false
	}
	v := r.decideClause()
	return v, true
}

// bareVerb reports the infinitive of "see a journal carry our figure".
func (r *reading) bareVerb(i int) bool {
	t := r.at(i)
	return t.has(isVerb) && t.isForm(formBase|formParticiple) && !t.is(copula)
}
