package lint

import (
	"hash/maphash"
	"sync"

	"github.com/okrs-as-code/okrs/okr/language"
)

// utterance is a sentence as it is understood: the same words with the same
// measure say the same wherever they stand.
type utterance struct {
	kind    Kind
	text    string
	measure language.Measure
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
	found = speak(u, what, rules)
	shard.Lock()
	shard.known[what] = found
	shard.Unlock()
	return found
}

// speak reads a statement and lets the rules speak.
func speak(u *language.Understanding, what utterance, rules map[string]*Rule) []spoken {
	var signs []language.Sign
	switch what.kind {
	case Objective:
		signs = u.Objective(what.text)
	case KeyResult:
		signs = u.KeyResult(what.text, what.measure)
	default:
		signs = u.Note(what.text)
	}
	var found []spoken
	said := Said{Text: what.text, Kind: what.kind}
	for _, sign := range signs {
		rule := rules[sign.Rule]
		if rule == nil {
			continue
		}
		if found == nil {
			said.Statement = u.Parse(what.text)
		}
		said.Sign = sign
		s := spoken{rule: rule, sign: sign}
		s.message, s.hint = rule.Advise(said)
		found = append(found, s)
	}
	return found
}
