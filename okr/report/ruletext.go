package report

import (
	"cmp"
	"slices"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/lint"
)

// RuleTexts are the rules of the findings of all lists, in the order of their ids.
func RuleTexts(lists ...[]diag.Finding) []RuleText {
	wanted := make(map[string]bool)
	for _, findings := range lists {
		for i := range findings {
			wanted[findings[i].Rule] = true
		}
	}
	var texts []RuleText
	for _, rule := range lint.Rules() {
		if wanted[rule.ID] {
			texts = append(texts, RuleText{Rule: rule.Rule, Why: rule.Why, Help: help(rule)})
		}
	}
	slices.SortFunc(texts, func(a, b RuleText) int { return cmp.Compare(a.ID, b.ID) })
	return texts
}

// help is how to write it instead, and how to silence the rule.
func help(rule lint.Rule) string {
	text := "More: okr explain " + rule.ID + "\n" + silencing(rule)
	if rule.About != lint.Files {
		text = "Instead of: " + rule.Bad[0] + "\nWrite: " + rule.Good[0] + "\n" + text
	}
	return text
}

// silencing is how to silence a rule, or that it cannot be.
func silencing(rule lint.Rule) string {
	if rule.Class == diag.ClassForm {
		return "What breaks the form of a file, or names a person in it, cannot be silenced."
	}
	return "To silence it: # okr:allow " + rule.ID + " because …, at the end of the line or above the entry."
}
