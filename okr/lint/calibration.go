package lint

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

// record is what a team's closed cycles say about how it sets its aspirational
// targets: the cycles with their means, 0…1, the oldest first.
type record struct {
	document *okr.Document // where the next targets are, or were last, set
	cycles   []*okr.Cycle
	means    []metric.Number
}

// mean is the mean of the means.
func (c record) mean() metric.Number {
	var sum metric.Number
	for _, n := range c.means {
		sum = sum.Add(n)
	}
	mean, _ := sum.Div(metric.Int(int64(len(c.means))))
	return mean
}

// records are those of the teams with at least so many closed cycles. The scores
// of other cycles are not computed.
func (r *Reading) records(fewest int) []record {
	var found []record
	means := make(map[*okr.Cycle]score.Means)
	pasts := make(map[*okr.Cycle][]*okr.Cycle)
	for _, d := range r.current() {
		past, known := pasts[d.Cycle]
		if !known {
			past = r.lookedBackOn(d.Cycle)
			pasts[d.Cycle] = past
		}
		if len(past) < fewest {
			continue
		}
		c := record{document: d}
		for _, cycle := range past {
			if means[cycle] == nil {
				means[cycle] = r.Score(cycle).Means()
			}
			if mean, ok := means[cycle][d.TeamID.V]; ok {
				c.cycles, c.means = append(c.cycles, cycle), append(c.means, mean)
			}
		}
		if len(c.means) >= max(fewest, 1) {
			found = append(found, c)
		}
	}
	return found
}

// lookedBackOn are the closed cycles that say something about the targets of a
// cycle, with that cycle itself where it is closed.
func (r *Reading) lookedBackOn(cycle *okr.Cycle) []*okr.Cycle {
	past := score.PastCycles(r.Workspace.Cycles, cycle, r.At)
	if r.State(cycle) == okr.Closed {
		past = append(past, cycle)
		past = past[max(0, len(past)-mostActuals):]
	}
	return past
}

// current is one document for each team, in the order of the documents: that of the
// shortest cycle that runs, else the last one.
func (r *Reading) current() []*okr.Document {
	best := make(map[string]*okr.Document)
	for d := range r.Documents() {
		if before := best[d.TeamID.V]; before == nil || r.ranks(d, before) {
			best[d.TeamID.V] = d
		}
	}
	var found []*okr.Document
	for d := range r.Documents() {
		if best[d.TeamID.V] == d {
			found = append(found, d)
		}
	}
	return found
}

// ranks reports whether a document stands for its team rather than another one.
func (r *Reading) ranks(d, before *okr.Document) bool {
	now, then := d.Cycle.Contains(r.At), before.Cycle.Contains(r.At)
	switch {
	case now != then:
		return now
	case now:
		return d.Cycle.Days() < before.Cycle.Days()
	default:
		return d.Cycle.End > before.Cycle.End
	}
}

// each are the means in words: "2025-Q4 1.00, 2026-Q1 0.97".
func (r *Reading) each(c record) []string {
	var parts []string
	for i, cycle := range c.cycles {
		parts = append(parts, cycle.ID+" "+r.shown(c.means[i]))
	}
	return parts
}

// stretching is the first counting key result of a document's aspirational
// objectives that leads to a number; nil where there is none.
func (r *Reading) stretching(d *okr.Document) *okr.KeyResult {
	for _, o := range d.Objectives {
		if r.promise(o) != okr.Aspirational {
			continue
		}
		i := slices.IndexFunc(o.KeyResults, func(k *okr.KeyResult) bool {
			return k.Body != nil && !k.IsRef() && !k.Guardrail.V && !r.Cancelled(k) && k.Metric.Definition().ResolvedTarget() != nil
		})
		if i >= 0 {
			return o.KeyResults[i]
		}
	}
	return nil
}
