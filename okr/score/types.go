package score

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
)

// Objective is an objective at the date of a reading.
type Objective struct {
	Objective *okr.Objective
	Team      *okr.Team // whose it is
	// Commitment and Weight are the official ones; InForce has those after
	// amendments.
	Commitment okr.Commitment
	Weight     metric.Number
	InForce    ObjectiveTerms

	// Score is the mean of the counting key results by weight, or what the
	// settings put in its place: 0…1, nil where nothing counts yet.
	Score, Amended *metric.Number
	Band           Band      // of Score; empty where that is nil
	Verdict        Verdict   // empty where the cycle has ended and Score is nil
	Guardrail      Guardrail // empty where there is none

	// Weakest is the counting key result with the lowest score; nil where none
	// has one.
	Weakest    *KeyResult
	Coverage   Coverage
	KeyResults []*KeyResult // in the order of the file, vanished ones last

	// Cancelled is set where the objective as a whole was stopped by the date.
	Cancelled *okr.Cancellation
	// Vanished says that the objective was published and is gone from the files.
	Vanished bool
}

// ObjectiveTerms is how an objective counts.
type ObjectiveTerms struct {
	Commitment okr.Commitment
	Weight     metric.Number // at least 0
}

// Address is team/cycle/objective.
func (o *Objective) Address() string { return o.Objective.Address() }

// Terms is how a key result is defined: what it measures and how it counts.
type Terms struct {
	metric.Definition
	Guardrail    bool
	Weight       metric.Number // at least 0; 1 where it is not written
	Phases       []okr.Phase
	ObservableOn okr.Date // zero where it is not written
}

// KeyResult is a key result at the date of a reading, in the place where one
// team lists it.
type KeyResult struct {
	// Listed is what the team's file says, Definition what defines it: the same,
	// or for a shared key result that of another team, whose readings and
	// amendments are used. Definition is nil where a reference leads nowhere.
	Listed, Definition *okr.KeyResult

	Published *Terms // nil where there is no definition to read
	InForce   *Terms // after amendments; nil where the key result vanished; the same pointer where nothing differs
	Official  *Terms // which of the two decides: Published, unless the settings say otherwise
	Kind      string // the kind of measure by the official definition, resolved

	State State
	// Counts says that the key result is part of its objective's mean, once it
	// has a score: no guardrail, weight above 0, neither cancelled early nor
	// deferred.
	Counts    bool
	Cancelled *okr.Cancellation // in force by the date, its own or its objective's
	Vanished  bool              // published, and gone from the files
	// Undeclared are the fields in which the files leave the published definition
	// without an amendment that says so.
	Undeclared []string

	Current *metric.Reading // the value through the aggregate
	Raw     *metric.Number  // unbounded: below 0 after a loss, above 1 beyond the target
	Score   *metric.Number  // 0…1, or above where the settings count overshoot
	Amended *metric.Number  // the score by the definition in force; nil where the key result vanished
	// Original is the score by the published definition, also where the settings
	// make the amended one official.
	Original *metric.Number
	// Uncorrected is the score before the baseline was corrected; nil where it
	// was not.
	Uncorrected   *metric.Number
	AmendedTarget *metric.Number // nil where the target is the published one
	Band          Band           // by the commitment of the objective that lists it

	Confidence *metric.Number // 0…10, the latest; nil where none was given
	Pace       *Pace          // nil for kinds without a pace
	// Forecast is the run rate, at least 0: the score at the end of the cycle if all
	// goes on as on average; nil before there is enough to tell.
	Forecast *metric.Number

	CheckIn *okr.CheckIn // the latest reading not after the date, also one before the start that does not count
	Heard   *okr.CheckIn // the latest check-in not after the date, with a value or with confidence alone
	Held    int          // in how many readings a bound held
	Of      int          // of how many readings; 0 for kinds without a bound
	Holds   *bool        // whether the bound holds now; nil for kinds without a bound
	// HoldsAmended is Holds by the definition in force.
	HoldsAmended *bool

	Regressed  bool // worse than the baseline
	Unmeasured bool // the cycle has ended without a reading
	// Began is the day from which pace is measured: the cycle's first, or the key
	// result's own where it was added.
	Began okr.Date

	// SharedWith are all teams that share the key result but the one that lists
	// it here, in the order of the tree.
	SharedWith []*okr.Team
	// Wrong is why a definition or a reading cannot be scored.
	Wrong []metric.Problem

	used   []okr.CheckIn // those of the stretch that counts
	starts okr.Date      // its own start as published; zero where it has none
	// restarted says that the file has another start by now, and usedInForce are the
	// check-ins that count from there.
	restarted   bool
	usedInForce []okr.CheckIn
	values      int // how many of them tell a value
	scorer      *scorer
}

// Address is team/cycle/objective/key-result; a shared key result has the address
// of its definition.
func (k *KeyResult) Address() string { return k.Listed.Address() }

// Title is the sentence of the definition; empty where there is none.
func (k *KeyResult) Title() string {
	if k.Definition == nil {
		return ""
	}
	return k.Definition.Title.V
}

// Role is "counting" or "guardrail".
func (k *KeyResult) Role() string {
	if k.Official != nil && k.Official.Guardrail {
		return "guardrail"
	}
	return "counting"
}

// Measured reports whether the score comes from a reading.
func (k *KeyResult) Measured() bool { return k.Score != nil && k.values > 0 }

// State is where a key result stands.
type State string

// The states. Added is what joined after publication.
const (
	Open      State = "open"
	Added     State = "added"
	Cancelled State = "cancelled"
	Deferred  State = "deferred"
)

// Guardrail is what the guardrails of an objective say together: the gravest of
// what each says.
type Guardrail string

// The states of guardrails, from the gravest.
const (
	GuardrailBroken     Guardrail = "broken"
	GuardrailUnmeasured Guardrail = "unmeasured"
	GuardrailOK         Guardrail = "ok"
)
