package cascade

import "github.com/okrs-as-code/okrs/okr"

// spot is something that an answer can name or stand on: exactly a team's document,
// one of its objectives or key results, or anything within one of the first two;
// with a team alone anything of the team.
type spot struct {
	team      *okr.Team
	cycle     *okr.Cycle
	objective *okr.Objective
	keyResult *okr.KeyResult
	within    bool
}

func (s spot) inside() spot {
	s.within = true
	return s
}

// answers are the best answer for each thing that is named and each spot where an
// answer can stand.
type answers map[[2]spot]*Answer

// readAnswers goes through all documents: an answer may stand in any of them.
func (g *Graph) readAnswers() answers {
	found := make(answers)
	for _, d := range g.Workspace.Documents {
		at := spot{team: d.Team, cycle: d.Cycle}
		for i, o := range d.All() {
			if g.stopped(o.Cancelled) || i >= len(d.Objectives) && o.Cancelled == nil {
				continue
			}
			at.objective, at.keyResult = o, nil
			if o.Background != nil {
				found.put(at, o.Enables)
			}
			for _, k := range o.KeyResults {
				if k.Body != nil && !k.IsRef() && !g.stopped(k.Body.Cancelled) {
					at.keyResult = k
					found.put(at, k.Body.Enables)
				}
			}
		}
	}
	return found
}

// put notes the answers of an item.
func (x answers) put(at spot, enables []okr.Enable) {
	if len(enables) == 0 {
		return
	}
	document := spot{team: at.team, cycle: at.cycle}
	objective := spot{team: at.team, cycle: at.cycle, objective: at.objective}
	around := []spot{at, objective.inside(), document.inside(), {team: at.team}}
	for i := range enables {
		e := &enables[i]
		if !whole(&e.For) {
			continue
		}
		answer := &Answer{Objective: at.objective, KeyResult: at.keyResult, Enable: e}
		named := spot{team: e.For.Team, cycle: e.For.Cycle, objective: e.For.Objective, keyResult: e.For.KeyResult}
		for _, where := range around {
			x.offer(named, where, answer)
		}
		if named.objective != nil {
			named.keyResult = nil
			x.offer(named.inside(), at, answer)
		}
	}
}

// offer keeps an answer if it is better than the one that is known.
func (x answers) offer(named, where spot, answer *Answer) {
	key := [2]spot{named, where}
	if known := x[key]; known == nil || answer.better(known) {
		x[key] = answer
	}
}

// better reports whether an answer is better than another for the same question that
// stands before it.
func (a *Answer) better(than *Answer) bool {
	if refused := a.Enable.Declined.Written(); refused != than.Enable.Declined.Written() {
		return !refused
	}
	mine, other := a.Enable.By.V, than.Enable.By.V
	return mine != 0 && (other == 0 || mine < other)
}

// settle finds the answers to what an item depends on.
func (x answers) settle(n *Node, asks []*Ask) {
	if len(asks) == 0 {
		return
	}
	document := spot{team: n.Team, cycle: n.Cycle}
	objective := spot{team: n.Team, cycle: n.Cycle, objective: n.Objective}
	item := []spot{objective, document}
	if n.KeyResult != nil {
		exactly := objective
		exactly.keyResult = n.KeyResult
		item = []spot{exactly, objective, document}
	}
	told := make(map[*okr.Team]bool)
	for _, a := range asks {
		if a.Team != nil && !a.Dangling {
			a.Answer = x.atGoal(item, objective.inside(), &a.Dependency.On)
			told[a.Team] = told[a.Team] || a.Answer != nil
		}
	}
	for _, a := range asks {
		if a.Team != nil && a.Answer == nil && !told[a.Team] {
			a.Answer = x.best(item, spot{team: a.Team})
		}
		a.decide()
	}
}

// atGoal is the answer that stands on what is depended on, or next to it.
func (x answers) atGoal(item []spot, part spot, on *okr.Link) *Answer {
	goal := spot{team: on.Team, cycle: on.Cycle, objective: on.Objective, keyResult: on.KeyResult}
	if on.Document != nil {
		goal.team, goal.cycle = on.Document.Team, on.Document.Cycle
	}
	places := []spot{goal.inside()}
	if goal.keyResult != nil {
		objective := goal
		objective.keyResult = nil
		places = []spot{goal, objective}
	}
	if found := x.best(item, places...); found != nil || goal.objective == nil {
		return found
	}
	return x[[2]spot{part, goal}]
}

// best is the answer that names the item most narrowly in one of the places.
func (x answers) best(item []spot, places ...spot) *Answer {
	for _, named := range item {
		var best *Answer
		for _, where := range places {
			if found := x[[2]spot{named, where}]; found != nil && (best == nil || found.better(best)) {
				best = found
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}
