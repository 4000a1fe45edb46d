package metric

// Definition says what a key result measures. Which fields a kind needs and
// which it knows is in its [Kind]; a field that is not given is nil or empty.
type Definition struct {
	Kind   string // a name of the table [Kinds]; empty for increase or decrease by the numbers
	Unit   string // what one step of the number is: "ms", "percent", "EUR"
	Source string // where the number comes from: a dashboard, query or report

	Baseline  *Number
	Target    *Number
	By        *Relative // stands in for Target
	Low       *Number   // lower bound of between
	High      *Number   // upper bound of between
	FailAt    *Number   // the level at which a bound earns 0; from there it is linear up to the target
	Tolerance *Number   // how far outside between earns 0, above 0

	Threshold Threshold // empty: as the policy says
	Aggregate Aggregate // empty: AggregateLast
	Stages    []Stage   // ascending
	Domain    Domain    // where given, it replaces what the unit implies
}

// Stage is one named step of a key result that is scored in steps.
type Stage struct {
	Name   string
	Credit Number // the score once this stage is reached, 0…1
}

// NoStage is the reading of a stages key result that has reached none of them.
const NoStage = "none"

// Threshold says which readings decide whether a bound is kept.
type Threshold string

// The ways to judge a bound over time. The zero value leaves it to the policy.
const (
	ThresholdLast      Threshold = "last"       // the current value
	ThresholdHeldShare Threshold = "held_share" // the share of readings in which the bound held
	ThresholdWorst     Threshold = "worst"      // the reading with the lowest score
)

// Aggregate says how readings become the current value.
type Aggregate string

// The ways to aggregate. The zero value means AggregateLast.
const (
	AggregateLast Aggregate = "last"
	AggregateSum  Aggregate = "sum"
	AggregateMean Aggregate = "mean"
	AggregateMax  Aggregate = "max"
	AggregateMin  Aggregate = "min"
)

// Policy is how an organisation wants key results counted. The zero value is
// the default: inclusive bounds, the last reading decides, scores end at 1.
type Policy struct {
	Strict         bool      // a level equal to a bound breaks it
	Threshold      Threshold // for definitions that choose none; empty: ThresholdLast
	CountOvershoot bool      // increase and decrease may score above 1
}

// ResolvedTarget returns the absolute target: Target, or what By makes of the
// baseline. It is nil where neither can be told.
func (d Definition) ResolvedTarget() *Number {
	if d.Target != nil {
		return d.Target
	}
	if d.By == nil || d.Baseline == nil {
		return nil
	}
	return new(d.By.Resolve(*d.Baseline))
}

// threshold returns the way in force.
func (d *Definition) threshold(p Policy) Threshold {
	switch {
	case d.Threshold != "":
		return d.Threshold
	case p.Threshold != "":
		return p.Threshold
	}
	return ThresholdLast
}

// fields lists the names of all fields that belong to some kinds only.
var fields = []string{
	"baseline", "target", "by", "low", "high", "fail_at", "tolerance", "threshold", "stages",
}

// has reports whether a field of that list is given.
func (d *Definition) has(field string) bool {
	switch field {
	case "by":
		return d.By != nil
	case "threshold":
		return d.Threshold != ""
	case "stages":
		return len(d.Stages) > 0
	}
	return d.level(field) != nil || field == "tolerance" && d.Tolerance != nil
}

// level returns the field of that name that is a level of the metric, or nil.
func (d *Definition) level(field string) *Number {
	switch field {
	case "baseline":
		return d.Baseline
	case "target":
		return d.Target
	case "by":
		if d.By != nil && d.Target == nil {
			return d.ResolvedTarget()
		}
	case "low":
		return d.Low
	case "high":
		return d.High
	case "fail_at":
		return d.FailAt
	}
	return nil
}
