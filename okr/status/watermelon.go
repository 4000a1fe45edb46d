package status

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

// Watermelon is a key result that is green outside and red inside: the team is sure
// of it, and the number is not on its way.
type Watermelon struct {
	Subject
	// Confidence (8…10) and On are those of the latest check-in of the row.
	Confidence metric.Number
	On         okr.Date
	// First is the day of the first check-in of the row.
	First okr.Date
	Score metric.Number
	// Expected is the progress that was due On; nil where the cycle has ended and the
	// score is final.
	Expected *metric.Number
	Note     string // of the latest check-in of the row
}

// row is how many check-ins one after the other make a watermelon: a single one is a
// good week to come, three are a habit.
const row = 3

// fortnight is the stretch at the end of a cycle in which confidence may fall without
// having come as a surprise.
const fortnight okr.Date = 14

// watermelons are those of the running cycle, or of one that has ended.
func (r *reader) watermelons() []Watermelon {
	var found []Watermelon
	for _, s := range r.subjects {
		k := s.KeyResult
		if !k.Counts || !open(k) || k.Score == nil {
			continue
		}
		var w Watermelon
		var is bool
		switch r.read.State {
		case okr.Draft:
		case okr.Closing, okr.Closed:
			w, is = r.hoped(s)
		default:
			w, is = r.hoping(s)
		}
		if is {
			found = append(found, w)
		}
	}
	return found
}

// hoping finds three check-ins in a row with a confidence of 8 or more on days on which
// the key result was off its pace, by default more than 25 points behind. What is
// measured rarely stands still between its readings, so only check-ins with a value
// tell anything of it.
func (r *reader) hoping(s Subject) (Watermelon, bool) {
	k := s.KeyResult
	if k.Pace == nil || k.Pace.Status != score.Off {
		return Watermelon{}, false
	}
	slow := r.slow(k) > 0
	var w Watermelon
	seen := 0
	for _, c := range slices.Backward(r.until(k, r.at)) {
		switch {
		case !c.Confidence.Written(), c.Date.V == w.First:
			continue
		case c.Confidence.V.Cmp(sure()) < 0:
			return w, false
		case slow && c.Value == nil:
			continue
		}
		then := r.then(s, c.Date.V)
		if then.pace == nil || then.pace.Status != score.Off {
			return w, false
		}
		if seen == 0 {
			w = Watermelon{
				Subject: s, Confidence: c.Confidence.V, On: c.Date.V,
				Score: *then.score, Expected: &then.pace.Expected, Note: c.Note.V,
			}
		}
		w.First = c.Date.V
		if seen++; seen == row {
			return w, true
		}
	}
	return w, false
}

// hoped finds, once the cycle is over, a confidence that never fell below 8 between
// half time and the last fortnight, and a score in the red of something aspirational. A
// note in the last fortnight tells of a late shock.
func (r *reader) hoped(s Subject) (Watermelon, bool) {
	k, end := s.KeyResult, r.read.Cycle.End
	if k.Score.Cmp(r.ws.Settings.Scoring.Bands[0]) >= 0 {
		return Watermelon{}, false
	}
	w := Watermelon{Subject: s, Score: *k.Score}
	half := halfTime(k, r.read.Cycle)
	for _, c := range r.until(k, r.at) {
		switch {
		case c.Date.V > end-fortnight && (c.Note.V != "" || c.BlockedBy.V != ""):
			return w, false
		case !c.Confidence.Written(), c.Date.V <= half, c.Date.V > end-fortnight:
		case c.Confidence.V.Cmp(sure()) < 0:
			return w, false
		default:
			if w.First.IsZero() {
				w.First = c.Date.V
			}
			w.Confidence, w.On, w.Note = c.Confidence.V, c.Date.V, c.Note.V
		}
	}
	return w, !w.On.IsZero()
}

// halfTime is the middle of a key result's own time, the earlier day of two.
func halfTime(k *score.KeyResult, c *okr.Cycle) okr.Date { return k.Began + (c.End-k.Began)/2 }
