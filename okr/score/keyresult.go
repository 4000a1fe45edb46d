package score

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// room is where a key result stands together with what it points to as a rule, so
// that those of an objective are made at once.
type room struct {
	KeyResult
	terms    Terms
	pace     Pace
	forecast metric.Number
}

// keyResult scores a key result where an objective lists it. Then is its
// published counterpart, nil where there is none to compare with; of one that
// vanished it is all that is left.
func (w *worker) keyResult(r *room, o *Objective, listed, then *okr.KeyResult, vanished bool) {
	k := &r.KeyResult
	k.Listed, k.Definition, k.State, k.Vanished, k.scorer = listed, listed.Definition(), Open, vanished, w.scorer
	if k.Definition == nil && then != nil {
		k.Vanished = true // the listing still stands, but not what it lists
	}
	if k.Vanished {
		k.Definition = w.lastSeen(then)
	}
	definition := k.Definition
	if definition == nil || definition.Body == nil || definition.Objective.Document.Outline {
		return
	}
	d := w.define(&r.terms, definition, listed, then, k.Vanished)
	k.Published, k.InForce, k.Official, k.Undeclared = d.published, d.inForce, d.published, d.undeclared
	if w.scoring.TargetChange == "amended" && d.inForce != nil {
		k.Official = d.inForce
	}
	if k.InForce != nil && k.InForce != k.Published {
		if target := k.InForce.ResolvedTarget(); !sameNumber(target, k.Published.ResolvedTarget()) {
			k.AmendedTarget = target
		}
	}
	k.SharedWith = w.shares.with(definition, o.Team)

	k.Cancelled = w.cancellation(definition, o)
	k.starts = d.starts
	from, to := w.stretch(k)
	k.used = between(definition.CheckIns, from, to)
	if definition.Starts.V != k.starts && !k.Vanished {
		k.usedInForce = between(definition.CheckIns, max(w.cycle.Start, definition.Starts.V), to)
		k.restarted = true
	}
	k.latest(until(definition.CheckIns, to))
	k.State = w.stateOf(definition, then, k)
	k.Began = w.began(definition, k)
	k.Counts = k.countsIn(k.Official)

	paced := w.measure(k, d.uncorrected)
	w.close(k)
	if !k.Official.Guardrail {
		k.Band = BandOf(k.Score, o.Commitment, w.scoring)
	}
	if paced && k.State != Cancelled && k.State != Deferred {
		w.pace(r, o.Commitment)
	}
}

// measure scores the readings by each definition there is, and reports whether
// the kind of the official one has a pace.
func (w *worker) measure(k *KeyResult, uncorrected *Terms) (paced bool) {
	kind, ok := metric.Resolve(k.Official.Definition)
	k.Kind = kind.Name
	if !ok {
		k.Kind = k.Official.Kind
	}
	if k.State == Deferred {
		return kind.Paced
	}
	w.readings = readingsOf(k.used, w.readings[:0])
	k.values = len(w.readings)

	out := w.outcome(k.Official)
	k.Current, k.Raw, k.Score, k.Wrong = out.Current, out.Raw, out.Score, out.Problems
	k.Held, k.Of, k.Holds, k.HoldsAmended = out.Held, out.Of, out.Holds, out.Holds
	k.Regressed = k.Raw != nil && k.Raw.Sign() < 0
	k.Original = k.Score
	if k.Published != k.Official {
		k.Original = w.outcome(k.Published).Score
	}
	switch {
	case k.InForce == nil || k.InForce != k.Official && w.deferred(k, k.InForce):
	case k.restarted:
		w.readings = readingsOf(k.usedInForce, w.readings[:0])
		amended := w.outcome(k.InForce)
		k.Amended, k.HoldsAmended = amended.Score, amended.Holds
		w.readings = readingsOf(k.used, w.readings[:0])
	case k.InForce == k.Official:
		k.Amended = k.Score
	default:
		amended := w.outcome(k.InForce)
		k.Amended, k.HoldsAmended = amended.Score, amended.Holds
	}
	if uncorrected != nil {
		k.Uncorrected = w.outcome(uncorrected).Score
	}
	return kind.Paced
}

func (w *worker) outcome(t *Terms) metric.Outcome {
	return metric.Score(t.Definition, w.policy, w.readings)
}
