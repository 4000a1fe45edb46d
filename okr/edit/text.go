package edit

import (
	"bytes"
	"sort"
	"strings"
)

const byteOrderMark = "\uFEFF"

// text is a file cut into lines.
type text struct {
	data    []byte
	lines   []line
	newline string // the line break that most lines end with
	mark    bool   // a byte order mark stands first
}

// line is one line of a text, as byte offsets.
type line struct {
	start, end int // without the line break
	next       int // behind the line break
}

// cut finds the lines of a text as YAML counts them. Behind the last line break
// no line begins.
func cut(data []byte) text {
	t := text{data: data, mark: bytes.HasPrefix(data, []byte(byteOrderMark))}
	start := 0
	if t.mark {
		start = len(byteOrderMark)
	}
	breaks := [3]int{}
	for i := start; i < len(data); i++ {
		switch {
		case data[i] == '\n':
			breaks[0]++
			t.lines = append(t.lines, line{start, i, i + 1})
		case data[i] == '\r' && i+1 < len(data) && data[i+1] == '\n':
			breaks[1]++
			t.lines = append(t.lines, line{start, i, i + 2})
			i++
		case data[i] == '\r':
			breaks[2]++
			t.lines = append(t.lines, line{start, i, i + 1})
		default:
			continue
		}
		start = i + 1
	}
	if start < len(data) {
		t.lines = append(t.lines, line{start, len(data), len(data)})
	}
	t.newline = "\n"
	if breaks[1] > breaks[0] && breaks[1] >= breaks[2] {
		t.newline = "\r\n"
	} else if breaks[2] > breaks[0] {
		t.newline = "\r"
	}
	return t
}

// of is the text of a line without its line break.
func (t *text) of(number int) string {
	return string(t.data[t.lines[number].start:t.lines[number].end])
}

// at is the number, from 0, of the line that an offset is on.
func (t *text) at(offset int) int {
	return max(0, sort.Search(len(t.lines), func(i int) bool { return t.lines[i].start > offset })-1)
}

// column is how many bytes stand before an offset on its line.
func (t *text) column(offset int) int {
	return offset - t.lines[t.at(offset)].start
}

// skip is the offset of the next byte on the line that is no blank.
func (t *text) skip(offset int) int {
	for offset < len(t.data) && isBlank(t.data[offset]) {
		offset++
	}
	return offset
}

// split cuts raw text at its line breaks.
func split(raw string) []string {
	if !strings.ContainsAny(raw, "\r\n") {
		return []string{raw}
	}
	return strings.Split(strings.ReplaceAll(strings.ReplaceAll(raw, "\r\n", "\n"), "\r", "\n"), "\n")
}

// indentOf counts the spaces that a line begins with.
func indentOf(line string) int {
	return len(line) - len(strings.TrimLeft(line, " "))
}

func isEmpty(line string) bool { return strings.Trim(line, " \t") == "" }
func isBlank(b byte) bool      { return b == ' ' || b == '\t' }
func isBreak(b byte) bool      { return b == '\n' || b == '\r' }
func isSpace(b byte) bool      { return isBlank(b) || isBreak(b) }
