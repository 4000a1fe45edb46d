package lint

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr/language"
)

// withoutEchoes leaves out the signs by which a statement would be told twice of one
// mistake: of a word that says little that it sounds large, too.
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

// echoes reports whether a sign says no more of its words than another one does.
func echoes(sign, other language.Sign) bool {
	if sign.Rule != language.Jargon || other.Rule != language.WeaselWords {
		return false
	}
	claim := together(other.Evidence)
	return slices.ContainsFunc(sign.Evidence, func(word language.Span) bool {
		return claim.Start <= word.Start && word.End <= claim.End
	})
}
