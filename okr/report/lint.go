package report

import (
	"strconv"

	"github.com/okrs-as-code/okrs/okr/diag"
)

// Linting is what was found in a number of files, with all that formats may want to
// say of it.
type Linting struct {
	// Findings are in the order in which they are to be shown, with paths as the
	// reader of the format wants them.
	Findings []diag.Finding
	// Suppressed, Rules, Hidden, Clean, Failing and Tool are as in [Findings].
	Suppressed []diag.Finding
	Rules      []RuleText
	Hidden     int
	Clean      []string
	Failing    diag.Severity
	Tool       string
	// Summary counts; its number of hidden findings is taken from Hidden.
	Summary Summary
}

// Lint is what was found in a number of files, for the commands that check them
// without configuration. The findings are in the order in which they are to be
// shown, with paths as the reader of the format wants them.
func Lint(findings []diag.Finding, files int) *Doc {
	return Linted(Linting{Findings: findings, Summary: Summarize(findings, files)})
}

// Linted is the report of what was found.
func Linted(l Linting) *Doc {
	summary := l.Summary
	summary.Hidden = l.Hidden
	return &Doc{
		Blocks: []Block{Findings{
			Items: l.Findings, Suppressed: l.Suppressed, Rules: l.Rules, Hidden: l.Hidden, Clean: l.Clean, Failing: l.Failing, Tool: l.Tool, Summary: &summary,
		}},
		Data: Fields{
			{"version", DataVersion},
			{"summary", summary.Data()},
			{"findings", FindingsData(l.Findings)},
		},
		Records: findingRecords(l.Findings),
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
