package render

import (
	"encoding/csv"
	"io"
	"regexp"
	"strings"
	"unicode"

	"github.com/okrs-as-code/okrs/okr/report"
)

// writeCSV prints the records of a document, or where it has none its blocks, as
// RFC 4180 has it but with LF at the end of lines. Every record is one line: a line
// break in a value becomes a space.
func writeCSV(w io.Writer, doc *report.Doc, _ Style) error {
	out := newSink(w)
	table := csv.NewWriter(out.w)
	row := func(values ...string) {
		safe := make([]string, len(values))
		for i, v := range values {
			safe[i] = csvCell(v)
		}
		if err := table.Write(safe); err != nil {
			out.fail(err)
		}
	}
	if doc.Records == nil {
		visitor := flat{sink: out, row: row, head: row}
		for _, b := range doc.Blocks {
			b.Visit(visitor)
		}
	} else {
		csvRecords(doc.Records, out, row)
	}
	table.Flush()
	out.fail(table.Error())
	return out.close()
}

func csvRecords(records *report.Records, out *sink, row func(...string)) {
	row(records.Columns...)
	if records.Rows == nil {
		return
	}
	for values := range records.Rows {
		if out.failed() {
			return
		}
		row(values...)
	}
}

// plainNumber is a value that a spreadsheet reads as the number it is.
var plainNumber = regexp.MustCompile(`^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$`)

// csvCell is a value that no spreadsheet takes for a formula and no service for a
// command: where it begins like one, an apostrophe stands before it.
func csvCell(value string) string {
	if value == "" || plainNumber.MatchString(value) {
		return value
	}
	clean := Sanitize(value)
	start := strings.TrimLeftFunc(value, unicode.IsSpace)
	switch {
	case strings.ContainsAny(value[:1], "\t\r"),
		start != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(start)[0]),
		strings.HasPrefix(start, "::"):
		return "'" + clean
	}
	return clean
}
