package language

// deniedAt reports that the sentence of a token says that nothing is tied to anything.
func (r *reading) deniedAt(i int) bool {
	from, to := r.sentence(i)
	return r.unties(&sentenceFacts{from: from, to: to}) || r.answeredNo(to)
}

// refuses reports that a sentence speaks against what a pattern from first to last
// says: "nobody build a ranking", "not to judge people".
func (r *reading) refuses(p *pattern, first, last int) bool {
	for k := first - 1; k >= first-4 && k >= 0 && !r.tokens[k+1].first; k-- {
		t := &r.tokens[k]
		if t.isMark(",:") {
			break
		}
		if t.is(negation) && !t.is(noWord) && !t.is(preposition) && p.reason != "beats-team" || t.theme.meets(r.lexicon.subjects.refuse) {
			return true
		}
	}
	for k := first + 1; k < last; k++ {
		if t := &r.tokens[k]; t.is(negation) && !t.is(noWord) && (r.at(k+1).is(toWord) || r.at(k+1).theme.meets(r.lexicon.subjects.forWhom)) {
			return true
		}
	}
	return false
}

// partOfThing reports that the word of pay or of career in a pattern belongs to
// something else.
func (r *reading) partOfThing(p *pattern, places []int) bool {
	subjects := &r.lexicon.subjects
	paid := subjects.income.with(subjects.pay).with(subjects.payStrict).with(subjects.promote)
	for k := range p.elements {
		if r.tokens[places[k]].theme.meets(paid) {
			if goal := r.sentenceHas(places[k], subjects.okr); r.belongsElsewhere(places[k], goal) {
				return true
			} else if goal && p.rule == CompensationLink {
				f := r.factsAt(places[k])
				return r.goalIsAbout(&f, places[k])
			}
			return false
		}
	}
	return false
}

// plainReview reports that a review in a pattern is one of objectives, as every cycle
// has it: nothing makes it a person's or a year's.
func (r *reading) plainReview(places []int) bool {
	for _, i := range places {
		if r.lemma(i) != "review" {
			continue
		}
		for k := i - 3; k <= i+3; k++ {
			if t := r.at(k); k != i && t.theme.meets(r.lexicon.subjects.yearly.with(r.lexicon.subjects.staff)) && !t.is(we) && r.word(k) != "our" && r.word(k) != "their" {
				return false
			}
		}
		return true
	}
	return false
}
