package language

// counterMetric finds measures that are easy to win by harm: the reason says
// which kind, and so which other number should watch over it. It is a hint for
// whoever sees the whole objective; one sentence cannot tell whether a guardrail
// stands beside it.
func (r *reading) counterMetric() {
	if r.seen.mark&(speedWord|costWord|conversionWord|volumeWord) == 0 || !r.hasLevel() {
		return
	}
	for _, kind := range [...]struct {
		mark   uint64
		reason string
	}{{speedWord, "speed"}, {costWord, "cost"}, {conversionWord, "conversion"}, {volumeWord, "volume"}} {
		for i := range r.tokens {
			if t := &r.tokens[i]; t.marked(kind.mark) && !t.aside && r.leadsStatement(i) && (kind.mark != volumeWord || r.countsVolume()) {
				r.sign(NoCounterMetric, kind.reason, Hint, Info, i)
				return
			}
		}
	}
}

// countsVolume reports that how many there are is what moves: not a share of them,
// and not what they do.
func (r *reading) countsVolume() bool {
	c := &r.clause
	if r.percentAnywhere() || c.classes&falls != 0 && c.classes&rises == 0 {
		return false
	}
	if next := r.at(c.subject.end); c.level && next.is(relative) {
		return false // "Visits that last more than two minutes" are no mere visits
	}
	return c.shape != shapeClause || c.classes&(mover|gains) != 0 && c.classes&uses == 0
}

// leadsStatement reports whether the word is what the statement measures: the
// head of its object or of its subject.
func (r *reading) leadsStatement(i int) bool {
	c := &r.clause
	if c.shape == shapeOrder {
		return i == c.object.head
	}
	return i == c.subject.head
}

// usuallyFalls finds trouble that is to grow: the numbers may be the wrong way
// round.
func (r *reading) usuallyFalls() {
	c := &r.clause
	p := &c.object
	if c.shape != shapeOrder {
		p = &c.subject
	}
	if p.head < 0 || !r.at(p.head).ofNoun(problemNoun) || r.at(p.head).noun&(artefactNoun|activityNoun|populationNoun|actNoun) != 0 {
		return
	}
	if next := r.at(r.skipAdverbs(p.end)); next.isForm(formParticiple) && next.verb&(serves|uses|watches|gains) != 0 {
		return // "Leaks found before the street gives way"
	}
	from, to, levels, known := r.ends()
	if !known || to <= from {
		return
	}
	severity := Info
	if r.measure.known() {
		severity = Warning
	}
	r.sign(WrongDirection, "measure-usually-falls", Hint, severity, p.head, levels[0], levels[1])
}
