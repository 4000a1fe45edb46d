package language

// measurability says whether anybody could tell that the statement came true.
func (r *reading) measurability(task bool) {
	if r.measure.checked() || r.hasLevel() || r.metricKinds() {
		r.percentBase(task)
		if r.measure.Kind == "milestone" && !task && !r.hasLevel() {
			if i := r.weaselWord(); i >= 0 {
				r.sign(WeaselWords, "claim-as-milestone", Likely, Warning, i) // yes or no, and nobody could say which
			}
		}
		return
	}
	if i := r.weaselWord(); i >= 0 && !task {
		r.sign(WeaselWords, "claim-without-number", Likely, Warning, i)
		return
	}
	if r.binaryOutcome() || r.universal() {
		return
	}
	if task && r.clause.classes&(causes|alters|vague|soft|keeps|gains|rises|falls) == 0 && !r.supportive() {
		return // said already: it is work without a number
	}
	r.signAt(NoNumber, "no-number", Likely, Error, r.clauseEvidence())
}

// metricKinds reports whether the metric block is one that needs no number in
// the sentence.
func (r *reading) metricKinds() bool {
	return r.measure.Kind == "milestone" || r.measure.Kind == "stages" || r.measure.Kind == "establish_baseline"
}

// supportive verbs are work and say nothing that can be checked: help, support.
func (r *reading) supportive() bool {
	return r.clause.verb >= 0 && r.at(r.clause.verb).ofVerb(supportive)
}

// clauseEvidence are the words that a statement without a number rests on.
func (r *reading) clauseEvidence() evidence {
	c := &r.clause
	switch {
	case c.shape == shapeOrder:
		return r.verbAndHead()
	case c.shape == shapeClause && c.subject.head >= 0:
		return tokensOf(c.subject.head, c.verb)
	case c.subject.head >= 0:
		return tokensOf(c.subject.head)
	}
	return tokensOf()
}

// weaselWord is the first word that claims without saying how much, or -1.
func (r *reading) weaselWord() int {
	if r.seen.word&weasel == 0 && r.seen.verb&vague == 0 {
		return -1
	}
	for i := range r.tokens {
		t := &r.tokens[i]
		if !t.plain() || t.aside {
			continue
		}
		claims := t.is(weasel) && !t.is(bound) && (i != r.clause.verb || r.clause.shape != shapeOrder || t.verb&(serves|gains|falls) == 0) || t.ofVerb(vague) && (i == r.clause.verb || t.onlyVerb())
		if claims && !r.knownName(i) {
			return i
		}
	}
	return -1
}

func (r *reading) hasWeasel() bool { return r.weaselWord() >= 0 }

// universal reports a check without digits: all, every, none, never, daily.
func (r *reading) universal() bool {
	if r.clause.shape == shapePhrase && r.allLike(&r.clause.subject) {
		return true
	}
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.aside || !t.is(quantifier) {
			continue
		}
		if r.clause.shape == shapePhrase && t.is(every) && r.at(i+1).ofNoun(spanNoun) {
			return true // "Positive cash flow in every month"
		}
		if r.clause.shape == shapeClause && (i <= r.clause.verb || t.is(every)) || r.clause.shape == shapeOrder && r.clause.classes&(causes|reaches|keeps|falls) != 0 {
			return true
		}
	}
	return false
}

// binaryOutcome reports yes or no that others decide: one customer won, an audit
// passed.
func (r *reading) binaryOutcome() bool {
	c := &r.clause
	if c.shape == shapePhrase && c.subject.head >= 0 && r.at(c.subject.start).is(own) {
		head := r.at(c.subject.head)
		return head.isForm(formSingular) && head.noun&(dealNoun|awardNoun) != 0
	}
	if c.classes&(gains|reaches|uses) == 0 {
		return false
	}
	p := &c.object
	if p.head < 0 {
		return c.verb >= 0 && r.at(c.verb).marked(evenWord)
	}
	head := r.at(p.head)
	if head.ofNoun(awardNoun) && c.classes&alters == 0 {
		return true
	}
	if head.noun&(dealNoun|personNoun) == 0 || !head.isForm(formSingular) {
		return false
	}
	for i := p.start; i < p.head; i++ {
		if t := r.at(i); t.is(indefinite) || t.is(own) {
			return true
		}
	}
	return false
}

// pointsAtMost is the largest change of a rate that is as often meant in percentage
// points as in per cent of the rate.
const pointsAtMost = 10

// percentBase finds percentages that two readers would compute differently. The
// sentence of a result may stand beside a metric block, which tells the level; what
// work is for, or an objective, has none beside it.
func (r *reading) percentBase(alone bool) {
	if r.measure.HasBaseline {
		return
	}
	for i := range r.quantities {
		q := &r.quantities[i]
		if !q.is(isPercent) || q.pair > 0 || !(q.is(isStep) || r.relativeChange(q)) || r.describesSubject(q) {
			continue
		}
		if k := r.rateNear(q); k >= 0 && !alone {
			severity := Warning
			if q.value > pointsAtMost && !r.measure.known() {
				severity = Info
			}
			r.sign(AmbiguousPercent, "rate-by-percent", Likely, severity, k, q.at, q.end-1)
			return
		}
		severity := Info
		if alone || r.measure.known() {
			severity = Warning
		}
		r.sign(PercentageWithoutBase, "relative-change", Likely, severity, q.at, q.end-1)
		return
	}
}

// describesSubject reports a number inside the subject of a level, which says what
// is counted and not how much: "Forecasts that were off by more than 10 percent | fall
// from 7 to 2".
func (r *reading) describesSubject(q *quantity) bool {
	return r.clause.level && q.at < r.clause.verb
}

// rateNear is the word of a measure that is itself a share, or -1.
func (r *reading) rateNear(q *quantity) int {
	for i := range r.tokens {
		if t := &r.tokens[i]; t.ofNoun(rateNoun) && i < q.at {
			return i
		}
	}
	if percentUnit(r.measure.Unit) {
		return q.at
	}
	return -1
}

// unitText is what stands between the digits of a quantity and its end.
func (r *reading) unitText(q *quantity) string {
	if q.number >= 0 && r.numbers[q.number].unit.end > 0 {
		return r.text[r.numbers[q.number].unit.start:r.numbers[q.number].unit.end]
	}
	if q.end > q.at+1 {
		return r.lemma(q.end - 1)
	}
	return ""
}
