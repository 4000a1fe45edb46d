package tree

import (
	"bytes"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

const quotedStyle = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle

// token walks over a scalar and gives its place and its text. Where characters
// had to be masked for the library, the text is what stands in the file.
func (c *converter) token(n *yaml.Node, in context) (at source.Span, text string, masked bool) {
	start := c.begin(n)
	end := start
	switch {
	case n.Style&quotedStyle != 0:
		end = quotedEnd(c.text, start)
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		end = c.blockEnd(n, start, in.indent)
	case n.Value != "":
		end = plainEnd(c.text, start, n.Value)
	}
	c.last = max(c.last, end)
	at = source.Span{Start: start, End: end}
	if !c.masked || bytes.Equal(c.data[start:end], c.text[start:end]) {
		return at, n.Value, false
	}
	return at, strings.Trim(string(c.data[start:end]), `"'`), true
}

func (c *converter) scalar(n *yaml.Node, in context) *Node {
	node := c.slab.node()
	node.Span, node.Text, node.Reported = c.token(n, in)
	switch {
	case node.Reported:
		node.Kind = String
		return node
	case n.Style&^yaml.TaggedStyle == 0:
		node.Plain = string(c.data[node.Span.Start:node.Span.End]) == node.Text
		c.classify(node, n, in)
	default:
		node.Kind = String
		c.checkControls(node, n)
	}
	if n.Style&yaml.TaggedStyle != 0 || !c.tagAt.IsZero() {
		c.checkScalarTag(n, node)
	}
	if node.Kind == Null {
		node.Text = ""
	}
	return node
}

// classify decides what a scalar without quotes is.
func (c *converter) classify(node *Node, n *yaml.Node, in context) {
	if n.Value == "" {
		node.Kind = Null
		return
	}
	if n.Tag == "!!str" && n.Style&yaml.TaggedStyle != 0 {
		node.Kind = String
		return
	}
	kind, trouble := classify(node.Text)
	node.Kind = kind
	switch {
	case trouble != nil && c.full(node):
	case trouble != nil:
		node.Kind = String
		c.refuse(node, fmt.Sprintf("`%s` %s", Shorten(node.Text), trouble.is), c.instead(node, trouble.instead))
	case kind == Bool:
		node.Text = strings.ToLower(node.Text)
	case kind == String && in.key != "":
		c.cutShort(node, in.key)
	}
}

// instead is what to write in place of a number that readers disagree about.
func (c *converter) instead(node *Node, number string) string {
	if number == "" {
		return "If it is meant as text, put quotes around it: " + c.report.Corrected(node.Span, Quote(node.Text)) + "."
	}
	return "Write " + c.report.Corrected(node.Span, number) + ", or, if it is meant as text, " +
		c.report.Alternative(node.Span, Quote(node.Text)) + "."
}

// checkControls reports control characters that a quoted text spells out.
func (c *converter) checkControls(node *Node, n *yaml.Node) {
	if n.Style&yaml.DoubleQuotedStyle == 0 {
		return
	}
	for _, char := range n.Value {
		if char < ' ' && char != '\n' && char != '\t' && char != '\r' || char >= 0x7F && char < 0xA0 {
			c.refuse(node, fmt.Sprintf("this text contains the control character U+%04X", char),
				"Delete the backslash and what belongs to it, or write two backslashes if one is meant.")
			return
		}
	}
}

// checkTag reports a tag on a collection.
func (c *converter) checkTag(n *yaml.Node, node *Node, plain string) {
	if !c.tagAt.IsZero() && (n.Style&yaml.TaggedStyle == 0 || n.Tag != plain) {
		c.tag(node)
	}
}

// checkScalarTag reports a tag that says anything else than what is seen anyway.
func (c *converter) checkScalarTag(n *yaml.Node, node *Node) {
	said := map[string]Kind{"!!str": String, "!!null": Null, "!!bool": Bool, "!!int": Number, "!!float": Number}
	if kind, known := said[n.Tag]; !known || kind != node.Kind || n.Style&yaml.TaggedStyle == 0 {
		c.tag(node)
	}
}

func (c *converter) tag(node *Node) {
	if node.Reported = true; c.full(node) {
		return
	}
	c.report.Add(diag.Syntax, c.tagAt,
		fmt.Sprintf("`%s` is a tag; this format has none", Shorten(string(c.text[c.tagAt.Start:c.tagAt.End]))),
		"Write the value alone, in quotes if the exclamation mark belongs to it.")
}
