package metric

// Problem is what makes a definition or a reading impossible to score.
type Problem struct {
	ID      string // one of the ids below, as the rule catalogue spells them
	Field   string // the metric's field it is about, or "value" for a reading's
	Message string // what is wrong, with the numbers in it
	Hint    string // what to write instead
}

// The ids of problems.
const (
	IDNoBaseline           = "no-baseline"            // a measure that moves from nowhere
	IDNoNumber             = "no-number"              // nothing says when it is reached
	IDTargetEqualsBaseline = "target-equals-baseline" // nothing is to change
	IDWrongDirection       = "wrong-direction"        // the kind says up and the numbers say down, or the reverse
	IDValueOutOfDomain     = "value-out-of-domain"    // a value that the unit cannot have
	IDSchema               = "schema"                 // any other mistake of form
)
