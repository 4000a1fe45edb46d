package lint

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr/language"
)

// withoutEchoes leaves out the signs by which a statement would be told twice of one
// mistake: of work that it has no number, which work does not need; of what only lacks
// a number that it is work; and of a word that says little that it sounds large.
func withoutEchoes(signs []language.Sign) []language.Sign {
	if len(signs) < 2 {
		return signs
	}
	echo := func(sign language.Sign) bool {
		return slices.ContainsFunc(signs, func(other language.Sign) bool { return echoes(sign, other) })
	}
	if !slices.ContainsFunc(signs, echo) {
		return signs
	}
	return slices.DeleteFunc(slices.Clone(signs), echo)
}

// echoes reports whether a sign says no more than another one does.
func echoes(sign, other language.Sign) bool {
	switch sign.Rule {
	case language.NoNumber:
		return isWork(other) && makesSomething(other) && other.Strength == language.Certain
	case language.Jargon:
		claim := together(other.Evidence)
		return other.Rule == language.WeaselWords && slices.ContainsFunc(sign.Evidence, func(word language.Span) bool {
			return claim.Start <= word.Start && word.End <= claim.End
		})
	}
	return false
}

func isWork(sign language.Sign) bool {
	switch sign.Rule {
	case language.OutputKeyResult, language.Deliverable, language.InitiativeAsKeyResult, language.SelfImprovement, language.PercentComplete:
		return true
	}
	return false
}

// makesSomething reports work that is done one day: it has made something. Of "assist
// the sales team" nobody can tell when it is, and what lacks is the number.
func makesSomething(sign language.Sign) bool {
	switch sign.Reason {
	case "verb-does", "verb-watches", "team-does", "changes-own-work", "thing-can":
		return false
	}
	return true
}
