package language

// meansCarryNumber reports a change without a level of its own whose means are
// counted: "shorten the queue by answering 80 letters".
func (r *reading) meansCarryNumber() bool {
	i := r.meansAt()
	if i < 0 {
		return false
	}
	for k := range r.quantities {
		q := &r.quantities[k]
		if q.measures() && (q.at < i || q.graded()) {
			return false
		}
	}
	return r.hasLevel() || r.clause.classes&alters != 0
}

// meansAt is the "by" of "by answering letters", or -1.
func (r *reading) meansAt() int {
	for i := r.clause.rest; i+1 < len(r.tokens); i++ {
		if !r.tokens[i].is(means) {
			continue
		}
		next := r.at(r.skipAdverbs(i + 1))
		if p := r.nounPhrase(i+1, false); p.quantity > 0 && p.head >= 0 && r.at(p.head).noun&(artefactNoun|activityNoun) != 0 && !r.quantities[p.quantity-1].is(isPercent) {
			return i
		}
		if next.has(isVerb) && next.isForm(formIng) && next.verb&(worker|gains|serves) != 0 {
			return i
		}
	}
	return -1
}

// meansEvidence are the verb, the "by" and what is done.
func (r *reading) meansEvidence() evidence {
	i := r.meansAt()
	return tokensOf(r.clause.verb, i, r.skipAdverbs(i+1))
}
