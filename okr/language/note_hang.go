package language

// What people at work get, or how they are judged, is told from the same words in
// another sense by its company: by the noun it belongs to, by whom it is for, and by
// what it is made to hang on. A sentence is read once for the words that decide, and
// the company of each word of pay, favour, career or judgement is then looked up in
// that.

// sentenceFacts are the words of one sentence that decide what hangs on what. The
// indexes are tokens, -1 where there is none.
type sentenceFacts struct {
	from, to int // tokens
	goal     int // an objective, a key result
	worth    int // what stands for one: score, target, status, "this"
	tie      int // depends, counts, basis
	cond     int // if, when, whoever, per
	strike   int // reach, miss, green
	level    int // a number that is a level: 70 %, under 4
	outsider int // customers, tenants
	worker   int // people at work, "we", a team
	gets     int // get, lose, win
	denied   bool
}

// hanging finds pay, favours, careers and judgements that hang on goals.
func (r *reading) hanging() {
	l := &r.lexicon.subjects
	income, favour, career, judging := l.income, l.favour, l.career, l.judging
	hr, weak := l.hr, l.judgingWeak
	all := weak.with(income).with(hr).with(favour).with(career).with(judging).with(l.sack).with(l.sackWeak).with(l.money)
	if !r.seen.theme.meets(all) && r.seen.kinds&(1<<numberToken) == 0 {
		return
	}
	facts := sentenceFacts{to: -1}
	for i := range r.tokens {
		t := &r.tokens[i]
		q := r.quantityAt(i)
		sum := q != nil && q.is(isMoney) && q.at == i
		if !sum && !t.theme.meets(all) {
			continue
		}
		if i >= facts.to {
			facts = r.factsAt(i)
		}
		if facts.denied {
			continue
		}
		switch {
		case t.theme.meets(hr):
			r.hangs(&facts, i, AppraisalCycle, "goals-to-personnel", r.personnelGets)
		case t.theme.meets(judging):
			r.hangs(&facts, i, AppraisalCycle, "goals-in-appraisal", r.judgementHangs)
		case t.theme.meets(career):
			r.hangs(&facts, i, PromotionLink, "promotion-by-goals", r.careerHangs)
		case t.theme.meets(income):
			r.hangs(&facts, i, CompensationLink, "pay-by-goals", r.payHangs)
		case t.theme.meets(l.sack):
			r.hangs(&facts, i, CompensationLink, "dismissal", r.jobHangs)
		case t.theme.meets(l.sackWeak) && r.aboutPerson(i):
			r.hangs(&facts, i, CompensationLink, "dismissal", r.jobHangs)
		case t.theme.meets(favour):
			r.hangs(&facts, i, CompensationLink, "reward-for-goals", r.favourHangs)
		case t.theme.meets(weak):
			r.hangs(&facts, i, PerformanceRating, "rating-by-goals", r.ratingHangs)
		case t.theme.meets(l.money) || sum:
			r.hangs(&facts, i, CompensationLink, "money-for-goals", r.moneyHangs)
		}
	}
}

// whoeverGets finds what is promised, or threatened, to whoever reaches a goal: "those
// who hit 0.8 choose their shifts first", "anyone below 0.5 is moved".
func (r *reading) whoeverGets() {
	subjects := &r.lexicon.subjects
	if r.signed(CompensationLink) || !r.seen.theme.meets(subjects.whoever.with(subjects.staff).with(subjects.peopleAtWork)) {
		return
	}
	for i := range r.tokens {
		t := &r.tokens[i]
		next := r.at(i + 1)
		people := t.theme.meets(subjects.staff.with(subjects.peopleAtWork))
		if !t.theme.meets(subjects.whoever) && !people || t.theme.meets(subjects.outsider) {
			continue
		}
		if r.word(i) != "whoever" && !next.theme.meets(subjects.whose) && !next.is(bound) && !(people && next.is(preposition) && r.at(i+2).theme.meets(subjects.strike)) && !(r.word(i) == "who" && t.first) {
			continue
		}
		_, to := r.sentence(i)
		goal, level := -1, -1
		for k := i + 1; k < to && k <= i+14; k++ {
			u := &r.tokens[k]
			if u.theme.meets(subjects.outsider) {
				break
			}
			if u.theme.meets(subjects.goals) || u.theme.meets(subjects.colours) {
				goal = k
			}
			if q := r.quantityAt(k); q != nil && q.at == k && r.levelAt(k) {
				level = k
			}
			if got := u.theme.meets(subjects.getsIt); got && (goal >= 0 || level >= 0) && k > max(goal, level) {
				if f := r.factsAt(i); !f.denied {
					r.sign(CompensationLink, "reward-for-goals", Likely, Error, i, max(goal, level), k)
				}
				return
			}
		}
	}
}

// hangs adds a sign where a test finds what the word at i hangs on.
func (r *reading) hangs(f *sentenceFacts, i int, rule, reason string, test func(f *sentenceFacts, i int) (with int, found bool)) {
	if r.signed(rule) {
		return
	}
	if with, found := test(f, i); found {
		r.sign(rule, reason, Likely, Error, i, with)
	}
}

// factsAt reads the sentence of a token.
func (r *reading) factsAt(i int) sentenceFacts {
	from, to := r.sentence(i)
	f := sentenceFacts{from: from, to: to, goal: -1, worth: -1, tie: -1, cond: -1, strike: -1, level: -1, outsider: -1, worker: -1, gets: -1}
	subjects := &r.lexicon.subjects
	people := subjects.anyone.with(subjects.anybody).with(subjects.unit)
	for k := f.from; k < f.to; k++ {
		t := &r.tokens[k]
		remember(&f.goal, k, t.theme.meets(subjects.okr))
		remember(&f.worth, k, t.theme.meets(subjects.worth) || r.pointsBack(k))
		remember(&f.tie, k, t.theme.meets(subjects.tie))
		remember(&f.cond, k, t.theme.meets(subjects.cond) || t.isMark("=") || t.kind == arrowToken)
		remember(&f.strike, k, t.theme.meets(subjects.strike))
		remember(&f.level, k, r.levelAt(k))
		remember(&f.outsider, k, t.theme.meets(subjects.outsider))
		remember(&f.worker, k, t.theme.meets(people) || t.is(we))
		remember(&f.gets, k, t.theme.meets(subjects.receive))
	}
	f.denied = r.unties(&f) || r.answeredNo(f.to)
	return f
}

func remember(place *int, k int, found bool) {
	if found && *place < 0 {
		*place = k
	}
}

// pointsBack reports "this", "these", "it" that stand for what the note is about.
func (r *reading) pointsBack(k int) bool {
	t := r.at(k)
	if !t.theme.meets(r.lexicon.subjects.pointsBack) {
		return false
	}
	next := r.at(k + 1)
	return !next.plain() || next.first || next.is(copula|modal|auxiliary|preposition|conjunction|negation) || next.has(isVerb) || next.theme.meets(r.lexicon.subjects.worth.with(r.lexicon.subjects.okr))
}

// levelAt reports a number that is a level: a percentage, a bound, a decimal.
func (r *reading) levelAt(k int) bool {
	q := r.quantityAt(k)
	return q != nil && q.at == k && (q.is(isPercent|isAtMost|isAtLeast) || q.value > 0 && q.value < 1)
}

// unties reports that a sentence says that nothing hangs on anything: "scores have
// nothing to do with pay", "no bonus depends on it", "must not be used for reviews".
func (r *reading) unties(f *sentenceFacts) bool {
	subjects := &r.lexicon.subjects
	denial, tie := subjects.denial, subjects.tie.with(subjects.link).with(subjects.untied)
	for k := f.from; k < f.to; k++ {
		t := &r.tokens[k]
		switch {
		case t.marked(apart) && !r.at(k-1).is(negation), t.theme.meets(denial) && !r.at(k-1).is(negation):
			return true
		case t.theme.meets(subjects.keeps) && r.keptAway(k, f.to):
			return true
		case t.is(negation) && r.word(k) == "never" && r.at(k+1).is(preposition),
			t.theme.meets(subjects.nobody) && r.at(k+1).theme.meets(subjects.receive) && r.conditionBehind(k, f.to) < 0:
			return true
		case t.is(negation) && !t.is(noWord):
			for n := k + 1; n <= k+4 && n < f.to && !r.tokens[n].theme.meets(subjects.cond) && !r.tokens[n].isMark(","); n++ {
				if r.tokens[n].theme.meets(tie) && (r.tokens[n].has(isVerb|isAdjective) || r.tokens[n].isForm(formParticiple) || r.tokens[n].pos == 0) && !r.tokens[n].is(subordinate|preposition) {
					return true
				}
			}
		case t.is(noWord) || t.theme.meets(subjects.noneOf):
			if r.nothingTied(k, f) {
				return true
			}
		}
	}
	return false
}

// conditionBehind is the next condition behind a token, -1 where there is none.
func (r *reading) conditionBehind(k, to int) int {
	for n := k + 1; n < to; n++ {
		if t := &r.tokens[n]; t.theme.meets(r.lexicon.subjects.cond) || r.levelAt(n) {
			return n
		}
	}
	return -1
}

// keptAway reports "keep … out", "leave … aside" from its verb on.
func (r *reading) keptAway(k, to int) bool {
	for n := k + 1; n <= k+6 && n < to; n++ {
		if r.tokens[n].theme.meets(r.lexicon.subjects.keepsAway) {
			return true
		}
	}
	return false
}

// answeredNo reports that the sentence at a token says no to the one before it: "No,
// they are kept apart", "They don't".
func (r *reading) answeredNo(from int) bool {
	denial := r.lexicon.subjects.denial
	for k := from; k < len(r.tokens) && k < from+8 && (k == from || !r.tokens[k].first); k++ {
		t := &r.tokens[k]
		if t.theme.meets(denial) || t.marked(apart) || k <= from+2 && (t.is(noWord) || r.word(k) == "never") && r.at(k+1).isMark(",.!-") {
			return true
		}
	}
	return r.at(from).is(pronoun) && r.at(from+1).is(auxiliary|modal|copula) && (r.at(from+2).is(negation) || r.at(from+1).is(negation))
}

// nothingTied reports "no bonus depends on", "nobody's salary hangs on" from the word
// that says none; "no bonus if …" is a threat.
func (r *reading) nothingTied(k int, f *sentenceFacts) bool {
	subjects := &r.lexicon.subjects
	hangs := false
	for n := k + 1; n < f.to && n <= k+6; n++ {
		t := &r.tokens[n]
		switch {
		case t.theme.meets(subjects.cond) || t.isMark(",") || t.theme.meets(subjects.strike) && !t.theme.meets(subjects.tie):
			return false
		case t.theme.meets(subjects.tie):
			hangs = true
		}
		if hangs && !t.isMark(",") {
			return true
		}
	}
	return false
}

// belongsElsewhere reports that the word of pay or career at i is part of another
// thing, or is for somebody outside: bonus level, salary calculator, sign-up bonus,
// the payout to sellers.
func (r *reading) belongsElsewhere(i int, goal bool) bool {
	subjects := &r.lexicon.subjects
	next, before := r.at(i+1), r.at(i-1)
	if career := subjects.career.with(subjects.promote); r.at(i).theme.meets(career) && r.at(i).has(isVerb) && next.is(determiner) && r.at(i-1).is(pronoun) {
		return true // "we promoted the offer"
	}
	things := subjects.productPay.with(subjects.outsider)
	if r.at(i).theme.meets(subjects.career.with(subjects.promote)) {
		things = things.with(subjects.productPromote)
	}
	if plural := r.at(i).isForm(formPlural) && !r.at(i).isForm(formSingular); !plural && !goal && next.plain() && !next.first && next.has(isNoun) && !next.has(isVerb|isAdverb|isAdjective) && !next.is(preposition|conjunction|determiner|copula|modal|auxiliary) &&
		!next.theme.meets(subjects.payTail.with(subjects.staff).with(subjects.human).with(subjects.anybody).with(subjects.peopleAtWork).with(subjects.okr).with(subjects.tie).with(subjects.income)) {
		return true
	}
	if next.theme.meets(things) && !next.theme.meets(subjects.payTail) {
		return true
	}
	if before.theme.meets(things) || before.isMark("'") && r.at(i-2).theme.meets(things) || r.isPossessiveMark(i-1) && r.at(i-3).theme.meets(things) {
		return true
	}
	if next.is(toWord|ofWord) || next.theme.meets(subjects.forWhom) {
		for k := i + 2; k <= i+4 && r.continues(k); k++ {
			if r.at(k).theme.meets(things) {
				return true
			}
		}
	}
	return false
}
