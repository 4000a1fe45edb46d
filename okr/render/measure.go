package render

import (
	"strings"

	"github.com/rivo/uniseg"

	"github.com/okrs-as-code/okrs/okr/source"
)

// All widths here are in terminal cells, of texts that were sanitized.

const ellipsis = "…"

// cells is the width of a text.
func cells(text string) int {
	for i := 0; i < len(text); i++ {
		if text[i] >= 0x80 {
			return source.Cells(text)
		}
	}
	return len(text)
}

// spaces is a number of spaces, none where the number is negative.
func spaces(n int) string { return strings.Repeat(" ", max(n, 0)) }

// padded is a text with the spaces that make it width cells wide, on its left
// side if it is to stand on the right.
func padded(text string, width int, right bool) string {
	fill := spaces(width - cells(text))
	if right {
		return fill + text
	}
	return text + fill
}

// cutEnd is a text cut to a width; the cut shows as an ellipsis. Characters are
// never cut apart.
func cutEnd(text string, width int) string {
	if cells(text) <= width {
		return text
	}
	if width < 1 {
		return ""
	}
	return text[:fitting(text, width-1)] + ellipsis
}

// cutStart is cutEnd from the other side.
func cutStart(text string, width int) string {
	rest := cells(text)
	if rest <= width {
		return text
	}
	if width < 1 {
		return ""
	}
	for state := -1; rest > width-1 && text != ""; {
		var taken int
		_, text, taken, state = uniseg.FirstGraphemeClusterInString(text, state)
		rest -= taken
	}
	return ellipsis + text
}

// fitting is how many bytes at the beginning of a text fit into a width.
func fitting(text string, width int) int {
	at, used, rest := 0, 0, text
	for state := -1; rest != ""; {
		var cluster string
		var taken int
		cluster, rest, taken, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if used += taken; used > width {
			break
		}
		at += len(cluster)
	}
	return at
}

// stretch is a part of a text by byte offsets.
type stretch struct{ from, to int }

// wrap breaks a text into lines of at most width cells, at spaces where it can;
// the first line has room for first cells. A width below 1 is no limit.
func wrap(text string, first, width int) []stretch {
	if width < 1 || cells(text) <= first {
		return []stretch{{0, len(text)}}
	}
	var lines []stretch
	room := max(first, 1)
	for at := 0; at < len(text); room = width {
		end := at + breakAt(text[at:], room, len(lines) == 0 && first < width)
		lines = append(lines, stretch{at, at + len(strings.TrimRight(text[at:end], " "))})
		for end < len(text) && text[end] == ' ' {
			end++
		}
		at = end
	}
	return lines
}

// breakAt is where the first line of a text ends: behind the last word that fits,
// or within a word that is longer than the line. If mayYield, a first word that
// does not fit is left to the next line.
func breakAt(text string, room int, mayYield bool) int {
	end := fitting(text, room)
	if end == len(text) || text[end] == ' ' {
		return end
	}
	if space := strings.LastIndexByte(text[:end], ' '); space > 0 && strings.TrimLeft(text[:space], " ") != "" {
		return space
	}
	if mayYield {
		return 0
	}
	if end == 0 { // a character wider than the line
		cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(text, -1)
		return len(cluster)
	}
	return end
}

// wrapText is the lines of wrap as texts.
func wrapText(text string, first, width int) []string {
	var lines []string
	for _, s := range wrap(text, first, width) {
		lines = append(lines, text[s.from:s.to])
	}
	return lines
}
