package language

import "bytes"

// german is the grammar of German: infinitives and participles end the clause,
// finite verbs stand second, prefixes go astray, nouns have a capital.
func german() grammar {
	return grammar{
		code:         "de",
		decimalComma: true,
		inflects:     true,
		nounCapitals: true,
		inflect:      germanForms,
		endings:      germanEndings,
		guess:        germanGuess,
		flavour:      germanFlavour,
		letters:      germanLetters,
		adjust:       germanCapitals,
		clause:       germanClause,
		turns:        germanTurns,
	}
}

// germanEndings tell the class of an unknown word; the first that fits counts.
var germanEndings = []ending{
	{"keit", isNoun, formSingular, qualityNoun}, {"heit", isNoun, formSingular, qualityNoun}, {"schaft", isNoun, formSingular, qualityNoun}, {"ität", isNoun, formSingular, qualityNoun},
	{"ung", isNoun, formSingular, projectNoun}, {"lich", isAdjective, formSingular, 0}, {"liche", isAdjective, formSingular, 0}, {"lichen", isAdjective, formSingular, 0}, {"licher", isAdjective, formSingular, 0},
	{"liches", isAdjective, formSingular, 0}, {"isch", isAdjective, formSingular, 0}, {"ische", isAdjective, formSingular, 0}, {"ischen", isAdjective, formSingular, 0}, {"ischer", isAdjective, formSingular, 0},
	{"isches", isAdjective, formSingular, 0}, {"ig", isAdjective, formSingular, 0}, {"ige", isAdjective, formSingular, 0}, {"igen", isAdjective, formSingular, 0}, {"iger", isAdjective, formSingular, 0},
	{"iges", isAdjective, formSingular, 0}, {"bar", isAdjective, formSingular, 0}, {"bare", isAdjective, formSingular, 0}, {"baren", isAdjective, formSingular, 0}, {"lose", isAdjective, formSingular, 0},
	{"losen", isAdjective, formSingular, 0}, {"ale", isAdjective, formSingular, 0}, {"alen", isAdjective, formSingular, 0}, {"aler", isAdjective, formSingular, 0}, {"ales", isAdjective, formSingular, 0},
}

// germanGuess reads a compound by the longest known noun that it ends in, other
// words by their capital and their ending.
func germanGuess(l *lexicon, word []byte, c caps) (part, form, uint32) {
	if c != lowerCase || bytes.IndexByte(word, '-') > 0 {
		for at := 2; at+3 <= len(word); at++ {
			if index, known := l.find(word[at:]); known && l.entries[index].pos&isNoun != 0 && len(word)-at >= 3 {
				e := &l.entries[index]
				return isNoun, e.form & (formSingular | formPlural), e.noun
			}
		}
	}
	for _, e := range l.endings[word[len(word)-1]] {
		if (e.pos != isNoun || c != lowerCase) && e.ends(word) {
			return e.pos, e.form, e.noun
		}
	}
	if c != lowerCase {
		return isNoun | isName, formSingular | formPlural, 0
	}
	if bytes.HasSuffix(word, []byte("en")) && len(word) > 5 {
		return isVerb | isAdjective, formBase | formFinite, 0
	}
	return isAdjective, 0, 0
}

// germanFlavour reports endings that no English word has.
func germanFlavour(word []byte) bool {
	if len(word) < 5 {
		return false
	}
	switch end := word[len(word)-4:]; string(end) {
	case "keit", "heit", "haft", "eren", "lich", "isch":
		return true
	default:
		return end[1] == 'u' && end[2] == 'n' && end[3] == 'g'
	}
}

// germanLetters reports ä, ö, ü or ß in a text of UTF-8.
func germanLetters(text []byte) bool {
	for rest := text; ; {
		at := bytes.IndexByte(rest, 0xC3)
		if at < 0 || at+1 >= len(rest) {
			return false
		}
		switch rest[at+1] {
		case 0xA4, 0xB6, 0xBC, 0x9F:
			return true
		}
		rest = rest[at+1:]
	}
}

// germanCapitals uses the capital that only nouns have: a verb with one, inside a
// sentence, is a noun ("das Erstellen"), a word without one is none.
func germanCapitals(t *token) {
	switch {
	case t.kind != wordToken || t.entry < 0:
	case t.caps == lowerCase && t.pos&(isVerb|isAdjective|isAdverb|isWord) != 0:
		t.pos &^= isNoun
		t.noun = 0
	case t.caps != lowerCase && !t.first && t.pos&isVerb != 0:
		if t.pos&isNoun == 0 {
			t.noun = projectNoun
		}
		t.pos, t.verb, t.word, t.form = isNoun, 0, 0, formSingular
	}
}
