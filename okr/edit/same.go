package edit

import (
	"bytes"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/tree"
)

// same reports whether two files say the same: equal values, written with the same
// characters, under keys in any order; the same comments; as many blank lines.
func same(a *tree.Tree, before []byte, b *tree.Tree, after []byte) bool {
	return sameComments(a.Comments, b.Comments) &&
		blankLines(before) == blankLines(after) &&
		sameNode(a.Root, before, b.Root, after)
}

func sameComments(a, b []tree.Comment) bool {
	return slices.Equal(comments(a), comments(b))
}

// comments are the texts of comments in alphabetical order.
func comments(list []tree.Comment) []string {
	texts := make([]string, len(list))
	for i, c := range list {
		texts[i] = c.Text
	}
	slices.Sort(texts)
	return texts
}

// blankLines counts the blank lines of a text, without those at its end.
func blankLines(data []byte) int {
	t := cut(data)
	count, run := 0, 0
	for i := range t.lines {
		if run++; !isEmpty(t.of(i)) {
			count, run = count+run-1, 0
		}
	}
	return count
}

func sameNode(a *tree.Node, before []byte, b *tree.Node, after []byte) bool {
	if a.Kind != b.Kind || a.Plain != b.Plain || a.Text != b.Text ||
		len(a.Pairs) != len(b.Pairs) || len(a.Items) != len(b.Items) {
		return false
	}
	for i, item := range a.Items {
		if !sameNode(item, before, b.Items[i], after) {
			return false
		}
	}
	if a.Kind == tree.Mapping {
		return samePairs(a, before, b, after)
	}
	return a.Kind == tree.Sequence ||
		sameRaw(before[a.Span.Start:a.Span.End], after[b.Span.Start:b.Span.End])
}

func samePairs(a *tree.Node, before []byte, b *tree.Node, after []byte) bool {
	pairs := make(map[string]*tree.Pair, len(b.Pairs))
	for i := range b.Pairs {
		pairs[b.Pairs[i].Key] = &b.Pairs[i]
	}
	for i := range a.Pairs {
		p, q := &a.Pairs[i], pairs[a.Pairs[i].Key]
		if q == nil || !bytes.Equal(before[p.Span.Start:p.Span.End], after[q.Span.Start:q.Span.End]) ||
			!sameNode(p.Value, before, q.Value, after) {
			return false
		}
	}
	return true
}

// sameRaw compares scalars as written, but for the indentation and the line breaks
// of further lines.
func sameRaw(a, b []byte) bool {
	if bytes.Equal(a, b) {
		return true
	}
	x, y := split(string(a)), split(string(b))
	if len(x) != len(y) {
		return false
	}
	if strings.HasPrefix(x[0], "|") || strings.HasPrefix(x[0], ">") {
		// A comment may stand beside the header; the text is compared as a value.
		return blockHeader(x[0]) == blockHeader(y[0])
	}
	return slices.EqualFunc(x, y, func(p, q string) bool { return strings.TrimLeft(p, " ") == strings.TrimLeft(q, " ") })
}

func blockHeader(line string) string {
	header, _, _ := strings.Cut(line, " ")
	return header
}
