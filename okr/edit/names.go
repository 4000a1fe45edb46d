package edit

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr/tree"
)

// name is an anchor or an alias somewhere in a file.
type name struct {
	at     int
	text   string
	anchor bool
}

// namesIn finds all anchors and aliases of a file, in order: the ampersands and
// asterisks that are no part of a text or a comment.
func namesIn(t *tree.Tree, data []byte) []name {
	if !slices.ContainsFunc(data, func(b byte) bool { return b == '&' || b == '*' }) {
		return nil
	}
	texts := make([]bool, len(data)+1)
	for _, c := range t.Comments {
		mark(texts, int(c.Span.Start), int(c.Span.End))
	}
	markScalars(texts, data, t.Root)
	var found []name
	for i := 0; i < len(data); i++ {
		if texts[i] || data[i] != '&' && data[i] != '*' {
			continue
		}
		end := i + 1
		for end < len(data) && !isSpace(data[end]) && !slices.Contains([]byte(",[]{}"), data[end]) {
			end++
		}
		found = append(found, name{at: i, text: string(data[i+1 : end]), anchor: data[i] == '&'})
		i = end - 1
	}
	return found
}

func mark(texts []bool, start, end int) {
	for i := start; i < end; i++ {
		texts[i] = true
	}
}

// markScalars marks the texts and keys of a tree. What is behind an alias is not
// looked at there: it is marked where it is written.
func markScalars(texts []bool, data []byte, n *tree.Node) {
	start, end := int(n.Span.Start), int(n.Span.End)
	if start < end && data[start] == '*' {
		return
	}
	for _, p := range n.Pairs {
		mark(texts, int(p.Span.Start), int(p.Span.End))
		markScalars(texts, data, p.Value)
	}
	for _, item := range n.Items {
		markScalars(texts, data, item)
	}
	if n.Kind != tree.Mapping && n.Kind != tree.Sequence {
		mark(texts, start, end)
	}
}

// breaksNames reports whether stretches of the file in another order could give an
// alias another value: whether two that change sides share a name, which one of
// them defines.
func (r *reader) breaksNames(spans [][2]int, places []int) bool {
	if len(r.names) == 0 {
		return false
	}
	uses := make(map[string][]int) // the stretches, in their new order, with a name
	defined := make(map[string]bool)
	for _, place := range places {
		for _, n := range r.within(spans[place]) {
			defined[n.text] = defined[n.text] || n.anchor
			uses[n.text] = append(uses[n.text], place)
		}
	}
	for text, used := range uses {
		if defined[text] && !slices.IsSorted(used) {
			return true
		}
	}
	return false
}

// within are the names in a stretch of the file.
func (r *reader) within(span [2]int) []name {
	from, _ := slices.BinarySearchFunc(r.names, span[0], func(n name, at int) int { return n.at - at })
	to, _ := slices.BinarySearchFunc(r.names, span[1], func(n name, at int) int { return n.at - at })
	return r.names[from:to]
}
