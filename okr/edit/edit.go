// Package edit changes documents as bytes.
//
// People own their files: comments, quotes, blank lines and the spelling of
// numbers say something to somebody. No document is therefore ever written anew
// from what was understood of it. Every change is a stretch of bytes replaced by
// others, at places that the tree of the file gives.
package edit

import (
	"errors"
	"slices"

	"github.com/okrs-as-code/okrs/okr/diag"
)

// ErrOutside says that an edit reaches beyond the end of the text it is for: the
// fixes were made for other bytes, and none of them is applied.
var ErrOutside = errors.New("a fix reaches beyond the end of the file, so it was made for another version of it")

// Apply makes the changes of fixes to the text of one file, in their order. A fix
// is made whole or not at all: one that overlaps a fix already taken is skipped,
// and can be tried again on the new text. Two insertions at one place overlap,
// because nobody said which comes first. A fix equal to one already taken counts
// as applied. Applied is how many fixes were made; the error is ErrOutside or nil.
func Apply(data []byte, fixes []diag.Fix) (out []byte, applied int, err error) {
	var taken []diag.Edit
	for _, fix := range fixes {
		edits := slices.Clone(fix.Edits)
		slices.SortStableFunc(edits, byPlace)
		for _, e := range edits {
			if e.Span.Start > e.Span.End || int(e.Span.End) > len(data) {
				return data, 0, ErrOutside
			}
		}
		if len(edits) == 0 || overlaps(edits, edits) {
			continue
		}
		fresh := without(edits, taken)
		if overlaps(fresh, taken) {
			continue
		}
		taken = append(taken, fresh...)
		applied++
	}
	slices.SortStableFunc(taken, byPlace)
	return replace(data, taken), applied, nil
}

// replace makes edits that are in the order of the text and do not overlap.
func replace(data []byte, edits []diag.Edit) []byte {
	out := make([]byte, 0, len(data)+64)
	from := uint32(0)
	for _, e := range edits {
		out = append(append(out, data[from:e.Span.Start]...), e.Text...)
		from = e.Span.End
	}
	return append(out, data[from:]...)
}

func byPlace(a, b diag.Edit) int {
	if a.Span.Start != b.Span.Start {
		return int(int64(a.Span.Start) - int64(b.Span.Start))
	}
	return int(int64(a.Span.End) - int64(b.Span.End))
}

// without leaves out the edits that are among others.
func without(edits, others []diag.Edit) []diag.Edit {
	return slices.DeleteFunc(edits, func(e diag.Edit) bool {
		return slices.ContainsFunc(others, func(o diag.Edit) bool { return o.Span == e.Span && o.Text == e.Text })
	})
}

// overlaps reports whether an edit of one list touches an edit of the other that
// is not itself.
func overlaps(a, b []diag.Edit) bool {
	for i := range a {
		for j := range b {
			if &a[i] == &b[j] {
				continue
			}
			if collide(a[i], b[j]) {
				return true
			}
		}
	}
	return false
}

// collide reports whether two edits change the same bytes, or insert at one place.
func collide(a, b diag.Edit) bool {
	if a.Span.Start == b.Span.Start {
		return true
	}
	return a.Span.Start < b.Span.End && b.Span.Start < a.Span.End
}
