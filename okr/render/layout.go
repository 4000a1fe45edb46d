package render

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr/report"
)

// columnGap stands between columns; depthCells is what a row is indented by for
// each step down the tree.
const (
	columnGap  = 2
	depthCells = 2
)

// comfort is how wide a text column should at least be before another column is
// left out for it, and somewhat more where it wraps, since wrapped text is read;
// floor is how narrow it may become when nothing can be left out.
const (
	comfort     = 20
	wrapComfort = 8
	floor       = 14
)

// column is a column of a table while it is laid out.
type column struct {
	report.Column
	// at is which cell of a row it shows.
	at    int
	title string
	// natural is the width of its widest cell, width the one it gets.
	natural, width int
}

// flexible reports whether cells of the column may be cut or wrapped.
func (c column) flexible() bool {
	return c.Kind == report.KindText || c.Kind == report.KindAddress
}

// least is how narrow the column may become towards a limit.
func (c column) least(limit int) int {
	if !c.flexible() {
		return c.natural
	}
	if c.Wrap && limit >= comfort {
		limit += wrapComfort
	}
	return min(c.natural, max(limit, min(cells(c.title), comfort)))
}

// measured are the columns of a table with their natural widths, and how many
// rows there are.
func measured(b report.Table) (columns []column, rows int) {
	columns = make([]column, len(b.Columns))
	for i, c := range b.Columns {
		title := Sanitize(c.Title)
		columns[i] = column{Column: c, at: i, title: title, natural: cells(title)}
	}
	if b.Rows == nil {
		return columns, 0
	}
	for row := range b.Rows {
		rows++
		for i := range min(len(row.Cells), len(columns)) {
			width := cells(shown(row.Cells[i]))
			if i == 0 {
				width += row.Depth * depthCells
			}
			columns[i].natural = max(columns[i].natural, width)
		}
	}
	return columns, rows
}

// fit gives the columns their widths. Where they do not fit side by side, columns
// are left out by their priority as long as the text columns have no comfortable
// room; then text columns share what there is. ok is false where even that is too
// little.
func fit(columns []column, width int) (shown []column, leftOut []column, ok bool) {
	shown = slices.Clone(columns)
	if width < 1 {
		return give(shown, func(c column) int { return c.natural }), nil, true
	}
	for len(shown) > 1 && need(shown, comfort) > width {
		at := yielding(shown)
		if at < 0 {
			break
		}
		leftOut = append(leftOut, shown[at])
		shown = slices.Delete(shown, at, at+1)
	}
	slices.SortFunc(leftOut, func(a, b column) int { return a.at - b.at })
	limit := comfort
	for limit > floor && need(shown, limit) > width {
		limit--
	}
	if need(shown, limit) > width {
		return shown, leftOut, false
	}
	give(shown, func(c column) int { return c.least(limit) })
	share(shown, width-need(shown, limit))
	return shown, leftOut, true
}

// need is the width of columns side by side at their least.
func need(columns []column, limit int) int {
	sum := columnGap * max(len(columns)-1, 0)
	for _, c := range columns {
		sum += c.least(limit)
	}
	return sum
}

// yielding is the column to leave out next: of the highest priority the last; -1
// where all are to stay.
func yielding(columns []column) int {
	at := -1
	for i, c := range columns {
		if c.Priority > 0 && (at < 0 || c.Priority >= columns[at].Priority) {
			at = i
		}
	}
	return at
}

func give(columns []column, width func(column) int) []column {
	for i, c := range columns {
		columns[i].width = width(c)
	}
	return columns
}

// share hands out spare cells, one at a time to the column that has the smallest
// part of what it needs, so that all rows become about equally high.
func share(columns []column, spare int) {
	for ; spare > 0; spare-- {
		at := -1
		for i, c := range columns {
			if c.width < c.natural && (at < 0 || c.width*columns[at].natural < columns[at].width*c.natural) {
				at = i
			}
		}
		if at < 0 {
			return
		}
		columns[at].width++
	}
}
