package lint

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
)

var targetAlreadyMet = Rule{
	Rule: diag.Rule{ID: "target-already-met", Category: diag.Ambition, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "A target that the first reading has reached already."},
	Why: "What is true on the first day is no result of the quarter: it scores 1.0 whatever the team does. " +
		"Either the next level is the target, or the level is to be kept, and then it is a guardrail.",
	Source: "Google's OKR playbook",
	About:  Files,
	Bad: []string{`
- id: calm-mornings
  title: Parents start the day without a queue
  commitment: aspirational
  why_now: School begins in September and the old gate closes
  key_results:
    - id: on-time
      title: Children who are in class at eight rise from 80 to 90 percent
      metric: {unit: percent, baseline: 80, target: 90, source: class register}
      check_ins:
        - {date: 2026-07-03, value: 91, confidence: 6}
        - {date: 2026-08-07, value: 92, confidence: 6}
`},
	Good: []string{`
- id: calm-mornings
  title: Parents start the day without a queue
  commitment: aspirational
  why_now: School begins in September and the old gate closes
  key_results:
    - id: on-time
      title: Children who are in class at eight rise from 80 to 90 percent
      metric: {unit: percent, baseline: 80, target: 90, source: class register}
      check_ins:
        - {date: 2026-07-03, value: 80, confidence: 5}
        - {date: 2026-07-24, value: 83, confidence: 5}
        - {date: 2026-08-07, value: 85, confidence: 6}
    - id: by-bike
      title: Families that come without a car rise from 35 to 50 percent
      metric: {unit: percent, baseline: 35, target: 50, source: gate counters}
      check_ins:
        - {date: 2026-07-03, value: 35, confidence: 5}
        - {date: 2026-07-24, value: 38, confidence: 5}
        - {date: 2026-08-07, value: 41, confidence: 5}
    - id: accidents
      title: Accidents at the gate stay at or below 1 per month
      role: guardrail
      metric: {kind: at_most, unit: accidents, target: 1, source: school register}
      check_ins:
        - {date: 2026-07-03, value: 0}
        - {date: 2026-08-07, value: 0}
`},
	Since:     edition,
	AtPublish: true,
	Check:     checkTargetAlreadyMet,
}

func checkTargetAlreadyMet(r *Reading, say Say) {
	for k := range r.KeyResults() {
		if k.Guardrail.V {
			continue
		}
		if first := r.metFirst(k); first != nil {
			r.tellMet(k, "its first reading, from "+first.Date.V.String()+",", first.Value.String(), first.Value, say)
		} else if earlier, value := r.metBefore(k); earlier != nil {
			r.tellMet(k, earlier.Address()+", from which it is carried,", value.String(), nil, say)
		}
	}
}

// tellMet says that a value from before has reached the target, at the value if it
// stands in the file and else at the target.
func (r *Reading) tellMet(k *okr.KeyResult, where, value string, at *okr.Value, say Say) {
	remark := OnKeyResult(k)
	definition := k.Metric.Definition()
	target, unit := definition.ResolvedTarget(), definition.Unit
	if target == nil {
		say(remark.At(at.Span).Says(named(k.Title)+" was reached on the first day: "+where+" says "+value,
			"Set what is still to be reached, or delete the key result: what is done already needs no quarter."))
		return
	}
	bound := "at_least"
	if target.Cmp(definition.Baseline.Min(*target)) == 0 {
		bound = "at_most"
	}
	remark = remark.At(k.Metric.Finely().By.Span).At(k.Metric.Target.Span)
	if at != nil {
		remark = remark.Beside("the first reading", k.Objective.Document.File, at.Span)
	}
	say(remark.Says("the target of "+named(k.Title)+", "+amount(*target, unit)+", is reached already: "+where+" says "+value,
		"Start from "+value+" with `baseline: "+value+"` and set the next level as `target`; if "+amount(*target, unit)+
			" is only to be kept, make it `role: guardrail` with `kind: "+bound+"`."))
}

// metFirst is the first reading of a key result where that alone reaches the
// target, and came so early that the quarter cannot have done it: within the
// grace, or for a milestone or a stage by the first day. What was amended later is
// a matter of moved goalposts.
func (r *Reading) metFirst(k *okr.KeyResult) *okr.CheckIn {
	definition := k.Metric.Definition()
	kind, ok := metric.Resolve(definition)
	if !ok || kind.Guardrail || kind.Name == "establish_baseline" || k.Metric.Aggregate.V == string(metric.AggregateMean) {
		return nil
	}
	for i := range k.Amendments {
		if a := &k.Amendments[i]; a.Date.V > settles(k) && a.Date.V <= r.At && movesTarget(a.Field.V) {
			return nil
		}
	}
	heard, latest := r.Heard(k), begin(k)
	if kind.Paced {
		latest = max(latest, settles(k))
	}
	for i := range until(heard, latest) {
		if heard[i].Value == nil {
			continue
		}
		if isChange(kind.Name) && fallsShort(heard[i].Value.Number, definition) {
			return nil
		}
		score := r.outcome(k, heard[i:i+1]).Score
		if score != nil && score.Cmp(metric.Int(1)) >= 0 {
			return &heard[i]
		}
		return nil
	}
	return nil
}

// fallsShort reports whether a value has not come to the target of a change, which is seen
// far quicker than what it scores.
func fallsShort(value *metric.Number, d metric.Definition) bool {
	target := d.ResolvedTarget()
	return value != nil && target != nil && d.Baseline != nil && !reaches(*value, *target, *d.Baseline)
}

// movesTarget reports whether an amendment of the field can bring a target nearer.
func movesTarget(field string) bool {
	switch field {
	case "target", "by", "baseline", "kind", "unit", "aggregate", "stages":
		return true
	}
	return false
}

// metBefore is the key result from which one is carried, and the value at which it
// ended, where that reaches the target and nothing has been read since.
func (r *Reading) metBefore(k *okr.KeyResult) (earlier *okr.KeyResult, value metric.Number) {
	if k.CarriedFrom == nil {
		return nil, value
	}
	definition := k.Metric.Definition()
	kind, ok := metric.Resolve(definition)
	if !ok || !kind.Paced || definition.Aggregate == metric.AggregateSum || len(valuesOf(r.Heard(k))) > 0 {
		return nil, value
	}
	from := k.CarriedFrom.KeyResult
	if from == nil || from.Body == nil || !preceded(from, k) || !metric.SameUnit(from.Metric.Unit.V, definition.Unit) || !sameAggregate(from, k) {
		return nil, value
	}
	value, ok = r.end(from)
	if !ok {
		return nil, value
	}
	reached := metric.Score(definition, r.Workspace.Settings.Scoring.Policy(), []metric.Reading{{Number: &value}}).Score
	if reached == nil || reached.Cmp(metric.Int(1)) < 0 {
		return nil, value
	}
	return from, value
}
