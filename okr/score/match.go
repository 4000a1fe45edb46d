package score

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
)

// matching finds each published thing in today's files, under its address or where
// it was renamed or moved to.
type matching struct {
	*publication
	ws    *okr.Workspace
	cycle *okr.Cycle
	late  map[*okr.Document]bool // published documents that came later
}

// match looks everything up under its own address first, so that what took over a
// name leaves what has it in place; then by the former names that the files tell,
// and then by those that only history remembers, because `was` holds one name and
// may be deleted. Documents that came after publication wait until all is found that
// was published, wherever it moved. Definitions come before listings: a listing is
// found by what it refers to.
func (m *matching) match() {
	prompt, late := m.published()
	for _, objectives := range [][]*okr.Objective{prompt, late} {
		for _, find := range []finder{m.own, m.renamed, m.followed} {
			for _, o := range objectives {
				m.place(o, find)
			}
		}
	}
	for _, o := range slices.Concat(prompt, late) {
		for _, k := range o.KeyResults {
			if k.IsRef() {
				m.reference(k)
			}
		}
	}
}

// published are the published objectives in the order of the teams: those of the
// publication itself, and those of documents that came later.
func (m *matching) published() (prompt, late []*okr.Objective) {
	for _, t := range m.ws.Teams {
		doc := m.documents[t]
		switch {
		case doc == nil:
		case m.memory != nil && m.memory.Joined(t.ID.V, m.cycle.ID):
			m.late[doc] = true
			late = slices.AppendSeq(late, doc.Every())
		default:
			prompt = slices.AppendSeq(prompt, doc.Every())
		}
	}
	return prompt, late
}

// place finds an objective and what it defines, as far as that was not found yet.
func (m *matching) place(o *okr.Objective, find finder) {
	address := okr.Address{Team: o.Document.TeamID.V, Cycle: m.cycle.ID, Objective: o.ID.V}
	if m.today[o] == nil {
		m.objective(o, find(address))
	}
	for _, k := range o.KeyResults {
		address.KeyResult = k.ID.V
		if !k.IsRef() && !m.found[k] {
			m.keyResult(k, find(address))
		}
	}
}

// finder gives the places in today's files where a published thing may stand, the
// likeliest first.
type finder func(okr.Address) []okr.Link

// own is what stands under the address itself.
func (m *matching) own(address okr.Address) []okr.Link {
	return slices.DeleteFunc(m.renamed(address), func(found okr.Link) bool {
		if found.KeyResult != nil {
			return found.KeyResult.Address() != address.String()
		}
		return found.Objective.Address() != address.String()
	})
}

// renamed is what stands under the address or says that it did. What moved to
// another cycle left this one.
func (m *matching) renamed(address okr.Address) []okr.Link {
	link, missing := m.ws.Find(address)
	if missing != okr.NothingMissing || link.Document.Cycle.ID != m.cycle.ID {
		return nil
	}
	return []okr.Link{link}
}

// followed is what stands under the names that history gave to what had the address,
// the latest first.
func (m *matching) followed(address okr.Address) []okr.Link {
	const mostNames = 16 // so that a memory which goes in a circle ends
	if m.memory == nil {
		return nil
	}
	if link, missing := m.ws.Find(address); missing == okr.NothingMissing && link.Document.Cycle.ID != m.cycle.ID {
		return nil
	}
	var links []okr.Link
	names := m.memory.Renamed(address.String())
	for _, name := range slices.Backward(names[:min(len(names), mostNames)]) {
		if later, err := okr.ParseAddress(name); err == nil {
			links = append(links, m.renamed(later)...)
		}
	}
	return links
}

// objective pairs a published objective with the first of the places that is not
// another one's.
func (m *matching) objective(then *okr.Objective, places []okr.Link) {
	for _, place := range places {
		if now := place.Objective; now != nil && m.objectives[now] == nil {
			m.objectives[now], m.today[then] = then, now
			return
		}
	}
}

// keyResult does the same. What a later document brought from elsewhere is found,
// and is what it was there.
func (m *matching) keyResult(then *okr.KeyResult, places []okr.Link) {
	for _, place := range places {
		now := place.KeyResult
		if now == nil {
			continue
		}
		if m.pair(now, then) {
			return
		}
		if m.late[then.Objective.Document] && !m.late[m.keyResults[now].Objective.Document] {
			m.found[then] = true
			return
		}
	}
}

// pair notes that a key result of today is a published one, if it is not another.
func (p *publication) pair(now, then *okr.KeyResult) bool {
	if p.keyResults[now] != nil {
		return false
	}
	p.keyResults[now], p.found[then] = then, true
	return true
}

func (m *matching) reference(k *okr.KeyResult) {
	definition := m.definition(k)
	m.defined[k] = definition
	now := m.today[k.Objective]
	if now == nil {
		return
	}
	for _, listed := range now.KeyResults {
		same := listed.IsRef() && (listed.Address() == k.Address() || definition != nil && listed.Definition() == definition)
		if same && m.pair(listed, k) {
			return
		}
	}
}

// definition is what a published reference refers to today; nil where that is gone.
func (m *matching) definition(k *okr.KeyResult) *okr.KeyResult {
	address, err := okr.ParseAddress(k.Address())
	if err != nil {
		return nil
	}
	if link, missing := m.ws.Find(address); missing == okr.NothingMissing {
		return link.KeyResult
	}
	for _, place := range m.followed(address) {
		return place.KeyResult
	}
	return nil
}
