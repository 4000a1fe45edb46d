package diff

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/source"
)

// checkIns compares the readings of a key result, day by day.
func (r *reader) checkIns(s subject) {
	before, after := s.keyResultBefore.CheckIns, s.keyResultAfter.CheckIns
	var latest okr.Date
	if len(before) > 0 {
		latest = before[len(before)-1].Date.V
	}
	for len(before) > 0 || len(after) > 0 {
		day := earliest(before, after)
		was, now := ofDay(before, day), ofDay(after, day)
		before, after = before[len(was):], after[len(now):]
		r.day(s, was, now, latest)
	}
}

func earliest(before, after []okr.CheckIn) okr.Date {
	switch {
	case len(before) == 0:
		return after[0].Date.V
	case len(after) == 0:
		return before[0].Date.V
	}
	return min(before[0].Date.V, after[0].Date.V)
}

func ofDay(list []okr.CheckIn, day okr.Date) []okr.CheckIn {
	n := 0
	for n < len(list) && list[n].Date.V == day {
		n++
	}
	return list[:n]
}

// day compares the check-ins of one day: those that are the same first, then in order.
func (r *reader) day(s subject, was, now []okr.CheckIn, latest okr.Date) {
	kept := make(map[int]bool)
	var come []*okr.CheckIn
	for i := range now {
		found := false
		for j := range was {
			if !kept[j] && sameReading(&was[j], &now[i]) && was[j].Note.V == now[i].Note.V && was[j].BlockedBy.V == now[i].BlockedBy.V {
				kept[j], found = true, true
				break
			}
		}
		if !found {
			come = append(come, &now[i])
		}
	}
	for j := range was {
		switch {
		case kept[j]:
		case len(come) > 0:
			r.rewritten(s, &was[j], come[0])
			come = come[1:]
		default:
			r.checkIn(s, Change{
				Verdict: Dropped, Before: r.reading(&was[j], s.keyResultBefore), NumberBefore: numberOf(&was[j]),
				Message: "the check-in of " + was[j].Date.V.String() + " is gone: " + textOf(r.reading(&was[j], s.keyResultBefore)),
			}, source.Span{})
		}
	}
	for _, c := range come {
		message := "check-in of " + c.Date.V.String() + ": " + textOf(r.reading(c, s.keyResultAfter))
		if c.Date.V < latest {
			message += ", entered after later ones"
		}
		r.checkIn(s, Change{Verdict: CheckedIn, After: r.reading(c, s.keyResultAfter), NumberAfter: numberOf(c), Message: message}, c.Span)
	}
}

func (r *reader) checkIn(s subject, c Change, span source.Span) {
	c.Kind, c.Field = CheckIn, "check_ins"
	r.note(s, c, span)
}

// rewritten notes a check-in of a day that says something else now.
func (r *reader) rewritten(s subject, was, now *okr.CheckIn) {
	if sameReading(was, now) {
		r.checkIn(s, Change{
			Verdict: Reworded, Before: shown(joined("; ", was.Note.V, was.BlockedBy.V)), After: shown(joined("; ", now.Note.V, now.BlockedBy.V)),
			Message: "the note of the check-in of " + now.Date.V.String() + " reworded",
		}, now.Span)
		return
	}
	before, after := r.reading(was, s.keyResultBefore), r.reading(now, s.keyResultAfter)
	r.checkIn(s, Change{
		Verdict: CheckedIn, Before: before, After: after, NumberBefore: numberOf(was), NumberAfter: numberOf(now),
		Message: "a past reading was rewritten: that of " + now.Date.V.String() + ", " + textOf(before) + " → " + textOf(after),
	}, now.Span)
}

// sameReading reports whether two check-ins tell the same value and confidence.
func sameReading(a, b *okr.CheckIn) bool {
	if (a.Value == nil) != (b.Value == nil) || a.Confidence.Written() != b.Confidence.Written() {
		return false
	}
	return (a.Value == nil || a.Value.Equal(*b.Value)) && a.Confidence.V.Equal(b.Confidence.V)
}

// reading is what a check-in tells: "435 ms, confidence 6".
func (r *reader) reading(c *okr.CheckIn, k *okr.KeyResult) *string {
	var parts []string
	if c.Value != nil {
		parts = append(parts, textOf(valueText("value", *c.Value, k.Metric.Unit.V)))
	}
	if c.Confidence.Written() {
		parts = append(parts, "confidence "+c.Confidence.V.String())
	}
	return shown(joined(", ", parts...))
}

// numberOf is the number that a check-in tells; nil where it tells none.
func numberOf(c *okr.CheckIn) *metric.Number {
	if c.Value == nil {
		return nil
	}
	return c.Value.Number
}
