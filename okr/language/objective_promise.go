package language

// emptyPromise finds a change without direction: a weasel verb and a bare
// abstract noun, nobody served, no purpose.
func (r *reading) emptyPromise() {
	c := &r.clause
	i := r.weaselWord()
	if r.slogan() {
		r.sign(WeaselWords, "slogan", Likely, Warning, r.verbAndHead()...)
		return
	}
	if i < 0 {
		return
	}
	short := len(r.tokens)-c.start <= 5
	bare := c.shape == shapeOrder && (c.classes&vague != 0 || r.at(c.start).ofVerb(vague) ||
		short && c.classes&(acts|supportive|being) != 0 && c.object.empty() ||
		short && c.classes&(being|causes|offers|soft|gains) != 0 && r.at(i).is(comparative)) // "Have better processes"
	if bare && !r.purpose() && !r.praised() && !r.hasLevel() && (r.bareObject() || r.ownThing()) {
		r.sign(WeaselWords, "claim-without-direction", Likely, Warning, c.verb)
		return
	}
	r.sign(WeaselWords, "claim", Hint, Info, i)
}

// ownThing reports an object that is a thing of the team's own: "Improve the
// website".
func (r *reading) ownThing() bool {
	c := &r.clause
	return c.object.head >= 0 && len(r.tokens)-c.start <= 5 && r.counts(&c.object) == ofOwnWork
}

// slogan reports a few words that any team could say: a movement ("Accelerate
// growth", "Go digital"), "Enable teams", "Focus on quality".
func (r *reading) slogan() bool {
	c := &r.clause
	if c.shape != shapeOrder || r.praised() {
		return false
	}
	words, people := 0, false
	for i := c.start; i < len(r.tokens); i++ {
		if t := &r.tokens[i]; t.kind != markToken {
			words += r.wordsIn(t)
		}
		people = people || r.tokens[i].ofNoun(personNoun)
	}
	v := c.classes
	switch {
	case v&(rises|falls|alters) != 0 && v&(touches|gains|reaches) == 0, v&(being|moves) != 0 && c.object.empty():
		return words <= 3 && !people
	case v&causes != 0 && v&(worker|touches) == 0:
		return words <= 3 && !r.at(c.rest).plain()
	}
	return v&acts != 0 && v&(supportive|soft) != 0 && c.object.empty() && words <= 4
}

// bareObject reports an object without article, of few words.
func (r *reading) bareObject() bool {
	c := &r.clause
	words := len(r.tokens) - c.verb - 1
	if c.object.head < 0 {
		return words <= 3
	}
	return !r.at(c.object.start).is(determiner) && words <= 7
}
