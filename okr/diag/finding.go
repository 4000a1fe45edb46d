// Package diag is what this program says about a file: rules, and findings
// that carry their place, the text of their lines and what to do.
package diag

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"github.com/okrs-as-code/okrs/okr/source"
)

// Rule says what a kind of finding is about. One rule is one literal; its ID is
// never used for anything else, also after it is retired.
type Rule struct {
	ID       string
	Category Category
	Class    Class
	Severity Severity // where nothing else is configured
	Summary  string   // one line: what the rule finds
}

// Finding is one thing said about one place of one file. Lines and columns are
// from 1, columns in characters; the end column stands behind the last character.
type Finding struct {
	Rule     string
	Category Category
	Class    Class
	Severity Severity

	Message string // what is wrong, in one or two sentences
	Hint    string // what to do; may hold a corrected line; may be empty

	Path                             string // in the workspace's file system, with slashes
	Line, Column, EndLine, EndColumn int
	Excerpt                          []string // the text of Line … EndLine, at most a few lines, as it was read
	Related                          []Related

	Subject     string // address of the smallest addressed thing, else the path
	Fingerprint string // 16 hexadecimal digits, stable when lines move; set by Finish

	Suppression *Suppression // nil unless it was silenced
	Fix         *Fix         // nil where nothing can be done without a person's thought
}

// Related points at a second place that belongs to a finding.
type Related struct {
	Message      string
	Path         string
	Line, Column int
}

// excerptLines is how many lines a finding keeps: the rest of a long block
// scalar adds nothing to the place where it begins.
const excerptLines = 3

// At makes a finding of a rule at a place of a text. The lines of the text are
// kept in it, so that it can be printed when the file is gone.
func At(rule Rule, path string, lines *source.Lines, span source.Span, format string, args ...any) Finding {
	start, end := lines.Position(span.Start), lines.Position(max(span.Start, span.End))
	if end.Line-start.Line >= excerptLines {
		end = source.Position{Line: start.Line, Column: 1 + len([]rune(lines.Line(start.Line)))}
	}
	f := Finding{
		Rule: rule.ID, Category: rule.Category, Class: rule.Class, Severity: rule.Severity,
		Message: fmt.Sprintf(format, args...),
		Path:    path, Line: start.Line, Column: start.Column, EndLine: end.Line, EndColumn: end.Column,
		Subject: path,
	}
	for n := start.Line; n <= end.Line; n++ {
		f.Excerpt = append(f.Excerpt, lines.Line(n))
	}
	return f
}

// WithHint is the finding with what to do about it.
func (f Finding) WithHint(format string, args ...any) Finding {
	f.Hint = fmt.Sprintf(format, args...)
	return f
}

// WithSubject is the finding about the thing with the given address.
func (f Finding) WithSubject(address string) Finding {
	if address != "" {
		f.Subject = address
	}
	return f
}

// WithRelated is the finding with a second place.
func (f Finding) WithRelated(r Related) Finding {
	f.Related = append(slices.Clone(f.Related), r)
	return f
}

// Finish sorts findings by path, line, column, rule and message, drops what is said
// twice, and gives each its fingerprint: the first 16 hexadecimal digits of SHA-256
// over rule, subject and ordinal among equals.
func Finish(findings []Finding) []Finding {
	slices.SortStableFunc(findings, compare)
	findings = slices.CompactFunc(findings, func(a, b Finding) bool { return compare(a, b) == 0 })
	seen := make(map[[2]string]int, len(findings))
	for i := range findings {
		f := &findings[i]
		key := [2]string{f.Rule, f.Subject}
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%d", f.Rule, f.Subject, seen[key]))
		f.Fingerprint = hex.EncodeToString(sum[:8])
		seen[key]++
	}
	return findings
}

func compare(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message), cmp.Compare(a.Subject, b.Subject),
	)
}

// Count counts the findings of a severity.
func Count(findings []Finding, severity Severity) int {
	n := 0
	for _, f := range findings {
		if f.Severity == severity {
			n++
		}
	}
	return n
}
