package source

import (
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Consumers of places count columns in different units. These functions turn a
// column in characters into the unit that is asked for; all columns are from 1
// and may stand one behind the last character.

// ByteColumn is the column in UTF-8 bytes.
func ByteColumn(line string, column int) int { return 1 + len(prefix(line, column)) }

// UTF16Column is the column in UTF-16 code units.
func UTF16Column(line string, column int) int {
	units := 1
	for _, r := range prefix(line, column) {
		if r > 0xFFFF {
			units++
		}
		units++
	}
	return units
}

// CellColumn is the column in terminal cells: wide characters take two, combining
// ones none, and a tab runs to the next multiple of tab cells.
func CellColumn(line string, column, tab int) int {
	return 1 + Cells(ExpandTabs(prefix(line, column), tab))
}

// Cells is the width of a text on a terminal, in cells. A tab counts nothing:
// expand tabs first.
func Cells(text string) int { return uniseg.StringWidth(text) }

// ExpandTabs writes each tab as the spaces to the next multiple of tab cells.
func ExpandTabs(text string, tab int) string {
	out := make([]byte, 0, len(text)+8)
	width, from := 0, 0
	for i := 0; i < len(text); i++ {
		if text[i] != '\t' {
			continue
		}
		out = append(out, text[from:i]...)
		width += Cells(text[from:i])
		for fill := tab - width%tab; fill > 0; fill-- {
			out = append(out, ' ')
			width++
		}
		from = i + 1
	}
	return string(append(out, text[from:]...))
}

func prefix(line string, column int) string {
	at := 0
	for ; column > 1 && at < len(line); column-- {
		_, size := utf8.DecodeRuneInString(line[at:])
		at += size
	}
	return line[:at]
}
