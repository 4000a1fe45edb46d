package cli_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/okrs-as-code/okrs/okr/origin"
)

// organization is some documents that can be edited and written in many ways.
type organization struct {
	*rand.Rand
	teams     []string
	settings  string // of okr.yaml
	documents []*goals
	next      int
	addresses []string // all that ever were
}

type goals struct {
	file, team, cycle string
	objectives        []*goal
	style             uint64 // the same style and content are the same bytes
}

type goal struct {
	id, was string
	links   []tied
	results []*measure
}

type tied struct{ field, to string }

type measure struct {
	id, was, ref string
	shared       []string
	target       int
	days         []int // of check-ins
	links        []tied
}

func (g *goals) address() string { return g.team + "/" + g.cycle }

// invented makes a repository of so many commits, and names them.
func invented(t *testing.T, dir string, seed uint64, commits int) []string {
	t.Helper()
	repository, err := origin.Create(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer repository.Close()
	o := found(seed)
	var hashes []string
	var parents []origin.Hash
	before := make(map[string][]byte)
	when := time.Date(2026, time.May, 1, 12, 0, 0, 0, time.UTC)
	for i := range commits {
		if i > 0 {
			for range 1 + o.IntN(3) {
				o.edit()
			}
		}
		after := o.files()
		files := maps.Clone(after)
		for name := range before {
			if _, there := after[name]; !there {
				files[name] = nil
			}
		}
		hash, err := repository.As("Team", "team@example.org").Write(origin.Draft{
			Parents: parents, Files: files, Message: "Objectives", When: when.AddDate(0, 0, i),
		})
		if err != nil {
			t.Fatal(err)
		}
		parents, before = []origin.Hash{hash}, after
		hashes = append(hashes, hash.String())
	}
	return hashes
}

func found(seed uint64) *organization {
	o := &organization{Rand: rand.New(rand.NewPCG(seed, 13)), teams: []string{"one", "two", "three", "four", "one-more"}}
	for _, team := range o.teams {
		for _, cycle := range []string{"2026-Q1", "2026-Q2"} {
			o.begin(team, cycle)
		}
	}
	for range 25 {
		o.tie()
	}
	for range 16 {
		o.share()
	}
	return o
}

func (o *organization) name(kind string) string {
	o.next++
	return fmt.Sprintf("%s-%d", kind, o.next)
}

func pick[T any](o *organization, list []T) T { return list[o.IntN(len(list))] }

func (o *organization) begin(team, cycle string) {
	g := &goals{file: o.name("okrs/" + cycle + "/" + team), team: team, cycle: cycle, style: o.Uint64()}
	for range 1 + o.IntN(3) {
		g.objectives = append(g.objectives, o.goal(g))
	}
	o.documents = append(o.documents, g)
}

func (o *organization) goal(g *goals) *goal {
	made := &goal{id: o.name("o")}
	for range 1 + o.IntN(3) {
		made.results = append(made.results, o.measure())
	}
	o.remember(g, made)
	return made
}

func (o *organization) measure() *measure {
	m := &measure{id: o.name("k"), target: 20 + o.IntN(80)}
	for day := 1 + o.IntN(20); day < 90; day += 1 + o.IntN(40) {
		m.days = append(m.days, day)
	}
	return m
}

func (o *organization) remember(g *goals, made *goal) {
	address := g.address() + "/" + made.id
	o.addresses = append(o.addresses, address)
	for _, m := range made.results {
		if m.ref == "" {
			o.addresses = append(o.addresses, address+"/"+m.id)
		}
	}
}

// anything is a document, an objective and a key result in it.
func (o *organization) anything() (*goals, *goal, *measure) {
	for {
		if g := pick(o, o.documents); len(g.objectives) > 0 {
			if made := pick(o, g.objectives); len(made.results) > 0 {
				return g, made, pick(o, made.results)
			}
		}
	}
}

// edit changes something.
func (o *organization) edit() {
	g, made, m := o.anything()
	switch o.IntN(24) {
	case 0, 1, 2, 3:
		m.days = append(m.days, m.last()+1)
	case 4, 5, 6:
		m.target += o.IntN(40) - 20
	case 7:
		o.rename(g, made)
	case 8:
		o.renameResult(g, made, m)
	case 9:
		o.move(g, made)
	case 10, 11:
		o.moveResult(g, made, m)
	case 12:
		if len(made.results) > 1 {
			made.results = slices.DeleteFunc(made.results, func(x *measure) bool { return x == m })
		}
	case 13:
		if len(g.objectives) > 1 {
			g.objectives = slices.DeleteFunc(g.objectives, func(x *goal) bool { return x == made })
		}
	case 14:
		g.objectives = append(g.objectives, o.goal(g))
	case 15, 16:
		o.tie()
	case 17:
		o.untie(made)
	case 18:
		o.share()
	case 19:
		g.file = o.name("okrs/elsewhere/" + g.team)
	case 20:
		g.style = o.Uint64()
	case 21:
		o.handOver(g)
	case 22:
		made.links = slices.DeleteFunc(made.links, func(tied) bool { return o.IntN(3) == 0 })
	default:
		o.settle()
	}
}

func (m *measure) last() int {
	if len(m.days) == 0 {
		return 0
	}
	return m.days[len(m.days)-1]
}

func (o *organization) rename(g *goals, made *goal) {
	old := made.id
	made.id, made.was = o.name("o"), pick(o, []string{"", old, g.address() + "/" + old})
	o.remember(g, made)
}

func (o *organization) renameResult(g *goals, made *goal, m *measure) {
	if m.ref != "" {
		return
	}
	old := m.id
	m.id, m.was = o.name("k"), pick(o, []string{"", old, g.address() + "/" + made.id + "/" + old})
	o.remember(g, made)
}

func (o *organization) move(g *goals, made *goal) {
	other := pick(o, o.documents)
	if other == g || len(g.objectives) < 2 {
		return
	}
	g.objectives = slices.DeleteFunc(g.objectives, func(x *goal) bool { return x == made })
	made.was = pick(o, []string{g.address() + "/" + made.id, ""})
	other.objectives = append(other.objectives, made)
	o.remember(other, made)
}

func (o *organization) moveResult(g *goals, made *goal, m *measure) {
	other, to, _ := o.anything()
	if to == made || m.ref != "" || len(made.results) < 2 {
		return
	}
	made.results = slices.DeleteFunc(made.results, func(x *measure) bool { return x == m })
	m.was = pick(o, []string{g.address() + "/" + made.id + "/" + m.id, ""})
	to.results = append(to.results, m)
	o.remember(other, to)
}

// tie writes a link to something that is there, or was.
func (o *organization) tie() {
	_, made, m := o.anything()
	l := tied{pick(o, []string{"supports", "depends_on", "enables", "carried_from"}), pick(o, o.addresses)}
	links := &made.links
	for l.field == "carried_from" && strings.Count(l.to, "/") != 2 {
		l.to = pick(o, o.addresses)
	}
	if l.field != "supports" && l.field != "carried_from" && m.ref == "" && o.IntN(2) == 0 {
		links = &m.links
	}
	if !slices.ContainsFunc(*links, func(x tied) bool { return x.field == l.field && (x.to == l.to || x.field == "carried_from") }) {
		*links = append(*links, l)
	}
}

// untie writes a link in another way: to where its end stands today, or stood.
func (o *organization) untie(made *goal) {
	old := made.links
	made.links = nil
	for _, l := range old {
		if l.field != "carried_from" {
			l.to = pick(o, o.addresses)
		}
		if !slices.Contains(made.links, l) {
			made.links = append(made.links, l)
		}
	}
}

// share lists a key result in a document of another team, which it is offered to.
func (o *organization) share() {
	g, made, m := o.anything()
	other, to, _ := o.anything()
	if m.ref != "" || other.team == g.team || other.cycle != g.cycle {
		return
	}
	m.shared = append(m.shared, other.team)
	at := g.address() + "/" + made.id + "/" + m.id
	if m.was != "" && strings.Count(m.was, "/") == 3 && o.IntN(2) == 0 {
		at = m.was
	}
	for _, listing := range other.objectives {
		if slices.ContainsFunc(listing.results, func(x *measure) bool { return x.ref == at }) {
			return
		}
	}
	to.results = append(to.results, &measure{ref: at})
}

// handOver gives a document to another team, or takes it away.
func (o *organization) handOver(g *goals) {
	team := o.name("new")
	switch o.IntN(4) {
	case 0:
		if len(o.documents) > 6 {
			o.documents = slices.DeleteFunc(o.documents, func(x *goals) bool { return x == g })
		}
	case 1:
		o.teams = append(o.teams, team)
		o.begin(team, g.cycle)
	default:
		for _, other := range o.teams {
			if !slices.ContainsFunc(o.documents, func(x *goals) bool { return x.team == other && x.cycle == g.cycle }) {
				g.team = other
				for _, made := range g.objectives {
					o.remember(g, made)
				}
				return
			}
		}
	}
}

// settle changes okr.yaml, mostly in words only.
func (o *organization) settle() {
	switch o.IntN(5) {
	case 0:
		o.settings = fmt.Sprintf("calendar: {grace_days: %d}\n", o.IntN(20))
	case 1:
		o.settings = "scoring: {objective_score: min}\n"
	default:
		o.settings += "# " + o.name("Note") + "\n"
	}
}
