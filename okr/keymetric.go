package okr

import (
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/source"
)

// Metric is what a key result measures, as written.
type Metric struct {
	Span             source.Span
	Kind             Text // empty where the numbers of an increase or decrease say it
	Unit             Text
	Baseline, Target Number
	Source           Text
	Aggregate        Text
	// Known is what okr.yaml says about the unit; nil where it says nothing.
	Known *Unit
	*Fine
}

// Fine are the finer fields of a metric, which few key results need.
type Fine struct {
	Name                         Text
	By                           Text
	Low, High, FailAt, Tolerance Number
	Threshold                    Text
	Measured                     Text // weekly, monthly or quarterly
	ObservableOn                 Day
	Domain                       source.Span // of a domain that is written, though perhaps empty
	DomainMin, DomainMax         Number
	Stages                       []metric.Stage
	StagesSpan                   source.Span
	Phases                       []Phase
	PhasesSpan                   source.Span
}

// Phase is a point of the planned curve: by Date the share Expected (0…1) of the
// way from baseline to target should be done.
type Phase struct {
	Date     Date
	Expected metric.Number
}

// nothingFiner stands for the finer fields that a file does not write.
var nothingFiner Fine

// Finely is the finer part of the metric, to be read and not written; empty where the
// file writes none.
func (m *Metric) Finely() *Fine {
	if m.Fine == nil {
		return &nothingFiner
	}
	return m.Fine
}

// Definition is the metric as a pure value, as the file has it today. Its numbers are
// those of the metric, and not to be written.
func (m *Metric) Definition() metric.Definition {
	fine := m.Finely()
	d := metric.Definition{
		Kind: m.Kind.V, Unit: m.Unit.V, Source: m.Source.V,
		Baseline: number(&m.Baseline), Target: number(&m.Target),
		Low: number(&fine.Low), High: number(&fine.High),
		FailAt: number(&fine.FailAt), Tolerance: number(&fine.Tolerance),
		Threshold: metric.Threshold(fine.Threshold.V), Aggregate: metric.Aggregate(m.Aggregate.V),
		Stages: fine.Stages, Domain: m.domain(),
	}
	if fine.By.Written() {
		if by, err := metric.ParseRelative(fine.By.V); err == nil {
			d.By = &by
		}
	}
	return d
}

// domain is what overrides the general knowledge of the unit: the metric's own
// domain, else what the organisation says about the word.
func (m *Metric) domain() metric.Domain {
	var domain metric.Domain
	switch fine := m.Finely(); {
	case !fine.Domain.IsZero() || fine.DomainMin.Written() || fine.DomainMax.Written():
		domain = metric.Domain{Min: number(&fine.DomainMin), Max: number(&fine.DomainMax)}
	case m.Known != nil && m.Known.Bounded:
		domain = m.Known.Domain
	default:
		return domain
	}
	if domain.IsZero() && !metric.DomainOf(m.Unit.V, domain).IsZero() {
		// To the arithmetic a domain without ends is none, and would leave the
		// unit's in force; an end below every number that can be written opens it.
		domain.Min = lowest()
	}
	return domain
}

// lowest is below every number that a file can hold: those end at 30 digits and
// an exponent of 30.
func lowest() *metric.Number {
	quadrillion := metric.Int(1_000_000_000_000_000)
	n := quadrillion.Mul(quadrillion).Mul(quadrillion).Mul(quadrillion).Mul(quadrillion).Neg()
	return &n
}

func number(n *Number) *metric.Number {
	if !n.Written() {
		return nil
	}
	return &n.V
}
