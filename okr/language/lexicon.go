package language

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"math"
	"strconv"
	"strings"
)

//go:embed lexicon
var lexicons embed.FS

// entry is what a lexicon knows about one surface form. A form that several
// words share has the classes of all of them.
//
// An entry takes 64 bytes, a cache line of most processors, and holds no pointers.
type entry struct {
	head    uint64 // the first letters of the form, see headOf
	at      int32  // where it lies among the letters of the table
	length  uint16 // 0 for a phrase
	phrases uint16 // 1 + the index of the phrases that begin with this form
	verb    uint32
	noun    uint32
	mark    uint64
	word    uint64
	theme   themes // subjects of notes, numbered by the lexicon
	lemma   int32  // among the lemmas of the lexicon
	pos     part
	value   uint8 // 1 + the place of its value, of number words
	form    form
}

// phrase continues a first word to a longer expression: "roll" + "out".
type phrase struct {
	at      int32 // where its rest lies among the letters, with single spaces
	length  uint16
	words   uint8 // in the rest
	initial byte  // of the rest
	entry   int32
}

// lexicon is the vocabulary of one language.
type lexicon struct {
	grammar  grammar
	endings  [256][]ending // of the grammar, by their last byte
	prefixes [256][]string // by their first byte
	table    table
	entries  []entry
	lemmas   []string // base forms, the first one empty
	phrases  [][]phrase
	themes   map[string]themes
	subjects subjects
	values   []float64 // of number words
	patterns []pattern
	starts   patternIndex
	scratch  []byte
}

// ending is what the last letters of an unknown word say about it.
type ending struct {
	text string
	pos  part
	form form
	noun uint32
}

// ends reports whether a word has the ending, and at least three letters before it.
func (e *ending) ends(word []byte) bool {
	start := len(word) - len(e.text)
	return start > 2 && string(word[start:]) == e.text
}

// sortParts lists endings and prefixes by the byte that tells most of them apart, in
// the order that they had.
func (l *lexicon) sortParts() {
	for _, e := range l.grammar.endings {
		last := e.text[len(e.text)-1]
		l.endings[last] = append(l.endings[last], e)
	}
	for _, prefix := range l.grammar.prefixes {
		l.prefixes[prefix[0]] = append(l.prefixes[prefix[0]], prefix)
	}
}

// reader fills a lexicon.
type reader struct {
	lexicon   *lexicon
	irregular map[string]irregular
	verbs     map[string]uint32
	nouns     map[string]uint32
	marks     map[string]uint64
	glue      map[string]uint64
	section   section
	current   entry     // the word that is being entered
	behind    string    // what stands behind its inflected word, with a space before it
	enter     enterForm // enters a form of it
}

// irregular holds the forms of a word that rules do not give. Empty fields are
// regular.
type irregular struct{ past, participle, ing []string }

// section is what a header says about the words below it.
type section struct {
	pos   part
	verb  uint32
	noun  uint32
	mark  uint64
	word  uint64
	theme themes
	like  bool // single words are inflected, and keep what other lists say they are
	open  bool // a header was read
}

// readLexicon reads the folder of one language: irregular.txt, every other word
// list, and patterns.txt. What it refuses is a mistake in the data.
func readLexicon(g grammar, folder fs.FS) (*lexicon, error) {
	l := &lexicon{
		grammar: g, table: table{slots: make([]int32, 1<<15), letters: make([]byte, 0, 3<<16)},
		entries: make([]entry, 0, 3<<13), lemmas: make([]string, 1, 1<<14), phrases: make([][]phrase, 0, 1<<12),
		themes: make(map[string]themes),
	}
	l.sortParts()
	r := &reader{lexicon: l, irregular: make(map[string]irregular, 1<<8)}
	r.verbs, r.nouns, r.marks, r.glue = classNames()
	r.enter = func(stem, ending string, f form) {
		r.current.form = f
		l.enter(stem, ending, r.behind, &r.current)
	}
	for _, file := range []string{"irregular.txt", "verbs.txt", "nouns.txt", "words.txt", "numerals.txt", "themes.txt"} {
		data, err := fs.ReadFile(folder, file)
		if err != nil {
			return nil, err
		}
		read := r.line
		switch file {
		case "irregular.txt":
			read = r.irregularLine
		case "numerals.txt":
			read = l.numeralLine
		}
		if err := lines(string(data), read); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	data, err := fs.ReadFile(folder, "patterns.txt")
	if err != nil {
		return nil, err
	}
	if err := lines(string(data), r.patternLine); err != nil {
		return nil, fmt.Errorf("patterns.txt: %w", err)
	}
	l.finish()
	return l, nil
}

// lines calls read for every line that is not empty and not a comment.
func lines(data string, read func(line string) error) error {
	number := 0
	for line := range strings.SplitSeq(data, "\n") {
		number++
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := read(line); err != nil {
			return fmt.Errorf("line %d: %w", number, err)
		}
	}
	return nil
}

func (r *reader) irregularLine(line string) error {
	fields := strings.Fields(line)
	if len(fields) < 3 || len(fields) > 4 {
		return fmt.Errorf("%q: want base, past, participle and perhaps the -ing form", line)
	}
	forms := irregular{past: strings.Split(fields[1], "|"), participle: strings.Split(fields[2], "|")}
	if len(fields) == 4 {
		forms.ing = strings.Split(fields[3], "|")
	}
	r.irregular[fields[0]] = forms
	return nil
}

// numeralLine reads "word value".
func (l *lexicon) numeralLine(line string) error {
	word, digits, _ := strings.Cut(line, " ")
	value, err := strconv.ParseFloat(strings.TrimSpace(digits), 64)
	if err != nil {
		return fmt.Errorf("%q: want a word and its value", line)
	}
	index := l.slot(word)
	if l.entries[index].pos == 0 {
		l.entries[index].pos = isWord
	}
	l.entries[index].lemma = l.newLemma(word)
	if len(l.values) == math.MaxUint8 {
		return fmt.Errorf("more than %d number words", math.MaxUint8)
	}
	l.values = append(l.values, value)
	l.entries[index].value = uint8(len(l.values))
	return nil
}

// line reads a section header or words of the current section.
func (r *reader) line(line string) error {
	if strings.HasPrefix(line, "[") {
		return r.header(strings.Trim(line, "[]"))
	}
	if !r.section.open {
		return fmt.Errorf("words before the first section")
	}
	for word := range strings.FieldsSeq(line) {
		r.add(word)
	}
	return nil
}

func (r *reader) header(text string) error {
	fields := strings.Fields(text)
	r.section = section{}
	if len(fields) > 0 && fields[0] == "theme" {
		return r.themeHeader(fields[1:])
	}
	parts := map[string]part{"verb": isVerb, "noun": isNoun, "adjective": isAdjective, "adverb": isAdverb, "word": isWord, "any": 0}
	pos, known := part(0), false
	if len(fields) > 0 {
		pos, known = parts[fields[0]]
	}
	if !known {
		return fmt.Errorf("section %q: no part of speech", text)
	}
	r.section.pos, r.section.open = pos, true
	for _, name := range fields[1:] {
		switch {
		case r.section.pos == isVerb && r.verbs[name] != 0:
			r.section.verb |= r.verbs[name]
		case r.section.pos == isNoun && r.nouns[name] != 0:
			r.section.noun |= r.nouns[name]
		case r.section.pos == 0 && r.marks[name] != 0:
			r.section.mark |= r.marks[name]
		case r.section.pos&(isNoun|isVerb) == 0 && r.section.pos != 0 && r.glue[name] != 0:
			r.section.word |= r.glue[name]
		default:
			return fmt.Errorf("section %q: unknown class %q", text, name)
		}
	}
	return nil
}

// themeHeader reads "theme NAME [[like] PART]": words of a subject. With a part of
// speech the words are inflected, without it they stand as they are. What is only
// "like" a part of speech is inflected, and may be another one as well.
func (r *reader) themeHeader(fields []string) error {
	if len(fields) == 0 {
		return fmt.Errorf("a theme without a name")
	}
	subject, known := r.lexicon.themes[fields[0]]
	if !known {
		if len(r.lexicon.themes) == mostThemes {
			return fmt.Errorf("more than %d themes", mostThemes)
		}
		subject = oneTheme(len(r.lexicon.themes))
		r.lexicon.themes[fields[0]] = subject
	}
	r.section.theme, r.section.open = subject, true
	switch strings.Join(fields[1:], " ") {
	case "":
		r.section.pos = 0 // whatever the other lists or its ending say
	case "noun":
		r.section.pos = isNoun
	case "verb":
		r.section.pos = isVerb
	case "adjective":
		r.section.pos = isAdjective
	case "like noun":
		r.section.pos, r.section.like = isNoun, true
	case "like verb":
		r.section.pos, r.section.like = isVerb, true
	default:
		return fmt.Errorf("theme %s: unknown part of speech", fields[0])
	}
	return nil
}

// enterForm enters a surface form, which is a stem and an ending.
type enterForm func(stem, ending string, f form)

// add enters a word of the current section in all its forms.
func (r *reader) add(word string) {
	lemma := word
	if strings.IndexByte(word, '_') >= 0 {
		lemma = strings.ReplaceAll(word, "_", " ")
	}
	s := &r.section
	e := &r.current
	*e = entry{lemma: r.lexicon.newLemma(lemma), verb: s.verb, noun: s.noun, mark: s.mark, word: s.word, theme: s.theme, pos: s.pos}
	if s.pos&(isVerb|isNoun|isAdjective) == 0 {
		if s.pos == 0 && strings.IndexByte(lemma, ' ') >= 0 {
			e.pos = isNoun // an expression has no ending to guess from
		}
		r.lexicon.enter(lemma, "", "", e)
		return
	}
	if s.like && strings.IndexByte(lemma, ' ') < 0 {
		e.pos, e.lemma = 0, 0
		r.lexicon.grammar.inflect(r, lemma, func(stem, ending string, _ form) { r.lexicon.enter(stem, ending, "", e) })
		return
	}
	r.lexicon.grammar.inflect(r, lemma, r.enter)
}

// enter adds what is known about a surface form, which may have several words: a stem,
// an ending, and the words behind the one that has it.
func (l *lexicon) enter(stem, ending, behind string, e *entry) {
	l.scratch = append(append(append(l.scratch[:0], stem...), ending...), behind...)
	space := bytes.IndexByte(l.scratch, ' ')
	if space < 0 {
		l.merge(l.slotOf(l.scratch), e)
		return
	}
	head := l.slotOf(l.scratch[:space])
	if l.entries[head].phrases == 0 {
		l.phrases = append(l.phrases, make([]phrase, 0, 4))
		l.entries[head].phrases = uint16(len(l.phrases))
	}
	known := &l.phrases[l.entries[head].phrases-1]
	rest := l.scratch[space+1:]
	if p := l.continued(*known, rest); p != nil {
		l.merge(p.entry, e)
		return
	}
	p := phrase{at: int32(len(l.table.letters)), length: uint16(len(rest)), words: uint8(1 + bytes.Count(rest, []byte(" "))), entry: int32(len(l.entries))}
	if len(rest) > 0 {
		p.initial = rest[0]
	}
	l.table.letters = append(l.table.letters, rest...)
	l.entries = append(l.entries, *e)
	*known = append(*known, p)
}

// expression is the place of a word, or of several words joined by "_", made where it
// is new.
func (l *lexicon) expression(text string) int32 {
	first, rest, several := strings.Cut(strings.ReplaceAll(text, "_", " "), " ")
	if !several {
		return l.slot(text)
	}
	l.enter(first+" ", rest, "", &entry{})
	return l.continued(l.phrases[l.entries[l.slot(first)].phrases-1], []byte(rest)).entry
}

// continued is the expression with a rest, nil where there is none.
func (l *lexicon) continued(list []phrase, rest []byte) *phrase {
	for i := range list {
		if p := &list[i]; string(l.rest(p)) == string(rest) {
			return p
		}
	}
	return nil
}

// rest are the words of an expression behind its first one.
func (l *lexicon) rest(p *phrase) []byte { return l.table.letters[p.at:][:p.length] }

func (l *lexicon) slot(word string) int32 { return l.slotOf([]byte(word)) }

// newLemma keeps a base form and returns its number.
func (l *lexicon) newLemma(lemma string) int32 {
	l.lemmas = append(l.lemmas, lemma)
	return int32(len(l.lemmas) - 1)
}

// lemma is the base form of an entry.
func (l *lexicon) lemma(index int32) string { return l.lemmas[l.entries[index].lemma] }

func (l *lexicon) merge(index int32, e *entry) {
	old := &l.entries[index]
	if old.pos == 0 || e.pos == isVerb && old.pos&isVerb == 0 {
		old.lemma = e.lemma
	}
	old.verb |= e.verb
	old.noun |= e.noun
	old.mark |= e.mark
	old.word |= e.word
	old.theme.add(e.theme)
	old.pos |= e.pos
	old.form |= e.form
}
