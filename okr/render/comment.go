package render

import (
	"bytes"
	"strings"

	"github.com/okrs-as-code/okrs/okr/report"
)

const (
	// commentLimit keeps below the 65 536 characters at which GitHub refuses a
	// comment, with room for what others add to it.
	commentLimit = 60_000
	// commentReserve is room for the line that says how much is missing.
	commentReserve = 512
)

// commentPage is a comment of limited size: Markdown that begins with a marker. What
// has no room is left out by whole rows, and everything after it, so that what is
// there is the beginning of the whole.
type commentPage struct {
	style Style
	text  strings.Builder
	// room is how many characters are left, as UTF-16 counts them, so that no other
	// way of counting gives more.
	room int
	// full says that something had no room, missing how many rows have none.
	full    bool
	missing int
}

// comment prints the comment of a document.
func (m *markdownWriter) comment(c *report.Comment) {
	p := &commentPage{style: m.style, room: commentLimit - commentReserve}
	own := marker(c.Name, c.Key) + "\n"
	p.text.WriteString(own)
	p.room -= utf16Length(own)
	for _, b := range c.Blocks {
		p.block(b)
	}
	if p.full {
		p.text.WriteString(p.part(func(m *markdownWriter) {
			m.open()
			m.line(missingSentence(p.missing, c.Rest))
		}))
	}
	m.raw(p.text.String())
}

// marker is a line that no page shows, by which a comment is found again.
func marker(name, key string) string {
	return "<!-- okr:" + markerWord(name) + ":v1:" + markerWord(key) + " -->"
}

// markerWord is what of a text can stand in a marker: lower-case letters, digits and
// hyphens, none of them beside another.
func markerWord(text string) string {
	const longest = 64
	var out strings.Builder
	for _, r := range strings.ToLower(text) {
		switch {
		case out.Len() == longest:
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			out.WriteRune(r)
		case out.Len() > 0 && !strings.HasSuffix(out.String(), "-"):
			out.WriteByte('-')
		}
	}
	if word := strings.Trim(out.String(), "-"); word != "" {
		return word
	}
	return "default"
}

func missingSentence(rows int, rest string) string {
	text := "What follows has no room in this comment"
	if rows > 0 {
		text = countOf(rows, "more row has", "more rows have") + " no room in this comment"
	}
	if rest != "" {
		text += ": " + rest
	}
	return "*" + escapeMarkdown(text) + "*"
}

// part is what a writer of Markdown prints below something else.
func (p *commentPage) part(print func(*markdownWriter)) string {
	var text bytes.Buffer
	m := &markdownWriter{sink: newSink(&text), style: p.style, begun: true}
	print(m)
	_ = m.close()                                             // a buffer takes everything
	return strings.ReplaceAll(text.String(), "<!--", `<\!--`) // in code it stands as it is, where whoever looks for markers may find it
}

// fits adds a part if there is room for it and for all before it was.
func (p *commentPage) fits(part string) bool {
	size := utf16Length(part)
	if p.full || size > p.room {
		p.full = true
		return false
	}
	p.room -= size
	p.text.WriteString(part)
	return true
}

func utf16Length(text string) int {
	units := 0
	for _, r := range text {
		units++
		if r > 0xFFFF {
			units++
		}
	}
	return units
}

// block adds a block, or as much of it as there is room for.
func (p *commentPage) block(b report.Block) {
	switch b := b.(type) {
	case report.Fold:
		p.fold(b)
	case report.Table:
		p.table(b)
	case report.List:
		p.each(len(b.Items), func(m *markdownWriter, i int) {
			if i == 0 {
				m.open()
			}
			m.entry(b.Items[i], i, b.Ordered, "")
		})
	case report.Findings:
		p.each(len(b.Items), func(m *markdownWriter, i int) {
			if i == 0 {
				m.open()
			}
			m.finding(b.Items[i])
		})
		b.Items = nil
		p.fits(p.part(func(m *markdownWriter) { b.Visit(m) }))
	default:
		p.fits(p.part(func(m *markdownWriter) { b.Visit(m) }))
	}
}

// each adds parts for as long as there is room and counts the others.
func (p *commentPage) each(count int, print func(*markdownWriter, int)) {
	for i := range count {
		if !p.fits(p.part(func(m *markdownWriter) { print(m, i) })) {
			p.missing += count - i
			return
		}
	}
}

// fold adds a fold if there is room to close it.
func (p *commentPage) fold(b report.Fold) {
	end := p.part((*markdownWriter).foldClose)
	p.room -= utf16Length(end)
	if p.fits(p.part(func(m *markdownWriter) { m.foldOpen(b.Summary) })) {
		for _, inner := range b.Blocks {
			p.block(inner)
		}
		p.text.WriteString(end)
		return
	}
	p.missing += rowsOf(b.Blocks)
}

// table adds the rows that there is room for; the head stands only above a row.
func (p *commentPage) table(b report.Table) {
	begun := false
	if b.Rows != nil {
		for row := range b.Rows {
			part := ""
			switch {
			case p.full: // only counted
			case begun:
				part = p.part(func(m *markdownWriter) { m.tableRow(b.Columns, row) })
			default:
				top := b
				top.Rows = report.Rows(row)
				part = p.part(func(m *markdownWriter) { m.Table(top) })
			}
			if !p.fits(part) {
				p.missing++
			}
			begun = true
		}
	}
	if !begun {
		p.fits(p.part(func(m *markdownWriter) { m.Table(b) }))
	}
}

// rowsOf is how many rows, entries and findings blocks have.
func rowsOf(blocks []report.Block) int {
	rows := 0
	for b := range report.All(blocks) {
		switch b := b.(type) {
		case report.Table:
			if b.Rows == nil {
				continue
			}
			for range b.Rows {
				rows++
			}
		case report.List:
			rows += len(b.Items)
		case report.Findings:
			rows += len(b.Items)
		}
	}
	return rows
}
