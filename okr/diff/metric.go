package diff

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// metricFields are the fields of what a key result measures and how it is judged, by
// the names that amendments use. The weight is read among its siblings.
var metricFields = []string{
	"kind", "name", "unit", "source", "baseline", "target", "by", "low", "high", "fail_at", "tolerance",
	"threshold", "aggregate", "stages", "measured", "observable_on", "phases", "role",
}

// comparison is what a key result measures, on both sides.
type comparison struct {
	before, after metric.Definition
	kind, now     string // the kinds, said or inferred
	unit, unitNow string
	sameUnit      bool
	// up is 1 where more is better and -1 where less is, before and after; 0 where the
	// kind has no such side, or the two sides differ.
	up int
	// policy is how the settings want readings counted where a metric does not say.
	policy, policyNow     metric.Policy
	readings, readingsNow []metric.Reading // that count, on both sides
}

func (r *reader) compare(b, a *okr.KeyResult) *comparison {
	c := &comparison{
		before: b.Metric.Definition(), after: a.Metric.Definition(),
		unit: b.Metric.Unit.V, unitNow: a.Metric.Unit.V,
		policy: r.before.Settings.Scoring.Policy(), policyNow: r.after.Settings.Scoring.Policy(),
		readings: readingsAt(b, r.at), readingsNow: readingsAt(a, r.at),
	}
	c.kind, c.now = kindOf(c.before), kindOf(c.after)
	c.sameUnit = metric.SameUnit(c.unit, c.unitNow)
	if up := upwards(c.kind); up == upwards(c.now) {
		c.up = up
	}
	return c
}

// kindOf is the kind that the definition names or that its numbers say.
func kindOf(d metric.Definition) string {
	if kind, ok := metric.Resolve(d); ok {
		return kind.Name
	}
	return d.Kind
}

func upwards(kind string) int {
	switch kind {
	case "increase", "at_least":
		return 1
	case "decrease", "at_most":
		return -1
	}
	return 0
}

// metric compares the fields of two metrics by what they mean.
func (r *reader) metric(s subject, book *book) {
	b, a := s.keyResultBefore, s.keyResultAfter
	if untouched(b, a) {
		return
	}
	c := r.compare(b, a)
	for _, field := range metricFields {
		was, _ := b.Field(field)
		now, _ := a.Field(field)
		if okr.SameField(field, was, now) {
			continue
		}
		switch field {
		case "kind":
			r.kind(s, c, was, now, book)
			continue
		case "threshold":
			if inForce(c.before.Threshold, c.policy.Threshold) == inForce(c.after.Threshold, c.policyNow.Threshold) {
				continue // it says what the settings say anyway
			}
		case "target", "by":
			r.target(s, c, field, book)
			continue
		}
		r.field(s, field, was, now, valueText(field, was, c.unitOf(field, c.unit)), valueText(field, now, c.unitOf(field, c.unitNow)),
			c.judge(field, was, now), book)
	}
	r.domain(s)
}

// untouched reports whether two plain metrics say the same word for word, as nearly all
// do. It may miss some that mean the same.
func untouched(b, a *okr.KeyResult) bool {
	same := func(x, y okr.Number) bool { return x.Written() == y.Written() && x.V.Equal(y.V) }
	m, n := &b.Metric, &a.Metric
	return m.Fine == nil && n.Fine == nil && b.Guardrail.V == a.Guardrail.V &&
		m.Kind.V == n.Kind.V && m.Unit.V == n.Unit.V && m.Source.V == n.Source.V && m.Aggregate.V == n.Aggregate.V &&
		same(m.Baseline, n.Baseline) && same(m.Target, n.Target)
}

// unitOf is the unit of a field: the metric's own for its levels.
func (c *comparison) unitOf(field, unit string) string {
	switch field {
	case "baseline", "target", "low", "high", "fail_at", "tolerance":
		return unit
	}
	return ""
}

// kind compares kinds that are written differently. One that is left out is the one that
// the numbers say, in the file as in an amendment.
func (r *reader) kind(s subject, c *comparison, was, now okr.Value, book *book) {
	if c.kind == c.now {
		return
	}
	change := r.field(s, "kind", was, now, shown(c.kind), shown(c.now), c.judge("kind", was, now), book)
	if !change.Declared {
		change.Reason, change.Declared = book.declares("kind", okr.Value{Text: c.kind}, okr.Value{Text: c.now})
	}
}

// target compares what is to be reached: written as a level or as a change of the
// baseline, it is one thing. A change of notation that comes to the same is none.
func (r *reader) target(s subject, c *comparison, field string, book *book) {
	b, a := s.keyResultBefore, s.keyResultAfter
	wrote, writes := b.Metric.Finely().By.Written(), a.Metric.Finely().By.Written()
	if b.Metric.Target.Written() == a.Metric.Target.Written() || wrote == writes {
		was, _ := b.Field(field)
		now, _ := a.Field(field)
		unit, unitNow := c.unitOf(field, c.unit), c.unitOf(field, c.unitNow)
		r.field(s, field, was, now, valueText(field, was, unit), valueText(field, now, unitNow), c.judgeTarget(), book)
		return
	}
	old, new := c.before.ResolvedTarget(), c.after.ResolvedTarget()
	if field == "by" || old != nil && new != nil && old.Equal(*new) && c.sameUnit {
		return // said once, for the target
	}
	var values [2]okr.Value
	var texts [2]*string
	for i, k := range []*okr.KeyResult{b, a} {
		field = "target"
		if values[i], _ = k.Field(field); values[i].IsNull() {
			field = "by"
			values[i], _ = k.Field(field)
		}
		texts[i] = valueText(field, values[i], c.unitOf(field, k.Metric.Unit.V))
	}
	change := r.field(s, field, values[0], values[1], texts[0], texts[1], c.judgeTarget(), book)
	for _, field := range []string{"target", "by"} {
		was, _ := b.Field(field)
		now, _ := a.Field(field)
		if reason, declared := book.declares(field, was, now); declared {
			change.Reason, change.Declared = reason, true
		}
	}
}

// domain compares what values a metric can have; it is knowledge and no promise.
func (r *reader) domain(s subject) {
	text := func(k *okr.KeyResult) okr.Text {
		f := k.Metric.Finely()
		if f.Domain.IsZero() {
			return okr.Text{}
		}
		var d metric.Domain
		if f.DomainMin.Written() {
			d.Min = &f.DomainMin.V
		}
		if f.DomainMax.Written() {
			d.Max = &f.DomainMax.V
		}
		return okr.Text{V: d.String(), Span: f.Domain}
	}
	r.plain(s, "domain", text(s.keyResultBefore), text(s.keyResultAfter))
}

// sentence says what changed in people's words.
func sentence(field string, before, after *string, found judgement) string {
	return as(strings.ReplaceAll(field, "_", " "), before, after, found)
}

// as is a sentence about something under the name that is given.
func as(name string, before, after *string, found judgement) string {
	var what string
	switch {
	case before == nil:
		what = name + " added: " + textOf(after)
	case after == nil:
		what = name + " " + *before + " removed"
	default:
		what = name + " " + *before + " → " + *after
	}
	if remark := joined(", ", verdictWord(found.verdict), found.remark); remark != "" {
		what += ": " + remark
	}
	return what
}

// verdictWord is the verdict where it says more than the sentence about it does.
func verdictWord(v Verdict) string {
	switch v {
	case Eased, Hardened:
		return string(v)
	case Rescoped:
		return "it now means something else"
	}
	return ""
}
