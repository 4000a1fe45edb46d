package language

// matchPatterns adds a sign for every rule and reason whose pattern occurs; the first
// occurrence counts.
func (r *reading) matchPatterns(where scope) {
	from := 0
	if where == inTitles {
		from = r.labelled // "Key result 2:" names no subject
	}
	r.tryPatterns(from, where, func(p *pattern, i int) bool {
		r.matchAt(p, i, where)
		return true
	})
}

// anyPattern reports whether the words of any pattern occur.
func (r *reading) anyPattern(where scope) bool {
	return !r.tryPatterns(0, where, func(p *pattern, i int) bool {
		var places [8]int
		return !r.matchElements(p.elements, i, &places, 0)
	})
}

func (r *reading) matchAt(p *pattern, i int, where scope) {
	if r.signed(p.rule) || p.change && r.hasPair() || !p.unless.none() && r.sentenceHas(i, p.unless) {
		return
	}
	var places [8]int
	if !r.matchElements(p.elements, i, &places, 0) || r.denied(p, places[:len(p.elements)]) {
		return
	}
	severity := p.note
	if where == inTitles {
		severity = p.title
	}
	r.sign(p.rule, p.reason, Likely, severity, places[:len(p.elements)]...)
}

// denied reports that the statement says the opposite of a pattern: "bonuses are not
// tied to OKRs", "no individual goals", or that a thing is reviewed and not a person.
func (r *reading) denied(p *pattern, places []int) bool {
	rule, first, last := p.rule, places[0], places[len(places)-1]
	if r.aboutThing(p.reason, first, last) {
		return true
	}
	switch rule {
	case IndividualGoal, StackRanking, PerformanceRating, TeamCompetition:
		if r.at(first-1).is(noWord) || r.refuses(p, first, last) || p.reason == "owner-named" && r.addressesThem(last) {
			return true
		}
	case AppraisalCycle:
		if r.reviewsThing(last+1) || r.deniedAt(first) || r.plainReview(places) {
			return true
		}
	case TimidTarget:
		end := r.at(last)
		if r.thingOf(last) || r.at(first-1).theme.meets(r.lexicon.subjects.refuse) && !r.at(first-1).is(negation) {
			return true
		}
		return end.has(isNoun) && !end.has(isVerb) && r.at(last+1).has(isNoun) && !r.at(last+1).has(isVerb) && !r.at(last+1).first // "Low target temperature"
	case CompensationLink, PromotionLink:
		if r.deniedAt(first) || r.partOfThing(p, places) {
			return true
		}
	default:
		return false
	}
	for i := first; i < last; i++ {
		if t := &r.tokens[i]; t.marked(apart) || t.is(negation) && !t.is(noWord) && r.linksAfter(i) {
			return true
		}
	}
	return false
}

// addressesThem reports an order behind a colon: "Managers: keep it short".
func (r *reading) addressesThem(colon int) bool {
	next := r.at(colon + 1)
	return r.at(colon).isMark(":") && (next.has(isVerb) && !next.has(isNoun) && next.isForm(formBase) || r.lemma(colon+1) == "keep")
}

// linksAfter reports a verb that ties one thing to another right behind a
// negation, or at the end of the clause where verbs stand there.
func (r *reading) linksAfter(i int) bool {
	reach := 2
	if r.lexicon.grammar.inflects {
		reach = 6
	}
	link := r.lexicon.subjects.link
	for k := i + 1; k <= i+reach && !r.at(k).first; k++ {
		if t := r.at(k); t.theme.meets(link) && (t.has(isVerb) || t.isForm(formParticiple)) && !t.is(subordinate|preposition) {
			return true
		}
	}
	return false
}

// reviewsThing reports "of the database" behind a review.
func (r *reading) reviewsThing(i int) bool {
	if !r.at(i).is(ofWord) {
		return false
	}
	start := i + 1
	if r.at(i).is(article) { // the German genitive
		start = i
	}
	thing := false
	for k := start; k < start+4 && k < len(r.tokens) && !r.at(k).is(preposition|conjunction); k++ {
		n := r.at(k).noun
		if n&(personNoun|staffNoun|unitNoun) != 0 {
			return false
		}
		thing = thing || n&(artefactNoun|problemNoun|populationNoun) != 0
	}
	return thing
}

// matchElements matches the elements from a place on; the shortest gap wins.
func (r *reading) matchElements(elements []element, i int, places *[8]int, at int) bool {
	if len(elements) == 0 {
		return true
	}
	for k := i; k <= i+elements[0].gap && k < len(r.tokens) && at < len(places); k++ {
		if k > i && r.tokens[k].first || at > 0 && k == i && r.tokens[k].first {
			return false
		}
		if r.matchOne(&elements[0], k) {
			places[at] = k
			if r.matchElements(elements[1:], k+1, places, at+1) {
				return true
			}
		}
	}
	return false
}

func (r *reading) matchOne(e *element, i int) bool {
	t := &r.tokens[i]
	if e.capitals && t.caps != allCaps {
		return false
	}
	switch {
	case e.number:
		return t.kind == numberToken && (e.value == 0 || e.value == r.numbers[t.quantity-1].value)
	case e.colon && t.isMark(":="):
		return true
	case t.theme.meets(e.theme), t.noun&e.noun != 0, t.verb&e.verb != 0, t.word&e.word != 0:
		return true
	}
	for _, word := range e.words {
		if t.entry == word {
			return true
		}
	}
	return false
}

// sentenceHas reports whether a theme occurs anywhere in the sentence of a token.
func (r *reading) sentenceHas(i int, theme themes) bool {
	for k := i; k >= 0; k-- {
		if r.tokens[k].theme.meets(theme) {
			return true
		}
		if r.tokens[k].first {
			break
		}
	}
	for k := i + 1; k < len(r.tokens) && !r.tokens[k].first; k++ {
		if r.tokens[k].theme.meets(theme) {
			return true
		}
	}
	return false
}

func (r *reading) signed(rule string) bool {
	for i := range r.signs {
		if r.signs[i].Rule == rule {
			return true
		}
	}
	return false
}
