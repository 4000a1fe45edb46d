package cascade_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/source"
)

// drawing is a workspace that was never a file: objectives by number, spread over
// teams in turns, and what each supports.
type drawing struct {
	ws         *okr.Workspace
	objectives []*okr.Objective
}

// draw makes so many objectives of so many teams, the tree of which is a chain.
func draw(objectives, teams int) *drawing {
	cycle := &okr.Cycle{ID: "2026-Q3", Start: okr.NewDate(2026, 7, 1), End: okr.NewDate(2026, 9, 30), Grace: 14}
	d := &drawing{ws: &okr.Workspace{Cycles: []*okr.Cycle{cycle}, File: source.NewFile(nil, "okr.yaml", nil)}}
	for i := range teams {
		team := &okr.Team{ID: text(fmt.Sprintf("t%03d", i)), Depth: i}
		if i > 0 {
			team.Parent = d.ws.Teams[i-1]
			team.Parent.Children = append(team.Parent.Children, team)
		}
		d.ws.Teams = append(d.ws.Teams, team)
		d.ws.Documents = append(d.ws.Documents, &okr.Document{
			Team: team, TeamID: team.ID, Cycle: cycle, CycleID: text(cycle.ID), File: source.NewFile(nil, team.ID.V+".yaml", nil),
		})
	}
	silent := new(okr.Background)
	for i := range objectives {
		doc := d.ws.Documents[i%teams]
		o := &okr.Objective{Document: doc, ID: text("o" + strconv.Itoa(i)), Title: text("People like number " + strconv.Itoa(i)), Background: silent}
		o.KeyResults = []*okr.KeyResult{{Objective: o, ID: text("k"), Title: text("Returns fall")}}
		doc.Objectives = append(doc.Objectives, o)
		d.objectives = append(d.objectives, o)
	}
	d.ws.Index()
	return d
}

func text(words string) okr.Text { return okr.Text{V: words, Span: source.Span{Start: 1, End: 2}} }

// support lets an objective support another, or its key result.
func (d *drawing) support(child, parent int, keyResult bool) {
	o := d.objectives[parent]
	l := okr.Link{Address: text(o.Address()), Team: o.Document.Team, Cycle: o.Document.Cycle, Document: o.Document, Objective: o}
	if keyResult {
		l.KeyResult = o.KeyResults[0]
		l.Address.V += "/k"
	}
	d.objectives[child].Supports = append(d.objectives[child].Supports, l)
}

// link is the address of an objective, of its key result, or of its document.
func (d *drawing) link(number, depth int) okr.Link {
	o := d.objectives[number]
	l := okr.Link{Address: text(o.Document.Address()), Team: o.Document.Team, Cycle: o.Document.Cycle, Document: o.Document}
	if depth > 2 {
		l.Objective, l.Address = o, text(o.Address())
	}
	if depth > 3 {
		l.KeyResult, l.Address = o.KeyResults[0], text(o.KeyResults[0].Address())
	}
	return l
}

// background is that of an objective, its own from then on.
func (d *drawing) background(number int) *okr.Background {
	o := d.objectives[number]
	if len(o.DependsOn)+len(o.Enables) == 0 {
		o.Background = new(okr.Background)
	}
	return o.Background
}

// body is that of the key result of an objective.
func (d *drawing) body(number int) *okr.Body {
	k := d.objectives[number].KeyResults[0]
	if k.Body == nil {
		k.Body = new(okr.Body)
	}
	return k.Body
}

// ask lets an objective or its key result depend on another, answer lets it answer.
func (d *drawing) ask(number int, ofResult bool, on okr.Link) {
	need := okr.Dependency{On: on}
	if ofResult {
		b := d.body(number)
		b.DependsOn = append(b.DependsOn, need)
		return
	}
	b := d.background(number)
	b.DependsOn = append(b.DependsOn, need)
}

func (d *drawing) answer(number int, ofResult bool, enable okr.Enable) {
	if ofResult {
		b := d.body(number)
		b.Enables = append(b.Enables, enable)
		return
	}
	b := d.background(number)
	b.Enables = append(b.Enables, enable)
}

// bargain draws random dependencies and answers.
func (d *drawing) bargain(random *rand.Rand, asks, answers int) {
	n := len(d.objectives)
	for range asks {
		d.ask(random.IntN(n), random.IntN(2) == 0, d.link(random.IntN(n), 2+random.IntN(3)))
	}
	for range answers {
		e := okr.Enable{For: d.link(random.IntN(n), 2+random.IntN(3))}
		switch random.IntN(4) {
		case 0:
			e.Declined = text("no")
		case 1:
			e.By = okr.Day{V: d.ws.Cycles[0].End - okr.Date(random.IntN(6)) + 2, Span: text("").Span}
		}
		d.answer(random.IntN(n), random.IntN(2) == 0, e)
	}
}

// scatter draws random support, a few links for each objective.
func scatter(random *rand.Rand, objectives, teams, links int) *drawing {
	d := draw(objectives, teams)
	for range links {
		d.support(random.IntN(objectives), random.IntN(objectives), random.IntN(3) == 0)
	}
	return d
}

func (d *drawing) read() *cascade.Graph {
	return cascade.Read(d.ws, d.ws.Cycles[0], d.ws.Cycles[0].Start)
}
