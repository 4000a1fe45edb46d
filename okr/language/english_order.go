package language

// worker are the classes of verbs that make an order a task.
const worker = makes | acts | watches | hires

// mover are the classes of verbs whose object is a level.
const mover = rises | falls | moves | alters | reaches | keeps

// startsOrder reports whether the token is the verb of an order and not a noun:
// "Test the app" against "Test coverage 40 → 70 %".
func (r *reading) startsOrder(i int) bool {
	t := r.at(i)
	if !t.plain() {
		return false
	}
	next := r.at(r.skipAdverbs(i + 1))
	if next.is(toWord) && t.has(isNoun) && t.isForm(formBase) && r.stepsToLevel(i) > 0 && t.verb&(makes|moves) == 0 {
		return false // "Call to arrival: 12 minutes"
	}
	if !t.has(isVerb) {
		return t.pos&isWord == 0 && t.noun == 0 && t.word == 0 && (t.form&formPlural == 0) && next.is(article|possessive) && !t.has(isAdverb)
	}
	switch {
	case t.marked(rankWord) && next.kind == numberToken:
		return false // "Top 3 sellers"
	case t.is(copula | modal | auxiliary):
		return t.isForm(formBase) && !t.is(modal)
	case t.isForm(formBase):
		return (t.verb != 0 || next.is(determiner)) && !r.nounReading(i)
	case t.isForm(formIng) && (r.at(i+1).isMark(",") && r.at(i+2).has(isNoun)):
		return false
	case t.isForm(formIng):
		return (t.verb != 0 || next.is(determiner)) && !r.nounReading(i)
	case t.isForm(formPast | formParticiple):
		return r.pastOrder(i)
	}
	return t.isForm(formThird) && t.onlyVerb() && next.has(isNoun|isAdjective|isWord) && !next.is(copula|modal)
}

// pastOrder tells "Released a new app" from "Registered borrowers".
func (r *reading) pastOrder(i int) bool {
	t, next := r.at(i), r.at(r.skipAdverbs(i+1))
	if next.is(determiner) || next.kind == numberToken {
		return true
	}
	if t.has(isAdjective) || t.verb&(worker|mover|gains) == 0 || next.is(preposition) {
		return false
	}
	if next.ofNoun(personNoun) && next.isForm(formPlural) && r.percentAnywhere() {
		return false // "Onboarded suppliers order within a week in 80 % of cases"
	}
	if next.has(isNoun) && next.isForm(formPlural) && r.percentAnywhere() && r.actsLater(i+2) {
		return false // "Submitted photos of damage arrive within a day in 90 % of cases"
	}
	return !r.nounReading(i)
}

// actsLater reports a finite verb of several before any number: what stands in front of
// it is its subject.
func (r *reading) actsLater(i int) bool {
	for ; i < len(r.tokens) && r.quantityIndex(i) == 0; i++ {
		t, before := r.at(i), r.at(i-1)
		if t.is(andWord|relative|subordinate) && !t.is(determiner) || t.isMark(".;:,") {
			return false
		}
		if t.onlyVerb() && t.isForm(formBase) && !t.isForm(formPast|formParticiple) && before.has(isNoun) && !before.is(toWord|modal|determiner) {
			return true
		}
	}
	return false
}

// nounReading reports whether a word that can be a verb is a noun here, alone or
// as the first part of a compound.
func (r *reading) nounReading(i int) bool {
	t := r.at(i)
	if next := r.at(i + 1); t.has(isNoun) && next.onlyVerb() && next.isForm(formThird) && !next.isForm(formPast) && r.subjectOfLevel(i, i+2) {
		return true // "Backup restores succeed within 30 minutes"
	}
	if next, after := r.at(i+1), r.at(i+3); t.has(isNoun) && next.has(isVerb) && next.isForm(formThird) && r.at(i+2).is(preposition) && (after.is(noWord|zero) || r.quantityNear(i+3, 1) && r.at(i+2).is(withWord)) {
		return true // "Audit ends with no finding"
	}
	end := i + 1
	for r.compoundPart(end) {
		end++
	}
	if end == i+1 {
		return t.has(isNoun) && r.nounAlone(i)
	}
	after := r.at(r.skipAdverbs(end))
	if last := r.at(end - 1); t.has(isNoun) && end > i+2 && last.has(isVerb) && last.isForm(formBase) && r.at(end-2).isForm(formPlural) && r.at(end).is(atMost|atLeast) && r.quantityNear(end+1, 1) {
		return true // "Care homes report fewer than two errors"
	}
	if t.verb&causes != 0 && !t.has(isNoun) {
		return false // "Let clinics order supplies"
	}
	if after.has(isVerb) && after.isForm(formThird) && !after.is(copula) || end > i+2 && r.actsAtEnd(end-1) {
		return true // "Test suite finishes in 7 minutes"
	}
	if after.is(copula|modal) && !after.is(toWord) || t.has(isNoun) && r.actsInside(i+1, end) {
		return t.has(isNoun)
	}
	if !t.isForm(formBase) && after.onlyVerb() && (after.isForm(formParticiple) && !r.continues(end+1) || t.verb&uses != 0 && after.isForm(formBase)) {
		return true // "Missing documents sent within a week", "Returning customers find …"
	}
	if t.has(isNoun) && (r.movesBehindPhrase(end) || r.subjectOfLevel(i, end) || r.described(end)) {
		return true // "Plan adherence in diabetes care rises to 65 %"
	}
	head := r.at(end - 1)
	if t.has(isNoun) && head.ofNoun(spanNoun) && head.isForm(formPlural) && r.at(end).is(perWord) && r.quantityNear(end+1, 6) {
		return true // "Build minutes per commit down to 6"
	}
	if head.noun&(metricNoun|problemNoun|actNoun|populationNoun) == 0 {
		return t.has(isNoun) && (head.noun&^qualityNoun == 0 && r.gradedAt(end) || r.movesNext(end) || head.noun == 0 && after.is(preposition) && r.levelFollows(end))
	}
	if t.verb&(rises|falls|alters) != 0 && !t.has(isAdjective) || t.verb&mover != 0 && !t.has(isAdjective) && end > i+2 {
		return false // "Increase revenue from …" is an order, "Win rate from …" is not
	}
	return r.levelFollows(end) || r.at(end).is(preposition) && r.levelFollows(r.behindPhrases(end))
}

// behindPhrases is the first token behind the phrases with a preposition that
// begin at a token.
func (r *reading) behindPhrases(i int) int {
	for steps := 0; steps < 3 && r.at(i).is(preposition) && !r.at(i).is(atMost|atLeast|fromWord|toWord); steps++ {
		p := r.nounPhrase(i+1, false)
		if p.quantity > 0 || p.empty() {
			return i
		}
		i = p.end
	}
	return i
}

// movesBehindPhrase reports that a compound goes on with a phrase and then moves:
// "… in diabetes care rises to 65 %".
func (r *reading) movesBehindPhrase(i int) bool {
	if !r.at(i).is(preposition) || !r.at(i-1).isForm(formSingular) {
		return false
	}
	k := r.nounPhrase(i+1, true).end
	return k > i+1 && r.movesNext(k) && r.at(k).isForm(formThird)
}

// subjectOfLevel reports that the compound from i up to end is the subject of a verb
// further on that tells a level: "Test drives booked online climb to 1,400",
// "Search results returned in under 300 ms", "Backup restores succeed within …".
func (r *reading) subjectOfLevel(i, end int) bool {
	plural, either := r.at(end-1).isForm(formPlural), r.at(end-1).onlyVerb() // "Test drives", which no list has as a noun
	for k := end; k < len(r.tokens) && k < end+8; k++ {
		t := &r.tokens[k]
		switch {
		case t.isMark(".;:!?,"), t.kind == arrowToken, t.kind == numberToken, t.is(toWord | andWord | relative | article | possessive | effect | subordinate | conjunction):
			return false
		case k == end && t.has(isVerb) && t.isForm(formParticiple) && (!t.isForm(formBase) || r.at(k+1).is(agentWord)) && r.levelBehind(k), k == end && t.has(isVerb) && t.isForm(formParticiple) && r.byShareOf(k):
			return true
		case !t.has(isVerb) || r.at(k-1).is(preposition|toWord) || k == end && t.isForm(formParticiple|formPast) && !t.isForm(formBase):
		case t.isForm(formThird) && !plural || t.isForm(formBase) && (plural || either):
			if t.verb&(rises|falls|reaches) != 0 && r.movesNext(k) || t.onlyVerb() && r.at(k+1).is(atMost|atLeast) && r.quantityNear(k+2, 1) {
				return true
			}
		}
	}
	return false
}

// byShareOf reports "by 8 of 9 members" behind a participle: how many of them did it.
func (r *reading) byShareOf(i int) bool {
	for k := range r.quantities {
		if q := &r.quantities[k]; q.at > i && q.is(isPercent) && q.measures() && r.at(q.at-1).is(agentWord) {
			return true
		}
	}
	return false
}

// levelBehind reports a level that no order has behind what its object is like:
// "requests granted within 4 hours", "chats resolved without a human: 45 %".
func (r *reading) levelBehind(i int) bool {
	for k := range r.quantities {
		q := &r.quantities[k]
		if q.at > i && q.measures() && !q.is(isStep) && (q.pair > 0 || q.flags&(isPercent|isWithin|isAtMost) != 0 || r.at(q.at-1).isMark(":")) {
			return true
		}
	}
	return false
}

// described reports "Plan members who use preventive care up to 55 %": people, told
// by what they do, and their share.
func (r *reading) described(end int) bool {
	head := r.at(end - 1)
	if !head.ofNoun(personNoun) || !head.isForm(formPlural) || !r.at(end).is(relative) {
		return false
	}
	for i := range r.quantities {
		if q := &r.quantities[i]; q.at > end && (q.pair > 0 || q.is(isPercent) && !q.is(isStep)) {
			return true
		}
	}
	return false
}

// actsInside reports a finite verb between nouns, in a statement that tells a
// level: "Search returns results in under 200 ms".
func (r *reading) actsInside(from, to int) bool {
	for k := from; k < to; k++ {
		if t := r.at(k); t.has(isVerb) && t.isForm(formThird) && r.at(k-1).isForm(formSingular) && r.objectFollows(k+1) && r.within() {
			return true
		}
	}
	return false
}

// actsAtEnd reports whether the last word of a compound is its verb: "Test suite
// runs in 7 minutes".
func (r *reading) actsAtEnd(i int) bool {
	t, next := r.at(i), r.at(i+1)
	return t.has(isVerb) && t.isForm(formThird) && r.at(i-1).isForm(formSingular) && (next.kind == numberToken || next.is(preposition|atMost|atLeast) && r.quantityNear(i+2, 2) && !r.isDay(i+2))
}

// compoundPart reports whether the token can continue a compound noun.
func (r *reading) compoundPart(i int) bool {
	t := r.at(i)
	if !t.plain() || t.is(determiner|preposition|conjunction|modal|copula|pronoun|bound|subordinate) {
		return false
	}
	return t.has(isNoun) || t.has(isAdjective) && r.at(i+1).has(isNoun) || t.pos == 0
}

// gradedAt reports a level that no order has, told as where a quality stands: "Test
// flakiness less than 0.5 % (2.3 % now)".
func (r *reading) gradedAt(i int) bool {
	for r.at(i).is(atMost|atLeast|bound) || r.at(i).isMark("<>≤≥=~") {
		i++
	}
	q := r.quantityAt(i)
	return q != nil && q.flags&(isPercent|isPoints|isOutOf) != 0 && q.flags&(isStep|isWithin) == 0 && q.measures() && (q.pair > 0 || q.is(isBound) || q.end >= len(r.tokens))
}

// levelFollows reports whether a measure is told its level here: an arrow, a
// comparator, "from", "per", a graded number, a verb of movement.
func (r *reading) levelFollows(i int) bool {
	for i < len(r.tokens) && r.at(i).aside {
		i++ // "Forecast error (MAPE) < 12 %"
	}
	t := r.at(i)
	if t.kind == arrowToken || t.is(atMost|atLeast) || t.isMark(":=") || t.is(perWord) && !t.is(article|frequency) {
		return true
	}
	if t.is(fromWord) && !t.is(determiner) {
		return r.quantityNear(i+1, 3)
	}
	if t.is(preposition) {
		q := r.quantityAt(i + 1) // "Share price at $40", "Plan adherence of 95 %"
		return q != nil && q.flags&(isPercent|isMoney|isDuration|isUnit|isOutOf|isPoints) != 0 && !q.is(isDate)
	}
	if q := r.quantityAt(i); q != nil {
		return q.flags&(isPercent|isMoney|isDuration|isUnit|isOutOf) != 0 || q.pair > 0 || q.end >= len(r.tokens)
	}
	return r.movesNext(i)
}

// movesNext reports whether a verb of movement follows as the finite verb.
func (r *reading) movesNext(i int) bool {
	t := r.at(i)
	return t.has(isVerb) && t.verb&(mover|gains) != 0 && !t.isForm(formIng) && (r.at(i+1).is(preposition|atMost|atLeast) || r.at(i+1).kind == numberToken)
}

// nounAlone decides for a single word that could be an order: "Churn < 2 %",
// "Launch of the app".
func (r *reading) nounAlone(i int) bool {
	t, next := r.at(i), r.at(i+1)
	switch {
	case next.is(ofWord), next.kind == arrowToken, next.isMark(":="):
		return true
	case next.is(atMost | atLeast):
		return t.noun&(metricNoun|problemNoun|actNoun) != 0 || t.isForm(formIng)
	case next.is(preposition):
		return t.noun&(metricNoun|problemNoun|actNoun) != 0 && t.verb&(makes|acts) == 0 && r.quantityNear(i+1, 8)
	case next.kind == numberToken:
		q := r.quantityAt(i + 1)
		return q != nil && t.noun&(metricNoun|problemNoun) != 0 && t.verb&(mover|gains) == 0 && r.levelFollows(i+1)
	}
	return next.is(copula) || r.movesNext(i+1)
}

// quantityAt is the quantity that begins at a token.
func (r *reading) quantityAt(i int) *quantity {
	for k := range r.quantities {
		if r.quantities[k].at == i {
			return &r.quantities[k]
		}
	}
	return nil
}

// quantityNear reports whether a level stands within so many tokens.
func (r *reading) quantityNear(i, within int) bool {
	for k := range r.quantities {
		if q := &r.quantities[k]; q.at >= i && q.at <= i+within && q.measures() {
			return true
		}
	}
	return false
}
