package load

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/source"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// checkMetric reports whether the key result is of use. Where form has spoken
// about the metric, what else is wrong with it may come from the same slip: then
// nothing more is said, and the key result is left out.
func (p *page) checkMetric(at *part, d metric.Definition, kind metric.Kind, resolved bool) bool {
	problems := metric.Check(d)
	if p.formSpokeOf(at.metric) {
		if len(problems) > 0 {
			p.leaveOut(at.node)
			p.gaps = append(p.gaps, gap{objective: at.result.Objective.ID.V, keyResult: at.result.ID.V})
		}
		return len(problems) == 0
	}
	for _, problem := range problems {
		p.say(p.ruleOf(problem, diag.ImpossibleMetric), fieldSpan(at.metric, problem.Field), problem.Message, problem.Hint)
	}
	p.checkUnit(at, kind, resolved)
	return true
}

// ruleOf is the rule of a metric's problem; other is for what has no rule of its own.
func (p *page) ruleOf(problem metric.Problem, other diag.Rule) diag.Rule {
	rule, known := diag.RuleByID(problem.ID)
	if !known || rule.ID == diag.Schema.ID {
		rule = other
	}
	// What must stand when a cycle is published may still be missing before it starts.
	if rule.ID == diag.NoBaseline.ID && p.draft(p.doc.Cycle) {
		rule.Severity = rule.Severity.Milder()
	}
	return rule
}

// fieldSpan is the place of a field of a metric; what is missing is said at the
// name of what lacks it.
func fieldSpan(block *tree.Pair, field string) source.Span {
	if n := block.Value.Get(field); n != nil {
		return n.Span
	}
	return block.Span
}

// checkUnit finds numbers that do not say of what. Words that only say that it is
// a number need the name of the measure beside them.
func (p *page) checkUnit(at *part, kind metric.Kind, resolved bool) {
	m := &at.result.Metric
	if resolved && (kind.Value != metric.NumberValue || kind.Name == "establish_baseline") {
		return
	}
	switch {
	case !m.Unit.Written():
		p.say(diag.NoUnit, at.metric.Span, "the unit is missing, so two readers can read two different numbers",
			"Write unit: with what is counted and its period or base, such as \"tickets per 100 orders\".")
	case !m.Finely().Name.Written() && slices.Contains([]string{"number", "numbers", "point", "points"}, strings.ToLower(m.Unit.V)):
		p.say(diag.NoUnit, m.Unit.Span, "the unit "+quoted(m.Unit.V)+" does not say of what",
			"Write what is counted, such as \"tickets per 100 orders\", or add the `name` of the measure beside it.")
	}
}

// checkReadings holds every check-in against the metric and the cycle.
func (p *page) checkReadings(k *okr.KeyResult, d metric.Definition) {
	redefined := lastRedefinition(k.Amendments)
	for i := range k.CheckIns {
		c := &k.CheckIns[i]
		p.checkFuture(c.Date, "this check-in")
		p.checkAfterClose(k, c)
		// Readings from before a change of unit or kind were taken under the old one.
		if c.Value == nil || c.Date.V < redefined || p.formSpoke(c.Value.Span.Start, c.Value.Span.End) {
			continue
		}
		if problem := metric.CheckReading(d, reading(c.Value)); problem != nil {
			p.say(p.ruleOf(*problem, diag.WrongReading), c.Value.Span, problem.Message, problem.Hint)
		}
	}
}

func reading(v *okr.Value) metric.Reading {
	switch {
	case v.Number != nil:
		return metric.Reading{Number: v.Number}
	case v.Yes != nil:
		return metric.Reading{Done: v.Yes}
	}
	return metric.Reading{Text: v.Text}
}

// lastRedefinition is the date of the last change of what a reading can be.
func lastRedefinition(amendments []okr.Amendment) okr.Date {
	var last okr.Date
	for _, a := range amendments {
		if redefines(a.Field.V) {
			last = max(last, a.Date.V)
		}
	}
	return last
}

// checkAfterClose finds readings that come too late to count. Where the result
// could not be known any earlier they are what everybody waits for.
func (p *page) checkAfterClose(k *okr.KeyResult, c *okr.CheckIn) {
	cycle := p.doc.Cycle
	if cycle == nil || k.Metric.Finely().ObservableOn.V > cycle.End || p.desk.future(c.Date.V) {
		return
	}
	if last := cycle.End + okr.Date(cycle.Grace); c.Date.V > last {
		p.say(diag.ReadingAfterClose, c.Date.Span,
			"this check-in is dated "+c.Date.V.String()+", and the last day for readings of "+cycle.ID+" was "+last.String()+"; it does not count",
			"Correct the date, or move the reading to the key result of the next cycle. A result that can only be known later says so with `observable_on`.")
	}
}

// checkDates holds the dates of a plan against the cycle.
func (p *page) checkDates(at *part) {
	k, cycle := at.result, p.doc.Cycle
	if cycle == nil {
		return
	}
	fine := k.Metric.Finely()
	if k.Starts.Written() && !cycle.Contains(k.Starts.V) {
		p.outside(k.Starts.Span, "this key result starts on "+k.Starts.V.String(),
			"Write the first day on which it was measured in this cycle, or leave `starts` out for the first day of the cycle.")
	}
	if fine.ObservableOn.Written() && fine.ObservableOn.V < cycle.Start {
		p.outside(fine.ObservableOn.Span, "this result can be known on "+fine.ObservableOn.V.String(),
			"Write the first day on which the result can be known, or leave `observable_on` out where that is within the cycle.")
	}
	p.checkPhases(at, fine.Phases)
}

func (p *page) outside(span source.Span, what, hint string) {
	cycle := p.doc.Cycle
	p.say(diag.DateOutsideCycle, span,
		what+", outside "+cycle.ID+", which runs from "+cycle.Start.String()+" to "+cycle.End.String(), hint)
}

// checkPhases holds the planned course to its order.
func (p *page) checkPhases(at *part, phases []okr.Phase) {
	entries := at.metric.Value.Get("phases")
	if entries == nil || len(entries.Items) != len(phases) {
		return
	}
	for i, phase := range phases {
		entry := entries.Items[i]
		if !p.doc.Cycle.Contains(phase.Date) {
			p.outside(entry.Span, "this phase is dated "+phase.Date.String(), "Plan the phases within the cycle.")
		}
		if i == 0 {
			continue
		}
		switch before := phases[i-1]; {
		case phase.Date <= before.Date:
			p.say(diag.ImpossibleMetric, entry.Span,
				"the phase of "+phase.Date.String()+" does not come after the one of "+before.Date.String(), "Order the phases by date.")
		case phase.Expected.Cmp(before.Expected) < 0:
			p.say(diag.ImpossibleMetric, entry.Span,
				"less is expected by "+phase.Date.String()+" ("+phase.Expected.String()+") than by "+before.Date.String()+" ("+before.Expected.String()+")",
				"Let `expected` rise from phase to phase, or stay.")
		}
	}
}
