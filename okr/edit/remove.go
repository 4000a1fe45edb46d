package edit

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// DeleteComment deletes the comment at a place of a file: one that stands alone
// together with its line, one behind something together with the blanks before it.
// There are no edits where no comment begins there, or where deleting it would
// change a value, as below a text that keeps the line breaks at its end.
func DeleteComment(t *tree.Tree, data []byte, span source.Span) []diag.Edit {
	for _, c := range t.Comments {
		if c.Span.Start != span.Start {
			continue
		}
		r := &reader{text: cut(data)}
		here := r.lines[r.at(int(c.Span.Start))]
		gone := source.Span{Start: uint32(here.start), End: uint32(here.next)}
		if !c.Alone {
			before := strings.TrimRight(string(data[here.start:c.Span.Start]), " \t")
			gone = source.Span{Start: uint32(here.start + len(before)), End: uint32(here.end)}
		}
		edits := []diag.Edit{diag.EditAt(t.Lines, gone, "")}
		return sound(t, data, edits, func(after *tree.Node, out []byte) bool {
			return sameNode(t.Root, data, after, out)
		})
	}
	return nil
}

// RenameKey writes another key in the place of the one at a place of the file,
// with quotes only where the new one needs them. There are no edits where no key
// stands there, where its mapping has the new key already, and where the new one is
// longer than YAML allows.
func RenameKey(t *tree.Tree, span source.Span, to string) []diag.Edit {
	written := keyText(to)
	if in := keyAt(t.Root, span); in == nil || in.Get(to) != nil || len(written) > longestKey {
		return nil
	}
	return []diag.Edit{diag.EditAt(t.Lines, span, written)}
}

// longestKey is how many bytes a key may have, with a little room for what stands
// around it; YAML looks for the colon within 1,024.
const longestKey = 1000

// keyAt is the mapping with a key at a place, or nil.
func keyAt(n *tree.Node, span source.Span) *tree.Node {
	if span.Start < n.Span.Start || span.End > n.Span.End {
		return nil
	}
	for _, p := range n.Pairs {
		if p.Span == span {
			return n
		}
		if found := keyAt(p.Value, span); found != nil {
			return found
		}
	}
	for _, item := range n.Items {
		if found := keyAt(item, span); found != nil {
			return found
		}
	}
	return nil
}

// DeleteEntry deletes a key with its value, or an item of a list: the entry that a
// JSON pointer (RFC 6901) such as /objectives/0/key_results/1 leads to. With it go
// the comments beside it, in it, at its end and directly above it, without a blank
// line between; of blank lines that would meet, those above go too. What is above
// the first key of the file stays. An entry between brackets goes with its comma. The
// only entry of a block takes the key or the dash of that block along, because
// nothing would be left behind it. There are no edits where the pointer leads
// nowhere, for the last entry of the file, for what is written behind an alias, and
// where the file would read differently otherwise.
func DeleteEntry(t *tree.Tree, data []byte, pointer string) []diag.Edit {
	r, f, ok := readFile(t, data, nil)
	if !ok {
		return nil
	}
	where := follow(t.Root, pointer)
	if where == nil {
		return nil
	}
	gone, ok := r.stretch(f.root, where)
	if !ok {
		return nil
	}
	rest := prune(t.Root, where.way(t.Root))
	return sound(t, data, []diag.Edit{diag.EditAt(t.Lines, gone, "")}, func(after *tree.Node, out []byte) bool {
		return sameNode(rest, data, after, out)
	})
}
