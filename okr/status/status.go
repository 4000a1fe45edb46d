// Package status reads what a lead wants to know every week: what needs a decision,
// what changed, and the signals of a practice that has stopped being honest with
// itself, such as silence or a confidence that no number supports.
//
// Everything is said of teams and key results, in the order of the tree; nothing is
// ranked, and nothing is said of people, which the model does not know. A signal is a
// question to a team and never a verdict on it.
package status

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

// Reading is the status of a cycle at a date.
type Reading struct {
	Cycle *okr.Cycle
	AsOf  okr.Date
	Since okr.Date // changes are those of later days
	State okr.State
	Basis okr.Basis

	Decisions []Decision
	Changes   []Change

	Silent       []Silent
	Watermelons  []Watermelon
	HockeySticks []HockeyStick
	Zombies      []Zombie
	Calibration  *Calibration // of the whole organisation; nil where no forecast has met its end
	Integrity    *Integrity   // nil where no history knows what was published

	Without []*okr.Team // wrote nothing for the cycle
}

// Options are what a reading is told beside the scores.
type Options struct {
	// Since is the day whose end the changes are counted from; where it is zero, as
	// many days before the date as lie between two check-ins.
	Since okr.Date
	// Ended are the cycles that [Cycles] names, in any order. Without them nothing is
	// said about zombies and calibration.
	Ended []*Ended
}

// Read makes the status of a cycle out of its scores: of all teams, or of those that
// are left in a [score.Reading.Only]. The workspace must hold the documents of the
// cycle whole, and of the cycles that overlap it for what teams ask of each other. A
// nil past means that there is no history; then nothing is said that only history
// knows. Calibration is of all that Options.Ended holds.
func Read(ws *okr.Workspace, past okr.History, read *score.Reading, options Options) *Reading {
	r := newReader(ws, past, read, options)
	return &Reading{
		Cycle: read.Cycle, AsOf: read.AsOf, Since: r.since, State: read.State, Basis: read.Basis,
		Decisions: r.decisions(), Changes: r.changes(),
		Silent: r.silent(), Watermelons: r.watermelons(), HockeySticks: r.hockeySticks(),
		Zombies: r.zombies(), Calibration: calibrate(options.Ended), Integrity: r.integrity(),
		Without: read.Without,
	}
}

// Subject is an objective, or one of its key results where KeyResult is not nil. A
// shared key result is a subject once, in the place where it is counted.
type Subject struct {
	Team      *okr.Team // whose file lists it
	Objective *score.Objective
	KeyResult *score.KeyResult
}

// Address is that of the key result, else that of the objective.
func (s Subject) Address() string {
	if s.KeyResult != nil {
		return s.KeyResult.Address()
	}
	return s.Objective.Address()
}

// Title is the sentence of the key result, else that of the objective.
func (s Subject) Title() string {
	if s.KeyResult != nil {
		return s.KeyResult.Title()
	}
	return s.Objective.Objective.Title.V
}

// reader is a reading in the making.
type reader struct {
	ws        *okr.Workspace
	past      okr.Past
	read      *score.Reading
	at, since okr.Date
	ended     []*Ended
	// subjects are the key results of the reading that can be read, each once.
	subjects []Subject
	before   map[okr.Date]map[place]moment
}

// place is where a key result is listed.
type place struct {
	team    *okr.Team
	address string
}

// moment is how a key result stood on a day.
type moment struct {
	raw, score *metric.Number
	pace       *score.Pace
}

func newReader(ws *okr.Workspace, past okr.History, read *score.Reading, options Options) *reader {
	r := &reader{ws: ws, read: read, at: read.AsOf, since: options.Since, ended: options.Ended, before: make(map[okr.Date]map[place]moment)}
	if past != nil {
		r.past = past
	}
	if r.since.IsZero() {
		r.since = r.at - okr.Date(r.every())
	}
	once := make(map[*score.KeyResult]bool)
	for _, k := range read.Distinct() {
		once[k] = k.Official != nil
	}
	for _, t := range read.Teams {
		for _, o := range t.Objectives {
			for _, k := range o.KeyResults {
				if once[k] {
					r.subjects = append(r.subjects, Subject{t.Team, o, k})
				}
			}
		}
	}
	return r
}

// every is how many days lie between two check-ins.
func (r *reader) every() int { return max(r.ws.Settings.Calendar.CheckInEvery, 1) }

// then is how a key result stood at the end of an earlier day. Few days are ever asked
// for, and of each only the numbers are kept.
func (r *reader) then(s Subject, on okr.Date) moment {
	known, ok := r.before[on]
	if !ok {
		known = make(map[place]moment)
		for _, t := range score.Alone(r.ws, r.past, r.read.Cycle, on).Teams {
			for _, o := range t.Objectives {
				for _, k := range o.KeyResults {
					if k.Score != nil || k.Pace != nil {
						known[place{t.Team, k.Address()}] = moment{k.Raw, k.Score, k.Pace}
					}
				}
			}
		}
		r.before[on] = known
	}
	return known[place{s.Team, s.Address()}]
}

// open reports whether a key result is still being worked for: it was not given up,
// still stands in its file, and can be observed by now.
func open(k *score.KeyResult) bool {
	return k.State != score.Cancelled && k.State != score.Deferred && !k.Vanished
}

// done reports whether what cannot be lost again is reached: a milestone, the last
// stage, a baseline.
func done(k *score.KeyResult) bool {
	kind, ok := metric.Resolve(k.Official.Definition)
	return ok && !kind.Paced && !kind.Guardrail && k.Score != nil && k.Score.Cmp(metric.Int(1)) >= 0
}

// during reports whether the cycle has begun and not ended.
func (r *reader) during() bool { return r.read.State == okr.Settling || r.read.State == okr.Running }

// until are the check-ins of a key result in its own time, up to a day.
func (r *reader) until(k *score.KeyResult, day okr.Date) []okr.CheckIn {
	from := max(r.read.Cycle.Start, k.Definition.Starts.V)
	var found []okr.CheckIn
	for _, c := range k.Definition.CheckIns {
		if c.Date.V >= from && c.Date.V <= day {
			found = append(found, c)
		}
	}
	return found
}

// slow is for how many days a key result that is measured rarely may be silent; 0 for
// what can be read every week.
func (r *reader) slow(k *score.KeyResult) int {
	monthly := r.ws.Settings.Lint.StaleDays.MonthlyMetric
	switch k.Definition.Metric.Finely().Measured.V {
	case "monthly":
		return monthly
	case "quarterly":
		return 3 * monthly
	default:
		return 0
	}
}

// sure is the confidence, of 0…10, from which a team calls a key result safe.
func sure() metric.Number { return metric.Int(8) }
