package history

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
)

// FirstSeen is the civil date of the commit with which a key result came, at the
// earliest that of its cycle's publication; zero where it was never committed.
func (p *Past) FirstSeen(address string) okr.Date {
	date, _ := p.first(address)
	return date
}

// First is the first version of a key result since its cycle was published; nil
// where it was not committed since.
func (p *Past) First(address string) *okr.KeyResult {
	_, k := p.first(address)
	return k
}

// LastSeen is the last version of a key result; nil where it was never committed.
func (p *Past) LastSeen(address string) *okr.KeyResult {
	a, err := okr.ParseAddress(address)
	if err != nil || p.cycle(a.Cycle) == nil {
		return nil
	}
	for _, v := range slices.Backward(p.walked().versions[identity{a.Team, a.Cycle}]) {
		if k := p.keyResult(v, a); k != nil {
			return k
		}
	}
	return nil
}

func (p *Past) first(address string) (okr.Date, *okr.KeyResult) {
	a, err := okr.ParseAddress(address)
	if err != nil || p.cycle(a.Cycle) == nil {
		return 0, nil
	}
	basis := p.Basis(p.cycle(a.Cycle))
	for _, v := range p.walked().since(identity{a.Team, a.Cycle}) {
		if k := p.keyResult(v, a); k != nil {
			return v.date(basis), k
		}
	}
	return 0, nil
}

func (p *Past) keyResult(v version, a okr.Address) *okr.KeyResult {
	d := p.parsed(v.page)
	if d == nil {
		return nil
	}
	o := d.ObjectiveByID(a.Objective)
	if o == nil {
		return nil
	}
	return o.KeyResultByID(a.KeyResult)
}
