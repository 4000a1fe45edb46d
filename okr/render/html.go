package render

import (
	"embed"
	"html/template"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/okrs-as-code/okrs/okr/report"
)

// pageFiles are the templates of a page and its style. The style holds no text of a
// document; all that a template puts in is escaped by html/template for its place.
//
//go:embed page
var pageFiles embed.FS

// pageParts are the parts of a page, one for each kind of block.
var pageParts = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").ParseFS(pageFiles, "page/*.html"))
})

// htmlWriter prints a page that needs nothing beside itself: no script, no font, no
// picture from elsewhere, and its own policy forbids them.
type htmlWriter struct {
	*sink
	style Style
	parts *template.Template
	// level is that of the last heading: the next is at most one deeper.
	level int
	// tables, diagrams and rules number what needs an id.
	tables, diagrams, rules int
}

func writeHTML(w io.Writer, doc *report.Doc, style Style) error {
	h := &htmlWriter{sink: newSink(w), style: style, parts: pageParts(), level: 1}
	title, blocks := pageTitle(doc)
	css, err := pageFiles.ReadFile("page/page.css")
	h.fail(err)
	h.part("head", struct {
		Title string
		Style template.CSS
	}{title, template.CSS(css)})
	for _, b := range blocks {
		if h.failed() {
			break
		}
		b.Visit(h)
	}
	h.part("foot", nil)
	return h.close()
}

// pageTitle is the one title that every page has, and the blocks below it.
func pageTitle(doc *report.Doc) (string, []report.Block) {
	if title := pageText(doc.Title); title != "" {
		return title, doc.Blocks
	}
	for i, b := range doc.Blocks {
		switch b := b.(type) {
		case report.Heading:
			if title := pageText(b.Text); title != "" && i == 0 {
				return title, doc.Blocks[1:]
			}
		case report.Findings:
			return "Findings", doc.Blocks
		}
	}
	return "Report", doc.Blocks
}

// Write takes what a template prints. It fails as soon as nobody reads on, so that
// the template stops.
func (h *htmlWriter) Write(p []byte) (int, error) {
	h.raw(string(p))
	return len(p), h.err
}

// part prints a part of the page.
func (h *htmlWriter) part(name string, view any) {
	if !h.failed() {
		h.fail(h.parts.ExecuteTemplate(h, name, view))
	}
}

// pageText is a text of others as one harmless line. Two characters that sanitizing
// leaves alone are allowed in no document.
func pageText(text string) string {
	return pageSigns.Replace(strings.TrimSpace(Sanitize(text)))
}

var pageSigns = strings.NewReplacer("\ufffe", "\ufffd", "\uffff", "\ufffd")

// pageLines is a text of others as harmless lines; an empty one holds a space, so
// that it has a height.
func pageLines(text string) []string {
	lines := sanitizeLines(text)
	for i := range lines {
		lines[i] = pageSigns.Replace(lines[i])
	}
	return lines
}

// Heading prints sections from the second level on, none left out on the way down.
func (h *htmlWriter) Heading(b report.Heading) {
	text := pageText(b.Text)
	if text == "" {
		return
	}
	h.level = min(max(b.Level+1, 2), h.level+1, 6)
	h.part("heading", struct {
		Level int
		Text  string
	}{h.level, text})
}

// spanView is a stretch of running text.
type spanView struct {
	Text, Class, URL string
	Code             bool
}

func spanViews(spans []report.Span) []spanView {
	var views []spanView
	for _, s := range spans {
		text := pageSigns.Replace(label(report.Cell{Text: s.Text, Tone: s.Tone}))
		if text == "" {
			continue
		}
		address, _ := webAddress(s.URL)
		views = append(views, spanView{Text: text, Class: toneClasses[s.Tone], URL: address, Code: s.Code})
	}
	return views
}

// toneClasses are the names that the style knows the tones by.
var toneClasses = [...]string{
	report.Good: "good", report.Middling: "middling", report.Bad: "bad", report.Muted: "muted", report.Strong: "strong",
}

// Paragraph prints running text.
func (h *htmlWriter) Paragraph(b report.Paragraph) { h.part("paragraph", spanViews(b.Spans)) }

// itemView is a list, or an entry of one with those below it.
type itemView struct {
	Spans   []spanView
	Ordered bool
	Items   []itemView
}

func itemViews(items []report.Item, ordered bool) []itemView {
	var views []itemView
	for _, item := range items {
		views = append(views, itemView{spanViews(item.Spans), ordered, itemViews(item.Items, ordered)})
	}
	return views
}

// List prints bullets or numbers.
func (h *htmlWriter) List(b report.List) {
	if len(b.Items) > 0 {
		h.part("list", itemView{Ordered: b.Ordered, Items: itemViews(b.Items, b.Ordered)})
	}
}

// Note prints a passage with a border, which opens with sign and word.
func (h *htmlWriter) Note(b report.Note) {
	h.part("note", struct {
		Class, Glyph, Word, Text string
		Hint                     []string
	}{b.Tone.String(), noteGlyphs[b.Tone], b.Tone.String(), pageText(b.Text), pageLines(b.Hint)})
}

// Code prints text to the letter.
func (h *htmlWriter) Code(b report.Code) {
	lines := pageLines(strings.ReplaceAll(b.Text, "\t", spaces(tabCells)))
	h.part("code", lines)
}

// Divider prints a line across the page.
func (h *htmlWriter) Divider(report.Divider) { h.part("divider", nil) }

// Gap prints nothing: blocks stand apart anyway.
func (h *htmlWriter) Gap(report.Gap) {}

// pageID is an id of the page: a word of ours and a number.
func pageID(word string, number int) string { return word + strconv.Itoa(number) }
