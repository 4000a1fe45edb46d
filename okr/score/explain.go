package score

import (
	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/source"
)

// Explanation is how a key result came to its score, with the place of every
// operand.
type Explanation struct {
	// Published is the arithmetic by the published definition, InForce that by the
	// amended one; InForce is empty where the two are the same. Both are empty
	// where there is no reading, or where something is wrong.
	Published, InForce []Line
	// Changes lead from the published definition to the one in force, oldest first.
	Changes []Change
	// From and To are the first and the last day on which check-ins count.
	From, To okr.Date
	// Passed are the check-ins whose values do not count, in their order.
	Passed []PassedOver
}

// Line is one step of the arithmetic with the places of its operands.
type Line struct {
	metric.Step
	Operands []Operand // one for each of the step's terms
}

// Operand is where a number comes from. One that was computed has no file.
type Operand struct {
	metric.Term
	File *source.File
	Span source.Span
	Date okr.Date // of a reading; zero for any other operand
}

// Change is an amendment dated after publication.
type Change struct {
	okr.Amendment
	File     *source.File
	Official bool // of a baseline, which was corrected
}

// PassedOver is a check-in whose value does not count.
type PassedOver struct {
	CheckIn *okr.CheckIn
	Why     Reason
}

// Reason is why a check-in does not count.
type Reason string

// The reasons.
const (
	BeforeStart       Reason = "before the start"
	AfterDate         Reason = "after the date of the reading"
	AfterClose        Reason = "after the cycle closed"
	AfterCancellation Reason = "after the cancellation"
)

// Explain is the arithmetic behind the key result.
func (k *KeyResult) Explain() Explanation {
	var e Explanation
	if k.Official == nil {
		return e
	}
	s := k.scorer
	e.From, e.To = s.stretch(k)
	e.Passed = s.passedOver(k, e.From)
	published, inForce, picked := s.versions(k)
	for _, a := range newestFirst(k.Definition.Amendments) {
		if !s.future(&a) && picked(&a) {
			change := Change{Amendment: a, File: k.Definition.Objective.Document.File, Official: corrects(&a)}
			e.Changes = append([]Change{change}, e.Changes...)
		}
	}
	if k.State == Deferred {
		return e
	}
	e.Published = k.lines(k.Published, &published)
	if k.InForce != nil && k.InForce != k.Published {
		e.InForce = k.lines(k.InForce, &inForce)
	}
	return e
}

// versions are the published and the amended version with their places, and the
// test for the amendments in between.
func (s *scorer) versions(k *KeyResult) (published, inForce version, picked func(*okr.Amendment) bool) {
	inForce = s.inForce(k.Definition, k.Listed)
	then := s.published.keyResults[k.Listed]
	if then == nil && k.Vanished {
		then = k.Listed
	}
	if then != nil {
		if definition := s.publishedDefinition(k.Definition, then); definition != nil {
			return s.officialByHistory(k.Definition, definition, then), inForce, news(definition.Amendments)
		}
	}
	picked = func(a *okr.Amendment) bool { return a.Date.V > s.cycle.PublishBy() }
	return s.official(k.Definition, k.Listed), inForce, picked
}

// lines are the steps of the arithmetic by one definition.
func (k *KeyResult) lines(terms *Terms, v *version) []Line {
	steps := metric.Explain(terms.Definition, k.scorer.policy, readingsOf(k.used, nil))
	lines := make([]Line, len(steps))
	for i, step := range steps {
		lines[i] = Line{Step: step, Operands: make([]Operand, len(step.Terms))}
		for j, term := range step.Terms {
			lines[i].Operands[j] = k.operand(term, v)
		}
	}
	return lines
}

// operand finds the place of a term: a check-in's value, or a field of the metric
// as the version has it.
func (k *KeyResult) operand(term metric.Term, v *version) Operand {
	o := Operand{Term: term}
	if term.Reading >= 0 {
		if c := k.reading(term.Reading); c != nil {
			o.File, o.Span, o.Date = k.Definition.Objective.Document.File, c.Value.Span, c.Date.V
		}
		return o
	}
	if o.Span = v.place(term.Name); !o.Span.IsZero() {
		o.File = v.file
		if term.Name == "baseline" && v.corrected != nil {
			o.File = v.corrected
		}
	}
	return o
}

// reading is the check-in with a value at the position, from 0.
func (k *KeyResult) reading(position int) *okr.CheckIn {
	for i := range k.used {
		if k.used[i].Value == nil {
			continue
		}
		if position == 0 {
			return &k.used[i]
		}
		position--
	}
	return nil
}

// place is where a field of the metric is written; a target that is not written
// comes from the change that stands in for it.
func (v *version) place(field string) source.Span {
	fine := v.metric.Finely()
	switch field {
	case "baseline":
		return v.metric.Baseline.Span
	case "target":
		if v.metric.Target.Written() {
			return v.metric.Target.Span
		}
		return fine.By.Span
	case "by":
		return fine.By.Span
	case "low":
		return fine.Low.Span
	case "high":
		return fine.High.Span
	case "fail_at":
		return fine.FailAt.Span
	case "tolerance":
		return fine.Tolerance.Span
	default:
		return source.Span{}
	}
}

// passedOver are the check-ins with a value outside the stretch that counts.
func (s *scorer) passedOver(k *KeyResult, from okr.Date) []PassedOver {
	var passed []PassedOver
	for i := range k.Definition.CheckIns {
		c := &k.Definition.CheckIns[i]
		reason := Reason("")
		switch day := c.Date.V; {
		case c.Value == nil:
		case day < from:
			reason = BeforeStart
		case day > s.at:
			reason = AfterDate
		case k.Cancelled != nil && day > k.Cancelled.Date.V:
			reason = AfterCancellation
		case day > s.closes() && k.Official.ObservableOn <= s.cycle.End:
			reason = AfterClose
		}
		if reason != "" {
			passed = append(passed, PassedOver{CheckIn: c, Why: reason})
		}
	}
	return passed
}
