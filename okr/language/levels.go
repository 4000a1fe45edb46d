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
