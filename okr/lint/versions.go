package lint

import (
	"iter"
	"math"

	"github.com/okrs-as-code/okrs/okr"
)

// state is a document as a commit left it; the last is the one that is read.
type state struct {
	on       okr.Date
	document *okr.Document
}

// course is a document of the workspace with all states that are known of it, the
// oldest first: what was committed, and at last the document itself, which may hold
// changes that are not committed yet.
type course struct {
	*okr.Document
	states []state
}

// courses are the documents that were ever committed, of cycles that are looked back on.
func (r *Reading) courses() iter.Seq[course] {
	return func(yield func(course) bool) {
		for d := range r.Documents() {
			if !r.recent(d.Cycle) {
				continue
			}
			versions := r.versions(d.TeamID.V, d.CycleID.V)
			if len(versions) == 0 || !r.usable(d) || r.Workspace.Document(d.TeamID.V, d.CycleID.V) != d {
				continue
			}
			c := course{Document: d}
			for _, v := range versions {
				if v.Document != nil {
					c.states = append(c.states, state{v.On, v.Document})
				}
			}
			c.states = append(c.states, state{max(r.At, versions[len(versions)-1].On), d})
			if !yield(c) {
				return
			}
		}
	}
}

// open is the last day on which a cycle was open to changes: that of the tag that
// closed it. What is edited afterwards is told in one place.
func (r *Reading) open(cycle *okr.Cycle) okr.Date {
	if closing := r.closing(cycle); closing.By == okr.ByTag {
		return closing.On
	}
	return math.MaxInt32
}

// defined are the key results of a state by their addresses within the document, as
// the state names them. References are left out.
func (s state) defined() map[string]*okr.KeyResult {
	found := make(map[string]*okr.KeyResult)
	for o := range s.document.Every() {
		for _, k := range o.KeyResults {
			if k.Body != nil && !k.IsRef() {
				found[k.Address()] = k
			}
		}
	}
	return found
}

// formerNames are the addresses under which the key results of today's document
// stood before, each with today's; one that was renamed more often has them all.
func (r *Reading) formerNames(c course) map[string]*okr.KeyResult {
	return r.history.names.of(c.Document, c.formerNames)
}

func (c course) formerNames() map[string]*okr.KeyResult {
	names := c.states[len(c.states)-1].defined()
	for i := len(c.states) - 1; i >= 0; i-- {
		for o := range c.states[i].document.Every() {
			above := c.Address()
			before := formerly(above, o.Was.V)
			for _, k := range o.KeyResults {
				now := names[o.Address()+"/"+k.ID.V]
				if k.Body == nil || k.IsRef() || now == nil {
					continue
				}
				note := func(former string) {
					if former != "" && names[former] == nil {
						names[former] = now
					}
				}
				note(formerly(o.Address(), k.Was.V))
				if before != "" {
					note(formerly(before, k.ID.V))
					note(formerly(before, k.Was.V))
				}
			}
		}
	}
	return names
}
