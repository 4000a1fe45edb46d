package language

// innerClause decides what follows "ensure", "have", "get", "make sure": a
// clause of its own.
func (r *reading) innerClause() (verdict, bool) {
	outer := r.clause
	defer func() { r.clause = outer }()
	i := outer.verb + 1
	if r.at(i).is(relative) {
		i++
	}
	inner := &r.clause
	*inner = clause{verb: -1, state: -1, object: phraseRange{head: -1}, start: i}
	inner.subject = r.nounPhrase(i, true)
	if inner.subject.empty() {
		return result, false
	}
	inner.rest = inner.subject.end
	k := r.findFinite(inner.rest, inner.subject.head)
	if k < 0 && r.bareVerb(inner.rest) && !r.at(inner.rest).is(done) {
		k = inner.rest
	}
	switch {
	case k >= 0:
		r.verbGroup(k)
	case r.at(inner.rest).is(done):
		inner.shape, inner.state, inner.verb, inner.classes = shapeClause, inner.rest, outer.verb, being
	default:
		return result, false
	}
	return r.decideClause(), true
}

// bareVerb reports the infinitive of "see a journal carry our figure".
func (r *reading) bareVerb(i int) bool {
	t := r.at(i)
	return t.has(isVerb) && t.isForm(formBase|formParticiple) && !t.is(copula)
}
