package tree

import (
	"bytes"
	"fmt"
	"strings"
)

// value reads the value that begins behind an offset, on lines indented deeper
// than the parent.
func (f *finder) value(at, parent int) {
	at = f.skipBlanks(at)
	if at >= f.end {
		f.open = true
		return
	}
	rest := f.text[at:f.end]
	switch c := f.text[at]; {
	case c == '#':
		f.open = true
	case c == '"' || c == '\'':
		f.quoted(at, parent)
	case c == '[' || c == '{':
		f.flow(at, parent)
	case c == '|' || c == '>':
		if isBlockHeader(rest) {
			f.block(parent, rest)
			return
		}
		f.reserved(at, f.tail(at))
	case c == '*':
		f.aliasName(at)
	case c == '&' && propertyLength(rest) > 1:
		f.note(at)
		f.value(at+propertyLength(rest), parent)
	case c == '!':
		f.value(at+propertyLength(rest), parent)
	case strings.IndexByte("%@`&,]}", c) >= 0:
		f.reserved(at, f.tail(at))
	case strings.IndexByte("-?:", c) >= 0 && (len(rest) == 1 || isBlank(rest[1])):
		f.indicator(at)
	default:
		f.plain(at, parent)
	}
}

// tail is the end of the text at the offset: before a comment, or at the end of
// the line. A single space and a # with something right behind it were surely
// meant as text, unless that is to silence a rule.
func (f *finder) tail(at int) int {
	line := f.text[at:f.end]
	for i := range line {
		if line[i] != '#' || i == 0 || !isBlank(line[i-1]) {
			continue
		}
		if i == 1 || isBlank(line[i-2]) || i+1 == len(line) || isBlank(line[i+1]) || isMeant(line[i:]) {
			line = line[:i]
			break
		}
	}
	return at + len(bytes.TrimRight(line, " \t"))
}

// reserved reports a value that begins with a character that has a meaning of
// its own.
func (f *finder) reserved(at, end int) {
	text := string(f.text[at:end])
	f.found(span(at, end), true, fmt.Sprintf("a value that begins with %s needs quotes", text[:1]),
		"Put quotes around it: "+f.report.Corrected(span(at, end), Quote(text))+".")
}

// indicator reports a dash, a question mark or a colon where a value belongs.
func (f *finder) indicator(at int) {
	end := f.tail(at)
	if f.text[at] != '-' || end == at+1 {
		f.reserved(at, end)
		return
	}
	f.found(span(at, end), true, "a list cannot begin on the line of its key",
		"Write each item on a line of its own below the key, or put quotes around the text: "+
			f.report.Corrected(span(at, end), Quote(string(f.text[at:end])))+".")
}

// note remembers the name of an anchor.
func (f *finder) note(at int) {
	f.anchors[string(f.text[at+1:at+propertyLength(f.text[at:f.end])])] = true
}

// aliasName reports what begins with an asterisk and is no alias.
func (f *finder) aliasName(at int) {
	end := f.tail(at)
	name := string(f.text[at+1 : end])
	switch {
	case f.anchors[name]:
	case strings.ContainsAny(name, " \t*,.;:!?()[]{}'\"") || name == "":
		f.reserved(at, end)
	default:
		f.found(span(at, end), true, fmt.Sprintf("`*%s` refers to an anchor `&%s`, and there is none above", Shorten(name), Shorten(name)),
			"If it is meant as text, put quotes around it: "+f.report.Corrected(span(at, end), Quote("*"+name))+".")
	}
}

// isBlockHeader reports whether the line announces a block of text.
func isBlockHeader(line []byte) bool {
	i := 1
	for i < len(line) && i < 3 && strings.IndexByte("+-123456789", line[i]) >= 0 {
		i++
	}
	return i == len(line) || isBlank(line[i]) && isBlankLine(line[i:])
}

// block walks over the lines of a block of text, which the first of them indents.
func (f *finder) block(parent int, header []byte) {
	width := 0
	if bytes.ContainsAny(header[:min(len(header), 3)], "123456789") {
		width = parent + 1
	}
	for {
		number, first, ok := f.ahead(f.line)
		if !ok {
			return
		}
		start := int(f.report.lines.Offset(number, 1))
		indent := 0
		for start+indent < first && f.text[start+indent] == ' ' {
			indent++
		}
		if indent <= parent {
			return
		}
		f.goTo(number)
		if width == 0 {
			width = indent
		}
		if indent < width && f.text[first] != '#' {
			if f.usable = false; f.misfits {
				return
			}
			f.found(span(first, f.end), false,
				fmt.Sprintf("this line of a text is indented by %s, less than its first line", spaces(indent)),
				fmt.Sprintf("Indent it by %s.", spaces(width)))
			return
		}
	}
}

// plain reads a value without quotes and the lines that continue it.
func (f *finder) plain(at, parent int) {
	before, end := f.mistakes, f.tail(at)
	f.colon(at, end)
	for end == len(bytes.TrimRight(f.text[:f.end], " \t")) {
		number, first, ok := f.ahead(f.line)
		if !ok || f.text[first] == '#' {
			return
		}
		start := int(f.report.lines.Offset(number, 1))
		if first-start <= parent || isMarker(f.text[start:], "---") || isMarker(f.text[start:], "...") {
			return
		}
		if bytes.IndexByte(f.text[start:first], '\t') >= 0 {
			return
		}
		if dash := isBlank(f.text[min(first+1, len(f.text)-1)]) && f.text[first] == '-'; dash || looksLikeKey(f.text[first:]) {
			if f.mistakes == before {
				f.deeper(at, first, number, dash)
			}
			f.muted = max(parent, 0)
			return
		}
		f.goTo(number)
		end = f.tail(first)
		f.colon(first, end)
	}
}

// colon reports a colon inside a value without quotes.
func (f *finder) colon(at, end int) {
	for i := at; i < end; i++ {
		if f.text[i] != ':' || i+1 < end && !isBlank(f.text[i+1]) {
			continue
		}
		text := string(f.text[at:end])
		f.found(span(at, end), true, fmt.Sprintf("the colon behind `%s` makes a key of it, inside a value without quotes", Shorten(string(f.text[at:i]))),
			"Put quotes around the whole value: "+f.report.Corrected(span(at, end), Quote(text))+".")
		return
	}
}

// looksLikeKey reports whether the text begins with a single word and a colon.
func looksLikeKey(text []byte) bool {
	i := wordLength(text)
	return i > 0 && i < len(text) && text[i] == ':' && (i+1 == len(text) || isSpace(text[i+1]))
}

// wordLength is the length of the letters, digits, hyphens and underscores that
// the text begins with.
func wordLength(text []byte) int {
	for i, b := range text {
		if !isLetter(b) && !isDigit(b) && b != '_' && b != '-' {
			return i
		}
	}
	return len(text)
}

// deeper reports a key or an item below a value that is complete.
func (f *finder) deeper(at, first, number int, dash bool) {
	if f.gluedColon(at) > 0 {
		f.noSpace(at)
		return
	}
	f.usable = false
	if f.muted >= 0 || f.misfits {
		return
	}
	f.misfits = true
	above, what := f.line, "key"
	if dash {
		what = "list item"
	}
	end := first + lineLength(f.text[first:])
	f.found(span(first, end), false,
		fmt.Sprintf("this %s is indented deeper than line %d, which has its value already", what, above),
		fmt.Sprintf("Start line %d at the same column as line %d if both belong together, or delete the value on line %d.", number, above, above))
}
