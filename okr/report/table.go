package report

import (
	"iter"
	"math"
	"strconv"
)

// Table is rows of cells, or a tree whose rows share columns.
type Table struct {
	Title   string
	Columns []Column
	// Rows may be run more than once (text is measured before it is printed) and
	// makes each row when it is asked for, so that a table of any length takes no
	// room. The cells are only valid until the next row.
	Rows iter.Seq[Row]
	// Empty is said where there are no rows; "none" where it is empty.
	Empty string
}

// Row is a line of a table: a cell for each column; cells that are left out are
// empty.
type Row struct {
	// Depth indents the first column: 0 for the top, one more for what is below.
	Depth int
	Cells []Cell
}

// Rows makes a sequence of rows that are already there.
func Rows(rows ...Row) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for _, r := range rows {
			if !yield(r) {
				return
			}
		}
	}
}

// Column says how the cells below each other are to be read.
type Column struct {
	// Name is the column's key for programs; Title its heading for people.
	Name, Title string
	Kind        Kind
	Align       Align
	// Priority says which columns give way on a narrow terminal: the highest number
	// is left out first, 0 never.
	Priority int
	// Wrap lets long text run over several lines; otherwise it is cut short.
	Wrap bool
}

// Kind says what the cells of a column hold.
type Kind uint8

// The kinds of column. Numbers, scores and dates are never cut short; an address
// keeps its end when it is.
const (
	KindText Kind = iota
	KindNumber
	KindScore
	KindDate
	KindAddress
	KindBar
	KindPlace // a file and a line, never cut, so that it can be opened
)

// Align is on which side of a column its cells stand.
type Align uint8

// The sides. AlignAuto is right for numbers and scores, left for all else.
const (
	AlignAuto Align = iota
	AlignLeft
	AlignRight
)

// Right reports whether the cells of the column stand on its right side.
func (c Column) Right() bool {
	if c.Align == AlignAuto {
		return c.Kind == KindNumber || c.Kind == KindScore
	}
	return c.Align == AlignRight
}

// Cell is one value, for people and for programs.
type Cell struct {
	Text string
	// Tone is shown as a colour, a sign and a word. The word is the Text; where that
	// has no letter, the word for the tone is added.
	Tone Tone
	// Glyph stands before the text, in the place of the sign of the tone.
	Glyph string
	// Number is the exact value as the text of a decimal number, for programs; empty
	// where the cell is no number or has none.
	Number string
	// Bar is drawn before the text.
	Bar *Bar
}

// Bar is a share drawn as a bar.
type Bar struct {
	// Share is 0…1; what lies outside is drawn as the nearer end.
	Share float64
	// Tick is a mark on the bar, 0…1, such as where pace says that progress should
	// be; nil for none.
	Tick *float64
}

// Text is a cell of plain text.
func Text(text string) Cell { return Cell{Text: text} }

// Exact is what the cell says to programs: its number, else its text, else the
// share of its bar to four decimal places.
func (c Cell) Exact() string {
	switch {
	case c.Number != "":
		return c.Number
	case c.Text != "" || c.Bar == nil || math.IsNaN(c.Bar.Share):
		return c.Text
	default:
		return strconv.FormatFloat(math.Round(c.Bar.Share*1e4)/1e4, 'f', -1, 64)
	}
}

// Tone is how a value is meant.
type Tone uint8

// The tones. Muted and Strong are emphasis; the others are a judgement and never
// shown by colour alone.
const (
	None Tone = iota
	Good
	Middling
	Bad
	Muted
	Strong
)

var toneWords = [...]string{Good: "good", Middling: "middling", Bad: "low", Strong: ""}

// Word is the word for a judgement; empty for the other tones.
func (t Tone) Word() string { return toneWords[t] }
