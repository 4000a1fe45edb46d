package lint

import (
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
)

var essay = Rule{
	Rule: diag.Rule{ID: "essay", Category: diag.Language, Class: diag.ClassRules, Severity: diag.Info,
		Summary: "A sentence that nobody will remember."},
	Why: "What the team cannot say in one breath it will not steer by. " +
		"Reasons and conditions have their own place.",
	Source: "Felipe Castro, The Beginner's Guide to OKR",
	About:  Objective,
	Bad: []string{
		"Customers who come to one of our shops in the city on a busy weekend find somebody who knows the goods and has enough time to talk with them about what they need at home",
		"People who move to another town and have to tell their bank, their insurer, their landlord and their employer about it can do so with us in one short visit before they have even packed",
	},
	Good: []string{
		"Customers find somebody who has time for them",
		"Moving house is one visit, not ten",
	},
	Since:  edition,
	Varies: []Variation{{Severity: diag.Warning, Where: "for one that is longer by far"}},
	Advise: func(s Said) (string, string) {
		return s.says("The sentence has {count} words; nobody will carry it through the quarter.",
			"Keep what you can say in one breath; the reasons go to `why_now` or a note.", "{count}", strconv.Itoa(len(strings.Fields(s.Text))))
	},
}
