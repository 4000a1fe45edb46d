package language

// aboutThing reports that the words of a pattern are about a product or a thing of
// the trade, and not about people at work: "points count towards the bonus card",
// "merchant payout at 80 % of stores", "annual review of the fire doors".
func (r *reading) aboutThing(reason string, first, last int) bool {
	product := r.lexicon.subjects.productPay
	switch reason {
	case "counts-attention", "counts-output":
		return r.attentionByTheWay(first, last) || r.otherAttention(first, last)
	case "development-of-one":
		return r.developsThing(first, last)
	case "tied-to-pay":
		for k := max(first-3, 0); k <= last+1; k++ {
			if k < first && r.markBetween(k, first) {
				continue
			}
			if r.at(k).theme.meets(product) {
				return true
			}
		}
		next := r.at(last + 1)
		return !next.is(preposition|conjunction) && next.has(isNoun) && !next.has(isVerb|isAdverb)
	case "payout-at-share", "pay-on-target":
		before := r.at(first - 1)
		if reason == "payout-at-share" && before.has(isNoun) && !before.theme.meets(r.lexicon.subjects.staff) {
			return true
		}
		q := r.quantityAt(last)
		if q == nil || !r.at(q.end).is(ofWord) {
			return false
		}
		p := r.nounPhrase(q.end+1, false)
		return p.head >= 0 && r.at(p.head).noun&(personNoun|populationNoun|actNoun|dealNoun) != 0
	case "yearly-appraisal":
		next := r.at(last + 1)
		if next.is(ofWord|byWord) || next.has(isNoun) && !next.is(preposition) {
			return true // of staff has a pattern of its own
		}
		return r.at(first-1).has(isNoun) && !r.at(first-1).is(preposition|determiner)
	case "adds-up":
		t, next := r.at(last), r.at(last+1)
		falls := r.clause.classes&falls != 0 || r.measure.HasBaseline && r.measure.HasTarget && r.measure.Target < r.measure.Baseline
		return falls || !t.isForm(formPlural) || t.ofNoun(problemNoun|spanNoun|metricNoun) || next.isMark("'") || next.has(isVerb) && next.isForm(formIng|formParticiple) && !next.isForm(formBase) ||
			next.has(isNoun) && !next.has(isVerb) && !next.is(preposition)
	}
	return false
}

// otherAttention reports that what looks like attention is something else: a cam
// follower, impressions of teeth; or that a clause without a number only tells what has
// become more.
func (r *reading) otherAttention(first, last int) bool {
	t, next := r.at(last), r.at(last+1)
	if begins := r.at(first); begins.theme.meets(r.lexicon.subjects.vanityStrict) && !begins.isForm(formPlural) && begins.has(isNoun) && r.wordsIn(begins) == 1 && !r.at(first+1).ofNoun(metricNoun) && first != last {
		return true
	}
	if first == last && !t.isForm(formPlural) && t.has(isNoun) && r.wordsIn(t) == 1 && !next.ofNoun(metricNoun) {
		return true
	}
	if next.is(negation) || next.is(copula|auxiliary) && r.at(last+2).is(negation) {
		return true // followers are not the point
	}
	if first == last && next.is(ofWord) && !r.at(last+2).is(possessive) && r.word(last+2) != "our" {
		return r.clause.shape == shapeClause || !r.countedHere(last)
	}
	return r.word(first) == "more" && r.clause.shape == shapeClause && len(r.quantities) == 0 && !r.at(r.clause.subject.head).is(we)
}

// developsThing reports that a plan of development is one for a place or a product:
// "the development plan for the harbour", "the town's development plan".
func (r *reading) developsThing(first, last int) bool {
	if r.word(first) == "personal" || r.word(first) == "individual" {
		return false
	}
	next, before := r.at(last+1), r.at(first-1)
	if next.is(ofWord) || next.theme.meets(r.lexicon.subjects.forWhom) {
		for k := last + 2; k <= last+5 && (r.continues(k) || r.at(k).is(determiner)); k++ {
			if t := r.at(k); r.workerAt(k) || t.theme.meets(r.lexicon.subjects.anybody.with(r.lexicon.subjects.staff).with(r.lexicon.subjects.human)) {
				return false
			}
		}
		return true
	}
	return before.plain() && before.has(isNoun) && !before.has(isVerb) && !before.is(preposition|determiner|conjunction) && !r.workerAt(first-1)
}

// thingOf reports that a timid pattern ends with what belongs to a thing: "a safe number
// of sheep", "a reserve of 20 blankets", "easy to reach by bus".
func (r *reading) thingOf(last int) bool {
	next := r.at(last + 1)
	if next.is(ofWord) {
		q := r.quantityAt(last + 2)
		return (q == nil || !q.is(isPercent)) && !r.at(last+2).theme.meets(r.lexicon.subjects.pointsBack)
	}
	return r.at(last).has(isVerb) && next.is(byWord)
}

// markBetween reports that a mark stands between two tokens, the first included.
func (r *reading) markBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if r.at(i).kind == markToken {
			return true
		}
	}
	return false
}

// attentionByTheWay reports that attention or output is not what a note aims at: the
// number is a share, or a clause tells what happened with it.
func (r *reading) attentionByTheWay(first, last int) bool {
	strict := r.lexicon.subjects.vanityStrict
	if r.actsItself(last) || r.actsItself(first) {
		return true
	}
	for i := first; i <= last; i++ {
		if r.tokens[i].theme.meets(strict) {
			return false
		}
		if q := r.quantityAt(i); q != nil && q.flags&(isPercent|isDate|isDeadline|isMoney|isDuration|isLabel|isAtMost) != 0 {
			return true
		}
	}
	if q := r.quantityAt(last + 1); q != nil && q.is(isPercent) && q.flags&isStep == 0 {
		return true
	}
	c := &r.clause
	const grows = rises | reaches | gains | makes | acts | serves | moves
	if c.shape != shapeClause || c.verb < 0 {
		return false
	}
	if c.classes&grows == 0 || c.classes&falls != 0 || first > 0 && r.at(first-1).is(agentWord) {
		return true
	}
	return false
}

// actsItself reports that the noun at i is followed by what these people do: "followers
// asked for", "visitors tried".
func (r *reading) actsItself(i int) bool {
	next := r.at(i + 1)
	return next.plain() && !next.first && next.has(isVerb) && !next.has(isNoun) && !next.is(copula|auxiliary|modal|preposition) && next.verb&(rises|reaches|gains|moves|falls) == 0 &&
		!next.theme.meets(r.lexicon.subjects.putOut.with(r.lexicon.subjects.anyUse).with(r.lexicon.subjects.qualityOf))
}
