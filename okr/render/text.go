package render

import (
	"io"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr/report"
)

// textWriter prints for people on a terminal. Its rules:
//
//   - An empty line stands between blocks, but not behind a heading, nor between
//     notes or facts that follow each other.
//   - Everything is sanitized, measured and laid out, and coloured last.
//   - Without colour nothing is lost; without a width nothing is cut or left out.
type textWriter struct {
	*sink
	style Style
	// last is the block before; begun says that something was printed.
	last  report.Block
	begun bool
	gap   bool
}

func writeText(w io.Writer, doc *report.Doc, style Style) error {
	t := &textWriter{sink: newSink(w), style: style}
	if doc.Title != "" {
		t.Heading(report.Heading{Text: doc.Title})
	}
	for _, b := range doc.Blocks {
		if t.failed() {
			break
		}
		b.Visit(t)
	}
	return t.close()
}

// open sets a block apart from the one before.
func (t *textWriter) open(b report.Block) {
	if t.gap || t.begun && apart(t.last, b) {
		t.line("")
	}
	t.last, t.begun, t.gap = b, true, false
}

func apart(last, next report.Block) bool {
	switch last.(type) {
	case report.Heading:
		return false
	case report.Note:
		_, same := next.(report.Note)
		return !same
	case report.Facts:
		_, same := next.(report.Facts)
		return !same
	}
	return true
}

// Heading prints bold text; sections of the first level and the title are
// underlined.
func (t *textWriter) Heading(b report.Heading) {
	text := Sanitize(b.Text)
	if _, afterHeading := t.last.(report.Heading); afterHeading {
		t.gap = true
	}
	t.open(b)
	longest := 0
	for _, line := range wrapText(text, t.style.Width, t.style.Width) {
		t.line(bold.on(t.style, line))
		longest = max(longest, cells(line))
	}
	switch b.Level {
	case 0:
		t.line(strings.Repeat("═", longest))
	case 1:
		t.line(strings.Repeat("─", longest))
	}
}

// Paragraph prints running text, wrapped at the width.
func (t *textWriter) Paragraph(b report.Paragraph) {
	t.open(b)
	t.running(b.Spans, "", "")
}

// List prints bullets or numbers with their entries indented.
func (t *textWriter) List(b report.List) {
	t.open(b)
	t.items(b.Items, b.Ordered, "")
}

func (t *textWriter) items(items []report.Item, ordered bool, indent string) {
	digits := len(strconv.Itoa(len(items)))
	for i, item := range items {
		mark := "• "
		if ordered {
			mark = padded(strconv.Itoa(i+1), digits, true) + ". "
		}
		t.running(item.Spans, indent+mark, indent+spaces(cells(mark)))
		t.items(item.Items, ordered, indent+spaces(cells(mark)))
	}
}

// Note prints sign, word and text, and what to do below.
func (t *textWriter) Note(b report.Note) {
	t.open(b)
	opening := noteGlyphs[b.Tone] + " " + b.Tone.String() + ": "
	room := t.room(cells(opening))
	for i, line := range wrapText(Sanitize(b.Text), room, room) {
		if i == 0 {
			t.line(notePaints[b.Tone].on(t.style, opening) + line)
			continue
		}
		t.line(spaces(cells(opening)) + line)
	}
	t.help(b.Hint, "  ")
}

// help prints what to do, which may have several lines.
func (t *textWriter) help(hint, indent string) {
	const opening = "help: "
	margin := indent + cyan.on(t.style, opening)
	for _, line := range sanitizeLines(hint) {
		lead := len(line) - len(strings.TrimLeft(line, " "))
		rest := indent + spaces(len(opening)+lead)
		room := t.room(len(rest))
		for _, part := range wrapText(line[lead:], room, room) {
			t.line(margin + part)
			margin = rest
		}
		margin = indent + spaces(len(opening))
	}
}

// Code prints text to the letter, indented.
func (t *textWriter) Code(b report.Code) {
	t.open(b)
	for _, line := range strings.Split(strings.TrimRight(strings.ReplaceAll(b.Text, "\r\n", "\n"), "\n"), "\n") {
		t.line("    " + expanded(line))
	}
}

// Divider prints a line across the page.
func (t *textWriter) Divider(b report.Divider) {
	t.open(b)
	t.line(faint.on(t.style, dividerLine(t.style.Width)))
}

// Gap puts an empty line before the next block.
func (t *textWriter) Gap(report.Gap) { t.gap = true }

// room is the width that is left beside a margin: 0 where there is no limit, and
// never so little that words fall apart.
func (t *textWriter) room(margin int) int {
	if t.style.Width < 1 {
		return 0
	}
	return max(t.style.Width-margin, 12)
}

// Diagram prints nothing: the tables beside it say the same.
func (t *textWriter) Diagram(report.Diagram) {}
