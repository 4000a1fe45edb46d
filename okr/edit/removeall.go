package edit

import (
	"bytes"
	"slices"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// DeleteEntries deletes several entries at once, each as DeleteEntry would: all of
// them or, where one cannot be deleted, none. An entry in another one goes with it.
// Whoever deletes all entries of a block names the block instead.
func DeleteEntries(t *tree.Tree, data []byte, pointers []string) []diag.Edit {
	r, f, ok := readFile(t, data, nil)
	if !ok {
		return nil
	}
	var ways [][]int
	var gone []source.Span
	for _, pointer := range pointers {
		where := follow(t.Root, pointer)
		if where == nil {
			return nil
		}
		span, ok := r.stretch(f.root, where)
		if !ok {
			return nil
		}
		ways, gone = append(ways, where.way(t.Root)), append(gone, span)
	}
	rest := t.Root
	for _, way := range outermost(ways) {
		rest = prune(rest, way)
	}
	var edits []diag.Edit
	for _, span := range union(gone) {
		span.Start -= danglingComma(data, span)
		edits = append(edits, diag.EditAt(t.Lines, span, ""))
	}
	return sound(t, data, edits, func(after *tree.Node, out []byte) bool {
		return sameNode(rest, data, after, out)
	})
}

// outermost are the ways that lie in no other one, the last of the file first, so
// that following one leaves the next as it is.
func outermost(ways [][]int) [][]int {
	slices.SortFunc(ways, slices.Compare[[]int])
	var kept [][]int
	for _, way := range ways {
		if n := len(kept); n == 0 || len(kept[n-1]) > len(way) || !slices.Equal(kept[n-1], way[:len(kept[n-1])]) {
			kept = append(kept, way)
		}
	}
	slices.Reverse(kept)
	return kept
}

// union are the stretches in the order of the text, with those that meet as one.
func union(spans []source.Span) []source.Span {
	slices.SortFunc(spans, func(a, b source.Span) int { return int(int64(a.Start) - int64(b.Start)) })
	var joined []source.Span
	for _, span := range spans {
		if n := len(joined); n > 0 && span.Start <= joined[n-1].End {
			joined[n-1].End = max(joined[n-1].End, span.End)
			continue
		}
		joined = append(joined, span)
	}
	return joined
}

// danglingComma is how many bytes before a stretch go along, where all that stands
// behind a comma up to a closing bracket goes.
func danglingComma(data []byte, span source.Span) uint32 {
	behind := bytes.TrimLeft(data[span.End:], " ")
	before := bytes.TrimRight(data[:span.Start], " ")
	if len(behind) == 0 || !bytes.ContainsAny(behind[:1], "]}") || !bytes.HasSuffix(before, []byte(",")) {
		return 0
	}
	return span.Start - uint32(len(before)-1)
}
