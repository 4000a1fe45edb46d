package history

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
)

// FirstSeen is the civil date of the commit with which a key result came, whatever it
// was called then, at the earliest that of its cycle's publication; zero where it was
// never committed.
func (p *Past) FirstSeen(address string) okr.Date {
	date, _ := p.first(address)
	return date
}

// First is the first version of a key result since its cycle was published, whatever
// it was called then; nil where it was not committed since.
func (p *Past) First(address string) *okr.KeyResult {
	_, k := p.first(address)
	return k
}

// LastSeen is the last version of what had the address of a key result, whatever it
// was called then; nil where it was never committed.
func (p *Past) LastSeen(address string) *okr.KeyResult {
	names := append([]string{address}, p.Renamed(address)...)
	for _, name := range slices.Backward(names) {
		a, ok := p.wantedAddress(name)
		if !ok {
			continue
		}
		for _, v := range slices.Backward(p.walked().versions[identity{a.Team, a.Cycle}]) {
			if k := p.keyResult(v, a); k != nil {
				return k
			}
		}
	}
	return nil
}

func (p *Past) first(address string) (okr.Date, *okr.KeyResult) {
	asked, ok := p.wantedAddress(address)
	if !ok {
		return 0, nil
	}
	var earliest version
	var first *okr.KeyResult
	for _, name := range p.formerly(asked) {
		a, ok := p.wantedAddress(name)
		if !ok || a.Cycle != asked.Cycle {
			continue
		}
		for _, v := range p.walked().since(identity{a.Team, a.Cycle}) {
			if k := p.keyResult(v, a); k != nil {
				if first == nil || v.place >= earliest.place {
					earliest, first = v, k
				}
				break
			}
		}
	}
	if first == nil {
		return 0, nil
	}
	return earliest.date(p.Basis(p.cycle(asked.Cycle))), first
}

// wantedAddress reads the address of something in a wanted cycle.
func (p *Past) wantedAddress(text string) (okr.Address, bool) {
	a, err := okr.ParseAddress(text)
	return a, err == nil && p.cycle(a.Cycle) != nil
}

// keyResult is what has the very address in a version; nil where nothing has.
func (p *Past) keyResult(v version, a okr.Address) *okr.KeyResult {
	d := p.parsed(v.page)
	if d == nil {
		return nil
	}
	for o := range d.Every() {
		if o.ID.V != a.Objective {
			continue
		}
		for _, k := range o.KeyResults {
			if !k.IsRef() && k.ID.V == a.KeyResult {
				return k
			}
		}
	}
	return nil
}
