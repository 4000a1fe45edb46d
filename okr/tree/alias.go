package tree

import (
	"fmt"

	"go.yaml.in/yaml/v3"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

// A few hundred bytes of aliases can stand for billions of values. What lies
// behind aliases is therefore counted as often as it is reached.
const (
	maxExpansions  = 1000
	maxAliasVisits = 100_000
)

// aliases are the anchored values of a file and what their use has cost so far.
type aliases struct {
	anchored           map[*yaml.Node]*anchor
	expansions, visits int
	spent              bool
}

// anchor is a value that aliases can stand for.
type anchor struct {
	node   *Node // nil while it is being converted
	size   int   // nodes in it, those behind aliases counted each time
	height int   // levels below it
}

func (a *aliases) open(n *yaml.Node) *anchor {
	if a.anchored == nil {
		a.anchored = make(map[*yaml.Node]*anchor)
	}
	entry := &anchor{}
	a.anchored[n] = entry
	return entry
}

// anchored converts a value that has an anchor and notes what an alias of it costs.
func (c *converter) anchored(n *yaml.Node, in context) *Node {
	entry := c.aliases.open(n)
	before, deepest := c.count, c.deepest
	c.deepest = c.depth
	node := c.bare(n, in)
	*entry = anchor{node: node, size: c.count - before + 1, height: c.deepest - c.depth}
	c.deepest = max(deepest, c.deepest)
	return node
}

// alias gives the value behind an alias: a copy of its top with the place of the
// alias. What is below is shared, and has the places where it is written.
func (c *converter) alias(n *yaml.Node) *Node {
	start := c.begin(n)
	at := source.Span{Start: start, End: start + 1 + uint32(len(n.Value))}
	c.last = at.End
	entry := c.aliases.anchored[n.Alias]
	if entry == nil || entry.node == nil {
		return c.refuse(c.null(at), fmt.Sprintf("`*%s` stands inside the value that it stands for, which never ends", n.Value),
			"Write the value out, or give the anchor to a smaller part.")
	}
	c.aliases.expansions++
	c.aliases.visits += entry.size
	if c.aliases.spent || c.aliases.expansions > maxExpansions || c.aliases.visits > maxAliasVisits {
		node := c.null(at)
		node.Reported = true
		if !c.aliases.spent {
			c.aliases.spent = true
			c.refuse(node, "the aliases of this file stand for too many values; from here on they are not followed",
				"Write the values out.")
		}
		return node
	}
	if c.depth+entry.height > maxDepth {
		c.deep(at)
		return c.null(at)
	}
	c.count += entry.size - 1
	c.deepest = max(c.deepest, c.depth+entry.height)
	node := c.slab.node()
	*node = *entry.node
	node.Span, node.Plain = at, false
	return node
}

// refuse reports a value, and marks it so that nobody else does.
func (c *converter) refuse(node *Node, message, hint string) *Node {
	node.Reported = true
	c.report.Add(diag.Syntax, node.Span, message, hint)
	return node
}

// full reports whether enough has been said about the file. The value counts as
// reported then, and no words need to be found for it.
func (c *converter) full(node *Node) bool {
	if !c.report.Full() {
		return false
	}
	node.Kind, node.Reported = String, true
	c.report.Skip(1, node.Span)
	return true
}
