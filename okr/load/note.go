package load

import (
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

// note is a finding on its way: it knows its place as offsets, and gets line,
// column and excerpt while the bytes of its file are at hand.
type note struct {
	rule          diag.Rule
	file          *source.File
	span          source.Span
	message, hint string
	subject       string
	related       []relation
}

// relation is a second place that belongs to a note.
type relation struct {
	message string
	file    *source.File
	span    source.Span
}

// pages gives notes their places.
type pages struct{ source.Pages }

// A file can hold more mistakes than anybody reads, and each finding carries the
// text of its lines. Both are bounded, so that a hostile file costs little.
const (
	mostNotes   = 1000
	mostExcerpt = 4 << 20
)

// findings gives the notes their places. Those of one file follow each other.
// Lines of files that are at hand are put into pages before; others are read again.
func (p *pages) findings(notes []note) []diag.Finding {
	found := make([]diag.Finding, 0, len(notes))
	for len(notes) > 0 {
		end := 1
		for end < len(notes) && notes[end].file.Name == notes[0].file.Name {
			end++
		}
		found = p.ofOne(notes[:end], found)
		notes = notes[end:]
	}
	return found
}

// ofOne is findings for the notes of one file.
func (p *pages) ofOne(notes []note, found []diag.Finding) []diag.Finding {
	excerpt := 0
	for i, n := range notes {
		if i == mostNotes || excerpt > mostExcerpt {
			f := diag.At(diag.Syntax, n.file.Name, p.Of(n.file), n.span,
				"this file has %d more mistakes than are listed here", len(notes)-i)
			return append(found, f.WithHint("Mend what is listed first; the rest may come from the same cause."))
		}
		f := p.finding(n)
		for _, line := range f.Excerpt {
			excerpt += len(line)
		}
		found = append(found, f)
	}
	return found
}

func (p *pages) finding(n note) diag.Finding {
	f := diag.At(n.rule, n.file.Name, p.Of(n.file), n.span, "%s", n.message)
	f.Hint = n.hint
	for _, r := range n.related {
		at := p.Of(r.file).Position(r.span.Start)
		f = f.WithRelated(diag.Related{Message: r.message, Path: r.file.Name, Line: at.Line, Column: at.Column})
	}
	return f.WithSubject(n.subject)
}
