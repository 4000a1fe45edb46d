package tree

import (
	"fmt"

	"go.yaml.in/yaml/v3"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

// mapper collects the pairs of one mapping.
type mapper struct {
	*converter
	node    *Node
	context context
	index   map[string]int // from a key to its pair; only for large mappings
	sources []*Node        // what << brings in
	merge   source.Span    // place of the first <<
}

func (c *converter) mapping(n *yaml.Node, in context) *Node {
	node := c.slab.node()
	node.Kind = Mapping
	start := c.begin(n)
	c.checkTag(n, node, "!!map")
	m := mapper{converter: c, node: node, context: context{indent: in.indent, flow: in.flow}}
	switch {
	case n.Style&yaml.FlowStyle == 0 && len(n.Content) > 0:
		m.context.indent = n.Content[0].Column - 1
	case c.text[start] == '{':
		c.last = start + 1
		fallthrough
	default:
		m.context.flow = true
	}
	node.Pairs = c.slab.pairsOf(len(n.Content) / 2)
	for i := 0; i+1 < len(n.Content) && !c.tooDeep; i += 2 {
		m.pair(n.Content[i], n.Content[i+1])
	}
	for _, from := range m.sources {
		m.mergeFrom(from)
	}
	node.Span = source.Span{Start: start, End: c.end(n, '{', '}', start)}
	return node
}

// pair converts a key and its value. Where the key cannot stand, the value is
// still looked at, and then left out.
func (m *mapper) pair(key, value *yaml.Node) {
	before := m.last
	if key.Kind != yaml.ScalarNode {
		at := m.value(key, m.context).Span
		m.report.Add(diag.Syntax, at, "a key must be a single word or text here, not a list, a mapping or an alias",
			"Write the key itself, followed by a colon.")
		m.value(value, m.context)
		return
	}
	at, name, masked := m.token(key, m.context)
	if key.Anchor != "" {
		*m.aliases.open(key) = anchor{node: &Node{Kind: String, Text: name, Span: at}, size: 1}
	}
	m.checkQuestionMark(before, at, name)
	if isMerge(key) {
		m.mergeKey(at, value)
		return
	}
	usable := !masked && m.usableKey(key, value, at, name) && !m.isTaken(at, name)
	v := m.valueOf(name, value)
	if usable {
		m.add(Pair{Key: name, Span: at, Value: v})
	}
}

// valueOf converts the value of a key. A # right behind the colon makes a comment
// of what was surely meant as the value.
func (m *mapper) valueOf(name string, value *yaml.Node) *Node {
	if isVoid(value) && value.Anchor == "" && value.Style == 0 {
		at := m.last
		for int(at) < len(m.text) && isBlank(m.text[at]) {
			at++
		}
		if int(at) < len(m.text) && m.text[at] == ':' && hashAt(m.text, at+1) > 0 {
			m.gap(at + 1)
			return m.hashValue("`" + Shorten(name) + "`")
		}
	}
	in := m.context
	in.key = name
	return m.value(value, in)
}

// isTaken reports a key that the mapping has already.
func (m *mapper) isTaken(at source.Span, name string) bool {
	i := m.find(name)
	if i < 0 {
		return false
	}
	if m.report.Full() {
		m.report.Skip(1, at)
		return true
	}
	first := m.node.Pairs[i].Span
	f := m.report.Add(diag.Syntax, at,
		fmt.Sprintf("`%s` stands here and on %s; only one of them can count", Shorten(name), m.report.place(first.Start)),
		"Keep one of the two.")
	place := m.lines.Position(first.Start)
	f.Related = []diag.Related{{
		Message: "the first one is here", Path: m.report.path, Line: place.Line, Column: place.Column,
	}}
	return true
}

// linearKeys is up to how many keys looking at each is faster than an index.
const linearKeys = 16

func (m *mapper) find(name string) int {
	if m.index != nil {
		if i, ok := m.index[name]; ok {
			return i
		}
		return -1
	}
	for i := range m.node.Pairs {
		if m.node.Pairs[i].Key == name {
			return i
		}
	}
	return -1
}

func (m *mapper) add(p Pair) {
	m.node.Pairs = append(m.node.Pairs, p)
	switch {
	case m.index != nil:
		m.index[p.Key] = len(m.node.Pairs) - 1
	case len(m.node.Pairs) > linearKeys:
		m.index = make(map[string]int, cap(m.node.Pairs))
		for i := range m.node.Pairs {
			m.index[m.node.Pairs[i].Key] = i
		}
	}
}

func isMerge(key *yaml.Node) bool {
	return key.Value == "<<" && key.Style == 0
}

// mergeKey notes the mappings that a << brings in.
func (m *mapper) mergeKey(at source.Span, value *yaml.Node) {
	v := m.value(value, m.context)
	if !m.merge.IsZero() {
		m.report.Add(diag.Syntax, at, "`<<` stands twice in this mapping",
			"Write one `<<` with a list of aliases.")
		return
	}
	m.merge = at
	switch {
	case v.Kind == Mapping:
		m.sources = append(m.sources, v)
		return
	case v.Kind == Sequence && len(v.Items) > 0:
		for _, item := range v.Items {
			if item.Kind != Mapping && !item.Reported {
				m.badMerge(item)
			}
		}
		m.sources = append(m.sources, v.Items...)
	case !v.Reported:
		m.badMerge(v)
	}
}

func (m *mapper) badMerge(v *Node) {
	m.refuse(v, "`<<` takes over the keys of a mapping, and there is none behind it",
		"Write an alias of a mapping, as in `<<: *defaults`, or delete the line.")
}

// mergeFrom adds the keys that the mapping does not have itself.
func (m *mapper) mergeFrom(from *Node) {
	for _, p := range from.Pairs {
		if m.find(p.Key) < 0 {
			m.add(p)
		}
	}
}
