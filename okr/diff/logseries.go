package diff

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

// Series are the readings of a key result up to a date.
type Series struct {
	Address, Title, Unit string
	// What is measured, by the definition that is in force at the date; nil where it
	// has no such number.
	Baseline, Target, Low, High *metric.Number
	Values                      []SeriesValue // by date
}

// SeriesValue is a check-in of a series.
type SeriesValue struct {
	CheckIn *okr.CheckIn
	// Share is how far towards the target the value lies, 0…1: of the way from the
	// baseline, or from the worst that was read where there is none; without a target
	// between the lowest and the highest. Nil where the check-in tells no value.
	Share *metric.Number
}

// series are the readings of the key results of a thing.
func (t *trail) series(s standing) []Series {
	objectives := []*okr.Objective{s.thing.objective}
	if s.thing.objective == nil {
		objectives = s.thing.document.All()
	}
	inForce := make(map[*okr.KeyResult]*score.KeyResult)
	if team := t.scored(s.thing.document, t.at); team != nil {
		for _, o := range team.Objectives {
			for _, k := range o.KeyResults {
				inForce[k.Listed] = k
			}
		}
	}
	var list []Series
	for _, o := range objectives {
		for _, k := range o.KeyResults {
			definition := k.Definition()
			if s.thing.keyResult != nil && k != s.thing.keyResult || definition == nil || definition.Body == nil {
				continue
			}
			d := definition.Metric.Definition()
			if scored := inForce[k]; scored != nil && scored.InForce != nil {
				d = scored.InForce.Definition
			}
			list = append(list, t.seriesOf(definition, d))
		}
	}
	return list
}

func (t *trail) seriesOf(k *okr.KeyResult, d metric.Definition) Series {
	s := Series{
		Address: k.Address(), Title: k.Title.V, Unit: d.Unit,
		Baseline: d.Baseline, Target: d.ResolvedTarget(), Low: d.Low, High: d.High,
	}
	for i := range k.CheckIns {
		if c := &k.CheckIns[i]; c.Date.V <= t.at {
			s.Values = append(s.Values, SeriesValue{CheckIn: c})
		}
	}
	levels := levelsOf(k, d, s.Values)
	scale := scaleOf(d, levels)
	for i, level := range levels {
		if level != nil {
			share := scale(*level).Clamp(metric.Int(0), metric.Int(1))
			s.Values[i].Share = &share
		}
	}
	return s
}

// levelsOf are the values as numbers: credits of stages, 0 and 1 of milestones, and the
// sum so far where readings add up. Nil where there is none.
func levelsOf(k *okr.KeyResult, d metric.Definition, values []SeriesValue) []*metric.Number {
	first := k.Starts.V
	if c := k.Objective.Document.Cycle; c != nil {
		first = max(first, c.Start)
	}
	levels := make([]*metric.Number, len(values))
	sum := metric.Int(0)
	for i, v := range values {
		value := v.CheckIn.Value
		switch {
		case value == nil:
		case value.Number != nil && d.Aggregate == metric.AggregateSum:
			if v.CheckIn.Date.V >= first { // earlier ones are shown and do not add up
				sum = sum.Add(*value.Number)
			}
			level := sum
			levels[i] = &level
		case value.Number != nil:
			levels[i] = value.Number
		case value.Yes != nil:
			level := metric.Int(0)
			if *value.Yes {
				level = metric.Int(1)
			}
			levels[i] = &level
		default:
			levels[i] = creditOf(d.Stages, value.Text)
		}
	}
	return levels
}

func creditOf(stages []metric.Stage, name string) *metric.Number {
	zero := metric.Int(0)
	if name == metric.NoStage {
		return &zero
	}
	for i := range stages {
		if stages[i].Name == name {
			return &stages[i].Credit
		}
	}
	return nil
}

// scaleOf turns levels into shares of the way.
func scaleOf(d metric.Definition, levels []*metric.Number) func(metric.Number) metric.Number {
	target := d.ResolvedTarget()
	kind := kindOf(d)
	switch {
	case kind == "milestone" || kind == "stages":
		return func(n metric.Number) metric.Number { return n }
	case d.Baseline != nil && target != nil && !target.Equal(*d.Baseline):
		return way(*d.Baseline, *target)
	case d.Low != nil && d.High != nil:
		return inRange(*d.Low, *d.High, d.Tolerance)
	}
	least, most := target, target
	for _, level := range levels {
		switch {
		case level == nil:
		case least == nil:
			least, most = level, level
		default:
			low, high := least.Min(*level), most.Max(*level)
			least, most = &low, &high
		}
	}
	switch {
	case least == nil:
		return func(n metric.Number) metric.Number { return n } // nothing was read
	case target != nil && upwards(kind) < 0:
		return way(*most, *target)
	case target != nil:
		return way(*least, *target)
	}
	return way(*least, *most)
}

// way is the way from one level to another; all of it where they are one.
func way(from, to metric.Number) func(metric.Number) metric.Number {
	return func(n metric.Number) metric.Number {
		if share, ok := n.Sub(from).Div(to.Sub(from)); ok {
			return share
		}
		return metric.Int(1)
	}
}

// inRange is 1 within the bounds and less the farther outside a level lies, down to 0
// at the tolerance, or at the width of the range where there is none.
func inRange(low, high metric.Number, tolerance *metric.Number) func(metric.Number) metric.Number {
	width := high.Sub(low)
	if tolerance != nil {
		width = *tolerance
	}
	return func(n metric.Number) metric.Number {
		outside := low.Sub(n).Max(n.Sub(high))
		if outside.Sign() <= 0 {
			return metric.Int(1)
		}
		if share, ok := outside.Div(width); ok {
			return metric.Int(1).Sub(share)
		}
		return metric.Int(0)
	}
}

// scored is the score of a document alone, by its own definitions, on a day; nil where
// the register does not know its team.
func (t *trail) scored(d *okr.Document, at okr.Date) *score.Team {
	if d == nil || d.Team == nil || d.Cycle == nil {
		return nil
	}
	alone := t.of(d)
	alone.Teams, alone.Cycles = []*okr.Team{d.Team}, []*okr.Cycle{d.Cycle}
	alone.Index()
	read := score.Alone(alone, nil, d.Cycle, at)
	if len(read.Teams) == 0 {
		return nil
	}
	return read.Teams[0]
}

// score is that of a thing at its station.
func (t *trail) score(s standing) *metric.Number {
	team := t.scored(s.thing.document, t.day(t.line(s.place)[s.nth]))
	switch {
	case team == nil:
		return nil
	case s.thing.objective == nil:
		return team.Amended
	}
	for _, o := range team.Objectives {
		if o.Objective != s.thing.objective {
			continue
		}
		if s.thing.keyResult == nil {
			return o.Amended
		}
		for _, k := range o.KeyResults {
			if k.Listed == s.thing.keyResult && (k.InForce == nil || !k.InForce.Guardrail) {
				return k.Amended
			}
		}
	}
	return nil
}
