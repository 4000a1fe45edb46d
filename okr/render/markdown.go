package render

import (
	"io"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr/report"
)

// markdownWriter prints GitHub's dialect of Markdown, for pull requests and job
// summaries. Signs and words say what colours would.
type markdownWriter struct {
	*sink
	style Style
	begun bool
}

func writeMarkdown(w io.Writer, doc *report.Doc, style Style) error {
	m := &markdownWriter{sink: newSink(w), style: style}
	if doc.Comment != nil {
		m.comment(doc.Comment)
		return m.close()
	}
	if doc.Title != "" {
		m.Heading(report.Heading{Text: doc.Title})
	}
	for _, b := range doc.Blocks {
		if m.failed() {
			break
		}
		b.Visit(m)
	}
	return m.close()
}

// open puts the empty line between blocks.
func (m *markdownWriter) open() {
	if m.begun {
		m.line("")
	}
	m.begun = true
}

// Heading prints the title as the first level and sections below it.
func (m *markdownWriter) Heading(b report.Heading) {
	text := escapeMarkdown(b.Text)
	if text == "" {
		return
	}
	m.open()
	m.line(strings.Repeat("#", min(b.Level, 5)+1) + " " + text)
}

// Paragraph prints running text.
func (m *markdownWriter) Paragraph(b report.Paragraph) {
	m.open()
	m.line(spansMarkdown(b.Spans))
}

// Facts prints a list.
func (m *markdownWriter) Facts(b report.Facts) {
	m.open()
	for _, item := range b.Items {
		m.line("- " + joined(emphasized("**", escapeMarkdown(item.Label+":")), cellMarkdown(item.Value)))
	}
}

// Table prints a table; a row that belongs to another is set in.
func (m *markdownWriter) Table(b report.Table) {
	if b.Title != "" {
		m.open()
		m.line(emphasized("**", escapeMarkdown(b.Title)))
	}
	m.open()
	begun := false
	if b.Rows != nil {
		for row := range b.Rows {
			if m.failed() {
				return
			}
			if !begun {
				m.tableHead(b.Columns)
				begun = true
			}
			m.tableRow(b.Columns, row)
		}
	}
	if !begun {
		m.line(escapeMarkdown(nothing(b)))
	}
}

func (m *markdownWriter) tableHead(columns []report.Column) {
	titles, rule := "|", "|"
	for _, c := range columns {
		titles += " " + escapeMarkdown(c.Title) + " |"
		if c.Right() {
			rule += " ---: |"
		} else {
			rule += " --- |"
		}
	}
	m.line(titles)
	m.line(rule)
}

func (m *markdownWriter) tableRow(columns []report.Column, row report.Row) {
	var line strings.Builder
	line.WriteString("|")
	for i, c := range columns {
		text := ""
		if i < len(row.Cells) {
			text = cellMarkdown(row.Cells[i])
			if (c.Kind == report.KindAddress || c.Kind == report.KindPlace) && row.Cells[i].Tone.Word() == "" {
				text = codeMarkdown(row.Cells[i].Text)
			}
		}
		line.WriteString(" ")
		if i == 0 {
			line.WriteString(strings.Repeat("&emsp;", row.Depth))
		}
		line.WriteString(text + " |")
	}
	m.line(line.String())
}

// List prints bullets or numbers.
func (m *markdownWriter) List(b report.List) {
	m.open()
	m.items(b.Items, b.Ordered, "")
}

func (m *markdownWriter) items(items []report.Item, ordered bool, indent string) {
	for i, item := range items {
		m.entry(item, i, ordered, indent)
	}
}

// entry prints an entry of a list, counted from 0, with those below it.
func (m *markdownWriter) entry(item report.Item, at int, ordered bool, indent string) {
	mark := "- "
	if ordered {
		mark = strconv.Itoa(at+1) + ". "
	}
	m.line(indent + mark + spansMarkdown(item.Spans))
	m.items(item.Items, ordered, indent+spaces(len(mark)))
}

// Note prints a quotation that opens with sign and word.
func (m *markdownWriter) Note(b report.Note) {
	m.open()
	text := escapeMarkdown(b.Text)
	opening := "> " + noteGlyphs[b.Tone] + " **" + b.Tone.String() + ":** "
	m.broken(opening+text, helpMarkdown(b.Hint), "> ")
}

// Terms prints arithmetic as a table.
func (m *markdownWriter) Terms(b report.Terms) { m.Table(termsTable(b, m.style)) }

// Code prints a fenced block.
func (m *markdownWriter) Code(b report.Code) {
	m.open()
	var lines []string
	for line := range strings.Lines(b.Text) {
		lines = append(lines, expanded(strings.TrimRight(line, "\r\n")))
	}
	m.fenced(lines, b.Language, "")
}

// Divider prints a line across the page.
func (m *markdownWriter) Divider(report.Divider) {
	m.open()
	m.line("---")
}

// Gap prints nothing: blocks stand apart anyway.
func (m *markdownWriter) Gap(report.Gap) {}

// Diagram prints a block that the page draws.
func (m *markdownWriter) Diagram(b report.Diagram) {
	if b.Title != "" {
		m.open()
		m.line(emphasized("**", escapeMarkdown(b.Title)))
	}
	m.open()
	m.fenced(mermaidDrawing(pictured(b)), "mermaid", "")
}
