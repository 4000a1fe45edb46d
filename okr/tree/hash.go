package tree

import (
	"bytes"
	"fmt"

	"github.com/okrs-as-code/okrs/okr/source"
)

// hashAt is the offset of a # that begins, after blanks from the offset on, what
// looks like a value; 0 where there is none. A comment has a blank after its #, or is
// one that silences a rule.
func hashAt(text []byte, at uint32) uint32 {
	i := int(at)
	for i < len(text) && isBlank(text[i]) {
		i++
	}
	if i == int(at) || i+1 >= len(text) || text[i] != '#' || isSpace(text[i+1]) || text[i+1] == '#' ||
		isMeant(text[i:i+lineLength(text[i:])]) {
		return 0
	}
	return uint32(i)
}

// hashValue reads a value that its # hides from YAML, and reports it.
func (c *converter) hashValue(of string) *Node {
	start := hashAt(c.text, c.last)
	line := c.text[start : int(start)+lineLength(c.text[start:])]
	if i := bytes.Index(line, []byte(" #")); i > 0 {
		line = line[:i]
	}
	line = bytes.TrimRight(line, " \t")
	node := c.slab.node()
	*node = Node{Kind: String, Text: string(line), Span: source.Span{Start: start, End: start + uint32(len(line))}}
	c.count++
	if c.last = node.Span.End; c.full(node) {
		return node
	}
	return c.refuse(node, fmt.Sprintf("the # makes a comment of `%s`, so %s is empty", Shorten(node.Text), of),
		"Put quotes around it: "+c.report.Corrected(node.Span, Quote(node.Text))+
			". If it is meant as a comment, write a space after the #.")
}

// cutShort reports a sentence that loses its tail to a comment: one space before
// the # is how people write a number or a channel, two are how they set off a
// comment.
func (c *converter) cutShort(node *Node, key string) {
	end := int(node.Span.End)
	if end+1 >= len(c.text) || string(c.text[end:end+2]) != " #" ||
		bytes.HasPrefix(c.text[end+1:], []byte("# okr:")) || !isProse(key, node.Text) {
		return
	}
	rest := c.text[end : end+lineLength(c.text[end:])]
	if isMeant(rest[1:]) {
		return
	}
	for _, comment := range []string{"  #", "\t#", " # okr:"} {
		if i := bytes.Index(rest, []byte(comment)); i > 0 {
			rest = rest[:i]
		}
	}
	for i := 1; i+1 < len(rest); i++ {
		if rest[i] == ' ' && rest[i+1] == '#' && isMeant(rest[i+1:]) {
			rest = rest[:i]
		}
	}
	rest = bytes.TrimRight(rest, " \t")
	tail := string(rest[1:])
	node.Text += string(rest)
	node.Span.End += uint32(len(rest))
	node.Plain = false
	c.last = node.Span.End
	c.refuse(node, fmt.Sprintf("the text ends before `%s`, which is a comment because of its #", Shorten(tail)),
		"Put quotes around the whole text: "+c.report.Corrected(node.Span, Quote(node.Text))+
			". If it is meant as a comment, set it off with two spaces.")
}
