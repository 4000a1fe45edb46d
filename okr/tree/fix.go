package tree

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

// fix is a stretch of one line and what to write in its place.
type fix struct {
	at    source.Span
	with  string
	other bool // one of several ways, left out of other corrections of the line
	line  int
}

// Corrected stands in a hint for the line of a place with the place replaced. It
// becomes that line, between backquotes and without its indentation, when the
// report is complete: with all corrections of the line made, so that one edit
// mends it. Of a line too long to repeat it becomes the replacement alone.
func (r *Report) Corrected(at source.Span, with string) string { return r.fix(at, with, false) }

// Alternative is Corrected for a second way to mend a place.
func (r *Report) Alternative(at source.Span, with string) string { return r.fix(at, with, true) }

func (r *Report) fix(at source.Span, with string, other bool) string {
	if r.Full() {
		return ""
	}
	f := fix{at: at, with: with, other: other, line: r.lines.Position(at.Start).Line}
	if r.lines.Position(at.End).Line != f.line {
		f.line = 0
	}
	r.fixes = append(r.fixes, f)
	return "\x00" + strconv.Itoa(len(r.fixes)-1) + "\x00"
}

// fill puts corrected lines where a hint has room for them.
func (r *Report) fill(hint string) string {
	if strings.IndexByte(hint, 0) < 0 {
		return hint
	}
	parts := strings.Split(hint, "\x00")
	for i := 1; i < len(parts); i += 2 {
		if n, err := strconv.Atoi(parts[i]); err == nil && n >= 0 && n < len(r.fixes) {
			parts[i] = "`" + r.corrected(n) + "`"
		}
	}
	return strings.Join(parts, "")
}

// corrected is the line of a fix with that fix and the others that fit beside it.
func (r *Report) corrected(number int) string {
	own := r.fixes[number]
	line := r.lines.Line(own.line)
	if own.line == 0 || len(own.with) > maxLine || utf8.RuneCountInString(line) > maxLine {
		return cut(own.with, maxLine)
	}
	fixes := []fix{own}
	for _, f := range r.fixes {
		if f.line == own.line && !f.other && !slices.ContainsFunc(fixes, f.overlaps) {
			fixes = append(fixes, f)
		}
	}
	slices.SortFunc(fixes, func(a, b fix) int { return int(b.at.Start) - int(a.at.Start) })
	start := r.lines.Offset(own.line, 1)
	for _, f := range fixes {
		line = line[:f.at.Start-start] + f.with + line[f.at.End-start:]
	}
	return strings.TrimSpace(strings.TrimPrefix(line, byteOrderMark))
}

func (f fix) overlaps(g fix) bool {
	return f.at.Start <= g.at.End && g.at.Start <= f.at.End
}

// Respelled is the change that writes a key or a word in its right spelling, for a
// finding where nothing else can have been meant. Quotes stay.
func (r *Report) Respelled(at source.Span, word string) *diag.Fix {
	text := word
	if written := r.lines.Text(at); written != "" && (written[0] == '"' || written[0] == '\'') {
		text = written[:1] + word + written[:1]
	}
	return &diag.Fix{Title: "Write `" + word + "`", Safe: true, Edits: []diag.Edit{diag.EditAt(r.lines, at, text)}}
}
