package lint

import (
	"cmp"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
)

// Advice is what a rule says about a statement.
type Advice struct {
	Rule     string
	Category diag.Category
	Severity diag.Severity
	Message  string
	Hint     string          // what to do; may be empty
	Evidence []language.Span // the words that decided, in the order of the text
}

// Coach reads a statement as what it is meant to be and gives advice, the gravest
// first and then in the order of [Rules]. A statement that is fine gets none.
func Coach(u *language.Understanding, kind Kind, text string) []Advice {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	signs := signsOf(u, kind, text)
	if len(signs) == 0 {
		return nil
	}
	said := Said{Text: text, Kind: kind, Statement: u.Parse(text)}
	var advice []Advice
	for _, rule := range Rules() {
		for _, sign := range signs {
			if sign.Rule != rule.ID || rule.Advise == nil {
				continue
			}
			said.Sign = sign
			a := Advice{Rule: rule.ID, Category: rule.Category, Severity: severityOf(sign, rule), Evidence: sign.Evidence}
			a.Message, a.Hint = rule.Advise(said)
			advice = append(advice, a)
		}
	}
	slices.SortStableFunc(advice, func(a, b Advice) int { return cmp.Compare(b.Severity, a.Severity) })
	return advice
}

func signsOf(u *language.Understanding, kind Kind, text string) []language.Sign {
	switch kind {
	case Objective:
		return u.Objective(text)
	case Note:
		return u.Note(text)
	default:
		return u.KeyResult(text, language.Measure{})
	}
}

// severityOf is what the sign proposes, which knows how sure it is; the rule's own
// where it proposes nothing.
func severityOf(sign language.Sign, rule Rule) diag.Severity {
	if severity, ok := diag.ParseSeverity(string(sign.Severity)); ok {
		return severity
	}
	return rule.Severity
}
