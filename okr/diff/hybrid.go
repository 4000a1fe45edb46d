package diff

import (
	"github.com/okrs-as-code/okrs/okr"
)

// part is a workspace of some of the documents of another, with its teams, cycles and
// settings. Nothing in it is copied.
func part(ws *okr.Workspace, documents []*okr.Document) *okr.Workspace {
	some := &okr.Workspace{
		Organization: ws.Organization, File: ws.File, Settings: ws.Settings,
		Teams: ws.Teams, Cycles: ws.Cycles, Documents: documents,
	}
	some.Index()
	return some
}

// hybrid are copies of documents after the change in which each key result has the
// readings that it had before: what the definitions alone have done. What was added
// keeps its own readings.
type hybrid struct {
	same       *identity
	keyResults map[*okr.KeyResult]*okr.KeyResult // from those after to their copies
}

// documents copies documents, and lets references between them lead to the copies.
func (h *hybrid) documents(list []*okr.Document) []*okr.Document {
	copies := make([]*okr.Document, len(list))
	for i, d := range list {
		c := *d
		c.Objectives, c.Stopped = h.objectives(&c, d.Objectives), h.objectives(&c, d.Stopped)
		copies[i] = &c
	}
	for _, k := range h.keyResults {
		if k.IsRef() && k.Ref.KeyResult != nil {
			if copied := h.keyResults[k.Ref.KeyResult]; copied != nil {
				k.Ref.KeyResult = copied
			}
		}
	}
	return copies
}

func (h *hybrid) objectives(d *okr.Document, list []*okr.Objective) []*okr.Objective {
	copies := make([]*okr.Objective, len(list))
	for i, o := range list {
		c := *o
		c.Document = d
		c.KeyResults = make([]*okr.KeyResult, len(o.KeyResults))
		for j, k := range o.KeyResults {
			c.KeyResults[j] = h.keyResult(&c, k)
		}
		copies[i] = &c
	}
	return copies
}

func (h *hybrid) keyResult(o *okr.Objective, k *okr.KeyResult) *okr.KeyResult {
	c := *k
	c.Objective = o
	if k.Body != nil {
		body := *k.Body
		if was := h.same.keyResults.toBefore[k]; was != nil && was.Body != nil {
			body.CheckIns = was.CheckIns
		}
		c.Body = &body
	}
	h.keyResults[k] = &c
	return &c
}
