package tree

import (
	"bytes"
	"fmt"
	"strings"
)

// flowState is where a finder is between brackets and braces.
type flowState struct {
	parent int
	open   []int // offsets of the brackets that are not closed yet
	at     int
	value  bool // the colon of a pair has been read, so another one is too much
	full   bool // a value has been read, so a comma must follow
	from   int  // offset of the text without quotes that was just read, else 0
}

// flow reads a list in brackets or a mapping in braces.
func (f *finder) flow(at, parent int) {
	s := flowState{parent: parent, at: at}
	for {
		s.at = f.skipBlanks(s.at)
		switch {
		case s.at >= f.end, f.flowComment(&s):
			if !f.flowLine(&s) {
				return
			}
			continue
		}
		f.flowToken(&s)
		if f.blind {
			return
		}
		if len(s.open) == 0 {
			break
		}
	}
	if next := f.skipBlanks(s.at); !f.atEnd(next) {
		f.found(span(next, f.tail(next)), false, "text stands behind the closing bracket",
			"Put the whole value in quotes if it is text, or delete what stands behind the bracket.")
	}
}

// flowComment reports whether a comment begins here. A # that hides a closing
// bracket was meant as text, and is reported.
func (f *finder) flowComment(s *flowState) bool {
	if f.text[s.at] != '#' || !isSpace(f.text[s.at-1]) {
		return false
	}
	if s.value && !s.full && s.from == 0 && s.at+1 < f.end && !isBlank(f.text[s.at+1]) {
		return false
	}
	length := bytes.IndexAny(f.text[s.at:f.end], ",]}")
	if s.from == 0 || length < 0 || bytes.IndexByte(f.text[s.at:f.end], partner(f.text[s.open[len(s.open)-1]])) < 0 {
		return true
	}
	end := s.at + length
	text := f.text[s.from:end]
	f.found(span(s.from, end), true, fmt.Sprintf("the text ends before `%s`, which is a comment because of its #", Shorten(string(f.text[s.at:end]))),
		"Put quotes around the whole text: "+f.report.Corrected(span(s.from, end), Quote(string(text)))+".")
	s.at, s.from, s.full = end, 0, true
	return false
}

// flowLine goes on to the next line of a flow collection; not if a key begins
// there that must belong to what stands around it.
func (f *finder) flowLine(s *flowState) bool {
	number, first, ok := f.ahead(f.line)
	if ok {
		line, indent := f.line, first-int(f.report.lines.Offset(number, 1))
		f.goTo(number)
		if s.full && indent > s.parent && looksLikeKey(f.text[first:]) && f.text[s.open[len(s.open)-1]] == '{' {
			f.found(span(first, first+1), false, "a comma is missing in front of this key, at the end of the line above",
				"Separate the entries by commas.")
			s.value, s.full = false, false
		}
		if indent > s.parent || !f.isDash(first) && !looksLikeKey(f.text[first:]) {
			s.full = s.full && s.from == 0
			s.at, s.from = first, 0
			return true
		}
		f.goTo(line)
	}
	f.unclosedBracket(s)
	return false
}

func (f *finder) unclosedBracket(s *flowState) {
	at := s.open[len(s.open)-1]
	var closing strings.Builder
	for i := len(s.open) - 1; i >= 0; i-- {
		closing.WriteByte(partner(f.text[s.open[i]]))
	}
	end := f.tail(f.start)
	f.found(span(at, at+1), false, fmt.Sprintf("the bracket (%c) that opens here is not closed", f.text[at]),
		"Close it: "+f.report.Corrected(span(end, end), closing.String())+".")
}

func partner(bracket byte) byte { return bracket + 2 }

// flowToken reads one token.
func (f *finder) flowToken(s *flowState) {
	at := s.at
	switch f.text[at] {
	case '[', '{':
		f.missingComma(s)
		if s.open = append(s.open, at); len(s.open) > maxDepth {
			f.found(span(at, at+1), false, deepMessage, deepHint)
			f.blind = true
		}
		s.value, s.full, s.at = false, false, at+1
	case ']', '}':
		f.flowClose(s)
	case ',':
		s.value, s.full, s.at = false, false, at+1
	case ':':
		if before := bytes.TrimRight(f.text[:at], " \t\r\n"); strings.IndexByte("{[,", before[len(before)-1]) >= 0 {
			f.found(span(at, at+1), false, noKeyMessage, noKeyHint)
		}
		s.value, s.full, s.at = true, false, at+1
	case '?':
		s.at++
	case '"', '\'':
		f.missingComma(s)
		f.flowQuoted(s)
	default:
		f.missingComma(s)
		f.flowPlain(s)
		return
	}
	s.from = 0
}

func (f *finder) missingComma(s *flowState) {
	if s.full {
		f.found(span(s.at, s.at+1), false, "a comma is missing in front of this", "Separate the entries by commas.")
		s.value, s.full = false, false
	}
}

func (f *finder) flowClose(s *flowState) {
	last := s.open[len(s.open)-1]
	if f.text[s.at] != partner(f.text[last]) {
		f.found(span(last, last+1), false,
			fmt.Sprintf("the bracket (%c) that opens here is not closed before `%c`", f.text[last], f.text[s.at]),
			fmt.Sprintf("Close it with `%c` in front of that.", partner(f.text[last])))
		f.blind = true
		return
	}
	s.open = s.open[:len(s.open)-1]
	s.at++
	s.full, s.value = true, false
}

func (f *finder) flowQuoted(s *flowState) {
	line := f.line
	end, ok := f.quoteEnd(s.at, s.parent)
	if !ok {
		f.goTo(line)
		f.found(span(s.at, f.tail(s.at)), false, fmt.Sprintf("the quote (%c) that opens here is not closed", f.text[s.at]), "Close it.")
		f.blind = true
		return
	}
	s.at, s.full = end, !f.colonAt(end)
}

// colonAt reports whether the next character of the line is a colon, so that what
// stands before it is a key.
func (f *finder) colonAt(at int) bool {
	at = f.skipBlanks(at)
	return at < f.end && f.text[at] == ':'
}

// flowPlain reads a value or a key without quotes.
func (f *finder) flowPlain(s *flowState) {
	at := s.at
	end := f.flowTail(at, s.value)
	text := f.text[at:end]
	s.at, s.from, s.full = end, at, !f.colonAt(end)
	switch c := text[0]; {
	case strings.IndexByte("#%@`|>", c) >= 0:
		f.reserved(at, end)
	case c == '*' && !f.anchors[string(text[1:])]:
		f.reserved(at, end)
	case c == '&':
		f.note(at)
		s.at, s.full = at+propertyLength(text), false
	case c == '!':
		s.at, s.full = at+max(1, propertyLength(text)), false
	case bytes.IndexByte(text, '?') > 0:
		f.found(span(at, end), true, "a question mark without quotes ends a text between brackets for some readers",
			"Put quotes around it: "+f.report.Corrected(span(at, end), Quote(string(text)))+".")
	case s.value:
		f.colon(at, end)
	}
}

// flowTail is the end of a text without quotes between brackets. Behind the
// colon of a pair a further colon belongs to the text.
func (f *finder) flowTail(at int, value bool) int {
	end := at + 1
	for ; end < f.end; end++ {
		c := f.text[end]
		if strings.IndexByte(",[]{}", c) >= 0 || c == '#' && isBlank(f.text[end-1]) {
			break
		}
		if c == ':' && !value && (end+1 >= f.end || strings.IndexByte(" \t,[]{}", f.text[end+1]) >= 0) {
			break
		}
	}
	return at + len(bytes.TrimRight(f.text[at:end], " \t"))
}
