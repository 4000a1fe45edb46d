package diag

import "github.com/okrs-as-code/okrs/okr/source"

// Fix is a change of the file that does away with a finding.
type Fix struct {
	// Title says in a few words what the change does: "Delete the comment".
	Title string
	// Safe says that nobody could mean anything else: such a fix may be made
	// without asking. One that is not safe needs the eyes of a person.
	Safe bool
	// Edits are all in the file of the finding, in its order, and do not overlap.
	Edits []Edit
}

// Edit replaces a stretch of the file by a text. An empty stretch inserts, an
// empty text deletes.
type Edit struct {
	Span source.Span
	Text string
	// Line … EndColumn are the stretch as people count: lines and columns from 1,
	// columns in characters, the end behind the last character.
	Line, Column, EndLine, EndColumn int
	// First and Last are the text of the first and the last line of the stretch, as
	// they were read, for formats that count columns in other units.
	First, Last string
}

// EditAt is an edit of a text.
func EditAt(lines *source.Lines, span source.Span, text string) Edit {
	start, end := lines.Position(span.Start), lines.Position(max(span.Start, span.End))
	return Edit{
		Span: span, Text: text,
		Line: start.Line, Column: start.Column, EndLine: end.Line, EndColumn: end.Column,
		First: lines.Line(start.Line), Last: lines.Line(end.Line),
	}
}

// WithFix is the finding with a change that does away with it.
func (f Finding) WithFix(fix Fix) Finding {
	f.Fix = &fix
	return f
}
