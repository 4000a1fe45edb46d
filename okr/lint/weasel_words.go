package lint

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
)

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
	Since:  edition,
	Varies: []Variation{{Severity: diag.Info, Where: "beside words that say more"}},
	Advise: func(s Said) (string, string) {
		if s.Kind == Objective && s.Sign.Reason == "several-claims" {
			return s.says("{words} strings several aims together, and none of them decides.",
				"Keep the one that matters most this quarter, and say what will be different for whom; the others are key results, initiatives or another objective.")
		}
		if s.Kind == Objective && s.Sign.Reason == "buzzwords" {
			return s.says("{words} are words that nobody outside the room can picture.",
				"Say it as you would to a new colleague: who will be able to do what that they cannot do today?")
		}
		if s.Kind == Objective {
			if s.matter() == "" {
				return s.says("{words} could be said by any team at any time.",
					"Say what will be different for whom, in words a new colleague would understand.")
			}
			return s.says("{words} could be said by any team at any time.",
				"Say what will be different for whom about {matter}, in words a new colleague would understand.", "{matter}", s.matter())
		}
		return s.say("{words} does not say how much, so it can always be argued."), s.howMuch()
	},
}

// howMuch asks for what the words leave open.
func (s Said) howMuch() string {
	matter := s.matter()
	if people, does := s.told(); people != "" {
		return s.say("Ask {people} and count: {example}.", "{people}", people, "{example}",
			example(s.say("{people} {who} say that they {does} rise from … to … percent", "{people}", capital(people), "{who}", relative(people), "{does}", does)))
	}
	if measure := s.level(); measure != "" {
		return s.say("Write today's level and the one to reach: {example}.", "{example}", s.fromTo(measure))
	}
	if matter != "" && s.Statement.Plural && len(s.Sign.Evidence) > 0 && slices.Contains(quantifiers(), strings.ToLower(s.words(s.Sign.Evidence[0]))) {
		return s.say("Write how many there are today and how many there should be: {example}.", "{example}", s.fromTo(matter))
	}
	if matter == "" {
		return s.say("Ask who would notice it first, and what they would do more or less often; count that, from what to what.")
	}
	return s.say("Ask who would notice a change in {matter} first, and what they would do more or less often; count that, from what to what.", "{matter}", matter)
}
