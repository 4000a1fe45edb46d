package okr

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/source"
)

// Settings are what okr.yaml sets, with the defaults where it is silent.
type Settings struct {
	Calendar Calendar
	Limits   Limits
	Scoring  Scoring
	Lint     Lint
	Export   Export
	// Units are the words for units that the organisation defines, by UnitKey.
	Units map[string]*Unit
}

// Range is a least and a greatest number of things.
type Range struct{ Min, Max int }

// Limits are how many things a team may take on in a cycle.
type Limits struct {
	Objectives     Range
	KeyResults     Range // counting ones per objective
	TeamKeyResults int   // counting ones per team
}

// Scoring are the choices where the canon of the method disagrees. Shares and
// scores are in 0…1.
type Scoring struct {
	Bands               [2]metric.Number // yellow from the first, green from the second
	AspirationalSuccess metric.Number
	CommittedSuccess    metric.Number
	SweetSpot           [2]metric.Number
	Overshoot           string // cap, show or count
	Threshold           string // last, held_share or worst
	ThresholdStrict     bool
	UnmeasuredAtClose   string // refuse, zero or exclude
	ObjectiveScore      string // mean, min or none
	Guardrail           string // cap, flag or zero
	Rollup              string // objectives or key_results
	TargetChange        string // original, amended or both
	CancelLateAfter     metric.Number
	Pace                Pace
	Sandbagging         Tendency
	Overreach           Tendency
}

// Pace says how progress is compared with elapsed time. The differences are in
// points of progress (0…1), or ratios in ratio mode.
type Pace struct {
	Ratio                    bool // progress over expected, instead of their difference
	ToTarget                 bool // the line leads to 1 for every commitment
	On, Off, Ahead, TooEarly metric.Number
}

// Tendency is a mean over closed cycles from or below which a pattern is named.
type Tendency struct {
	Mean   metric.Number
	Cycles int // least number of closed cycles
}

// Lint are the settings of the rules.
type Lint struct {
	Edition       source.At[int] // of the rules that the workspace has agreed to; 0 means the newest
	Languages     []string
	Rules         map[string]Text // id to error, warning, info or off
	Overrides     []Override
	Glossary      []string
	Baseline      string
	StaleDays     StaleDays
	StrictHRWords bool
}

// Override sets rules for some files.
type Override struct {
	Files []Text // globs
	Rules map[string]Text
}

// StaleDays are after how many days without a check-in a key result is silent.
type StaleDays struct{ Warn, Strong, MonthlyMetric int }

// Export guards what leaves the repository.
type Export struct{ MinTeamSize, MinTeamsForDistribution int }

// Unit is a word for a unit that an organisation defines.
type Unit struct {
	// Domain is what values the unit can have. Where Bounded is false the file says
	// nothing about it, and what is generally known of the word holds.
	Domain      metric.Domain
	Bounded     bool
	Description string
}

// UnitKey is the one spelling under which a unit is kept: upper and lower case
// make no difference, and percent is %.
func UnitKey(word string) string {
	word = strings.ToLower(strings.TrimSpace(word))
	if word == "percent" {
		return "%"
	}
	return word
}

// DefaultSettings are what holds where okr.yaml is silent.
func DefaultSettings() Settings {
	return Settings{
		Calendar: Calendar{FiscalYearStart: 1, GraceDays: 14, CheckInEvery: 7},
		Limits: Limits{
			Objectives: Range{Min: 3, Max: 5}, KeyResults: Range{Min: 2, Max: 5}, TeamKeyResults: 15,
		},
		Scoring: Scoring{
			Bands:               [2]metric.Number{metric.Ratio(4, 10), metric.Ratio(7, 10)},
			AspirationalSuccess: metric.Ratio(7, 10),
			CommittedSuccess:    metric.Int(1),
			SweetSpot:           [2]metric.Number{metric.Ratio(6, 10), metric.Ratio(7, 10)},
			Overshoot:           "show",
			Threshold:           "last",
			UnmeasuredAtClose:   "refuse",
			ObjectiveScore:      "mean",
			Guardrail:           "cap",
			Rollup:              "objectives",
			TargetChange:        "original",
			CancelLateAfter:     metric.Ratio(1, 2),
			Pace: Pace{
				On: metric.Ratio(-10, 100), Off: metric.Ratio(-25, 100),
				Ahead: metric.Ratio(10, 100), TooEarly: metric.Ratio(15, 100),
			},
			Sandbagging: Tendency{Mean: metric.Ratio(95, 100), Cycles: 3},
			Overreach:   Tendency{Mean: metric.Ratio(4, 10), Cycles: 3},
		},
		Lint: Lint{
			Languages: []string{"en"},
			StaleDays: StaleDays{Warn: 14, Strong: 28, MonthlyMetric: 45},
		},
		Export: Export{MinTeamSize: 4, MinTeamsForDistribution: 5},
	}
}

// Policy is what the scoring settings say to the kinds of measure.
func (s Scoring) Policy() metric.Policy {
	return metric.Policy{
		Strict: s.ThresholdStrict, Threshold: metric.Threshold(s.Threshold), CountOvershoot: s.Overshoot == "count",
	}
}
