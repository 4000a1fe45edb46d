package edit

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr/tree"
)

// reader cuts the lines of a file into blocks, led by its tree. What it does not
// expect makes it stuck: the layout is then left to people.
type reader struct {
	text
	first   int // the line of the first key
	next    int // the line to read next
	root    *tree.Node
	titled  bool     // a line with content stands right above the first key
	pending []trivia // lines without content since the last entry
	names   []name   // anchors and aliases
	pins    int
	stuck   bool
	// unfinished says that the file ends, without a line break, in a block scalar
	// that would read differently with one.
	unfinished bool
}

// file is a file in parts.
type file struct {
	header []string // all lines above the first key
	root   *block
	footer []string // from a line of three dots on
}

// readFile is the file in parts; false where its layout is one that we do not know.
func readFile(t *tree.Tree, data []byte, s *shape) (*reader, *file, bool) {
	r := &reader{text: cut(data)}
	root := t.Root
	start := int(root.Span.Start)
	if isLeaf(data, root) || len(r.lines) == 0 {
		return r, nil, false
	}
	first := r.at(start)
	if r.skip(r.lines[first].start) != start {
		return r, nil, false
	}
	r.names = namesIn(t, data)
	f := &file{}
	for i := range first {
		f.header = append(f.header, headerLine(r.of(i)))
	}
	r.first, r.next, r.root = first, first, root
	r.titled = first > 0 && f.header[first-1] != ""
	f.root = r.block(root, start, s)
	if _, more := r.collect(); more || r.stuck {
		return r, nil, false
	}
	f.root.tail = append(f.root.tail, r.take()...)
	for i := r.next; i < len(r.lines); i++ {
		f.footer = append(f.footer, strings.TrimRight(r.of(i), " \t"))
	}
	return r, f, true
}

// headerLine is a line above the first key in canonical form.
func headerLine(raw string) string {
	raw = strings.TrimRight(raw, " \t")
	if comment := strings.TrimLeft(raw, " \t"); strings.HasPrefix(comment, "#") {
		return comment
	}
	return raw
}

// isLeaf reports whether a value is written as anything else than a block of its
// own: as a scalar, between brackets or as an alias.
func isLeaf(data []byte, n *tree.Node) bool {
	if n.Kind != tree.Mapping && n.Kind != tree.Sequence {
		return true
	}
	if n.Span.Start >= n.Span.End {
		return true
	}
	switch data[n.Span.Start] {
	case '{', '[', '*':
		return true
	}
	return false
}

// block reads a mapping or a list from the offset of its first key or dash on.
// What is pending is what stands above that.
func (r *reader) block(n *tree.Node, at int, s *shape) *block {
	b := &block{column: r.column(at), list: n.Kind == tree.Sequence, node: n}
	for i := 0; ; i++ {
		e := &entry{lead: r.take(), from: at, first: r.at(at)}
		pins := r.pins
		switch {
		case b.list && i < len(n.Items) && r.isDash(at):
			r.value(e, n.Items[i], at+1, b.column, s.item())
		case !b.list && i < len(n.Pairs) && int(n.Pairs[i].Span.Start) == at:
			r.pair(e, n.Pairs[i], b.column, s)
		case !b.list && r.merge(e, at):
			i--
		default:
			r.stuck = true
		}
		if r.stuck {
			return b
		}
		e.to, e.pinned = r.lines[r.next-1].end, r.pins > pins
		b.entries = append(b.entries, e)
		next, more := r.collect()
		column := -1
		if more {
			column = r.column(next)
		}
		if column < b.column || b.list != r.isDash(next) {
			r.closeBlock(b, column)
			r.arrange(b, s)
			return b
		}
		if r.stuck = column > b.column; r.stuck {
			return b
		}
		at = next
	}
}

// closeBlock gives the block the comments at its end.
func (r *reader) closeBlock(b *block, next int) {
	b.tail = r.tail(b.column, next)
	b.last = b.entries[len(b.entries)-1].last
	for _, t := range b.tail {
		b.last = t.line
		if isDirective(t.comment) && next >= 0 {
			r.pins++ // it speaks about what comes behind the block
		}
	}
}

func (r *reader) isDash(at int) bool {
	return at < len(r.data) && r.data[at] == '-' && (at+1 == len(r.data) || isSpace(r.data[at+1]))
}

// collect walks over lines without content and gives the offset of the next
// content, if there is any.
func (r *reader) collect() (at int, more bool) {
	for ; r.next < len(r.lines); r.next++ {
		l := r.lines[r.next]
		at = r.skip(l.start)
		switch {
		case at >= l.end:
			r.pending = append(r.pending, trivia{line: r.next})
		case r.data[at] == '#':
			r.pending = append(r.pending, trivia{at - l.start, strings.TrimRight(string(r.data[at:l.end]), " \t"), r.next})
		default:
			return at, !r.isEnd(l)
		}
	}
	return len(r.data), false
}

// isEnd reports whether a line is the three dots that end a document.
func (r *reader) isEnd(l line) bool {
	raw := string(r.data[l.start:l.end])
	return strings.HasPrefix(raw, "...") && (len(raw) == 3 || isBlank(raw[3]))
}

// take gives what is pending to somebody.
func (r *reader) take() []trivia {
	taken := r.pending
	r.pending = nil
	return taken
}

// tail takes what belongs to the end of a block at a column, when the next content
// stands at another: the comments that are indented like the block or deeper, up
// to the first that is not, with the blank lines before them.
func (r *reader) tail(column, next int) []trivia {
	count := 0
	for i, t := range r.pending {
		if t.comment == "" {
			continue
		}
		if t.column < column || t.column <= next {
			break
		}
		count = i + 1
	}
	taken := r.pending[:count:count]
	r.pending = r.pending[count:]
	return taken
}

// isDirective reports whether a comment speaks to a program about what stands near.
func isDirective(comment string) bool {
	word := strings.ToLower(strings.TrimLeft(comment, "# \t"))
	return strings.HasPrefix(word, "okr:") || strings.HasPrefix(word, "okr-")
}
