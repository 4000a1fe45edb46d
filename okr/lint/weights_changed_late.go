package lint

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
)

var weightsChangedLate = Rule{
	Rule: diag.Rule{ID: "weights-changed-late", Category: diag.Cadence, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "Weights, or what counts and what is a guardrail, that changed after publication without an amendment."},
	Why: "With weights a mean can be steered to any of its parts: who knows the readings can choose the score. " +
		"That is why weights are settled before there are readings, and a later change says its reason.",
	Source: "Arithmetic of weighted means; practice of scoring rules that are fixed before the count",
	About:  Files,
	Needs:  Past,
	Bad:    []string{publishedLoans + laterLoans("        metric: {unit: percent, baseline: 38", "        weight: 3\n        metric: {unit: percent, baseline: 38")},
	Good: []string{
		publishedLoans + laterLoans("        metric: {unit: percent, baseline: 38", "        weight: 2\n        metric: {unit: percent, baseline: 38",
			"        metric: {unit: evenings", "        weight: 2\n        metric: {unit: evenings"),
		publishedLoans + laterLoans("        metric: {unit: percent, baseline: 38", "        weight: 2\n        amendments:\n"+
			"          - {date: 2026-08-03, field: weight, from: 1, to: 2, reason: The room is closed on two evenings a week until September}\n        metric: {unit: percent, baseline: 38"),
	},
	Since: edition,
	Check: checkWeightsChangedLate,
}

// checkWeightsChangedLate compares ratios: weights that were all doubled say what
// they said before. What was added, and what is gone, is another matter.
func checkWeightsChangedLate(r *Reading, say Say) {
	for _, p := range r.publications() {
		documents := newScales[*okr.Document]()
		for _, c := range p.objectives {
			if c.now != nil {
				d := depart([]string{"weight"}, c.then.Field, c.now.Field, news(c.then.Amendments, c.now.Amendments), c.on, okr.SameField)
				documents.put(c.now.Document, c.now.Address(), false, c.then.Weight, c.now.Weight, d, c.on)
			}
		}
		objectives := newScales[*okr.Objective]()
		for _, c := range p.keyResults {
			if c.now == nil || c.now.Body == nil || c.then.Body == nil {
				continue
			}
			var d departure
			then, now := c.then, c.now
			if c.compares() {
				d = c.departure
				if changes := d.of("role"); len(changes) > 0 {
					say(r.newRole(p, c, changes))
				}
			} else {
				d = depart([]string{"weight"}, then.Field, now.Field, nil, c.on, okr.SameField)
				then, now = definitionOr(then), definitionOr(now)
			}
			if !then.Guardrail.V && !now.Guardrail.V {
				objectives.put(c.now.Objective, c.now.Address(), c.now.IsRef(), c.then.Weight, c.now.Weight, d, c.on)
			}
		}
		for _, d := range documents.order {
			documents.of[d].tell(r, p, "objectives of "+d.Address(), OnDocument(d), say)
		}
		for _, o := range objectives.order {
			objectives.of[o].tell(r, p, "key results of "+named(o.Title), OnObjective(o), say)
		}
	}
}

// definitionOr is the definition of a key result, itself where that is unknown.
func definitionOr(k *okr.KeyResult) *okr.KeyResult {
	if definition := k.Definition(); definition != nil && definition.Body != nil {
		return definition
	}
	return k
}

func (r *Reading) newRole(p *publication, c pairing[okr.KeyResult], changes []change) Remark {
	message := " was a guardrail when it was published " + p.when(c.on) + " and counts now"
	if c.now.Guardrail.V {
		message = " counted when it was published " + p.when(c.on) + " and is a guardrail now"
	}
	return OnKeyResult(c.now).At(place(changes)).Says(named(c.now.Title)+message+", and no amendment says so", r.mend(changes, len(c.now.Amendments) > 0))
}

// scales are the weights of things that are weighed together.
type scales[T comparable] struct {
	of    map[T]*scale
	order []T
}

func newScales[T comparable]() *scales[T] { return &scales[T]{of: make(map[T]*scale)} }

// scale is the weights of one mean.
type scale struct {
	then, now []metric.Number
	weights   []weighed
	on        okr.Date
}

// weighed is a weight that nobody declared to have changed.
type weighed struct {
	address string
	changes []change
	listing bool // of what another team defines: such a weight has no amendments
}

func (s *scales[T]) put(in T, address string, listing bool, then, now okr.Number, d departure, on okr.Date) {
	if s.of[in] == nil {
		s.of[in] = &scale{on: on}
		s.order = append(s.order, in)
	}
	w := s.of[in]
	one := metric.Int(1)
	before, after := then.Or(one), now.Or(one)
	if changes := d.of("weight"); len(changes) > 0 {
		w.weights = append(w.weights, weighed{address, changes, listing})
	} else {
		after = before // an amendment tells of the change, or there is none
	}
	w.then, w.now = append(w.then, before), append(w.now, after)
	w.on = max(w.on, on)
}

// tell remarks on weights that are not what they were.
func (w *scale) tell(r *Reading, p *publication, whose string, m Remark, say Say) {
	if len(w.weights) == 0 || sameRatios(w.then, w.now) {
		return
	}
	first := w.weights[0]
	ratio := func(weights []metric.Number) string {
		text := ""
		for i, n := range weights {
			if i > 0 {
				text += " : "
			}
			text += n.String()
		}
		return text
	}
	hint := "Say why, with an amendment in " + first.address + ": " + example("amendments: ["+r.entry(first.changes[0])+"]")
	if slices.ContainsFunc(w.weights, func(c weighed) bool { return c.listing }) {
		hint = "Talk about it with those who share the key result"
	} else if len(w.weights) > 1 {
		hint += ", and likewise for the other changes"
	}
	m = m.At(place(first.changes))
	say(m.Says("the "+whose+" are weighed "+ratio(w.now)+", and "+ratio(w.then)+" was published "+p.when(w.on)+"; no amendment says so",
		hint+"; or "+backs(first.changes)+"."))
}

// sameRatios reports whether two lists of weights say the same.
func sameRatios(a, b []metric.Number) bool {
	var sumA, sumB metric.Number
	for i := range a {
		sumA, sumB = sumA.Add(a[i]), sumB.Add(b[i])
	}
	if sumA.IsZero() != sumB.IsZero() {
		return false
	}
	for i := range a {
		if !a[i].Mul(sumB).Equal(b[i].Mul(sumA)) {
			return false
		}
	}
	return true
}
