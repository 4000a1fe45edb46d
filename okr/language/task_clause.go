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
		return verdict{OutputKeyResult, "team-does", Likely, tokensOf(c.subject.head, c.verb, c.object.head)}
	case c.able && !r.hasLevel() && !r.hasWeasel():
		return verdict{Deliverable, "capability", Likely, tokensOf(c.subject.head, c.verb)}
	case c.classes&offers != 0 && c.classes&(mover&^keeps) == 0 && !c.passive && object == ofOwnWork && subject != ofOthers && !r.graded() && !r.hasWeasel():
		return verdict{Deliverable, "has-own-work", Likely, tokensOf(c.subject.head, c.verb, c.object.head)}
	case c.state >= 0 || c.passive && c.classes&(makes|acts|hires|watches) != 0:
		return r.decideState(subject)
	case r.doneWork(subject):
		return verdict{Deliverable, "state-of-work", Likely, tokensOf(c.subject.head, c.verb)}
	case c.classes&mover != 0 && c.classes&worker == 0:
		return r.decideMovingSubject(subject)
	case subject == ofOthers, subject == ofLevel, subject == ofTrouble, subject == ofDeals, subject == ofPopulation, subject == ofStaff:
		return result
	case c.classes&(offers|makes|acts) != 0 && !c.passive && !r.hasLevel() && !r.hasWeasel() && !r.universal():
		return verdict{Deliverable, "thing-can", Likely, tokensOf(c.subject.head, c.verb)}
	case subject == ofOwnWork && c.classes&(acts|makes) != 0 && !r.continuousLevel() && !r.hasPair():
		return verdict{OutputKeyResult, "activity-happens", Likely, tokensOf(c.subject.head, c.verb)}
	}
	return result
}

// doneWork reports that something was done to a thing and nothing else is said:
// "Uniforms ordered", "Roof of the hall repaired", or that a thing of the team's own
// exists. A verb that no list knows counts where the ending makes it one.
func (r *reading) doneWork(subject counted) bool {
	c := &r.clause
	t := r.at(c.verb)
	if r.hasLevel() || r.universal() || r.hasWeasel() || c.subject.head < 0 || c.able || r.lexicon.grammar.code != "en" {
		return false
	}
	if c.classes&being != 0 && !t.is(copula) && c.object.empty() {
		return subject == ofOwnWork && t.ofVerb(being) && t.verb&keeps == 0 && c.rest >= len(r.tokens)
	}
	if !c.passive || r.at(c.rest).is(agentWord) && r.nounPhrase(c.rest+1, true).head >= 0 && !r.dated() || subject == ofTrouble || subject == ofOthers {
		return false
	}
	return c.classes&(chore|wants) != 0 && c.classes&gains == 0 || c.classes == 0 && t.entry < 0 && r.phraseEnds(c.rest) && (!r.at(c.rest).plain() || r.dated()) && (subject == ofOwnWork || subject == ofProject || subject == ofNothing)
}

// ownUnitActs reports that the subject is the organisation itself: a team, staff,
// a department by name.
func (r *reading) ownUnitActs() bool {
	c := &r.clause
	return c.subject.head >= 0 && !c.subject.share && r.at(c.subject.head).ofNoun(unitNoun)
}

// decideState decides "X is live", "X is implemented", "dashboards delivered".
func (r *reading) decideState(subject counted) verdict {
	c := &r.clause
	evidence := tokensOf(c.subject.head, c.verb, c.state)
	q := c.subject.quantity
	if r.within() || r.hasPair() || r.effectLevel() || q > 0 && r.quantities[q-1].is(isSpelled) && r.quantities[q-1].value == 0 {
		return result
	}
	percent := q > 0 && r.quantities[q-1].is(isPercent)
	switch {
	case r.releasedTo(subject), c.passive && r.oneThingDone(subject):
		return verdict{Deliverable, "state-of-work", Likely, evidence}
	case percent && subject != ofOwnWork && subject != ofProject:
		return result
	case percent && subject == ofOwnWork && c.classes&uses == 0:
		return verdict{Deliverable, "state-of-work", Likely, evidence}
	case (subject == ofLevel || subject == ofTrouble || r.continuousLevel()) && r.hasLevel():
		return result
	case c.passive && c.classes&uses != 0 && r.universal() && (!r.at(c.subject.head).ofNoun(projectNoun) || !r.at(c.subject.head).isForm(formSingular)):
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

// releasedTo reports a thing of the team's own that has come to so and so many: "page
// deployed to 100 % of users". How far a release has got says nothing about what they
// do with it.
func (r *reading) releasedTo(subject counted) bool {
	c := &r.clause
	if subject != ofOwnWork || c.subject.quantity > 0 || !r.at(c.subject.head).ofNoun(artefactNoun) || r.anyWord(effect|agentWord) || r.hasPair() {
		return false
	}
	state := c.verb
	if c.state >= 0 {
		state = c.state
	}
	if t := r.at(state); !t.is(done) || t.has(isVerb) && t.verb&makes == 0 {
		return false
	}
	for i := range r.quantities {
		q := &r.quantities[i]
		if q.at < c.subject.end || !q.is(isPercent) || !r.at(q.end).is(ofWord) || !r.at(q.at-1).is(preposition) || r.at(q.at-1).is(bound) {
			continue
		}
		switch r.word(q.at - 1) {
		case "to", "for", "für", "bei", "an":
			to := r.nounPhrase(q.end+1, true)
			return to.head >= 0 && r.at(to.head).ofNoun(personNoun)
		}
	}
	return false
}

// oneThingDone reports a single thing that was sent off, chosen or asked for, and no
// number at all: "Grant application submitted", "Venue chosen".
func (r *reading) oneThingDone(subject counted) bool {
	c := &r.clause
	if c.classes&(makes|acts|sells) == 0 || c.classes&uses == 0 || subject == ofTrouble || subject == ofLevel || subject == ofQuality || r.hasLevel() || r.universal() || r.hasWeasel() || c.able || c.subject.quantity > 0 {
		return false
	}
	head := r.at(c.subject.head)
	if c.subject.head < 0 || !head.isForm(formSingular) || head.isForm(formPlural) || head.noun&(personNoun|metricNoun|problemNoun|qualityNoun) != 0 || r.at(c.rest).is(agentWord) || c.subject.share {
		return false
	}
	for i := c.verb + 1; i < len(r.tokens); i++ {
		if r.at(i).is(negation | noWord | zero | comparative | frequency) {
			return false
		}
	}
	return true
}

// decideMovingSubject decides "blog posts rise from 5 to 20".
func (r *reading) decideMovingSubject(subject counted) verdict {
	c := &r.clause
	if subject == ofOwnWork && c.classes&(rises|reaches) != 0 && !r.takenUp() && r.at(c.subject.head).noun&(actNoun|metricNoun|populationNoun|spanNoun) == 0 && r.at(c.subject.head).isForm(formPlural) && !r.percentAnywhere() {
		return verdict{VolumeOfActivity, "counts-own-work", Likely, tokensOf(c.subject.head, c.verb)}
	}
	return result
}

// takenUp reports that the subject is told by what others do with it: "guides booked
// for a tour", "papers that other groups have repeated".
func (r *reading) takenUp() bool {
	c := &r.clause
	others, ours := r.takenBefore(&c.subject), false
	for i := max(c.subject.end, c.start+1); i < c.verb; i++ {
		t := r.at(i)
		switch {
		case r.perOther(i):
			return true // "Steps per resident"
		case t.is(we):
			ours = true
		case t.is(agentWord):
			if by := r.nounPhrase(i+1, true); !r.at(i+1).is(we) && !(by.head >= 0 && r.at(by.head).noun&(unitNoun|staffNoun) != 0) {
				return true
			}
			ours = true
		case i == c.subject.end && (t.is(withWord) || t.is(preposition) && t.is(negation)):
			return true // "events with a full house", "records without a gap"
		case t.isForm(formParticiple) && r.at(i+1).is(toWord):
			return true // "films shown to a full house"
		case t.is(relative) && (!t.is(determiner) || r.at(i-1).has(isNoun)):
			others = true
		case t.isForm(formParticiple) && t.verb&uses != 0 && t.verb&makes == 0:
			others = true
		}
	}
	return others && !ours
}

// takenBefore reports that a phrase says by a word in front of its noun what others do
// with the thing: "Redeemed vouchers", "Shared recipes".
func (r *reading) takenBefore(p *phraseRange) bool {
	for i := p.start; i < p.head; i++ {
		if t := r.at(i); t.isForm(formParticiple) && !t.isForm(formBase) && t.verb&uses != 0 && t.verb&makes == 0 {
			return true
		}
	}
	return false
}
