package lint

import (
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
)

// severityOf is what the rule has for the kind of statement. Elsewhere it is what
// the sign proposes, which knows how sure it is, or that of the rule's severities
// which comes closest, the milder of two.
func severityOf(sign language.Sign, rule *Rule, kind Kind) diag.Severity {
	for _, v := range rule.Varies {
		if v.In != "" && v.In == kind {
			return v.Severity
		}
	}
	proposed, ok := diag.ParseSeverity(string(sign.Severity))
	if !ok {
		return rule.Severity
	}
	closest := rule.Severity
	for _, v := range rule.Varies {
		if v.In != "" {
			continue // holds there, and nowhere else
		}
		before, now := distance(closest, proposed), distance(v.Severity, proposed)
		if now < before || now == before && v.Severity < closest {
			closest = v.Severity
		}
	}
	return closest
}

func distance(a, b diag.Severity) diag.Severity { return max(a, b) - min(a, b) }
