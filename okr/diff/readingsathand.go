package diff

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// byReadings judges a way to count by the readings at hand, where its name alone does not
// say whether it is the easier one: what scores the same readings higher is eased. Both
// definitions are asked, each with nothing but this changed, about the readings that there
// were and about those that there are. Where they do not all say the same, or nothing has
// been read yet, it is neither.
func (c *comparison) byReadings(set func(d *metric.Definition, now bool)) judgement {
	if c.kind != c.now || !c.sameUnit {
		return judgement{verdict: Neutral}
	}
	sides := [...]struct {
		definition metric.Definition
		policy     metric.Policy
	}{{c.before, c.policy}, {c.after, c.policyNow}}
	raised, lowered := false, false
	for _, side := range sides {
		for _, readings := range [...][]metric.Reading{c.readings, c.readingsNow} {
			old, new := side.definition, side.definition
			set(&old, false)
			set(&new, true)
			was, is := metric.Score(old, side.policy, readings).Score, metric.Score(new, side.policy, readings).Score
			if was == nil || is == nil {
				continue
			}
			raised, lowered = raised || is.Cmp(*was) > 0, lowered || is.Cmp(*was) < 0
		}
	}
	switch {
	case raised && !lowered:
		return judgement{verdict: Eased, remark: "it " + raises}
	case lowered && !raised:
		return judgement{verdict: Hardened, remark: "it " + lowers}
	}
	return judgement{verdict: Neutral}
}

// What a change of how readings count does to a score.
const (
	raises = "raises the score with the same readings"
	lowers = "lowers the score with the same readings"
)

// readingsAt are the values of a key result that count at a date: from the first day of
// its cycle, or its own, on.
func readingsAt(k *okr.KeyResult, at okr.Date) []metric.Reading {
	from := k.Starts.V
	if c := k.Objective.Document.Cycle; c != nil {
		from = max(from, c.Start)
	}
	var readings []metric.Reading
	for i := range k.CheckIns {
		c := &k.CheckIns[i]
		if c.Value == nil || c.Date.V < from || c.Date.V > at {
			continue
		}
		r := metric.Reading{Number: c.Value.Number, Done: c.Value.Yes}
		if r.Number == nil && r.Done == nil {
			r.Text = c.Value.Text
		}
		readings = append(readings, r)
	}
	return readings
}
