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
	if v, decided := r.phraseFirst(p, counts); decided {
		return v
	}
	if r.hasPair() || r.within() || r.effectLevel() {
		if counts == ofOwnWork && head.isForm(formPlural) && r.hasPair() && !r.percentAnywhere() && !r.perOtherBehind(p) && !r.takenBefore(p) && head.noun&(actNoun|metricNoun|populationNoun|problemNoun|personNoun|spanNoun) == 0 && !r.continuousLevel() {
			return verdict{VolumeOfActivity, "counts-own-work", Likely, tokensOf(p.head)}
		}
		return result
	}
	if counts == ofOwnWork && q == 0 && !head.ofNoun(activityNoun) && r.countsOthers(p.end) {
		return result // "Podcast: 5,000 downloads per episode"
	}
	if counts == ofOwnWork && !r.continuousLevel() {
		// a rate or a bound of things made is still a count of work
	} else if r.graded() && (counts != ofOwnWork || q == 0 || r.quantities[q-1].graded()) && (counts != ofProject || r.pointsTold()) {
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
	case !r.hasLevel() && !r.universal() && !r.allLike(p) && head.noun&(metricNoun|qualityNoun|actNoun|personNoun|problemNoun|dealNoun|awardNoun) == 0 && !r.compares():
		return verdict{Deliverable, "names-a-thing", Hint, tokensOf(p.head)}
	}
	return result
}

// phraseFirst decides what can be told before the levels are looked at: stages of
// work, ceilings, less of something, activities held.
func (r *reading) phraseFirst(p *phraseRange, counts counted) (v verdict, decided bool) {
	head := r.at(p.head)
	if r.stageOfWork(p) {
		return verdict{Deliverable, "project-noun", Likely, tokensOf(p.head)}, true
	}
	if !r.hasLevel() && r.movedOnto(p) {
		return verdict{Deliverable, "names-a-thing", Likely, tokensOf(p.head, p.end)}, true
	}
	if q := p.quantity; q > 0 && (r.quantities[q-1].is(isSpelled|isAtMost) && r.quantities[q-1].value == 0 || r.quantities[q-1].is(isAtMost) && !r.quantities[q-1].is(isDuration)) {
		return result, true // "Zero unpatched packages", "At most 5 hotfixes a month"
	}
	if k := r.quantityIndex(p.end + 1); k > 0 && r.at(p.end).is(atMost) && r.quantities[k-1].is(isAtMost) && r.quantities[k-1].flags&(isDuration|isDeadline|isWithin|isDate) == 0 {
		return result, true // "Missed collections below 3 per 10,000"
	}
	if r.levelBehindColon() && !head.ofNoun(progressNoun|projectNoun) || head.ofNoun(spanNoun) && r.at(p.end).is(perWord) && r.hasLevel() || r.wayMeasured() || r.swiftFor() {
		return result, true // "Call to arrival: 12 minutes in 90 % of cases"
	}
	if m := &r.measure; r.seen.word&fewerWord != 0 || m.HasBaseline && m.HasTarget && m.Target < m.Baseline {
		return result, true // "Fewer meetings"
	}
	if from, to, _, known := r.ends(); known && to < from {
		return result, true // "Reports delivered late: from 9 to 1"
	}
	if head.ofNoun(activityNoun) && counts == ofOwnWork && r.heldOnce(p) {
		return verdict{OutputKeyResult, "activity-noun", Likely, r.countAndHead(p)}, true
	}
	return result, false
}

// heldOnce reports that an activity is named, perhaps with how many there are to be,
// who takes part and how long it lasts, and nothing that it brings: "Workshop on data
// quality", "Interviews with 12 suppliers", "Training for all shifts (2 days)". What
// is counted week by week is a volume.
func (r *reading) heldOnce(p *phraseRange) bool {
	if r.at(p.head).noun&(metricNoun|actNoun|problemNoun|populationNoun|dealNoun) != 0 && p.quantity == 0 && r.hasLevel() {
		return false
	}
	for i := range r.quantities {
		q := &r.quantities[i]
		length := q.is(isDuration) && q.flags&(isBound|isWithin|isStep) == 0 && i != p.quantity-1
		if q.pair > 0 || q.measures() && (q.flags&(isPercent|isPoints|isMoney|isUnit|isRate|isMultiple|isStep|isWithin) != 0 || q.is(isAtMost) || q.is(isBound) && i != p.quantity-1 || q.is(isDuration) && i == p.quantity-1) && !length {
			return false
		}
		if i != p.quantity-1 && q.measures() && !length && !r.at(q.at-1).is(withWord) && !q.is(isSpelled) {
			return false // what it brings: "Webinar: 300 registrations"
		}
	}
	for i := p.end; i < len(r.tokens); i++ {
		if t := r.at(i); t.is(perWord) && !t.is(article) && !t.is(quantifier) || t.is(frequency|effect) && !t.is(determiner) {
			return false
		}
	}
	for i := p.start; i < p.head; i++ {
		if r.at(i).is(frequency | perWord) {
			return true // "Weekly meeting with the agency": that it is held
		}
	}
	return p.counted == 0
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

// pointsTold reports a level in points, as marks have it: "at 4.5 of 5".
func (r *reading) pointsTold() bool {
	for i := range r.quantities {
		if q := &r.quantities[i]; q.measures() && q.is(isPoints) {
			return true
		}
	}
	return false
}

// allLike reports how all of them are to be: "All invoices correct".
func (r *reading) allLike(p *phraseRange) bool {
	like := r.at(r.skipAdverbs(p.end))
	return r.at(p.start).is(quantifier) && like.plain() && like.pos == isAdjective && !like.is(done)
}

// perOtherBehind reports "per child" right behind a phrase, or behind the phrases that
// belong to it: "Minutes of reading per pupil".
func (r *reading) perOtherBehind(p *phraseRange) bool {
	for i := p.end; i < len(r.tokens) && r.quantityIndex(i) == 0 && !r.at(i).isMark(":"); i++ {
		if r.perOther(i) {
			return true
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
