package language

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

// grammar is what the code knows about one language; the rest is its lexicon.
type grammar struct {
	code         string // ISO 639-1
	decimalComma bool
	inflects     bool     // a participle before its noun has an ending
	nounCapitals bool     // every noun has a capital, not only a name
	prefixes     []string // that leave the class of a word as it is: "re-"
	inflect      func(r *reader, lemma string, enter enterForm)
	flavour      func(word []byte) bool // an unknown word sounds like the language; may be nil
	letters      func(text []byte) bool // the text has letters of the language; may be nil
	endings      []ending               // that tell the class of an unknown word; the first that fits counts
	guess        func(l *lexicon, word []byte, c caps) (part, form, uint32)
	adjust       func(t *token) // what capitals say; may be nil
	clause       func(r *reading)
	turns        func(r *reading) bool // the clause may turn a word into another; nil where it never does
}

// grammars are the languages that can be understood, the default first. A new
// language is one file of grammar, one folder of words and one line here.
func grammars() []grammar {
	return []grammar{english(), german()}
}

// Languages are the codes that [Load] knows, as ISO 639-1 has them.
func Languages() []string {
	var codes []string
	for _, g := range grammars() {
		codes = append(codes, g.code)
	}
	return codes
}

// Understanding reads statements in one or several languages. It may be used by
// several goroutines at once.
type Understanding struct {
	lexicons []*lexicon
	names    *names
	readings *sync.Pool
}

// Load reads the lexicons of the named languages; without any, of the first
// language that is known. Where several are named, each statement is read in the
// one whose small words it uses most, the first one where none does. An error
// names a language that is not known.
func Load(languages ...string) (*Understanding, error) {
	known := grammars()
	if len(languages) == 0 {
		languages = []string{known[0].code}
	}
	u := &Understanding{names: &names{}, readings: &sync.Pool{New: func() any { return new(reading) }}}
	for _, code := range languages {
		at := slices.IndexFunc(known, func(g grammar) bool { return g.code == strings.ToLower(code) })
		if at < 0 {
			return nil, fmt.Errorf("language %q is not known; known are %s", code, strings.Join(Languages(), ", "))
		}
		folder, err := fs.Sub(lexicons, "lexicon/"+known[at].code)
		if err != nil {
			return nil, err
		}
		l, err := readLexicon(known[at], folder)
		if err != nil {
			return nil, fmt.Errorf("lexicon %s: %w", code, err)
		}
		u.lexicons = append(u.lexicons, l)
	}
	return u, nil
}

// Names are the words that an organisation's own files explain.
type Names struct {
	Glossary []string // product, customer and domain words: never persons, never unexplained
	Teams    []string // names of teams: whom a contest would be against
	Products []string // what a team offers: naming it is not naming a solution
}

// read scans a statement in its language and finds its clause. The reading goes
// back to the pool with release.
func (u *Understanding) read(text string) *reading {
	r := u.scan(text)
	r.findClause()
	return r
}

// scan reads the words and the numbers of a statement in its language, and not yet
// the clause.
func (u *Understanding) scan(text string) *reading {
	r := u.readings.Get().(*reading)
	r.names, r.measure, r.signs, r.spans = u.names, Measure{}, r.signs[:0], r.spans[:0]
	r.lexicon = u.lexicons[0]
	r.scan(text)
	if len(u.lexicons) > 1 {
		if best := u.detect(r); best != r.lexicon {
			r.lexicon = best
			r.scan(text)
		}
	}
	r.findQuantities()
	return r
}

// findClause finds the clause that carries the statement.
func (r *reading) findClause() {
	r.clause = clause{verb: -1, state: -1, subject: phraseRange{head: -1}, object: phraseRange{head: -1}}
	r.lexicon.grammar.clause(r)
}

func (u *Understanding) release(r *reading) {
	r.text, r.names, r.measure = "", nil, Measure{}
	u.readings.Put(r)
}

// detect is the lexicon that knows most of the small words of the statement. The
// first one keeps what is not clearly another's: names and terms of the trade
// are at home everywhere.
func (u *Understanding) detect(r *reading) *lexicon {
	best, most := r.lexicon, u.lexicons[0].familiarity(r)+clearly
	for _, l := range u.lexicons[1:] {
		if score := l.familiarity(r); score >= most {
			best, most = l, score+1
		}
	}
	return best
}

// clearly is how much more of a statement another language has to know than the
// first one.
const clearly = 2

// familiarity sums what the words of a statement say for a language: articles
// and prepositions most, then verbs, then nouns.
func (l *lexicon) familiarity(r *reading) int {
	score := 0
	if l.grammar.letters != nil && l.grammar.letters(r.lower) {
		score++
	}
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.kind != wordToken {
			continue
		}
		word := r.lower[t.start:t.end]
		index, known := t.entry, t.entry >= 0
		if l != r.lexicon || t.spaced { // whose words the tokens do not know
			index, known = l.find(word)
		}
		if !known {
			if l.grammar.flavour != nil && l.grammar.flavour(word) {
				score++
			}
			continue
		}
		switch e := &l.entries[index]; {
		case e.pos&isWord != 0:
			score += 3
		case e.pos&isVerb != 0:
			score += 2
		case e.pos != 0:
			score++
		case e.mark&^(firstName|properName) != 0:
			score += 2
		}
	}
	return score
}

// Language is the code of the language that a statement is read in.
func (u *Understanding) Language(text string) string {
	r := u.read(text)
	defer u.release(r)
	return r.lexicon.grammar.code
}
