package render

import (
	"net/url"
	"strings"
	"unicode"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

// paint is a look of text on a terminal: the parameters of an SGR code, empty for
// the ordinary look. The colours are the sixteen that every terminal has and that
// people set to their own eyes.
type paint string

const (
	plain  paint = ""
	bold   paint = "1"
	faint  paint = "2"
	red    paint = "31"
	green  paint = "32"
	yellow paint = "33"
	blue   paint = "34"
	cyan   paint = "36"
)

// on is a text in the look, if the style has colours.
func (p paint) on(style Style, text string) string {
	if !style.Color || p == plain || text == "" {
		return text
	}
	return "\x1b[" + string(p) + "m" + text + "\x1b[0m"
}

// tonePaints and toneGlyphs show a tone. The signs differ in form, not in colour
// only: a full, a half and an empty circle.
var (
	tonePaints = [...]paint{
		report.Good: green, report.Middling: yellow, report.Bad: red, report.Muted: faint, report.Strong: bold,
	}
	toneGlyphs = [...]string{report.Good: "●", report.Middling: "◐", report.Bad: "○", report.Strong: ""}
)

// label is what a cell says in words: sign, text, and the word for a judgement
// that the text leaves to the colour.
func label(c report.Cell) string {
	text, glyph := Sanitize(c.Text), Sanitize(c.Glyph)
	if word := c.Tone.Word(); word != "" {
		if strings.IndexFunc(text, unicode.IsLetter) < 0 {
			text = joined(text, word)
		}
		if glyph == "" {
			glyph = toneGlyphs[c.Tone]
		}
	}
	return joined(glyph, text)
}

// shown is a cell as it is printed: its bar and its label.
func shown(c report.Cell) string {
	text := label(c)
	if strings.HasPrefix(strings.TrimSpace(text), "::") {
		text = `\` + text // here, so that it is measured; at the beginning of a line it would be put there anyway
	}
	if c.Bar == nil {
		return text
	}
	return joined(bar(*c.Bar), text)
}

// joined is texts with a space between, leaving out empty ones.
func joined(texts ...string) string {
	var out []string
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return strings.Join(out, " ")
}

// severityPaint is the colour of a severity; its word is always printed with it.
func severityPaint(s diag.Severity) paint {
	switch s {
	case diag.Error:
		return red
	case diag.Warning:
		return yellow
	default:
		return blue
	}
}

// notePaint and noteGlyph open a note, before its word.
var (
	notePaints = [...]paint{report.NoteInfo: blue, report.NoteWarning: yellow, report.NoteProblem: red}
	noteGlyphs = [...]string{report.NoteInfo: "ℹ", report.NoteWarning: "▲", report.NoteProblem: "✖"}
)

// webAddress is a URL that may become a link, in ASCII; ok is false for other
// schemes than http and https.
func webAddress(text string) (address string, ok bool) {
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || u.User != nil {
		return "", false
	}
	address = u.String()
	for i := 0; i < len(address); i++ {
		if c := address[i]; c <= ' ' || c > '~' || strings.IndexByte("<>\"'`\\|()[]{}", c) >= 0 {
			return "", false
		}
	}
	return address, true
}
