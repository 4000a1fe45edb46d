package render

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr/report"
)

// Table prints aligned columns under their headings; on a terminal that is too
// narrow for that, each row as lines of its own.
func (t *textWriter) Table(b report.Table) {
	t.open(b)
	if b.Title != "" {
		for _, line := range wrapText(Sanitize(b.Title), t.style.Width, t.style.Width) {
			t.line(bold.on(t.style, line))
		}
	}
	columns, rows := measured(b)
	if rows == 0 {
		t.line(faint.on(t.style, nothing(b)))
		return
	}
	columns, leftOut, ok := fit(columns, t.style.Width)
	if !ok {
		t.stacked(b)
		return
	}
	t.head(columns)
	for row := range b.Rows {
		if t.failed() {
			return
		}
		t.row(columns, row)
	}
	t.leftOut(leftOut)
}

// nothing is what stands for a table without rows.
func nothing(b report.Table) string {
	if b.Empty != "" {
		return Sanitize(b.Empty)
	}
	return "none"
}

func (t *textWriter) head(columns []column) {
	var titles, rule []string
	named := false
	for _, c := range columns {
		title := cutEnd(c.title, c.width)
		titles = append(titles, padded(title, c.width, c.Right()))
		rule = append(rule, strings.Repeat("─", c.width))
		named = named || title != ""
	}
	if !named {
		return
	}
	gap := spaces(columnGap)
	t.line(bold.on(t.style, strings.TrimRight(strings.Join(titles, gap), " ")))
	t.line(faint.on(t.style, strings.Join(rule, gap)))
}

// row prints a row: as many lines as its highest cell has.
func (t *textWriter) row(columns []column, row report.Row) {
	parts, looks := make([][]string, len(columns)), make([]paint, len(columns))
	height := 1
	for i, c := range columns {
		var cell report.Cell
		if c.at < len(row.Cells) {
			cell = row.Cells[c.at]
		}
		looks[i] = tonePaints[cell.Tone]
		parts[i] = c.lines(cell, row.Depth)
		height = max(height, len(parts[i]))
	}
	for n := range height {
		var line strings.Builder
		for i, c := range columns {
			if i > 0 {
				line.WriteString(spaces(columnGap))
			}
			part := ""
			if n < len(parts[i]) {
				part = parts[i][n]
			}
			fill := spaces(c.width - cells(part))
			if c.Right() {
				line.WriteString(fill)
				fill = ""
			}
			line.WriteString(looks[i].on(t.style, part))
			line.WriteString(fill)
		}
		t.line(line.String())
	}
}

// lines are what a column shows of a cell, each line at most as wide as the column.
func (c column) lines(cell report.Cell, depth int) []string {
	text, indent := shown(cell), ""
	if c.at == 0 {
		indent = spaces(min(depth*depthCells, max(c.width-min(floor, cells(text)), 0)))
	}
	room := c.width - len(indent)
	switch {
	case cells(text) <= room:
		return []string{indent + text}
	case c.Wrap:
		lines := wrapText(text, room, room)
		for i := range lines {
			lines[i] = indent + lines[i]
		}
		return lines
	case c.Kind == report.KindAddress:
		return []string{indent + cutStart(text, room)}
	default:
		return []string{indent + cutEnd(text, room)}
	}
}

// leftOut names the columns for which there was no room.
func (t *textWriter) leftOut(columns []column) {
	var names []string
	for _, c := range columns {
		if c.title != "" {
			names = append(names, c.title)
		}
	}
	if len(names) == 0 {
		return
	}
	text := "Not shown at this width: " + strings.Join(names, ", ")
	for _, line := range wrapText(text, t.style.Width, t.style.Width) {
		t.line(faint.on(t.style, line))
	}
}

// stacked prints each row as lines of heading and value below its first cell.
func (t *textWriter) stacked(b report.Table) {
	for row := range b.Rows {
		if t.failed() {
			return
		}
		indent := spaces(row.Depth * depthCells)
		for i, cell := range row.Cells[:min(len(row.Cells), len(b.Columns))] {
			text := shown(cell)
			if text == "" {
				continue
			}
			margin := indent
			if i > 0 {
				margin += spaces(depthCells)
				if title := Sanitize(b.Columns[i].Title); title != "" {
					text = title + ": " + text
				}
			}
			room := t.room(len(margin))
			for _, line := range wrapText(text, room, room) {
				t.line(margin + tonePaints[cell.Tone].on(t.style, line))
			}
		}
	}
}
