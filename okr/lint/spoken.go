package lint

import (
	"hash/maphash"
	"sync"

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
// quarter to quarter, and many check-ins have the same note. It is for several
// goroutines.
type spokenAbout struct {
	seed   maphash.Seed
	shards [32]struct {
		sync.Mutex
		known map[utterance][]spoken
	}
}

func newSpokenAbout() *spokenAbout {
	s := &spokenAbout{seed: maphash.MakeSeed()}
	for i := range s.shards {
		s.shards[i].known = make(map[utterance][]spoken)
	}
	return s
}

// about is what the rules say about a statement.
func (s *spokenAbout) about(u *language.Understanding, what utterance, rules map[string]*Rule) []spoken {
	shard := &s.shards[maphash.String(s.seed, what.text)%uint64(len(s.shards))]
	shard.Lock()
	found, known := shard.known[what]
	shard.Unlock()
	if known {
		return found
	}
	signs := u.Note
	if what.kind == Objective {
		signs = u.Objective
	}
	found = speak(signs(what.text), u, what.kind, what.text, rules)
	shard.Lock()
	shard.known[what] = found
	shard.Unlock()
	return found
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
