package render

import (
	"io"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
	"github.com/okrs-as-code/okrs/okr/source"
)

// writeRDJSON prints findings in the Reviewdog Diagnostic Format. Its columns count
// bytes of UTF-8, from 1.
func writeRDJSON(w io.Writer, doc *report.Doc, _ Style) error {
	origin := report.Fields{field("name", toolName), field("url", report.ProjectURL)}
	return encodeData(newSink(w), report.Fields{
		field("source", origin),
		field("diagnostics", report.Each(findingsOf(doc).items, func(f diag.Finding) any { return diagnostic(f) })),
	})
}

func diagnostic(f diag.Finding) report.Fields {
	fields := report.Fields{
		field("message", said(f)),
		field("location", diagnosticLocation(f)),
		field("severity", diagnosticSeverity(f.Severity)),
		field("code", report.Fields{field("value", oneLine(f.Rule)), field("url", report.RuleURL(f.Rule))}),
	}
	if f.Fix != nil {
		if edit, ok := singleEdit(*f.Fix); ok {
			fields = append(fields, field("suggestions", []any{suggestion(edit)}))
		}
	}
	if len(f.Related) > 0 {
		fields = append(fields, field("related_locations", report.Each(f.Related, func(r diag.Related) any {
			location := report.Fields{field("path", r.Path)}
			if r.Line > 0 {
				location = append(location, field("range", report.Fields{field("start", report.Fields{field("line", r.Line)})}))
			}
			return report.Fields{field("message", oneLine(r.Message)), field("location", location)}
		})))
	}
	return fields
}

// diagnosticSeverity is the severity in the words of the format.
func diagnosticSeverity(s diag.Severity) string {
	switch s {
	case diag.Error:
		return "ERROR"
	case diag.Warning:
		return "WARNING"
	default:
		return "INFO"
	}
}

// diagnosticLocation is the place of a finding: with columns where both its lines
// are at hand, else by whole lines.
func diagnosticLocation(f diag.Finding) report.Fields {
	location := report.Fields{field("path", f.Path)}
	if f.Line < 1 {
		return location
	}
	last := max(f.EndLine, f.Line)
	start, end := report.Fields{field("line", f.Line)}, report.Fields{field("line", last)}
	if n := last - f.Line; n < len(f.Excerpt) && f.Column > 0 {
		from, to := source.ByteColumn(f.Excerpt[0], f.Column), source.ByteColumn(f.Excerpt[n], f.EndColumn)
		if n == 0 {
			to = max(to, from)
		}
		start, end = append(start, field("column", from)), append(end, field("column", to))
	}
	return append(location, field("range", report.Fields{field("start", start), field("end", end)}))
}

// suggestion is an edit in the words of the format.
func suggestion(e diag.Edit) report.Fields {
	at := func(line, column int, text string) report.Fields {
		return report.Fields{field("line", line), field("column", source.ByteColumn(text, column))}
	}
	return report.Fields{
		field("range", report.Fields{
			field("start", at(e.Line, e.Column, e.First)),
			field("end", at(e.EndLine, e.EndColumn, e.Last)),
		}),
		field("text", e.Text),
	}
}

// singleEdit is a change as one edit. Suggestions are taken one by one, and half a
// change is none: several edits are one where they stand in the same line, and
// nothing to suggest elsewhere.
func singleEdit(fix diag.Fix) (edit diag.Edit, ok bool) {
	for i, next := range fix.Edits {
		if i == 0 {
			edit = next
			continue
		}
		if edit.Line != edit.EndLine || next.Line != edit.Line || next.EndLine != edit.Line || next.Column < edit.EndColumn {
			return diag.Edit{}, false
		}
		from, to := source.ByteColumn(edit.First, edit.EndColumn)-1, source.ByteColumn(edit.First, next.Column)-1
		edit.Text += edit.First[from:to] + next.Text
		edit.EndColumn, edit.Last, edit.Span.End = next.EndColumn, next.Last, next.Span.End
	}
	return edit, len(fix.Edits) > 0
}
