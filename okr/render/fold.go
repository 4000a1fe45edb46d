package render

import (
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr/report"
)

// Fold prints a section: a terminal has nothing to close.
func (t *textWriter) Fold(b report.Fold) {
	t.Heading(report.Heading{Level: 1, Text: b.Summary})
	for _, inner := range b.Blocks {
		if t.failed() {
			return
		}
		inner.Visit(t)
	}
}

// Fold is a row of its summary and those of its blocks.
func (f flat) Fold(b report.Fold) {
	f.row(b.Summary)
	for _, inner := range b.Blocks {
		inner.Visit(f)
	}
}

// Fold adds the summary and the blocks.
func (d *dataWriter) Fold(b report.Fold) {
	inner := &dataWriter{blocks: []any{}}
	for _, block := range b.Blocks {
		block.Visit(inner)
	}
	d.add("fold", report.Field{Name: "summary", Value: b.Summary}, report.Field{Name: "blocks", Value: inner.blocks})
}

// Fold prints a part that readers open.
func (h *htmlWriter) Fold(b report.Fold) {
	h.part("foldopen", pageText(b.Summary))
	for _, inner := range b.Blocks {
		if h.failed() {
			return
		}
		inner.Visit(h)
	}
	h.part("foldclose", nil)
}

// Fold prints a part that readers open. The empty lines make Markdown of what stands
// between the tags.
func (m *markdownWriter) Fold(b report.Fold) {
	m.foldOpen(b.Summary)
	for _, inner := range b.Blocks {
		if m.failed() {
			return
		}
		inner.Visit(m)
	}
	m.foldClose()
}

func (m *markdownWriter) foldOpen(summary string) {
	m.open()
	m.line("<details>")
	m.line("<summary>" + escapeInTag(summary) + "</summary>")
}

func (m *markdownWriter) foldClose() {
	m.line("")
	m.line("</details>")
}

// escapeInTag makes a text that others wrote mean itself between HTML tags in
// Markdown, where a backslash would be shown. Signs that mean something to either
// language, or to the service that looks for mentions in the finished page, are
// written as their numbers.
func escapeInTag(text string) string {
	text = strings.TrimSpace(Sanitize(text))
	var out strings.Builder
	for i := range len(text) {
		c := text[i]
		if c == '.' && ends(text[:i], "www") {
			out.WriteString(noJoin)
		}
		if c > ' ' && c < 0x7F && !wordByte(c) && c != ',' && !quiet(text, i) || c == '_' {
			out.WriteString("&#" + strconv.Itoa(int(c)) + ";")
		} else {
			out.WriteByte(c)
		}
		if joins(text, i) {
			out.WriteString(noJoin)
		}
	}
	return out.String()
}
