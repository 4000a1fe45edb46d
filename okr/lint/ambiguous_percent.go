package lint

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr"
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
	Since:  edition,
	Varies: []Variation{{Severity: diag.Info, Where: "above ten per cent, in a key result whose metric is not seen"}},
	Check:  checkRelativeRates,
	// Percentage points are clear, and a metric without a baseline has been told.
	Weigh: func(in Context, severity diag.Severity) diag.Severity {
		if m := &in.KeyResult.Metric; metric.SameUnit(m.Unit.V, "pp") || lacksBaseline(m) {
			return diag.Off
		}
		return severity
	},
	Advise: func(s Said) (string, string) {
		measure := s.measure()
		if measure == "" {
			measure = s.say("the rate")
		}
		return s.says("{words}: a rate that changes by per cent can mean a share of itself or percentage points.",
			"Write both ends, {example} in percent, or say `percentage points`.", "{example}", s.fromTo(measure))
	},
}

// checkRelativeRates finds metrics that are rates and change by per cent. A title
// that names the level to be reached leaves nothing open.
func checkRelativeRates(r *Reading, say Say) {
	for k := range r.KeyResults() {
		m := &k.Metric
		if m.Finely().By.V == "" || k.Guardrail.V || !isRate(m) {
			continue
		}
		by, err := metric.ParseRelative(m.Finely().By.V)
		if err != nil || by.Points {
			continue
		}
		target := m.Definition().ResolvedTarget()
		if target != nil && strings.Contains(spaced(k.Title.V), spaced(target.String())) || toldByTitle(r, k) {
			continue
		}
		hint := "Write today's rate as `baseline` and the rate to reach as `target`, or " + example("by: "+signed(by.Amount)+"pp") + " for percentage points."
		if target != nil {
			hint = "Write " + example("target: "+target.String()) + " if that is meant, or " + example("by: "+signed(by.Amount)+"pp") + " for percentage points."
		}
		say(OnKeyResult(k).At(m.Finely().By.Span).Says(
			quote(m.Finely().By.V)+" of a rate can mean a share of itself or percentage points", hint))
	}
}

// isRate reports a metric whose numbers are parts of a whole.
func isRate(m *okr.Metric) bool {
	return isShareUnit(m.Unit.V) && !metric.SameUnit(m.Unit.V, "pp") || metric.SameUnit(m.Unit.V, "rate")
}

// toldByTitle reports whether the title speaks of the same change and is told so.
func toldByTitle(r *Reading, k *okr.KeyResult) bool {
	_, told := r.signedBy(k, "ambiguous-percent")
	return told && !lacksBaseline(&k.Metric)
}

// signed is a number with its sign.
func signed(n metric.Number) string {
	if n.Sign() > 0 {
		return "+" + n.String()
	}
	return n.String()
}
