package language

// Statement is what a sentence says, in the sentence's own words: what a rewrite
// needs. Spans that are empty were not found.
type Statement struct {
	Language string // the code of the language it was read in
	Shape    Shape
	Verb     Span // the main verb, particle included
	Lemma    string
	Sense    Sense // what the verb says here
	Subject  Span  // the noun phrase that acts or moves; empty for an order
	Object   Span  // the noun phrase that the verb acts on: the team's own words for it
	Thing    Thing // what the object is, or the subject where there is no object
	Plural   bool  // … and whether it is several
	Affected Span  // who is affected: people named in the statement
	Effect   Span  // the clause of effect: "so that …", "to reduce …"
	Deadline Span  // by when
	Numbers  []Quantity
	From, To int // indexes in Numbers of the ends of the change; -1 where there is none
}

// Shape is the kind of sentence that carries a statement.
type Shape string

// The shapes.
const (
	Order  Shape = "order"  // Launch the portal
	Clause Shape = "clause" // Customers find answers
	Phrase Shape = "phrase" // Migration to the new system
)

// Thing is what a noun phrase names.
type Thing string

// The things.
const (
	ThingUnknown Thing = ""
	ThingMade    Thing = "made"   // what is built or written, and then used
	ThingDone    Thing = "done"   // a project, an activity
	ThingStaff   Thing = "staff"  // people who are brought in
	ThingPeople  Thing = "people" // others
	ThingLevel   Thing = "level"  // a measure, a quality, a kind of trouble
)

// Sense is what the main verb of a statement says.
type Sense string

// The senses. SenseNone is that of a statement without a verb.
const (
	SenseNone   Sense = ""
	SenseWork   Sense = "work"   // make, do, look at, hire
	SenseRise   Sense = "rise"   // a measure goes up
	SenseFall   Sense = "fall"   // a measure goes down
	SenseChange Sense = "change" // improve and its like
	SenseReach  Sense = "reach"  // a level is reached, others are won
	SenseHold   Sense = "hold"   // a level is kept
	SenseState  Sense = "state"  // something is so
)

// Quantity is a number of a statement that is not part of a name.
type Quantity struct {
	Span
	Value   float64 // scale words and letters are applied: $1.2M is 1200000
	Unit    string  // as written: "%", "ms", "days"; empty for a count
	Counted Span    // what is counted: "tickets"
	Date    bool    // a day, month or year
	Step    bool    // a change by so much: "by 20 %"
	Bound   Bound
}

// Bound says how a quantity limits.
type Bound string

// The bounds. NoBound is a plain number.
const (
	NoBound Bound = ""
	AtMost  Bound = "at_most"
	AtLeast Bound = "at_least"
)

// Parse reads a statement without judging it.
func (u *Understanding) Parse(text string) Statement {
	r := u.read(text)
	defer u.release(r)
	c := &r.clause
	s := Statement{Language: r.lexicon.grammar.code, From: -1, To: -1}
	switch c.shape {
	case shapeOrder:
		s.Shape = Order
	case shapeClause:
		s.Shape = Clause
	default:
		s.Shape = Phrase
	}
	if c.verb >= 0 {
		s.Verb, s.Lemma, s.Sense = r.span(c.verb, c.verb+1), r.lemma(c.verb), r.sense()
	}
	s.Subject, s.Object = r.phraseSpan(&c.subject), r.phraseSpan(&c.object)
	p := &c.object
	if p.head < 0 {
		p = &c.subject
	}
	s.Thing, s.Plural = r.thing(p), p.head >= 0 && r.at(p.head).isForm(formPlural) && !r.at(p.head).isForm(formSingular)
	s.Affected, s.Effect, s.Deadline = r.affected(), r.effectSpan(), r.deadlineSpan()
	r.numbersInto(&s)
	return s
}

func (r *reading) sense() Sense {
	c := &r.clause
	switch v := c.classes; {
	case c.shape == shapeOrder && r.decide().rule != "" && v&(worker|serves) != 0:
		return SenseWork
	case v&rises != 0 && v&falls == 0:
		return SenseRise
	case v&falls != 0:
		return SenseFall
	case v&alters != 0:
		return SenseChange
	case v&(reaches|gains) != 0:
		return SenseReach
	case v&keeps != 0:
		return SenseHold
	case v&worker != 0:
		return SenseWork
	}
	return SenseState
}

func (r *reading) span(start, end int) Span {
	if start < 0 || end <= start || end > len(r.tokens) {
		return Span{}
	}
	return Span{int(r.tokens[start].start), int(r.tokens[end-1].end)}
}

// thing is what a noun phrase names; a noun of several kinds is what is rarest to
// be wrong about.
func (r *reading) thing(p *phraseRange) Thing {
	if p.head < 0 {
		return ThingUnknown
	}
	n := r.at(p.head).noun
	switch {
	case n&(staffNoun|personNoun) != 0 && (r.clause.classes&hires != 0 || n&personNoun == 0):
		return ThingStaff
	case n&personNoun != 0:
		return ThingPeople
	case n&(projectNoun|activityNoun|progressNoun) != 0:
		return ThingDone
	case n&artefactNoun != 0:
		return ThingMade
	case n&(metricNoun|qualityNoun|problemNoun) != 0:
		return ThingLevel
	}
	return ThingUnknown
}

// phraseSpan is a noun phrase without the quantity that counts it.
func (r *reading) phraseSpan(p *phraseRange) Span {
	if p.head < 0 {
		return Span{}
	}
	return r.span(p.start, max(p.end, p.head+1))
}

// affected finds the people that a statement names: after "for", as the subject
// of a clause, anywhere else.
func (r *reading) affected() Span {
	best := -1
	for i := range r.tokens {
		t := &r.tokens[i]
		if !t.ofNoun(personNoun) || t.aside {
			continue
		}
		if best < 0 || r.tokens[best].entry < 0 && t.entry >= 0 {
			best = i // a word that only ends like people stands back
		}
	}
	if best >= 0 && best == r.clause.object.head && r.tokens[best].entry < 0 && r.clause.classes&worker != 0 {
		return Span{} // "Send 10,000 mailers"
	}
	if best < 0 {
		return Span{}
	}
	start := best
	for start > 0 && r.tokens[start-1].plain() && r.tokens[start-1].has(isAdjective|isNoun) && !r.tokens[start-1].is(preposition|determiner|conjunction) && !r.tokens[start-1].first {
		start--
	}
	return r.span(start, best+1)
}

// effectSpan is the clause of effect, to the end of the sentence.
func (r *reading) effectSpan() Span {
	for i := r.clause.rest; i < len(r.tokens); i++ {
		t := &r.tokens[i]
		purpose := t.is(toWord) && r.at(i+1).has(isVerb) && r.at(i+1).isForm(formBase) && r.at(i+1).verb&(rises|falls|alters|reaches|gains) != 0
		if i > 0 && (t.is(effect) && !r.isDeadlinePhrase(i) || purpose) {
			end := i + 1
			for end < len(r.tokens) && !r.tokens[end].first && !r.tokens[end].isMark(".;") {
				end++
			}
			return r.span(i, end)
		}
	}
	return Span{}
}

// deadlineSpan is the phrase of the last date.
func (r *reading) deadlineSpan() Span {
	for i := len(r.tokens) - 1; i >= 0; i-- {
		q := r.quantityAt(i)
		dated := q != nil && q.is(isDate) || r.tokens[i].ofNoun(deadlineNoun|monthNoun) && r.tokens[i].caps != lowerCase
		if !dated {
			continue
		}
		start, end := i, i+1
		for start > 0 && (r.tokens[start-1].ofNoun(monthNoun|deadlineNoun) || r.tokens[start-1].is(deadlineLead|article|ofWord) || r.isDay(start-1)) {
			start--
		}
		return r.span(start, end)
	}
	return Span{}
}

// numbersInto lists the quantities of the statement.
func (r *reading) numbersInto(s *Statement) {
	place := make([]int, len(r.quantities))
	for i := range r.quantities {
		q := &r.quantities[i]
		place[i] = -1
		if !q.measures() && !q.is(isDate) {
			continue
		}
		n := Quantity{Span: r.span(q.at, q.end), Value: q.value, Unit: r.unitText(q), Date: q.is(isDate), Step: q.is(isStep)}
		switch {
		case q.is(isPercent):
			n.Unit = "%"
		case q.is(isAtMost):
			n.Bound = AtMost
		case q.is(isAtLeast):
			n.Bound = AtLeast
		}
		if p := r.nounPhrase(q.end, true); p.head >= 0 && p.quantity == 0 {
			n.Counted = r.span(p.head, p.head+1)
		}
		place[i] = len(s.Numbers)
		s.Numbers = append(s.Numbers, n)
	}
	for i := range r.quantities {
		if q := &r.quantities[i]; q.pair > 0 && q.is(isFrom) && place[i] >= 0 && s.From < 0 {
			s.From, s.To = place[i], place[q.pair-1]
		}
	}
}
