package tree

import (
	"go.yaml.in/yaml/v3"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

// maxDepth is how deep values may be nested. A document needs eight levels.
const maxDepth = 200

// converter walks the library's nodes in the order of the file and keeps step
// with them in the text, because the library says where a node starts, but not
// where it ends, and loses some comments.
type converter struct {
	report *Report
	lines  *source.Lines
	data   []byte // the text that values are taken from
	text   []byte // the same, but for characters masked so that the library reads it
	masked bool   // whether there are any

	line, column int    // of the cursor, from 1
	at           uint32 // offset of the cursor
	last         uint32 // end of the last token

	comments []Comment
	depth    int
	deepest  int // the greatest depth since it was last reset
	count    int // nodes made, those behind aliases counted each time
	tooDeep  bool
	tagAt    source.Span // of the last tag walked over
	aliases  aliases
	slab     slab
}

// context is what a value needs to know about where it stands.
type context struct {
	indent int    // column from 0 of the innermost block collection, -1 outside
	flow   bool   // inside brackets or braces
	key    string // whose value, or item of a value, this is
}

func (c *converter) tree(root *yaml.Node) *Tree {
	node := c.value(root, context{indent: -1})
	if c.tooDeep {
		return nil
	}
	c.rest()
	return &Tree{Path: c.report.path, Lines: c.lines, Root: node, Comments: c.comments}
}

// rest walks over what lies behind the root. The library stops there and would
// leave the rest of the file unread.
func (c *converter) rest() {
	next := skipSpace(c.text, c.last)
	if isMarker(c.text[next:], "...") {
		next = skipSpace(c.text, next+3)
	}
	c.gap(next)
	if end := int(next) + lineLength(c.text[next:]); end > int(next) {
		c.report.Add(diag.Syntax, source.Span{Start: next, End: uint32(end)},
			"this line and what follows belong to nothing above them, and would not be read",
			"Begin all keys of the outermost level at the same column.")
	}
}

// value converts one value with everything in it.
func (c *converter) value(n *yaml.Node, in context) *Node {
	if c.tooDeep {
		return c.null(source.Span{Start: c.last, End: c.last})
	}
	c.count++
	c.depth++
	c.deepest = max(c.deepest, c.depth)
	var node *Node
	switch {
	case c.depth > maxDepth:
		start := c.seek(n.Line, n.Column)
		c.deep(source.Span{Start: start, End: start})
		node = c.null(source.Span{Start: start, End: start})
	case n.Anchor != "":
		node = c.anchored(n, in)
	default:
		node = c.bare(n, in)
	}
	c.depth--
	return node
}

// bare converts a value whose anchor is taken care of.
func (c *converter) bare(n *yaml.Node, in context) *Node {
	switch n.Kind {
	case yaml.MappingNode:
		return c.mapping(n, in)
	case yaml.SequenceNode:
		return c.sequence(n, in)
	case yaml.AliasNode:
		return c.alias(n)
	default:
		return c.scalar(n, in)
	}
}

func (c *converter) sequence(n *yaml.Node, in context) *Node {
	node := c.slab.node()
	node.Kind = Sequence
	start := c.begin(n)
	c.checkTag(n, node, "!!seq")
	inner := in
	if n.Style&yaml.FlowStyle != 0 {
		inner.flow = true
		c.last = start + 1
	} else {
		inner.indent = c.columnOf(start) - 1
	}
	node.Items = c.slab.itemsOf(len(n.Content))
	for _, item := range n.Content {
		node.Items = append(node.Items, c.item(item, inner))
	}
	node.Span = source.Span{Start: start, End: c.end(n, '[', ']', start)}
	return node
}

// item converts an item of a list. A # right behind the dash makes a comment of
// what was surely meant as the item.
func (c *converter) item(n *yaml.Node, in context) *Node {
	if !in.flow && isVoid(n) {
		if at := c.seek(n.Line, n.Column); at >= c.last && hashAt(c.text, at) > 0 {
			c.gap(at)
			return c.hashValue("this list item")
		}
	}
	return c.value(n, in)
}

// end finishes a collection: behind its last value, or behind the bracket.
func (c *converter) end(n *yaml.Node, opening, closing byte, start uint32) uint32 {
	if n.Style&yaml.FlowStyle != 0 && c.text[start] == opening {
		c.closing(closing)
	}
	return max(c.last, start)
}

func (c *converter) null(at source.Span) *Node {
	node := c.slab.node()
	node.Kind, node.Span, node.Plain = Null, at, true
	return node
}

func (c *converter) deep(at source.Span) {
	if !c.tooDeep {
		c.tooDeep = true
		c.report.Add(diag.Syntax, at, deepMessage, deepHint)
	}
}

const (
	deepMessage = "values are nested more than 200 levels deep here"
	deepHint    = "No file needs more than about eight levels; look for brackets that were never closed."
)
