package render

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

const (
	// tabCells is how far apart tab stops are in excerpts.
	tabCells = 4
	// excerptCells is how wide an excerpt may be where there is no width: a line of
	// a megabyte is no help to anybody.
	excerptCells = 160
	// excerptBytes is how much of a line is looked at around a place.
	excerptBytes = 4096
)

// excerptLine is a line of a file as it is shown: its number, its text, and what
// underlines the place. All are sanitized.
type excerptLine struct {
	number, text, underline string
}

// excerpt is the lines that a finding speaks of, in at most width cells without
// the numbers and the border beside them; 0 is no limit that anybody would notice.
func excerpt(f diag.Finding, width int) []excerptLine {
	if width < 1 {
		width = excerptCells
	}
	var lines []excerptLine
	for i, raw := range f.Excerpt {
		from, to := marked(f, i)
		raw, from, to = near(raw, from, to)
		text, under := underlined(raw, from, to, width)
		lines = append(lines, excerptLine{strconv.Itoa(f.Line + i), text, under})
	}
	last := 0
	for _, l := range lines {
		last = max(last, len(l.number))
	}
	for i := range lines {
		lines[i].number = padded(lines[i].number, last, true)
	}
	return lines
}

// marked is the part of line i of a finding's excerpt that the finding is about,
// as columns in characters.
func marked(f diag.Finding, i int) (from, to int) {
	line := f.Excerpt[i]
	from, to = f.Column, utf8.RuneCountInString(line)+1
	if i > 0 {
		from = 1 + utf8.RuneCountInString(line) - utf8.RuneCountInString(strings.TrimLeft(line, " \t"))
	}
	if f.Line+i == f.EndLine {
		to = f.EndColumn
	}
	return max(from, 1), max(to, from, 1)
}

// near is the part of a very long line around a place, and the place in it.
func near(line string, from, to int) (string, int, int) {
	if len(line) <= excerptBytes {
		return line, from, to
	}
	first := max(from-excerptBytes/4, 1)
	start, end, column := len(line), len(line), 1
	for at := range line {
		if column == first {
			start = at
		}
		if column == first+excerptBytes {
			end = at
			break
		}
		column++
	}
	line = line[start:end]
	if start > 0 {
		line, from, to = ellipsis+line, from-first+2, to-first+2
	}
	return line, from, to
}

// underlined is a line as it is shown and the underline below the characters from
// one column up to another. A line that is too wide is cut around the place.
func underlined(line string, from, to, width int) (text, under string) {
	text = expanded(line)
	start := cells(expanded(before(line, from)))
	end := max(cells(expanded(before(line, to))), start+1)
	text, start, end = window(text, start, end, width)
	return text, spaces(start) + strings.Repeat("^", end-start)
}

// expanded is a line without harm and with its tabs as spaces.
func expanded(line string) string {
	return source.ExpandTabs(sanitize(line, '\t'), tabCells)
}

// before is the part of a line before a column in characters.
func before(line string, column int) string {
	for at := range line {
		if column <= 1 {
			return line[:at]
		}
		column--
	}
	return line
}

// window cuts a text to a width around the cells from start up to end, which it
// returns as they are in the cut.
func window(text string, start, end, width int) (string, int, int) {
	all := cells(text)
	if max(all, end) <= width {
		return text, start, end
	}
	width = max(width, 3)
	left := 0
	if end > width-1 {
		left = max(min(start-width/3, max(all, end)-width+1), 0)
	}
	cut, dropped := slice(text, left, width-2)
	shift := dropped
	if dropped > 0 {
		cut, shift = ellipsis+cut, dropped-1
	}
	if dropped+cells(cut) < all {
		cut += ellipsis
	}
	start = min(max(start-shift, 0), width-1)
	return cut, start, min(max(end-shift, start+1), width)
}

// slice is at most width cells of a text from those that begin at left, and how
// many were dropped before.
func slice(text string, left, width int) (part string, dropped int) {
	at, begin, rest := 0, -1, text
	for state := -1; rest != ""; {
		_, next, taken, following := uniseg.FirstGraphemeClusterInString(rest, state)
		offset := len(text) - len(rest)
		if begin < 0 && at >= left {
			begin, dropped = offset, at
		}
		if begin >= 0 && at+taken-dropped > width {
			return text[begin:offset], dropped
		}
		at += taken
		rest, state = next, following
	}
	if begin < 0 {
		return "", at
	}
	return text[begin:], dropped
}
