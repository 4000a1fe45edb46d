package language

import (
	"bytes"
	"fmt"
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
	value    float64 // … which number, 0 for any
	colon    bool
	capitals bool
	gap      int // how many words may lie before it
}

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
	if digits, isNumber := strings.CutPrefix(text, "#"); isNumber {
		e.number = true
		if digits != "" {
			value, err := strconv.ParseFloat(digits, 64)
			if err != nil {
				return e, fmt.Errorf("%q is no number", text)
			}
			e.value = value
		}
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
			e := &l.entries[p.entry]
			if e.pos&isNoun == 0 {
				continue
			}
			rest := l.rest(&p)
			index, known := l.find(rest[bytes.LastIndexByte(rest, ' ')+1:])
			if !known {
				continue
			}
			e.noun |= l.entries[index].noun & rateNoun
			if e.noun == 0 && e.pos == isNoun {
				e.noun, e.form = l.entries[index].noun, l.entries[index].form
			}
		}
	}
	l.starts.literal = make([]uint16, len(l.entries))
	for i := range l.patterns {
		l.starts.add(&l.patterns[i], int32(i))
	}
	l.nameSubjects()
}
