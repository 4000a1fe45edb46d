package cascade_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
)

// entry is one answer and where it stands.
type entry struct {
	objective *okr.Objective
	keyResult *okr.KeyResult
	enable    *okr.Enable
}

func (d *drawing) entries() []entry {
	var all []entry
	for _, doc := range d.ws.Documents {
		for _, o := range doc.Objectives {
			for i := range o.Enables {
				all = append(all, entry{o, nil, &o.Enables[i]})
			}
			for _, k := range o.KeyResults {
				if k.Body != nil {
					for i := range k.Body.Enables {
						all = append(all, entry{o, k, &k.Body.Enables[i]})
					}
				}
			}
		}
	}
	return all
}

// names is how narrowly an answer names an item: 3 the item, 2 its objective, 1 its
// document, 0 not at all.
func (e entry) names(item *cascade.Node) int {
	f := e.enable.For
	switch {
	case f.Document != item.Objective.Document:
		return 0
	case f.KeyResult != nil:
		if f.KeyResult == item.KeyResult {
			return 3
		}
	case f.Objective != nil:
		if f.Objective != item.Objective {
			return 0
		}
		if item.KeyResult == nil {
			return 3
		}
		return 2
	default:
		return 1
	}
	return 0
}

// atGoal reports whether an answer stands on what is depended on, or next to it.
func (e entry) atGoal(on okr.Link) bool {
	switch {
	case on.KeyResult != nil:
		return e.keyResult == on.KeyResult || e.keyResult == nil && e.objective == on.Objective
	case on.Objective != nil:
		return e.objective == on.Objective
	default:
		return e.objective.Document == on.Document
	}
}

// exactly reports whether an answer stands on the very thing that is depended on.
func (e entry) exactly(on okr.Link) bool {
	return on.Objective != nil && e.objective == on.Objective && e.keyResult == on.KeyResult
}

// rank orders the answers to a dependency, as the definition does; 0 is none.
func (e entry) rank(item *cascade.Node, on okr.Link, elsewhere bool) int {
	if e.objective.Document.Team != on.Team {
		return 0
	}
	named := e.names(item)
	switch {
	case named > 0 && (elsewhere || e.atGoal(on)):
		return 10 + named
	case !elsewhere && e.exactly(on) && e.enable.For.Objective == item.Objective:
		return 1
	}
	return 0
}

// pick is the first of the best answers.
func pick(all []entry, item *cascade.Node, on okr.Link, elsewhere bool) *okr.Enable {
	var best *okr.Enable
	var exact bool
	rank := 0
	for _, e := range all {
		r := e.rank(item, on, elsewhere)
		if r == 0 || r < rank {
			continue
		}
		better := best == nil || r > rank
		if !better {
			mine, other := e.enable, best
			switch {
			case mine.Declined.Written() != other.Declined.Written():
				better = other.Declined.Written()
			case mine.By.V != other.By.V:
				better = mine.By.V != 0 && (other.By.V == 0 || mine.By.V < other.By.V)
			default:
				better = !elsewhere && e.exactly(on) && !exact
			}
		}
		if better {
			best, rank, exact = e.enable, r, e.exactly(on)
		}
	}
	return best
}

func TestAnswersAreThoseOfTheDefinition(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	states := make(map[cascade.State]int)
	for round := range 3000 {
		d := draw(1+random.IntN(6), 1+random.IntN(3))
		d.bargain(random, random.IntN(6), random.IntN(8))
		all := d.entries()
		g := d.read()
		for _, a := range g.Asks() {
			on := a.Dependency.On
			want := pick(all, a.From, on, false)
			if want == nil {
				others := slices.ContainsFunc(g.Asks(), func(b *cascade.Ask) bool {
					return b.From == a.From && b.Team == a.Team && pick(all, b.From, b.Dependency.On, false) != nil
				})
				if !others {
					want = pick(all, a.From, on, true)
				}
			}
			var got *okr.Enable
			if a.Answer != nil {
				got = a.Answer.Enable
			}
			if got != want {
				t.Fatalf("round %d: %s on %s is answered by %+v, want %+v", round, a.From.Address(), on.Address.V, got, want)
			}
			states[a.State]++
			if wanted := stateOf(a, want); a.State != wanted {
				t.Fatalf("round %d: %s on %s is %s, want %s", round, a.From.Address(), on.Address.V, a.State, wanted)
			}
		}
	}
	for _, state := range []cascade.State{cascade.Open, cascade.Agreed, cascade.Late, cascade.Declined} {
		if states[state] < 50 {
			t.Errorf("%s was tried %d times only", state, states[state])
		}
	}
}

func stateOf(a *cascade.Ask, answer *okr.Enable) cascade.State {
	switch {
	case answer == nil && a.Team == a.From.Team:
		return cascade.Agreed
	case answer == nil:
		return cascade.Open
	case answer.Declined.Written():
		return cascade.Declined
	case answer.By.V > a.NeededBy:
		return cascade.Late
	}
	return cascade.Agreed
}
