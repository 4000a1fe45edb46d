package status

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

// Calibration is what the confidence of an organisation was worth: the forecasts of
// its closed cycles beside what became of them.
//
// The forecast is the last confidence up to the middle of a key result's own time, read
// as a probability: 8 of 10 is 0.8. A later one is no forecast but hindsight, and an
// earlier one was replaced. What became of it is yes or no: the official score reached
// the line from which its commitment is a success. Key results that do not count, were
// never measured, or were given up before half time are left out.
//
// It is of the organisation as a whole. A team has a handful of forecasts in a cycle,
// from which chance speaks louder than candour.
type Calibration struct {
	// Brier is the mean of the squared distance between probability and outcome
	// (Brier, Monthly Weather Review 78, 1950): 0 for one who always knew, 0.25 for
	// one who always says 5, 1 for one who is always sure and always wrong.
	Brier metric.Number
	N     int // forecasts
	// Cycles is how many closed cycles they are from.
	Cycles  int
	Unsaid  int      // key results that met their end without a forecast
	Buckets []Bucket // by confidence, ascending; those without a forecast are left out
}

// Bucket is what became of the forecasts of one confidence.
type Bucket struct {
	Confidence int // 0…10, rounded half up
	N          int
	Landed     int // how many of them reached their line
}

// FewForecasts is how many forecasts a calibration should rest on before anybody
// changes anything because of it.
const FewForecasts = 30

// forecast notes what a key result of a closed cycle was thought to become, and became.
func (e *Ended) forecast(s Subject, scoring okr.Scoring) {
	k := s.KeyResult
	landed, known := landed(s, scoring)
	if !k.Counts || k.Unmeasured || !known {
		return
	}
	confidence := atHalfTime(k, &e.cycle)
	if confidence == nil {
		e.unsaid++
		return
	}
	e.forecasts = append(e.forecasts, forecast{*confidence, landed})
}

// landed reports whether a score reached the line from which its commitment is a
// success; known is false without a score or a commitment.
func landed(s Subject, scoring okr.Scoring) (landed, known bool) {
	line := scoring.AspirationalSuccess
	switch s.Objective.Commitment {
	case okr.Aspirational:
	case okr.Committed:
		line = scoring.CommittedSuccess
	default:
		return false, false
	}
	points := s.KeyResult.Score
	return points != nil && points.Cmp(line) >= 0, points != nil
}

// atHalfTime is the last confidence up to the middle of the key result's time, also
// one from before its start; nil where there is none.
func atHalfTime(k *score.KeyResult, cycle *okr.Cycle) *metric.Number {
	half := halfTime(k, cycle)
	var last *metric.Number
	for i := range k.Definition.CheckIns {
		if c := &k.Definition.CheckIns[i]; c.Date.V <= half && c.Confidence.Written() {
			last = &c.Confidence.V
		}
	}
	return last
}

// calibrate sums the forecasts of closed cycles up.
func calibrate(ended []*Ended) *Calibration {
	var c Calibration
	var sum metric.Number
	var buckets [11]Bucket
	for _, e := range ended {
		if !e.closed {
			continue
		}
		c.Unsaid += e.unsaid
		if len(e.forecasts) > 0 {
			c.Cycles++
		}
		for _, f := range e.forecasts {
			confidence := f.confidence.Clamp(metric.Int(0), metric.Int(10))
			distance, _ := confidence.Div(metric.Int(10))
			b := &buckets[int(confidence.Round(0).Float64())]
			b.N++
			if f.landed {
				b.Landed++
				distance = metric.Int(1).Sub(distance)
			}
			sum = sum.Add(distance.Mul(distance))
			c.N++
		}
	}
	if c.N == 0 {
		return nil
	}
	c.Brier, _ = sum.Div(metric.Int(int64(c.N)))
	for i, b := range buckets {
		if b.Confidence = i; b.N > 0 {
			c.Buckets = append(c.Buckets, b)
		}
	}
	return &c
}
