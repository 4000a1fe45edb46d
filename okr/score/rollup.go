package score

import (
	"iter"
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// Only is the reading of a team and those below it: the figures of the cycle are
// those of what is left. The context keeps the objectives of these teams and of
// those above. Without a team it is the reading itself.
func (r *Reading) Only(team *okr.Team) *Reading {
	if team == nil {
		return r
	}
	only := *r
	only.Teams = pick(r.Teams, func(t *Team) bool { return t.Team.Within(team) })
	only.Without = pick(r.Without, func(t *okr.Team) bool { return t.Within(team) })
	only.Context = pick(r.Context, func(o *Objective) bool {
		return o.Team.Within(team) || team.Within(o.Team)
	})
	only.total()
	return &only
}

func pick[T any](all []T, keep func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(all), func(t T) bool { return !keep(t) })
}

// total makes the figures of the cycle out of those of its teams.
func (r *Reading) total() {
	once := r.once()
	r.count(once)
	mean := r.byObjectives
	if r.scoring.Rollup == "key_results" {
		mean = func(amended bool) *metric.Number { return r.byKeyResults(once, amended) }
	}
	r.Score = mean(false)
	r.Amended = r.Score
	if slices.ContainsFunc(r.Teams, (*Team).changed) {
		r.Amended = mean(true)
	}
}

// changed reports whether anything of the team may count otherwise by the
// definitions in force than by the official ones.
func (t *Team) changed() bool {
	return t.Amended != t.Score || slices.ContainsFunc(t.Objectives, func(o *Objective) bool {
		return o.changed() || slices.ContainsFunc(o.KeyResults, (*KeyResult).changed)
	})
}

// count notes each key result in the place in which it is counted.
func (r *Reading) count(once func(*KeyResult) bool) {
	r.Coverage, r.Distribution, r.Problems = Coverage{}, Distribution{}, nil
	for k := range r.all() {
		if once(k) {
			r.note(k)
		}
	}
}

// note counts a key result in the figures of the cycle.
func (r *Reading) note(k *KeyResult) {
	if k.Unmeasured && (k.Counts || k.Official.Guardrail) && r.scoring.UnmeasuredAtClose == "refuse" {
		r.Problems = append(r.Problems, unmeasured(k))
	}
	if !k.Counts {
		return
	}
	r.Coverage.Total++
	if k.Measured() {
		r.Coverage.Measured++
	}
	switch k.Band {
	case Red:
		r.Distribution.Red++
	case Yellow:
		r.Distribution.Yellow++
	case Green:
		r.Distribution.Green++
	default:
		r.Distribution.Unmeasured++
	}
}

func unmeasured(k *KeyResult) Problem {
	return Problem{
		ID: IDUnmeasuredAtClose, KeyResult: k,
		Message: "the cycle has ended and this key result was never measured, so nobody can say how it ended.",
		Hint:    "Add a check-in with the last reading of the cycle; where it cannot be measured, cancel it with the reason, or give the day from which it can be as observable_on.",
	}
}

// all goes through the key results of the teams, shared ones in each place.
func (r *Reading) all() iter.Seq[*KeyResult] {
	return func(yield func(*KeyResult) bool) {
		for _, t := range r.Teams {
			for _, o := range t.Objectives {
				for _, k := range o.KeyResults {
					if !yield(k) {
						return
					}
				}
			}
		}
	}
}

// Distinct are the key results of the reading, each once: a shared one where it
// counts, before others where it is defined.
func (r *Reading) Distinct() []*KeyResult {
	once := r.once()
	var distinct []*KeyResult
	for k := range r.all() {
		if once(k) {
			distinct = append(distinct, k)
		}
	}
	return distinct
}

// once reports whether a place is the one in which a key result is counted.
func (r *Reading) once() func(*KeyResult) bool {
	places := make(map[string]*KeyResult)
	for k := range r.all() {
		if len(k.SharedWith) == 0 {
			continue
		}
		address := k.Definition.Address()
		if other := places[address]; other == nil || k.before(other) {
			places[address] = k
		}
	}
	return func(k *KeyResult) bool { return len(k.SharedWith) == 0 || places[k.Definition.Address()] == k }
}

// before reports whether a shared key result is rather counted here than there.
func (k *KeyResult) before(other *KeyResult) bool {
	if k.Counts != other.Counts {
		return k.Counts
	}
	return k.Listed == k.Definition && other.Listed != other.Definition
}

// part is the weight and the score with which an objective enters its team's
// mean, official or amended.
func (o *Objective) part(amended bool) (weight metric.Number, score *metric.Number) {
	if amended {
		return o.InForce.Weight, o.Amended
	}
	return o.Weight, o.Score
}

// part is the weight and the score with which a key result enters its
// objective's mean, official or amended; the score is nil where it does not.
func (k *KeyResult) part(amended bool) (weight metric.Number, score *metric.Number) {
	terms, score := k.Official, k.Score
	if amended {
		terms, score = k.InForce, k.Amended
	}
	if !k.countsIn(terms) {
		return weight, nil
	}
	return terms.Weight, score
}

// byObjectives is the mean of all objectives. Weights act inside the team: scaled
// to an average of 1 there, they leave each team as much of the mean as it has
// objectives that count.
func (r *Reading) byObjectives(amended bool) *metric.Number {
	parts := make([]weighted, 0, len(r.Teams))
	for _, t := range r.Teams {
		counting, score := int64(0), t.Score
		for _, o := range t.Objectives {
			if weight, of := o.part(amended); of != nil && weight.Sign() > 0 {
				counting++
			}
		}
		if amended {
			score = t.Amended
		}
		parts = join(parts, metric.Int(counting), score)
	}
	return mean(parts)
}

// byKeyResults is the mean of all key results, shared ones once. Weights act
// inside the objective and inside the team, scaled to an average of 1 in each.
func (r *Reading) byKeyResults(once func(*KeyResult) bool, amended bool) *metric.Number {
	var parts []weighted
	for _, t := range r.Teams {
		byTeam := scale(t.Objectives, func(o *Objective) metric.Number {
			if weight, _ := o.part(amended); slices.ContainsFunc(o.KeyResults, func(k *KeyResult) bool {
				_, score := k.part(amended)
				return score != nil
			}) {
				return weight
			}
			return metric.Number{}
		})
		for _, o := range t.Objectives {
			weight, _ := o.part(amended)
			byObjective := scale(o.KeyResults, func(k *KeyResult) metric.Number {
				weight, score := k.part(amended)
				if score == nil {
					return metric.Number{}
				}
				return weight
			})
			for _, k := range o.KeyResults {
				if own, score := k.part(amended); once(k) {
					parts = join(parts, own.Mul(byObjective).Mul(weight).Mul(byTeam), score)
				}
			}
		}
	}
	return mean(parts)
}

// scale is what brings weights to an average of 1; those that are 0 are left out.
func scale[T any](things []T, weight func(T) metric.Number) metric.Number {
	var total metric.Number
	counting := int64(0)
	for _, t := range things {
		if w := weight(t); w.Sign() > 0 {
			total = total.Add(w)
			counting++
		}
	}
	factor, _ := metric.Int(counting).Div(total)
	return factor
}
