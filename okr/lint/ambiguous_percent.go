package lint

import (
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
)

var ambiguousPercent = Rule{
	Rule: diag.Rule{ID: "ambiguous-percent", Category: diag.Measurability, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A rate that changes by per cent: of itself, or in points?"},
	Why: "Five per cent more of a rate of two per cent is 2.1 or 7 per cent, depending on the reader. " +
		"The same reading is then a success for one and a failure for the other.",
	Source: "The Economist Style Guide, on per cent and percentage points",
	About:  KeyResult,
	Bad: []string{
		"Increase the conversion rate by 5%",
		"Reduce the return rate by 10%",
	},
	Good: []string{
		"Increase the conversion rate from 2.0 to 2.5 percent",
		"Reduce the return rate from 12 to 9 percent",
	},
	Since: edition,
	// Percentage points are clear, and a metric without a baseline has been told.
	Weigh: func(in Context, severity diag.Severity) diag.Severity {
		if m := &in.KeyResult.Metric; metric.SameUnit(m.Unit.V, "pp") || lacksBaseline(m) {
			return diag.Off
		}
		return severity
	},
	Advise: func(s Said) (string, string) {
		measure := s.measured()
		if measure == "" {
			measure = "the rate"
		}
		return s.quoted() + ": a rate that changes by per cent can mean a share of itself or percentage points.",
			"Write both ends, " + fromTo(measure) + " in percent, or say `percentage points`."
	},
}
