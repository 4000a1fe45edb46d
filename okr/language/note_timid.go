package language

// timidNumbers finds targets that are behind what holds already: "put 80 in, we are at
// 84", "settle for 85 %, having run at 91", "keep it below 9 % (currently 5 %)".
func (r *reading) timidNumbers() {
	if len(r.quantities) < 2 || r.signed(TimidTarget) || !r.seen.theme.meets(r.lexicon.subjects.holdsNow) {
		return
	}
	for c := range r.quantities {
		current := &r.quantities[c]
		mark := r.heldBy(current)
		if mark < 0 {
			continue
		}
		for n := range r.quantities {
			target := &r.quantities[n]
			if n == c || !target.measures() || target.is(isFrom) || target.flags&(isEvery|isDate|isDeadline) != 0 || !sameMeasure(target, current) {
				continue
			}
			verb := r.choosing(target)
			if verb < 0 {
				continue
			}
			falls := target.is(isAtMost) || r.clause.classes&falls != 0 || target.is(isTo) && r.fallingPair(target)
			if falls && current.value <= target.value || !falls && current.value >= target.value && !(target.value <= 0) {
				r.sign(TimidTarget, "already-there", Likely, Warning, verb, target.at, mark, current.at)
				return
			}
		}
	}
}

// heldBy is the word that says that a quantity holds already, -1 where none does.
func (r *reading) heldBy(q *quantity) int {
	if q.flags&(isDate|isDeadline|isFrom|isTo|isEvery) != 0 || !q.measures() {
		return -1
	}
	now := r.lexicon.subjects.holdsNow
	for k := q.at - 1; k >= q.at-4 && k >= 0; k-- {
		t := &r.tokens[k]
		if t.theme.meets(now) {
			return k
		}
		if r.tokens[k+1].first || t.isMark(",;") || r.quantityAt(k) != nil {
			break
		}
	}
	for k := q.end; k <= q.end+5 && k < len(r.tokens) && !r.tokens[k].first; k++ {
		t := &r.tokens[k]
		if t.theme.meets(now) {
			return k
		}
		if t.isMark(",;") || r.quantityAt(k) != nil {
			break
		}
	}
	return -1
}

// choosing is the verb, or the word for a goal, that makes a quantity a target that
// somebody chose, -1 where there is none.
func (r *reading) choosing(q *quantity) int {
	subjects := &r.lexicon.subjects
	for k := q.at - 1; k >= 0 && k >= q.at-9; k-- {
		t := &r.tokens[k]
		if r.tokens[k+1].first {
			break
		}
		if t.theme.meets(subjects.chosen) && !r.at(k-1).is(determiner) || k == r.clause.verb && r.clause.shape == shapeOrder || t.first && t.theme.meets(subjects.aim) && r.at(k+1).isMark(":") {
			return k
		}
	}
	return -1
}

// fallingPair reports that the pair which a quantity ends goes down.
func (r *reading) fallingPair(q *quantity) bool {
	return q.pair > 0 && r.quantities[q.pair-1].value > q.value
}

// sameMeasure reports that two quantities may be compared.
func sameMeasure(a, b *quantity) bool {
	const kinds = isMoney | isDuration | isUnit | isOutOf
	if a.flags&kinds != b.flags&kinds && a.flags&kinds != 0 && b.flags&kinds != 0 {
		return false
	}
	return a.value > 0 && b.value > 0 && a.value < 10*b.value && b.value < 10*a.value
}
