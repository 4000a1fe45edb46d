package report

import (
	"cmp"
	"slices"
	"strings"

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

// ProjectURL is where a service may send people who ask what says this.
const ProjectURL = "https://github.com/okrs-as-code/okrs"

// RuleURL is a page about a rule, by its id: the file of the literal that explains it.
// Of an id that no rule can have it is that of the project.
func RuleURL(id string) string {
	for i := range len(id) {
		if c := id[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return ProjectURL
		}
	}
	if id == "" {
		return ProjectURL
	}
	return ProjectURL + "/blob/main/okr/lint/" + strings.ReplaceAll(id, "-", "_") + ".go"
}

// silencing is how to silence a rule, or that it cannot be.
func silencing(rule lint.Rule) string {
	if rule.Class == diag.ClassForm {
		return "It cannot be silenced or accepted: what breaks the form of a file, such as a key that names a person, is always an error."
	}
	text := "To silence it: " + allowance(rule) + ", at the end of the line or above the entry."
	if own, ok := diag.RuleByID(rule.ID); ok && own.Class == diag.ClassForm {
		text += " A key for it breaks the form of the file, and cannot be silenced."
	}
	return text
}

// allowance is the comment that silences a rule, but for the reason.
func allowance(rule lint.Rule) string { return "# okr:allow " + rule.ID + " because …" }
