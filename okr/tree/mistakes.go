package tree

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

// finder looks for the mistakes that people make in YAML, in a text that the
// library refused. The library gives up at the first one, often on another line
// than the cause, and in words about its own insides. The finder reads line by
// line with just enough grammar to know keys, dashes, values and indentation.
type finder struct {
	report *Report
	text   []byte
	masked []byte // the text with characters replaced that stop the library

	line             int // number of the current line, from 1
	start, end       int // its offsets, without the line break
	levels           []level
	open             bool // the last key or dash has no value yet
	muted            int  // no word about indentation deeper than this
	misfits          bool // indentation has been reported; what follows may come from it
	began            bool // something other than comments has been read
	tabs             bool // tabs have been reported
	usable           bool // the masked text means what the file means
	blind            bool // the rest is beyond what the finder understands
	anchors          map[string]bool
	mistakes, silent int
}

// level is a block of keys, or of list items, that begin at one column.
type level struct {
	indent int // from 0
	dash   bool
}

// mistakes reports what keeps the library from reading the text. Where every
// mistake could be masked without changing what the rest means, the masked text
// is usable: as long as the text, and different only within reported values.
func mistakes(r *Report, text []byte) (masked []byte, usable bool) {
	f := &finder{report: r, text: text, masked: bytes.Clone(text), muted: -1, usable: true, anchors: map[string]bool{}}
	for !f.blind && f.advance() {
		if f.statement(); r.Full() {
			f.blind, f.usable = true, false
		}
	}
	return f.masked, f.usable && f.mistakes+f.silent > 0
}

// advance goes to the next line.
func (f *finder) advance() bool {
	start := int(f.report.lines.Offset(f.line+1, 1))
	if f.line >= f.report.lines.Count() || start >= len(f.text) {
		return false
	}
	f.goTo(f.line + 1)
	return true
}

func (f *finder) goTo(line int) {
	f.line, f.start = line, int(f.report.lines.Offset(line, 1))
	if f.start == 0 && bytes.HasPrefix(f.text, []byte(byteOrderMark)) {
		f.start = len(byteOrderMark)
	}
	f.end = f.start + lineLength(f.text[f.start:])
}

// ahead is the next line that is not blank, with the offset of its first
// character; ok is false at the end of the text.
func (f *finder) ahead(line int) (number, first int, ok bool) {
	for line++; line <= f.report.lines.Count(); line++ {
		start := int(f.report.lines.Offset(line, 1))
		if start >= len(f.text) {
			break
		}
		first := f.skipBlanks(start)
		if first < len(f.text) && !isBreak(f.text[first]) {
			return line, first, true
		}
	}
	return 0, 0, false
}

func (f *finder) skipBlanks(at int) int {
	for at < len(f.text) && isBlank(f.text[at]) {
		at++
	}
	return at
}

// atEnd reports whether nothing but a comment follows on the line.
func (f *finder) atEnd(at int) bool {
	return at >= f.end || f.text[at] == '#'
}

// found reports a mistake. Without a mask the file stays unreadable.
func (f *finder) found(at source.Span, mask bool, message, hint string) {
	f.mistakes++
	f.report.Add(diag.Syntax, at, message, hint)
	if !mask {
		f.usable = false
		return
	}
	for i := at.Start; i < at.End; i++ {
		if b := f.masked[i]; b > ' ' && b < 0x7F && !isLetter(b) && !isDigit(b) {
			f.masked[i] = 'x'
		}
	}
}

// statement reads a line on which keys or list items can begin, and the lines
// that belong to its value.
func (f *finder) statement() {
	at := f.start
	for at < f.end && f.text[at] == ' ' {
		at++
	}
	if at < f.end && f.text[at] == '\t' {
		f.tab(at)
		return
	}
	if f.atEnd(at) {
		return
	}
	if at == f.start && (isMarker(f.text[at:], "---") || isMarker(f.text[at:], "...") || !f.began && f.text[at] == '%') {
		return
	}
	f.began = true
	glued := f.isGlued(at)
	how := f.fit(at, glued || f.isDash(at))
	f.open = false
	if glued {
		f.found(span(at, f.end), false, "a space is missing behind this dash", "Write "+f.report.Corrected(span(at, at+1), "- ")+".")
		f.muted = at - f.start
		return
	}
	f.entries(at, how)
}

// isGlued reports whether a list item begins at the offset whose dash has no space
// behind it: among other items, or with what must be a key or a bracket.
func (f *finder) isGlued(at int) bool {
	if f.text[at] != '-' || f.isDash(at) || at+1 >= f.end || f.text[at+1] == '-' {
		return false
	}
	for i := len(f.levels) - 1; i >= 0 && f.levels[i].indent >= at-f.start; i-- {
		if f.levels[i] == (level{at - f.start, true}) {
			return true
		}
	}
	return f.keyEnd(at) >= 0 || strings.IndexByte("{[\"'", f.text[at+1]) >= 0
}

// tab reports the first line that a tab indents. On lines without content tabs
// mean nothing, though the library minds.
func (f *finder) tab(at int) {
	next := f.skipBlanks(at)
	if f.atEnd(next) {
		f.silent++
		for i := at; i < next; i++ {
			f.masked[i] = ' '
		}
		return
	}
	f.usable = false
	if f.tabs {
		return
	}
	f.tabs, f.misfits = true, true
	f.found(span(at, next), false, tabMessage, tabHint)
}

// isDash reports whether a list item begins at the offset.
func (f *finder) isDash(at int) bool {
	return at < f.end && f.text[at] == '-' && (at+1 == f.end || isBlank(f.text[at+1]))
}

// entries reads the dashes and the key of a line, and its value.
func (f *finder) entries(at int, how fit) {
	parent, dashed := -1, false
	for f.isDash(at) && len(f.levels) <= maxDepth {
		parent, dashed = at-f.start, true
		next := f.skipBlanks(at + 1)
		if bytes.IndexByte(f.text[at:next], '\t') >= 0 {
			f.found(span(at+1, next), true, "a tab stands behind this dash; YAML asks for a space", "Write one space behind the dash.")
			for i := at + 1; i < next; i++ {
				f.masked[i] = ' '
			}
		}
		if f.atEnd(next) {
			f.open = true
			return
		}
		if at = next; f.isDash(at) || f.keyEnd(at) >= 0 {
			f.levels = append(f.levels, level{at - f.start, f.isDash(at)})
		}
	}
	if len(f.levels) > maxDepth {
		f.found(span(at, f.end), false, deepMessage, deepHint)
		f.blind = true
		return
	}
	if f.text[at] == '?' && (at+1 == f.end || isBlank(f.text[at+1])) {
		f.blind = true
		return
	}
	if colon := f.keyEnd(at); colon == at {
		f.found(span(at, at+1), false, noKeyMessage, noKeyHint)
		return
	} else if colon > at {
		before := f.mistakes
		f.checkKey(at, colon)
		indent := at - f.start
		if f.value(colon+1, indent); f.mistakes > before {
			f.muted = indent
		}
		return
	}
	if !dashed {
		if f.noKey(at, how) {
			return
		}
		f.levels = f.levels[:len(f.levels)-1]
		if len(f.levels) > 0 {
			parent = f.levels[len(f.levels)-1].indent
		}
	}
	f.value(at, parent)
}

// keyEnd is the offset of the colon that ends the key at the offset, or -1 where
// there is no key.
func (f *finder) keyEnd(at int) int {
	if at >= f.end || strings.IndexByte("[{|>#,]}", f.text[at]) >= 0 {
		return -1
	}
	i := at
	if f.text[at] == '"' || f.text[at] == '\'' {
		if i = f.skipBlanks(int(quotedEnd(f.text[:f.end], uint32(at)))); i >= f.end || f.text[i] != ':' {
			return -1
		}
	}
	for ; i < f.end; i++ {
		if f.text[i] == ':' && (i+1 == f.end || isBlank(f.text[i+1])) {
			return i
		}
		if f.text[i] == '#' && isBlank(f.text[i-1]) {
			break
		}
	}
	return -1
}

// checkKey reports a key that begins with a character that cannot begin one.
func (f *finder) checkKey(at, colon int) {
	if strings.IndexByte("%@`", f.text[at]) >= 0 {
		key := string(f.text[at:colon])
		f.found(span(at, colon), true, fmt.Sprintf("a key that begins with %s needs quotes", key[:1]),
			"Put quotes around it if it is meant: "+f.report.Corrected(span(at, colon), Quote(key))+".")
	}
	if f.text[at] == '&' {
		f.note(at)
	}
}

// noKey reports a line without a key where a key belongs, and says whether it did.
func (f *finder) noKey(at int, how fit) bool {
	if how == fitsNot || how == fitsNew && !f.keyFollows(at) {
		return false
	}
	line := span(at, f.end)
	switch {
	case (f.text[at] == '"' || f.text[at] == '\'') && int(quotedEnd(f.text[:f.end], uint32(at))) == f.end && f.text[f.end-1] != f.text[at]:
		f.unclosedQuote(at)
		f.usable = false
	case f.gluedColon(at) > 0:
		f.noSpace(at)
	case f.muted < 0:
		f.found(line, false, fmt.Sprintf("`%s` stands among keys, but has no colon", Shorten(string(f.text[at:f.end]))),
			"Write a key, a colon and a space in front of it; if it continues the text above, indent it deeper or put the whole text in quotes.")
		f.muted = at - f.start
	default:
		f.usable = false
	}
	return true
}

// gluedColon is the offset of a colon without a space behind it that must end a
// key, or 0.
func (f *finder) gluedColon(at int) int {
	colon := at + wordLength(f.text[at:f.end])
	if colon == at || colon+1 >= f.end || f.text[colon] != ':' || f.text[colon+1] == '/' || isDigit(f.text[at]) {
		return 0
	}
	return colon
}

func (f *finder) noSpace(at int) {
	colon := f.gluedColon(at)
	f.found(span(at, f.end), false, fmt.Sprintf("a space is missing behind the colon of `%s`", Shorten(string(f.text[at:colon]))),
		"Write "+f.report.Corrected(span(colon, colon+1), ": ")+".")
	f.muted = at - f.start
}

// keyFollows reports whether the next line begins at the same column with a key.
func (f *finder) keyFollows(at int) bool {
	number, first, ok := f.ahead(f.line)
	if !ok || first-int(f.report.lines.Offset(number, 1)) != at-f.start {
		return false
	}
	return looksLikeKey(f.text[first:])
}
