package lint

import (
	"iter"
	"slices"
	"sync"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/language"
	"github.com/okrs-as-code/okrs/okr/score"
)

// Reading is what rules look at: a workspace at a date, and what others read from
// it, computed once when the first rule asks. Rules run beside each other.
type Reading struct {
	Workspace *okr.Workspace
	Past      okr.History // nil where there is no history
	At        okr.Date
	Language  *language.Understanding

	bygone []*okr.Cycle // without documents today, of which the past is known

	// titles are what titles are about, which several rules compare.
	titles *memo[string, cascade.Bag]
	known  allFacts // of key results
	lines  lines    // from a key result to what it was a cycle ago
	apart  apart    // key results that are shared and written twice

	all everyKeyResult

	mutex  sync.Mutex
	scores map[*okr.Cycle]func() *score.Reading
	graph  support

	// refused are the names of the files that say something in a way that cannot be used.
	refused map[string]bool
	history history
}

// Score is the score of a cycle at the date, without what other cycles add.
func (r *Reading) Score(cycle *okr.Cycle) *score.Reading {
	r.mutex.Lock()
	read, known := r.scores[cycle]
	if !known {
		if r.scores == nil {
			r.scores = make(map[*okr.Cycle]func() *score.Reading)
		}
		read = sync.OnceValue(func() *score.Reading { return score.Alone(r.Workspace, r.Past, cycle, r.At) })
		r.scores[cycle] = read
	}
	r.mutex.Unlock()
	return read()
}

// State is where a cycle stands at the date.
func (r *Reading) State(cycle *okr.Cycle) okr.State { return cycle.State(r.At) }

// Documents are the documents of the workspace whose cycles are in one of the
// states; all of them without any.
func (r *Reading) Documents(states ...okr.State) iter.Seq[*okr.Document] {
	return func(yield func(*okr.Document) bool) {
		for _, d := range r.Workspace.Documents {
			if !d.Outline && among(r.State(d.Cycle), states) && !yield(d) {
				return
			}
		}
	}
}

func among(state okr.State, states []okr.State) bool {
	for _, s := range states {
		if s == state {
			return true
		}
	}
	return len(states) == 0
}

// Objectives are the objectives that are not stopped, of documents as
// [Reading.Documents] chooses them.
func (r *Reading) Objectives(states ...okr.State) iter.Seq[*okr.Objective] {
	return func(yield func(*okr.Objective) bool) {
		for d := range r.Documents(states...) {
			for _, o := range d.Objectives {
				if !yield(o) {
					return
				}
			}
		}
	}
}

// KeyResults are the key results that are defined in [Reading.Objectives] and not
// cancelled by the date; references are left out.
func (r *Reading) KeyResults(states ...okr.State) iter.Seq[*okr.KeyResult] {
	if len(states) == 0 {
		r.all.once.Do(func() { r.all.list = slices.Collect(r.keyResults()) })
		return slices.Values(r.all.list)
	}
	return r.keyResults(states...)
}

// everyKeyResult are the key results of all documents, gathered once for the many rules
// that look at each.
type everyKeyResult struct {
	once sync.Once
	list []*okr.KeyResult
}

func (r *Reading) keyResults(states ...okr.State) iter.Seq[*okr.KeyResult] {
	return func(yield func(*okr.KeyResult) bool) {
		for o := range r.Objectives(states...) {
			for _, k := range o.KeyResults {
				if k.Body != nil && !k.IsRef() && !r.Cancelled(k) && !yield(k) {
					return
				}
			}
		}
	}
}

// Cancelled reports whether a key result was given up by the date.
func (r *Reading) Cancelled(k *okr.KeyResult) bool {
	return k.Body != nil && k.Body.Cancelled != nil && k.Body.Cancelled.Date.V <= r.At
}

// Counting are the key results of an objective that count: neither guardrails
// nor cancelled by the date; a reference counts as what it refers to.
func (r *Reading) Counting(o *okr.Objective) []*okr.KeyResult {
	var found []*okr.KeyResult
	for _, k := range o.KeyResults {
		definition := k.Definition()
		if definition == nil || definition.Body == nil {
			definition = k
		}
		if k.Body != nil && !definition.Guardrail.V && !r.Cancelled(definition) {
			found = append(found, k)
		}
	}
	return found
}

// Heard are the check-ins of a key result that are not after the date, by date.
func (r *Reading) Heard(k *okr.KeyResult) []okr.CheckIn {
	return until(k.CheckIns, r.At)
}
