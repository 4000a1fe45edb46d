package language

// direction finds verbs that contradict the numbers beside them. It speaks only
// where the main verb owns the numbers: a noun that could be a verb ("Broken lifts
// fall from 17 to 8"), a clause of purpose ("Reduce clutter to increase riders from
// 40 to 55") and a verb that moves something else say nothing about them.
func (r *reading) direction() {
	c := &r.clause
	if c.verb < 0 || c.classes&(rises|falls) == 0 || c.classes&rises != 0 && c.classes&falls != 0 {
		r.usuallyFalls()
		return
	}
	from, to, levels, known := r.ends()
	if !known || from == to {
		return
	}
	if (c.classes&falls != 0) != (to > from) {
		r.usuallyFalls()
		return
	}
	if r.verbDirects() && r.ownsLevels(levels) && !r.movesPace() {
		r.sign(WrongDirection, "verb-against-numbers", Certain, Error, c.verb, levels[0], levels[1])
	}
}

// verbDirects reports that the main verb can be nothing but a verb here. Without an
// object, "cuts" and "lifts" behind a noun are nouns themselves; before a bare noun
// that is no measure, so are "decline" and "drop".
func (r *reading) verbDirects() bool {
	c := &r.clause
	t := r.at(c.verb)
	if r.lexicon.grammar.nounCapitals {
		return true
	}
	switch {
	case c.shape == shapeClause && t.has(isNoun) && t.isForm(formThird|formBase) && !c.passive:
		return !t.theme.meets(r.lexicon.subjects.needsObject) || !c.object.empty() && c.object.quantity == 0
	case c.shape == shapeOrder && t.isForm(formThird) && !t.isForm(formBase):
		return false // "Lifts out of service"
	case c.shape == shapeOrder && (t.has(isNoun|isAdjective) || t.is(comparative)) && c.object.head >= 0:
		head := r.at(c.object.head)
		return r.at(c.object.start).is(determiner) || head.noun&^(artefactNoun|activityNoun|progressNoun|taskNoun) != 0
	}
	return true
}

// ownsLevels reports that nothing stands between the main verb and the two levels
// that could own them in its place: a purpose, a means, an effect, another verb of
// movement. Where the levels stand in the metric block, nothing of the kind may
// stand anywhere in the sentence.
func (r *reading) ownsLevels(levels [2]int) bool {
	c := &r.clause
	start, end := c.verb+1, len(r.tokens)
	if levels[0] >= 0 {
		end = min(levels[0], levels[1])
	}
	if end <= c.verb { // German verbs stand behind their levels
		start = c.start
		start = max(start, levels[0]+1, levels[1]+1)
		end = c.verb
	}
	for i := start; i < end; i++ {
		if r.at(i).aside {
			continue
		}
		if r.leavesClause(i) || r.movesToo(i) {
			return false
		}
	}
	return true
}

// leavesClause reports a token behind which another clause begins.
func (r *reading) leavesClause(i int) bool {
	t := r.at(i)
	switch {
	case t.isMark(".;:!?"), t.is(effect|means) && !r.isDeadlinePhrase(i):
		return true
	case t.is(subordinate) && !t.is(relative|preposition|deadlineLead|conjunction):
		return i > r.clause.verb+1 // "Reduce how long guests wait"
	case t.is(byWord|agentWord) && r.at(i+1).isForm(formIng) && r.at(i+1).has(isVerb):
		return true
	case t.is(toWord) && r.at(i+1).has(isVerb) && r.at(i+1).isForm(formBase) && r.quantityIndex(i+1) == 0:
		return r.at(i-1).noun&(metricNoun|spanNoun) == 0 // "the time to answer" is one measure
	}
	return false
}

// movesToo reports another finite verb of movement.
func (r *reading) movesToo(i int) bool {
	t, before := r.at(i), r.at(i-1)
	if !t.has(isVerb) || t.verb&(rises|falls|reaches|moves) == 0 || !t.isForm(formBase|formThird|formPast|formIng) || before.is(article|possessive) {
		return false
	}
	if t.is(preposition|determiner) || t.isForm(formParticiple) && !t.isForm(formBase) && r.at(i+1).has(isNoun) {
		return false
	}
	if t.isForm(formIng) {
		return !t.has(isAdjective) && t.verb&moves == 0 && r.at(i-1).is(byWord|agentWord|conjunction)
	}
	return !t.has(isNoun) && t.verb&moves == 0 || r.levelBehindVerb(i+1)
}

// movesPace reports that more is said of how fast something goes, and the levels
// tell how long it takes: "Speed up boarding from 30 to 10 minutes".
func (r *reading) movesPace() bool {
	c := &r.clause
	if r.at(c.verb).theme.meets(r.lexicon.subjects.pace) {
		return true
	}
	lasts := false
	for i := range r.quantities {
		lasts = lasts || r.quantities[i].pair > 0 && r.quantities[i].is(isDuration)
	}
	if m := &r.measure; m.known() {
		lasts = lasts || r.nounClass([]byte(m.Unit))&spanNoun != 0
	}
	if c.classes&falls != 0 {
		return false
	}
	p := &c.object
	if c.shape != shapeOrder {
		p = &c.subject
	}
	return lasts && (p.head < 0 || r.at(p.head).noun&(metricNoun|spanNoun|problemNoun) == 0) // "Boost boarding from 30 to 10 minutes"
}

// ends are the two levels of the change: of the metric block, else of the
// sentence's own pair.
func (r *reading) ends() (from, to float64, levels [2]int, known bool) {
	levels = [2]int{-1, -1}
	if m := &r.measure; m.HasBaseline && m.HasTarget {
		return m.Baseline, m.Target, levels, true
	}
	pairs := 0
	for i := range r.quantities {
		q := &r.quantities[i]
		if q.pair == 0 || q.pair-1 < i {
			continue
		}
		pairs++
		other := &r.quantities[q.pair-1]
		a, b := q, other
		if other.is(isFrom) && !q.is(isFrom) {
			a, b = other, q
		}
		if a.flags&(isPercent|isMoney|isDuration) != b.flags&(isPercent|isMoney|isDuration) && b.flags&(isPercent|isMoney|isDuration) != 0 && a.flags&(isPercent|isMoney|isDuration) != 0 {
			return 0, 0, levels, false
		}
		if r.unitText(a) != "" && r.unitText(b) != "" && r.unitText(a) != r.unitText(b) {
			return 0, 0, levels, false
		}
		from, to, levels = a.value, b.value, [2]int{q.at, other.at}
	}
	return from, to, levels, pairs == 1
}
