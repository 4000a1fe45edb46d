package load

import (
	"cmp"
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// checkAmendments follows the chain of each field: it must be unbroken and end at
// what the file says. fits tells whether a field can belong to the thing; nil
// where every field can.
func (p *page) checkAmendments(list []okr.Amendment, current func(string) (okr.Value, bool), fits func(string) bool) {
	if len(list) == 0 || p.formSpoke(list[0].Span.Start, list[len(list)-1].Span.End) {
		return
	}
	chains := slices.Clone(list)
	slices.SortStableFunc(chains, func(a, b okr.Amendment) int {
		return cmp.Or(cmp.Compare(a.Field.V, b.Field.V), cmp.Compare(a.Date.V, b.Date.V))
	})
	for i, a := range chains {
		p.checkFuture(a.Date, "this amendment")
		value, known := current(a.Field.V)
		if !known {
			continue // form has a list of the fields
		}
		if fits != nil && !fits(a.Field.V) {
			p.say(diag.AmendmentMismatch, a.Field.Span, "this metric has no field "+quoted(a.Field.V)+" that could change",
				"Name the field that changed, or write the change of `kind` that brought this field as an amendment too.")
			continue
		}
		if i > 0 && chains[i-1].Field.V == a.Field.V {
			p.checkLink(chains[i-1], a)
		}
		if i == len(chains)-1 || chains[i+1].Field.V != a.Field.V {
			p.checkEnd(a, value)
		}
	}
}

// checkLink holds an amendment against the one before it.
func (p *page) checkLink(before, a okr.Amendment) {
	if okr.SameField(a.Field.V, before.To, a.From) {
		return
	}
	corrected := a
	corrected.From = before.To
	p.say(diag.AmendmentMismatch, a.From.Span,
		"the "+a.Field.V+" changes from "+a.From.String()+" here, and the amendment of "+before.Date.V.String()+" before it left it at "+before.To.String(),
		"Correct one of the two, or add the change between them. If the earlier one is right, write: "+entry(corrected),
		p.here("the change before it", before.To.Span))
}

// checkEnd holds the last amendment of a field against the file.
func (p *page) checkEnd(a okr.Amendment, now okr.Value) {
	if okr.SameField(a.Field.V, a.To, now) {
		return
	}
	corrected := a
	corrected.To = now
	message := "the last amendment of " + a.Field.V + " changes it to " + a.To.String() + ", and the file says " + now.String()
	var related []relation
	if now.IsNull() {
		message = "the last amendment of " + a.Field.V + " changes it to " + a.To.String() + ", and the file has no " + a.Field.V
	} else {
		related = append(related, p.here("what the file says", now.Span))
	}
	p.say(diag.AmendmentMismatch, a.To.Span, message,
		"The new value stands in its field: write "+a.Field.V+": "+a.To.String()+" there. If the file is right, write: "+entry(corrected), related...)
}

// entry is an amendment as a line of the file.
func entry(a okr.Amendment) string {
	return "{date: " + a.Date.V.String() + ", field: " + a.Field.V + ", from: " + a.From.String() + ", to: " + a.To.String() + ", reason: …}"
}

// fields tells which fields belong to the kind of a metric or to one that it had
// before, to every metric, or to the key result; nil where the kind is unknown.
func fields(amendments []okr.Amendment, kind metric.Kind, resolved bool) func(string) bool {
	if !resolved || len(amendments) == 0 {
		return nil
	}
	names := map[string]bool{kind.Name: true}
	for _, a := range amendments {
		if a.Field.V == "kind" {
			names[a.From.Text], names[a.To.Text] = true, true
		}
	}
	known := append(metric.CommonFields(), "weight", "role")
	for _, other := range metric.Kinds() {
		if names[other.Name] {
			known = append(append(known, other.Requires...), other.Allows...)
		}
	}
	return func(field string) bool { return slices.Contains(known, field) }
}
