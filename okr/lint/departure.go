package lint

import (
	"cmp"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/source"
)

// change is a field that does not say what it said when it was published.
type change struct {
	field         string
	before, after okr.Value
}

// departure is how a definition differs from the published one. Each changed field
// is in one of the lists.
type departure struct {
	undeclared   []change
	declared     []amended
	contradicted []amended
}

// amended is a change that amendments tell of.
type amended struct {
	change
	amendment *okr.Amendment // the first where the way back is wrong, else the last
}

// told is the change up to where the amendments lead. What the file says beyond that,
// they do not say.
func (a amended) told() change {
	c := a.change
	if a.amendment.Field.V == c.field {
		c.after = a.amendment.To
	}
	return c
}

// fields reads a field by its name.
type fields func(name string) (okr.Value, bool)

// depart compares the fields of a thing with the published ones. An amendment
// declares a change if it leads back to what was published; one that was made before
// the publication may tell of what was before.
func depart(names []string, then, now fields, news []okr.Amendment, published okr.Date, same func(name string, a, b okr.Value) bool) departure {
	var d departure
	for _, name := range names {
		before, _ := then(name)
		after, _ := now(name)
		chain := chainOf(news, name)
		c := change{name, before, after}
		switch {
		case len(chain) == 0 && !same(name, before, after):
			d.undeclared = append(d.undeclared, c)
		case len(chain) == 0:
		case !leadsBack(chain, published, func(v okr.Value) bool { return same(name, before, v) }):
			d.contradicted = append(d.contradicted, amended{c, chain[0]})
		case !same(name, before, after):
			d.declared = append(d.declared, amended{c, chain[len(chain)-1]})
		}
	}
	return d
}

// chainOf are the amendments of a field, the oldest first.
func chainOf(amendments []okr.Amendment, field string) []*okr.Amendment {
	var chain []*okr.Amendment
	for i := range amendments {
		if amendments[i].Field.V == field {
			chain = append(chain, &amendments[i])
		}
	}
	slices.SortStableFunc(chain, func(a, b *okr.Amendment) int { return cmp.Compare(a.Date.V, b.Date.V) })
	return chain
}

func leadsBack(chain []*okr.Amendment, published okr.Date, is func(okr.Value) bool) bool {
	if is(chain[0].From) {
		return true
	}
	return slices.ContainsFunc(chain, func(a *okr.Amendment) bool { return a.Date.V <= published && is(a.To) })
}

// news are the amendments that the published version does not have.
func news(then, now []okr.Amendment) []okr.Amendment {
	if len(now) == 0 || len(then) == 0 {
		return now
	}
	return slices.DeleteFunc(slices.Clone(now), func(a okr.Amendment) bool {
		return slices.ContainsFunc(then, func(b okr.Amendment) bool {
			return a.Date.V == b.Date.V && a.Field.V == b.Field.V && a.From.Equal(b.From) && a.To.Equal(b.To)
		})
	})
}

// keyResultFields are the fields of a key result that say what is measured, what
// is promised and how it counts; the target is looked at apart.
func keyResultFields() []string {
	return []string{
		"kind", "name", "unit", "source", "aggregate",
		"baseline", "low", "high", "fail_at", "tolerance", "threshold", "stages", "phases", "observable_on", "starts",
		"weight", "role",
	}
}

// departureOf compares a key result with its published counterpart.
func departureOf(then, now *okr.KeyResult, published okr.Date) departure {
	fresh := news(then.Amendments, now.Amendments)
	before, after := then.Metric.Definition(), now.Metric.Definition()
	d := depart(keyResultFields(), fieldsOf(then), fieldsOf(now), fresh, published, func(name string, a, b okr.Value) bool {
		switch {
		case sameWords(name, a, b):
			return true
		case name == "starts": // what came late may say so afterwards
			return a.IsNull() && b.Text <= published.String()
		}
		return name == "kind" && resolvedKind(a, before) == resolvedKind(b, after)
	})
	for i := range d.undeclared { // a kind that is left out is the one that the numbers say
		if c := &d.undeclared[i]; c.field == "kind" && c.after.IsNull() {
			c.after.Text = resolvedKind(c.after, after)
		}
	}
	d.target(then, now, fresh, published)
	return d
}

// target compares the targets. One that is written as a change of the baseline is
// the level that this comes to, so that it may be written the other way.
func (d *departure) target(then, now *okr.KeyResult, fresh []okr.Amendment, published okr.Date) {
	level, today := then.Metric.Definition().ResolvedTarget(), now.Metric.Definition().ResolvedTarget()
	same := level != nil && sameNumber(level, today)
	var changes []change
	var last *okr.Amendment
	for _, name := range []string{"target", "by"} {
		before, _ := then.Field(name)
		after, _ := now.Field(name)
		c := change{name, before, after}
		if !okr.SameField(name, before, after) {
			changes = append(changes, c)
		}
		chain := chainOf(fresh, name)
		if len(chain) == 0 {
			continue
		}
		last = chain[len(chain)-1]
		if !leadsBack(chain, published, func(v okr.Value) bool {
			return okr.SameField(name, before, v) || name == "target" && before.IsNull() && v.Number != nil && sameNumber(v.Number, level)
		}) {
			d.contradicted = append(d.contradicted, amended{c, chain[0]})
			return
		}
	}
	switch {
	case len(changes) == 0 || same:
	case last != nil:
		d.declared = append(d.declared, amended{changes[0], last})
	default:
		d.undeclared = append(d.undeclared, changes...)
	}
}

// resolvedKind is the kind that a word names, or that the numbers say without one.
func resolvedKind(word okr.Value, d metric.Definition) string {
	d.Kind = word.Text
	if kind, ok := metric.Resolve(d); ok {
		return kind.Name
	}
	return d.Kind
}

// sameWords is [okr.SameField], where words that name a thing may be spelled
// otherwise, and where what was not written before may be added.
func sameWords(name string, a, b okr.Value) bool {
	switch name {
	case "name", "source":
		return a.IsNull() || plain(a.Text) == plain(b.Text)
	case "phases":
		return a.IsNull() || okr.SameField(name, a, b)
	case "starts":
		return a.Text == b.Text
	}
	return okr.SameField(name, a, b)
}

// fieldsOf are the fields of a key result.
func fieldsOf(k *okr.KeyResult) fields {
	return func(name string) (okr.Value, bool) {
		switch day := k.Metric.Finely().ObservableOn; {
		case name == "starts":
			return dayValue(k.Starts), true
		case name == "observable_on":
			return dayValue(day), true
		}
		return k.Field(name)
	}
}

func dayValue(day okr.Day) okr.Value {
	if day.V.IsZero() {
		return okr.Value{Span: day.Span}
	}
	return okr.Value{Span: day.Span, Text: day.V.String()}
}

// of are the undeclared changes of some fields.
func (d departure) of(names ...string) []change {
	var found []change
	for _, c := range d.undeclared {
		if slices.Contains(names, c.field) {
			found = append(found, c)
		}
	}
	return found
}

// place is where the first of some changes can be seen, if it is written.
func place(changes []change) (span source.Span) {
	for _, c := range changes {
		if !c.after.Span.IsZero() {
			return c.after.Span
		}
	}
	return span
}

// entries are the amendments that declare some changes, to be written down.
func (r *Reading) entries(changes []change, existing bool) string {
	var lines []string
	for _, c := range changes {
		lines = append(lines, r.entry(c))
	}
	if existing {
		return "add to `amendments`: " + example("- "+strings.Join(lines, ", - "))
	}
	return "write " + example("amendments: ["+strings.Join(lines, ", ")+"]")
}

// entry is the amendment that declares a change.
func (r *Reading) entry(c change) string {
	return "{date: " + r.At.String() + ", field: " + c.field + ", from: " + c.before.String() + ", to: " + c.after.String() + ", reason: …}"
}

// backs are the lines that take some changes back.
func backs(changes []change) string {
	var lines []string
	for _, c := range changes {
		if c.before.IsNull() {
			lines = append(lines, "delete "+example(c.field))
		} else {
			lines = append(lines, "write "+example(c.field+": "+c.before.String())+" again")
		}
	}
	return list(lines)
}

// tell says what some changes are: "target from 300 ms to 350 ms".
func tell(changes []change, unit string) string {
	var parts []string
	for _, c := range changes {
		parts = append(parts, c.field+" from "+valueOf(c.before, unit)+" to "+valueOf(c.after, unit))
	}
	return list(parts)
}

// valueOf is a value as a message shows it.
func valueOf(v okr.Value, unit string) string {
	switch {
	case v.IsNull():
		return "none"
	case v.Number != nil:
		return amount(*v.Number, unit)
	case v.Stages != nil, v.Phases != nil:
		return v.String()
	}
	return quote(oneLine(v.Text))
}
