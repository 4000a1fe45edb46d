package language

// within reports a bound of time or a rate: how fast, how often.
func (r *reading) within() bool {
	for i := range r.quantities {
		if q := &r.quantities[i]; q.measures() && q.is(isDuration) && q.is(isBound) || q.is(isWithin) || q.measures() && q.is(isPercent) && q.is(isAtMost|isAtLeast) {
			return true
		}
	}
	return false
}

// hasPair reports whether the statement tells a change: from a level to another.
func (r *reading) hasPair() bool {
	for i := range r.quantities {
		if r.quantities[i].pair > 0 {
			return true
		}
	}
	return false
}

// graded reports whether any quantity is more than a plain count.
func (r *reading) graded() bool {
	for i := range r.quantities {
		if q := &r.quantities[i]; q.graded() && (!q.is(isBound) || q.flags&(gradedFlags|isAtMost) != 0) {
			return true // "at least 3" of something is a plain count
		}
	}
	return false
}

// percentAnywhere reports whether any number is a percentage.
func (r *reading) percentAnywhere() bool {
	for i := range r.quantities {
		if r.quantities[i].is(isPercent) {
			return true
		}
	}
	return false
}

// continuousLevel reports levels that no count of things has.
func (r *reading) continuousLevel() bool {
	for i := range r.quantities {
		if q := &r.quantities[i]; q.measures() && q.flags&(isPercent|isMoney|isDuration|isUnit|isPoints|isOutOf) != 0 {
			return true
		}
	}
	return false
}

// countsOthers reports a quantity behind a token that counts people or their doing.
func (r *reading) countsOthers(from int) bool {
	for i := range r.quantities {
		q := &r.quantities[i]
		if q.at < from || !q.measures() || q.value < 10 && !q.graded() {
			continue
		}
		if p := r.nounPhrase(q.end, true); p.head >= 0 && r.at(p.head).noun&(actNoun|personNoun|dealNoun|metricNoun) != 0 && r.at(p.head).noun&(artefactNoun|activityNoun|staffNoun) == 0 {
			return true
		}
	}
	return false
}

// hasLevel reports whether the statement tells any number that is not a date.
func (r *reading) hasLevel() bool {
	for i := range r.quantities {
		if r.quantities[i].measures() {
			return true
		}
	}
	return false
}

// levelBehindColon reports that the statement names what is measured and then, behind
// a colon, its level: "Reply the same day: 19 of 20 mails". A plain count or a rate
// could be a plan as well.
func (r *reading) levelBehindColon() bool {
	for i := range r.quantities {
		q := &r.quantities[i]
		at := q.at - 1
		for at > 0 && (r.at(at).is(bound|atMost|atLeast|article) || r.at(at).isMark("~<>($")) {
			at--
		}
		if at <= r.clause.start || !r.at(at).isMark(":") || !q.measures() || q.is(isStep) {
			continue
		}
		if q.pair > 0 || q.flags&(isPercent|isOutOf|isPoints|isAtMost) != 0 || r.atMostBehind(q) || q.is(isDuration) && (r.percentAnywhere() || r.at(q.end).is(fromWord)) || q.is(isDuration|isUnit|isMoney) && q.is(isRate) {
			return true
		}
	}
	return false
}

// atMostBehind reports "2 calls a month at most".
func (r *reading) atMostBehind(q *quantity) bool {
	last := r.at(len(r.tokens) - 1)
	return last.is(atMost) && q.end < len(r.tokens)-1
}

// swiftFor reports a bound of time and for how many it holds: "in less than 10 minutes
// for 9 of 10 shops".
func (r *reading) swiftFor() bool {
	lasts, share := false, false
	for i := range r.quantities {
		q := &r.quantities[i]
		lasts = lasts || q.measures() && q.is(isDuration) && !q.is(isStep) && (q.is(isBound|isWithin) || r.at(q.at-1).is(preposition))
		share = share || q.measures() && q.is(isPercent) && !q.is(isStep) && (q.is(isOutOf) || r.at(q.end).is(ofWord)) && (r.at(q.at-1).is(preposition) || r.at(q.at-1).isMark(","))
	}
	return lasts && share
}

// stepsToLevel is where a way from one step of a process to another ends, behind which
// its level follows: "Call to arrival: 12 minutes", "Set-up to first order within …".
// It is 0 where no such way begins at a token.
func (r *reading) stepsToLevel(i int) int {
	k := i
	for k < i+3 && r.at(k).plain() && !r.at(k).is(toWord|preposition|determiner|conjunction|copula|modal) {
		k++
	}
	if k == i || !r.at(k).is(toWord) {
		return 0
	}
	to := k + 1
	for k = to; k < to+3 && r.at(k).plain() && !r.at(k).is(preposition|conjunction|copula|modal|bound) && (!r.at(k).is(determiner) || k == to); k++ {
	}
	if k == to || !r.at(k-1).has(isNoun) || r.quantityIndex(to) > 0 {
		return 0
	}
	for steps := 0; steps < 3 && (r.at(k).is(preposition|bound|atMost|atLeast) || r.at(k).isMark(":<~≤")); steps++ {
		k++
	}
	if q := r.quantityIndex(k); q > 0 && r.quantities[q-1].measures() && r.quantities[q-1].flags&(isDuration|isPercent) != 0 {
		return k
	}
	return 0
}

// wayMeasured reports that the statement measures the way from one step to another,
// and does not plan how long a piece of work may take.
func (r *reading) wayMeasured() bool {
	k := r.stepsToLevel(r.clause.start)
	if k == 0 {
		return false
	}
	first := r.at(r.clause.start)
	for i := range r.quantities {
		q := &r.quantities[i]
		if q.measures() && (q.pair > 0 || q.is(isPercent) && !q.is(isStep)) {
			return true
		}
	}
	return first.noun&projectNoun == 0 && first.verb&(makes|moves) == 0
}
