package render

import (
	"encoding/json"

	"github.com/okrs-as-code/okrs/okr/report"
)

// dataWriter turns blocks into data, for documents that bring none of their own.
type dataWriter struct{ blocks []any }

func blocksData(doc *report.Doc) report.Fields {
	d := &dataWriter{blocks: []any{}}
	for _, b := range doc.Blocks {
		b.Visit(d)
	}
	return report.Fields{
		{Name: "version", Value: report.DataVersion},
		{Name: "title", Value: report.OrNull(doc.Title)},
		{Name: "blocks", Value: d.blocks},
	}
}

func (d *dataWriter) add(kind string, fields ...report.Field) {
	d.blocks = append(d.blocks, append(report.Fields{{Name: "kind", Value: kind}}, fields...))
}

// Heading adds level and text.
func (d *dataWriter) Heading(b report.Heading) {
	d.add("heading", report.Field{Name: "level", Value: b.Level}, report.Field{Name: "text", Value: b.Text})
}

// Paragraph adds its text.
func (d *dataWriter) Paragraph(b report.Paragraph) {
	d.add("paragraph", report.Field{Name: "text", Value: spansText(b.Spans)})
}

// Facts adds labels and values.
func (d *dataWriter) Facts(b report.Facts) {
	d.add("facts", report.Field{Name: "items", Value: report.Each(b.Items, func(f report.Fact) any {
		return report.Fields{{Name: "label", Value: f.Label}, {Name: "value", Value: cellData(f.Value)}}
	})})
}

// Table adds the rows as objects with the names of the columns.
func (d *dataWriter) Table(b report.Table) { d.table("table", b) }

func (d *dataWriter) table(kind string, b report.Table) {
	var rows report.Seq = func(yield func(any) bool) {
		if b.Rows == nil {
			return
		}
		for row := range b.Rows {
			fields := report.Fields{{Name: "depth", Value: row.Depth}}
			for i, c := range b.Columns {
				var cell report.Cell
				if i < len(row.Cells) {
					cell = row.Cells[i]
				}
				fields = append(fields, report.Field{Name: c.Name, Value: cellData(cell)})
			}
			if !yield(fields) {
				return
			}
		}
	}
	d.add(kind, report.Field{Name: "title", Value: report.OrNull(b.Title)}, report.Field{Name: "rows", Value: rows})
}

// Findings adds the findings as every reading has them.
func (d *dataWriter) Findings(b report.Findings) {
	var summary report.Fields
	if b.Summary != nil {
		summary = b.Summary.Data()
	}
	d.add("findings", report.Field{Name: "summary", Value: summary},
		report.Field{Name: "items", Value: report.FindingsData(b.Items)})
}

// List adds the entries with those below them.
func (d *dataWriter) List(b report.List) {
	d.add("list", report.Field{Name: "ordered", Value: b.Ordered}, report.Field{Name: "items", Value: itemsData(b.Items)})
}

func itemsData(items []report.Item) report.Seq {
	return report.Each(items, func(i report.Item) any {
		return report.Fields{{Name: "text", Value: spansText(i.Spans)}, {Name: "items", Value: itemsData(i.Items)}}
	})
}

// Note adds tone, text and hint.
func (d *dataWriter) Note(b report.Note) {
	d.add("note", report.Field{Name: "tone", Value: b.Tone}, report.Field{Name: "text", Value: b.Text},
		report.Field{Name: "hint", Value: report.OrNull(b.Hint)})
}

// Terms adds the lines as the rows of a table.
func (d *dataWriter) Terms(b report.Terms) { d.table("terms", termsTable(b, Style{})) }

// Code adds language and text.
func (d *dataWriter) Code(b report.Code) {
	d.add("code", report.Field{Name: "language", Value: report.OrNull(b.Language)}, report.Field{Name: "text", Value: b.Text})
}

// Divider adds nothing: it only arranges a page.
func (d *dataWriter) Divider(report.Divider) {}

// Gap adds nothing.
func (d *dataWriter) Gap(report.Gap) {}

// cellData is a cell as a value: a number where it has one, null where it is empty.
func cellData(c report.Cell) any {
	exact := c.Exact()
	if (c.Number != "" || c.Text == "") && isJSONNumber(exact) {
		return json.Number(exact)
	}
	return report.OrNull(exact)
}

// Diagram prints nothing: documents with a picture have data of their own.
func (d *dataWriter) Diagram(report.Diagram) {}
