package lint

import (
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var vanishedKR = Rule{
	Rule: diag.Rule{ID: "vanished-kr", Category: diag.Cadence, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "A key result that was published and is gone from the files."},
	Why: "When what goes badly is deleted, what is left looks well, and the quarter teaches nothing. " +
		"To stop is a good decision when it says why: what is cancelled stays in its place, and early enough it counts nowhere.",
	Source: "Christina Wodtke (strike through and explain, never delete); studies of survivorship",
	About:  Files,
	Needs:  Past,
	Bad: []string{publishedLoans + laterLoans(`      - id: evenings
        title: Evenings that neighbours run themselves rise from 2 to 9 a month
        metric: {unit: evenings a month, baseline: 2, target: 9, source: room calendar}
        check_ins:
          - {date: 2026-07-08, value: 2, confidence: 5}
`, "")},
	Good: []string{
		publishedLoans + laterLoans("id: evenings", "id: run-by-neighbours\n        was: evenings"),
		publishedLoans + laterLoans("source: room calendar}", "source: room calendar}\n"+
			"        cancelled: {date: 2026-08-03, reason: The fire inspection closed the room until spring}",
			"      - id: waiting-list", `      - id: families
        title: Families that take part in a reading hour rise from 12 to 20 a week
        metric: {unit: families a week, baseline: 12, target: 20, source: reading hour list}
        starts: 2026-08-01
        check_ins:
          - {date: 2026-08-04, value: 12, confidence: 5}
          - {date: 2026-08-11, value: 14, confidence: 5}
      - id: waiting-list`),
	},
	Since: edition,
	Check: checkVanishedKR,
}

// checkVanishedKR speaks once of an objective that is gone with all it had, and once
// of a document.
func checkVanishedKR(r *Reading, say Say) {
	for cycle, p := range r.publications() {
		paired := make(map[*okr.KeyResult]bool)
		gone := make(map[*okr.Objective][]pairing[okr.KeyResult])
		var order []*okr.Objective
		for _, c := range p.keyResults {
			if c.now != nil {
				paired[c.now] = true
				continue
			}
			o := c.then.Objective
			if gone[o] == nil {
				order = append(order, o)
			}
			gone[o] = append(gone[o], c)
		}
		today := r.today(p)
		missing := make(map[string][]*okr.Objective)
		for _, o := range order {
			team := o.Document.TeamID.V
			switch now := today(o); {
			case now != nil:
				for _, c := range gone[o] {
					say(r.vanished(p, c, now, paired))
				}
			case r.Workspace.Document(team, cycle.ID) != nil:
				say(r.dissolved(p, o, gone[o], r.Workspace.Document(team, cycle.ID)))
			default:
				missing[team] = append(missing[team], o)
			}
		}
		for _, t := range r.Workspace.Teams {
			if objectives := missing[t.ID.V]; len(objectives) > 0 {
				say(r.deserted(p, t, cycle, objectives, gone))
			}
		}
	}
}

// today leads from an objective of any version to today's.
func (r *Reading) today(p *publication) func(*okr.Objective) *okr.Objective {
	known := make(map[string]*okr.Objective)
	for _, c := range p.objectives {
		known[c.address] = c.now
	}
	return func(o *okr.Objective) *okr.Objective {
		if now := known[o.Address()]; now != nil {
			return now
		}
		link, missing := r.Workspace.Find(okr.Address{Team: o.Document.TeamID.V, Cycle: o.Document.CycleID.V, Objective: o.ID.V})
		if missing != okr.NothingMissing || link.Document.CycleID.V != o.Document.CycleID.V {
			return nil
		}
		return link.Objective
	}
}

// vanished is about one key result of an objective that is still there.
func (r *Reading) vanished(p *publication, c pairing[okr.KeyResult], now *okr.Objective, paired map[*okr.KeyResult]bool) Remark {
	m := OnObjective(now)
	if c.then.IsRef() {
		m.Subject = c.then.Ref.Address.V
		return m.Says(named(now.Title)+" does not list "+c.then.Ref.Address.V+" any more, and was published with it "+p.when(c.on),
			"List it again: "+example("- {ref: "+c.then.Ref.Address.V+"}")+". If it was given up, its own file says so with `cancelled`.")
	}
	m.Subject = now.Address() + "/" + c.then.ID.V
	message := named(c.then.Title) + " (" + c.then.ID.V + ") was published " + p.when(c.on) + ", and the file does not have it any more"
	if c.elsewhere != "" {
		return m.Says(named(c.then.Title)+" ("+c.then.ID.V+") was published "+p.when(c.on)+", and moved from there to "+c.elsewhere,
			"A key result is scored where it was published: put it back, and write `carried_from: "+m.Subject+"` instead of `was` where it goes on.")
	}
	for _, other := range now.KeyResults {
		if other.Body != nil && !other.IsRef() && !paired[other] && r.sameMatter(c.then, other) {
			return m.Says(message, "If it is "+example(other.ID.V)+" now, write "+example("was: "+c.then.ID.V)+" there. Else "+r.putBack(p, c)+".")
		}
	}
	return m.Says(message, capital(r.putBack(p, c))+".")
}

// putBack is what to do with what was given up.
func (r *Reading) putBack(p *publication, c pairing[okr.KeyResult]) string {
	return "put " + example("- id: "+c.then.ID.V) + " back as it was, with " + example("cancelled: {date: "+r.At.String()+", reason: …}") + p.printing(c)
}

// printing is how to see what was published; empty where that is no single commit.
func (p *publication) printing(c pairing[okr.KeyResult]) string {
	if c.on != p.basis.On || len(p.basis.Revision) < shortRevision {
		return ""
	}
	return "; " + example("git show "+p.basis.Revision[:shortRevision]+":./"+c.then.Objective.Document.File.Name) + " prints it"
}

// dissolved is about an objective that left a document.
func (r *Reading) dissolved(p *publication, o *okr.Objective, gone []pairing[okr.KeyResult], now *okr.Document) Remark {
	m := OnDocument(now)
	m.Subject = o.Address()
	message := named(o.Title) + " (" + o.ID.V + ") was published " + p.when(gone[0].on) + ", and the file does not have it any more, nor " + idsOf(gone)
	for _, other := range now.Objectives {
		if r.about(o.Title.V).Alike(r.about(other.Title.V)) >= 0.5 && !p.holds(other) {
			return m.Says(message, "If it is "+example(other.ID.V)+" now, write "+example("was: "+o.ID.V)+" there. Else put it back below `stopped:` with "+
				example("cancelled: {date: "+r.At.String()+", reason: …}")+".")
		}
	}
	return m.Says(message, "Put it back below `stopped:`, as it was, with "+example("cancelled: {date: "+r.At.String()+", reason: …}")+p.printing(gone[0])+".")
}

// holds reports whether an objective of today was published, perhaps under another name.
func (p *publication) holds(o *okr.Objective) bool {
	for _, c := range p.objectives {
		if c.now == o {
			return true
		}
	}
	return false
}

// deserted is about a team that has no document any more, at its entry of the register.
func (r *Reading) deserted(p *publication, t *okr.Team, cycle *okr.Cycle, objectives []*okr.Objective, gone map[*okr.Objective][]pairing[okr.KeyResult]) Remark {
	m := OnTeam(r.Workspace, t)
	m.Subject, m.Cycle = t.ID.V+"/"+cycle.ID, cycle
	var titles []string
	for _, o := range objectives {
		titles = append(titles, named(o.Title))
	}
	const most = 3
	if len(titles) > most {
		titles = append(titles[:most], strconv.Itoa(len(objectives)-most)+" more")
	}
	file := "its file"
	if versions := r.versions(t.ID.V, cycle.ID); len(versions) > 0 {
		file = example(versions[len(versions)-1].Path)
	}
	return m.Says(t.ID.V+" published "+list(titles)+" for "+cycle.ID+" "+p.when(gone[objectives[0]][0].on)+", and has no document for it any more",
		"Bring "+file+" back; what was given up moves below `stopped:` with "+example("cancelled: {date: "+r.At.String()+", reason: …}")+".")
}

func idsOf(gone []pairing[okr.KeyResult]) string {
	var ids []string
	for _, c := range gone {
		if c.then.IsRef() {
			ids = append(ids, c.then.Ref.Address.V)
		} else {
			ids = append(ids, c.then.ID.V)
		}
	}
	return strings.ReplaceAll(list(ids), " and ", " or ")
}
