package language

// effectLevel reports whether a pair of levels, or a level behind "so that",
// "until", "resulting in", tells the effect of the work.
func (r *reading) effectLevel() bool {
	effectAt := -1
	for i := r.clause.rest; i < len(r.tokens); i++ {
		if r.tokens[i].is(effect) && !r.isDeadlinePhrase(i) {
			effectAt = i
			break
		}
	}
	for i := range r.quantities {
		q := &r.quantities[i]
		switch {
		case q.pair > 0 && !r.pairCountsOwnWork(q):
			return true
		case effectAt >= 0 && q.at > effectAt && q.measures() && !q.is(isStep) && q.flags&(isPercent|isPoints|isMoney|isDuration|isUnit|isAtMost|isOutOf|isMultiple) != 0 && !r.relativeChange(q):
			return true
		case q.is(isPercent) && q.at > r.clause.rest && !q.is(isStep) && r.at(q.end).ofNoun(metricNoun|actNoun) && !r.relativeChange(q) && r.at(q.at-1).is(preposition):
			return true
		case q.is(isPercent) && !q.is(isStep) && q.at > r.clause.verb && r.ofTheTime(q):
			return true
		case q.at >= r.clause.rest && q.measures() && q.pair == 0 && (r.withPeople(q) || r.fasterBy(q) || r.bringing(q)):
			return true
		}
	}
	return false
}

// ofTheTime reports "98 % of the time", "80 % of cases": how reliably.
func (r *reading) ofTheTime(q *quantity) bool {
	if !r.at(q.end).is(ofWord) {
		return false
	}
	p := r.nounPhrase(q.end+1, false)
	if p.head < 0 || p.end < len(r.tokens) && r.at(p.end).plain() {
		return false
	}
	head := r.at(p.head)
	return head.ofNoun(spanNoun) || head.ofNoun(metricNoun) && head.marked(speedWord)
}

// fasterBy reports "30 % faster": the work is measured itself.
func (r *reading) fasterBy(q *quantity) bool {
	return q.is(isPercent|isMultiple|isDuration) && r.at(q.end).is(comparative)
}

// bringing reports ", reaching 5,000 customers": a level behind a participle that
// tells what the work brings.
func (r *reading) bringing(q *quantity) bool {
	for i := max(r.clause.rest, q.at-4); i < q.at; i++ {
		t := r.at(i)
		if !t.isForm(formIng) || t.verb&(reaches|gains|rises|falls) == 0 || t.verb&worker != 0 || r.at(i-1).is(means) {
			continue
		}
		p := r.nounPhrase(q.end, false)
		return !q.is(isStep) && (q.graded() && !r.relativeChange(q) || p.head >= 0 && r.at(p.head).noun&(personNoun|actNoun|dealNoun) != 0)
	}
	return false
}

// withPeople reports "with 250 guests each", "with €100k revenue".
func (r *reading) withPeople(q *quantity) bool {
	if !r.at(q.at - 1).is(withWord) {
		return false
	}
	if q.is(isMoney) {
		return true
	}
	if q.is(isSpelled) || q.value < 10 {
		return false // "a pilot with three schools"
	}
	p := r.nounPhrase(q.at, false)
	if object := r.at(r.clause.object.head); object.ofNoun(activityNoun) && r.clause.classes&acts != 0 && r.clause.classes&gains == 0 && r.clause.object.quantity == 0 && r.studies() {
		return false // "Carry out usability tests with 15 users": those who take part
	}
	return p.head >= 0 && r.at(p.head).ofNoun(personNoun) && !r.at(p.head).ofNoun(staffNoun)
}

// studies reports an object that looks at something: a test, an analysis.
func (r *reading) studies() bool {
	t := r.at(r.clause.object.head)
	return t.verb&watches != 0 || t.ofNoun(populationNoun) || t.verb&acts != 0
}

// relativeChange reports "a 15 % increase": a change without its levels.
func (r *reading) relativeChange(q *quantity) bool {
	if r.at(q.end).is(conjunction) && r.at(q.end+1).is(comparative) {
		return false // "95 percent or more"
	}
	for i := q.end; i < q.end+3 && i < len(r.tokens); i++ {
		if w := r.at(i); w.ofNoun(metricNoun) && w.verb&(rises|falls) != 0 || w.is(comparative) {
			return true
		}
	}
	return false
}

// isDeadlinePhrase reports that a word such as "until" leads a date, not an effect.
func (r *reading) isDeadlinePhrase(i int) bool {
	q := r.quantityAt(i + 1)
	return q != nil && q.is(isDate) || r.at(i+1).ofNoun(deadlineNoun|monthNoun)
}

// pairCountsOwnWork reports whether the pair counts what the team makes.
