package status

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// Zombie is a key result whose metric is carried from cycle to cycle, three or more in
// a row. Where it was missed each time it asks for another approach, where it landed
// each time it may have become business as usual.
type Zombie struct {
	Subject
	Legs []Leg // oldest first, the last that of the cycle that is read
}

// Leg is one cycle of a metric that is carried on.
type Leg struct {
	Cycle   *okr.Cycle
	Address string
	Unit    string
	// Baseline, Target, Low and High are the official ones, where the kind has them.
	Baseline, Target, Low, High *metric.Number
	Last                        *metric.Reading // the value at the end, or the latest; nil where there is none
	Score                       *metric.Number  // 0…1, nil where it was not measured
	// Landed says that the score reached the line from which it is a success.
	Landed bool
}

// fewestLegs is how many cycles in a row make a zombie, the one that is read included.
const fewestLegs = 3

func legOf(s Subject, cycle *okr.Cycle, scoring okr.Scoring) Leg {
	k := s.KeyResult
	t := k.Official
	landed, known := landed(s, scoring)
	return Leg{
		Cycle: cycle, Address: k.Definition.Address(), Unit: t.Unit,
		Baseline: t.Baseline, Target: t.ResolvedTarget(), Low: t.Low, High: t.High,
		Last: k.Current, Score: k.Score, Landed: known && landed,
	}
}

// zombies look back from the key results that are still worked for, in drafts as well:
// before a cycle begins is when it can be helped. A guardrail may stay for ever.
func (r *reader) zombies() []Zombie {
	earlier := slices.Clone(r.ended)
	slices.SortStableFunc(earlier, func(a, b *Ended) int { return int(b.cycle.End - a.cycle.End) })
	var found []Zombie
	for _, s := range r.subjects {
		if !open(s.KeyResult) || s.KeyResult.Role() == "guardrail" {
			continue
		}
		now := resultOf(s, r.read.Cycle, r.ws.Settings.Scoring)
		legs := []Leg{now.leg}
		for _, e := range earlier {
			after := legs[len(legs)-1].Cycle
			if e.cycle.End >= after.Start || !alike(&e.cycle, r.read.Cycle) {
				continue
			}
			if int(after.Start-e.cycle.End) > after.Days()/2 {
				break // a cycle fits in between, and there it was not
			}
			if before := now.before(e.results); before != nil {
				legs = append(legs, before.leg)
				now = *before
			}
		}
		if len(legs) >= fewestLegs {
			slices.Reverse(legs)
			found = append(found, Zombie{s, legs})
		}
	}
	return found
}

// before is the result of an earlier cycle that this one continues: the one it says it
// is carried from, else one of the same team and unit, by the name of the metric, by
// its id, or by its source; a key result that is only numbered, or one of many from
// one dashboard, must also be about the same matter. Nil where there is none.
func (r *result) before(earlier map[string][]result) *result {
	if r.from != "" {
		return find(earlier, r.from)
	}
	if r.fromObjective != "" {
		if found := find(earlier, r.fromObjective+"/"+r.id); found != nil {
			return found
		}
	}
	var best *result
	most := 0.0
	for i := range earlier[r.team] {
		e := &earlier[r.team][i]
		if likeness := r.like(e); likeness > most {
			best, most = e, likeness
		}
	}
	return best
}

// find is what stood at an address, or nil.
func find(earlier map[string][]result, address string) *result {
	team, _, _ := strings.Cut(address, "/")
	for i := range earlier[team] {
		if e := &earlier[team][i]; e.stoodAt(address) {
			return e
		}
	}
	return nil
}

// stoodAt reports whether an address is the result's, or was before it was renamed.
func (r *result) stoodAt(address string) bool {
	if r.leg.Address == address {
		return true
	}
	return r.was != "" && strings.TrimSuffix(r.leg.Address, r.id)+r.was == address
}

// like is how surely two results of one team measure the same: 0 where they do not,
// else the surer the higher.
func (r *result) like(e *result) float64 {
	if !metric.SameUnit(r.leg.Unit, e.leg.Unit) {
		return 0
	}
	if r.name != "" && e.name != "" {
		if r.name == e.name {
			return 4
		}
		return 0
	}
	const half = 0.5
	words := r.words.Alike(e.words)
	id := r.id == e.id || r.was != "" && r.was == e.id
	switch {
	case words < half:
		return 0
	case id && r.objective == e.objective:
		return 2 + words
	case id:
		return 1 + words
	case r.source != "" && r.source == e.source:
		return words
	default:
		return 0
	}
}
