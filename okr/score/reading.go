package score

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// Reading is a cycle at a date.
type Reading struct {
	Cycle *okr.Cycle
	AsOf  okr.Date
	State okr.State // of the cycle at the date

	// Basis says what the official definitions rest on. By history without a
	// revision it is the files as they are read, because the grace still runs.
	Basis okr.Basis

	Teams []*Team // that have a document, in the order of the tree
	// Without are the teams that wrote nothing for the cycle, in the same order.
	Without []*okr.Team

	// Context are the objectives of cycles that contain this one, longer cycles
	// first. They are shown beside it and are in no mean. Where their documents
	// were read as outlines they have no score and no key results.
	Context []*Objective

	Score   *metric.Number // 0…1 by the official definitions; nil where nothing counts yet
	Amended *metric.Number // the same by the definitions in force

	Coverage     Coverage     // a shared key result is in it once
	Distribution Distribution // likewise
	Problems     []Problem

	scoring *okr.Scoring
}

// Team is what one team's document makes of the cycle.
type Team struct {
	Team     *okr.Team
	Document *okr.Document // nil where it was published and is gone

	Score, Amended *metric.Number // 0…1, the mean of the objectives by their weights
	Coverage       Coverage
	Objectives     []*Objective // in the order of the file, the stopped and the vanished ones last

	// Calibration is what the team's closed cycles say about its targets; nil
	// where too few were read. It is never compared between teams.
	Calibration *Calibration
}

// Coverage is how many key results have a reading, of how many that count:
// neither guardrails nor those of weight 0, neither cancelled early nor waiting
// for a deferred measurement.
type Coverage struct{ Measured, Total int }

func (c Coverage) plus(d Coverage) Coverage {
	return Coverage{Measured: c.Measured + d.Measured, Total: c.Total + d.Total}
}

// Distribution is how many counting key results stand in each band, shared ones
// once.
type Distribution struct{ Red, Yellow, Green, Unmeasured int }

// Total is the number of counting key results.
func (d Distribution) Total() int { return d.Red + d.Yellow + d.Green + d.Unmeasured }

// Problem is what the reading itself finds wrong. What is wrong with a file alone
// has been said when it was loaded, and is not said again.
type Problem struct {
	ID        string // an id of the catalogue of rules
	KeyResult *KeyResult
	Message   string // what is wrong
	Hint      string // what to do
}

// IDUnmeasuredAtClose is the id of the problem of a key result whose cycle ended
// without a reading.
const IDUnmeasuredAtClose = "unmeasured-at-close"
