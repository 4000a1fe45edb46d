package render

import (
	"strings"
	"unicode/utf8"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

// result is a finding in SARIF.
func (s *sarifWriter) result(f diag.Finding) report.Fields {
	fields := report.Fields{
		field("ruleId", sarifID(f.Rule)),
		field("ruleIndex", s.index[f.Rule]),
		field("level", sarifLevel(f.Severity)),
		field("message", report.Fields{field("text", sarifMessage(said(f), sarifID(f.Rule)))}),
		field("locations", []any{report.Fields{field("physicalLocation", sarifPlace(f.Path, sarifRegion(f)))}}),
		field("partialFingerprints", report.Fields{
			// The first is the only one that GitHub looks at.
			field("primaryLocationLineHash", fingerprintOf(f)+":1"),
			field("okr/v1", fingerprintOf(f)),
		}),
	}
	if len(f.Related) > 0 {
		fields = append(fields, field("relatedLocations", sarifRelated(f.Related)))
	}
	if s.silenced {
		fields = append(fields, field("suppressions", sarifSuppressions(f)))
	}
	if f.Fix != nil && len(f.Fix.Edits) > 0 {
		fields = append(fields, field("fixes", []any{sarifFix(f.Path, *f.Fix)}))
	}
	return fields
}

// sarifMessageLength is how many characters of a message are kept, so that no
// single result is too large for a file.
const sarifMessageLength = 4096

// sarifMessage is a text in which nothing is a link, and never an empty one.
func sarifMessage(text, otherwise string) string {
	if strings.TrimSpace(text) == "" {
		return otherwise
	}
	text = cut(text, sarifMessageLength)
	return strings.ReplaceAll(text, "](", `\](`)
}

func sarifPlace(path string, region report.Fields) report.Fields {
	return report.Fields{
		field("artifactLocation", report.Fields{field("uri", relativeURI(path))}),
		field("region", region),
	}
}

// sarifRegion is where a finding shows. It stays within the first line where that
// is at hand: in a pull request a result shows only if all its lines changed.
func sarifRegion(f diag.Finding) report.Fields {
	line, column := max(f.Line, 1), max(f.Column, 1)
	endLine, endColumn := max(f.EndLine, line), max(f.EndColumn, 1)
	if endLine > line && len(f.Excerpt) > 0 {
		endLine, endColumn = line, 1+utf8.RuneCountInString(f.Excerpt[0])
	}
	if endLine == line {
		endColumn = max(endColumn, column)
	}
	return region(line, column, endLine, endColumn)
}

func region(line, column, endLine, endColumn int) report.Fields {
	return report.Fields{
		field("startLine", max(line, 1)), field("startColumn", max(column, 1)),
		field("endLine", max(endLine, line, 1)), field("endColumn", max(endColumn, 1)),
	}
}

func sarifRelated(related []diag.Related) []any {
	var places []any
	for i, r := range related {
		line, column := max(r.Line, 1), max(r.Column, 1)
		places = append(places, report.Fields{
			field("id", i+1),
			field("physicalLocation", sarifPlace(r.Path, region(line, column, line, column))),
			field("message", report.Fields{field("text", sarifMessage(oneLine(r.Message), "see also"))}),
		})
	}
	return places
}

// sarifSuppressions is who silenced a finding. An empty list says that nobody did:
// where one result of a run tells, all must.
func sarifSuppressions(f diag.Finding) []any {
	if f.Suppression == nil {
		return []any{}
	}
	kind := "external"
	if f.Suppression.By == diag.ByComment {
		kind = "inSource"
	}
	return []any{report.Fields{
		field("kind", kind),
		field("status", "accepted"),
		field("justification", suppressionText(*f.Suppression)),
	}}
}

func sarifFix(path string, fix diag.Fix) report.Fields {
	var replacements []any
	for _, e := range fix.Edits {
		replacements = append(replacements, report.Fields{
			field("deletedRegion", region(e.Line, e.Column, e.EndLine, e.EndColumn)),
			field("insertedContent", report.Fields{field("text", e.Text)}),
		})
	}
	return report.Fields{
		field("description", report.Fields{field("text", sarifMessage(oneLine(fix.Title), "Change the file"))}),
		field("artifactChanges", []any{report.Fields{
			field("artifactLocation", report.Fields{field("uri", relativeURI(path))}),
			field("replacements", replacements),
		}}),
	}
}

// relativeURI is a path as a relative reference of RFC 3986. All but the unreserved
// characters is escaped, so that no part of a path is a scheme or a query.
func relativeURI(path string) string {
	const hex = "0123456789ABCDEF"
	var uri strings.Builder
	for _, c := range []byte(strings.TrimLeft(path, "/")) {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', digit(c), strings.IndexByte("-._~/", c) >= 0:
			uri.WriteByte(c)
		default:
			uri.WriteString("%" + string(hex[c>>4]) + string(hex[c&15]))
		}
	}
	if uri.Len() == 0 {
		return "."
	}
	return uri.String()
}
