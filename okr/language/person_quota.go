package language

// perPersonQuota finds activity that is counted by head of the staff: "each rep
// makes 40 calls", "30 calls per clerk", "commits per developer".
func (r *reading) perPersonQuota() {
	if !r.possibleQuota() || r.signed(IndividualGoal) || r.hasPair() {
		return
	}
	each, staff := r.lexicon.subjects.each, r.lexicon.subjects.heads
	for i := range r.tokens {
		if !r.tokens[i].theme.meets(each) && !r.tokens[i].is(agentWord) {
			continue
		}
		k := i + 1
		for k < i+4 && !r.at(k).theme.meets(staff) && r.continues(k) {
			k++
		}
		if !r.at(k).theme.meets(staff) || !r.at(k).has(isNoun) || r.perTime(k+1) || r.at(k).isForm(formPlural) && !r.at(k).isForm(formSingular) || r.continues(k+1) && !r.at(k+1).has(isVerb) {
			continue
		}
		if q := r.quota(i, k); q != nil && r.tokens[i].theme.meets(each) {
			r.sign(IndividualGoal, "quota-by-head", Likely, Warning, i, k, q.at)
			return
		}
		if n := r.activityBefore(i, k); n >= 0 && !r.anyWord(copula) {
			r.sign(IndividualGoal, "activity-by-head", Likely, Warning, n, i, k)
			return
		}
	}
}

// perTime reports "and hour" behind "per agent": a rate of two things is no quota.
func (r *reading) perTime(i int) bool {
	return r.at(i).is(conjunction) && r.at(i+1).ofNoun(spanNoun) && !r.at(i+1).isForm(formPlural)
}

// possibleQuota reports that somebody of the staff occurs and a word that takes them
// one by one.
func (r *reading) possibleQuota() bool {
	return r.seen.theme.meets(r.lexicon.subjects.heads) && (r.seen.theme.meets(r.lexicon.subjects.each) || r.seen.word&agentWord != 0)
}

// activityBefore is the activity that is counted right before "per developer" in
// a statement without a verb of its own, or -1: commits, bugs fixed, lines of code,
// sales by rep, while revenue per employee is the company's. What others bring is not of their making: cases per caseworker is a load.
func (r *reading) activityBefore(i, staff int) int {
	if !r.tokens[i].is(perWord|agentWord) || r.tokens[i].is(determiner) && !r.tokens[i].is(agentWord) || r.clause.shape == shapeClause && !r.clause.passive {
		return -1
	}
	n, worked := i-1, false
	if r.at(n).isForm(formParticiple) && !r.at(n).has(isNoun) {
		worked = r.at(n).verb&(worker|serves|sells) != 0
		n--
	}
	t := r.at(n)
	if !t.has(isNoun) || n < 0 {
		return -1
	}
	made := t.isForm(formPlural) && (t.ofNoun(activityNoun) || t.theme.meets(r.lexicon.subjects.output) || worked)
	if made || t.marked(soldWord) && !r.at(staff).ofNoun(unitNoun) {
		return n
	}
	return -1
}

// quota is the count that stands with "each rep" at the tokens i to k.
func (r *reading) quota(i, k int) *quantity {
	for n := range r.quantities {
		q := &r.quantities[n]
		if !q.measures() || q.flags&(isPercent|isMoney|isUnit|isAtMost|isOutOf|isPoints) != 0 {
			continue
		}
		if q.is(isDuration) && (r.at(q.at-1).verb&(worker|serves) == 0 || r.at(q.at-1).verb&(gains|offers|falls) != 0 && r.at(q.at-1).verb&serves == 0) {
			continue // "saves three hours" is good for the nurse, "bills 30 hours" is a quota
		}
		before := q.at < i && r.clause.shape == shapeOrder && r.clause.classes&(worker|serves) != 0
		after := q.at > k && q.at-k <= 4 && r.at(q.at-1).has(isVerb) && !r.at(q.at-1).is(copula|auxiliary) && !r.at(q.at-1).theme.meets(r.lexicon.subjects.undergoes)
		if (before || after) && r.sameSentence(q.at, i) {
			return q
		}
	}
	return nil
}
