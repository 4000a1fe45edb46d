package language

// payHangs reports that income hangs on a goal: it is in the company of an objective or a
// key result, of a word that ties it to a number, or of a condition that is a level.
func (r *reading) payHangs(f *sentenceFacts, i int) (with int, found bool) {
	if r.belongsElsewhere(i, f.goal >= 0) {
		return 0, false
	}
	if f.goal >= 0 && r.goalIsAbout(f, i) {
		return 0, false
	}
	if f.goal >= 0 && f.goal != i {
		return f.goal, true
	}
	if f.outsider >= 0 {
		return 0, false
	}
	if k := r.scoreIn(f); k >= 0 && !r.at(i).theme.meets(r.lexicon.subjects.payProcess) {
		return k, true
	}
	if k, tied := r.tiedTo(f, i); tied {
		return k, true
	}
	if f.worth >= 0 && (f.strike >= 0 && f.gets >= 0 || r.tokens[i].theme.meets(r.lexicon.subjects.payProcess) && r.sentenceHas(i, r.lexicon.subjects.score.with(r.lexicon.subjects.aim))) {
		return f.worth, true
	}
	return r.onCondition(f, i)
}

// tiedTo reports that a word that ties leads to the word at i, or from it to what is
// worth something: "counts towards the bonus", "the raise depends on this number".
func (r *reading) tiedTo(f *sentenceFacts, i int) (with int, tied bool) {
	tie := r.lexicon.subjects.tie
	for k := max(f.from, i-7); k < i; k++ {
		if !r.tokens[k].theme.meets(tie) || !r.tieLeadsTo(k, i) {
			continue
		}
		if f.worth >= 0 && f.worth < i && f.worth != k || f.goal >= 0 || k <= f.from+1 && (!r.at(k+1).is(article|possessive) || r.wordsIn(r.at(k)) > 1) {
			return k, true
		}
	}
	for k := i + 1; k < f.to && k <= i+6; k++ {
		if !r.tokens[k].theme.meets(tie) {
			continue
		}
		for n := k + 1; n < f.to && n <= k+8; n++ {
			if r.tokens[n].theme.meets(r.lexicon.subjects.worth.with(r.lexicon.subjects.okr)) || r.pointsBack(n) {
				return k, true
			}
		}
	}
	return 0, false
}

// tieLeadsTo reports that between a word that ties and the word at i nothing else
// stands that could be tied: prepositions, determiners, adjectives, other nouns of pay.
func (r *reading) tieLeadsTo(k, i int) bool {
	for n := k + 1; n < i; n++ {
		t := &r.tokens[n]
		if t.isMark(",:") || t.onlyVerb() && !t.isForm(formParticiple|formIng) || t.is(copula|modal) {
			return false
		}
	}
	return true
}

// personnelGets reports that what a goal is worth goes to those who keep the files
// of people: "HR exports the scores".
func (r *reading) personnelGets(f *sentenceFacts, i int) (with int, found bool) {
	score := r.lexicon.subjects.score
	for k := f.from; k < f.to; k++ {
		if r.tokens[k].theme.meets(score) && !r.at(k+1).is(negation) && f.outsider < 0 {
			return k, true
		}
	}
	return 0, false
}

// onCondition reports that a condition with a level or a goal stands with the word at
// i: "spot bonus if churn ends under 4 %", "no raise unless the score is green".
func (r *reading) onCondition(f *sentenceFacts, i int) (with int, found bool) {
	whose := r.lexicon.subjects.whose
	if k := f.from; (r.tokens[k].is(noWord) || r.word(k) == "without") && f.strike >= 0 && f.strike < i && (r.at(i-1).is(noWord) || r.at(i-2).is(noWord)) {
		return f.strike, true // no green, no raise
	}
	if next := r.at(i + 1); next.isMark(":") && f.strike > i {
		return f.strike, true
	}
	for k := f.from; k < f.to; k++ {
		if !r.tokens[k].theme.meets(whose.with(r.lexicon.subjects.cond)) && !r.tokens[k].isMark("=") && !r.arrowAsIf(k) || k == i {
			continue
		}
		end := min(f.to, k+12)
		if k < i {
			end = min(end, i)
		}
		level, worth, strike := false, false, false
		for n := k + 1; n < end; n++ {
			t := &r.tokens[n]
			level = level || r.levelAt(n)
			worth = worth || t.theme.meets(r.lexicon.subjects.worth.with(r.lexicon.subjects.okr)) || r.pointsBack(n)
			strike = strike || t.theme.meets(r.lexicon.subjects.strike)
		}
		if r.tokens[k].theme.meets(whose) {
			level = level && strike
		}
		if level && !r.tokens[k].is(preposition) || worth && (strike || level) || strike && f.worker >= 0 && f.level >= 0 {
			return k, true
		}
		if k > f.from && f.worth >= 0 && f.worth < k && f.strike >= 0 {
			return k, true
		}
	}
	return 0, false
}

// arrowAsIf reports an arrow that leads from a condition, "0.7 → bonus", and not from one
// level to another.
func (r *reading) arrowAsIf(k int) bool {
	return r.tokens[k].kind == arrowToken && (r.quantityEndingAt(k) == nil || r.quantityAt(k+1) == nil)
}

// favourHangs reports that something nice, or money, is promised for a goal. It is more
// often eaten, driven or given than promised, so a condition and a goal are asked for.
func (r *reading) favourHangs(f *sentenceFacts, i int) (with int, found bool) {
	if f.outsider >= 0 || r.belongsElsewhere(i, f.goal >= 0) {
		return 0, false
	}
	if f.goal >= 0 && f.goal != i && (f.cond >= 0 || f.strike >= 0 && f.strike != i) {
		return f.goal, true
	}
	if f.goal >= 0 && f.goal != i && f.level >= 0 {
		return f.goal, true
	}
	if f.level >= 0 && f.worker >= 0 && f.gets > f.level && f.gets < i && f.worker < f.level {
		return f.level, true
	}
	if k := r.scoreIn(f); k >= 0 && (f.gets >= 0 || f.worker >= 0 || f.tie >= 0) {
		return k, true
	}
	if f.strike == f.from && r.at(f.from).isForm(formBase) && f.gets > f.from && f.gets < i && r.joinsPromise(f.from, f.gets) {
		return f.strike, true // hit all three and …
	}
	if k, found := r.onCondition(f, i); found && (f.gets >= 0 || f.worker >= 0) {
		return k, true
	}
	return 0, false
}

// scoreIn is the first bound of a sentence that only the scores of objectives have, from
// 0.3 to under 1 and of nothing: "above 0.7", "0.9+"; -1 where there is none.
func (r *reading) scoreIn(f *sentenceFacts) int {
	for k := max(f.level, f.from); f.level >= 0 && k < f.to; k++ {
		q := r.quantityAt(k)
		if q != nil && q.at == k && q.is(isAtLeast|isAtMost) && q.flags&(isPercent|isMoney|isDuration|isUnit) == 0 && q.value >= 0.3 && q.value < 1 && !(r.continues(q.end) && !r.at(q.end).is(determiner)) {
			return k
		}
	}
	return -1
}

// joinsPromise reports "and" between an order and what comes of it.
func (r *reading) joinsPromise(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if r.at(k).is(andWord) {
			return true
		}
	}
	return false
}

// careerHangs reports that a step of a career hangs on a goal.
func (r *reading) careerHangs(f *sentenceFacts, i int) (with int, found bool) {
	if r.belongsElsewhere(i, f.goal >= 0) {
		return 0, false
	}
	if f.goal >= 0 && f.goal != i {
		return f.goal, true
	}
	if f.outsider >= 0 {
		return 0, false
	}
	if k := r.scoreIn(f); k >= 0 {
		return k, true
	}
	if k, tied := r.tiedTo(f, i); tied {
		return k, true
	}
	if f.worth >= 0 && f.strike >= 0 && f.gets >= 0 {
		return f.worth, true
	}
	return r.onCondition(f, i)
}

// judgementHangs reports that goals are taken into how people are judged.
func (r *reading) judgementHangs(f *sentenceFacts, i int) (with int, found bool) {
	if r.reviewsThing(i+1) || r.belongsElsewhere(i, f.goal >= 0) {
		return 0, false
	}
	if f.goal >= 0 && f.goal != i {
		return f.goal, true
	}
	if k, tied := r.tiedTo(f, i); tied {
		return k, true
	}
	if f.worth >= 0 && f.worth != i && (f.tie >= 0 || f.worker >= 0) && f.outsider < 0 {
		return f.worth, true
	}
	if q := f.level; q >= 0 && f.outsider < 0 && r.quantityAt(q).value < 1 && !r.quantityAt(q).is(isPercent) {
		return q, true
	}
	return 0, false
}

// goalIsAbout reports that what is paid at i is the subject of the goal, and not what
// hangs on it: "KR2 measures how fast claimants get paid", "KR2: victims get their
// money within a week".
func (r *reading) goalIsAbout(f *sentenceFacts, i int) bool {
	if f.goal < 0 {
		return false
	}
	end := f.goal + 1
	for end < i && (r.at(end).kind == numberToken || r.at(end).isMark(":")) {
		end++
	}
	end = r.skipAdverbs(end)
	if subjects := &r.lexicon.subjects; end < i && r.at(end).theme.meets(subjects.tells) && !r.at(end+1).theme.meets(subjects.tie) && !r.at(end+1).is(toWord) && r.word(end+1) != "towards" && r.word(end+1) != "toward" {
		return true
	}
	return f.outsider >= 0 && f.outsider > f.goal && f.outsider < i && i-f.outsider <= 5
}

// aboutPerson reports that what the word at i says is done to a person or to a part of
// the organisation: "replaced the manager", "the agents were moved".
func (r *reading) aboutPerson(i int) bool {
	from, to := r.sentence(i)
	for k := max(from, i-4); k < min(to, i+5); k++ {
		if k != i && (r.workerAt(k) || r.at(k).theme.meets(r.lexicon.subjects.anybody.with(r.lexicon.subjects.unit).with(r.lexicon.subjects.whoever))) && !r.continuesThing(k) {
			return true
		}
	}
	return false
}

// continuesThing reports that a noun for a thing goes on behind the person at k: a
// driver app.
func (r *reading) continuesThing(k int) bool {
	next := r.at(k + 1)
	return next.plain() && !next.first && next.has(isNoun) && !next.has(isVerb|isAdverb|isAdjective) && !next.is(preposition|conjunction|determiner|copula|modal|auxiliary)
}

// jobHangs reports that somebody's job hangs on a goal.
func (r *reading) jobHangs(f *sentenceFacts, i int) (with int, found bool) {
	if f.outsider >= 0 {
		return 0, false
	}
	switch {
	case f.goal >= 0 && (f.cond >= 0 || f.strike >= 0 || f.tie >= 0):
		return f.goal, true
	case f.level >= 0 && f.worker >= 0 && f.worker < f.level && f.level < i:
		return f.level, true
	case f.worth >= 0 && f.worth != i && (f.strike >= 0 || f.cond >= 0):
		return f.worth, true
	}
	return 0, false
}

// ratingHangs reports that goals lead to a rating or a file that is a person's or a
// year's: reviews of everything else are common.
func (r *reading) ratingHangs(f *sentenceFacts, i int) (with int, found bool) {
	if f.outsider >= 0 || r.reviewsThing(i+1) || f.goal < 0 && f.worth < 0 {
		return 0, false
	}
	yearly := r.lexicon.subjects.yearly
	near := false
	for k := max(f.from, i-3); k < min(f.to, i+4); k++ {
		near = near || k != i && (r.tokens[k].theme.meets(yearly.with(r.lexicon.subjects.peopleAtWork)) || r.tokens[k].theme.meets(r.lexicon.subjects.staff))
	}
	if !near {
		return 0, false
	}
	if k, tied := r.tiedTo(f, i); tied {
		return k, true
	}
	if f.goal >= 0 && f.goal != i && f.tie >= 0 {
		return f.goal, true
	}
	return 0, false
}

// moneyHangs reports that those who work here get a sum for a goal: what a goal is
// about is a sum often enough.
func (r *reading) moneyHangs(f *sentenceFacts, i int) (with int, found bool) {
	if f.outsider >= 0 || f.gets < 0 || f.worker < 0 || f.cond < 0 {
		return 0, false
	}
	if f.goal >= 0 && f.goal != i {
		return f.goal, true
	}
	return r.onCondition(f, i)
}
