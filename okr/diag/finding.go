// Package diag is what this program says about a file: rules, and findings
// that carry their place, the text of their lines and what to do.
package diag

import (
	"fmt"
	"slices"
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

// Count counts the findings of a severity.
func Count(findings []Finding, severity Severity) int {
	n := 0
	for i := range findings {
		if findings[i].Severity == severity {
			n++
		}
	}
	return n
}
