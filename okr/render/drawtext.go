package render

import (
	"strings"

	"github.com/rivo/uniseg"
)

// A page does not say how wide its letters are, so that they are estimated, for the
// wider of the fonts that people have (Verdana and DejaVu Sans are wider than Arial or
// Segoe UI by a tenth). Widths are in hundredths of the size of the font.
const (
	narrowLetter = 34
	usualLetter  = 62
	capital      = 76
	wideLetter   = 96
	wideCell     = 106
	boldPercent  = 107
)

// letterWidth is the width of a character as people count them.
func letterWidth(cluster string, taken int) int {
	if taken > 1 {
		return wideCell
	}
	if len(cluster) > 1 {
		return capital
	}
	switch c := cluster[0]; {
	case strings.IndexByte(" ijltfrI.,:;'|!()[]", c) >= 0:
		return narrowLetter
	case strings.IndexByte("mwMW@%", c) >= 0:
		return wideLetter
	case c >= 'A' && c <= 'Z' || strings.IndexByte("#&+<>=~_^", c) >= 0:
		return capital
	default:
		return usualLetter
	}
}

// drawnWidth is how wide a harmless text is at a size of font, in units of a picture.
func drawnWidth(text string, size int) int {
	sum, rest := 0, text
	for state := -1; rest != ""; {
		var cluster string
		var taken int
		cluster, rest, taken, state = uniseg.FirstGraphemeClusterInString(rest, state)
		sum += letterWidth(cluster, taken)
	}
	return (sum*size + 99) / 100
}

// drawnLines breaks a harmless text into at most so many lines of at most a width, at
// spaces where it can. What has no room ends in an ellipsis.
func drawnLines(text string, size, width, most int) []string {
	var lines []string
	rest := strings.TrimSpace(text)
	for rest != "" {
		end := drawnBreak(rest, size, width)
		if len(lines) == most-1 && end < len(rest) {
			end = drawnBreak(rest, size, width-drawnWidth(ellipsis, size))
			return append(lines, strings.TrimRight(rest[:end], " ")+ellipsis)
		}
		lines = append(lines, strings.TrimRight(rest[:end], " "))
		rest = strings.TrimLeft(rest[end:], " ")
	}
	return lines
}

// drawnBreak is where the first line of a text ends.
func drawnBreak(text string, size, width int) int {
	used, at, space, rest := 0, 0, 0, text
	for state := -1; rest != ""; {
		var cluster string
		var taken int
		cluster, rest, taken, state = uniseg.FirstGraphemeClusterInString(rest, state)
		used += letterWidth(cluster, taken)
		if used*size > width*100 && at > 0 && cluster != " " {
			if space > 0 {
				return space
			}
			return at
		}
		at += len(cluster)
		if cluster == " " || cluster == "/" || cluster == "-" {
			space = at
		}
	}
	return len(text)
}
