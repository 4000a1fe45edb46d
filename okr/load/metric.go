package load

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// metric reports whether every field of it could be read.
func (d *decoder) metric(n *tree.Node, m *okr.Metric) bool {
	before := d.faults
	m.Span = n.Span
	pairs := d.pairs(n)
	for i := range pairs {
		switch p := &pairs[i]; p.Key {
		case "kind":
			m.Kind = d.choice(p.Value, kindNames()...)
		case "unit":
			m.Unit = d.name(p.Value)
			m.Known = d.units[okr.UnitKey(m.Unit.V)]
		case "baseline":
			m.Baseline = d.number(p.Value)
		case "target":
			m.Target = d.number(p.Value)
		case "source":
			m.Source = d.name(p.Value)
		case "aggregate":
			m.Aggregate = d.choice(p.Value, "last", "sum", "mean", "max", "min")
		default:
			if m.Fine == nil {
				m.Fine = d.fines.one()
			}
			d.fine(p, m.Fine)
		}
	}
	return d.faults == before
}

func (d *decoder) fine(p *tree.Pair, f *okr.Fine) {
	switch p.Key {
	case "name":
		f.Name = d.name(p.Value)
	case "by":
		f.By = d.relative(p.Value)
	case "low":
		f.Low = d.number(p.Value)
	case "high":
		f.High = d.number(p.Value)
	case "fail_at":
		f.FailAt = d.number(p.Value)
	case "tolerance":
		f.Tolerance = d.positive(p.Value)
	case "threshold":
		f.Threshold = d.choice(p.Value, "last", "held_share", "worst")
	case "measured":
		f.Measured = d.choice(p.Value, "weekly", "monthly", "quarterly")
	case "observable_on":
		f.ObservableOn = d.day(p.Value)
	case "domain":
		f.Domain = p.Value.Span
		f.DomainMin, f.DomainMax = d.ends(p.Value)
	case "stages":
		f.Stages, f.StagesSpan = d.stageList(p.Value), p.Value.Span
	case "phases":
		f.Phases, f.PhasesSpan = d.phaseList(p.Value), p.Value.Span
	default:
		d.unknown(p)
	}
}

// relative is a change of the baseline, such as +20%.
func (d *decoder) relative(n *tree.Node) okr.Text {
	if n.Kind != tree.String {
		d.slip(n, "a change is expected here, such as +20% or -0.5pp")
		return okr.Text{}
	}
	if _, err := metric.ParseRelative(n.Text); err != nil {
		d.slip(n, err.Error())
		return okr.Text{}
	}
	return d.name(n)
}

// ends are the two ends of a domain.
func (r *reader) ends(n *tree.Node) (least, most okr.Number) {
	pairs := r.pairs(n)
	for i := range pairs {
		switch p := &pairs[i]; p.Key {
		case "min":
			least = r.number(p.Value)
		case "max":
			most = r.number(p.Value)
		default:
			r.unknown(p)
		}
	}
	return least, most
}

// stageList is never nil, so that an empty list differs from none.
func (d *decoder) stageList(n *tree.Node) []metric.Stage {
	items := d.items(n)
	list := d.stages.take(len(items))
	for i, item := range items {
		pairs := d.pairs(item)
		for j := range pairs {
			switch p := &pairs[j]; p.Key {
			case "name":
				list[i].Name = d.name(p.Value).V
			case "credit":
				list[i].Credit = d.within(p.Value, 0, 1).V
			default:
				d.unknown(p)
			}
		}
	}
	if list == nil {
		return []metric.Stage{}
	}
	return list
}

// phaseList is never nil, so that an empty list differs from none.
func (d *decoder) phaseList(n *tree.Node) []okr.Phase {
	items := d.items(n)
	list := d.phases.take(len(items))
	for i, item := range items {
		pairs := d.pairs(item)
		for j := range pairs {
			switch p := &pairs[j]; p.Key {
			case "date":
				list[i].Date = d.day(p.Value).V
			case "expected":
				list[i].Expected = d.within(p.Value, 0, 1).V
			default:
				d.unknown(p)
			}
		}
	}
	if list == nil {
		return []okr.Phase{}
	}
	return list
}

func kindNames() []string {
	kinds := metric.Kinds()
	names := make([]string, len(kinds))
	for i, kind := range kinds {
		names[i] = kind.Name
	}
	return names
}
