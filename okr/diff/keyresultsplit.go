package diff

import (
	"cmp"
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

// keyResultSplits are the splits of the key results that a team lists, of those whose
// scores changed.
func (r *reader) keyResultSplits(copies map[*okr.KeyResult]*okr.KeyResult, before, between, after *score.Team) []KeyResultSplit {
	was, through, now := entriesOf(before), entriesOf(between), entriesOf(after)
	var list []KeyResultSplit
	note := func(address string, b, m, a *score.KeyResult) {
		if s := keyResultSplit(b, m, a); s.Moved() {
			list = append(list, KeyResultSplit{Address: address, Split: s})
		}
	}
	seen := make(map[*okr.KeyResult]bool)
	for k := range listed(after) {
		counterpart := r.same.keyResults.toBefore[k]
		seen[counterpart] = true
		note(k.Address(), was[counterpart], through[copies[k]], now[k])
	}
	for k := range listed(before) {
		if !seen[k] {
			note(k.Address(), was[k], nil, nil)
		}
	}
	slices.SortStableFunc(list, func(a, b KeyResultSplit) int { return cmp.Compare(a.Address, b.Address) })
	return list
}

// listed goes through what a team lists.
func listed(t *score.Team) func(yield func(*okr.KeyResult) bool) {
	return func(yield func(*okr.KeyResult) bool) {
		if t == nil {
			return
		}
		for _, o := range t.Objectives {
			for _, k := range o.KeyResults {
				if !yield(k.Listed) {
					return
				}
			}
		}
	}
}

// entriesOf are the key results of a team by what is listed.
func entriesOf(t *score.Team) map[*okr.KeyResult]*score.KeyResult {
	entries := make(map[*okr.KeyResult]*score.KeyResult)
	if t == nil {
		return entries
	}
	for _, o := range t.Objectives {
		for _, k := range o.KeyResults {
			entries[k.Listed] = k
		}
	}
	return entries
}

// keyResultSplit is the split of a key result's amended score; each side is nil where it
// does not list it. Where it is in its objective's mean on one side alone, it has a score
// there alone: one that was stopped keeps its score, and yet moves that of its team.
func keyResultSplit(before, between, after *score.KeyResult) Split {
	changes := inMean(before) != inMean(after)
	of := func(k *score.KeyResult) *metric.Number {
		if k == nil || changes && !inMean(k) {
			return nil
		}
		return k.Amended
	}
	return split(of(before), of(between), of(after))
}

// inMean reports whether the amended score of a key result enters its objective's mean.
// What was stopped late stays in it.
func inMean(k *score.KeyResult) bool {
	if k == nil || k.Amended == nil || k.InForce == nil || k.InForce.Guardrail || k.InForce.Weight.Sign() <= 0 {
		return false
	}
	return k.State != score.Deferred && k.State != score.Cancelled || k.Counts
}
