package lint

import "github.com/okrs-as-code/okrs/okr/diag"

var compensationLink = Rule{
	Rule: diag.Rule{ID: "compensation-link", Category: diag.People, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "Results tied to pay."},
	Why: "Pay for targets teaches people to promise little and to bargain about what counts. " +
		"The number is then reached and the ambition lost, which is why goals and pay are kept apart. " +
		"A key for it, such as `bonus`, is refused in every file.",
	Source: "Laszlo Bock, Work Rules!",
	About:  Note,
	Bad: []string{
		"The bonus depends on our key results",
		"Salary increases are tied to the OKR score",
	},
	Good: []string{
		"Payroll runs without corrections rose from 80 to 95 percent",
		"New customers like the sign-up bonus",
	},
	Since:  edition,
	Varies: []Variation{bareWord()},
	Check:  strictly("compensation-link"),
	Advise: func(s Said) (string, string) {
		return s.says("{words} ties results to pay; people then promise what they are sure of.",
			"Leave pay out and say what the result is good for: who is better off when it is reached?")
	},
}
