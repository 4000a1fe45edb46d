package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var unknownRule = Rule{
	Rule: diag.Rule{ID: "unknown-rule", Category: diag.Format, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A rule id that does not exist, in okr.yaml or in a comment."},
	Why: "A misspelt id configures or silences nothing, and nobody notices: the rule that was meant goes on as before, " +
		"or one that everybody believes to be strict is not.",
	Source: "Experience with linters, where a typo in a directive is silent",
	About:  Files,
	Bad: []string{`
-- okr.yaml --
version: 1
organization: Acme
teams:
  - {id: checkout, name: Checkout}
limits: {objectives: {min: 1, max: 5}}
lint:
  rules: {vanity-metrics: error}
`},
	Good: []string{`
-- okr.yaml --
version: 1
organization: Acme
teams:
  - {id: checkout, name: Checkout}
limits: {objectives: {min: 1, max: 5}}
lint:
  rules: {vanity-metric: error}
`},
	Since: edition,
}
