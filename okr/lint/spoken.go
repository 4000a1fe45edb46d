package lint

import (
	"github.com/okrs-as-code/okrs/okr/language"
)

// spoken is what a rule says about a statement.
type spoken struct {
	rule          *Rule
	sign          language.Sign
	message, hint string
}

// spokenAbout remembers what was said about statements beside which no metric stands:
// the same words say the same wherever they are. Teams carry sentences from quarter to
// quarter, and many check-ins have the same note.
type spokenAbout struct{ objectives, notes *memo[string, []spoken] }

func newSpokenAbout() spokenAbout {
	return spokenAbout{newMemo[string, []spoken](), newMemo[string, []spoken]()}
}

// about is what the rules say about a statement.
func (s spokenAbout) about(u *language.Understanding, kind Kind, text string, rules map[string]*Rule) []spoken {
	known, signs := s.notes, u.Note
	if kind == Objective {
		known, signs = s.objectives, u.Objective
	}
	return known.of(text, func() []spoken { return speak(signs(text), u, kind, text, rules) })
}

// speak lets the rules speak about the signs that were found in a statement.
func speak(signs []language.Sign, u *language.Understanding, kind Kind, text string, rules map[string]*Rule) []spoken {
	var found []spoken
	var said Said
	for _, sign := range withoutEchoes(signs) {
		rule := rules[sign.Rule]
		if rule == nil {
			continue
		}
		if found == nil {
			said = readAs(u, kind, text)
		}
		said.Sign = sign
		s := spoken{rule: rule, sign: sign}
		s.message, s.hint = rule.Advise(said)
		found = append(found, s)
	}
	return found
}
