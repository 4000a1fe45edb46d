package edit

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// insertion is a text to put in at an offset.
type insertion struct {
	at   int
	text string
}

// InsertInto appends a text to a list of texts, such as `initiatives`, of an
// objective or a key result of the tree. The new item is written like the list: on a
// line of its own below the last item, or between its brackets. Where the key is
// missing it comes behind `key_results`, or else behind the keys that the schema
// puts before it. The text reads back exactly. There are no edits where the owner is
// no mapping of the file, where the key holds something else than a list, and where
// the file would read differently otherwise.
func InsertInto(t *tree.Tree, data []byte, owner *tree.Node, key, text string) []diag.Edit {
	r, f, ok := readFile(t, data, nil)
	if !ok || owner == nil || owner.Kind != tree.Mapping {
		return nil
	}
	in, ok := r.insertion(f.root, owner, key, text)
	if !ok {
		return nil
	}
	at := source.Span{Start: uint32(in.at), End: uint32(in.at)}
	path := pathTo(t.Root, owner)
	return sound(t, data, []diag.Edit{diag.EditAt(t.Lines, at, in.text)}, func(after *tree.Node, out []byte) bool {
		return onlyAdds(t.Root, data, after, out, path, key, text)
	})
}

// onlyAdds reports whether the list under a key of an owner ends with a text, and
// everything else is as it was.
func onlyAdds(before *tree.Node, data []byte, after *tree.Node, out []byte, path []int, key, text string) bool {
	owner := nodeAt(after, path)
	if owner == nil || owner.Get(key) == nil || len(owner.Get(key).Items) == 0 {
		return false
	}
	items := owner.Get(key).Items
	last := items[len(items)-1]
	if last.Kind != tree.String || last.Text != string([]rune(text)) {
		return false
	}
	way := append(slices.Clone(path), indexOf(owner, key))
	if len(items) > 1 {
		return sameNode(before, data, prune(after, append(way, len(items)-1)), out)
	}
	former := nodeAt(before, path)
	if i := indexOf(former, key); i >= 0 {
		if len(former.Pairs[i].Value.Items) > 0 {
			return false
		}
		before = prune(before, append(slices.Clone(path), i))
	}
	return sameNode(before, data, prune(after, way), out)
}

// insertion finds the place and the words for a new item.
func (r *reader) insertion(root *block, owner *tree.Node, key, text string) (insertion, bool) {
	at := (&held{block: root}).find(owner)
	if at == nil {
		return r.flowInsertion(owner, key, text)
	}
	for _, e := range at.block.entries {
		if e.name == key && e.key != "<<" {
			return r.append(at.block, e, text)
		}
	}
	if owner.Get(key) != nil {
		return insertion{}, false // it comes from an alias
	}
	column := strings.Repeat(" ", at.block.column)
	e := at.block.entries[r.behind(at.block, key)]
	return r.below(e.last, column+key+":", column+"  - "+Scalar(text)), true
}

// behind is the position of the entry that a new key comes behind.
func (r *reader) behind(b *block, key string) int {
	position := 0
	s := documentShape().part("objectives").item()
	if b.node.Get("key_results") == nil {
		s = s.part("key_results").item()
	}
	for i, e := range b.entries {
		if e.name == "key_results" {
			return i
		}
		if rank, known := s.rank[e.name]; known && rank < s.rank[key] || i == 0 {
			position = i
		}
	}
	return position
}

// append puts an item behind those that an entry has.
func (r *reader) append(b *block, e *entry, text string) (insertion, bool) {
	switch {
	case e.block != nil && e.block.list:
		items := e.block.entries
		return r.below(items[len(items)-1].last, strings.Repeat(" ", e.block.column)+"- "+Scalar(text)), true
	case e.block == nil && len(e.lines) == 0 && e.props == "":
		return r.below(e.last, strings.Repeat(" ", b.column+step)+"- "+Scalar(text)), true
	case e.node != nil && e.node.Kind == tree.Sequence && isBracket(r.data, e.node):
		return r.between(e.node, len(e.node.Items), func(i int) source.Span { return e.node.Items[i].Span }, flowScalar(text)), true
	}
	return insertion{}, false
}

// below is an insertion of lines below a line.
func (r *reader) below(last int, lines ...string) insertion {
	l := r.lines[last]
	text := strings.Join(lines, r.newline)
	if l.next == l.end {
		return insertion{l.end, r.newline + text}
	}
	return insertion{l.next, text + r.newline}
}

// between is an insertion behind the last of some parts between brackets.
func (r *reader) between(n *tree.Node, count int, part func(int) source.Span, text string) insertion {
	if count == 0 {
		return insertion{int(n.Span.Start) + 1, text}
	}
	return insertion{int(part(count - 1).End), ", " + text}
}

func isBracket(data []byte, n *tree.Node) bool {
	return n.Span.Start < n.Span.End && (data[n.Span.Start] == '[' || data[n.Span.Start] == '{')
}

// flowInsertion is an insertion into an owner between braces.
func (r *reader) flowInsertion(owner *tree.Node, key, text string) (insertion, bool) {
	if !isBracket(r.data, owner) || r.data[owner.Span.Start] != '{' {
		return insertion{}, false
	}
	if list := owner.Get(key); list != nil {
		if list.Kind != tree.Sequence || !isBracket(r.data, list) {
			return insertion{}, false
		}
		return r.between(list, len(list.Items), func(i int) source.Span { return list.Items[i].Span }, flowScalar(text)), true
	}
	whole := key + ": [" + flowScalar(text) + "]"
	part := func(i int) source.Span { return owner.Pairs[i].Value.Span }
	for i, p := range owner.Pairs {
		if p.Key == "key_results" {
			return r.between(owner, i+1, part, whole), true
		}
	}
	return r.between(owner, len(owner.Pairs), part, whole), true
}
