package language

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
	if r.stageOfWork(p) {
		return verdict{Deliverable, "project-noun", Likely, tokensOf(p.head)}
	}
	if !r.hasLevel() && r.movedOnto(p) {
		return verdict{Deliverable, "names-a-thing", Likely, tokensOf(p.head, p.end)}
	}
	if q > 0 && r.quantities[q-1].is(isSpelled|isAtMost) && r.quantities[q-1].value == 0 {
		return result // "Zero unpatched packages"
	}
	if m := &r.measure; r.seen.word&fewerWord != 0 || m.HasBaseline && m.HasTarget && m.Target < m.Baseline {
		return result // "Fewer meetings"
	}
	if from, to, _, known := r.ends(); known && to < from {
		return result // "Reports delivered late: from 9 to 1"
	}
	if r.hasPair() || r.within() || r.effectLevel() {
		if counts == ofOwnWork && head.isForm(formPlural) && r.hasPair() && !r.percentAnywhere() && !r.perOther(p.end) && head.noun&(actNoun|metricNoun|populationNoun|problemNoun|personNoun) == 0 && !r.continuousLevel() {
			return verdict{VolumeOfActivity, "counts-own-work", Likely, tokensOf(p.head)}
		}
		return result
	}
	if counts == ofOwnWork && q == 0 && !head.ofNoun(activityNoun) && r.countsOthers(p.end) {
		return result // "Podcast: 5,000 downloads per episode"
	}
	if counts == ofOwnWork && !r.continuousLevel() {
		// a rate or a bound of things made is still a count of work
	} else if r.graded() && (counts != ofOwnWork || q == 0 || r.quantities[q-1].graded()) && counts != ofProject {
		return result
	}
	if counts == ofProject && !r.hasLevel() && r.claimed(p) {
		return result // "Faster handling of claims" claims a change
	}
	switch {
	case counts == ofProject, head.ofNoun(projectNoun) && r.at(p.end).is(ofWord|toWord):
		return verdict{Deliverable, "project-noun", Likely, tokensOf(p.head)}
	case counts == ofOwnWork && head.ofNoun(activityNoun):
		return verdict{VolumeOfActivity, "activity-noun", Likely, r.countAndHead(p)}
	case counts == ofOwnWork:
		return verdict{Deliverable, "deliverable-noun", Likely, r.countAndHead(p)}
	case counts == ofStaff:
		return verdict{OutputKeyResult, "staff-noun", Likely, r.countAndHead(p)}
	case head.isForm(formIng) && head.has(isVerb) && head.verb&worker != 0 && head.noun == 0:
		return verdict{OutputKeyResult, "verb-does", Likely, tokensOf(p.head)}
	case !r.hasLevel() && head.noun&(artefactNoun|activityNoun|projectNoun) != 0 && r.at(p.end).is(preposition) && !r.compares():
		return verdict{Deliverable, "names-a-thing", Hint, tokensOf(p.head)}
	case !r.hasLevel() && !r.universal() && head.noun&(metricNoun|qualityNoun|actNoun|personNoun|problemNoun|dealNoun|awardNoun) == 0 && !r.compares():
		return verdict{Deliverable, "names-a-thing", Hint, tokensOf(p.head)}
	}
	return result
}

// stageOfWork reports "Phase two of the rollout": a part of an undertaking.
func (r *reading) stageOfWork(p *phraseRange) bool {
	i := p.end
	if k := r.quantityIndex(i); k > 0 {
		i = r.quantities[k-1].end // "two"
	}
	if !r.at(p.head).ofNoun(labelNoun) || !r.at(i).is(ofWord) || r.hasPair() || r.percentAnywhere() {
		return false
	}
	of := r.nounPhrase(i+1, true)
	return of.head >= 0 && r.at(of.head).noun&(projectNoun|artefactNoun) != 0
}

// movedOnto reports "All teams on the new ticket system": people of the organisation
// and the thing that they are to use.
func (r *reading) movedOnto(p *phraseRange) bool {
	if w := r.word(p.end); w != "on" && w != "onto" && w != "in" || r.at(p.head).noun&(unitNoun|staffNoun) == 0 && w == "in" {
		return false
	}
	to := r.nounPhrase(p.end+1, true)
	if to.head < 0 || to.end < len(r.tokens) && !r.at(to.end).is(deadlineLead) {
		return false
	}
	for i := to.start; i < to.head; i++ {
		if r.at(i).is(own) {
			return r.at(p.head).noun&(unitNoun|staffNoun|personNoun) != 0
		}
	}
	return false
}

// perOther reports "per child", "per visitor": how much each of them has of it.
func (r *reading) perOther(i int) bool {
	t, of := r.at(i), r.at(i+1)
	return t.is(perWord) && !t.is(article) && of.ofNoun(personNoun) && !of.ofNoun(staffNoun|unitNoun)
}

// claimed reports a comparative inside a phrase.
func (r *reading) claimed(p *phraseRange) bool {
	for i := p.start; i < p.head; i++ {
		if r.at(i).is(comparative) && r.at(i).is(weasel) {
			return true
		}
	}
	return false
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

// countAndHead are the tokens that a phrase's decision rests on.
func (r *reading) countAndHead(p *phraseRange) evidence {
	if p.quantity > 0 {
		return tokensOf(r.quantities[p.quantity-1].at, p.head)
	}
	return tokensOf(p.head)
}

// clause of its own.
