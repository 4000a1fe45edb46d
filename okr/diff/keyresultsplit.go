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
	was, through, now := scoresOf(before), scoresOf(between), scoresOf(after)
	var list []KeyResultSplit
	note := func(address string, s Split) {
		if (s.Before == nil) != (s.After == nil) || !s.Definition.IsZero() || !s.Progress.IsZero() {
			list = append(list, KeyResultSplit{Address: address, Split: s})
		}
	}
	seen := make(map[*okr.KeyResult]bool)
	for k := range listed(after) {
		counterpart := r.same.keyResults.toBefore[k]
		seen[counterpart] = true
		note(k.Address(), split(was[counterpart], through[copies[k]], now[k]))
	}
	for k := range listed(before) {
		if !seen[k] {
			note(k.Address(), split(was[k], nil, nil))
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

// scoresOf are the amended scores by what is listed.
func scoresOf(t *score.Team) map[*okr.KeyResult]*metric.Number {
	scores := make(map[*okr.KeyResult]*metric.Number)
	if t == nil {
		return scores
	}
	for _, o := range t.Objectives {
		for _, k := range o.KeyResults {
			scores[k.Listed] = k.Amended
		}
	}
	return scores
}
