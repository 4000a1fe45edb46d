package lint

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var percentageWithoutBase = Rule{
	Rule: diag.Rule{ID: "percentage-without-base", Category: diag.Measurability, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A change in per cent that does not say of what."},
	Why: "A fifth more of how much? Without the level to start from nobody can verify the result, " +
		"and readers cannot see whether it is a lot.",
	Source: "Paul Niven and Ben Lamorte, Objectives and Key Results",
	About:  KeyResult,
	Bad: []string{
		"Increase repeat orders by 20%",
		"Reduce complaints by 15%",
	},
	Good: []string{
		"Increase repeat orders from 120 to 144 a week",
		"Reduce complaints from 40 to 34 a month",
	},
	Since:  edition,
	Varies: []Variation{{Severity: diag.Info, Where: "in a key result whose metric is not seen: it may say of what"}},
	// Where the metric needs a baseline and has none, that has been said of it.
	Weigh: func(in Context, severity diag.Severity) diag.Severity {
		if lacksBaseline(&in.KeyResult.Metric) {
			return diag.Off
		}
		return severity
	},
	Advise: func(s Said) (string, string) {
		measure := s.measure()
		if measure == "" {
			return s.says("{words} is a change from a level that is not written down.",
				"Name what is measured and write both ends, today's value first.")
		}
		return s.says("{words} is a change from a level that is not written down.",
			"Write both ends, today's value first: {example}.", "{example}", s.fromTo(measure))
	},
}

// lacksBaseline reports a change whose start is not written, which reading the
// files has found already.
func lacksBaseline(m *okr.Metric) bool {
	kind := kindOf(m)
	return !m.Baseline.Written() && (isChange(kind) || kind == "")
}
