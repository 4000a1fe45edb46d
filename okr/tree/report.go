package tree

import (
	"fmt"
	"slices"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

// A file can hold more mistakes than anybody reads, and each finding carries
// the text of its lines. Both are bounded, so that a hostile file costs little.
const (
	maxFindings     = 1000
	maxExcerptBytes = 4 << 20
)

// Report gathers what is said about one file, in any order. It keeps the first
// 1,000 findings and counts the rest.
type Report struct {
	path    string
	lines   *source.Lines
	marks   []mark
	fixes   []fix
	excerpt int
	dropped int
	lastOff source.Span
}

// mark is a finding and the byte offset that it speaks about.
type mark struct {
	finding diag.Finding
	at      uint32
}

// NewReport makes an empty report about the file with the path and the lines.
func NewReport(path string, lines *source.Lines) *Report {
	return &Report{path: path, lines: lines}
}

// Full reports whether further findings would only be counted.
func (r *Report) Full() bool {
	return len(r.marks) >= maxFindings || r.excerpt >= maxExcerptBytes
}

// Add says something about a place. The result may be changed until the next
// call; it is never nil.
func (r *Report) Add(rule diag.Rule, span source.Span, message, hint string) *diag.Finding {
	if r.Full() {
		r.dropped++
		r.lastOff = span
		return &diag.Finding{}
	}
	f := diag.At(rule, r.path, r.lines, span, "%s", message)
	f.Hint = hint
	for _, line := range f.Excerpt {
		r.excerpt += len(line)
	}
	r.marks = append(r.marks, mark{f, span.Start})
	return &r.marks[len(r.marks)-1].finding
}

// Skip counts findings that were not even made, the first of them at the place.
func (r *Report) Skip(count int, span source.Span) {
	r.dropped += count
	r.lastOff = span
}

// Len is how many findings the report holds.
func (r *Report) Len() int { return len(r.marks) }

// Findings are the findings in the order of the file. The tree, where there is
// one, tells what each is about; it may be nil.
func (r *Report) Findings(t *Tree) []diag.Finding {
	if len(r.marks) == 0 {
		return nil
	}
	if r.dropped > 0 {
		f := diag.At(diag.Syntax, r.path, r.lines, r.lastOff,
			"this file has %d more mistakes than are listed here", r.dropped)
		f.Hint = "Mend what is listed first; the rest may come from the same cause."
		r.marks = append(r.marks, mark{f, r.lastOff.Start})
	}
	slices.SortStableFunc(r.marks, func(a, b mark) int { return int(a.at) - int(b.at) })
	about := subjects{path: r.path}
	if t != nil {
		about = t.subjects()
	}
	found := make([]diag.Finding, len(r.marks))
	for i, m := range r.marks {
		found[i] = m.finding
		found[i].Subject = about.at(m.at)
		found[i].Hint = r.fill(found[i].Hint)
	}
	return found
}

// place is a line as a message names it.
func (r *Report) place(offset uint32) string {
	return fmt.Sprintf("line %d", r.lines.Position(offset).Line)
}
