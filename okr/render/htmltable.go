package render

import (
	"iter"
	"math"
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr/report"
)

// cellView is a cell of a table, or the value of a fact.
type cellView struct {
	// Class is the look of the text, Kind that of the cell around it.
	Text, Class, Kind string
	Bar               *barView
	// Head says that the cell names its row, Empty that it shows nothing; Column is
	// the heading, which is said beside the cell where a screen is too narrow for
	// columns.
	Head, Empty bool
	Column      string
}

// barView is a bar, 100 units long.
type barView struct {
	Fill, Tick int
	Ticked     bool
	Says       string
}

func barOf(b *report.Bar) *barView {
	if b == nil {
		return nil
	}
	view := &barView{Fill: steps(b.Share, 100)}
	view.Says = strconv.Itoa(view.Fill) + " percent"
	if b.Tick != nil && !math.IsNaN(*b.Tick) {
		view.Ticked = true
		percent := steps(*b.Tick, 100)
		view.Tick = min(percent, 98)
		view.Says += ", a mark at " + strconv.Itoa(percent)
	}
	return view
}

func cellViewOf(c report.Cell) cellView {
	text := pageSigns.Replace(label(c))
	if c.Tone.Word() != "" || c.Glyph != "" {
		text = strings.Replace(text, " ", "\u00a0", 1) // a sign stays beside its text
	}
	view := cellView{Text: text, Class: toneClasses[c.Tone], Bar: barOf(c.Bar)}
	view.Empty = view.Text == "" && view.Bar == nil
	return view
}

// Facts prints labels and values side by side.
func (h *htmlWriter) Facts(b report.Facts) {
	type factView struct {
		Label string
		Value cellView
	}
	var views []factView
	for _, item := range b.Items {
		views = append(views, factView{pageText(item.Label), cellViewOf(item.Value)})
	}
	if len(views) > 0 {
		h.part("facts", views)
	}
}

// columnView is the heading of a column.
type columnView struct{ Title, Class string }

// rowView is a row of a table. Its cells are only valid until the next row.
type rowView struct {
	Depth int
	Cells []cellView
}

// stackedFrom is how many columns a table needs to have to be too wide for a narrow
// screen.
const stackedFrom = 4

// Table prints a table that scrolls by itself where it is too wide.
func (h *htmlWriter) Table(b report.Table) {
	h.tables++
	title := pageText(b.Title)
	if b.Rows == nil || !hasRows(b.Rows) {
		h.part("nothing", struct{ Title, Empty string }{title, pageSigns.Replace(nothing(b))})
		return
	}
	columns := make([]columnView, len(b.Columns))
	for i, c := range b.Columns {
		columns[i] = columnView{Title: pageText(c.Title)}
		if c.Right() {
			columns[i].Class = "right"
		}
	}
	h.part("table", struct {
		ID, Title string
		Number    int
		Class     string
		Columns   []columnView
		Rows      iter.Seq[rowView]
	}{pageID("table", h.tables), title, h.tables, tableClass(b.Columns), columns, rowViews(b, columns)})
}

// tableClass is how the style knows what becomes of a table where the screen is
// narrow: its rows become cards, or it scrolls beside its first column, where all
// others hold a sign each.
func tableClass(columns []report.Column) string {
	if len(columns) < stackedFrom {
		return ""
	}
	for _, c := range columns[1:] {
		if c.Kind != report.KindText || c.Wrap || c.Priority > 0 {
			return "stacks"
		}
	}
	return "matrix"
}

// hasRows reports whether there is a row at all.
func hasRows(rows iter.Seq[report.Row]) bool {
	for range rows {
		return true
	}
	return false
}

// rowViews makes each row when it is asked for.
func rowViews(b report.Table, columns []columnView) iter.Seq[rowView] {
	classes := make([]string, len(b.Columns))
	for i, c := range b.Columns {
		classes[i] = columnClass(c)
	}
	return func(yield func(rowView) bool) {
		cells := make([]cellView, len(columns))
		for row := range b.Rows {
			for i := range cells {
				cells[i] = cellView{Empty: true}
				if i < len(row.Cells) {
					cells[i] = cellViewOf(row.Cells[i])
				}
				cells[i].Kind = classes[i]
				cells[i].Column = columns[i].Title
			}
			if len(cells) > 0 {
				cells[0].Head = !cells[0].Empty
				if row.Depth > 0 {
					cells[0].Kind = joined(cells[0].Kind, "depth"+strconv.Itoa(min(row.Depth, 6)))
				}
			}
			if !yield(rowView{max(row.Depth, 0), cells}) {
				return
			}
		}
	}
}

// columnClass is how the style knows what the cells of a column hold.
func columnClass(c report.Column) string {
	class := ""
	switch c.Kind {
	case report.KindNumber, report.KindScore:
		class = "number"
	case report.KindDate:
		class = "date"
	case report.KindAddress:
		class = "address"
	case report.KindPlace:
		class = "place"
	case report.KindText:
		if c.Wrap {
			class = "wrap"
		}
	}
	if c.Right() {
		class = joined(class, "right")
	}
	return class
}

// Terms prints arithmetic as a table.
func (h *htmlWriter) Terms(b report.Terms) { h.Table(termsTable(b, h.style)) }
