package render

import (
	"io"
	"strings"

	"github.com/okrs-as-code/okrs/okr/report"
)

// concise prints findings as path:line:column: severity rule message, and the rows
// of other blocks with tabs between their values.
type concise struct{ flat }

// Findings prints a line each, and nothing else: whoever reads lines takes each for a
// finding.
func (c concise) Findings(b report.Findings) {
	for _, f := range b.Items {
		if c.failed() {
			return
		}
		c.line(joined(Sanitize(placed(c.style, f.Path, f.Line, f.Column))+":", f.Severity.String(), Sanitize(f.Rule), Sanitize(f.Message)))
	}
}

func writeConcise(w io.Writer, doc *report.Doc, style Style) error {
	out := newSink(w)
	row := func(values ...string) {
		clean := make([]string, len(values))
		for i, v := range values {
			clean[i] = Sanitize(v)
		}
		out.line(strings.Join(clean, "\t"))
	}
	visitor := concise{flat{sink: out, style: style, row: row}}
	if doc.Remarks != nil { // what has a place is worth a line, and the prose around it none
		visitor.Findings(report.Findings{Items: findingsOf(doc).items})
		return out.close()
	}
	for _, b := range doc.Blocks {
		b.Visit(visitor)
	}
	return out.close()
}
