package lint

import (
	"iter"
	"strings"
	"sync"

	"github.com/okrs-as-code/okrs/okr"
)

// history is what rules read of the past, each part once.
type history struct {
	publications once[*okr.Cycle, *publication]
	versions     once[[2]string, []okr.Version]
	names        once[*okr.Document, map[string]*okr.KeyResult]
}

// once works out the value of a key when it is first asked for. Others that ask
// meanwhile wait for it.
type once[K comparable, V any] struct {
	mutex sync.Mutex
	known map[K]func() V
}

func (o *once[K, V]) of(key K, work func() V) V {
	o.mutex.Lock()
	value, known := o.known[key]
	if !known {
		if o.known == nil {
			o.known = make(map[K]func() V)
		}
		value = sync.OnceValue(work)
		o.known[key] = value
	}
	o.mutex.Unlock()
	return value()
}

// publication is what was published for a cycle, and where it stands today.
type publication struct {
	basis      okr.Basis
	objectives []pairing[okr.Objective]
	keyResults []pairing[okr.KeyResult] // references among them
}

// pairing is a published thing and what it is today.
type pairing[T any] struct {
	then, now *T       // now is nil where it is gone
	on        okr.Date // when it was published
	address   string   // under which it was published
	elsewhere string   // its address in another cycle, to which it was moved

	departure departure // of a key result that is defined here
}

// compares reports whether there are two definitions of a key result to compare.
func (c pairing[T]) compares() bool {
	then, ok := any(c.then).(*okr.KeyResult)
	now, _ := any(c.now).(*okr.KeyResult)
	return ok && now != nil && !then.IsRef() && !now.IsRef() && then.Body != nil && now.Body != nil
}

// unchanged reports whether a key result says what it said, word by word. It may miss
// some that do.
func unchanged(then, now *okr.KeyResult) bool {
	a, b := &then.Metric, &now.Metric
	same := func(x, y okr.Number) bool { return x.Written() == y.Written() && x.V.Equal(y.V) }
	return len(then.Amendments) == 0 && len(now.Amendments) == 0 && a.Fine == nil && b.Fine == nil &&
		a.Kind.V == b.Kind.V && a.Unit.V == b.Unit.V && a.Source.V == b.Source.V && a.Aggregate.V == b.Aggregate.V &&
		same(a.Baseline, b.Baseline) && same(a.Target, b.Target) && same(then.Weight, now.Weight) &&
		then.Guardrail.V == now.Guardrail.V && then.Starts.V == now.Starts.V
}

// LookBack is for how many days after its end what a cycle was is compared with what
// it is: the year in which somebody may still learn from it. Every version of a
// document has to be read for that, and a workspace may have many years of them.
const LookBack = 400

func (r *Reading) recent(cycle *okr.Cycle) bool { return cycle.End+LookBack >= r.At }

// cycles are those of the workspace, and those that only the past has documents of.
func (r *Reading) cycles() iter.Seq[*okr.Cycle] {
	return func(yield func(*okr.Cycle) bool) {
		seen := make(map[string]bool)
		for _, cycles := range [...][]*okr.Cycle{r.Workspace.Cycles, r.bygone} {
			for _, c := range cycles {
				if !seen[c.ID] && !yield(c) {
					return
				}
				seen[c.ID] = true
			}
		}
	}
}

// publications are those of all recent cycles whose definitions are settled: after the
// grace, or where a tag has ended it. Where only amendments tell what was
// published there is nothing to compare.
func (r *Reading) publications() iter.Seq2[*okr.Cycle, *publication] {
	return func(yield func(*okr.Cycle, *publication) bool) {
		for cycle := range r.cycles() {
			if !r.recent(cycle) {
				continue
			}
			p := r.history.publications.of(cycle, func() *publication { return r.readPublication(cycle) })
			if p != nil && !yield(cycle, p) {
				return
			}
		}
	}
}

// Published reports what was published and is there today: the addresses of the key
// results that cannot be deleted any more without a trace. It is empty without a history.
func Published(in Input) map[string]bool {
	addresses := make(map[string]bool)
	if in.Past == nil {
		return addresses
	}
	r := &Reading{Workspace: in.Workspace, Past: in.Past, At: in.At, bygone: in.Cycles, refused: refused(in.Found)}
	for _, p := range r.publications() {
		for _, c := range p.keyResults {
			if c.now != nil {
				addresses[c.now.Address()] = true
			}
		}
	}
	return addresses
}

func (r *Reading) readPublication(cycle *okr.Cycle) *publication {
	basis := r.basis(cycle)
	free := cycle.PublishBy()
	switch {
	case basis.By == okr.ByTag:
		free = basis.On
	case basis.By != okr.ByHistory || r.State(cycle) <= okr.Settling:
		return nil
	default:
		free = max(free, basis.On) // who begins in the middle of a cycle publishes then
	}
	m := &matching{reading: r, cycle: cycle, publication: publication{basis: basis}, known: make(map[string]bool), renamed: make(map[string]string)}
	var late []*okr.Document
	for _, t := range r.Workspace.Teams {
		then := r.published(t.ID.V, cycle)
		if then == nil || then.Outline || !r.comparable(t.ID.V, cycle.ID) {
			continue
		}
		if versions := r.versions(t.ID.V, cycle.ID); len(versions) > 0 && versions[0].On > free {
			late = append(late, then)
			continue
		}
		m.add(t.ID.V+"/"+cycle.ID, then, basis.On)
	}
	m.extend(late, free) // when all that was published is known, wherever it moved
	m.match()
	return &m.publication
}

// comparable reports whether the document of a team says all that it says in a
// way that can be read.
func (r *Reading) comparable(team, cycle string) bool {
	if now := r.Workspace.Document(team, cycle); now != nil {
		return r.usable(now)
	}
	versions := r.versions(team, cycle)
	return len(versions) == 0 || !r.refused[versions[len(versions)-1].Path]
}

// matching finds today's counterparts of what was published.
type matching struct {
	reading *Reading
	cycle   *okr.Cycle
	publication
	known   map[string]bool   // addresses under which something was published, and later ones of it
	renamed map[string]string // from an address to the one that a version gave it
}

// extend takes what was added afterwards, with the first version of that: whole
// documents, and what documents that were there have got.
func (m *matching) extend(late []*okr.Document, free okr.Date) {
	for _, d := range late {
		place := d.TeamID.V + "/" + m.cycle.ID
		m.add(place, d, m.reading.versions(d.TeamID.V, m.cycle.ID)[0].On)
	}
	for _, t := range m.reading.Workspace.Teams {
		if m.reading.published(t.ID.V, m.cycle) == nil || !m.reading.comparable(t.ID.V, m.cycle.ID) {
			continue
		}
		for _, v := range m.reading.versions(t.ID.V, m.cycle.ID) {
			if v.On > free && v.Document != nil {
				m.add(t.ID.V+"/"+m.cycle.ID, v.Document, v.On)
			}
		}
	}
}

// add notes what a version has that was not known before.
func (m *matching) add(place string, d *okr.Document, on okr.Date) {
	for o := range d.Every() {
		address := place + "/" + o.ID.V
		before := formerly(place, o.Was.V)
		if !m.continues(address, before) {
			m.objectives = append(m.objectives, pairing[okr.Objective]{then: o, on: on, address: address})
		}
		for _, k := range o.KeyResults {
			if k.Body == nil {
				continue
			}
			own, former := address+"/"+k.ID.V, []string{formerly(address, k.Was.V)}
			switch {
			case k.IsRef():
				own, former = address+" "+k.Ref.Address.V, []string{before + " " + k.Ref.Address.V}
			case before != "":
				former = append(former, formerly(before, k.ID.V), formerly(before, k.Was.V))
			}
			if !m.continues(own, former...) {
				m.keyResults = append(m.keyResults, pairing[okr.KeyResult]{then: k, on: on, address: own})
			}
		}
	}
}

// formerly is the address that `was` means; empty where nothing is written.
func formerly(above, was string) string {
	if was == "" || strings.Contains(was, "/") {
		return was
	}
	return above + "/" + was
}

// continues reports whether an address is that of something known, by its own or
// by a former name, and knows it from now on.
func (m *matching) continues(address string, former ...string) bool {
	if m.known[address] {
		return true
	}
	m.known[address] = true
	for _, before := range former {
		if before != "" && before != address && m.known[before] {
			m.renamed[before] = address
			return true
		}
	}
	return false
}

// match looks everything up: first under its own address, so that what took over a
// name leaves what has it in place.
func (m *matching) match() {
	objectives, keyResults := make(map[*okr.Objective]bool), make(map[*okr.KeyResult]bool)
	for _, renamed := range []bool{false, true} {
		for i := range m.objectives {
			if c := &m.objectives[i]; c.now == nil {
				link, elsewhere := m.find(c.address, renamed)
				m.objectives[i].now, c.elsewhere = untaken(objectives, link.Objective), elsewhere
			}
		}
		for i := range m.keyResults {
			if c := &m.keyResults[i]; c.now == nil && !c.then.IsRef() {
				link, elsewhere := m.find(c.address, renamed)
				c.now, c.elsewhere = untaken(keyResults, link.KeyResult), elsewhere
			}
		}
	}
	for i := range m.keyResults {
		if c := &m.keyResults[i]; c.then.IsRef() {
			c.now = m.listing(c)
		}
		if c := &m.keyResults[i]; c.compares() && !unchanged(c.then, c.now) {
			c.departure = departureOf(c.then, c.now, c.on)
		}
	}
}

func untaken[T any](taken map[*T]bool, found *T) *T {
	if found == nil || taken[found] {
		return nil
	}
	taken[found] = true
	return found
}

// find follows an address through the names that it had; renamed says whether to
// be satisfied with a thing of another name.
func (m *matching) find(text string, renamed bool) (link okr.Link, elsewhere string) {
	const mostNames = 16 // so that names which lead in a circle end
	for range mostNames {
		address, err := okr.ParseAddress(text)
		if err != nil {
			return okr.Link{}, ""
		}
		found, missing := m.reading.Workspace.Find(address)
		switch {
		case missing == okr.NothingMissing && found.Document.Cycle.ID != m.cycle.ID:
			if found.KeyResult != nil {
				return okr.Link{}, found.KeyResult.Address()
			}
			return okr.Link{}, found.Objective.Address()
		case missing == okr.NothingMissing && !renamed && addressOf(found) != text:
			return okr.Link{}, ""
		case missing == okr.NothingMissing:
			return found, ""
		}
		if text = m.renamed[text]; text == "" || !renamed {
			break
		}
	}
	return okr.Link{}, ""
}

func addressOf(link okr.Link) string {
	if link.KeyResult != nil {
		return link.KeyResult.Address()
	}
	return link.Objective.Address()
}

// listing is the reference that lists today what a published one listed. Of what
// is defined nowhere any more, the definition is missed and not the listing.
func (m *matching) listing(c *pairing[okr.KeyResult]) *okr.KeyResult {
	above, listed, _ := strings.Cut(c.address, " ")
	link, _ := m.find(above, true)
	if link.Objective == nil {
		return nil
	}
	definition, _ := m.find(listed, true)
	for _, k := range link.Objective.KeyResults {
		if k.IsRef() && (k.Ref.Address.V == listed || definition.KeyResult != nil && k.Definition() == definition.KeyResult) {
			return k
		}
	}
	return nil
}
