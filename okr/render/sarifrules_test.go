package render

import (
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/report"
)

func TestTextMarkdown(t *testing.T) {
	for in, want := range map[string]string{
		"":                         "",
		"a *b*\nc":                 "a \\*b\\*\nc",
		"a:\n  code: 1\n  ```\nb":  "a:\n\n````\n  code: 1\n  ```\n````\n\nb",
		"a\n\n\n  code\n\nb <img>": "a\n\n```\n  code\n```\n\nb &lt;img&gt;",
	} {
		if got := textMarkdown(in); got != want {
			t.Errorf("%q is %q, not %q", in, got, want)
		}
	}
}

// TestRulesExplainThemselves holds that a rule which nobody explained is told of
// from the catalogue, or at least named.
func TestRulesExplainThemselves(t *testing.T) {
	findings := []diag.Finding{{Rule: "of-my-own", Severity: diag.Info}, {Rule: "no-baseline", Severity: diag.Info}}
	rules := checkSARIF(t, rendered(t, formatNamed(t, "sarif"), report.Lint(findings, 1), Style{})).Runs[0].Tool.Driver.Rules
	if len(rules) != 2 || rules[0].ShortDescription.Text != diag.NoBaseline.Summary || rules[0].DefaultConfiguration.Level != "error" ||
		rules[1].Name != "OfMyOwn" || rules[1].DefaultConfiguration.Level != "note" {
		t.Errorf("%+v", rules)
	}
	long := strings.Repeat("é", 2000)
	doc := report.Linted(report.Linting{Rules: []report.RuleText{{Rule: diag.Rule{ID: long, Severity: diag.Off, Summary: long}, Why: long}}})
	rule := checkSARIF(t, rendered(t, formatNamed(t, "sarif"), doc, Style{})).Runs[0].Tool.Driver.Rules[0]
	if rule.DefaultConfiguration.Enabled == nil || *rule.DefaultConfiguration.Enabled {
		t.Errorf("a rule that is off: %+v", rule.DefaultConfiguration)
	}
}
