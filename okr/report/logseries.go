package report

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diff"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// readings is a line for each key result: its readings as a curve that rises towards
// the target, whichever way that lies.
func (v logView) readings() Table {
	return Table{
		Title: "Readings: up is towards the target",
		Columns: []Column{
			{Name: "what", Title: "Key result", Wrap: true},
			{Name: "trend", Title: "Trend"},
			{Name: "first", Title: "First", Priority: 1},
			{Name: "last", Title: "Last"},
			{Name: "span", Title: "From → to", Priority: 2},
			{Name: "address", Title: "Address", Kind: KindAddress, Priority: 3},
		},
		Empty: "no key results",
		Rows: eachRow(v.Series, func(s diff.Series) Row {
			values := told(s)
			cells := []Cell{Text(s.Title), {Text: "no reading yet", Tone: Muted}, {}, {}, Text(wayText(s)), Text(s.Address)}
			if n := len(values); n > 0 {
				cells[1] = Text(Sparkline(sharesOf(values)))
				cells[2], cells[3] = datedValue(values[0]), datedValue(values[n-1])
			}
			return Row{Cells: cells}
		}),
	}
}

// told are the check-ins of a series that tell a value.
func told(s diff.Series) []diff.SeriesValue {
	var list []diff.SeriesValue
	for _, value := range s.Values {
		if value.Share != nil {
			list = append(list, value)
		}
	}
	return list
}

func sharesOf(values []diff.SeriesValue) []metric.Number {
	var shares []metric.Number
	for _, value := range values {
		shares = append(shares, *value.Share)
	}
	return shares
}

func datedValue(v diff.SeriesValue) Cell {
	text := v.CheckIn.Value.Text
	switch value := v.CheckIn.Value; {
	case value.Number != nil:
		text = value.Number.String()
	case value.Yes != nil && *value.Yes:
		text = "yes"
	case value.Yes != nil:
		text = "no"
	}
	return Text(text + " on " + v.CheckIn.Date.V.String())
}

// wayText is where the key result began and where it should be: "900 → 300 ms".
func wayText(s diff.Series) string {
	var text string
	switch {
	case s.Low != nil && s.High != nil:
		text = s.Low.String() + " … " + s.High.String()
	case s.Baseline != nil && s.Target != nil:
		text = s.Baseline.String() + " → " + s.Target.String()
	case s.Target != nil:
		text = "→ " + s.Target.String()
	default:
		return ""
	}
	unit := s.Unit
	if okr.UnitKey(unit) == "%" {
		unit = "%"
	}
	return strings.TrimSpace(text + " " + unit)
}

// sparkCells is how long a curve gets at most.
const sparkCells = 32

// Sparkline draws shares, 0…1, as a line of block characters, the oldest first. Of more
// than 32 it draws the last of each of 32 stretches.
func Sparkline(shares []metric.Number) string {
	marks := []rune("▁▂▃▄▅▆▇█")
	cells := min(len(shares), sparkCells)
	line := make([]rune, cells)
	for i := range line {
		share := shares[(i+1)*len(shares)/cells-1].Float64()
		line[i] = marks[min(max(int(share*float64(len(marks))), 0), len(marks)-1)]
	}
	return string(line)
}
