package render

import "github.com/okrs-as-code/okrs/okr/report"

// termsTable is lines of arithmetic as a table, which every format can print.
func termsTable(b report.Terms, style Style) report.Table {
	return report.Table{
		Title: b.Title,
		Columns: []report.Column{
			{Name: "name", Title: "Value", Wrap: true},
			{Name: "value", Title: "Is", Kind: report.KindNumber},
			{Name: "because", Title: "Because", Wrap: true},
			{Name: "place", Title: "Written at", Kind: report.KindPlace},
		},
		Rows: func(yield func(report.Row) bool) {
			for _, line := range b.Lines {
				place := report.Cell{Tone: report.Muted}
				if line.Path != "" {
					place.Text = placed(style, line.Path, line.Line, 0)
				}
				because := line.Formula
				if because != "" && line.Note != "" {
					because += ", "
				}
				cells := []report.Cell{report.Text(line.Name), report.Text(line.Value), report.Text(because + line.Note), place}
				if !yield(report.Row{Depth: line.Depth, Cells: cells}) {
					return
				}
			}
		},
	}
}

// Terms prints arithmetic as a table.
func (t *textWriter) Terms(b report.Terms) { t.Table(termsTable(b, t.style)) }
