package render

import (
	"io"

	"github.com/okrs-as-code/okrs/okr/report"
)

// writeJSONLines prints each finding as a line, an object with the fields that it
// has in the JSON output; nothing where there is none.
func writeJSONLines(w io.Writer, doc *report.Doc, _ Style) error {
	e := &jsonEncoder{sink: newSink(w), compact: true}
	for _, f := range findingsOf(doc).items {
		if e.failed() {
			break
		}
		e.value(report.FindingData(f))
		e.raw("\n")
	}
	return e.close()
}
