package score

import (
	"sort"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// stretch is the first and the last day on which the check-ins of a key result
// count: from the cycle's start or its own as published, to the date of the reading, the close
// of the cycle, or its cancellation. What can only be observed after the cycle
// may be read after its close.
func (s *scorer) stretch(k *KeyResult) (from, to okr.Date) {
	from, to = max(s.cycle.Start, k.starts), s.at
	if k.Official.ObservableOn <= s.cycle.End {
		to = min(to, s.closes())
	}
	if k.Cancelled != nil {
		to = min(to, k.Cancelled.Date.V)
	}
	return from, to
}

// between are the check-ins from one day to another, both included.
func between(checkIns []okr.CheckIn, from, to okr.Date) []okr.CheckIn {
	checkIns = until(checkIns, to)
	if len(checkIns) == 0 || checkIns[0].Date.V >= from {
		return checkIns
	}
	first := sort.Search(len(checkIns), func(i int) bool { return checkIns[i].Date.V >= from })
	return checkIns[first:]
}

// until are the check-ins that are not after a day.
func until(checkIns []okr.CheckIn, to okr.Date) []okr.CheckIn {
	if len(checkIns) == 0 || checkIns[len(checkIns)-1].Date.V <= to {
		return checkIns
	}
	return checkIns[:sort.Search(len(checkIns), func(i int) bool { return checkIns[i].Date.V > to })]
}

// readingsOf are the values that check-ins tell.
func readingsOf(checkIns []okr.CheckIn, into []metric.Reading) []metric.Reading {
	for i := range checkIns {
		if checkIns[i].Value != nil {
			into = append(into, readingOf(checkIns[i].Value))
		}
	}
	return into
}

func readingOf(v *okr.Value) metric.Reading {
	switch {
	case v.Number != nil:
		return metric.Reading{Number: v.Number}
	case v.Yes != nil:
		return metric.Reading{Done: v.Yes}
	default:
		return metric.Reading{Text: v.Text}
	}
}

// latest finds the last check-in of the stretch that tells a value, and the last
// confidence. Both are shown although they stand before the start.
func (k *KeyResult) latest(checkIns []okr.CheckIn) {
	for i := len(checkIns) - 1; i >= 0; i-- {
		c := &checkIns[i]
		if k.Heard == nil {
			k.Heard = c
		}
		if k.CheckIn == nil && c.Value != nil {
			k.CheckIn = c
		}
		if k.Confidence == nil && c.Confidence.Written() {
			k.Confidence = &c.Confidence.V
		}
		if k.CheckIn != nil && k.Confidence != nil {
			return
		}
	}
}
