package render

import (
	"bytes"
	"io"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

const (
	// summaryLimit keeps below the 1 MiB at which GitHub refuses the summary of a
	// step as a whole, with room for what others add to it.
	summaryLimit = 900 << 10
	// summaryReserve is room for the lines that say what is missing.
	summaryReserve = 512
)

// StepSummary prints the findings of a document as the summary of a step of a job:
// GitHub's Markdown, first how many there are, then a table with the gravest first,
// then each with its lines and what to do. At most limit bytes are printed, 900 KiB
// where it is below 1; what does not fit is left out by whole rows, and a line says
// how many. It fails where writing fails.
func StepSummary(w io.Writer, doc *report.Doc, style Style, limit int) error {
	if limit < 1 {
		limit = summaryLimit
	}
	all := findingsOf(doc)
	items := gravest(all.items)
	p := &summaryPage{style: style, limit: limit - summaryReserve}
	p.add(p.part(func(m *markdownWriter) {
		m.line(emphasized("**", escapeMarkdown(summaryOf(all).Sentence())))
		if hidden := report.HiddenSentence(all.hidden); hidden != "" {
			m.line("")
			m.line(escapeMarkdown(hidden))
		}
	}))
	if len(items) > 0 {
		p.table(items)
		p.details(items)
	}
	out := newSink(w)
	out.raw(p.text.String())
	return out.close()
}

// summaryOf is the summary of a document, or what can be counted where it has none.
func summaryOf(all found) report.Summary {
	if all.summary != nil {
		return *all.summary
	}
	summary := report.Summarize(all.items, len(byFile(all.items)))
	summary.Suppressed = len(all.suppressed)
	return summary
}

// summaryPage is a page of limited size.
type summaryPage struct {
	style Style
	limit int
	text  bytes.Buffer
}

// part is what a writer of Markdown prints.
func (p *summaryPage) part(print func(*markdownWriter)) string {
	var text bytes.Buffer
	m := &markdownWriter{sink: newSink(&text), style: p.style}
	print(m)
	_ = m.close() // a buffer takes everything
	return text.String()
}

func (p *summaryPage) add(part string) { p.text.WriteString(part) }

// fits adds a part if there is room for it.
func (p *summaryPage) fits(part string) bool {
	if p.text.Len()+len(part) > p.limit {
		return false
	}
	p.add(part)
	return true
}

// each adds a part for each finding for as long as there is room, and then how many
// there was none for.
func (p *summaryPage) each(items []diag.Finding, what string, print func(*markdownWriter, diag.Finding)) {
	for i, f := range items {
		if !p.fits(p.part(func(m *markdownWriter) { print(m, f) })) {
			p.add("\n*" + countOf(len(items)-i, "more finding has", "more findings have") + " no room in this " + what + ": run okr lint.*\n")
			return
		}
	}
}

func (p *summaryPage) table(items []diag.Finding) {
	columns := []report.Column{
		{Title: "Severity"}, {Title: "Place", Kind: report.KindPlace}, {Title: "Rule", Kind: report.KindAddress}, {Title: "Message"},
	}
	p.add(p.part(func(m *markdownWriter) {
		m.line("")
		m.tableHead(columns)
	}))
	p.each(items, "table", func(m *markdownWriter, f diag.Finding) {
		m.tableRow(columns, report.Row{Cells: []report.Cell{
			report.Text(f.Severity.String()), report.Text(placed(p.style, f.Path, f.Line, f.Column)), report.Text(f.Rule), report.Text(f.Message),
		}})
	})
}

func (p *summaryPage) details(items []diag.Finding) {
	if !p.fits("\n<details>\n<summary>Details</summary>\n\n") {
		return
	}
	p.each(items, "list", func(m *markdownWriter, f diag.Finding) { m.finding(f) })
	p.add("\n</details>\n")
}
