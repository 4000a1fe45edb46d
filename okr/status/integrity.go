package status

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

// Integrity is what became of what was published: it is told only where history knows
// what that was. Guardrails are part of it.
type Integrity struct {
	Published  int // how many key results were
	Added      []Subject
	Vanished   []Subject // gone from the files without a word
	Cancelled  []Subject // given up in the open, after publication
	Undeclared []Undeclared
}

// Undeclared is a key result whose definition left the published one without an
// amendment that says so.
type Undeclared struct {
	Subject
	Fields    []string
	Direction Direction
}

// Direction is which way a definition was changed.
type Direction string

// The directions; Neutral where the numbers do not say.
const (
	Eased    Direction = "eased"
	Hardened Direction = "hardened"
	Neutral  Direction = "neutral"
)

// integrity is nil without a history, and while nothing is published yet.
func (r *reader) integrity() *Integrity {
	basis := r.read.Basis
	if r.past == nil || basis.By != okr.ByTag && (basis.By != okr.ByHistory || basis.Revision == "") {
		return nil
	}
	var i Integrity
	for _, s := range r.subjects {
		k := s.KeyResult
		joined := k.State == score.Added
		if joined {
			i.Added = append(i.Added, s)
		} else {
			i.Published++
		}
		switch {
		case k.Vanished:
			i.Vanished = append(i.Vanished, s)
		case k.State == score.Cancelled && k.Cancelled.Date.V >= basis.On:
			i.Cancelled = append(i.Cancelled, s)
		}
		if len(k.Undeclared) > 0 && !k.Vanished && !joined {
			i.Undeclared = append(i.Undeclared, Undeclared{s, k.Undeclared, changed(k)})
		}
	}
	return &i
}

// changed is which way the target, or the bound, was moved without a word.
func changed(k *score.KeyResult) Direction {
	if k.InForce == nil || k.Published == nil {
		return Neutral
	}
	then, now := k.Published.ResolvedTarget(), k.InForce.ResolvedTarget()
	if then == nil || now == nil || !slices.Contains(k.Undeclared, "target") {
		return Neutral
	}
	up := now.Cmp(*then)
	if downward(k.Published.Definition, k.Kind) {
		up = -up
	}
	switch {
	case up < 0:
		return Eased
	case up > 0:
		return Hardened
	default:
		return Neutral
	}
}

// downward reports whether less is better.
func downward(d metric.Definition, kind string) bool {
	target := d.ResolvedTarget()
	return kind == "at_most" || kind == "decrease" || kind != "at_least" && kind != "increase" && d.Baseline != nil && target != nil && target.Cmp(*d.Baseline) < 0
}
