package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var initiativeAsKR = Rule{
	Rule: diag.Rule{ID: "initiative-as-kr", Category: diag.TaskList, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "An entry of a work tracker in the place of a result."},
	Why: "An entry in the tracker is a bet on how to get there. " +
		"The key result tests the bet, so it must be something else than the bet.",
	Source: "Perdoo's OKR guide",
	About:  KeyResult,
	Bad: []string{
		"SHOP-1412: returns page",
		"Epic #77 closed",
	},
	Good: []string{
		"Returns settled within two days rise from 35 to 70 percent",
		"Suppliers certified under ISO 27001 rise from 4 to 12",
	},
	Since: edition,
	Advise: func(s Said) (string, string) {
		return s.says("{words} is an entry of a work tracker: a way to get there, not the place.",
			"Move {words} to `initiatives` and write the number it is meant to move, from what to what.")
	},
}
