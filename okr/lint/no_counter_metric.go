package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var noCounterMetric = Rule{
	Rule: diag.Rule{ID: "no-counter-metric", Category: diag.Incentives, Class: diag.ClassRules, Severity: diag.Info,
		Summary: "A measure that is easy to win by harm, without one that watches over it."},
	Why: "Faster, cheaper and more are easily had at the cost of something that is not counted. " +
		"A second number with a floor keeps the first one honest.",
	Source: "Andrew Grove, High Output Management (paired indicators)",
	About:  KeyResult,
	Bad: []string{
		"Response time falls from 9 to 4 hours",
		"Reduce deployment time from 40 to 10 minutes",
	},
	Good: []string{
		"Parcels that arrive undamaged rise from 90 to 98 percent",
		"Readers who would recommend us rise from 30 to 45 percent",
	},
	Since: edition,
	Advise: func(s Said) (string, string) {
		return s.quoted() + " can be won by doing harm elsewhere.",
			"If nothing watches over it yet, add a guardrail with a floor, such as " + counterpart(s.Sign.Reason) + "."
	},
}

// counterpart is the usual second number for a kind of measure.
func counterpart(kind string) string {
	switch kind {
	case "speed":
		return "the share of work that has to be done again"
	case "cost":
		return "the satisfaction of those who are served"
	case "conversion":
		return "refunds, or how many stay for 30 days"
	case "volume":
		return "the share that is returned or complained about"
	}
	return "the quality of what is done"
}
