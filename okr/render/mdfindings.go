package render

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

// Findings prints a list of findings with their excerpts.
func (m *markdownWriter) Findings(b report.Findings) {
	if len(b.Items) > 0 {
		m.open()
	}
	for _, f := range b.Items {
		if m.failed() {
			return
		}
		m.finding(f)
	}
	if hidden := report.HiddenSentence(b.Hidden); hidden != "" {
		m.open()
		m.line(escapeMarkdown(hidden))
	}
	if b.Summary != nil {
		m.open()
		m.line(emphasized("**", escapeMarkdown(b.Summary.Sentence())))
	}
}

func (m *markdownWriter) finding(f diag.Finding) {
	m.line("- " + joined("**"+f.Severity.String()+"**", codeMarkdown(placed(m.style, f.Path, f.Line, f.Column)),
		escapeMarkdown(f.Message), codeMarkdown(f.Rule)))
	var lines []string
	for _, l := range excerpt(f, 0) {
		lines = append(lines, l.number+" │ "+l.text, spaces(len(l.number))+" │ "+l.underline)
	}
	if len(lines) > 0 {
		m.line("")
		m.fenced(lines, "", "  ")
	}
	more := helpMarkdown(f.Hint)
	if fix := fixSentence(f.Fix); fix != "" {
		more = append(more, escapeMarkdown(fix))
	}
	for _, r := range f.Related {
		more = append(more, joined("see", codeMarkdown(placed(m.style, r.Path, r.Line, r.Column)), escapeMarkdown(r.Message)))
	}
	if len(more) > 0 {
		m.line("")
		m.broken("  "+more[0], more[1:], "  ")
	}
}

// fenced prints lines as a block of code.
func (m *markdownWriter) fenced(lines []string, language, indent string) {
	fence := fenceFor(lines)
	m.line(indent + fence + strings.Map(languageLetter, language))
	for _, line := range lines {
		m.line(indent + line)
	}
	m.line(indent + fence)
}

// fenceFor is a fence that is longer than any in the lines.
func fenceFor(lines []string) string {
	fence := "```"
	for strings.Contains(strings.Join(lines, "\n"), fence) {
		fence += "`"
	}
	return fence
}

// languageLetter keeps what the name of a language is made of.
func languageLetter(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' {
		return r
	}
	return -1
}

// broken prints a line and more lines of the same paragraph.
func (m *markdownWriter) broken(first string, more []string, margin string) {
	for _, next := range more {
		m.line(first + `\`)
		first = margin + next
	}
	m.line(first)
}

// helpMarkdown is the lines of a hint, escaped.
func helpMarkdown(hint string) []string {
	var lines []string
	for line := range strings.Lines(strings.ReplaceAll(hint, "\r\n", "\n")) {
		lead := len(line) - len(strings.TrimLeft(line, " "))
		if text := escapeMarkdown(line); text != "" {
			lines = append(lines, strings.Repeat("&nbsp;", lead)+text)
		}
	}
	if len(lines) > 0 {
		lines[0] = "help: " + lines[0]
	}
	return lines
}
