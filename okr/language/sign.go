package language

// Span is a range of bytes of a statement: Start is the first byte, End the byte
// after the last.
type Span struct{ Start, End int }

// Severity is how loudly a sign should be reported where nothing but the text is
// known, in the words that findings use.
type Severity string

// The severities.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
)

// Strength is how sure a sign is.
type Strength int

// The strengths. A hint may well be wrong, a likely sign seldom is, and a
// certain one follows from the words themselves.
const (
	Hint Strength = iota + 1
	Likely
	Certain
)

// String is the strength as one word.
func (s Strength) String() string {
	switch s {
	case Hint:
		return "hint"
	case Likely:
		return "likely"
	case Certain:
		return "certain"
	}
	return "none"
}

// Sign is one thing that a statement says about itself.
type Sign struct {
	Rule     string   // what was found: one of [Rules]
	Reason   string   // why, as a short key that stays: "verb-makes", "theme"
	Evidence []Span   // the words that decided, in the order of the text; never empty
	Strength Strength // how sure
	Severity Severity // a proposal for a statement whose surroundings are unknown
}

// The rules that signs name. Each is an id of the catalogue of rules.
const (
	OutputKeyResult       = "output-kr"
	Deliverable           = "deliverable-kr"
	PercentComplete       = "percent-complete-kr"
	DateAsTarget          = "date-as-target"
	InitiativeAsKeyResult = "initiative-as-kr"
	VolumeOfActivity      = "volume-of-activity"
	SelfImprovement       = "self-improvement-kr"
	EffortAsProgress      = "effort-as-progress"
	WeaselWords           = "weasel-words"
	NoNumber              = "no-number"
	PercentageWithoutBase = "percentage-without-base"
	AmbiguousPercent      = "ambiguous-percent"
	WrongDirection        = "wrong-direction"
	NoCounterMetric       = "no-counter-metric"
	MetricInObjective     = "metric-in-objective"
	SolutionInObjective   = "solution-in-objective"
	BusinessAsUsual       = "business-as-usual"
	NoVerbOrChange        = "no-verb-or-change"
	Essay                 = "essay"
	Compound              = "compound-kr"
	Jargon                = "jargon"
	AcronymSoup           = "acronym-soup"
	Authority             = "hippo"
	PersonInText          = "person-in-text"
	TitleAsTeam           = "title-as-team"
	IndividualGoal        = "individual-okr"
	CompensationLink      = "compensation-link"
	PerformanceRating     = "performance-rating"
	PromotionLink         = "promotion-link"
	AppraisalCycle        = "appraisal-cycle"
	StackRanking          = "stack-ranking"
	ImprovementPlanForOne = "pip-reference"
	BlameInRetrospective  = "blame-in-retro"
	TeamCompetition       = "team-competition"
	VanityMetric          = "vanity-metric"
	TimidTarget           = "timid-target"
)

// Rules are the ids that signs can name, in the order of the catalogue.
func Rules() []string {
	return []string{
		PersonInText, TitleAsTeam, IndividualGoal, PerformanceRating, CompensationLink, PromotionLink, AppraisalCycle,
		StackRanking, ImprovementPlanForOne, SelfImprovement, BlameInRetrospective, OutputKeyResult, Deliverable,
		PercentComplete, DateAsTarget, InitiativeAsKeyResult, SolutionInObjective, EffortAsProgress, NoNumber,
		WeaselWords, WrongDirection, PercentageWithoutBase, AmbiguousPercent, BusinessAsUsual, TimidTarget,
		TeamCompetition, VanityMetric, NoCounterMetric, VolumeOfActivity, Compound, MetricInObjective, Jargon,
		AcronymSoup, Authority, Essay, NoVerbOrChange,
	}
}
