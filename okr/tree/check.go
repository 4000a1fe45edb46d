package tree

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

// maxBytes is the size up to which a file is read: a thousand times the size of
// a long document.
const maxBytes = 1 << 20

const byteOrderMark = "\uFEFF"

// isUTF16 reports whether the bytes are a text in 16-bit units, which some
// editors write: by its mark, or because every other byte of its first
// characters is zero.
func isUTF16(data []byte) bool {
	if len(data) < 2 {
		return false
	}
	if data[0] == 0xFF && data[1] == 0xFE || data[0] == 0xFE && data[1] == 0xFF {
		return true
	}
	return len(data) >= 4 && (data[0] == 0) != (data[1] == 0) &&
		(data[0] == 0) == (data[2] == 0) && (data[1] == 0) == (data[3] == 0)
}

// cleaner replaces what no text file should hold by blanks of the same width, so
// that reading can go on and every place stays where it is.
type cleaner struct {
	report *Report
	data   []byte
	text   []byte // data itself until something had to be replaced

	broken, control, breaks source.Span // first places
	controls, separators    int
	name                    string // of the first control character
}

// clean reports bytes that are not UTF-8, control characters and invisible line
// breaks, each kind once at its first place, and gives the text without them.
func clean(r *Report, data []byte) []byte {
	c := &cleaner{report: r, data: data, text: data}
	for i := 0; i < len(data); {
		switch b := data[i]; {
		case b >= ' ' && b < 0x7F, b == '\n', b == '\r', b == '\t':
			i++
		case b < utf8.RuneSelf:
			c.replace(i, " ")
			c.sawControl(rune(b), i, 1)
			i++
		default:
			i += c.wide(i)
		}
	}
	c.say()
	return c.text
}

// wide looks at a character beyond ASCII and gives its width in bytes.
func (c *cleaner) wide(i int) int {
	char, size := utf8.DecodeRune(c.data[i:])
	switch {
	case char == utf8.RuneError && size <= 1:
		if c.broken.IsZero() {
			c.broken = span(i, i+1)
		}
		c.replace(i, "_")
	case char < 0xA0 && char != 0x85:
		c.replace(i, "\u00A0")
		c.sawControl(char, i, size)
	case char == 0xFFFE, char == 0xFFFF:
		c.replace(i, "\uFFFD")
		c.sawControl(char, i, size)
	case char == 0x85:
		c.replace(i, "\u00A0")
		c.sawBreak(i, size)
	case char == 0x2028, char == 0x2029, char == 0xFEFF && i > 0:
		c.replace(i, "\u202F")
		c.sawBreak(i, size)
	}
	return size
}

func (c *cleaner) replace(i int, by string) {
	if &c.text[0] == &c.data[0] {
		c.text = bytes.Clone(c.data)
	}
	copy(c.text[i:], by)
}

func (c *cleaner) sawControl(char rune, i, size int) {
	if c.controls++; c.controls == 1 {
		c.control, c.name = span(i, i+size), fmt.Sprintf("U+%04X", char)
	}
}

func (c *cleaner) sawBreak(i, size int) {
	if c.separators++; c.separators == 1 {
		c.breaks = span(i, i+size)
	}
}

func (c *cleaner) say() {
	if !c.broken.IsZero() {
		c.report.Add(diag.Syntax, c.broken,
			fmt.Sprintf("this file is not UTF-8: the byte %02X here is no part of any character", c.data[c.broken.Start]),
			"Save the file as UTF-8.")
	}
	if c.controls > 0 {
		c.report.Add(diag.Syntax, c.control,
			fmt.Sprintf("an invisible control character (%s) stands here%s", c.name, andMore(c.controls)),
			"Delete it; it often comes along when text is copied from a terminal.")
	}
	if c.separators > 0 {
		c.report.Add(diag.Syntax, c.breaks,
			"an invisible character stands here that some readers take for the end of the line"+andMore(c.separators),
			"Delete it; it often comes along when text is copied from a web page or a chat.")
	}
}

func andMore(count int) string {
	if count == 1 {
		return ""
	}
	return fmt.Sprintf(", and %d more in this file", count-1)
}

// oneDocument reports a second document and gives the text of the first.
func oneDocument(r *Report, text []byte) []byte {
	started, ended := false, false
	for number := 1; number <= r.lines.Count(); number++ {
		start := r.lines.Offset(number, 1)
		if int(start) >= len(text) {
			break
		}
		line := text[start:]
		switch {
		case isMarker(line, "---"):
			if started {
				return second(r, text, start)
			}
			started = true
		case isMarker(line, "..."):
			ended = started
		case started && !ended:
		case isBlankLine(line), !started && line[0] == '%':
		case ended:
			return second(r, text, start)
		default:
			started = true
		}
	}
	return text
}

func second(r *Report, text []byte, start uint32) []byte {
	end := start + uint32(lineLength(text[start:]))
	if isMarker(text[start:], "---") {
		end = start + 3
	}
	r.Add(diag.Syntax, source.Span{Start: start, End: end},
		"a second document begins here; a file holds one, and the rest of it would not be read",
		"Move it into a file of its own, or delete the line with the three dashes or dots.")
	return text[:start]
}

// isMarker reports whether the text begins with a document marker.
func isMarker(text []byte, marker string) bool {
	return bytes.HasPrefix(text, []byte(marker)) && (len(text) == 3 || isSpace(text[3]))
}

// isBlankLine reports whether the line at the start of the text is empty or
// nothing but a comment.
func isBlankLine(text []byte) bool {
	text = bytes.TrimPrefix(text, []byte(byteOrderMark))
	for _, b := range text {
		switch b {
		case ' ', '\t':
		case '#', '\n', '\r':
			return true
		default:
			return false
		}
	}
	return true
}

// lineLength is the length in bytes of the line at the start of the text.
func lineLength(text []byte) int {
	if n := bytes.IndexAny(text, "\r\n"); n >= 0 {
		return n
	}
	return len(text)
}

func isBlank(b byte) bool { return b == ' ' || b == '\t' }
func isBreak(b byte) bool { return b == '\n' || b == '\r' }
func isSpace(b byte) bool { return isBlank(b) || isBreak(b) }

func span(start, end int) source.Span {
	return source.Span{Start: uint32(start), End: uint32(end)}
}
