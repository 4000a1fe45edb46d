package score

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// excluded reports whether the key result is out of every mean and every count,
// whatever its role: stopped early, or waiting for what cannot be measured yet.
func (k *KeyResult) excluded() bool {
	return k.State == Deferred || k.State == Cancelled && !k.scorer.late(k.Cancelled)
}

// countsIn reports whether the key result is part of a mean under these terms.
func (k *KeyResult) countsIn(t *Terms) bool {
	return t != nil && !t.Guardrail && t.Weight.Sign() > 0 && !k.excluded() && (t == k.Official || !k.scorer.deferred(k, t))
}

// late reports whether a cancellation came after the point of the cycle from
// which stopping no longer takes a key result out of the mean.
func (s *scorer) late(c *okr.Cancellation) bool {
	return elapsed(s.cycle.Start, s.cycle.End, c.Date.V).Cmp(s.scoring.CancelLateAfter) > 0
}

// cancellation is the first that has happened by the date: of the key result,
// of the objective that defines it, or of the one that lists it.
func (s *scorer) cancellation(definition *okr.KeyResult, listing *Objective) *okr.Cancellation {
	var first *okr.Cancellation
	for _, c := range [...]*okr.Cancellation{definition.Cancelled, definition.Objective.Cancelled, listing.Cancelled} {
		if c != nil && c.Date.V <= s.at && (first == nil || c.Date.V < first.Date.V) {
			first = c
		}
	}
	return first
}

// state finds where the key result stands, after its terms and its stretch of
// check-ins are known.
func (s *scorer) stateOf(k, then *okr.KeyResult, r *KeyResult) State {
	switch {
	case r.Cancelled != nil:
		return Cancelled
	case s.deferred(r, r.Official):
		return Deferred
	case s.added(k, then, r):
		return Added
	default:
		return Open
	}
}

// deferred reports whether the measurement is still to come by these terms: it cannot be made
// before a day that has not come yet, or that lies behind the cycle, and none
// has been made since.
func (s *scorer) deferred(r *KeyResult, t *Terms) bool {
	from := t.ObservableOn
	if from.IsZero() || from <= s.at && from <= s.cycle.End {
		return false
	}
	for i := len(r.used) - 1; i >= 0 && r.used[i].Date.V >= from; i-- {
		if r.used[i].Value != nil {
			return false
		}
	}
	return true
}

// added reports whether the key result joined after publication. Without a
// history only its own start can say so.
func (s *scorer) added(definition, then *okr.KeyResult, r *KeyResult) bool {
	switch p := s.published; {
	case r.Vanished:
		return false
	case p.active && then == nil:
		return true
	case p.active:
		return s.joined(definition)
	default:
		return s.state > okr.Settling && definition.Starts.V > s.cycle.PublishBy()
	}
}

// joined reports whether the document of a definition came after publication: the
// one in which it was published, wherever it stands today.
func (s *scorer) joined(definition *okr.KeyResult) bool {
	if s.published.memory == nil {
		return false
	}
	if counterpart := s.published.keyResults[definition]; counterpart != nil {
		definition = counterpart
	}
	s.remember.Lock()
	defer s.remember.Unlock()
	return s.published.memory.Joined(definition.Objective.Document.TeamID.V, s.cycle.ID)
}

// firstVersion is how a key result that joined after publication began; nil where
// nobody remembers, and then its amendments tell.
func (s *scorer) firstVersion(definition *okr.KeyResult) *okr.KeyResult {
	if !s.published.active || s.published.memory == nil {
		return nil
	}
	s.remember.Lock()
	defer s.remember.Unlock()
	return usable(s.published.memory.First(definition.Address()))
}

func (s *scorer) firstSeen(definition *okr.KeyResult) okr.Date {
	if s.published.memory == nil {
		return 0
	}
	s.remember.Lock()
	defer s.remember.Unlock()
	return s.published.memory.FirstSeen(definition.Address())
}

// lastSeen is the last version of a key result that is gone; the published one
// where nobody remembers a later one.
func (s *scorer) lastSeen(then *okr.KeyResult) *okr.KeyResult {
	if then.IsRef() {
		if now := s.published.defined[then]; now != nil {
			return now
		}
	}
	if s.published.memory == nil {
		return then.Definition()
	}
	s.remember.Lock()
	defer s.remember.Unlock()
	if last := s.published.memory.LastSeen(then.Address()); last != nil && last.Body != nil {
		return last
	}
	return then.Definition()
}

// began is the day from which pace is measured: the start of the cycle, or for
// what was added its own: the one written, else the day it was first seen, else
// that of its first check-in.
func (s *scorer) began(definition *okr.KeyResult, r *KeyResult) okr.Date {
	start := r.starts
	if start.IsZero() && r.State == Added {
		start = s.firstSeen(definition)
		if start.IsZero() && len(r.used) > 0 {
			start = r.used[0].Date.V
		}
	}
	return max(start, s.cycle.Start)
}

// close decides what a key result without a reading is worth once its cycle has
// ended. A baseline that nobody established is not established. Everything else
// is unknown, and the settings say whether that is an error, a zero or a gap.
func (s *scorer) close(k *KeyResult) {
	if !s.ended() || k.values > 0 || k.excluded() || len(k.Wrong) > 0 {
		return
	}
	if k.Kind == "establish_baseline" {
		k.setAll(metric.Int(0))
		return
	}
	k.Unmeasured = true
	if s.scoring.UnmeasuredAtClose == "zero" && k.Counts {
		k.setAll(metric.Int(0))
	}
}

// setAll sets every score of the key result.
func (k *KeyResult) setAll(n metric.Number) {
	k.Score, k.Original = &n, &n
	if k.InForce != nil {
		k.Amended = &n
	}
}
