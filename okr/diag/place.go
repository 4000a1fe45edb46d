package diag

import (
	"fmt"

	"github.com/okrs-as-code/okrs/okr/source"
)

// excerptLines is how many lines a finding keeps: the rest of a long block
// scalar adds nothing to the place where it begins.
const excerptLines = 3

// At makes a finding of a rule at a place of a text. The lines of the text are
// kept in it, so that it can be printed when the file is gone.
func At(rule Rule, path string, lines *source.Lines, span source.Span, format string, args ...any) Finding {
	var f Finding
	p := Placer{Path: path, Lines: lines}
	p.Place(&f, &rule, span, fmt.Sprintf(format, args...))
	return f
}

// Placer makes many findings about one text. Each goes into room that its maker
// has, and neighbours on one line share the text of it: of many findings the
// copies would cost more than the places.
type Placer struct {
	Path  string
	Lines *source.Lines

	line    int // of excerpt, if that is not nil
	excerpt []string
}

// Place makes a finding of a rule at a place of the text, with a message.
func (p *Placer) Place(f *Finding, rule *Rule, span source.Span, message string) {
	start, end := p.Lines.Position(span.Start), p.Lines.Position(max(span.Start, span.End))
	if end.Line-start.Line >= excerptLines {
		end = source.Position{Line: start.Line, Column: 1 + len([]rune(p.Lines.Line(start.Line)))}
	}
	*f = Finding{
		Rule: rule.ID, Category: rule.Category, Class: rule.Class, Severity: rule.Severity,
		Message: message,
		Path:    p.Path, Line: start.Line, Column: start.Column, EndLine: end.Line, EndColumn: end.Column,
		Excerpt: p.lines(start.Line, end.Line),
		Subject: p.Path,
	}
}

// lines are the texts of lines. Nobody may write to them or append in place.
func (p *Placer) lines(first, last int) []string {
	if first == last && p.excerpt != nil && p.line == first {
		return p.excerpt
	}
	texts := make([]string, 0, last-first+1)
	for n := first; n <= last; n++ {
		texts = append(texts, p.Lines.Line(n))
	}
	if first == last {
		p.line, p.excerpt = first, texts
	}
	return texts
}
