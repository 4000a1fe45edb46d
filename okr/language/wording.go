package language

// wording says how a key result is put: two results in one, jargon, unexplained
// capitals, authority as the reason, length.
func (r *reading) wording() {
	r.compound()
	r.jargon()
	r.acronyms()
	r.authority()
	r.length(30, 40, 3)
}

// compound finds two results in one sentence: two orders joined by "and", or two
// pairs of levels.
func (r *reading) compound() {
	pairs, second := 0, -1
	for i := range r.quantities {
		if q := &r.quantities[i]; q.pair > i+1 && !r.tokens[q.at].aside {
			if pairs++; pairs == 2 {
				second = q.at
			}
		}
	}
	if pairs >= 2 {
		r.sign(Compound, "two-changes", Likely, Warning, second)
		return
	}
	c := &r.clause
	if c.shape != shapeOrder {
		return
	}
	for i := c.verb + 1; i+1 < len(r.tokens); i++ {
		t, next := &r.tokens[i], r.at(r.skipAdverbs(i+1))
		if !t.is(andWord) || t.aside || !next.has(isVerb) || !next.isForm(formBase) || next.verb == 0 {
			continue
		}
		if next.has(isNoun|isAdjective) && !r.at(i+2).is(determiner) && r.at(i+2).kind != numberToken {
			continue
		}
		r.sign(Compound, "two-orders", Likely, Warning, c.verb, i, i+1)
		return
	}
}

func (r *reading) jargon() {
	if r.seen.mark&jargonWord == 0 {
		return
	}
	for i := range r.tokens {
		if r.tokens[i].marked(jargonWord) && !r.knownName(i) {
			r.sign(Jargon, "jargon", Likely, Info, i)
			return
		}
	}
}

// acronyms finds capitals that nobody outside the team can read. Measures and
// common abbreviations are in the lexicon.
func (r *reading) acronyms() {
	if !r.seen.capitals {
		return
	}
	var found [3]int
	count := 0
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.kind != wordToken || t.caps != allCaps || t.end-t.start > 6 || t.entry >= 0 || r.knownName(i) {
			continue
		}
		if count < len(found) {
			found[count] = i
		}
		count++
	}
	if count == 0 || count > len(found) && count*2 > len(r.tokens) { // a sentence in capitals has no acronyms
		return
	}
	severity := Info
	if count >= 3 {
		severity = Warning
	}
	r.sign(AcronymSoup, "unexplained-capitals", Likely, severity, found[:min(count, len(found))]...)
}

// authority finds "the CEO wants it" in the place of a reason.
func (r *reading) authority() {
	if r.seen.mark&bossWord == 0 || r.seen.mark&clientWord != 0 {
		return
	}
	for i := range r.tokens {
		if !r.tokens[i].marked(bossWord) {
			continue
		}
		if k := r.wishOf(i); k >= 0 {
			r.sign(Authority, "authority-as-reason", Likely, Warning, min(i, k), max(i, k))
			return
		}
	}
}

// wishOf is the wish of whoever is named at a token: "the CEO wants", "requested
// by the board"; -1 where there is none.
func (r *reading) wishOf(i int) int {
	for _, k := range [...]int{i + 1, i + 2, i - 1, i - 2, i - 3, i - 4} {
		t := r.at(k)
		if !t.ofVerb(wants) && !t.marked(wantedWord) || k < 0 || !r.sameSentence(i, k) {
			continue
		}
		if k > i || k+1 == i || r.at(k+1).is(byWord|preposition|article|ofWord) {
			return k
		}
	}
	return -1
}

// length finds statements that nobody will remember. The first limit is one of
// words for a word of advice, the second for a warning.
func (r *reading) length(advice, warning, sentences int) {
	words := r.seen.words
	if len(r.text) < 2*advice {
		words = 0 // signs without spaces between them
	}
	if words <= advice && r.seen.sentences <= sentences {
		return
	}
	severity := Info
	if words > warning {
		severity = Warning
	}
	r.sign(Essay, "too-long", Certain, severity, 0)
	r.signs[len(r.signs)-1].Evidence[0] = Span{0, len(r.text)}
}

// anyWord reports whether a class of words occurs at all.
func (r *reading) anyWord(class uint64) bool {
	return r.seen.word&class != 0
}
