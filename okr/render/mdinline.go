package render

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr/report"
)

// cellMarkdown is a cell as inline text.
func cellMarkdown(c report.Cell) string {
	text := shown(c)
	if plainNumber.MatchString(text) {
		return text
	}
	text = escapeMarkdown(text)
	if c.Tone == report.Strong {
		return emphasized("**", text)
	}
	return text
}

// spansMarkdown is running text. It is escaped as a whole, since what is harmless in
// each of two spans may mean something side by side.
func spansMarkdown(spans []report.Span) string {
	var all string
	ends := make([]int, len(spans))
	for i, s := range spans {
		all += visible(label(report.Cell{Text: s.Text, Tone: s.Tone}))
		ends[i] = len(all)
	}
	var out strings.Builder
	from := 0
	for i, s := range spans {
		text := spanMarkdown(s, all, from, ends[i])
		if last := out.String(); text != "" && last != "" && last[len(last)-1] == text[0] && (text[0] == '`' || text[0] == '*') {
			text = noJoin + text // marks side by side would be read as one
		}
		out.WriteString(text)
		from = ends[i]
	}
	return strings.TrimSpace(out.String())
}

// spanMarkdown is a span, which stands in the whole text from one byte up to
// another. Spaces at its ends stand outside its marks.
func spanMarkdown(s report.Span, all string, from, to int) string {
	whole := all[from:to]
	trimmed := strings.TrimSpace(whole)
	if trimmed == "" {
		return whole
	}
	lead := strings.Index(whole, trimmed)
	text := escapePart(all, from+lead, from+lead+len(trimmed))
	if code, ok := codeSpan(trimmed); ok && s.Code && s.Tone.Word() == "" {
		text = code
	}
	if s.Tone == report.Strong {
		text = emphasized("**", text)
	}
	if address, ok := webAddress(s.URL); ok {
		text = "[" + text + "](<" + address + ">)"
	}
	return whole[:lead] + text + whole[lead+len(trimmed):]
}
