package lint_test

import (
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/lint"
)

func accepted(findings []diag.Finding) string {
	var out strings.Builder
	for _, f := range findings {
		if f.Suppressed() {
			out.WriteString("-")
		} else {
			out.WriteString("x")
		}
	}
	return out.String()
}

func TestBaselineCountsByRuleAndSubject(t *testing.T) {
	a := diag.Finding{Rule: "a", Subject: "t/2026/o", Class: diag.ClassRules, Line: 3}
	b := diag.Finding{Rule: "b", Subject: "t/2026/o", Class: diag.ClassMeaning, Line: 4}
	form := diag.Finding{Rule: "syntax", Subject: "t.yaml", Class: diag.ClassForm}
	commented := diag.Finding{Rule: "a", Subject: "t/2026/p", Class: diag.ClassRules, Suppression: &diag.Suppression{By: diag.ByComment}}
	base := lint.BaselineOf([]diag.Finding{a, b, form, commented})
	if base.Len() != 2 {
		t.Errorf("%d findings are accepted", base.Len())
	}
	moved := a
	moved.Line = 300
	if got := accepted(base.Apply([]diag.Finding{form, moved, a, b})); got != "x-x-" {
		t.Errorf("accepted %s", got)
	}
	pruned, gone := base.Pruned([]diag.Finding{b, form}, func(string) bool { return true })
	if gone != 1 || pruned.Len() != 1 || accepted(pruned.Apply([]diag.Finding{a, b})) != "x-" {
		t.Errorf("%d are gone, %d are left", gone, pruned.Len())
	}
	if pruned, gone := base.Pruned(nil, func(string) bool { return false }); gone != 0 || pruned.Len() != base.Len() {
		t.Errorf("%d taken out for rules that did not look", gone)
	}
	if got := accepted(new(lint.Baseline).Apply([]diag.Finding{a, b})); got != "xx" {
		t.Errorf("an empty baseline accepts %s", got)
	}
}

func TestBaselineIsReadAsItWasWritten(t *testing.T) {
	base := lint.BaselineOf([]diag.Finding{{Rule: "b", Subject: "z<&>"}, {Rule: "a", Subject: "y"}, {Rule: "a", Subject: "y"}})
	text, err := base.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	const want = "{\n  \"version\": 1,\n  \"findings\": {\n    \"a\": {\n      \"y\": 2\n    },\n    \"b\": {\n      \"z<&>\": 1\n    }\n  }\n}\n"
	if string(text) != want {
		t.Errorf("%s", text)
	}
	again, err := lint.ReadBaseline(text)
	if err != nil || again.Len() != 3 {
		t.Errorf("%v, %d findings", err, again.Len())
	}
}

func TestBrokenBaselines(t *testing.T) {
	for text, want := range map[string]string{
		"":                                            "it ends too early",
		`{"version": 1`:                               "it ends too early",
		"{\n\"version\": x}":                          "line 2 is not readable as JSON",
		`{"version": 2, "findings": {}}`:              "version is 2",
		`{"version": 1, "findings": {"a":1}}`:         "line 1 has a number",
		`{"version": 1, "more": 1}`:                   "not in the form",
		`{"version": 1, "findings": {}} x`:            "behind the end",
		`{"version": 1, "findings": {"a": {"b": 0}}}`: "1 or more",
	} {
		if _, err := lint.ReadBaseline([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func FuzzReadBaseline(f *testing.F) {
	f.Add([]byte(`{"version": 1, "findings": {"a": {"b": 1}}}`))
	f.Add([]byte(`{"version": 1e9}`))
	f.Add([]byte(`[[[`))
	f.Fuzz(func(t *testing.T, data []byte) {
		base, err := lint.ReadBaseline(data)
		if err != nil {
			return
		}
		text, err := base.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		if again, err := lint.ReadBaseline(text); err != nil || again.Len() != base.Len() {
			t.Fatalf("%s: %v", text, err)
		}
	})
}
