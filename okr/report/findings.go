package report

import (
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
)

// History says how much of the past a reading could see.
type History string

// The words for it: all of it, the part that a shallow clone has, or nothing.
const (
	FullHistory    History = "full"
	ShallowHistory History = "shallow"
	NoHistory      History = "none"
)

// Summary counts what was found.
type Summary struct {
	// Files is how many files were looked at.
	Files int
	// Errors, Warnings and Infos count the findings that are shown.
	Errors, Warnings, Infos int
	// Suppressed counts the findings that a comment or a baseline silences.
	Suppressed int
	History    History
	// Hidden counts the findings that are not shown because somebody asked for no
	// more; none of the other numbers counts them.
	Hidden int
	// Since is with what the findings were compared; nil where all are told.
	Since *Since
}

// Since is a commit whose findings are not told again.
type Since struct {
	Revision Revision
	Known    int // how many findings it had as well
}

// Summarize counts findings in a number of files, none of them suppressed and
// without history; set those fields where it is otherwise.
func Summarize(findings []diag.Finding, files int) Summary {
	return Summary{
		Files:    files,
		Errors:   diag.Count(findings, diag.Error),
		Warnings: diag.Count(findings, diag.Warning),
		Infos:    diag.Count(findings, diag.Info),
		History:  NoHistory,
	}
}

// Data is the summary in the JSON output.
func (s Summary) Data() Fields {
	return Fields{
		{"files", s.Files},
		{"errors", s.Errors},
		{"warnings", s.Warnings},
		{"infos", s.Infos},
		{"suppressed", s.Suppressed},
		{"history", s.History},
		{"hidden", s.Hidden},
		{"since", s.Since.data()},
	}
}

func (s *Since) data() any {
	if s == nil {
		return nil
	}
	return Fields{{"rev", s.Revision.Hash}, {"known", s.Known}}
}

// FindingData is a finding in the JSON output of every reading. Lines and columns
// count from 1, columns in characters.
func FindingData(f diag.Finding) Fields { return (*finding)(&f).Fields() }

// finding says its fields as pointers: of many findings, putting each text into an
// interface would cost as much as writing it.
type finding diag.Finding

// Fields are those of a finding in the JSON output.
func (f *finding) Fields() Fields {
	hint := &f.Hint
	if f.Hint == "" {
		hint = nil
	}
	return Fields{
		{"rule", &f.Rule},
		{"category", (*string)(&f.Category)},
		{"severity", f.Severity},
		{"message", &f.Message},
		{"hint", hint},
		{"path", &f.Path},
		{"line", f.Line},
		{"column", f.Column},
		{"end_line", f.EndLine},
		{"end_column", f.EndColumn},
		{"subject", &f.Subject},
		{"fingerprint", &f.Fingerprint},
	}
}

// FindingsData are findings in the JSON output of every reading.
func FindingsData(findings []diag.Finding) Seq {
	return func(yield func(any) bool) {
		for i := range findings {
			if !yield((*finding)(&findings[i])) {
				return
			}
		}
	}
}

// Sentence is the summary in words: "3 errors, 1 warning in 10 files".
func (s Summary) Sentence() string {
	where := " in " + count(s.Files, "file", "files")
	if s.Errors+s.Warnings+s.Infos+s.Suppressed == 0 {
		return "No problems found" + where
	}
	parts := []string{count(s.Errors, "error", "errors")}
	for _, more := range []struct {
		number    int
		one, many string
	}{
		{s.Warnings, "warning", "warnings"},
		{s.Infos, "info", "infos"},
		{s.Suppressed, "suppressed", "suppressed"},
	} {
		if more.number > 0 {
			parts = append(parts, count(more.number, more.one, more.many))
		}
	}
	return strings.Join(parts, ", ") + where
}

// HiddenSentence says that there are more findings than are shown, and what brings
// them back; empty where all are shown.
func HiddenSentence(hidden int) string {
	switch {
	case hidden < 1:
		return ""
	case hidden == 1:
		return "1 more finding is not shown: --max-findings"
	default:
		return strconv.Itoa(hidden) + " more findings are not shown: --max-findings"
	}
}

func count(n int, one, many string) string {
	switch n {
	case 0:
		return "no " + many
	case 1:
		return "1 " + one
	default:
		return strconv.Itoa(n) + " " + many
	}
}
