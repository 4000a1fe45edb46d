package diag

// These are the rules of form and of meaning: what the reader of files itself
// finds, before any rule about good objectives speaks. Those known to the catalogue
// of anti-patterns carry its ids.
var (
	Syntax            = Rule{"syntax", Format, ClassForm, Error, "The file is not readable YAML, or writes a value in a way that readers disagree about."}
	Schema            = Rule{"schema", Format, ClassForm, Error, "A key, a type or a value that the file format does not have."}
	UnreadFile        = Rule{"unread-file", Format, ClassForm, Error, "A file in the place of a document that cannot be read as one."}
	IndividualOwner   = Rule{"individual-owner", People, ClassForm, Error, "A key that names a person; objectives belong to teams."}
	IndividualOKR     = Rule{"individual-okr", People, ClassForm, Error, "Objectives of a single person."}
	PerformanceRating = Rule{"performance-rating", People, ClassForm, Error, "A key for rating people."}
	CompensationLink  = Rule{"compensation-link", People, ClassForm, Error, "A key that ties results to pay."}
	PromotionLink     = Rule{"promotion-link", People, ClassForm, Error, "A key that ties results to promotion."}
	StackRanking      = Rule{"stack-ranking", People, ClassForm, Error, "A key for ranking people or teams."}
	PIPReference      = Rule{"pip-reference", People, ClassForm, Error, "A key about disciplining a person."}
	AppraisalCycle    = Rule{"appraisal-cycle", People, ClassForm, Error, "A key of the appraisal of people."}
	HandTypedScore    = Rule{"hand-typed-score", Cadence, ClassForm, Error, "A score, progress or current value typed by hand where it is computed."}
	NoCommitmentType  = Rule{"no-commitment-type", Ambition, ClassForm, Error, "An objective that does not say whether it is committed or aspirational."}
	TooManyObjectives = Rule{"too-many-objectives", Focus, ClassForm, Error, "More objectives than a team can pursue."}
	TooFewObjectives  = Rule{"too-few-objectives", Focus, ClassForm, Error, "Fewer objectives than the workspace asks for."}

	NoBaseline           = Rule{"no-baseline", Measurability, ClassMeaning, Error, "A change is promised, but not from where."}
	NoNumber             = Rule{"no-number", Measurability, ClassMeaning, Error, "A key result without a target."}
	NoUnit               = Rule{"no-unit", Measurability, ClassMeaning, Error, "Numbers that do not say of what."}
	TargetEqualsBaseline = Rule{"target-equals-baseline", Measurability, ClassMeaning, Error, "Nothing is to change."}
	WrongDirection       = Rule{"wrong-direction", Measurability, ClassMeaning, Error, "The kind and the numbers contradict each other."}
	ValueOutOfDomain     = Rule{"value-out-of-domain", Measurability, ClassMeaning, Error, "A value that the unit cannot have."}
	ImpossibleMetric     = Rule{"impossible-metric", Measurability, ClassMeaning, Error, "Fields of a metric that contradict each other."}
	WrongReading         = Rule{"wrong-reading", Measurability, ClassMeaning, Error, "A check-in value of a type that the metric does not take."}
	ZeroWeights          = Rule{"zero-weights", Measurability, ClassMeaning, Error, "Weights that leave nothing to count."}
	DanglingLink         = Rule{"dangling-link", Alignment, ClassMeaning, Error, "An address that leads nowhere."}
	OneWayShare          = Rule{"one-way-share", Alignment, ClassMeaning, Error, "A shared key result that only one side knows of."}
	UnknownTeam          = Rule{"unknown-team", Format, ClassMeaning, Error, "A team that is not in the register."}
	UnknownCycle         = Rule{"unknown-cycle", Format, ClassMeaning, Error, "A cycle that has no dates."}
	DuplicateID          = Rule{"duplicate-id", Format, ClassMeaning, Error, "Two things of one name."}
	DuplicateDocument    = Rule{"duplicate-document", Format, ClassMeaning, Error, "Two documents of one team and cycle."}
	TeamLoop             = Rule{"team-loop", Format, ClassMeaning, Error, "Teams that are each other's parents."}
	CycleDates           = Rule{"cycle-dates", Format, ClassMeaning, Error, "A cycle whose dates cannot be."}
	DateOutsideCycle     = Rule{"date-outside-cycle", Cadence, ClassMeaning, Error, "A planned date that does not lie in its cycle."}
	AmendmentMismatch    = Rule{"amendment-mismatch", Cadence, ClassMeaning, Error, "Amendments that do not lead to what the file says."}
	FutureDate           = Rule{"future-date", Cadence, ClassMeaning, Warning, "A date that has not come yet."}
	ReadingAfterClose    = Rule{"reading-after-close", Cadence, ClassMeaning, Warning, "A reading dated after its cycle closed; it does not count."}
	UnmeasuredAtClose    = Rule{"unmeasured-at-close", Cadence, ClassMeaning, Error, "A key result that ended without ever being measured."}
)

// Rules lists the rules of form and of meaning.
func Rules() []Rule {
	return []Rule{
		Syntax, Schema, UnreadFile, IndividualOwner, IndividualOKR, PerformanceRating, CompensationLink, PromotionLink,
		StackRanking, PIPReference, AppraisalCycle, HandTypedScore, NoCommitmentType, TooManyObjectives, TooFewObjectives,
		NoBaseline, NoNumber, NoUnit, TargetEqualsBaseline, WrongDirection, ValueOutOfDomain, ImpossibleMetric,
		WrongReading, ZeroWeights, DanglingLink, OneWayShare, UnknownTeam, UnknownCycle, DuplicateID,
		DuplicateDocument, TeamLoop, CycleDates, DateOutsideCycle, AmendmentMismatch, FutureDate, ReadingAfterClose, UnmeasuredAtClose,
	}
}

// RuleByID is the rule of form or meaning with the id; ok is false where there is none.
func RuleByID(id string) (rule Rule, ok bool) {
	for _, r := range Rules() {
		if r.ID == id {
			return r, true
		}
	}
	return Rule{}, false
}
