package render

import (
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr/report"
)

// flat takes blocks apart into rows of plain values, for formats of one record per
// line. What only arranges a page — dividers, gaps, the headings of columns — has
// no row.
type flat struct {
	*sink
	style Style
	// row takes the values of a record. They are neither sanitized nor escaped, and
	// valid only until it returns.
	row func(values ...string)
	// head takes the names of the values that follow; nil where nobody asks.
	head func(names ...string)
}

func (f flat) names(names ...string) {
	if f.head != nil {
		f.head(names...)
	}
}

// Heading is a row of its text.
func (f flat) Heading(b report.Heading) { f.row(b.Text) }

// Paragraph is a row of its text.
func (f flat) Paragraph(b report.Paragraph) { f.row(spansText(b.Spans)) }

// Facts are a row each: label and value.
func (f flat) Facts(b report.Facts) {
	for _, item := range b.Items {
		f.row(item.Label, item.Value.Exact())
	}
}

// Table is a row for each of its rows.
func (f flat) Table(b report.Table) {
	var names []string
	for _, c := range b.Columns {
		names = append(names, c.Name)
	}
	f.names(names...)
	if b.Rows == nil {
		return
	}
	values := make([]string, len(b.Columns))
	for row := range b.Rows {
		if f.failed() {
			return
		}
		for i := range values {
			values[i] = ""
			if i < len(row.Cells) {
				values[i] = row.Cells[i].Exact()
			}
		}
		f.row(values...)
	}
}

// Findings are a row each.
func (f flat) Findings(b report.Findings) {
	f.names("path", "line", "column", "severity", "rule", "message", "hint")
	for _, item := range b.Items {
		f.row(f.style.path(item.Path), strconv.Itoa(item.Line), strconv.Itoa(item.Column),
			item.Severity.String(), item.Rule, item.Message, item.Hint)
	}
}

// List is a row for each entry, with empty values before those further down.
func (f flat) List(b report.List) { f.items(b.Items, nil) }

func (f flat) items(items []report.Item, indent []string) {
	for _, item := range items {
		f.row(append(indent[:len(indent):len(indent)], spansText(item.Spans))...)
		f.items(item.Items, append(indent[:len(indent):len(indent)], ""))
	}
}

// Note is a row of its word, its text and what to do.
func (f flat) Note(b report.Note) { f.row(b.Tone.String(), b.Text, b.Hint) }

// Terms are a row each.
func (f flat) Terms(b report.Terms) { f.Table(termsTable(b, f.style)) }

// Code is a row for each line.
func (f flat) Code(b report.Code) {
	for line := range strings.Lines(b.Text) {
		f.row(strings.TrimRight(line, "\r\n"))
	}
}

// Divider has no row.
func (f flat) Divider(report.Divider) {}

// Gap has no row.
func (f flat) Gap(report.Gap) {}

// spansText is running text without its looks.
func spansText(spans []report.Span) string {
	var text strings.Builder
	for _, s := range spans {
		text.WriteString(s.Text)
	}
	return text.String()
}

// Diagram prints nothing: the tables beside it say the same.
func (f flat) Diagram(report.Diagram) {}
