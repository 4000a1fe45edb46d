package status

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

// ChangeKind is a word for what changed.
type ChangeKind string

// The kinds of change. Answers to dependencies carry no date, so that files alone
// cannot tell which are new.
const (
	CheckedIn ChangeKind = "check_in"
	Amended   ChangeKind = "amendment"
	Cancelled ChangeKind = "cancelled"
	Added     ChangeKind = "added"
)

// Change is something that happened after the day since which changes are counted.
type Change struct {
	Kind ChangeKind
	Subject
	Date okr.Date // the latest, where there are several check-ins

	// From and To are the values: of the reading before and of the latest, or of the
	// amended field. Nil where there is none.
	From, To *okr.Value
	Field    string // of an amendment
	Note     string // of the latest check-in; the reason of all else
	CheckIns int    // how many there were

	// ConfidenceBefore and Confidence are 0…10, Before and Score the scores, 0…1; all
	// are nil for what is no check-in, and where nothing is known.
	ConfidenceBefore, Confidence *metric.Number
	Before, Score                *metric.Number
}

// Moved reports whether check-ins told anything new but a note: another value,
// another confidence, another score.
func (c *Change) Moved() bool {
	if c.Kind != CheckedIn {
		return true
	}
	return !sameValue(c.From, c.To) || !same(c.ConfidenceBefore, c.Confidence) || !same(c.Before, c.Score)
}

// notable is from how large a step of the score on a move is worth a line: a tenth of
// the way, where a week is a thirteenth of a quarter.
func notable() metric.Number { return metric.Ratio(1, 10) }

// Notable reports whether the change is more than the usual step of a round of
// check-ins: a score that fell or made a great step, another confidence, a first
// value, a guardrail that no longer holds, or anything that is no check-in.
func (c *Change) Notable() bool {
	delta := c.Delta()
	switch {
	case c.Kind != CheckedIn, !same(c.ConfidenceBefore, c.Confidence):
		return true
	case c.KeyResult.Role() == "guardrail":
		return c.KeyResult.Holds != nil && !*c.KeyResult.Holds && c.Moved()
	case delta == nil:
		return c.Moved()
	}
	return delta.Sign() < 0 || delta.Cmp(notable()) >= 0
}

// Delta is the change of the score; nil where one of both is unknown.
func (c *Change) Delta() *metric.Number {
	if c.Before == nil || c.Score == nil {
		return nil
	}
	return new(c.Score.Sub(*c.Before))
}

func sameValue(a, b *okr.Value) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Equal(*b)
}

func same(a, b *metric.Number) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Equal(*b)
}

// news reports whether a day lies after the one since which changes are counted.
func (r *reader) news(day okr.Date) bool { return day > r.since && day <= r.at }

// changes are in the order of the files; what concerns an objective stands before its
// key results.
func (r *reader) changes() []Change {
	var found []Change
	next := 0
	for _, t := range r.read.Teams {
		for _, o := range t.Objectives {
			found = r.changesOfObjective(found, Subject{Team: t.Team, Objective: o})
			for ; next < len(r.subjects) && r.subjects[next].Objective == o; next++ {
				found = r.changesOf(found, r.subjects[next])
			}
		}
	}
	return found
}

func (r *reader) changesOfObjective(found []Change, s Subject) []Change {
	o := s.Objective
	if o.Vanished {
		return found
	}
	if c := o.Cancelled; c != nil && r.news(c.Date.V) {
		found = append(found, Change{Kind: Cancelled, Subject: s, Date: c.Date.V, Note: c.Reason.V})
	}
	return r.amended(found, s, o.Objective.Amendments)
}

func (r *reader) amended(found []Change, s Subject, amendments []okr.Amendment) []Change {
	for i := range amendments {
		if a := &amendments[i]; r.news(a.Date.V) {
			found = append(found, Change{Kind: Amended, Subject: s, Date: a.Date.V, From: &a.From, To: &a.To, Field: a.Field.V, Note: a.Reason.V})
		}
	}
	return found
}

func (r *reader) changesOf(found []Change, s Subject) []Change {
	k := s.KeyResult
	if k.Vanished {
		return found
	}
	if k.State == score.Added && r.news(k.Began) {
		found = append(found, Change{Kind: Added, Subject: s, Date: k.Began})
	}
	if c := r.checkedIn(s); c != nil {
		found = append(found, *c)
	}
	if c := k.Cancelled; c != nil && s.Objective.Cancelled == nil && r.news(c.Date.V) {
		found = append(found, Change{Kind: Cancelled, Subject: s, Date: c.Date.V, Note: c.Reason.V})
	}
	return r.amended(found, s, k.Definition.Amendments)
}

// checkedIn sums the new check-ins of a key result up; nil where there is none.
func (r *reader) checkedIn(s Subject) *Change {
	c := Change{Kind: CheckedIn, Subject: s}
	for i := range s.KeyResult.Definition.CheckIns {
		in := &s.KeyResult.Definition.CheckIns[i]
		if in.Date.V > r.at {
			break
		}
		if r.news(in.Date.V) {
			c.CheckIns++
			c.Date, c.Note = in.Date.V, in.Note.V
		} else {
			c.From, c.ConfidenceBefore = heard(in, c.From, c.ConfidenceBefore)
		}
		c.To, c.Confidence = heard(in, c.To, c.Confidence)
	}
	if c.CheckIns == 0 {
		return nil
	}
	c.Before, c.Score = r.then(s, r.since).score, s.KeyResult.Score
	return &c
}

// heard is the value and the confidence after a check-in, given those before it.
func heard(in *okr.CheckIn, value *okr.Value, confidence *metric.Number) (*okr.Value, *metric.Number) {
	if in.Value != nil {
		value = in.Value
	}
	if in.Confidence.Written() {
		confidence = &in.Confidence.V
	}
	return value, confidence
}
