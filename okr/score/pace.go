package score

import (
	"cmp"
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// Pace is progress beside elapsed time.
type Pace struct {
	Elapsed  metric.Number // 0…1, of the key result's own time
	Expected metric.Number // the progress that the plan has by now, 0…1
	Status   PaceStatus    // empty where nothing has been read yet
}

// PaceStatus is a word for the distance between progress and plan.
type PaceStatus string

// The statuses. In the first days of a cycle it is too early for any other.
const (
	Ahead    PaceStatus = "ahead"
	On       PaceStatus = "on"
	Behind   PaceStatus = "behind"
	Off      PaceStatus = "off"
	TooEarly PaceStatus = "too_early"
)

// elapsed is the share of a time that has passed at the end of a day: 0…1, first
// and last day included.
func elapsed(start, end, at okr.Date) metric.Number {
	switch {
	case at < start:
		return metric.Int(0)
	case at >= end:
		return metric.Int(1)
	default:
		return metric.Ratio(int64(at-start)+1, int64(end-start)+1)
	}
}

// schedule is what is due by the date of a reading from what began on a day.
type schedule struct {
	elapsed                 metric.Number
	committed, aspirational metric.Number // the progress on a straight line to a success
	early                   bool          // it is too early for a status
	telling                 bool          // a run rate means something
}

func (s *scorer) scheduled(began okr.Date) schedule {
	time, one := elapsed(began, s.cycle.End, s.at), metric.Int(1)
	committed, aspirational := s.scoring.CommittedSuccess, s.scoring.AspirationalSuccess
	if s.scoring.Pace.ToTarget {
		committed, aspirational = one, one
	}
	return schedule{
		elapsed: time, committed: time.Mul(committed), aspirational: time.Mul(aspirational),
		early: time.Cmp(s.scoring.Pace.TooEarly) < 0, telling: time.Cmp(earliestForecast()) >= 0,
	}
}

// pace sets pace and forecasts of a key result of a kind that has them.
func (w *worker) pace(r *room, commitment okr.Commitment) {
	k, due := &r.KeyResult, &w.due
	if k.Began != w.cycle.Start {
		own := w.scheduled(k.Began)
		due = &own
	}
	expected, ok := w.expected(k, commitment, due)
	if !ok {
		return
	}
	r.pace = Pace{Elapsed: due.elapsed, Expected: expected}
	k.Pace = &r.pace
	switch {
	case due.early:
		k.Pace.Status = TooEarly
	case k.Measured():
		k.Pace.Status = paceStatus(*k.Score, expected, &w.scoring.Pace)
	}
	r.foretell(due)
}

// expected is the progress that is due: the planned curve where there is one,
// else a straight line to the score that is a success for the commitment. There
// is none without a commitment.
func (w *worker) expected(k *KeyResult, commitment okr.Commitment, due *schedule) (metric.Number, bool) {
	switch {
	case commitment != okr.Committed && commitment != okr.Aspirational:
		return metric.Number{}, false
	case len(k.Official.Phases) > 0:
		return planned(k.Official.Phases, k.Began, w.at), true
	case commitment == okr.Committed:
		return due.committed, true
	default:
		return due.aspirational, true
	}
}

// planned is the value of a planned curve at the end of a day: straight between
// its points, from 0 on the eve of the start, level after the last point.
func planned(phases []okr.Phase, start, at okr.Date) metric.Number {
	sorted := slices.Clone(phases)
	slices.SortStableFunc(sorted, func(a, b okr.Phase) int { return cmp.Compare(a.Date, b.Date) })
	before := okr.Phase{Date: start - 1}
	for _, next := range sorted {
		if next.Date > at {
			if at <= before.Date {
				return before.Expected
			}
			way := metric.Ratio(int64(at-before.Date), int64(next.Date-before.Date))
			return before.Expected.Add(next.Expected.Sub(before.Expected).Mul(way))
		}
		before = next
	}
	return before.Expected
}

// paceStatus compares by points of progress, or by their ratio. A ratio to
// nothing is no number: any progress is ahead of no plan.
func paceStatus(progress, expected metric.Number, settings *okr.Pace) PaceStatus {
	distance := progress.Sub(expected)
	if settings.Ratio {
		ratio, ok := progress.Div(expected)
		switch {
		case !ok && progress.Sign() > 0:
			return Ahead
		case !ok:
			return On
		}
		distance = ratio
	}
	switch {
	case distance.Cmp(settings.Ahead) >= 0:
		return Ahead
	case distance.Cmp(settings.On) >= 0:
		return On
	case distance.Cmp(settings.Off) >= 0:
		return Behind
	default:
		return Off
	}
}

// fewestReadings are needed for a run rate.
const fewestReadings = 2

// earliestForecast is the share of the time after which a run rate begins to mean
// something.
func earliestForecast() metric.Number { return metric.Ratio(2, 10) }

// foretell draws a line to the end: the run rate, progress / elapsed.
func (r *room) foretell(due *schedule) {
	if r.values < fewestReadings || r.Score == nil || !due.telling {
		return
	}
	if rate, ok := r.Score.Div(due.elapsed); ok {
		r.forecast = rate
		r.Forecast = &r.forecast
	}
}

// RecentForecast is the score at the end of the cycle if all goes on as since the
// reading of an earlier day: p + (p − p′) / (e − e′) × (1 − e), at least 0. It is
// nil where there is no Forecast, or no such reading.
func (k *KeyResult) RecentForecast() *metric.Number {
	if k.Forecast == nil {
		return nil
	}
	before, ok := previous(k.used)
	if !ok {
		return nil
	}
	readings := readingsOf(between(k.used, 0, before), nil)
	then := metric.Score(k.Official.Definition, k.scorer.policy, readings).Score
	if then == nil {
		return nil
	}
	passed := k.Pace.Elapsed.Sub(elapsed(k.Began, k.scorer.cycle.End, before))
	slope, ok := k.Score.Sub(*then).Div(passed)
	if !ok {
		return nil
	}
	line := k.Score.Add(slope.Mul(metric.Int(1).Sub(k.Pace.Elapsed))).Max(metric.Int(0))
	return &line
}

// previous is the date of the last reading of an earlier day than the latest's.
func previous(checkIns []okr.CheckIn) (okr.Date, bool) {
	var latest okr.Date
	for i := len(checkIns) - 1; i >= 0; i-- {
		switch c := &checkIns[i]; {
		case c.Value == nil:
		case latest.IsZero():
			latest = c.Date.V
		case c.Date.V < latest:
			return c.Date.V, true
		}
	}
	return 0, false
}

// Outlook is how a forecast of something aspirational reads.
type Outlook string

// The outlooks.
const (
	OnTrack   Outlook = "on_track"
	Attention Outlook = "attention"
	OffTrack  Outlook = "off"
)

// OutlookOf is the outlook of a forecast of something aspirational, in the zones
// of Workpath: on track from 0.7, off below 0.3; empty where there is no forecast.
func OutlookOf(forecast *metric.Number) Outlook {
	switch {
	case forecast == nil:
		return ""
	case forecast.Cmp(metric.Ratio(7, 10)) >= 0:
		return OnTrack
	case forecast.Cmp(metric.Ratio(3, 10)) >= 0:
		return Attention
	default:
		return OffTrack
	}
}

// ConfidenceBand is the zone of a confidence of 0…10: red below 4, yellow below
// 7, green from there; empty where none was given.
func ConfidenceBand(confidence *metric.Number) Band {
	switch {
	case confidence == nil:
		return ""
	case confidence.Cmp(metric.Int(4)) < 0:
		return Red
	case confidence.Cmp(metric.Int(7)) < 0:
		return Yellow
	default:
		return Green
	}
}
