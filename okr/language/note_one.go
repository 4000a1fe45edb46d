package language

import "bytes"

// goalsOfOne finds goals, quotas and results of single people by what a sentence puts
// together: each of those who work here and a goal, a name and a goal, a goal that is
// taken down to the person.
func (r *reading) goalsOfOne() {
	subjects := &r.lexicon.subjects
	goals := subjects.goals
	workers := subjects.anyone
	if r.signed(IndividualGoal) {
		return
	}
	if !r.seen.theme.meets(workers.with(goals)) && !r.seen.capital {
		return
	}
	pair := r.hasPair()
	for i := range r.tokens {
		if r.signed(IndividualGoal) {
			return
		}
		t := &r.tokens[i]
		if t.theme.meets(goals) {
			r.goalOfOne(i)
		}
		if k := r.eachWorker(i); k > 0 && !pair {
			r.quotaOfEach(i, k)
		}
		if t.theme.meets(subjects.scored) {
			r.scoreOfOne(i)
		}
		if t.marked(firstName) && t.caps == initialCap {
			r.namedJudged(i)
		}
		if t.theme.meets(workers) && !pair {
			r.headCounted(i)
			r.downToOne(i)
		}
	}
}

// workerAt reports one who works here, by trade or as a person of the staff; groups of
// them are none.
func (r *reading) workerAt(i int) bool {
	t, subjects := r.at(i), &r.lexicon.subjects
	if t.entry < 0 && t.plain() && t.caps == lowerCase && t.ofNoun(personNoun|staffNoun) {
		return true
	}
	return t.theme.meets(subjects.anyone) && !t.theme.meets(subjects.unit.with(subjects.outsider))
}

// goalOfOne finds who has the goal at i.
func (r *reading) goalOfOne(i int) {
	label := r.onlyNamesGoal(i)
	if label && r.at(i+1).isMark(":") || r.commonGoal(i) {
		return
	}
	from, to := r.sentence(i)
	for k := from; k < to; k++ {
		t := &r.tokens[k]
		switch {
		case !label && r.eachWorker(k) > 0 && k-i <= 18 && i-k <= 18:
			r.sign(IndividualGoal, "goals-of-one", Likely, Error, i, k, r.eachWorker(k))
			return
		case r.singleWorker(k) > 0 && k-i <= 10 && i-k <= 14:
			r.sign(IndividualGoal, "goals-of-one", Likely, Error, i, k, r.singleWorker(k))
			return
		case k == i && !label && r.workersGoal(i):
			r.sign(IndividualGoal, "goals-of-one", Likely, Error, i)
			return
		case k == i+1 && r.goalOf(k) > 0:
			r.sign(IndividualGoal, "goals-of-one", Likely, Error, i, r.goalOf(k))
			return
		case !label && r.takenByAll(k, i):
			r.sign(IndividualGoal, "goals-of-one", Likely, Error, k, i)
			return
		case r.whichOne(k, i):
			r.sign(IndividualGoal, "results-of-one", Likely, Error, k, i)
			return
		case !label && r.ownGoal(k, i, from):
			r.sign(IndividualGoal, "goals-of-one", Likely, Error, k, i)
			return
		case !label && r.levelOfWorker(k):
			r.sign(IndividualGoal, "goals-of-one", Likely, Error, k, i)
			return
		case t.caps == initialCap && k != i && r.namedWithGoal(k):
			r.sign(PersonInText, "name", Likely, Warning, k, i)
			r.sign(IndividualGoal, "goals-of-one", Likely, Error, k, i)
			return
		}
	}
}

// singleWorker is the token of the only one who works here, named from i on: "exactly
// one colleague", "the individual case officer"; 0 where there is none.
func (r *reading) singleWorker(i int) int {
	if !r.at(i).theme.meets(r.lexicon.subjects.single.with(r.lexicon.subjects.personal)) || r.at(i).is(oneWord) && !r.at(i-1).theme.meets(r.lexicon.subjects.single) {
		return 0
	}
	for k := i + 1; k <= i+3 && (r.continues(k) || r.at(k).is(oneWord)); k++ {
		if r.at(k).theme.meets(r.lexicon.subjects.outsider) {
			return 0
		}
		if r.workerAt(k) && !r.at(k).isForm(formPlural) && !r.continues(k+1) {
			return k
		}
	}
	return 0
}

// goalOf is the token of the one who works here whose goal is named: "of our new
// apprentice" from its preposition on; 0 where there is none.
func (r *reading) goalOf(i int) int {
	if !r.at(i).is(ofWord) && !r.at(i).theme.meets(r.lexicon.subjects.forWhom) || r.at(i).is(toWord) {
		return 0
	}
	for k := i + 1; k <= i+5 && (r.continues(k) || r.at(k).is(determiner)); k++ {
		if r.at(k).theme.meets(r.lexicon.subjects.outsider.with(r.lexicon.subjects.unit)) {
			return 0
		}
		if r.workerAt(k) && (r.at(k).isForm(formSingular) || r.at(i).is(ofWord) && r.at(i-1).theme.meets(r.lexicon.subjects.okr) && r.at(i-1).isForm(formPlural)) && !r.continues(k+1) && (r.at(i+1).is(determiner) || r.continues(i+1)) {
			return k
		}
	}
	return 0
}

// workersGoal reports the goal of one who works here by the possessive before it: "the
// trainee's OKR"; the goal of a customer or a "target speed" is none.
func (r *reading) workersGoal(i int) bool {
	k := i - 1
	if !r.isPossessiveMark(k) && r.continues(k) {
		k--
	}
	return r.isPossessiveMark(k) && r.workerAt(k-2) && !r.at(k-2).isForm(formPlural) && !r.continuesThing(i)
}

// takenByAll reports that everybody, named at k, writes or gets the goal at i.
func (r *reading) takenByAll(k, i int) bool {
	if k >= i || i-k > 10 {
		return false
	}
	if all := r.workerAt(k) && r.at(k).isForm(formPlural) && (r.word(k-1) == "all" || r.word(k-2) == "all" || r.quantityAt(k-1) != nil); !all && !r.at(k).theme.meets(r.lexicon.subjects.everyone) {
		return false
	}
	for n := k + 1; n < i; n++ {
		if r.tokens[n].theme.meets(r.lexicon.subjects.adopt) {
			return !r.at(i - 1).is(article)
		}
	}
	return false
}

// whichOne reports a question for the one behind a goal: "which trainer is behind on
// the objective", "who delivered which part of the key result".
func (r *reading) whichOne(k, i int) bool {
	if !r.at(k).theme.meets(r.lexicon.subjects.whoAsks) || k >= i || i-k > 9 {
		return false
	}
	if r.workerAt(k+1) && r.at(k+1).isForm(formSingular) {
		return true
	}
	return r.word(k) == "who" && (k == 0 || !r.at(k-1).has(isNoun)) && r.at(k+1).theme.meets(r.lexicon.subjects.strike.with(r.lexicon.subjects.adopt))
}

// sentence is where the sentence of a token begins and ends.
func (r *reading) sentence(i int) (from, to int) {
	from, to = i, i+1
	for from > 0 && !r.tokens[from].first {
		from--
	}
	for to < len(r.tokens) && !r.tokens[to].first {
		to++
	}
	return from, to
}

// onlyNamesGoal reports a goal that only says which one is spoken of: "KR2: …".
func (r *reading) onlyNamesGoal(i int) bool {
	t := r.at(i)
	if r.at(i+1).is(copula) && r.at(i+2).is(subordinate|toWord) {
		return true // "the goal is that …"
	}
	return t.kind == versionToken || t.first && (r.at(i+1).isMark(":.)-") || r.at(i+1).kind == numberToken)
}

// commonGoal reports the goal of a team or of all: "the team's objective".
func (r *reading) commonGoal(i int) bool {
	for k := i - 1; k >= i-3 && k >= 0; k-- {
		if t := &r.tokens[k]; t.theme.meets(r.lexicon.subjects.common) {
			return !t.theme.meets(r.lexicon.subjects.divided)
		}
	}
	return false
}

// eachWorker is the token of the one who works here behind "each", "every single",
// "per", "a" at i, 0 where there is none: "per teacher", "each of the tellers", "a head".
func (r *reading) eachWorker(i int) int {
	t := r.at(i)
	each := t.theme.meets(r.lexicon.subjects.each)
	if !each && !(t.is(indefinite) && r.at(i-1).has(isNoun) && r.at(i+1).theme.meets(r.lexicon.subjects.headCount)) {
		return 0
	}
	for k := i + 1; k <= i+5 && (r.continues(k) || r.at(k).is(ofWord|determiner|numeral|oneWord) || r.at(k).kind == numberToken); k++ {
		w := r.at(k)
		switch {
		case w.theme.meets(r.lexicon.subjects.outsider):
			return 0
		case r.workerAt(k):
			if next := r.at(k + 1); next.plain() && !next.first && next.has(isNoun) && !next.has(isVerb|isAdverb|isAdjective) && !next.is(preposition|conjunction|determiner|copula|modal|auxiliary) && !r.workerAt(k+1) && !next.theme.meets(r.lexicon.subjects.namedGoal.with(r.lexicon.subjects.identity)) {
				continue // a driver app
			}
			return k
		case w.is(preposition) && !w.is(ofWord), w.onlyVerb(), w.is(copula | modal | auxiliary):
			return 0
		}
	}
	return 0
}

// ownGoal reports that "own" at k makes the goal at i one of those who work here:
// "mechanics set their own goals", while a team's own goals are as they should be.
func (r *reading) ownGoal(k, i, from int) bool {
	if k >= i || i-k > 3 || r.word(k) != "own" && !r.at(k).theme.meets(r.lexicon.subjects.ownOnly) {
		return false
	}
	for n := k - 1; n >= from; n-- {
		t := &r.tokens[n]
		if t.theme.meets(r.lexicon.subjects.unit.with(r.lexicon.subjects.team).with(r.lexicon.subjects.outsider)) || t.is(we) && !t.is(firstPerson) || r.word(n) == "our" || r.word(n) == "its" {
			return false
		}
		if r.workerAt(n) || t.theme.meets(r.lexicon.subjects.anybody) || t.theme.meets(r.lexicon.subjects.rolesShort) {
			return true
		}
	}
	return false
}

// levelOfWorker reports "lawyer-level", "employee-specific".
func (r *reading) levelOfWorker(i int) bool {
	t := r.at(i)
	if !t.hyphen {
		return false
	}
	word := r.lower[t.start:t.end]
	at := bytes.LastIndexByte(word, '-')
	switch string(word[at+1:]) {
	case "level", "specific", "based", "wise":
	default:
		return false
	}
	index, known := r.lexicon.find(word[:at])
	subjects := &r.lexicon.subjects
	return known && r.lexicon.entries[index].theme.meets(subjects.anyone.with(subjects.personal)) &&
		!r.lexicon.entries[index].theme.meets(subjects.unit)
}

// namedWithGoal reports the first name of a person at k who is not the source of
// something else: the list alone decides.
func (r *reading) namedWithGoal(k int) bool {
	t := r.at(k)
	if !t.marked(firstName) || t.marked(properName) || r.knownName(k) || t.marked(nameOrWord) && t.first {
		return false
	}
	next := r.at(k + 1)
	return !(next.caps == initialCap && next.end-next.start > 1 && next.entry >= 0 && !next.marked(firstName)) && !r.attribute(k+1)
}

// quotaOfEach finds a count that each of those who work here, named by the tokens i to
// k, has to make: "each of the tellers opens 9 accounts", "6 visits by every nurse".
func (r *reading) quotaOfEach(i, k int) {
	subjects := &r.lexicon.subjects
	for n := range r.quantities {
		q := &r.quantities[n]
		if !q.measures() || q.flags&(isPercent|isMoney|isUnit|isAtMost|isOutOf|isDuration|isPoints|isEvery) != 0 || q.number < 0 && q.value < 2 || !r.sameSentence(q.at, i) {
			continue
		}
		switch {
		case q.end <= i && i-q.end <= 4 && (r.at(i-1).is(agentWord) || q.is(isAtLeast) && r.at(i-1).is(preposition)):
		case q.at > k && q.at-k <= 6 && (!r.at(i).is(perWord) || r.at(i).is(determiner)) && r.works(k+1, q.at):
		default:
			continue
		}
		if r.at(q.end).theme.meets(subjects.headCount) {
			continue
		}
		r.sign(IndividualGoal, "quota-by-head", Likely, Warning, i, k, q.at)
		return
	}
}

// works reports a verb of doing between two tokens that nothing turns into one of
// getting or having.
func (r *reading) works(from, to int) bool {
	found := false
	for k := from; k < to; k++ {
		t := &r.tokens[k]
		if t.theme.meets(r.lexicon.subjects.receive) || k >= to-2 && t.theme.meets(r.lexicon.subjects.undergoes) || t.is(copula|auxiliary) || t.is(ofWord) {
			return false
		}
		found = found || t.has(isVerb) && !t.isForm(formIng)
	}
	return found
}

// scoreOfOne finds results that are told by the person: "attainment per employee", "a
// scorecard for every supervisor", "cases closed by each lawyer".
func (r *reading) scoreOfOne(i int) {
	for k := i + 1; k <= i+4 && !r.at(k).first; k++ {
		t := r.at(k)
		if each := r.eachWorker(k); each > 0 && (t.is(perWord) && !t.is(determiner) || r.at(k-1).is(preposition)) {
			r.sign(IndividualGoal, "results-of-one", Likely, Error, i, k, each)
			return
		}
		if t.theme.meets(r.lexicon.subjects.receive) || t.is(copula|modal) || t.isMark(",;:") {
			return
		}
	}
}

// namedJudged finds a person by name who is measured, rated or answerable.
func (r *reading) namedJudged(i int) {
	if r.signed(PersonInText) || !r.namedWithGoal(i) {
		return
	}
	from, to := r.sentence(i)
	judged := r.lexicon.subjects.judged
	for k := from; k < to; k++ {
		if r.tokens[k].theme.meets(judged) {
			r.sign(PersonInText, "name", Likely, Warning, i, k)
			return
		}
	}
}

// headCounted finds activity that is counted by head: "50 per inspector", "agents
// close 30 tickets a day each".
func (r *reading) headCounted(i int) {
	if !r.workerAt(i) {
		return
	}
	before := r.at(i - 1)
	if q := r.quantityEndingAt(i - 1); q != nil && before.theme.meets(r.lexicon.subjects.each) && before.is(perWord|preposition) && q.flags&(isPercent|isMoney|isDate) == 0 && !r.anyWord(copula) && !r.continues(i+1) && !r.at(i+1).is(conjunction) {
		r.sign(IndividualGoal, "quota-by-head", Likely, Warning, q.at, i-1, i)
		return
	}
	if !r.at(i).isForm(formPlural) {
		return
	}
	_, to := r.sentence(i)
	for k := i + 1; k < to; k++ {
		if !r.tokens[k].theme.meets(r.lexicon.subjects.apiece) || r.continues(k+1) && !r.at(k+1).is(preposition|conjunction) {
			continue
		}
		for n := range r.quantities {
			if q := &r.quantities[n]; q.at > i && q.at < k && q.flags&(isPercent|isMoney|isDate) == 0 && q.measures() {
				r.sign(IndividualGoal, "quota-by-head", Likely, Warning, i, q.at, k)
				return
			}
		}
	}
}

// quantityEndingAt is the quantity right before a token, nil where there is none.
func (r *reading) quantityEndingAt(i int) *quantity {
	for n := range r.quantities {
		if q := &r.quantities[n]; q.end == i {
			return q
		}
	}
	return nil
}

// downToOne finds what is taken down to the person: "right down to the single picker".
func (r *reading) downToOne(i int) {
	subjects := &r.lexicon.subjects
	for k := i - 1; k >= i-4 && k > 0 && !r.tokens[k+1].first; k-- {
		t := &r.tokens[k]
		if !t.theme.meets(subjects.down) {
			continue
		}
		from, _ := r.sentence(i)
		for n := from; n <= k; n++ {
			if r.tokens[n].theme.meets(subjects.goals.with(subjects.cascade)) || r.at(i-1).theme.meets(subjects.single.with(subjects.each).with(subjects.personal)) {
				r.sign(IndividualGoal, "goals-of-one", Likely, Error, k, i)
				return
			}
		}
	}
}
