package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/diag"
)

func names(t *testing.T, value any) string {
	t.Helper()
	fields, ok := value.(Fields)
	if !ok {
		t.Fatalf("%T is no object", value)
	}
	var all []string
	for _, f := range fields {
		all = append(all, f.Name)
	}
	return strings.Join(all, ",")
}

// TestLintContract holds the fields and their order, which programs rely on.
func TestLintContract(t *testing.T) {
	findings := []diag.Finding{
		{Rule: "a", Severity: diag.Error, Hint: "do this", Line: 3}, {Rule: "b", Severity: diag.Info}, {Rule: "c", Severity: diag.Error},
	}
	doc := Lint(findings, 7)
	data := doc.Data.(Fields)
	if got := names(t, data); got != "version,summary,findings" || data[0].Value != 1 {
		t.Errorf("%s, version %v", got, data[0].Value)
	}
	if got := names(t, data[1].Value); got != "files,errors,warnings,infos,suppressed,history,hidden,since" {
		t.Error(got)
	}
	var values []any
	for _, f := range data[1].Value.(Fields) {
		values = append(values, f.Value)
	}
	if want := []any{7, 2, 0, 1, 0, NoHistory, 0, nil}; !slices.Equal(values, want) {
		t.Errorf("%v, not %v", values, want)
	}
	n := 0
	for item := range data[2].Value.(Seq) {
		fields := item.(Later).Fields()
		if got := names(t, fields); got != "rule,category,severity,message,hint,path,line,column,end_line,end_column,subject,fingerprint" {
			t.Error(got)
		}
		if hint := fields[4].Value.(*string); n == 0 && (hint == nil || *hint != "do this") || n > 0 && hint != nil {
			t.Errorf("hint %v", hint)
		}
		n++
	}
	if n != len(findings) || len(doc.Blocks[0].(Findings).Items) != n {
		t.Errorf("%d findings in the data, not those of the block", n)
	}
}

// TestLintedPassesOn holds that what formats need reaches the block.
func TestLintedPassesOn(t *testing.T) {
	doc := Linted(Linting{
		Findings: []diag.Finding{{Rule: "a"}}, Suppressed: []diag.Finding{{Rule: "b"}}, Rules: []RuleText{{Why: "why"}},
		Hidden: 12, Tool: "1.2.3", Summary: Summary{Files: 4, Suppressed: 1},
	})
	block := doc.Blocks[0].(Findings)
	if len(block.Items) != 1 || len(block.Suppressed) != 1 || len(block.Rules) != 1 || block.Hidden != 12 || block.Tool != "1.2.3" {
		t.Errorf("%+v", block)
	}
	if block.Summary.Files != 4 || block.Summary.Hidden != 12 {
		t.Errorf("%+v", block.Summary)
	}
	for n, want := range map[int]string{
		0: "", 1: "1 more finding is not shown: --max-findings", 12: "12 more findings are not shown: --max-findings",
	} {
		if got := HiddenSentence(n); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

// TestLintRecords holds the table's values in the order of its columns.
func TestLintRecords(t *testing.T) {
	f := diag.Finding{
		Rule: "rule", Category: "category", Severity: diag.Warning, Message: "message", Hint: "hint", Path: "path",
		Line: 1, Column: 2, EndLine: 3, EndColumn: 4, Subject: "subject", Fingerprint: "fingerprint",
	}
	records := Lint([]diag.Finding{f}, 1).Records
	for row := range records.Rows {
		want := slices.Clone(records.Columns)
		for name, value := range map[string]string{"severity": "warning", "line": "1", "column": "2", "end_line": "3", "end_column": "4"} {
			want[slices.Index(want, name)] = value
		}
		if !slices.Equal(row, want) {
			t.Errorf("%q, not %q", row, want)
		}
	}
}

func TestSummarySentence(t *testing.T) {
	for want, s := range map[string]Summary{
		"No problems found in no files":                              {},
		"No problems found in 1 file":                                {Files: 1},
		"3 errors, 1 warning in 10 files":                            {Files: 10, Errors: 3, Warnings: 1},
		"no errors, 2 warnings, 1 info, 4 suppressed in 2 files":     {Files: 2, Warnings: 2, Infos: 1, Suppressed: 4},
		"1 error in 1 file":                                          {Files: 1, Errors: 1},
		"no errors, 1 suppressed in 3 files":                         {Files: 3, Suppressed: 1},
		"10 errors, 5 warnings, 2 infos, 1 suppressed in 1000 files": {Files: 1000, Errors: 10, Warnings: 5, Infos: 2, Suppressed: 1},
	} {
		if got := s.Sentence(); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
