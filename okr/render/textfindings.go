package render

import (
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

// Findings prints each finding with its excerpt, then what to do and the places
// that belong to it, and at the end how many there are.
func (t *textWriter) Findings(b report.Findings) {
	hidden := report.HiddenSentence(b.Hidden)
	if len(b.Items) == 0 && b.Summary == nil && hidden == "" {
		return
	}
	t.open(b)
	for i, f := range b.Items {
		if t.failed() {
			return
		}
		if i > 0 {
			t.line("")
		}
		t.finding(f)
	}
	if len(b.Items) > 0 && (b.Summary != nil || hidden != "") {
		t.line("")
	}
	for _, line := range wrapText(hidden, t.style.Width, t.style.Width) {
		if line != "" {
			t.line(line)
		}
	}
	if b.Summary != nil {
		t.summary(*b.Summary)
	}
}

func (t *textWriter) summary(s report.Summary) {
	glyph, look := "✔", green
	switch {
	case s.Errors > 0:
		glyph, look = "✖", red
	case s.Warnings > 0:
		glyph, look = "▲", yellow
	}
	margin := look.on(t.style, glyph) + " "
	room := t.room(2)
	for _, line := range wrapText(s.Sentence(), room, room) {
		t.line(margin + bold.on(t.style, line))
		margin = "  "
	}
}

func (t *textWriter) finding(f diag.Finding) {
	place := Sanitize(placed(t.style, f.Path, f.Line, f.Column)) + ":"
	severity := f.Severity.String() + ":"
	text := joined(place, severity, Sanitize(f.Message), "["+Sanitize(f.Rule)+"]")
	pieces := []piece{
		{text: place, look: bold},
		{text: " "},
		{text: severity, look: severityPaint(f.Severity)},
		{text: strings.TrimSuffix(text[len(place)+1+len(severity):], "["+Sanitize(f.Rule)+"]")},
		{text: "[" + Sanitize(f.Rule) + "]", look: faint},
	}
	const margin = "    "
	for i, s := range wrap(text, t.style.Width, t.room(len(margin))) {
		if i == 0 {
			t.line(t.painted(pieces, s))
			continue
		}
		t.line(margin + t.painted(pieces, s))
	}
	t.excerpt(f)
	t.help(f.Hint, "  ")
	if fix := fixSentence(f.Fix); fix != "" {
		t.running(report.Plain(fix), "  ", "  ")
	}
	for _, r := range f.Related {
		t.running(report.Plain(placed(t.style, r.Path, r.Line, r.Column)+": "+r.Message), "  see ", "      ")
	}
}

// fixSentence says that a finding can be mended for people; empty where it cannot.
func fixSentence(fix *diag.Fix) string {
	switch {
	case fix == nil:
		return ""
	case fix.Safe:
		return "fix available: " + fix.Title + ", run with --fix"
	default:
		return "fix available: " + fix.Title + ", run with --fix --unsafe-fixes"
	}
}

// excerpt prints the lines of a finding between their numbers and a border.
func (t *textWriter) excerpt(f diag.Finding) {
	const border = " │ "
	digits := len(strconv.Itoa(f.Line + max(len(f.Excerpt)-1, 0)))
	width := t.style.Width
	if width > 0 {
		width = max(width-digits-len(border), 12)
	}
	for _, l := range excerpt(f, width) {
		t.line(faint.on(t.style, l.number+" │") + " " + l.text)
		t.line(faint.on(t.style, spaces(digits)+" │") + " " + severityPaint(f.Severity).on(t.style, l.underline))
	}
}

// placed is a place as path:line:column; what is about a file as a whole has no line.
func placed(style Style, path string, line, column int) string {
	path = style.path(path)
	switch {
	case line < 1:
		return path
	case column < 1:
		return path + ":" + strconv.Itoa(line)
	default:
		return path + ":" + strconv.Itoa(line) + ":" + strconv.Itoa(column)
	}
}
