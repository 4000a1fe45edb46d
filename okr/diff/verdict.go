package diff

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// judgement is what a changed field does to what was agreed.
type judgement struct {
	verdict Verdict
	stretch *metric.Number // see Change.Stretch
	remark  string         // what more there is to say
}

const incomparable = "the unit changed as well, so the two cannot be compared"

// judge says what a changed field of a metric does.
func (c *comparison) judge(field string, b, a okr.Value) judgement {
	switch field {
	case "kind", "role":
		return judgement{verdict: Rescoped}
	case "source", "name":
		if b.IsNull() {
			return judgement{verdict: Neutral} // it says now what it was all the time
		}
		return judgement{verdict: Rescoped}
	case "unit":
		return judgement{verdict: UnitChanged}
	case "baseline":
		return judgement{verdict: BaselineRewritten, remark: c.baseline(b.Number, a.Number)}
	case "low", "high":
		return c.edge(field)
	case "fail_at":
		return c.judgeFailAt(b.Number, a.Number)
	case "tolerance":
		return c.judgeTolerance(b.Number, a.Number)
	case "threshold":
		return c.judgeThreshold()
	case "aggregate":
		return c.judgeAggregate()
	case "stages":
		return judgement{verdict: judgeStages(c.before.Stages, c.after.Stages)}
	case "observable_on":
		return judgement{verdict: laterEases(dateOf(b), dateOf(a))}
	}
	return judgement{verdict: Neutral}
}

func dateOf(v okr.Value) okr.Date {
	day, _ := okr.ParseDate(v.Text) // what is no date was refused when it was read; none is the zero
	return day
}

// eases turns a sign into a verdict: positive where there is less to do.
func eases(sign int) Verdict {
	switch {
	case sign > 0:
		return Eased
	case sign < 0:
		return Hardened
	}
	return Neutral
}

func (c *comparison) judgeTarget() judgement {
	old, new := c.before.ResolvedTarget(), c.after.ResolvedTarget()
	switch {
	case c.kind != c.now && c.before.Kind == "" && c.after.Kind == "" && old != nil && new != nil:
		return judgement{verdict: Rescoped, remark: "it points the other way"}
	case !c.sameUnit:
		return judgement{verdict: Neutral, remark: incomparable}
	case old == nil || new == nil || c.up == 0:
		return judgement{verdict: Neutral}
	}
	return given(*old, *new, c.before.Baseline, c.up)
}

// given is how much of the way from a baseline to a level was given away, where up
// says on which side of it lies more to do.
func given(old, new metric.Number, baseline *metric.Number, up int) judgement {
	less := old.Sub(new)
	if up < 0 {
		less = less.Neg()
	}
	found := judgement{verdict: eases(less.Sign())}
	if baseline == nil {
		return found
	}
	share, ok := less.Div(old.Sub(*baseline).Abs())
	if !ok || share.IsZero() {
		return found
	}
	found.stretch = &share
	found.remark = percent(share) + " of the stretch given away"
	if share.Sign() < 0 {
		found.remark = percent(share) + " more stretch"
	}
	return found
}

// baseline says what another starting point does to the score of the same readings.
func (c *comparison) baseline(b, a *metric.Number) string {
	if b == nil || a == nil {
		return ""
	}
	further := 0
	switch {
	case !c.sameUnit:
		return incomparable
	case c.kind != c.now:
		return ""
	case c.now == "increase" || c.now == "decrease":
		further = -a.Cmp(*b) * c.up
	case c.now == "between" && c.after.High != nil && c.after.Low != nil:
		above, below := a.Cmp(*c.after.High) > 0, a.Cmp(*c.after.Low) < 0
		switch wasAbove, wasBelow := b.Cmp(*c.after.High) > 0, b.Cmp(*c.after.Low) < 0; {
		case above && wasAbove:
			further = a.Cmp(*b)
		case below && wasBelow:
			further = b.Cmp(*a)
		default:
			return ""
		}
	default:
		return "no score depends on it"
	}
	if further > 0 {
		return raises
	}
	return lowers
}

// edge judges one end of a band: wider is easier. Where one end gave way and the other
// came nearer the band was moved, which is neither.
func (c *comparison) edge(field string) judgement {
	b, a := c.before, c.after
	switch {
	case !c.sameUnit:
		return judgement{verdict: Neutral, remark: incomparable}
	case b.Low == nil || a.Low == nil || b.High == nil || a.High == nil || c.kind != c.now:
		return judgement{verdict: Neutral}
	}
	low, high := b.Low.Cmp(*a.Low), a.High.Cmp(*b.High)
	if low*high < 0 {
		return judgement{verdict: Neutral, remark: "the band was shifted"}
	}
	if field == "low" {
		return given(*b.Low, *a.Low, below(b.Baseline, *b.Low), 1)
	}
	return given(*b.High, *a.High, above(b.Baseline, *b.High), -1)
}

// below is the baseline where it lies below a level, else nil.
func below(baseline *metric.Number, level metric.Number) *metric.Number {
	if baseline != nil && baseline.Cmp(level) < 0 {
		return baseline
	}
	return nil
}

func above(baseline *metric.Number, level metric.Number) *metric.Number {
	if baseline != nil && baseline.Cmp(level) > 0 {
		return baseline
	}
	return nil
}

// judgeFailAt: credit that begins further from the target is more credit; without
// fail_at a bound that is missed earns nothing.
func (c *comparison) judgeFailAt(b, a *metric.Number) judgement {
	switch {
	case !c.sameUnit:
		return judgement{verdict: Neutral, remark: incomparable}
	case c.up == 0 || c.kind != c.now:
		return judgement{verdict: Neutral}
	case b == nil:
		return judgement{verdict: Eased, remark: "coming close now earns a part"}
	case a == nil:
		return judgement{verdict: Hardened, remark: "coming close earns nothing any more"}
	}
	return judgement{verdict: eases(b.Cmp(*a) * c.up)}
}

func (c *comparison) judgeTolerance(b, a *metric.Number) judgement {
	switch {
	case !c.sameUnit:
		return judgement{verdict: Neutral, remark: incomparable}
	case c.kind != c.now:
		return judgement{verdict: Neutral}
	case b == nil:
		return judgement{verdict: Eased}
	case a == nil:
		return judgement{verdict: Hardened}
	}
	return judgement{verdict: eases(a.Cmp(*b))}
}
