package lint

import (
	"iter"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

// miss is a key result that ended below the line from which its commitment calls
// it a success.
type miss struct {
	*score.KeyResult
	objective *score.Objective
	line      metric.Number
}

// misses are the key results of cycles that have ended whose official score stays
// below the line of success. Guardrails, what was given up, what waits for a later
// measurement and what was never measured are told elsewhere and left out; a shared
// one is told where it is defined.
func (r *Reading) misses() iter.Seq[miss] {
	return func(yield func(miss) bool) {
		for o, k := range r.ended() {
			line, ok := r.lineOf(o.Commitment)
			if !ok || !k.Counts || k.State == score.Cancelled || k.Score == nil || k.Score.Cmp(line) >= 0 {
				continue
			}
			if !yield(miss{k, o, line}) {
				return
			}
		}
	}
}

// ended are the key results that are defined in the documents of cycles that have
// ended, with the objectives that list them.
func (r *Reading) ended() iter.Seq2[*score.Objective, *score.KeyResult] {
	return func(yield func(*score.Objective, *score.KeyResult) bool) {
		seen := make(map[*okr.Cycle]bool)
		for d := range r.Documents(okr.Closing, okr.Closed) {
			if seen[d.Cycle] {
				continue
			}
			seen[d.Cycle] = true
			for o, k := range r.scored(d.Cycle) {
				if !yield(o, k) {
					return
				}
			}
		}
	}
}

// scored are the key results that stand in the documents of a cycle, with the
// objectives that define them. Stopped objectives, what has vanished and
// references are left out.
func (r *Reading) scored(cycle *okr.Cycle) iter.Seq2[*score.Objective, *score.KeyResult] {
	return func(yield func(*score.Objective, *score.KeyResult) bool) {
		for _, t := range r.Score(cycle).Teams {
			for _, o := range t.Objectives {
				if o.Vanished || o.Cancelled != nil {
					continue
				}
				for _, k := range o.KeyResults {
					if k.Vanished || k.Official == nil || k.Listed.Body == nil || k.Listed.IsRef() {
						continue
					}
					if !yield(o, k) {
						return
					}
				}
			}
		}
	}
}

// lineOf is the score from which a commitment is a success; ok is false for none.
func (r *Reading) lineOf(commitment okr.Commitment) (line metric.Number, ok bool) {
	switch commitment {
	case okr.Committed:
		return r.Workspace.Settings.Scoring.CommittedSuccess, true
	case okr.Aspirational:
		return r.Workspace.Settings.Scoring.AspirationalSuccess, true
	default:
		return line, false
	}
}

// shown is a score as people read it.
func (r *Reading) shown(n metric.Number) string {
	return score.Shown(&n, r.Workspace.Settings.Scoring)
}

// learned reports whether the outcome of a key result says what it taught.
func learned(o *okr.Outcome) bool {
	return o != nil && (o.Learned.V != "" || o.Postmortem.V != "")
}
