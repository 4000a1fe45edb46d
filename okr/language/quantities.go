package language

import "math"

// quantities reads every number of the statement in its place.
func (r *reading) findQuantities() {
	r.quantities = r.quantities[:0]
	for i := 0; i < len(r.tokens); {
		t := &r.tokens[i]
		switch {
		case t.kind == numberToken:
			i = r.readNumber(i)
		case t.word == 0:
			i++
		case t.is(indefinite) && r.at(i-1).is(atMost|atLeast) && r.at(i+1).ofNoun(spanNoun):
			i = r.readOneSpan(i)
		case t.is(perWord) && !t.is(determiner|frequency) && t.kind == wordToken && r.at(i-1).is(atMost|atLeast) && r.wordsIn(t) == 2:
			i = r.readOneSpan(i) // "within a day": a phrase of the lexicon
		case t.plain() && t.is(numeral|numeralVerb|oneWord|zero|noWord|frequency|fraction):
			i = r.readSpelled(i)
		default:
			i++
		}
	}
	r.joinShares()
	r.findPairs()
	for i := range r.quantities {
		r.quantities[i].flags |= r.rateAfter(&r.quantities[i])
	}
}

// joinShares reads "9 of 10" and "two out of three" as the share that it is.
func (r *reading) joinShares() {
	for i := 0; i+1 < len(r.quantities); i++ {
		a, b := &r.quantities[i], &r.quantities[i+1]
		by := a.is(isStep) && r.at(a.at-1).is(agentWord) // "read by 8 of 9 members"
		plain := (by || !a.is(isStep)) && a.flags&^(isSpelled|isBound|isAtLeast|isAtMost|isFrom|isStep) == 0 && b.flags&^isSpelled == 0
		if !plain || a.value >= b.value || b.value == 0 || a.value == 0 || !r.outOf(a.end, b.at) && !r.oneIn(a, b) {
			continue
		}
		a.end, a.value = b.end, 100*a.value/b.value
		a.flags = a.flags&^isStep | isPercent | isOutOf
		r.quantities = append(r.quantities[:i+1], r.quantities[i+2:]...)
	}
}

// oneIn reports "one in five", "93 in 100".
func (r *reading) oneIn(a, b *quantity) bool {
	if b.at != a.end+1 || r.word(a.end) != "in" || b.value != math.Trunc(b.value) {
		return false
	}
	next := r.at(b.end)
	if next.isForm(formPlural) && next.has(isNoun) || !next.plain() || next.is(toWord|fromWord) {
		return a.value == 1 || int(b.value)%10 == 0 && b.value <= 1000
	}
	return a.value == 1 && !next.has(isNoun|isAdjective)
}

// outOf reports that nothing but "of" or "out of" stands between two tokens.
func (r *reading) outOf(from, to int) bool {
	for i := from; i < to; i++ {
		if t := r.at(i); !t.is(ofWord) && !(t.is(preposition) && r.at(i+1).is(ofWord)) {
			return false
		}
	}
	return to > from && to-from <= 2 && r.at(to-1).is(ofWord)
}

// readNumber makes a quantity of the digits at a token and returns where it ends.
func (r *reading) readNumber(i int) int {
	n := &r.numbers[r.tokens[i].quantity-1]
	q := quantity{at: i, end: i + 1, value: n.value, number: r.tokens[i].quantity - 1}
	switch {
	case n.date:
		q.flags |= isDate
	case n.always, n.compound, n.ordinal && !n.percent:
		q.flags |= isLabel
	}
	if n.percent {
		q.flags |= isPercent
	}
	if n.currency {
		q.flags |= isMoney
	}
	if n.multiplier {
		q.flags |= isMultiple
	}
	if n.unit.end > n.unit.start {
		q.flags |= r.gluedUnit(n.unit)
	}
	r.unitAfter(&q)
	if q.flags&^isLabel == 0 && n.value != math.Trunc(n.value) {
		q.flags |= isPoints // nothing is counted in fractions
		if t := r.at(i - 1); t.ofNoun(artefactNoun) && t.noun&metricNoun == 0 && t.isForm(formSingular) && r.at(i+1).is(done) {
			q.flags = isLabel // "App 2.4 released"
		}
	}
	r.dateAround(&q, n)
	r.labelBefore(&q, n)
	r.leadBefore(&q)
	if t := r.at(q.end); q.flags&(isFrom|isStep|isBound) == 0 && t.is(fromWord) && t.is(whenWord) && !r.at(q.end+1).has(isNoun|isAdjective) {
		q.flags |= isFrom // "(7 % now)"
	}
	r.quantities = append(r.quantities, q)
	return q.end
}

// gluedUnit is what a unit written right after the digits says: ms, h, GB.
func (r *reading) gluedUnit(unit span32) quantityFlag {
	if unit.end == unit.start+1 && r.text[unit.start] == 'S' {
		return isLabel // "5S audits"
	}
	if index, known := r.lexicon.find(r.lower[unit.start:unit.end]); known {
		switch e := &r.lexicon.entries[index]; {
		case e.word&pointsWord != 0:
			return isPoints
		case e.noun&spanNoun != 0:
			return isDuration
		}
	}
	return isUnit
}

// unitAfter takes in the words after a number that belong to it.
func (r *reading) unitAfter(q *quantity) {
	for steps := 0; q.end < len(r.tokens) && steps < 3; steps++ {
		t := &r.tokens[q.end]
		scale := r.value(q.end)
		switch {
		case t.isMark("/") && q.end+1 < len(r.tokens) && r.tokens[q.end+1].kind == numberToken:
			q.flags |= isOutOf
			q.end += 2
		case t.isMark("/") && q.end+1 < len(r.tokens) && r.tokens[q.end+1].ofNoun(spanNoun):
			q.flags |= isRate
			q.end += 2
		case t.isMark("%") || t.is(percentWord):
			q.flags |= isPercent
			q.end++
		case t.is(pointsWord):
			q.flags = q.flags&^isPercent | isPoints
			q.end++
		case t.ofNoun(moneyNoun) && scale > 0:
			q.flags |= isMoney
			q.value *= scale
			q.end++
		case t.ofNoun(moneyNoun):
			q.flags |= isMoney
			q.end++
		case scale >= 12:
			q.value *= scale
			q.end++
		case t.is(timesWord):
			q.flags |= isRate
			q.end++
			return
		case t.ofNoun(spanNoun) && q.value > 1 && !t.isForm(formPlural) && t.isForm(formSingular) && r.at(q.end+1).has(isNoun) && r.at(q.end+1).isForm(formPlural) && !r.lexicon.grammar.nounCapitals:
			return // "10 night shifts"
		case t.ofNoun(spanNoun) && q.flags&(isPercent|isMoney|isUnit|isLabel) == 0:
			q.flags |= isDuration
			q.end++
			return
		default:
			return
		}
	}
}

// dateAround recognises years and days by the words beside them.
func (r *reading) dateAround(q *quantity, n *number) {
	if q.flags&(isPercent|isMoney|isUnit|isPoints|isRate|isOutOf|isDuration|isMultiple) != 0 {
		return
	}
	before, after := r.at(q.at-1), r.at(q.end)
	month := func(t *token) bool { return t.ofNoun(monthNoun) && (t.caps != lowerCase || !t.has(isVerb|isWord)) }
	switch {
	case (n.short || n.ordinal) && (month(before) || month(after) || after.isMark(".") && month(r.at(q.end+1))):
		q.flags = q.flags&^isLabel | isDate
	case n.ordinal && after.is(ofWord) && month(r.at(q.end+1)):
		q.flags = q.flags&^isLabel | isDate
	case n.year && (month(before) || before.ofNoun(deadlineNoun) || before.kind == versionToken || before.is(deadlineLead|ofWord) || r.isDay(q.at-1)):
		q.flags |= isDate
	case n.year && !before.is(bound|fromWord|toWord) && before.kind != arrowToken && !after.has(isNoun|isAdjective) && after.kind != arrowToken:
		q.flags |= isDate
	}
}

// isDay reports whether the token is a number that was read as a date.
func (r *reading) isDay(i int) bool {
	for k := len(r.quantities) - 1; k >= 0; k-- {
		if q := &r.quantities[k]; q.at <= i && i < q.end || q.end == i && r.at(i).isMark(",.") {
			return q.is(isDate)
		}
	}
	return false
}

// labelBefore recognises numbers that only name something: phase 2, Postgres 16.
func (r *reading) labelBefore(q *quantity, n *number) {
	if q.at == 0 || q.flags&(isPercent|isMoney|isUnit|isPoints|isRate|isOutOf|isDate|isMultiple|isDuration) != 0 || n.plus || n.signed {
		return
	}
	before, after := &r.tokens[q.at-1], r.at(q.end)
	if before.aside != r.tokens[q.at].aside || after.kind == arrowToken {
		return
	}
	counts := after.has(isNoun|isAdjective) && !after.is(preposition|conjunction|modal|copula)
	switch {
	case before.ofNoun(labelNoun) && !(before.marked(rankWord) && !counts) && !(before.first && before.isForm(formBase) && before.has(isVerb) && (counts || after.is(ofWord))):
		q.flags |= isLabel
	case before.ofNoun(labelNoun) && before.marked(rankWord) && r.at(q.at-2).is(article|preposition) && !counts:
		q.flags |= isBound | isAtMost // "into the top 50"
	case before.isMark("#"):
		if !r.at(q.at - 2).ofVerb(reaches) {
			q.flags |= isLabel
		}
	case before.pos == isName|isNoun && !before.first && !counts && before.kind == wordToken && !after.is(toWord) && !before.ofNoun(metricNoun):
		q.flags |= isLabel
	}
}

// leadBefore reads the words before a quantity: comparators, "by", "from".
func (r *reading) leadBefore(q *quantity) {
	i := q.at - 1
	for i >= 0 && (r.tokens[i].is(article) || r.tokens[i].isMark("($~:") || r.tokens[i].is(bound) && !r.tokens[i].is(atMost|atLeast)) {
		if r.tokens[i].isMark(":") {
			return
		}
		i--
	}
	if i < 0 {
		return
	}
	t := &r.tokens[i]
	switch {
	case t.is(atMost):
		q.flags |= isBound | isAtMost
		if t.is(withinWord) {
			q.flags |= isWithin
		}
		r.leadBeforeBound(q, i-1)
	case t.is(atLeast):
		q.flags |= isBound | isAtLeast
		r.leadBeforeBound(q, i-1)
	case t.is(byWord) && r.at(i-1).isForm(formParticiple) && r.at(i-1).verb&uses != 0 && r.at(q.end).is(ofWord):
		// "read by 30 % of admins" says who, not how much
	case t.is(byWord) && t.is(agentWord) && r.at(q.end).is(ofWord) && q.is(isPercent) && (r.at(q.end+1).ofNoun(personNoun) || r.at(q.end+2).ofNoun(personNoun)):
		// "found useful by 80 % of new developers"
	case t.is(byWord) && q.flags&isDate == 0:
		q.flags |= isStep
	case t.is(fromWord):
		q.flags |= isFrom
	}
	if n := q.number; n >= 0 && r.numbers[n].plus {
		q.flags |= isBound | isAtLeast
	}
}

// leadBeforeBound reads what stands before a comparator: "by at least 5",
// "from under 5".
func (r *reading) leadBeforeBound(q *quantity, i int) {
	if i < 0 {
		return
	}
	switch t := &r.tokens[i]; {
	case t.is(byWord):
		q.flags |= isStep
	case t.is(fromWord):
		q.flags |= isFrom
	}
}

// readSpelled makes a quantity of a number word.
func (r *reading) readSpelled(i int) int {
	t := &r.tokens[i]
	q := quantity{at: i, end: i + 1, value: max(r.value(i), 0), number: -1, flags: isSpelled}
	next := r.at(i + 1)
	switch {
	case t.is(zero):
		q.flags |= isBound | isAtMost
	case t.is(noWord):
		if !next.has(isNoun|isAdjective|isVerb) && !next.is(copula) || next.is(preposition|pronoun) {
			return i + 1
		}
		q.flags |= isBound | isAtMost
	case t.is(frequency):
		if !r.at(i-1).is(fromWord|toWord) || next.has(isNoun|isAdjective) && !next.is(preposition|toWord) {
			return i + 1
		}
		q.flags |= isRate
		r.leadBefore(&q)
	case t.is(fraction):
		if !r.readFraction(&q, i) {
			return i + 1
		}
	case t.is(oneWord) && r.at(i-1).is(atMost|atLeast|toWord|fromWord) && (next.is(perWord|ofWord) || next.has(isVerb) && !next.has(isNoun) || !next.plain()): // "at most one failed build", "down to one per month"
		r.leadBefore(&q)
	case t.is(oneWord) && r.word(i+1) == "in" && (r.at(i+2).is(numeral) || r.at(i+2).kind == numberToken): // "one in five"
		r.leadBefore(&q)
	case t.is(oneWord) && r.word(i+2) == "in" && next.has(isNoun) && next.isForm(formSingular) && r.at(i+3).is(numeral) && r.value(i+3) > 1: // "one pupil in five"
		q.end, q.value = i+4, 100/r.value(i+3)
		q.flags |= isPercent | isOutOf
		r.leadBefore(&q)
	case t.is(oneWord):
		if !next.has(isNoun|isAdjective) || next.is(preposition|conjunction|pronoun|modal|copula) || r.at(i-1).is(determiner) {
			return i + 1
		}
		r.unitAfter(&q)
		if !q.is(isDuration) {
			q.flags |= isLabel
		}
		r.leadBefore(&q)
	case t.is(numeralVerb):
		q.flags |= isMultiple
	default:
		if r.at(i-1).is(determiner&^indefinite) && !next.has(isNoun|isAdjective) {
			return i + 1
		}
		r.unitAfter(&q)
		r.leadBefore(&q)
	}
	r.quantities = append(r.quantities, q)
	return q.end
}

// readFraction makes a quantity of the fraction at a token and reports whether it is
// one: "half of the …", "drops by a third", "a third fewer", "from a fifth to a
// quarter", "cut in half", "half as many".
func (r *reading) readFraction(q *quantity, i int) bool {
	before, next := r.at(i-1), r.at(i+1)
	whole := i - 1 // what stands before "a third", "one half", "two thirds"
	if before.is(indefinite | numeral | oneWord) {
		whole--
	}
	ends := !next.has(isNoun|isAdjective) || next.is(preposition|determiner)
	switch {
	case before.is(byWord), r.at(whole).is(byWord), r.at(whole).word&(byWord|fromWord|toWord) == 0 && next.is(comparative) && next.is(fewerWord|weasel) && !before.is(possessive|own),
		r.word(i-1) == "in" && ends && r.value(i) == 0.5 && r.fallsBefore(i-2):
		q.flags |= isStep | isPercent
	case next.is(preposition) && r.word(i+1) == "as" && !before.is(possessive|own):
		q.flags |= isMultiple
	case whole < i-1 && ends && r.at(whole).is(fromWord|toWord|atMost|atLeast) && !next.is(perWord), before.is(toWord) && ends && r.value(i) == 0.5:
		q.flags |= isPercent
		r.leadBefore(q)
	case next.is(ofWord) && r.at(i+2).kind != numberToken && !r.partOfYear(i):
		q.flags |= isPercent
	default:
		return false
	}
	if q.is(isPercent) {
		q.value *= 100
	}
	r.dropCount(i - 1)
	return true
}

// fallsBefore reports a verb of falling at a token: "cut in half".
func (r *reading) fallsBefore(i int) bool { return r.at(i).ofVerb(falls) }

// start is the first word of the statement.
func (r *reading) start() int {
	for i := range r.tokens {
		if r.tokens[i].plain() {
			return i
		}
	}
	return 0
}

// dropCount forgets the "two" of "two thirds": it is part of the fraction.
func (r *reading) dropCount(i int) {
	if n := len(r.quantities); n > 0 && r.quantities[n-1].at == i {
		r.quantities = r.quantities[:n-1]
	}
}

// partOfYear reports that "half" or "quarter" is a span of time: the first half.
func (r *reading) partOfYear(i int) bool {
	before := r.at(i - 1)
	if before.is(indefinite|numeral|oneWord|bound) || i == r.start() {
		return false
	}
	return r.value(i) != 0.5 || before.is(possessive|own|numeral) || before.kind == numberToken || before.has(isAdjective)
}

// readOneSpan reads "within a day", "less than an hour".
func (r *reading) readOneSpan(i int) int {
	end := i + 2
	if r.at(i).is(perWord) {
		end = i + 1
	}
	q := quantity{at: i, end: end, value: 1, number: -1, flags: isSpelled | isDuration}
	r.leadBefore(&q)
	r.quantities = append(r.quantities, q)
	return q.end
}
