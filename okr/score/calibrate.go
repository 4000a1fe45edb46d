package score

import (
	"runtime"
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// Calibration is what a team's closed cycles say about how it sets aspirational
// targets. It speaks to the team about its targets, not about its effort, and
// means nothing beside another team's.
type Calibration struct {
	Mean    metric.Number // of the cycles' means, each 0…1
	Cycles  int           // how many closed cycles have one
	Pattern Pattern
}

// Pattern is what a mean over closed cycles says.
type Pattern string

// The patterns; the empty one says nothing. Klau reads constant 1.0 as
// sandbagging; re:Work sees targets well set around 0.6 to 0.7.
const (
	Sandbagging    Pattern = "sandbagging"
	OutOfReach     Pattern = "out_of_reach"
	WellCalibrated Pattern = "well_calibrated"
)

const (
	mostCycles   = 4 // so many closed cycles are looked back on
	fewestCycles = 3 // so many are needed to call a team well calibrated
)

// PastCycles are those among the cycles that calibration looks back on, oldest
// first: of about the same length as the given one, ended before it started and
// closed at the date, at most the four latest.
func PastCycles(cycles []*okr.Cycle, cycle *okr.Cycle, at okr.Date) []*okr.Cycle {
	var past []*okr.Cycle
	for _, c := range cycles {
		if precedes(c, cycle, at) {
			past = append(past, c)
		}
	}
	slices.SortStableFunc(past, func(a, b *okr.Cycle) int { return int(a.End - b.End) })
	return past[max(0, len(past)-mostCycles):]
}

// Needs reports whether a reading of a cycle is made of the documents of the other
// cycle too: the same, or one that contains it. Calibration is apart: it needs no
// more of an earlier cycle than its [Means].
func Needs(cycle, other *okr.Cycle) bool {
	return other.ID == cycle.ID || other.Includes(cycle)
}

// precedes reports whether calibration looks back on an earlier cycle. So many
// lengths back there is room for the cycles that count, and for none before them.
func precedes(earlier, cycle *okr.Cycle, at okr.Date) bool {
	reach := okr.Date(mostCycles*cycle.Days() + mostCycles*cycle.Days()/10)
	return earlier.End < cycle.Start && earlier.Start >= cycle.Start-reach && earlier.State(at) == okr.Closed && alike(earlier, cycle)
}

// alike reports whether two cycles are of one kind of length: quarters differ by
// two days, months by three, and neither by more than a tenth.
func alike(a, b *okr.Cycle) bool {
	shorter, longer := min(a.Days(), b.Days()), max(a.Days(), b.Days())
	return 10*(longer-shorter) <= longer
}

// Means are what calibration keeps of a closed cycle: by id of a team, the mean of
// its aspirational objectives, 0…1. Teams without one are left out.
type Means map[string]metric.Number

// MeansOf reads a closed cycle for calibration. It keeps nothing else of it, so
// that looking back on large workspaces takes little room.
func MeansOf(ws *okr.Workspace, past okr.Past, cycle *okr.Cycle, at okr.Date) Means {
	return read(ws, past, cycle, at, runtime.GOMAXPROCS(0)).Means()
}

// Means is what calibration keeps of this reading.
func (r *Reading) Means() Means {
	means := make(Means)
	for _, t := range r.Teams {
		if mean := t.aspirational(); mean != nil {
			means[t.Team.ID.V] = *mean
		}
	}
	return means
}

// Calibrate sets what closed cycles, the means of each, say about each team's
// targets. So few cycles that nothing can be said leave the pattern empty.
func (r *Reading) Calibrate(history []Means) {
	for _, t := range r.Teams {
		t.Calibration = calibration(t.Team.ID.V, history, *r.scoring)
	}
}

func calibration(team string, history []Means, scoring okr.Scoring) *Calibration {
	var parts []weighted
	for _, means := range history {
		if mean, ok := means[team]; ok {
			parts = join(parts, metric.Int(1), &mean)
		}
	}
	if len(parts) == 0 {
		return nil
	}
	c := &Calibration{Mean: *mean(parts), Cycles: len(parts)}
	c.Pattern = pattern(c.Mean, c.Cycles, scoring)
	return c
}

// aspirational is the mean of the team's aspirational objectives by weight.
func (t *Team) aspirational() *metric.Number {
	var parts []weighted
	for _, o := range t.Objectives {
		if o.Commitment == okr.Aspirational {
			parts = join(parts, o.Weight, o.Score)
		}
	}
	return mean(parts)
}

func pattern(mean metric.Number, cycles int, scoring okr.Scoring) Pattern {
	switch {
	case cycles >= scoring.Sandbagging.Cycles && mean.Cmp(scoring.Sandbagging.Mean) >= 0:
		return Sandbagging
	case cycles >= scoring.Overreach.Cycles && mean.Cmp(scoring.Overreach.Mean) < 0:
		return OutOfReach
	case cycles >= fewestCycles && mean.Cmp(metric.Ratio(6, 10)) >= 0 && mean.Cmp(metric.Ratio(8, 10)) <= 0:
		return WellCalibrated
	default:
		return ""
	}
}
