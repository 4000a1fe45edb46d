package language

import "slices"

// Note returns the signs of free text: a note of a check-in, a reason, what was
// learned, any sentence. A note need not be measurable; it may not speak of
// single people, of pay, of contests.
//
// A note may be long: it is read in parts, and each rule speaks once, at the
// first place.
func (u *Understanding) Note(text string) []Sign {
	var signs []Sign
	for start := 0; start < len(text); {
		part, read := u.notePart(text[start:])
		for _, s := range part {
			if slices.ContainsFunc(signs, func(known Sign) bool { return known.Rule == s.Rule }) {
				continue
			}
			for i := range s.Evidence {
				s.Evidence[i].Start += start
				s.Evidence[i].End += start
			}
			signs = append(signs, s)
		}
		start += max(read, 1)
	}
	return signs
}

// notePart reads the beginning of a note and says how many bytes that was.
func (u *Understanding) notePart(text string) (signs []Sign, read int) {
	r := u.scan(text)
	defer u.release(r)
	turns := r.lexicon.grammar.turns != nil && r.lexicon.grammar.turns(r)
	if turns { // what the words are is known with the clause
		r.findClause()
	}
	r.persons(inNotes)
	if !turns {
		if len(r.signs) == 0 && r.nothingElse() {
			return nil, r.scanner.read
		}
		r.findClause()
	}
	r.noteMatters()
	return r.said(), r.scanner.read
}

// noteMatters finds what a note may not speak of besides single people.
func (r *reading) noteMatters() {
	r.matchPatterns(inNotes)
	r.beatsNamedTeam()
	r.perPersonQuota()
	r.bareName()
	r.learningOfOne()
	r.goalsOfOne()
	r.hanging()
	r.whoeverGets()
	r.blame()
	r.vanityOnly()
	r.timidNumbers()
	r.effort()
	r.authority()
}

// nothingElse reports that [reading.noteMatters] finds nothing, whatever the clause is.
// Most notes are like that, so that their clauses need not be read. Every matter has
// its line, with what cannot be missing where it is found.
func (r *reading) nothingElse() bool {
	s, subjects := &r.seen, &r.lexicon.subjects
	switch {
	case s.theme.meets(subjects.beat) && len(r.names.teams) > 0: // a named team is beaten
	case r.possibleQuota():
	case s.theme.meets(subjects.anyPay.with(subjects.holders)) && len(r.tokens) <= longestName:
	case s.verb&learns != 0 && s.noun&courseNoun != 0: // learning of one
	case s.verb&blames != 0 || s.mark&blameWord != 0:
	case s.theme.meets(subjects.vanity.with(subjects.output)):
	case s.noun&taskNoun != 0: // effort
	case s.mark&bossWord != 0: // authority
	case s.theme.meets(subjects.hanging): // on a goal
	case s.theme.meets(subjects.receive) && s.kinds&(1<<numberToken) != 0: // a sum for a goal
	case s.theme.meets(subjects.getsIt) && s.theme.meets(subjects.whoever.with(subjects.anyone)):
	case s.theme.meets(subjects.holdsNow): // a timid number
	case s.theme.meets(subjects.goals.with(subjects.scored)): // of one
	case s.theme.meets(subjects.byHead) && (s.theme.meets(subjects.anyone) || s.noun&(personNoun|staffNoun) != 0):
	case s.mark&firstName != 0 && s.theme.meets(subjects.judged):
	default:
		return !r.anyPattern(inNotes)
	}
	return false
}

// keyResultNotes adds what a title may not name either.
func (r *reading) keyResultNotes() {
	r.persons(inTitles)
	r.matchPatterns(inTitles)
	r.beatsNamedTeam()
	r.perPersonQuota()
}

// effort finds "3 of 5 tickets done": work counted in the place of progress.
func (r *reading) effort() {
	for i := range r.quantities {
		q := &r.quantities[i]
		end := q.end
		if !q.is(isOutOf) {
			if !r.at(end).is(ofWord) {
				continue
			}
			next := r.quantityIndex(end + 1)
			if next == 0 {
				continue
			}
			end = r.quantities[next-1].end
		}
		for k := end; k < end+3; k++ {
			if r.at(k).ofNoun(taskNoun) {
				r.sign(EffortAsProgress, "counts-tasks", Likely, Info, q.at, k)
				return
			}
		}
	}
}

// vanityOnly finds notes that only count attention or output: "Commits pushed",
// "5M video views".
func (r *reading) vanityOnly() {
	vanity, output := r.lexicon.subjects.vanity.with(r.lexicon.subjects.attention), r.lexicon.subjects.output
	putOut, guards := r.lexicon.subjects.putOut, r.lexicon.subjects.qualityOf
	if !r.seen.theme.meets(vanity.with(output)) {
		return
	}
	if r.signed(VanityMetric) || r.hasPair() || r.percentAnywhere() {
		return
	}
	bare := r.clause.shape == shapePhrase || r.clause.shape == shapeClause && r.clause.passive
	for i := range r.tokens {
		t := &r.tokens[i]
		if !t.theme.meets(vanity.with(output)) || !t.isForm(formPlural) || r.at(i+1).theme.meets(guards) || r.sentenceHas(i, guards) || r.actsItself(i) {
			continue
		}
		alone := bare && len(r.tokens) <= 4
		switch {
		case r.otherAttention(i, i), t.theme.meets(vanity) && r.attentionByTheWay(i, i):
		case t.theme.meets(vanity) && (r.countedHere(i) || alone):
			r.sign(VanityMetric, "counts-attention", Likely, Warning, i)
			return
		case t.theme.meets(output) && (r.at(i+1).theme.meets(putOut) || alone && !(r.at(i+1).plain() && r.at(i+1).isForm(formPast|formParticiple))):
			r.sign(VanityMetric, "counts-output", Likely, Warning, i)
			return
		}
	}
}

// countedHere reports a number before the noun or after a verb that raises it.
func (r *reading) countedHere(i int) bool {
	for k := range r.quantities {
		if q := &r.quantities[k]; q.measures() && !r.at(q.at-1).is(agentWord) && (q.end <= i && i-q.end <= 3 || q.at > i && q.at-i <= 3) {
			return true
		}
	}
	return false
}

// longestName is how many tokens the name of a field or of a matter takes at most.
const longestName = 6

// bareName finds notes that are nothing but the name of a field or of a matter
// that does not belong here: "assignee", "merit pay".
func (r *reading) bareName() {
	named := r.identifier()
	if len(r.tokens) > 3 && (!named || len(r.tokens) > longestName) || r.clause.shape == shapeClause {
		return
	}
	subjects := &r.lexicon.subjects
	for i := range r.tokens {
		t := &r.tokens[i]
		switch {
		case r.sentenceHas(i, subjects.productFavours) || t.kind == markToken && !named:
			return
		case t.theme.meets(subjects.anyPay) && !r.signed(CompensationLink):
			r.sign(CompensationLink, "pay-named", Likely, Error, i)
			return
		case t.theme.meets(subjects.holders) && named && !r.signed(IndividualGoal):
			r.sign(IndividualGoal, "owner-named", Likely, Error, i)
			return
		}
	}
}

// identifier reports a text that is one name of a program or a form.
func (r *reading) identifier() bool {
	for i := range len(r.text) {
		if isSpace(r.text[i]) {
			return false
		}
	}
	return true
}

// learningOfOne finds goals that only one person can reach: read ten books.
func (r *reading) learningOfOne() {
	c := &r.clause
	if c.shape != shapeOrder || c.verb < 0 || !r.at(c.verb).ofVerb(learns) || c.object.quantity == 0 || c.object.head < 0 || r.signed(IndividualGoal) {
		return
	}
	if r.at(c.object.head).ofNoun(courseNoun) {
		r.sign(IndividualGoal, "learning-of-one", Likely, Warning, c.verb, c.object.head)
	}
}
