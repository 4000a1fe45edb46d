package report

import (
	"encoding/json"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

// scoreData is the reading as the JSON contract has it: every field is there,
// what is absent is null.
func scoreData(ws *okr.Workspace, r *score.Reading, options ScoreOptions) Fields {
	return Fields{
		{"version", DataVersion},
		{"organization", ws.Organization},
		{"cycle", OrNull(r.Cycle.ID)},
		{"state", r.State.String()},
		{"as_of", r.AsOf.String()},
		{"rev", OrNull(options.Revision.Hash)},
		{"published", Fields{{"by", OrNull(string(r.Basis.By))}, {"rev", OrNull(r.Basis.Revision)}}},
		{"coverage", coverageData(r.Coverage)},
		{"score", share(r.Score)},
		{"amended_score", share(r.Amended)},
		{"distribution", Fields{
			{"red", r.Distribution.Red}, {"yellow", r.Distribution.Yellow},
			{"green", r.Distribution.Green}, {"unmeasured", r.Distribution.Unmeasured},
		}},
		{"findings", FindingsData(options.Findings)},
		{"teams", Each(r.Teams, func(t *score.Team) any { return teamData(t) })},
		{"context", Each(r.Context, func(o *score.Objective) any {
			return Fields{{"address", o.Address()}, {"title", o.Objective.Title.V}, {"score", share(o.Score)}}
		})},
	}
}

func coverageData(c score.Coverage) Fields {
	return Fields{{"measured", c.Measured}, {"total", c.Total}}
}

func teamData(t *score.Team) Fields {
	return Fields{
		{"team", t.Team.ID.V},
		{"score", share(t.Score)},
		{"amended_score", share(t.Amended)},
		{"coverage", coverageData(t.Coverage)},
		{"calibration", calibrationData(t.Calibration)},
		{"objectives", Each(t.Objectives, func(o *score.Objective) any { return objectiveData(o) })},
	}
}

func objectiveData(o *score.Objective) Fields {
	var weakest any
	if o.Weakest != nil {
		weakest = o.Weakest.Address()
	}
	return Fields{
		{"address", o.Address()},
		{"title", o.Objective.Title.V},
		{"commitment", OrNull(string(o.Commitment))},
		{"weight", exact(&o.Weight)},
		{"score", share(o.Score)},
		{"amended_score", share(o.Amended)},
		{"band", OrNull(string(o.Band))},
		{"verdict", OrNull(string(o.Verdict))},
		{"guardrail", OrNull(string(o.Guardrail))},
		{"weakest", weakest},
		{"coverage", coverageData(o.Coverage)},
		{"key_results", Each(o.KeyResults, func(k *score.KeyResult) any { return keyResultData(k) })},
	}
}

func keyResultData(k *score.KeyResult) Fields {
	terms := termsOf(k)
	target := terms.ResolvedTarget()
	return Fields{
		{"address", k.Address()},
		{"title", k.Title()},
		{"kind", OrNull(k.Kind)},
		{"role", k.Role()},
		{"state", string(k.State)},
		{"counts", k.Counts},
		{"weight", exact(&terms.Weight)},
		{"unit", OrNull(terms.Unit)},
		{"baseline", exact(terms.Baseline)},
		{"target", exact(target)},
		{"low", exact(terms.Low)},
		{"high", exact(terms.High)},
		{"amended_target", exact(k.AmendedTarget)},
		{"current", readingData(k.Current)},
		{"raw", share(k.Raw)},
		{"score", share(k.Score)},
		{"amended_score", share(k.Amended)},
		{"confidence", exact(k.Confidence)},
		{"pace", paceData(k.Pace)},
		{"forecast", share(k.Forecast)},
		{"shared_with", Each(k.SharedWith, func(t *okr.Team) any { return t.ID.V })},
		{"check_in", checkInData(k.Heard)},
		{"band", OrNull(string(k.Band))},
	}
}

// termsOf are the official terms; empty where a reference leads nowhere.
func termsOf(k *score.KeyResult) score.Terms {
	if k.Official == nil {
		return score.Terms{Weight: metric.Int(1)}
	}
	return *k.Official
}

// paceData is always an object, so that its fields can be asked for; they are
// null for kinds of measure that have no pace.
func paceData(p *score.Pace) Fields {
	if p == nil {
		return Fields{{"elapsed", nil}, {"expected", nil}, {"status", nil}}
	}
	return Fields{{"elapsed", share(&p.Elapsed)}, {"expected", share(&p.Expected)}, {"status", OrNull(string(p.Status))}}
}

func checkInData(c *okr.CheckIn) any {
	if c == nil {
		return nil
	}
	var value any
	if c.Value != nil {
		switch {
		case c.Value.Number != nil:
			value = exact(c.Value.Number)
		case c.Value.Yes != nil:
			value = *c.Value.Yes
		default:
			value = c.Value.Text
		}
	}
	return Fields{{"date", c.Date.V.String()}, {"value", value}, {"note", OrNull(c.Note.V)}}
}

func readingData(r *metric.Reading) any {
	switch {
	case r == nil || r.IsZero():
		return nil
	case r.Number != nil:
		return exact(r.Number)
	case r.Done != nil:
		return *r.Done
	default:
		return r.Text
	}
}

func calibrationData(c *score.Calibration) any {
	if c == nil {
		return nil
	}
	return Fields{{"mean", share(&c.Mean)}, {"cycles", c.Cycles}, {"pattern", OrNull(string(c.Pattern))}}
}

// share is a score or another share, plainly rounded to four decimal places.
func share(n *metric.Number) any {
	if n == nil {
		return nil
	}
	return json.Number(n.JSON4())
}

// exact is a number as it was written, or an exact sum or mean of such.
func exact(n *metric.Number) any {
	if n == nil {
		return nil
	}
	return *n
}
