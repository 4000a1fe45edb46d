package language

import "slices"

// reading is one statement while it is being understood: its tokens, its
// quantities, and the clause that carries it. Readings are reused.
type reading struct {
	scanner
	quantities []quantity
	clause     clause
	measure    Measure
	names      *names
	labelled   int // tokens of a label before the statement: "KR 2:"
	signs      []Sign
	spans      []Span // the evidence of the signs
}

// clause is the grammar of the part of a statement that carries it.
type clause struct {
	shape   shape
	start   int    // first token of the statement proper, labels and openings skipped
	verb    int    // token of the main verb; -1 where there is none
	classes uint32 // of the verb in this sentence
	known   bool   // the verb is in the lexicon
	ours    bool   // "We …": what follows is the team's own
	able    bool   // "can", "is able to": what a thing can do
	passive bool   // "is launched", "launched by", "dashboards delivered"
	level   bool   // the verb tells the level of the subject: "stay below 5"
	state   int    // token of a state that the subject is in ("live"); -1 where there is none
	subject phraseRange
	object  phraseRange
	rest    int // first token after the object
}

// shape is what kind of sentence carries a statement.
type shape uint8

const (
	shapeNone   shape = iota
	shapeOrder        // Launch …, Launching …, We will launch …
	shapeClause       // Customers find …, The site is live
	shapePhrase       // no verb: Migration to …, CSAT 58 → 77
)

// phraseRange is a noun phrase: tokens from start up to end, the head noun, the
// quantity that counts it.
type phraseRange struct {
	start, end int
	head       int // -1 where there is none
	quantity   int // 1 + index
	share      bool
	counted    int // 1 + token of "number" in "number of posts"
}

func (p *phraseRange) empty() bool { return p.end <= p.start }

// nothing stands before the first token and after the last.
var nothing = token{entry: -1, kind: markToken, first: true}

// at is a token; outside the statement it is nothing.
func (r *reading) at(i int) *token {
	if i < 0 || i >= len(r.tokens) {
		return &nothing
	}
	return &r.tokens[i]
}

// word is the text of a token in lower case. It is valid until the reading is
// used again.
func (r *reading) word(i int) string {
	if i < 0 || i >= len(r.tokens) {
		return ""
	}
	t := &r.tokens[i]
	if t.entry >= 0 && r.lexicon.entries[t.entry].pos != 0 && !t.hyphen {
		// Avoids a copy for the words of the lexicon; the lemma of function words
		// is the word itself.
		if e := &r.lexicon.entries[t.entry]; e.form == 0 {
			return r.lexicon.lemmas[e.lemma]
		}
	}
	return string(r.lower[t.start:t.end])
}

// value is the number that a word stands for, 0 where it is none.
func (r *reading) value(i int) float64 {
	if t := r.at(i); t.entry >= 0 {
		if number := r.lexicon.entries[t.entry].value; number > 0 {
			return r.lexicon.values[number-1]
		}
	}
	return 0
}

// lemma is the base form of a known word, else the word.
func (r *reading) lemma(i int) string {
	if t := r.at(i); t.entry >= 0 && r.lexicon.entries[t.entry].lemma != 0 {
		return r.lexicon.lemma(t.entry)
	}
	return r.word(i)
}

// sign adds a sign with the tokens that decided, in any order.
func (r *reading) sign(rule, reason string, strength Strength, severity Severity, tokens ...int) {
	from := len(r.spans)
	slices.Sort(tokens)
	for _, i := range tokens {
		if i < 0 || i >= len(r.tokens) {
			continue
		}
		span := Span{int(r.tokens[i].start), int(r.tokens[i].end)}
		if n := len(r.spans); n > from && span.Start <= r.spans[n-1].End+1 {
			r.spans[n-1].End = max(r.spans[n-1].End, span.End)
			continue
		}
		r.spans = append(r.spans, span)
	}
	if len(r.spans) == from {
		r.spans = append(r.spans, Span{0, len(r.text)})
	}
	r.signs = append(r.signs, Sign{Rule: rule, Reason: reason, Evidence: r.spans[from:], Strength: strength, Severity: severity})
}

// evidence is the tokens that decided; those that are negative are none.
type evidence [3]int

func tokensOf(tokens ...int) evidence {
	e := evidence{-1, -1, -1}
	copy(e[:], tokens)
	return e
}

// signAt adds a sign with the evidence of a decision.
func (r *reading) signAt(rule, reason string, strength Strength, severity Severity, e evidence) {
	r.sign(rule, reason, strength, severity, e[:]...)
}

// said are the signs, out of the buffers of the reading; nil where there are none.
func (r *reading) said() []Sign {
	if len(r.signs) == 0 {
		return nil
	}
	signs, spans := make([]Sign, len(r.signs)), make([]Span, 0, len(r.spans))
	for i, s := range r.signs {
		from := len(spans)
		spans = append(spans, s.Evidence...)
		s.Evidence = spans[from:len(spans):len(spans)]
		signs[i] = s
	}
	return signs
}
