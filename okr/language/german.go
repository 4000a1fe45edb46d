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
		guess:        germanGuess,
		flavour:      germanFlavour,
		letters:      germanLetters,
		adjust:       germanCapitals,
		clause:       germanClause,
	}
}

// germanEndings tell the class of an unknown word; the first that fits counts.
var germanEndings = []struct {
	ending string
	pos    part
	noun   uint32
}{
	{"keit", isNoun, qualityNoun}, {"heit", isNoun, qualityNoun}, {"schaft", isNoun, qualityNoun}, {"ität", isNoun, qualityNoun},
	{"ung", isNoun, projectNoun}, {"lich", isAdjective, 0}, {"liche", isAdjective, 0}, {"lichen", isAdjective, 0}, {"licher", isAdjective, 0},
	{"liches", isAdjective, 0}, {"isch", isAdjective, 0}, {"ische", isAdjective, 0}, {"ischen", isAdjective, 0}, {"ischer", isAdjective, 0},
	{"isches", isAdjective, 0}, {"ig", isAdjective, 0}, {"ige", isAdjective, 0}, {"igen", isAdjective, 0}, {"iger", isAdjective, 0},
	{"iges", isAdjective, 0}, {"bar", isAdjective, 0}, {"bare", isAdjective, 0}, {"baren", isAdjective, 0}, {"lose", isAdjective, 0},
	{"losen", isAdjective, 0}, {"ale", isAdjective, 0}, {"alen", isAdjective, 0}, {"aler", isAdjective, 0}, {"ales", isAdjective, 0},
}

// germanGuess reads a compound by the longest known noun that it ends in, other
// words by their capital and their ending.
func germanGuess(l *lexicon, word []byte, c caps) (part, form, uint32) {
	if c != lowerCase || bytes.IndexByte(word, '-') > 0 {
		for at := 2; at+3 <= len(word); at++ {
			if index, known := l.words[string(word[at:])]; known && l.entries[index].pos&isNoun != 0 && len(word)-at >= 3 {
				e := &l.entries[index]
				return isNoun, e.form & (formSingular | formPlural), e.noun
			}
		}
	}
	for i := range germanEndings {
		e := &germanEndings[i]
		if len(word) > len(e.ending)+2 && bytes.HasSuffix(word, []byte(e.ending)) && (e.pos != isNoun || c != lowerCase) {
			return e.pos, formSingular, e.noun
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
