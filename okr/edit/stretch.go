package edit

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// held is a block with the entry that holds it; none for the outermost.
type held struct {
	block *block
	in    *held
	index int // of the holding entry in its block
}

// find is the block of a mapping or a list, or nil.
func (h *held) find(n *tree.Node) *held {
	if h.block.node == n {
		return h
	}
	for i, e := range h.block.entries {
		if e.block != nil {
			inner := &held{block: e.block, in: h, index: i}
			if found := inner.find(n); found != nil {
				return found
			}
		}
	}
	return nil
}

// stretch is what deleting an entry deletes; false where it cannot be deleted. The
// position becomes that of the block around it, where the entry is the only one.
func (r *reader) stretch(root *block, where *position) (source.Span, bool) {
	parent := where.parent
	at := (&held{block: root}).find(parent)
	if at == nil {
		return r.flowStretch(parent, where.index)
	}
	index := slices.IndexFunc(at.block.entries, func(e *entry) bool { return e.node == valueAt(parent, where.index) })
	for index >= 0 && len(at.block.entries) == 1 {
		if at.in == nil {
			return source.Span{}, false
		}
		in := at.in.block
		where.parent, where.index = in.node, positionOf(in.node, in.entries[at.index].node)
		at, index = at.in, at.index
	}
	if index < 0 {
		return source.Span{}, false
	}
	return r.rows(at, index)
}

// positionOf is where a value stands in a mapping or a list, or -1.
func positionOf(n, value *tree.Node) int {
	for i := range len(n.Pairs) + len(n.Items) {
		if valueAt(n, i) == value {
			return i
		}
	}
	return -1
}

func valueAt(n *tree.Node, index int) *tree.Node {
	if n.Kind == tree.Mapping {
		return n.Pairs[index].Value
	}
	return n.Items[index]
}

// rows are the lines of an entry of a block. The first entry beside a dash leaves
// the dash to the next one, unless there are comments between them.
func (r *reader) rows(at *held, index int) (source.Span, bool) {
	b := at.block
	e := b.entries[index]
	if index == 0 && r.column(e.from) > indentOf(r.of(e.first)) {
		next := b.entries[1]
		return source.Span{Start: uint32(e.from), End: uint32(next.from)}, !slices.ContainsFunc(next.lead, isComment)
	}
	first := e.first
	for i := len(e.lead) - 1; i >= 0 && isComment(e.lead[i]); i-- {
		first = e.lead[i].line
	}
	behind := e.last + 1
	last := index == len(b.entries)-1 && len(b.tail) == 0
	if last || behind == len(r.lines) || isEmpty(r.of(behind)) {
		for first-1 > r.first && isEmpty(r.of(first-1)) {
			first--
		}
	}
	return source.Span{Start: uint32(r.lines[first].start), End: uint32(r.lines[e.last].next)}, true
}

func isComment(t trivia) bool { return t.comment != "" }

// flowStretch is an entry between brackets on one line, with a comma.
func (r *reader) flowStretch(parent *tree.Node, index int) (source.Span, bool) {
	if !isLeaf(r.data, parent) || r.data[parent.Span.Start] == '*' {
		return source.Span{}, false
	}
	count := len(parent.Items) + len(parent.Pairs)
	begin := func(i int) uint32 {
		if parent.Kind == tree.Mapping {
			return parent.Pairs[i].Span.Start
		}
		return parent.Items[i].Span.Start
	}
	end := func(i int) uint32 {
		if v := valueAt(parent, i).Span; v.End > begin(i) {
			return v.End
		}
		return parent.Pairs[i].Span.End
	}
	gone := source.Span{Start: begin(index), End: end(index)}
	if index+1 < count {
		gone.End = begin(index + 1)
	} else if index > 0 {
		gone.Start = end(index - 1)
	}
	// Comments, anchors and tags belong to one entry or the other: nobody but the
	// writer knows.
	if slices.ContainsFunc(r.data[parent.Span.Start:parent.Span.End], func(c byte) bool { return c == '&' || c == '!' || c == '#' || isBreak(c) }) {
		return source.Span{}, false
	}
	return gone, true
}

// sound gives the edits back if the file can still be read with them, without new
// findings, and the check is content with the result.
func sound(t *tree.Tree, data []byte, edits []diag.Edit, check func(after *tree.Node, out []byte) bool) []diag.Edit {
	out := replace(data, edits)
	after, findings := tree.Parse(t.Path, out)
	if after == nil || !check(after.Root, out) {
		return nil
	}
	if len(findings) > 0 {
		if _, before := tree.Parse(t.Path, data); len(findings) > len(before) {
			return nil
		}
	}
	return edits
}
