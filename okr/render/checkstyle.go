package render

import (
	"io"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

// checkstyleVersion is the version of Checkstyle whose form this is; it has not
// changed since.
const checkstyleVersion = "8.0"

// writeCheckstyle prints findings as Checkstyle does, which many services read.
func writeCheckstyle(w io.Writer, doc *report.Doc, _ Style) error {
	x := xmlWriter{newSink(w)}
	all := findingsOf(doc)
	x.raw(xmlDeclaration)
	x.start(0, "checkstyle", ">", "version", checkstyleVersion)
	for _, file := range byFile(all.items) {
		if x.failed() {
			break
		}
		x.start(2, "file", ">", "name", file.path)
		for _, f := range file.items {
			x.start(4, "error", "/>",
				"line", numeral(max(f.Line, 1)), "column", numeral(max(f.Column, 1)), "severity", checkstyleSeverity(f.Severity),
				"message", saidInLine(f), "source", toolName+"."+f.Rule)
		}
		x.end(2, "file")
	}
	x.end(0, "checkstyle")
	return x.close()
}

// checkstyleSeverity is the severity in Checkstyle's words.
func checkstyleSeverity(s diag.Severity) string {
	if s == diag.Error || s == diag.Warning {
		return s.String()
	}
	return "info"
}
