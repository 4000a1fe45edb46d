package cascade

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/source"
)

// State is where a dependency stands.
type State string

// The states. Open is a dependency without an answer, Late one whose answer comes
// after the day on which it is needed, Outside one that no team here can answer.
const (
	Open     State = "open"
	Agreed   State = "agreed"
	Late     State = "late"
	Declined State = "declined"
	Outside  State = "outside"
)

// Reason is why a dependency is unmatched.
type Reason string

// The reasons. NoDocument says that the other team has no document for the cycle
// that is asked of it, and that it has not answered elsewhere either.
const (
	Unacknowledged Reason = "unacknowledged"
	DeclinedAsk    Reason = "declined"
	LateAnswer     Reason = "late"
	NoDocument     Reason = "no_document"
)

// Ask is a dependency and what became of it.
type Ask struct {
	// From is the objective or the key result that depends.
	From       *Node
	Dependency *okr.Dependency
	// Team is who is asked; nil outside, and where the register has no such team.
	Team *okr.Team
	// To is what is depended on, the team where that is a whole document; nil outside
	// and where the address leads nowhere.
	To    *Node
	State State
	// Answer is nil where there is none.
	Answer *Answer
	// NeededBy is the day on which it is needed: as written, else the last day of the
	// cycle of what depends.
	NeededBy okr.Date
	// Dangling says that the address leads nowhere; reading the files has said so.
	Dangling bool
}

// Answer is what the other team says on an item of its own.
type Answer struct {
	// Objective bears the answer, or its key result does where that is not nil.
	Objective *okr.Objective
	KeyResult *okr.KeyResult
	Enable    *okr.Enable
}

// Address is that of the item that bears the answer.
func (a *Answer) Address() string {
	if a.KeyResult != nil {
		return a.KeyResult.Address()
	}
	return a.Objective.Address()
}

// Place is the entry of the answer.
func (a *Answer) Place() (*source.File, source.Span) {
	span := a.Enable.For.Address.Span
	if span.IsZero() {
		span = a.Enable.Span
	}
	return a.Objective.Document.File, span
}

// Place is where the dependency is written: its address, or what is needed outside.
func (a *Ask) Place() (*source.File, source.Span) {
	span := a.Dependency.On.Address.Span
	if span.IsZero() {
		span = a.Dependency.Outside.Span
	}
	if span.IsZero() {
		span = a.Dependency.Span
	}
	return a.From.file, span
}

// By is the day that the answer promises; 0 where it names none.
func (a *Ask) By() okr.Date {
	if a.Answer == nil {
		return 0
	}
	return a.Answer.Enable.By.V
}

// Asks are all dependencies of the objectives and key results of the graph that are
// not stopped, in the order of the nodes and of the files.
//
// Who depends is called the item, what it depends on the goal, and the answer is an
// entry of `enables` on an objective or a key result that is not stopped, in any
// document of the team that is asked. An entry names the item if it has the address of
// the item, of its objective or of its document. It is an answer
//
//  1. at the goal: if it names the item and stands on the goal, on a key result of
//     the goal, on the objective of the goal, or anywhere in the goal's document
//     where the goal is a document;
//  2. also at the goal: if it stands on exactly the goal and names any part of the
//     item's objective;
//  3. elsewhere: if it names the item and stands on something else of that team. This
//     holds only while no dependency of the item on that team is answered at its goal:
//     then the team has told its answers apart.
//
// Of several the narrowest counts: at the goal before elsewhere, an entry that names
// the item before one that names its objective, its document, a part. Of equals a
// promise comes before a refusal, an earlier day before a later one and before none,
// what stands on exactly the goal before the rest, then the order of documents.
//
// An answer with `declined` makes the dependency declined, one whose day is after
// NeededBy late, any other agreed. A team that depends on itself needs no answer.
func (g *Graph) Asks() []*Ask { return g.asks }

// Unmatched is a dependency that nobody has promised to meet in time.
type Unmatched struct {
	*Ask
	Reason Reason
}

// Unmatched are the dependencies that are open, declined or late.
func (g *Graph) Unmatched() []Unmatched {
	var found []Unmatched
	for _, a := range g.asks {
		switch a.State {
		case Open:
			reason := Unacknowledged
			if a.Dependency.On.Document == nil {
				reason = NoDocument
			}
			found = append(found, Unmatched{a, reason})
		case Declined:
			found = append(found, Unmatched{a, DeclinedAsk})
		case Late:
			found = append(found, Unmatched{a, LateAnswer})
		}
	}
	return found
}

// readAsks finds the dependencies and matches them with their answers.
func (g *Graph) readAsks() []*Ask {
	var asks []*Ask
	var answers answers
	for _, n := range g.Nodes {
		if n.Beyond || n.Stopped {
			continue
		}
		needs := needsOf(n)
		if len(needs) > 0 && answers == nil {
			answers = g.readAnswers()
		}
		of := make([]*Ask, 0, len(needs))
		for i := range needs {
			if needs[i].Outside.Written() || needs[i].On.Address.Written() {
				of = append(of, g.ask(n, &needs[i]))
			}
		}
		answers.settle(n, of)
		asks = append(asks, of...)
	}
	return asks
}

func needsOf(n *Node) []okr.Dependency {
	switch {
	case n.Kind == KeyResult && n.KeyResult.Body != nil:
		return n.KeyResult.Body.DependsOn
	case n.Kind == Objective && n.Objective.Background != nil:
		return n.Objective.DependsOn
	}
	return nil
}

// ask is a dependency without its answer.
func (g *Graph) ask(n *Node, need *okr.Dependency) *Ask {
	a := &Ask{From: n, Dependency: need, State: Open, NeededBy: need.NeededBy.V}
	if a.NeededBy == 0 {
		a.NeededBy = n.Cycle.End
	}
	if !need.On.Address.Written() {
		a.State = Outside
		return a
	}
	a.Team, a.To, a.Dangling = need.On.Team, g.end(&need.On), !whole(&need.On)
	return a
}

// decide is the state of a dependency whose answer is known, or known to be missing.
func (a *Ask) decide() {
	switch {
	case a.State == Outside:
	case a.Answer == nil && a.Team != nil && a.Team == a.From.Team && !a.Dangling:
		a.State = Agreed
	case a.Answer == nil:
		a.State = Open
	case a.Answer.Enable.Declined.Written():
		a.State = Declined
	case a.By() > a.NeededBy:
		a.State = Late
	default:
		a.State = Agreed
	}
}
