package score

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// objective scores an objective of today's file, which may be nil where only its
// published counterpart is left; gone are the published key results that have to
// be counted although the files no longer have them.
func (w *worker) objective(o *Objective, team *okr.Team, now, then *okr.Objective, gone []*okr.KeyResult) {
	o.Objective, o.Team = now, team
	listed := len(gone)
	if now == nil {
		o.Objective, o.Vanished = then, true
	} else {
		listed += len(now.KeyResults)
	}
	w.objectiveTerms(o, then)
	if c := o.Objective.Cancelled; c != nil && c.Date.V <= w.at {
		o.Cancelled = c
	}
	rooms := make([]room, listed)
	o.KeyResults = make([]*KeyResult, listed)
	for i := range rooms {
		o.KeyResults[i] = &rooms[i].KeyResult
	}
	if now != nil {
		for i, k := range now.KeyResults {
			w.keyResult(&rooms[i], o, k, w.published.keyResults[k], false)
		}
	}
	for i, k := range gone {
		w.keyResult(&rooms[listed-len(gone)+i], o, k, k, true)
	}
	o.Score, o.Amended = w.scores(o)
	w.guard(o)
	o.Band = w.band(o)
	o.Verdict = w.verdict(o)
}

// objectiveTerms finds how the objective counts, officially and in force. An
// objective without a published counterpart was added; what it began with is what
// its amendments lead back to.
func (w *worker) objectiveTerms(o *Objective, then *okr.Objective) {
	o.InForce = objectiveTerms(o.Objective, w.future)
	official := o.InForce
	switch {
	case w.scoring.TargetChange == "amended":
	case then != nil:
		official = objectiveTerms(then, w.future)
	case len(o.Objective.Amendments) > 0:
		official = objectiveTerms(o.Objective, w.unofficial)
	}
	o.Commitment, o.Weight = official.Commitment, official.Weight
}

// scores are the official and the amended score of an objective, as the settings
// make them of its key results. It also finds the weakest and the coverage.
func (w *worker) scores(o *Objective) (official, amended *metric.Number) {
	for _, k := range o.KeyResults {
		if !k.Counts {
			continue
		}
		o.Coverage.Total++
		if k.Measured() {
			o.Coverage.Measured++
		}
		if k.Score != nil && (o.Weakest == nil || weaker(k, o.Weakest)) {
			o.Weakest = k
		}
	}
	official = w.combine(o, false)
	if !slices.ContainsFunc(o.KeyResults, (*KeyResult).changed) {
		return official, official
	}
	return official, w.combine(o, true)
}

// changed reports whether the key result may count otherwise by the definition in
// force than by the official one.
func (k *KeyResult) changed() bool { return k.InForce != k.Official || k.Amended != k.Score }

// combine makes one score of those of the key results, as the settings say.
func (w *worker) combine(o *Objective, amended bool) *metric.Number {
	w.parts = w.parts[:0]
	for _, k := range o.KeyResults {
		weight, score := k.part(amended)
		w.parts = join(w.parts, weight, score)
	}
	switch w.scoring.ObjectiveScore {
	case "none":
		return nil
	case "min":
		var least *metric.Number
		for _, p := range w.parts {
			if least == nil || p.value.Cmp(*least) < 0 {
				least = &p.value
			}
		}
		return least
	default:
		return mean(w.parts)
	}
}

// weaker orders key results with a score from the weakest; of equal scores the
// one with less progress before it was cut, then by address, so that the order of
// the file makes no difference.
func weaker(a, b *KeyResult) bool {
	order := a.Score.Cmp(*b.Score)
	if order == 0 && a.Raw != nil && b.Raw != nil {
		order = a.Raw.Cmp(*b.Raw)
	}
	if order == 0 {
		order = strings.Compare(a.Address(), b.Address())
	}
	return order < 0
}

// guard asks the guardrails. Where the settings say so, a broken one leaves
// nothing of the score.
func (w *worker) guard(o *Objective) {
	for _, k := range o.KeyResults {
		if k.Official == nil || !k.Official.Guardrail || k.excluded() {
			continue
		}
		switch holds, known := k.holds(); {
		case known && !holds:
			o.Guardrail = GuardrailBroken
		case !known && o.Guardrail != GuardrailBroken:
			o.Guardrail = GuardrailUnmeasured
		case known && o.Guardrail == "":
			o.Guardrail = GuardrailOK
		}
	}
	if w.scoring.Guardrail != "zero" {
		return
	}
	if o.Score != nil && o.Guardrail == GuardrailBroken {
		o.Score = new(metric.Int(0))
	}
	if o.Amended != nil && slices.ContainsFunc(o.KeyResults, (*KeyResult).brokenAmended) {
		o.Amended = new(metric.Int(0))
	}
}

// brokenAmended reports whether the key result is a guardrail by the definition in
// force, and broken by it.
func (k *KeyResult) brokenAmended() bool {
	return k.InForce != nil && k.InForce.Guardrail && !k.excluded() && k.HoldsAmended != nil && !*k.HoldsAmended
}

// holds reports whether a guardrail is kept, and whether that is known. Of a kind
// without a bound, which should not guard anything, the whole target is the bound.
func (k *KeyResult) holds() (holds, known bool) {
	switch {
	case k.Holds != nil:
		return *k.Holds, true
	case k.Measured():
		return k.Score.Cmp(metric.Int(1)) >= 0, true
	}
	return false, false
}

// Part is a key result and its share of an objective's score.
type Part struct {
	KeyResult *KeyResult
	Share     metric.Number // 0…1; the shares of all parts add up to 1
}

// Parts are the key results that the score is made of, with their weights
// brought to a sum of 1: those that count and have a score.
func (o *Objective) Parts() []Part {
	var parts []Part
	var total metric.Number
	for _, k := range o.KeyResults {
		if weight, score := k.part(false); score != nil {
			parts = append(parts, Part{KeyResult: k, Share: weight})
			total = total.Add(weight)
		}
	}
	for i := range parts {
		parts[i].Share, _ = parts[i].Share.Div(total)
	}
	return parts
}
