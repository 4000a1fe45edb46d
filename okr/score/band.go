package score

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// Band is how a score reads at a glance. The bands are half open and follow from
// the score before it is rounded; Google's playbook gives them to one decimal.
type Band string

// The bands.
const (
	Red    Band = "red"
	Yellow Band = "yellow"
	Green  Band = "green"
)

// Verdict is what a score says once the cycle has ended.
type Verdict string

// The verdicts: in progress until the cycle ends; met or missed for what was
// committed; the others for what was aspirational, from the lowest.
const (
	InProgress   Verdict = "in_progress"
	Met          Verdict = "met"
	Missed       Verdict = "missed"
	KeepPursuing Verdict = "keep_pursuing"
	Partial      Verdict = "partial"
	GoodStretch  Verdict = "good_stretch"
	Landed       Verdict = "landed"
)

// BandOf is the band of a score under a commitment: what is committed is green
// only where it is kept in full, and red below the line from which something
// aspirational would be green. It is empty for an unknown score and where no
// commitment is given, because there is no default.
func BandOf(score *metric.Number, commitment okr.Commitment, scoring *okr.Scoring) Band {
	if score == nil {
		return ""
	}
	yellow, green := scoring.Bands[0], scoring.Bands[1]
	switch commitment {
	case okr.Aspirational:
	case okr.Committed:
		yellow, green = green, scoring.CommittedSuccess
	default:
		return ""
	}
	switch {
	case score.Cmp(green) >= 0:
		return Green
	case score.Cmp(yellow) >= 0:
		return Yellow
	default:
		return Red
	}
}

// VerdictOf is the verdict on a score of a cycle that has ended; empty as for
// [BandOf]. The stretch that re:Work calls the sweet spot is a verdict of its own.
func VerdictOf(score *metric.Number, commitment okr.Commitment, scoring *okr.Scoring) Verdict {
	switch {
	case score == nil:
		return ""
	case commitment == okr.Committed && score.Cmp(scoring.CommittedSuccess) >= 0:
		return Met
	case commitment == okr.Committed:
		return Missed
	case commitment != okr.Aspirational:
		return ""
	case score.Cmp(scoring.AspirationalSuccess) >= 0:
		return Landed
	case score.Cmp(scoring.SweetSpot[0]) >= 0:
		return GoodStretch
	case score.Cmp(scoring.Bands[0]) >= 0:
		return Partial
	default:
		return KeepPursuing
	}
}

// band caps an objective with a broken guardrail at yellow.
func (w *worker) band(o *Objective) Band {
	band := BandOf(o.Score, o.Commitment, w.scoring)
	if band == Green && o.Guardrail == GuardrailBroken && w.scoring.Guardrail == "cap" {
		return Yellow
	}
	return band
}

// verdict waits for the end of the cycle.
func (w *worker) verdict(o *Objective) Verdict {
	switch {
	case w.ended():
		return VerdictOf(o.Score, o.Commitment, w.scoring)
	case o.Cancelled != nil && o.Score == nil:
		return ""
	default:
		return InProgress
	}
}

// Shown is a score as text: two decimals, rounded half away from zero, but never
// across the edge of a band or up to 1, so that 0.699999 shows as 0.69; a dash
// where it is unknown.
func Shown(score *metric.Number, scoring okr.Scoring) string {
	if score == nil {
		return "–"
	}
	return score.FixedWithin(2, scoring.Bands[0], scoring.Bands[1], scoring.CommittedSuccess, metric.Int(1))
}
