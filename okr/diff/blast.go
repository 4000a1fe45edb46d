package diff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
)

// lean is that something leans on something else: by whom, on which objective, and on
// which of its key results where it names one.
type lean struct {
	by        string
	document  *okr.Document
	how       Relation
	keyResult string // the last part of the address; empty for the objective as a whole
}

// matters reports whether those who lean on something want to know of the change.
func matters(c *Change) bool {
	switch c.Kind {
	case Objective, KeyResult:
	case Document:
		return c.Verdict == Dropped || c.Verdict == Moved && c.Field == "team"
	default:
		return false
	}
	switch c.Verdict {
	case Reworded:
		return c.Field == "title"
	case Added:
		return c.Field == "cancelled"
	case Reweighted:
		return false
	case Neutral:
		return c.Field != "indicator" && c.Field != "measured" && c.Field != "source"
	}
	return true
}

// blast finds who leans on what changed. What still stands is asked of the files after
// the change; what is gone also of those before it.
func (r *reader) blast() Blast {
	var now, then map[string][]lean
	var b Blast
	seen := make(map[Reach]bool)
	teams := make(map[*okr.Team]bool)
	for _, c := range r.changes {
		if !matters(c) || r.wentAlong(c) {
			continue
		}
		if now == nil {
			now = r.leans(r.after, false)
		}
		gone := c.Verdict == Dropped
		if gone && then == nil {
			then = r.leans(r.before, true)
		}
		for _, at := range leanedOn(c) {
			found := now[at.objective]
			if gone {
				found = append(slices.Clip(found), then[at.objective]...)
			}
			for _, l := range found {
				if at.keyResult != "" && l.keyResult != "" && l.keyResult != at.keyResult || at.home(l.document) {
					continue
				}
				reach := Reach{Changed: c.Address, By: l.by, Team: r.order.team(l.document), How: l.how}
				if !seen[reach] {
					seen[reach] = true
					b.Reaches = append(b.Reaches, reach)
				}
				teams[reach.Team] = true
			}
		}
	}
	slices.SortStableFunc(b.Reaches, func(x, y Reach) int {
		return cmp.Or(strings.Compare(x.Changed, y.Changed), strings.Compare(x.By, y.By), strings.Compare(string(x.How), string(y.How)))
	})
	b.Teams = r.others(teams)
	return b
}

// wentAlong reports whether a key result went with its objective: who leaned on it
// leaned on that, and is told so.
func (r *reader) wentAlong(c *Change) bool {
	return c.KeyResultBefore != nil && c.KeyResultAfter == nil && r.isLost(c.ObjectiveBefore)
}

// others are the teams but those whose own documents change, in the order of the tree.
func (r *reader) others(teams map[*okr.Team]bool) []*okr.Team {
	for _, c := range r.changes {
		delete(teams, c.Team)
	}
	delete(teams, nil)
	var list []*okr.Team
	for t := range teams {
		list = append(list, t)
	}
	slices.SortFunc(list, func(a, b *okr.Team) int { return cmp.Compare(r.order.rankOfTeam(a), r.order.rankOfTeam(b)) })
	return list
}

// spot is an objective, and one of its key results where only that changed.
type spot struct {
	objective, keyResult string
	documents            []*okr.Document // in which it stands
}

func (s spot) home(d *okr.Document) bool {
	return slices.ContainsFunc(s.documents, func(own *okr.Document) bool { return own != nil && own.Address() == d.Address() })
}

// leanedOn are the objectives on which others lean who want to know of the change.
func leanedOn(c *Change) []spot {
	own := []*okr.Document{c.documentBefore, c.documentAfter}
	if c.Kind == Document {
		var spots []spot
		for _, d := range own {
			if d == nil {
				continue
			}
			for o := range d.Every() { // of one that went to another team also where it was
				spots = append(spots, spot{objective: o.Address(), documents: own})
			}
		}
		return spots
	}
	o, k := c.ObjectiveAfter, c.KeyResultAfter
	if o == nil || k == nil && c.KeyResultBefore != nil {
		o, k = c.ObjectiveBefore, c.KeyResultBefore
	}
	spots := []spot{spotOf(o, k, own)}
	if c.Verdict == Moved && c.ObjectiveBefore != nil { // links to where it was may lead nowhere now
		spots = append(spots, spotOf(c.ObjectiveBefore, c.KeyResultBefore, own))
	}
	return spots
}

func spotOf(o *okr.Objective, k *okr.KeyResult, documents []*okr.Document) spot {
	s := spot{objective: o.Address(), documents: documents}
	if k != nil {
		s.keyResult = k.ID.V
	}
	return s
}

// leans finds in all documents who leans on which objective, by its address after the
// change. Of what leaned before, that is left out which stands no more itself.
func (r *reader) leans(ws *okr.Workspace, before bool) map[string][]lean {
	found := make(map[string][]lean)
	for _, d := range ws.Documents {
		for o := range d.Every() {
			by := o
			if before {
				if by = r.same.objectives.toAfter[o]; by == nil {
					continue
				}
			}
			note := func(l *okr.Link, name string, how Relation) {
				objective, keyResult, ok := cutAddress(r.same.target(l, before))
				if ok {
					found[objective] = append(found[objective], lean{by: name, document: by.Document, how: how, keyResult: keyResult})
				}
			}
			r.objectiveLeans(o, by.Address(), note)
			for _, k := range o.KeyResults {
				r.keyResultLeans(k, by.Address(), before, note)
			}
		}
	}
	return found
}

func (r *reader) objectiveLeans(o *okr.Objective, name string, note func(*okr.Link, string, Relation)) {
	for i := range o.Supports {
		note(&o.Supports[i], name, Supports)
	}
	if o.Background == nil {
		return
	}
	needs(o.DependsOn, o.Enables, o.CarriedFrom, name, note)
}

func (r *reader) keyResultLeans(k *okr.KeyResult, objective string, before bool, note func(*okr.Link, string, Relation)) {
	switch {
	case k.Body == nil:
		return
	case k.IsRef():
		note(&k.Ref, objective, Shares)
		return
	}
	name := k
	if before {
		if name = r.same.keyResults.toAfter[k]; name == nil {
			return
		}
	}
	needs(k.DependsOn, k.Enables, k.CarriedFrom, name.Address(), note)
}

func needs(dependencies []okr.Dependency, enables []okr.Enable, carried *okr.Link, name string, note func(*okr.Link, string, Relation)) {
	for i := range dependencies {
		note(&dependencies[i].On, name, DependsOn)
	}
	for i := range enables {
		note(&enables[i].For, name, Promised)
	}
	if carried != nil {
		note(carried, name, Carries)
	}
}

// cutAddress parts the address of an objective or a key result; ok is false for that
// of a document.
func cutAddress(address string) (objective, keyResult string, ok bool) {
	a, err := okr.ParseAddress(address)
	if err != nil || a.Objective == "" {
		return "", "", false
	}
	return a.Team + "/" + a.Cycle + "/" + a.Objective, a.KeyResult, true
}
