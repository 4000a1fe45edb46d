package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var weaselWords = Rule{
	Rule: diag.Rule{ID: "weasel-words", Category: diag.Measurability, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "Words that promise without saying how much."},
	Why: "Better, stronger, significant: at the end of the quarter every one of them can be argued either way. " +
		"Beside a number they do no harm; in its place they do.",
	Source: "Yaniv Corem; Google's re:Work guide to goal setting",
	About:  KeyResult,
	Bad: []string{
		"Improve the onboarding",
		"Optimize the checkout",
	},
	Good: []string{
		"New customers who order within a week rise from 20 to 35 percent",
		"Carts that end in an order rise from 61 to 70 percent",
	},
	Since: edition,
	Advise: func(s Said) (string, string) {
		if s.Kind == Objective && s.Sign.Reason == "several-claims" {
			return s.quoted() + " strings several aims together, and none of them decides.",
				"Keep the one that matters most this quarter, and say what will be different for whom; the others are key results, initiatives or another objective."
		}
		if s.Kind == Objective && s.Sign.Reason == "buzzwords" {
			return s.quoted() + " are words that nobody outside the room can picture.",
				"Say it as you would to a new colleague: who will be able to do what that they cannot do today?"
		}
		if s.Kind == Objective {
			return s.quoted() + " could be said by any team at any time.",
				"Say what will be different for whom about " + s.matter() + ", in words a new colleague would understand."
		}
		return s.quoted() + " does not say how much, so it can always be argued.",
			"Write what people would notice about " + s.matter() + ", and count it, e.g. `Customers who … rise from 20 to 35 percent`."
	},
}
