package status

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// HockeyStick is a key result more than half of whose movement fell into the last
// tenth of its time: either something came late, or it was not looked at before.
type HockeyStick struct {
	Subject
	From          okr.Date      // the eve of the last tenth
	Before, After metric.Number // progress then and in the end: 0 at the baseline, 1 at the target, unbounded
	Late          metric.Number // the share of the movement that came late: above ½
}

// What a hockey stick needs to be told from noise: so many readings, and a tenth of
// the way from baseline to target.
const fewestReadings = 3

func leastMovement() metric.Number { return metric.Ratio(1, 10) }

// hockeySticks are those of a cycle that has ended. What is measured rarely may only
// show late, and what was planned to come late is no surprise.
func (r *reader) hockeySticks() []HockeyStick {
	if r.read.State < okr.Closing {
		return nil
	}
	var found []HockeyStick
	for _, s := range r.subjects {
		k := s.KeyResult
		if k.Counts && open(k) && k.Pace != nil && k.Raw != nil && r.slow(k) == 0 {
			if h, is := r.hockeyStick(s); is {
				found = append(found, h)
			}
		}
	}
	return found
}

// hockeyStick asks one key result. The movement is the way from the baseline, where it
// all began; a reading must tell where it stood shortly before the end.
func (r *reader) hockeyStick(s Subject) (HockeyStick, bool) {
	k, end := s.KeyResult, r.read.Cycle.End
	h := HockeyStick{Subject: s, From: end - (end-k.Began+1)/10, After: *k.Raw}
	readings, last := 0, okr.Date(0)
	for _, c := range r.until(k, min(r.at, end+okr.Date(r.read.Cycle.Grace))) {
		if c.Value != nil {
			readings++
			if c.Date.V <= h.From {
				last = c.Date.V
			}
		}
	}
	if readings < fewestReadings || last.IsZero() || int(h.From-last) > r.ws.Settings.Lint.StaleDays.Warn {
		return h, false
	}
	then := r.then(s, h.From)
	if then.raw == nil || then.pace == nil || h.After.Sign() <= 0 {
		return h, false
	}
	h.Before = *then.raw
	moved := h.After.Sub(h.Before)
	half := metric.Ratio(1, 2)
	planned := k.Pace.Expected.Sub(then.pace.Expected)
	share, ok := moved.Div(h.After)
	if !ok || planned.Cmp(k.Pace.Expected.Mul(half)) > 0 || moved.Cmp(leastMovement()) < 0 {
		return h, false
	}
	h.Late = share
	return h, share.Cmp(half) > 0
}
