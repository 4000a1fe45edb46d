package lint

import (
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
)

var wrongDirection = Rule{
	Rule: diag.Rule{ID: "wrong-direction", Category: diag.Measurability, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "The words and the numbers go opposite ways."},
	Why: "Where the verb says down and the numbers say up, one of them is a slip. " +
		"Left alone, success will be counted as failure. " +
		"It is the same slip where the kind of a metric says increase and its target lies below its baseline.",
	Source: "Paul Niven and Ben Lamorte, Objectives and Key Results",
	About:  KeyResult,
	Bad: []string{
		"Reduce the waiting time from 5 to 9 minutes",
		"Repeat purchases rise from 40 to 30 percent",
	},
	Good: []string{
		"Reduce waiting time from 9 to 5 minutes",
		"Repeat purchases rise from 30 to 40 percent",
	},
	Since:  edition,
	Advise: adviseDirection,
}

func adviseDirection(s Said) (message, hint string) {
	swapped := s.swapped()
	if swapped == "" {
		return s.quoted() + ": the words and the numbers go opposite ways.", "Swap the two numbers, or use the verb that fits them."
	}
	swap := "Swap the numbers if they were mixed up: " + example(swapped)
	if s.Sign.Severity != language.Error {
		return s.quoted() + ": this measure is usually meant to fall, and the numbers rise.", swap + "; if it is meant to rise, all is well."
	}
	return s.quoted() + ": the verb says one direction, the numbers the other.", swap + ", or use the verb that fits them."
}
