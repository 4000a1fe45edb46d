package language

// kind says what a token is made of.
type kind uint8

const (
	wordToken   kind = iota
	numberToken      // 18, 6,500, $120k, 25MiB/s
	markToken        // punctuation, one character
	arrowToken       // →, ->, =>
	handleToken      // @name
	emailToken
	linkToken    // https://…
	keyToken     // ABC-123, as trackers write it
	versionToken // v3.1, Q3, p99: letters and digits that label
)

// caps says how a word is capitalised.
type caps uint8

const (
	lowerCase caps = iota
	initialCap
	allCaps
	mixedCaps
)

// token is one word, number or mark with what the lexicon knows about it. A
// phrase of several words ("roll out") is one token.
type token struct {
	start, end int32
	entry      int32 // in the lexicon; -1 for an unknown word
	quantity   int32 // 1 + its index among the quantities
	kind       kind
	caps       caps
	sign       byte // the character of a mark, 'q' for any quotation mark
	aside      bool // stands in parentheses or quotation marks
	hyphen     bool // a compound of parts
	joined     bool // no space before it
	first      bool // begins a sentence
	spaced     bool // may have spaces inside

	verb  uint32
	noun  uint32
	mark  uint64
	word  uint64
	theme themes
	pos   part
	form  form

	phrases uint16 // 1 + the index of the phrases that begin with it
}

func (t *token) is(class uint64) bool     { return t.word&class != 0 }
func (t *token) ofNoun(class uint32) bool { return t.noun&class != 0 }
func (t *token) ofVerb(class uint32) bool { return t.verb&class != 0 }
func (t *token) marked(m uint64) bool     { return t.mark&m != 0 }
func (t *token) has(p part) bool          { return t.pos&p != 0 }
func (t *token) isForm(f form) bool       { return t.form&f != 0 }
func (t *token) isMark(marks string) bool { return t.kind == markToken && indexByte(marks, t.sign) }
func (t *token) plain() bool              { return t.kind == wordToken }
func (t *token) onlyVerb() bool           { return t.pos&isVerb != 0 && t.pos&(isNoun|isAdjective) == 0 }

func indexByte(set string, b byte) bool {
	for i := range len(set) {
		if set[i] == b {
			return true
		}
	}
	return false
}
