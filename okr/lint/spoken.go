package lint

import (
	"github.com/okrs-as-code/okrs/okr/language"
)

// utterance is a sentence as it is understood where no metric stands beside it: the
// same words say the same wherever they are.
type utterance struct {
	kind Kind
	text string
}

// spoken is what a rule says about a statement.
type spoken struct {
	rule          *Rule
	sign          language.Sign
	message, hint string
}

// spokenAbout remembers what was said about statements: teams carry sentences from
// quarter to quarter, and many check-ins have the same note.
type spokenAbout struct{ *memo[utterance, []spoken] }

// about is what the rules say about a statement.
func (s spokenAbout) about(u *language.Understanding, what utterance, rules map[string]*Rule) []spoken {
	return s.of(what, func() []spoken {
		signs := u.Note
		if what.kind == Objective {
			signs = u.Objective
		}
		return speak(signs(what.text), u, what.kind, what.text, rules)
	})
}

// speak lets the rules speak about the signs that were found in a statement.
func speak(signs []language.Sign, u *language.Understanding, kind Kind, text string, rules map[string]*Rule) []spoken {
	var found []spoken
	said := Said{Text: text, Kind: kind}
	for _, sign := range signs {
		rule := rules[sign.Rule]
		if rule == nil {
			continue
		}
		if found == nil {
			said.Statement = u.Parse(text)
		}
		said.Sign = sign
		s := spoken{rule: rule, sign: sign}
		s.message, s.hint = rule.Advise(said)
		found = append(found, s)
	}
	return found
}
