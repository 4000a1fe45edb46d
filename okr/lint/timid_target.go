package lint

import (
	"strconv"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
)

var timidTarget = Rule{
	Rule: diag.Rule{ID: "timid-target", Category: diag.Ambition, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A target that is sure to be hit."},
	Why: "A target chosen because it is safe teaches the team nothing and hides what would have been possible. " +
		"Seven tenths of something hard is worth more. " +
		"In files it is found where the trend of earlier cycles leads there anyway, or where the step is smaller than a fiftieth.",
	Source: "Google's OKR playbook",
	About:  Note,
	Bad: []string{
		"We are sandbagging this one",
		"We chose a target that we are sure to hit",
	},
	Good: []string{
		"It is a stretch: we got half as far last quarter",
		"The new form could double it, if people find it",
	},
	Since: edition,
	Advise: func(s Said) (string, string) {
		return s.says("{words} describes a target that is safe.",
			"Raise it until you would call it even odds, or mark it `committed` and say so.")
	},
	Check: checkTimidTarget,
}

// checkTimidTarget passes over commitments, which are meant to be kept, and over
// targets that are reached already, which target-already-met tells.
func checkTimidTarget(r *Reading, say Say) {
	lines := r.lineage()
	for k := range r.KeyResults() {
		if k.Guardrail.V || r.promise(k.Objective) != okr.Aspirational {
			continue
		}
		definition := k.Metric.Definition()
		kind, ok := metric.Resolve(definition)
		if !ok || !kind.Paced || len(kind.Check(definition)) > 0 {
			continue
		}
		target := *definition.ResolvedTarget()
		actuals := lines.actuals(k)
		if next, ok := trend(actuals, target.Cmp(*definition.Baseline)); ok && reaches(next, target, *definition.Baseline) {
			if r.metFirst(k) == nil {
				say(r.tellTrend(onTarget(k), k, actuals, next, target))
			}
			continue
		}
		if tiny(definition, target, actuals) && r.metFirst(k) == nil {
			say(onTarget(k).Says("the target of "+named(k.Title)+" is "+amount(target, definition.Unit)+", not a fiftieth away from the baseline of "+definition.Baseline.String(),
				"Set the level that would surprise you, so that confidence starts at 5; where so small a step is hard, say so at the end of the line: "+
					"`# okr:allow timid-target because …`."))
		}
	}
}

// onTarget is a remark about a key result, at its target.
func onTarget(k *okr.KeyResult) Remark {
	return OnKeyResult(k).At(k.Metric.Finely().By.Span).At(k.Metric.Target.Span)
}

// tellTrend speaks of a target that lies on the way of what happens anyway.
func (r *Reading) tellTrend(remark Remark, k *okr.KeyResult, actuals []actual, next, target metric.Number) Remark {
	unit := k.Metric.Unit.V
	var ends []string
	for _, a := range actuals {
		ends = append(ends, a.value.String())
	}
	cycle := k.Objective.Document.Cycle
	remark = remark.Says(
		"the last "+strconv.Itoa(len(actuals))+" cycles ended at "+list(ends)+"; going on like that gives "+amount(rounded(next, target), unit)+
			" by "+cycle.End.String()+", and the target of "+named(k.Title)+" is "+amount(target, unit),
		"Set what would surprise you beyond "+rounded(next, target).String()+", so that confidence starts at 5; if others rely on "+
			amount(target, unit)+", write `commitment: committed` on the objective.")
	for _, a := range actuals {
		d := a.result.Objective.Document
		remark = remark.Beside(d.Cycle.ID+" ended at "+amount(a.value, a.result.Metric.Unit.V), d.File, placeOf(a.result.Title, a.result.ID))
	}
	return remark
}

// rounded is an expectation as people say it: to a decimal place more than the
// target that it is compared with.
func rounded(next, target metric.Number) metric.Number {
	const most = 6
	places := 0
	for places < most && !target.Round(places).Equal(target) {
		places++
	}
	return next.Round(places + 1)
}

// fewestActuals are needed to speak of a trend.
const fewestActuals = 3

// trend is where the straight line through earlier ends, one per cycle, leads by
// the next one. Least squares weigh all of them; ok is false where there are too
// few, or where one of the steps goes against the way, up or down as the sign says:
// what goes back and forth does not arrive by itself.
func trend(actuals []actual, way int) (next metric.Number, ok bool) {
	n := len(actuals)
	if n < fewestActuals {
		return next, false
	}
	var sum, moment metric.Number
	for i, a := range actuals {
		if i > 0 && a.value.Cmp(actuals[i-1].value) == -way {
			return next, false
		}
		sum = sum.Add(a.value)
		moment = moment.Add(a.value.Mul(metric.Int(int64(2*i - n + 1)))) // twice the distance from the middle
	}
	mean := sum.Mul(metric.Ratio(1, int64(n)))
	slope := moment.Mul(metric.Ratio(6, int64(n*(n*n-1)))) // Σ(x−x̄)² is n(n²−1)/12
	return mean.Add(slope.Mul(metric.Ratio(int64(n+1), 2))), true
}

// reaches reports whether a value is at the target or beyond it, seen from the
// baseline.
func reaches(value, target, baseline metric.Number) bool {
	return value.Cmp(target) != -target.Cmp(baseline)
}

// tiny reports whether the step to the target is less than a fiftieth of the
// baseline. Near an end of what the unit can have small steps are large ones, and
// so they are where the number moves less from cycle to cycle.
func tiny(d metric.Definition, target metric.Number, actuals []actual) bool {
	step := target.Sub(*d.Baseline).Abs()
	if d.Baseline.IsZero() || step.Mul(metric.Int(50)).Cmp(d.Baseline.Abs()) >= 0 {
		return false
	}
	domain := metric.DomainOf(d.Unit, d.Domain)
	if domain.Min != nil && domain.Max != nil {
		tenth := domain.Max.Sub(*domain.Min).Mul(metric.Ratio(1, 10))
		for _, level := range [...]metric.Number{target, *d.Baseline} {
			if level.Sub(*domain.Min).Cmp(tenth) <= 0 || domain.Max.Sub(level).Cmp(tenth) <= 0 {
				return false
			}
		}
	}
	if len(actuals) < 2 {
		return true
	}
	var moved metric.Number
	for i := 1; i < len(actuals); i++ {
		moved = moved.Add(actuals[i].value.Sub(actuals[i-1].value).Abs())
	}
	return step.Mul(metric.Int(int64(len(actuals)-1))).Cmp(moved) < 0
}
