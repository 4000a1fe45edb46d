package tree

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

// seek is the offset of a line and a column in characters. Places come in the
// order of the file, so the cursor walks each character about once.
func (c *converter) seek(line, column int) uint32 {
	if line != c.line || column < c.column {
		c.line, c.column, c.at = line, 1, c.lines.Offset(line, 1)
		if c.at == 0 && bytes.HasPrefix(c.text, []byte(byteOrderMark)) {
			c.at = uint32(len(byteOrderMark))
		}
	}
	for ; c.column < column && int(c.at) < len(c.text); c.column++ {
		if b := c.text[c.at]; b < utf8.RuneSelf {
			if isBreak(b) {
				break
			}
			c.at++
			continue
		}
		_, size := utf8.DecodeRune(c.text[c.at:])
		c.at += uint32(size)
	}
	return c.at
}

// columnOf is the column of an offset at or before the cursor's line, in
// characters from 1.
func (c *converter) columnOf(offset uint32) int {
	start := offset
	for start > 0 && !isBreak(c.text[start-1]) {
		start--
	}
	if start == 0 && bytes.HasPrefix(c.text, []byte(byteOrderMark)) {
		start = min(offset, uint32(len(byteOrderMark)))
	}
	return 1 + utf8.RuneCount(c.text[start:offset])
}

// begin walks to the first character of a node: over what lies between, over its
// anchor and its tag. An empty scalar begins, and ends, right behind them.
func (c *converter) begin(n *yaml.Node) uint32 {
	start := max(c.seek(n.Line, n.Column), c.last)
	c.gap(start)
	c.tagAt = source.Span{}
	left := 0
	if n.Anchor != "" {
		left++
	}
	if n.Style&yaml.TaggedStyle != 0 {
		left++
	}
	for left > 0 || c.unspecificTag(n) {
		if left--; int(c.last) >= len(c.text) || c.text[c.last] != '&' && c.text[c.last] != '!' {
			break
		}
		from := c.last
		if c.last += uint32(propertyLength(c.text[c.last:])); c.text[from] == '!' {
			c.tagAt = source.Span{Start: from, End: c.last}
		}
		if left <= 0 && isVoid(n) {
			break
		}
		c.gap(skipSpace(c.text, c.last))
	}
	return c.last
}

// isVoid reports whether nothing is written for the node.
func isVoid(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Value == "" && n.Style&^yaml.TaggedStyle == 0
}

// unspecificTag reports whether a lone exclamation mark stands before the node,
// a tag that the library does not mention.
func (c *converter) unspecificTag(n *yaml.Node) bool {
	return int(c.last) < len(c.text) && c.text[c.last] == '!' &&
		(n.Kind == yaml.ScalarNode || n.Style&yaml.FlowStyle != 0)
}

// skipSpace is the offset of the next character that belongs to neither blanks,
// line breaks nor comments.
func skipSpace(text []byte, at uint32) uint32 {
	for int(at) < len(text) {
		switch {
		case isSpace(text[at]):
			at++
		case text[at] == '#':
			at += uint32(lineLength(text[at:]))
		default:
			return at
		}
	}
	return at
}

// propertyLength is the length of an anchor or a tag.
func propertyLength(text []byte) int {
	if len(text) > 0 && text[0] == '&' {
		return 1 + wordLength(text[1:])
	}
	if bytes.HasPrefix(text, []byte("!<")) {
		if n := bytes.IndexByte(text, '>'); n >= 0 {
			return n + 1
		}
	}
	for i, b := range text {
		if isSpace(b) || i > 0 && strings.IndexByte(",[]{}", b) >= 0 {
			return i
		}
	}
	return len(text)
}

// gap walks over what lies between two tokens: blanks, indicators and comments.
func (c *converter) gap(to uint32) {
	for c.last < to {
		switch c.text[c.last] {
		case '#':
			c.last = c.comment(c.last)
		case '\t':
			c.tab(c.last)
			c.last++
		default:
			c.last++
		}
	}
}

// comment keeps the comment at the offset and gives the offset of its end.
func (c *converter) comment(start uint32) uint32 {
	line := c.text[start : start+uint32(lineLength(c.text[start:]))]
	text := bytes.TrimRight(line, " \t")
	c.comments = append(c.comments, Comment{
		Span:  source.Span{Start: start, End: start + uint32(len(text))},
		Text:  string(text),
		Alone: aloneOnLine(c.text, start),
	})
	return start + uint32(len(line))
}

// aloneOnLine reports whether nothing but blanks stands before the offset.
func aloneOnLine(text []byte, at uint32) bool {
	before := bytes.TrimRight(text[:at], " \t")
	return len(before) == 0 || isBreak(before[len(before)-1]) || string(before) == byteOrderMark
}

// tab reports a tab that indents something. The library lets some of them pass.
func (c *converter) tab(at uint32) {
	start := at
	for start > 0 && c.text[start-1] == ' ' {
		start--
	}
	if start > 0 && !isBreak(c.text[start-1]) || isBlankLine(c.text[at:]) {
		return
	}
	end := at
	for int(end) < len(c.text) && isBlank(c.text[end]) {
		end++
	}
	c.report.Add(diag.Syntax, source.Span{Start: at, End: end}, tabMessage, tabHint)
}

const (
	tabMessage = "a tab indents this line; YAML counts spaces only, and readers disagree about tabs"
	tabHint    = "Replace it by spaces, two for each level."
)

// closing walks to the bracket that ends a flow collection.
func (c *converter) closing(bracket byte) {
	for i := c.last; int(i) < len(c.text); {
		switch c.text[i] {
		case bracket:
			c.gap(i)
			c.last = i + 1
			return
		case '#':
			i += uint32(lineLength(c.text[i:]))
		default:
			i++
		}
	}
}
