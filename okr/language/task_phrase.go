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
		if counts == ofOwnWork && head.isForm(formPlural) && r.hasPair() && !r.percentAnywhere() && head.noun&(actNoun|metricNoun|populationNoun|problemNoun|personNoun) == 0 && !r.continuousLevel() {
			return verdict{VolumeOfActivity, "counts-own-work", Likely, []int{p.head}}
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
		return verdict{Deliverable, "project-noun", Likely, []int{p.head}}
	case counts == ofOwnWork && head.ofNoun(activityNoun):
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
func (r *reading) countAndHead(p *phraseRange) []int {
	if p.quantity > 0 {
		return []int{r.quantities[p.quantity-1].at, p.head}
	}
	return []int{p.head}
}

// clause of its own.
