package diff

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// weighed is something with its weight on both sides.
type weighed[T comparable] struct {
	thing         T
	before, after metric.Number
}

// reweightKeyResults finds the key results of an objective whose weights changed
// against those of their siblings. Only counting ones have siblings.
func (r *reader) reweightKeyResults(b, a *okr.Objective) {
	var list []weighed[*okr.KeyResult]
	same := countingOf(b) == countingOf(a)
	for _, k := range a.KeyResults {
		was := r.same.keyResults.toBefore[k]
		if !counts(k) {
			continue
		}
		if was == nil || was.Objective != b || !counts(was) {
			same = false
			continue
		}
		list = append(list, weighed[*okr.KeyResult]{k, was.Weight.Or(metric.Int(1)), k.Weight.Or(metric.Int(1))})
	}
	reweigh(list, same, r.reweightedKeyResults)
}

// counts reports whether a key result is one of those that share an objective's score.
func counts(k *okr.KeyResult) bool {
	if k.Body == nil {
		return false
	}
	definition := k.Definition()
	return definition == nil || definition.Body == nil || !definition.Guardrail.V
}

func countingOf(o *okr.Objective) int {
	n := 0
	for _, k := range o.KeyResults {
		if counts(k) {
			n++
		}
	}
	return n
}

func (r *reader) reweightObjectives(before, after *okr.Document) {
	var list []weighed[*okr.Objective]
	same := len(before.Objectives)+len(before.Stopped) == len(after.Objectives)+len(after.Stopped)
	for o := range after.Every() {
		was := r.same.objectives.toBefore[o]
		if was == nil || was.Document != before {
			same = false
			continue
		}
		list = append(list, weighed[*okr.Objective]{o, was.Weight.Or(metric.Int(1)), o.Weight.Or(metric.Int(1))})
	}
	reweigh(list, same, r.reweightedObjectives)
}

// reweigh marks what has another weight, unless all weights were multiplied by the
// same and the siblings are the same: then every share is what it was.
func reweigh[T comparable](list []weighed[T], same bool, marks map[T]bool) {
	if same && scaled(list) {
		return
	}
	for _, w := range list {
		if !w.before.Equal(w.after) {
			marks[w.thing] = true
		}
	}
}

func scaled[T comparable](list []weighed[T]) bool {
	for _, reference := range list {
		if reference.before.IsZero() {
			continue
		}
		for _, w := range list {
			if !w.after.Mul(reference.before).Equal(reference.after.Mul(w.before)) {
				return false
			}
		}
		return !reference.after.IsZero()
	}
	return false
}

func (r *reader) reweight(s subject, b, a okr.Number, book *book) {
	value := func(n okr.Number) (okr.Value, *string) {
		v := n.Or(metric.Int(1))
		return okr.Value{Span: n.Span, Text: v.String(), Number: &v}, shown(v.String())
	}
	was, before := value(b)
	now, after := value(a)
	r.field(s, "weight", was, now, before, after, judgement{verdict: Reweighted}, book)
}
