package history

import (
	"slices"
	"strings"
	"sync"

	"github.com/okrs-as-code/okrs/okr"
)

// rename is that a version called something otherwise than it was called before, or
// put it elsewhere.
type rename struct{ from, to string } // addresses

// renames are those of a cycle since it was published, once they were looked for.
type renames struct {
	once  sync.Once
	known []rename // in the order of the versions
}

const mostNames = 16 // that are followed, so that names which lead in a circle end

// Renamed are the addresses that versions since publication gave to the objective or
// key result which had an address, in order and at most 16; none where it kept it.
func (p *Past) Renamed(address string) []string {
	a, err := okr.ParseAddress(address)
	if err != nil {
		return nil
	}
	var names []string
	for _, r := range p.renamesOf(a.Cycle) {
		if r.from == address && len(names) < mostNames {
			names = append(names, r.to)
			address = r.to
		}
	}
	return names
}

// formerly are the addresses that something which has an address may have had since
// its cycle was published, the address itself first.
func (p *Past) formerly(address okr.Address) []string {
	names := []string{address.String()}
	for _, r := range slices.Backward(p.renamesOf(address.Cycle)) {
		if slices.Contains(names, r.to) && !slices.Contains(names, r.from) && len(names) <= mostNames {
			names = append(names, r.from)
		}
	}
	return names
}

// renamesOf looks for the renames of a cycle. Only versions that seem to say `was`
// are parsed for it.
func (p *Past) renamesOf(cycle string) []rename {
	s := p.state(p.cycle(cycle), "")
	if s == nil {
		return nil
	}
	s.renames.once.Do(func() {
		type noted struct {
			rename
			place int
		}
		var all []noted
		for _, versions := range p.saying(s.cycle.ID) {
			var before []rename
			for _, v := range versions {
				var now []rename
				if v.page != nil && v.page.renames {
					now = renamesIn(p.parsed(v.page))
				}
				for _, r := range now {
					if !slices.Contains(before, r) { // `was` stays for long
						all = append(all, noted{r, v.place})
					}
				}
				before = now
			}
		}
		slices.SortStableFunc(all, func(a, b noted) int { return b.place - a.place })
		for _, n := range all {
			s.renames.known = append(s.renames.known, n.rename)
		}
	})
	return s.renames.known
}

// saying are the versions since publication of the documents of a cycle, each in
// its order; those that seem to say `was` are parsed.
func (p *Past) saying(cycle string) [][]version {
	w := p.walked()
	var teams []string
	for id := range w.versions {
		if id.cycle == cycle {
			teams = append(teams, id.team)
		}
	}
	slices.Sort(teams)
	var documents [][]version
	var parsed []version
	for _, team := range teams {
		versions := w.since(identity{team, cycle})
		documents = append(documents, versions)
		for _, v := range versions {
			if v.page != nil && v.page.renames {
				parsed = append(parsed, v)
			}
		}
	}
	p.parseAll(parsed)
	return documents
}

// renamesIn is what a version says that was called otherwise. What stands under a
// former name beside it has kept that.
func renamesIn(d *okr.Document) []rename {
	if d == nil {
		return nil
	}
	stands := make(map[string]bool)
	for o := range d.Every() {
		stands[o.Address()] = true
		for _, k := range o.KeyResults {
			stands[k.Address()] = true
		}
	}
	var found []rename
	add := func(to string, from ...string) {
		for _, before := range from {
			if before != "" && !stands[before] {
				found = append(found, rename{before, to})
			}
		}
	}
	for o := range d.Every() {
		before := ""
		if o.Background != nil {
			before = former(d.Address(), o.Was.V)
		}
		add(o.Address(), before)
		for _, k := range o.KeyResults {
			if k.Body == nil || k.IsRef() {
				continue
			}
			add(k.Address(), former(o.Address(), k.Was.V))
			if before != "" {
				add(k.Address(), former(before, k.Was.V), before+"/"+k.ID.V)
			}
		}
	}
	return found
}

// former is the address that `was` means; empty where nothing is written.
func former(above, was string) string {
	if was == "" || strings.Contains(was, "/") {
		return was
	}
	return above + "/" + was
}
