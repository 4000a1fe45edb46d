package render

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

// writeGitLab prints findings as a Code Quality report of GitLab. A place is given
// by positions alone: GitLab takes lines or positions, not both.
func writeGitLab(w io.Writer, doc *report.Doc, _ Style) error {
	seen := make(map[string]int)
	return encodeData(newSink(w), report.Each(findingsOf(doc).items, func(f diag.Finding) any {
		rule := oneLine(f.Rule)
		return report.Fields{
			// The page shows no rule of its own.
			field("description", joined(rule+":", saidInLine(f))),
			field("check_name", rule),
			field("fingerprint", qualityFingerprint(f, seen)),
			field("severity", qualitySeverity(f.Severity)),
			field("location", report.Fields{
				field("path", f.Path),
				field("positions", report.Fields{
					field("begin", report.Fields{field("line", max(f.Line, 1)), field("column", max(f.Column, 1))}),
					field("end", report.Fields{field("line", max(f.EndLine, f.Line, 1)), field("column", max(f.EndColumn, 1))}),
				}),
			}),
		}
	}))
}

// qualityFingerprint is unique in a report, since GitLab merges equal ones, and
// the same when lines move.
func qualityFingerprint(f diag.Finding, seen map[string]int) string {
	about := fingerprintOf(f) + "\x00" + f.Path
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", about, seen[about]))
	seen[about]++
	return hex.EncodeToString(sum[:])
}

// qualitySeverity is the severity in GitLab's words.
func qualitySeverity(s diag.Severity) string {
	switch s {
	case diag.Error:
		return "major"
	case diag.Warning:
		return "minor"
	default:
		return "info"
	}
}
