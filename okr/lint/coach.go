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
	said := readAs(u, kind, text)
	var advice []Advice
	for _, rule := range Rules() {
		for _, sign := range signs {
			if sign.Rule != rule.ID || rule.Advise == nil || rule.About == Files {
				continue
			}
			said.Sign = sign
			a := Advice{Rule: rule.ID, Category: rule.Category, Severity: severityOf(sign, &rule, kind), Evidence: sign.Evidence}
			a.Message, a.Hint = rule.Advise(said)
			advice = append(advice, a)
		}
	}
	slices.SortStableFunc(advice, func(a, b Advice) int { return cmp.Compare(b.Severity, a.Severity) })
	return advice
}

// readAs reads a statement and, on its own, what it says it is for.
func readAs(u *language.Understanding, kind Kind, text string) Said {
	said := Said{Text: text, Kind: kind, Statement: u.Parse(text)}
	if span := said.Statement.Effect; span.Start < span.End && span.End <= len(text) {
		effect := strings.TrimSpace(text[span.Start:span.End])
		for _, lead := range []string{"in order to ", "so that ", "so ", "to ", "um ", "damit "} {
			if rest, cut := cutFold(effect, lead); cut {
				effect = rest
				break
			}
		}
		said.effected = &Said{Text: effect, Kind: kind, Statement: u.Parse(effect)}
	}
	return said
}

func signsOf(u *language.Understanding, kind Kind, text string) []language.Sign {
	switch kind {
	case Objective:
		return withoutEchoes(u.Objective(text))
	case Note:
		return withoutEchoes(u.Note(text))
	default:
		return withoutEchoes(u.KeyResult(text, language.Measure{}))
	}
}
