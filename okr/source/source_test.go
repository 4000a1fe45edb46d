package source_test

import (
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/source"
)

func TestPositions(t *testing.T) {
	for name, v := range map[string]struct {
		text         string
		before       string // the place is behind this
		line, column int
	}{
		"start":                {"a: 1\n", "", 1, 1},
		"behind a break":       {"a: 1\nb: 2\n", "a: 1\n", 2, 1},
		"carriage returns":     {"a: 1\r\nb: 2\rc: 3", "a: 1\r\nb: 2\rc", 3, 2},
		"wide and astral":      {"日本😀: 1", "日本😀", 1, 4},
		"combining":            {"e\u0301x", "e\u0301", 1, 3},
		"byte order mark":      {"\ufeffa: 1", "\ufeffa", 1, 2},
		"at a byte order mark": {"\ufeffa: 1", "", 1, 1},
		"end":                  {"a: 1\n", "a: 1\n", 2, 1},
	} {
		lines := source.NewLines([]byte(v.text))
		offset := uint32(len(v.before))
		got := lines.Position(offset)
		if got.Line != v.line || got.Column != v.column {
			t.Errorf("%s: %d:%d, want %d:%d", name, got.Line, got.Column, v.line, v.column)
		}
		if back := lines.Offset(got.Line, got.Column); back != offset && !strings.HasPrefix(name, "at a byte") {
			t.Errorf("%s: the offset %d leads back to %d", name, offset, back)
		}
	}
}

func TestColumnsInEveryUnit(t *testing.T) {
	const line = "\tné日😀x"
	for column, want := range map[int][3]int{ // bytes, UTF-16 units, cells with tabs of 4
		1: {1, 1, 1}, 2: {2, 2, 5}, 3: {3, 3, 6}, 4: {5, 4, 7}, 5: {8, 5, 9}, 6: {12, 7, 11}, 7: {13, 8, 12},
	} {
		got := [3]int{source.ByteColumn(line, column), source.UTF16Column(line, column), source.CellColumn(line, column, 4)}
		if got != want {
			t.Errorf("column %d: %v, want %v", column, got, want)
		}
	}
}

func TestExpandTabs(t *testing.T) {
	for text, want := range map[string]string{"a\tb": "a   b", "\t\t": "        ", "日\tx": "日  x", "none": "none"} {
		if got := source.ExpandTabs(text, 4); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
