package score

import "github.com/okrs-as-code/okrs/okr"

// ObjectiveOf is what the reading says about an objective, of the cycle or of its
// context; nil where it says nothing.
func (r *Reading) ObjectiveOf(objective *okr.Objective) *Objective {
	for _, t := range r.Teams {
		for _, o := range t.Objectives {
			if o.Objective == objective {
				return o
			}
		}
	}
	for _, o := range r.Context {
		if o.Objective == objective {
			return o
		}
	}
	return nil
}

// KeyResultOf is what the reading says about a key result in the place where it
// is listed, in the cycle or in its context; nil where it says nothing.
func (r *Reading) KeyResultOf(listed *okr.KeyResult) *KeyResult {
	o := r.ObjectiveOf(listed.Objective)
	if o == nil {
		return nil
	}
	for _, k := range o.KeyResults {
		if k.Listed == listed {
			return k
		}
	}
	return nil
}
