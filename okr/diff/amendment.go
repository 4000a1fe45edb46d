package diff

import (
	"cmp"
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/source"
)

// book is what the amendments of a thing say that they did not say before.
type book struct {
	added, removed []*okr.Amendment
	reasons        [][2]*okr.Amendment // the same amendment with another reason, before and after
	settled        map[*okr.Amendment]bool
}

func open(before, after []okr.Amendment) *book {
	b := &book{}
	if len(before) == 0 && len(after) == 0 {
		return b
	}
	b.settled = make(map[*okr.Amendment]bool)
	kept := make(map[int]bool)
	for i := range after {
		a := &after[i]
		at := slices.IndexFunc(before, func(other okr.Amendment) bool {
			return other.Date.V == a.Date.V && other.Field.V == a.Field.V &&
				okr.SameField(a.Field.V, other.From, a.From) && okr.SameField(a.Field.V, other.To, a.To)
		})
		switch {
		case at < 0 || kept[at]:
			b.added = append(b.added, a)
			continue
		case before[at].Reason.V != a.Reason.V:
			b.reasons = append(b.reasons, [2]*okr.Amendment{&before[at], a})
		}
		kept[at] = true
	}
	for i := range before {
		if !kept[i] {
			b.removed = append(b.removed, &before[i])
		}
	}
	return b
}

// declares reports whether amendments that were added lead from one value of a field
// to the other, and why. Where amendments that were removed lead back, they are the
// same thing undone, and settled as well.
func (b *book) declares(field string, before, after okr.Value) (reason string, ok bool) {
	chain := b.chain(b.added, field)
	if leads(chain, field, before, after) {
		var reasons []string
		for _, a := range chain {
			b.settled[a] = true
			if !slices.Contains(reasons, a.Reason.V) {
				reasons = append(reasons, a.Reason.V)
			}
		}
		return joined("; ", reasons...), true
	}
	if undone := b.chain(b.removed, field); leads(undone, field, after, before) {
		for _, a := range undone {
			b.settled[a] = true
		}
	}
	return "", false
}

// chain are the amendments of a field by date.
func (b *book) chain(list []*okr.Amendment, field string) []*okr.Amendment {
	var chain []*okr.Amendment
	for _, a := range list {
		if a.Field.V == field && !b.settled[a] {
			chain = append(chain, a)
		}
	}
	slices.SortStableFunc(chain, func(x, y *okr.Amendment) int { return cmp.Compare(x.Date.V, y.Date.V) })
	return chain
}

func leads(chain []*okr.Amendment, field string, from, to okr.Value) bool {
	return len(chain) > 0 && says(field, chain[0].From, from) && says(field, chain[len(chain)-1].To, to)
}

// says reports whether an amendment names the value of a field; it may call the role
// by its name which the file writes by leaving it out.
func says(field string, named, value okr.Value) bool {
	if field == "role" && named.Text == "counting" {
		named = okr.Value{}
	}
	return okr.SameField(field, named, value)
}

// amendments notes those that declare nothing that changed.
func (r *reader) amendments(s subject, b *book) {
	for _, pair := range b.reasons {
		r.amendment(s, Change{
			Verdict: Reworded, Before: shown(pair[0].Reason.V), After: shown(pair[1].Reason.V), Reason: pair[1].Reason.V,
			Message: "the reason of the amendment of " + pair[1].Date.V.String() + " reworded",
		}, pair[1], pair[1].Span)
	}
	for _, a := range b.removed {
		if !b.settled[a] {
			r.amendment(s, Change{
				Verdict: Dropped, Before: shown(change(a)), Message: "the amendment of " + a.Date.V.String() + " is gone: " + change(a),
			}, a, source.Span{})
		}
	}
	for _, a := range b.added {
		if !b.settled[a] {
			r.amendment(s, Change{
				Verdict: Added, After: shown(change(a)), Reason: a.Reason.V,
				Message: "amendment of " + a.Date.V.String() + " for something that did not change here: " + change(a),
			}, a, a.Span)
		}
	}
}

func (r *reader) amendment(s subject, c Change, a *okr.Amendment, span source.Span) {
	c.Kind, c.Field = Amendment, a.Field.V
	r.note(s, c, span)
}

// change is what an amendment says.
func change(a *okr.Amendment) string {
	text := func(v okr.Value) string { return textOf(valueText(a.Field.V, v, "")) }
	return a.Field.V + " " + text(a.From) + " → " + text(a.To)
}
