package diff

import (
	"cmp"

	"github.com/okrs-as-code/okrs/okr/metric"
)

// judgeThreshold: the worst reading never scores above another, and where a bound is
// held or not, the share of readings in which it was held is never below it. What else
// it does depends on the readings.
func (c *comparison) judgeThreshold() judgement {
	before, after := inForce(c.before.Threshold, c.policy.Threshold), inForce(c.after.Threshold, c.policyNow.Threshold)
	worst := func(t metric.Threshold) bool { return t == metric.ThresholdWorst }
	shared := before == metric.ThresholdHeldShare || after == metric.ThresholdHeldShare
	if worst(before) == worst(after) || c.kind != c.now || shared && (c.partial(c.before) || c.partial(c.after)) {
		return c.byReadings(func(d *metric.Definition, now bool) {
			if d.Threshold = before; now {
				d.Threshold = after
			}
		})
	}
	if worst(before) {
		return judgement{verdict: Eased}
	}
	return judgement{verdict: Hardened}
}

func inForce(t, otherwise metric.Threshold) metric.Threshold {
	return cmp.Or(t, otherwise, metric.ThresholdLast)
}

// partial reports whether a bound that is missed can earn a part.
func (c *comparison) partial(d metric.Definition) bool {
	return d.FailAt != nil || d.Tolerance != nil || d.Baseline != nil && c.kind == "between"
}

// judgeAggregate: of the same readings the best is at least the last one or the mean,
// and these are at least the worst. How a sum compares, and the last one with the mean,
// depends on the readings.
func (c *comparison) judgeAggregate() judgement {
	up := c.up
	if c.kind == "stages" && c.now == "stages" {
		up = 1
	}
	before, ok := rankOf(c.before.Aggregate)
	after, comparable := rankOf(c.after.Aggregate)
	byReading := inForce(c.before.Threshold, c.policy.Threshold) != metric.ThresholdLast ||
		inForce(c.after.Threshold, c.policyNow.Threshold) != metric.ThresholdLast
	if !ok || !comparable || before == after || c.kind != c.now || up == 0 || byReading && isBound(c.kind) {
		return c.byReadings(func(d *metric.Definition, now bool) {
			if d.Aggregate = c.before.Aggregate; now {
				d.Aggregate = c.after.Aggregate
			}
		})
	}
	return judgement{verdict: eases((after - before) * up)}
}

func isBound(kind string) bool { return kind == "at_least" || kind == "at_most" || kind == "between" }

func rankOf(a metric.Aggregate) (rank int, ok bool) {
	switch a {
	case metric.AggregateMin:
		return -1, true
	case "", metric.AggregateLast, metric.AggregateMean:
		return 0, true
	case metric.AggregateMax:
		return 1, true
	}
	return 0, false
}

// judgeStages compares the credit of each stage. A rung less on the way is credit that
// nobody can earn any more, and one more is credit that can be earned earlier.
func judgeStages(before, after []metric.Stage) Verdict {
	credits := func(stages []metric.Stage) map[string]metric.Number {
		m := make(map[string]metric.Number, len(stages))
		for _, s := range stages {
			m[s.Name] = s.Credit
		}
		return m
	}
	was, now := credits(before), credits(after)
	raised, lowered := false, false
	for _, s := range before {
		if credit, ok := now[s.Name]; ok {
			raised, lowered = raised || credit.Cmp(s.Credit) > 0, lowered || credit.Cmp(s.Credit) < 0
		}
	}
	if raised || lowered {
		return eases(btoi(raised) - btoi(lowered))
	}
	if len(before) == 0 || len(after) == 0 || before[len(before)-1].Name != after[len(after)-1].Name {
		return Neutral // the end itself is another one
	}
	more, fewer := false, false
	for _, s := range after {
		_, ok := was[s.Name]
		more = more || !ok
	}
	for _, s := range before {
		_, ok := now[s.Name]
		fewer = fewer || !ok
	}
	return eases(btoi(more) - btoi(fewer))
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
