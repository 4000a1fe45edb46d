package lint

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
)

var rewrittenCheckIn = Rule{
	Rule: diag.Rule{ID: "rewritten-check-in", Category: diag.Cadence, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A reading that was changed or deleted more than a week after its date."},
	Why: "A reading is what was known on that day. When it is overwritten later, decisions that were taken on it cannot be understood any more, " +
		"and the curve shows a course that nobody saw. A slip of the pen is mended within days; what is found out later is a reading of its own day.",
	Source: "Keeping of laboratory journals, where nothing is erased",
	About:  Files,
	Needs:  Past,
	Bad:    []string{publishedLoans + laterLoans("value: 38, confidence: 5}\n", "value: 34, confidence: 5}\n          - {date: 2026-08-07, value: 45, confidence: 6}\n")},
	Good: []string{publishedLoans + laterLoans("value: 38, confidence: 5}\n", "value: 38, confidence: 5}\n"+
		"          - {date: 2026-08-07, value: 45, confidence: 6, note: Counted by the loan system from now on; by its count July began at 34}\n")},
	Since:  edition,
	Varies: []Variation{{Severity: diag.Info, Where: "where the note says why"}},
	Check:  checkRewrittenCheckIn,
}

// slips is for how many days after its date a reading may be mended without a word.
const slips = 7

// checkRewrittenCheckIn compares what was ever read on a day with what the file says
// of it now. What was changed and changed back is no remark, nor is a reading that was
// given another date.
func checkRewrittenCheckIn(r *Reading, say Say) {
	for c := range r.courses() {
		names := r.formerNames(c)
		heard := make(map[*okr.KeyResult]*readings)
		var order []*okr.KeyResult
		for i, s := range c.states {
			for o := range s.document.Every() {
				for _, k := range o.KeyResults {
					now := names[o.Address()+"/"+k.ID.V]
					if k.Body == nil || k.IsRef() || now == nil {
						continue
					}
					if heard[now] == nil {
						heard[now] = newReadings()
						order = append(order, now)
					}
					heard[now].hear(k, i)
				}
			}
		}
		open := r.open(c.Cycle)
		for _, k := range order {
			heard[k].lost(c.states, func(lost reading, on okr.Date) {
				if on > lost.date+slips && on <= open && lost.date <= r.At {
					say(rewritten(k, lost, on))
				}
			})
		}
	}
}

// reading is a value of a day as the states tell it.
type reading struct {
	date        okr.Date
	value       okr.Value
	unit        string
	note        string
	first, last int // states
}

// readings are those of a key result, by date and in the order in which they came.
type readings struct {
	of    map[okr.Date][]*reading
	order []*reading
}

func newReadings() *readings { return &readings{of: make(map[okr.Date][]*reading)} }

// hear takes in what a state says.
func (h *readings) hear(k *okr.KeyResult, state int) {
next:
	for i := range k.CheckIns {
		c := &k.CheckIns[i]
		if c.Value == nil {
			continue
		}
		for _, known := range h.of[c.Date.V] {
			if known.value.Equal(*c.Value) {
				known.last, known.note = state, c.Note.V
				continue next
			}
		}
		fresh := &reading{date: c.Date.V, value: *c.Value, unit: k.Metric.Unit.V, note: c.Note.V, first: state, last: state}
		h.of[c.Date.V] = append(h.of[c.Date.V], fresh)
		h.order = append(h.order, fresh)
	}
}

// lost goes through the readings that the last state does not have, each date once,
// with the day on which they were gone. What came late itself and in the place of
// another was no reading of that day.
func (h *readings) lost(states []state, tell func(reading, okr.Date)) {
	told := make(map[okr.Date]bool)
	for _, lost := range h.order {
		first := h.of[lost.date][0]
		overwrote := lost.first > first.first && states[lost.first].on > lost.date+slips
		if lost.last == len(states)-1 || told[lost.date] || overwrote || h.moved(lost) {
			continue
		}
		told[lost.date] = true
		tell(*lost, states[lost.last+1].on)
	}
}

// moved reports whether a reading was given another date: the same value came when
// it went.
func (h *readings) moved(lost *reading) bool {
	for _, other := range h.order {
		if other.first == lost.last+1 && other.date != lost.date && other.value.Equal(lost.value) {
			return true
		}
	}
	return false
}

func rewritten(k *okr.KeyResult, lost reading, on okr.Date) Remark {
	now := checkInOf(k, lost.date)
	said := valueOf(lost.value, lost.unit)
	if now == nil || now.Value == nil {
		return OnKeyResult(k).Says(
			"the reading of "+lost.date.String()+" on "+named(k.Title)+" was "+said+", and is gone since "+on.String(),
			"Put it back: "+checkInAt(lost.date, &lost.value, nil)+". If it was wrong, say so in the `note` of the check-in that says what is right.")
	}
	m := OnKeyResult(k).At(now.Value.Span)
	message := "the reading of " + lost.date.String() + " on " + named(k.Title) + " was " + said + ", and is " +
		valueOf(*now.Value, k.Metric.Unit.V) + " since " + on.String()
	if !metric.SameUnit(lost.unit, k.Metric.Unit.V) || now.Note.V != "" && now.Note.V != lost.note {
		return m.As(diag.Info).Says(message, "Its note says why, so nothing is to be done; a reading of the day on which it was found out keeps the curve as it was seen.")
	}
	return m.Says(message, "Write "+example("value: "+lost.value.String())+" again, and what was found out as a check-in of its own day; or say why in its `note`.")
}

// checkInOf is the last check-in of a day with a value, nil where there is none.
func checkInOf(k *okr.KeyResult, date okr.Date) *okr.CheckIn {
	var found *okr.CheckIn
	for i := range k.CheckIns {
		if c := &k.CheckIns[i]; c.Date.V == date && c.Value != nil {
			found = c
		}
	}
	return found
}
