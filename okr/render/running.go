package render

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr/report"
)

// piece is a stretch of running text that is ready to be laid out: sanitized, with
// its look and where it leads.
type piece struct {
	text string
	look paint
	url  string
}

// running prints spans as wrapped text; the first line begins with one margin, the
// others with another of the same width.
func (t *textWriter) running(spans []report.Span, first, rest string) {
	pieces, text := t.pieces(spans)
	room := t.room(cells(first))
	for i, s := range wrap(text, room, room) {
		if i == 0 {
			t.line(first + t.painted(pieces, s))
			continue
		}
		t.line(rest + t.painted(pieces, s))
	}
}

// pieces are spans made ready, and their texts as one.
func (t *textWriter) pieces(spans []report.Span) (pieces []piece, text string) {
	var all strings.Builder
	add := func(p piece) {
		if all.Len() == 0 {
			p.text = strings.TrimLeft(p.text, " ")
		}
		pieces = append(pieces, p)
		all.WriteString(p.text)
	}
	for _, span := range spans {
		p := piece{text: label(report.Cell{Text: span.Text, Tone: span.Tone}), look: tonePaints[span.Tone]}
		if span.Code && p.look == plain {
			p.look = cyan
		}
		address, isLink := webAddress(span.URL)
		if isLink && t.style.Hyperlinks {
			p.url = address
		}
		add(p)
		if isLink && !t.style.Hyperlinks && address != p.text {
			add(piece{text: " (" + address + ")"})
		}
	}
	return pieces, all.String()
}

// painted is a stretch of the joined pieces, each part in its look.
func (t *textWriter) painted(pieces []piece, s stretch) string {
	var out strings.Builder
	at := 0
	for _, p := range pieces {
		from, to := max(s.from-at, 0), min(s.to-at, len(p.text))
		if from < to {
			part := p.look.on(t.style, p.text[from:to])
			if p.url != "" {
				part = "\x1b]8;;" + p.url + "\x1b\\" + part + "\x1b]8;;\x1b\\"
			}
			out.WriteString(part)
		}
		at += len(p.text)
	}
	return out.String()
}
