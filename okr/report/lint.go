package report

import (
	"strconv"

	"github.com/okrs-as-code/okrs/okr/diag"
)

// Lint is what was found in a number of files, for the commands that check them.
// The findings are in the order in which they are to be shown, with paths as the
// reader of the format wants them.
func Lint(findings []diag.Finding, files int) *Doc {
	return Linted(findings, Summarize(findings, files))
}

// Linted is [Lint] with a summary that also knows of suppressed findings and of
// history.
func Linted(findings []diag.Finding, summary Summary) *Doc {
	return &Doc{
		Blocks: []Block{Findings{Items: findings, Summary: &summary}},
		Data: Fields{
			{"version", DataVersion},
			{"summary", summary.Data()},
			{"findings", FindingsData(findings)},
		},
		Records: findingRecords(findings),
	}
}

// findingRecords are findings as a table with the columns of the JSON output.
func findingRecords(findings []diag.Finding) *Records {
	var columns []string
	for _, field := range FindingData(diag.Finding{}) {
		columns = append(columns, field.Name)
	}
	return &Records{Columns: columns, Rows: func(yield func([]string) bool) {
		for _, f := range findings {
			row := []string{
				f.Rule, string(f.Category), f.Severity.String(), f.Message, f.Hint, f.Path,
				strconv.Itoa(f.Line), strconv.Itoa(f.Column), strconv.Itoa(f.EndLine), strconv.Itoa(f.EndColumn),
				f.Subject, f.Fingerprint,
			}
			if !yield(row) {
				return
			}
		}
	}}
}
