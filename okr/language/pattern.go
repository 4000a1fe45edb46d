package language

import (
	"fmt"
	"math/bits"
	"strconv"
	"strings"
)

// pattern is one line of patterns.txt: which words in which company make a sign.
type pattern struct {
	rule, reason string
	note, title  Severity
	scope        scope
	elements     []element
	unless       themes // themes that silence it anywhere in the sentence
	change       bool   // a pair of levels silences it
}

type scope uint8

const (
	inNotes scope = 1 << iota
	inTitles
)

// element is what one place of a pattern asks for.
type element struct {
	theme    themes
	noun     uint32
	verb     uint32
	word     uint64
	words    []int32 // literal words, as entries
	number   bool
	colon    bool
	capitals bool
	gap      int // how many words may lie before it
}

// patternIndex lists the patterns that can begin at a token, by theme.
type patternIndex [mostThemes + 1][]int32

// patternLine reads one line of patterns.txt.
func (r *reader) patternLine(line string) error {
	head, body, found := strings.Cut(line, " : ")
	fields := strings.Fields(head)
	if !found || len(fields) < 3 || len(fields) > 4 {
		return fmt.Errorf("%q: want RULE REASON SEVERITY [note|title] : ELEMENTS", line)
	}
	p := pattern{rule: fields[0], reason: fields[1], scope: inNotes | inTitles}
	note, title, both := strings.Cut(fields[2], ",")
	if !both {
		title = note
	}
	p.note, p.title = Severity(note), Severity(title)
	if len(fields) == 4 {
		scopes := map[string]scope{"note": inNotes, "title": inTitles}
		if p.scope = scopes[fields[3]]; p.scope == 0 {
			return fmt.Errorf("%q: unknown scope %q", line, fields[3])
		}
	}
	body, unless, _ := strings.Cut(body, " unless ")
	gap := 0
	for word := range strings.FieldsSeq(body) {
		if digits, isGap := strings.CutPrefix(word, ".."); isGap {
			n, err := strconv.Atoi(digits)
			if err != nil {
				return fmt.Errorf("%q: %q is no gap", line, word)
			}
			gap = n
			continue
		}
		e, err := r.element(word)
		if err != nil {
			return fmt.Errorf("%q: %w", line, err)
		}
		e.gap, gap = gap, 0
		p.elements = append(p.elements, e)
	}
	if len(p.elements) == 0 || p.elements[0].theme.none() && !p.elements[0].number && len(p.elements[0].words) == 0 {
		return fmt.Errorf("%q: a pattern begins with a theme, a word or a number", line)
	}
	for _, word := range p.elements[0].words {
		r.lexicon.entries[word].theme.add(firstWords)
	}
	for word := range strings.FieldsSeq(unless) {
		if word == "<change>" {
			p.change = true
			continue
		}
		e, err := r.element(word)
		if err != nil {
			return fmt.Errorf("%q: %w", line, err)
		}
		p.unless.add(e.theme)
	}
	r.lexicon.patterns = append(r.lexicon.patterns, p)
	return nil
}

// element reads one element of a pattern.
func (r *reader) element(text string) (element, error) {
	var e element
	text, e.capitals = strings.CutSuffix(text, "!")
	if text == "#" {
		e.number = true
		return e, nil
	}
	inner, isClass := strings.CutPrefix(text, "<")
	if !isClass {
		for word := range strings.SplitSeq(text, "|") {
			e.words = append(e.words, r.lexicon.expression(word))
		}
		return e, nil
	}
	for name := range strings.SplitSeq(strings.TrimSuffix(inner, ">"), "|") {
		part, class, qualified := strings.Cut(name, ":")
		switch {
		case name == "colon":
			e.colon = true
		case qualified && part == "noun" && r.nouns[class] != 0:
			e.noun |= r.nouns[class]
		case qualified && part == "verb" && r.verbs[class] != 0:
			e.verb |= r.verbs[class]
		case qualified && part == "word" && r.glue[class] != 0:
			e.word |= r.glue[class]
		case !r.lexicon.themes[name].none():
			e.theme.add(r.lexicon.themes[name])
		default:
			return e, fmt.Errorf("unknown class %q", name)
		}
	}
	return e, nil
}

// finish builds the index of patterns, and gives expressions what their last
// word says where no list does: a conversion rate is a rate.
func (l *lexicon) finish() {
	for _, list := range l.phrases {
		for _, p := range list {
			last := p.rest[strings.LastIndexByte(p.rest, ' ')+1:]
			index, known := l.words[last]
			e := &l.entries[p.entry]
			if !known || e.pos&isNoun == 0 {
				continue
			}
			e.noun |= l.entries[index].noun & rateNoun
			if e.noun == 0 && e.pos == isNoun {
				e.noun, e.form = l.entries[index].noun, l.entries[index].form
			}
		}
	}
	for i := range l.patterns {
		if l.patterns[i].elements[0].number {
			l.numbered = append(l.numbered, int32(i))
		}
		for _, word := range l.patterns[i].elements[0].words {
			l.literals[word] = append(l.literals[word], int32(i))
		}
		begins := l.patterns[i].elements[0].theme
		for number := begins.take(); number >= 0; number = begins.take() {
			l.begins.add(oneTheme(number))
			l.starts[number] = append(l.starts[number], int32(i))
		}
	}
}

// matchPatterns adds a sign for every rule and reason whose pattern occurs; the first
// occurrence counts.
func (r *reading) matchPatterns(where scope) {
	start := 0
	if where == inTitles {
		start = r.labelled // "Key result 2:" names no subject
	}
	begins := r.lexicon.begins
	for i := start; i < len(r.tokens); i++ {
		if r.tokens[i].kind == numberToken {
			r.matchStarting(r.lexicon.numbered, i, where)
		}
		t := &r.tokens[i]
		if t.theme.meets(firstWords) {
			r.matchStarting(r.lexicon.literals[t.entry], i, where)
		}
		for half := range begins {
			for set := t.theme[half] & begins[half]; set != 0; set &= set - 1 {
				r.matchStarting(r.lexicon.starts[half*64+bits.TrailingZeros64(set)], i, where)
			}
		}
	}
}

// matchStarting tries the patterns that can begin at a token.
func (r *reading) matchStarting(patterns []int32, i int, where scope) {
	for _, index := range patterns {
		if p := &r.lexicon.patterns[index]; p.scope&where != 0 && r.possible(p) {
			r.matchAt(p, i, where)
		}
	}
}

func (r *reading) matchAt(p *pattern, i int, where scope) {
	if r.signed(p.rule) || p.change && r.hasPair() || !p.unless.none() && r.sentenceHas(i, p.unless) {
		return
	}
	var places [8]int
	if !r.matchElements(p.elements, i, &places, 0) || r.denied(p, places[:len(p.elements)]) {
		return
	}
	severity := p.note
	if where == inTitles {
		severity = p.title
	}
	r.sign(p.rule, p.reason, Likely, severity, places[:len(p.elements)]...)
}

// denied reports that the statement says the opposite of a pattern: "bonuses are not
// tied to OKRs", "no individual goals", or that a thing is reviewed and not a person.
func (r *reading) denied(p *pattern, places []int) bool {
	rule, first, last := p.rule, places[0], places[len(places)-1]
	if r.aboutThing(p.reason, first, last) {
		return true
	}
	switch rule {
	case IndividualGoal, StackRanking, PerformanceRating, TeamCompetition:
		if r.at(first-1).is(noWord) || r.refuses(p, first, last) {
			return true
		}
	case AppraisalCycle:
		if r.reviewsThing(last+1) || r.deniedAt(first) || r.plainReview(places) {
			return true
		}
	case TimidTarget:
		end := r.at(last)
		return end.has(isNoun) && !end.has(isVerb) && r.at(last+1).has(isNoun) && !r.at(last+1).has(isVerb) && !r.at(last+1).first // "Low target temperature"
	case CompensationLink, PromotionLink:
		if r.deniedAt(first) || r.partOfThing(p, places) {
			return true
		}
	default:
		return false
	}
	for i := first; i < last; i++ {
		if t := &r.tokens[i]; t.marked(apart) || t.is(negation) && !t.is(noWord) && r.linksAfter(i) {
			return true
		}
	}
	return false
}

// linksAfter reports a verb that ties one thing to another right behind a
// negation, or at the end of the clause where verbs stand there.
func (r *reading) linksAfter(i int) bool {
	reach := 2
	if r.lexicon.grammar.inflects {
		reach = 6
	}
	link := r.lexicon.themes["link"]
	for k := i + 1; k <= i+reach && !r.at(k).first; k++ {
		if t := r.at(k); t.theme.meets(link) && (t.has(isVerb) || t.isForm(formParticiple)) && !t.is(subordinate|preposition) {
			return true
		}
	}
	return false
}

// reviewsThing reports "of the database" behind a review.
func (r *reading) reviewsThing(i int) bool {
	if !r.at(i).is(ofWord) {
		return false
	}
	start := i + 1
	if r.at(i).is(article) { // the German genitive
		start = i
	}
	thing := false
	for k := start; k < start+4 && k < len(r.tokens) && !r.at(k).is(preposition|conjunction); k++ {
		n := r.at(k).noun
		if n&(personNoun|staffNoun|unitNoun) != 0 {
			return false
		}
		thing = thing || n&(artefactNoun|problemNoun|populationNoun) != 0
	}
	return thing
}

// possible reports whether every theme that a pattern asks for occurs.
func (r *reading) possible(p *pattern) bool {
	for i := range p.elements {
		if e := &p.elements[i]; !e.theme.none() && !e.theme.meets(r.seen.theme) && e.noun|e.verb == 0 && e.word == 0 && !e.colon {
			return false
		}
	}
	return true
}

// matchElements matches the elements from a place on; the shortest gap wins.
func (r *reading) matchElements(elements []element, i int, places *[8]int, at int) bool {
	if len(elements) == 0 {
		return true
	}
	for k := i; k <= i+elements[0].gap && k < len(r.tokens) && at < len(places); k++ {
		if k > i && r.tokens[k].first || at > 0 && k == i && r.tokens[k].first {
			return false
		}
		if r.matchOne(&elements[0], k) {
			places[at] = k
			if r.matchElements(elements[1:], k+1, places, at+1) {
				return true
			}
		}
	}
	return false
}

func (r *reading) matchOne(e *element, i int) bool {
	t := &r.tokens[i]
	if e.capitals && t.caps != allCaps {
		return false
	}
	switch {
	case e.number:
		return t.kind == numberToken
	case e.colon && t.isMark(":="):
		return true
	case t.theme.meets(e.theme), t.noun&e.noun != 0, t.verb&e.verb != 0, t.word&e.word != 0:
		return true
	}
	for _, word := range e.words {
		if t.entry == word {
			return true
		}
	}
	return false
}

// sentenceHas reports whether a theme occurs anywhere in the sentence of a token.
func (r *reading) sentenceHas(i int, theme themes) bool {
	for k := i; k >= 0; k-- {
		if r.tokens[k].theme.meets(theme) {
			return true
		}
		if r.tokens[k].first {
			break
		}
	}
	for k := i + 1; k < len(r.tokens) && !r.tokens[k].first; k++ {
		if r.tokens[k].theme.meets(theme) {
			return true
		}
	}
	return false
}

func (r *reading) signed(rule string) bool {
	for i := range r.signs {
		if r.signs[i].Rule == rule {
			return true
		}
	}
	return false
}
