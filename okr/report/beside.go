package report

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/score"
)

// beside are what stands beside a score and never in it: pace, forecasts and
// confidence, each with what it is made of.
func (e *explainer) beside(k *score.KeyResult) []Term {
	var lines []Term
	if k.Pace != nil && k.Score != nil {
		lines = append(lines, Term{
			Name: "pace", Value: paceWords[k.Pace.Status].Text,
			Note: k.Score.Fixed(2) + " done, " + k.Pace.Expected.Fixed(2) + " expected at " + k.Pace.Elapsed.Fixed(2) + " of the time",
		})
	}
	if k.Forecast != nil {
		lines = append(lines, Term{Name: "forecast", Value: k.Forecast.Fixed(2), Note: outlook(k) + "at the average pace so far"})
	}
	if recent := k.RecentForecast(); recent != nil {
		lines = append(lines, Term{Name: "recent forecast", Value: recent.Fixed(2), Note: "at the pace since the reading before"})
	}
	if k.Confidence != nil {
		lines = append(lines, Term{Name: "confidence", Value: k.Confidence.String(), Note: string(score.ConfidenceBand(k.Confidence)) + ", of 10"})
	}
	return lines
}

// outlook says how a forecast reads; what is committed is expected in full, so the
// zones of the aspirational say nothing about it.
func outlook(k *score.KeyResult) string {
	if k.Listed.Objective.Commitment.V != okr.Aspirational {
		return ""
	}
	return strings.ReplaceAll(string(score.OutlookOf(k.Forecast)), "_", " ") + ": "
}
