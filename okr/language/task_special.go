package language

// percentComplete finds "migration 100 % complete", "finish 80 % of the roadmap".
func (r *reading) percentComplete() bool {
	if m := &r.measure; m.known() && m.HasBaseline && m.HasTarget && m.Baseline == 0 && m.Target == 100 && percentUnit(m.Unit) {
		if i := r.progressWord(); i >= 0 && !r.countablePopulation() {
			r.sign(PercentComplete, "per-cent-of-work", Likely, Warning, i)
			return true
		}
	}
	for k := range r.quantities {
		q := &r.quantities[k]
		if !q.is(isPercent) || q.is(isStep) {
			continue
		}
		head := r.shareOf(q)
		if head >= 0 && r.at(head).ofNoun(progressNoun) && r.at(head).noun&(personNoun|populationNoun) == 0 {
			r.sign(PercentComplete, "per-cent-of-work", Likely, Warning, q.at, head)
			return true
		}
		if r.at(q.end).is(done) && r.at(q.end).has(isAdjective) && r.completes(q.end) && r.at(r.clause.subject.head).ofNoun(progressNoun|projectNoun|artefactNoun) {
			r.sign(PercentComplete, "per-cent-of-work", Likely, Warning, r.clause.subject.head, q.at, q.end)
			return true
		}
	}
	return false
}

// completes reports "complete", "done", "finished" and their like.
func (r *reading) completes(i int) bool {
	t := r.at(i)
	return t.is(done) && (t.ofVerb(makes) || t.marked(completion))
}

// shareOf is the head of what a percentage is taken of, or -1.
func (r *reading) shareOf(q *quantity) int {
	i := q.end
	if r.at(i).is(ofWord) {
		i++
	}
	p := r.nounPhrase(i, true)
	if p.head < 0 || i == q.end && !r.at(p.head).ofNoun(projectNoun) {
		return -1
	}
	return p.head
}

func percentUnit(unit string) bool { return unit == "%" || unit == "percent" }

// progressWord is a word of completion, -1 where there is none.
func (r *reading) progressWord() int {
	for i := range r.tokens {
		if r.tokens[i].marked(completion) || r.tokens[i].ofNoun(progressNoun) && r.tokens[i].noun&populationNoun == 0 {
			return i
		}
	}
	return -1
}

func (r *reading) countablePopulation() bool {
	for i := range r.tokens {
		if t := &r.tokens[i]; t.ofNoun(populationNoun|personNoun) && t.isForm(formPlural) && !t.ofNoun(progressNoun) {
			return true
		}
	}
	return false
}

// trackerKey finds a key or a link of an issue tracker.
func (r *reading) trackerKey() bool {
	if r.seen.kinds&(1<<keyToken|1<<linkToken) == 0 && r.seen.mark&(epicWord|workItem) == 0 {
		return false
	}
	for i := range r.tokens {
		t := &r.tokens[i]
		switch {
		case t.kind == keyToken && !r.knownName(i):
			r.sign(InitiativeAsKeyResult, "tracker-key", Likely, Warning, i)
			return true
		case t.kind == linkToken && r.trackerLink(t):
			r.sign(InitiativeAsKeyResult, "tracker-link", Certain, Warning, i)
			return true
		case t.marked(workItem) && r.numberedItem(i):
			r.sign(InitiativeAsKeyResult, "tracker-word", Likely, Warning, i, r.itemNumber(i))
			return true
		case t.marked(epicWord) && (r.at(i+1).isMark("#:") || r.at(i+1).kind == numberToken || i == r.clause.start):
			r.sign(InitiativeAsKeyResult, "tracker-word", Likely, Warning, i)
			return true
		}
	}
	return false
}

// numberedItem reports a single thing of a tracker and its number: "Ticket 4711
// resolved", "Fix bug #12". A small number without a sign could count as well: it is a
// name where nothing but a state follows.
func (r *reading) numberedItem(i int) bool {
	k := r.itemNumber(i)
	t, n := r.at(i), r.at(k)
	if n.kind != numberToken || t.isForm(formPlural) && !t.isForm(formSingular) || r.hasPair() {
		return false
	}
	if next := r.at(k + 1); next.plain() && next.is(ofWord) || next.kind == numberToken || next.kind == arrowToken || next.isMark("/–") {
		return false
	}
	number := &r.numbers[n.quantity-1]
	if number.value != float64(int(number.value)) || number.percent || number.currency || number.multiplier || number.date || number.unit.end > number.unit.start {
		return false
	}
	return k == i+2 || number.value >= 100 || r.completes(k+1) || r.at(k+1).isForm(formParticiple) && k+2 >= len(r.tokens)
}

// itemNumber is where the number of a thing of a tracker stands: behind a # or not.
func (r *reading) itemNumber(i int) int {
	if r.at(i + 1).isMark("#") {
		return i + 2
	}
	return i + 1
}

func (r *reading) trackerLink(t *token) bool {
	link := r.text[t.start:t.end]
	for _, part := range []string{"/browse/", "/issues/", "/issue/", "/epics/", "/epic/", "/merge_requests/", "/pull/", "/work_items/", "/boards/", "/card/", "/c/", "/t/"} {
		if containsFold(link, part) {
			return true
		}
	}
	return false
}

// dateOnly finds statements whose only number is a day.
func (r *reading) dateOnly() bool {
	if r.measure.known() {
		return false
	}
	date := -1
	for i := range r.quantities {
		switch q := &r.quantities[i]; {
		case q.is(isDate):
			date = q.at
		case q.measures():
			return false
		}
	}
	if date < 0 || r.clause.shape == shapeOrder && r.clause.classes&worker == 0 {
		return false
	}
	v := r.decide()
	if v.rule == "" {
		return false
	}
	r.signAt(v.rule, v.reason, v.strength, Error, v.evidence)
	r.sign(DateAsTarget, "only-a-date", Likely, Error, date)
	return true
}

// dateBesideStep finds work with a day to be done by, whose only other numbers are
// changes without a level: the day is what will be checked.
func (r *reading) dateBesideStep() {
	date := -1
	for i := range r.quantities {
		switch q := &r.quantities[i]; {
		case q.is(isDate):
			date = q.at
		case q.measures() && !q.is(isStep) && !r.relativeChange(q):
			return
		}
	}
	if date >= 0 {
		r.sign(DateAsTarget, "date-of-work", Likely, Warning, date)
	}
}

// selfImprovement finds learning that only its participants do: courses, books,
// certificates.
func (r *reading) selfImprovement() bool {
	c := &r.clause
	if c.verb < 0 || c.shape != shapeOrder || !r.at(c.verb).ofVerb(learns) || c.object.head < 0 {
		return false
	}
	for i := c.object.start; i < c.object.end; i++ {
		if r.at(i).ofNoun(courseNoun) {
			r.sign(SelfImprovement, "learning-done", Likely, Warning, c.verb, i)
			return true
		}
	}
	return false
}

// countsWork finds metric blocks whose unit is a product of work: posts, workshops.
func (r *reading) countsWork() bool {
	if r.measure.Unit == "" || !r.ownUnit() || r.fromOthers() || r.clause.classes&falls != 0 || r.measure.Kind == "at_most" || r.measure.Kind == "decrease" {
		return false
	}
	if m := &r.measure; m.HasBaseline && m.HasTarget && m.Target < m.Baseline {
		return false
	}
	r.signAt(VolumeOfActivity, "unit-counts-work", Likely, Warning, r.clauseEvidence())
	return true
}

// fromOthers reports that what the unit counts comes from others, or that the sentence
// counts what becomes of it: "Error reports answered within a day", "Reports that reach
// a counsellor".
func (r *reading) fromOthers() bool {
	p := &r.clause.subject
	if p.head < 0 || r.at(p.head).noun&(artefactNoun|activityNoun) == 0 {
		return false
	}
	end := r.behindPhrases(p.end)
	next := r.at(end)
	switch {
	case next.is(relative):
		return !r.at(end + 1).is(we)
	case next.isForm(formParticiple) && next.verb&(serves|uses|watches|gains) != 0 && next.verb&makes == 0:
		return true
	}
	return p.head > p.start && r.at(p.head-1).ofNoun(problemNoun) || r.takenBefore(p) || r.perOtherBehind(p)
}

// ownUnit reports whether the metric block counts the team's own work.
func (r *reading) ownUnit() bool {
	n := r.unitClass(r.measure.Unit)
	return n&(artefactNoun|activityNoun) != 0 && n&(spanNoun|metricNoun|actNoun|problemNoun|populationNoun|personNoun|dealNoun) == 0
}

// unitClass is what the lexicon says of the last word of a unit.
func (r *reading) unitClass(unit string) uint32 {
	class := uint32(0)
	start := 0
	var buffer [64]byte
	for i := 0; i <= len(unit); i++ {
		if i < len(unit) && unit[i] != ' ' && unit[i] != '/' {
			continue
		}
		word := lowered(buffer[:0], unit[start:i])
		switch {
		case string(word) == "per", string(word) == "pro":
			return class
		case i < len(unit) && unit[i] == '/':
			return r.nounClass(word)
		case len(word) > 0:
			class = r.nounClass(word)
		}
		start = i + 1
	}
	return class
}

func (r *reading) nounClass(word []byte) uint32 {
	if index, known := r.lexicon.find(word); known {
		return r.lexicon.entries[index].noun
	}
	return 0
}
