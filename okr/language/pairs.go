package language

// findPairs joins the two ends of a change: "from 5 to 9", "5 → 9", "9 (now 5)".
func (r *reading) findPairs() {
	for i := range r.quantities {
		a := &r.quantities[i]
		if !a.level() || a.pair > 0 {
			continue
		}
		if i+1 < len(r.quantities) {
			if b := &r.quantities[i+1]; b.level() && r.leadsTo(a, b) {
				r.join(i, i+1)
				continue
			}
		}
		if a.is(isFrom) {
			r.joinLoose(i)
		}
	}
}

func (q *quantity) level() bool { return q.measures() && !q.is(isStep) }

func (r *reading) join(from, to int) {
	r.quantities[from].pair, r.quantities[to].pair = to+1, from+1
	r.quantities[from].flags |= isFrom
	r.quantities[to].flags |= isTo
}

// joinLoose joins "(now 5)" or "up from 5" with the level beside it.
func (r *reading) joinLoose(from int) {
	for _, other := range []int{from - 1, from + 1} {
		if other < 0 || other >= len(r.quantities) {
			continue
		}
		q := &r.quantities[other]
		if q.level() && q.pair == 0 && !q.is(isFrom) && r.sameSentence(q.at, r.quantities[from].at) {
			r.join(from, other)
			return
		}
	}
}

// leadsTo reports whether the second quantity is where the first one goes: an
// arrow between them, or "to" right before the second.
func (r *reading) leadsTo(a, b *quantity) bool {
	if b.at-a.end > 7 {
		return false
	}
	arrow, words := -1, 0
	for i := a.end; i < b.at; i++ {
		t := &r.tokens[i]
		switch {
		case t.kind == arrowToken:
			arrow = i
		case t.isMark(".;!?"), t.is(subordinate) && !t.is(toWord):
			return false
		case t.plain() && !t.is(toWord|bound|article):
			words++
		}
	}
	if arrow >= 0 {
		return words <= 4
	}
	for i := b.at - 1; i >= a.end; i-- {
		t := &r.tokens[i]
		if t.is(toWord) {
			if words == 0 && !a.is(isFrom) && a.value == 1 && a.flags&gradedFlags == 0 && b.flags&gradedFlags == 0 && r.at(a.at-1).isForm(formPlural) {
				return false // "gates 1 to 4"
			}
			way := r.word(i-1) == "down" || r.word(i-1) == "up"
			return words == 0 || (a.is(isFrom) || way && a.flags&gradedFlags != 0) && words <= 4 && b.at-i <= 3
		}
		if !t.is(bound|article) && !t.isMark("($~") {
			return false
		}
	}
	return false
}

// rateAfter reports that a quantity is counted per something.
func (r *reading) rateAfter(q *quantity) quantityFlag {
	if !q.measures() {
		return 0
	}
	for i := q.end; i < len(r.tokens) && i < q.end+6; i++ {
		t := &r.tokens[i]
		switch {
		case t.kind == numberToken && i > q.end, t.isMark(".;"), t.kind == arrowToken:
			return 0
		case t.is(perWord) && !t.is(article):
			return isRate
		}
	}
	return 0
}

func (r *reading) sameSentence(a, b int) bool {
	if a > b {
		a, b = b, a
	}
	for i := a + 1; i <= b; i++ {
		if r.tokens[i].first {
			return false
		}
	}
	return true
}
