package report

import (
	"strconv"
	"strings"

	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

// scoreColumns are those of the long table: one row per key result and team that
// lists it.
var scoreColumns = []string{
	"cycle", "as_of", "team", "team_score", "objective", "objective_title", "commitment", "objective_score", "objective_band",
	"key_result", "title", "kind", "role", "state", "counts", "weight", "unit", "baseline", "target", "amended_target", "low", "high",
	"current", "raw", "score", "amended_score", "band", "confidence", "elapsed", "expected", "pace", "forecast",
	"shared_with", "check_in_date", "check_in_note",
}

func scoreRecords(r *score.Reading) *Records {
	return &Records{Columns: scoreColumns, Rows: func(yield func([]string) bool) {
		for _, t := range r.Teams {
			for _, o := range t.Objectives {
				for _, k := range o.KeyResults {
					if !yield(record(r, t, o, k)) {
						return
					}
				}
			}
		}
	}}
}

func record(r *score.Reading, t *score.Team, o *score.Objective, k *score.KeyResult) []string {
	terms := termsOf(k)
	row := []string{
		r.Cycle.ID, r.AsOf.String(), t.Team.ID.V, places4(t.Score),
		o.Address(), o.Objective.Title.V, string(o.Commitment), places4(o.Score), string(o.Band),
		k.Address(), k.Title(), k.Kind, k.Role(), string(k.State), strconv.FormatBool(k.Counts), terms.Weight.String(),
		terms.Unit, decimal(terms.Baseline), decimal(terms.ResolvedTarget()), decimal(k.AmendedTarget),
		decimal(terms.Low), decimal(terms.High), currentText(k.Current),
		places4(k.Raw), places4(k.Score), places4(k.Amended), string(k.Band), decimal(k.Confidence),
	}
	if k.Pace != nil {
		row = append(row, places4(&k.Pace.Elapsed), places4(&k.Pace.Expected), string(k.Pace.Status))
	} else {
		row = append(row, "", "", "")
	}
	var shared []string
	for _, team := range k.SharedWith {
		shared = append(shared, team.ID.V)
	}
	row = append(row, places4(k.Forecast), strings.Join(shared, " "))
	if k.Heard == nil {
		return append(row, "", "")
	}
	return append(row, k.Heard.Date.V.String(), k.Heard.Note.V)
}

func currentText(r *metric.Reading) string {
	if r == nil {
		return ""
	}
	if r.Done != nil {
		return strconv.FormatBool(*r.Done)
	}
	return readingText(r)
}

func places4(n *metric.Number) string {
	if n == nil {
		return ""
	}
	return n.JSON4()
}

func decimal(n *metric.Number) string {
	if n == nil {
		return ""
	}
	return n.String()
}
