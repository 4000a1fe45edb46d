package lint

import (
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
	"github.com/okrs-as-code/okrs/okr/score"
)

var movedGoalposts = Rule{
	Rule: diag.Rule{ID: "moved-goalposts", Category: diag.Cadence, Class: diag.ClassRules, Severity: diag.Error,
		Summary: "A target, or the commitment to it, that changed after publication without an amendment."},
	Why: "A target that moves quietly makes success of a miss, and nobody learns why the estimate was wrong. " +
		"The world may change, and a target with it: said in an amendment, the change costs nothing, and both scores are shown.",
	Source: "Christina Wodtke (do not change OKRs in the middle of a cycle); What Matters (when to adjust, and to say why)",
	About:  Files,
	Needs:  Past,
	Bad:    []string{publishedFerry + laterFerry("baseline: 18, target: 8", "baseline: 18, target: 12")},
	Good: []string{
		publishedFerry + laterFerry(),
		publishedFerry + laterFerry("baseline: 18, target: 8, source: gate log}", "baseline: 18, target: 6, source: gate log}\n"+
			"        amendments:\n          - {date: 2026-08-05, field: target, from: 8, to: 6, reason: The second ferry came in July and not in September}"),
	},
	Since: edition,
	Varies: []Variation{
		{Severity: diag.Warning, Where: "where nothing gets easier"},
		{Severity: diag.Info, Where: "where an amendment tells it"},
	},
	Check: checkMovedGoalposts,
}

// publishedFerry is a quarter as it was published.
const publishedFerry = `
-- okrs/2026-Q3/payments.yaml as committed on 2026-07-10 --
version: 1
team: payments
cycle: 2026-Q3
objectives:
  - id: quick-aboard
    title: Whoever booked a ferry is on it when it leaves
    commitment: aspirational
    why_now: The island has doubled its beds since last summer
    key_results:
      - id: waiting
        title: Waiting time at the pier falls
        metric: {unit: minutes, baseline: 18, target: 8, source: gate log}
        check_ins:
          - {date: 2026-07-08, value: 18, confidence: 5}
      - id: missed
        title: Passengers who miss the boat they booked fall from 6 to 2 percent
        metric: {unit: percent, baseline: 6, target: 2, source: gate log}
        check_ins:
          - {date: 2026-07-08, value: 6, confidence: 5}
      - id: refunds
        title: Wrong refunds stay at or below 1 percent
        role: guardrail
        metric: {kind: at_most, unit: percent, target: 1, source: ledger}
        check_ins:
          - {date: 2026-07-08, value: 0.4}
`

// laterFerry is the same quarter a month later, with some texts replaced.
func laterFerry(changes ...string) string {
	return later(publishedFerry, append(changes,
		"value: 18, confidence: 5}", "value: 18, confidence: 5}\n          - {date: 2026-07-22, value: 16, confidence: 5}\n          - {date: 2026-08-08, value: 13, confidence: 5}",
		"value: 6, confidence: 5}", "value: 6, confidence: 5}\n          - {date: 2026-07-22, value: 5.2, confidence: 5}\n          - {date: 2026-08-08, value: 4.4, confidence: 6}",
		"value: 0.4}", "value: 0.4}\n          - {date: 2026-08-08, value: 0.5}",
	)...)
}

// later is the file of an example as a commit of a month later left it: each text
// replaced by the one behind it.
func later(text string, changes ...string) string {
	changes = append(changes, "as committed on 2026-07-10", "as committed on 2026-08-10")
	return strings.TrimPrefix(strings.NewReplacer(changes...).Replace(text), "\n")
}

// goalposts are the fields that say what is promised of a measure.
func goalposts() []string {
	return []string{"baseline", "target", "by", "low", "high", "fail_at", "tolerance", "threshold", "stages", "phases", "observable_on", "starts"}
}

// checkMovedGoalposts leaves a key result alone that was made another measure:
// that says it all, and numbers of two measures cannot be compared.
func checkMovedGoalposts(r *Reading, say Say) {
	for _, p := range r.publications() {
		for _, c := range p.objectives {
			if c.now != nil {
				r.movedCommitment(p, c, say)
			}
		}
		for _, c := range p.keyResults {
			if !c.compares() {
				continue
			}
			d := c.departure
			if changes := d.of(goalposts()...); len(changes) > 0 && len(d.of("kind", "unit")) == 0 {
				say(r.movedTarget(p, c, changes))
			} else if len(changes) == 0 {
				r.amendedTarget(c, d, say)
			}
		}
	}
}

func (r *Reading) movedTarget(p *publication, c pairing[okr.KeyResult], changes []change) Remark {
	after := c.then.Metric
	for _, change := range changes {
		after.Put(change.field, &change.after, r.Workspace.Settings.Units)
	}
	unit, ease := c.now.Metric.Unit.V, r.easeOfChange(c.then, changes)
	share := given(c.then.Metric.Definition(), after.Definition())
	if !metric.SameUnit(unit, c.then.Metric.Unit.V) {
		unit, ease = "", shifted // an amendment changed it, and the numbers are of two measures
	}
	message := named(c.now.Title) + " changed after it was published " + p.when(c.on) + ": " + tell(changes, unit)
	m := OnKeyResult(c.now).At(place(changes))
	switch {
	case ease == eased && share != nil && share.Sign() > 0:
		message += ". " + share.Percent(0) + " of the way is given away, and no amendment says so"
	case ease == eased:
		message += ". That is easier to reach, and no amendment says so"
	case metric.SameUnit(c.now.Metric.Unit.V, c.then.Metric.Unit.V) && turned(c.then.Metric.Definition(), after.Definition()):
		message += ". That turns the direction round, and no amendment says so"
	case ease == hardened:
		message, m = message+". That is harder to reach, and no amendment says so", m.As(diag.Warning)
	default:
		message, m = message+", and no amendment says so", m.As(diag.Warning)
	}
	return m.Says(message, r.mend(changes, len(c.now.Amendments) > 0))
}

// turned reports whether what was to rise is to fall, or the reverse.
func turned(before, after metric.Definition) bool {
	a, known := metric.Resolve(before)
	b, knownToo := metric.Resolve(after)
	return known && knownToo && a.Paced && b.Paced && a.Name != b.Name
}

// mend is what to do about changes that nobody declared.
func (r *Reading) mend(changes []change, existing bool) string {
	for _, c := range changes {
		if c.field == "starts" {
			return capital(backs(changes)) + "."
		}
	}
	return "Say why: " + r.entries(changes, existing) + ", and both scores appear; or " + backs(changes) + "."
}

// shortRevision is how many digits of a hash are shown.
const shortRevision = 7

// when says on what day something was published, and what that rests on.
func (p *publication) when(on okr.Date) string {
	text := "on " + on.String()
	if on == p.basis.On && len(p.basis.Revision) >= shortRevision {
		text += " (" + p.basis.Revision[:shortRevision] + ")"
	}
	return text
}

// amendedTarget tells that a target was made easier in the open.
func (r *Reading) amendedTarget(c pairing[okr.KeyResult], d departure, say Say) {
	var changes []change
	var last *okr.Amendment
	agrees := true
	for _, a := range d.declared {
		if among := (departure{undeclared: []change{a.change}}).of(goalposts()...); len(among) > 0 && a.amendment.Date.V <= r.At {
			told := a.told()
			agrees = agrees && okr.SameField(told.field, told.after, a.after)
			changes = append(changes, told)
			last = a.amendment
		}
	}
	if last == nil || r.easeOfChange(c.then, changes) != eased {
		return
	}
	message := "the amendment of " + last.Date.V.String() + " makes " + named(c.now.Title) + " easier to reach: " + tell(changes, c.now.Metric.Unit.V)
	hint := "Nothing is to be done: the published definition decides, and the score by the amended one stands beside it."
	if !agrees {
		hint = "Let the field and its last amendment agree; the published definition decides, and the score by the amended one stands beside it."
	} else if k := r.Score(c.now.Objective.Document.Cycle).KeyResultOf(c.now); k != nil && k.Original != nil && k.Amended != nil && k.Amended != k.Original {
		scoring := r.Workspace.Settings.Scoring
		hint = "Nothing is to be done: both scores appear, " + score.Shown(k.Original, scoring) + " as published and " + score.Shown(k.Amended, scoring) + " as amended."
	}
	say(OnKeyResult(c.now).At(last.Field.Span).As(diag.Info).Says(message, hint))
}

// movedCommitment finds an objective whose promise became another one.
func (r *Reading) movedCommitment(p *publication, c pairing[okr.Objective], say Say) {
	d := depart([]string{"commitment"}, c.then.Field, c.now.Field, news(c.then.Amendments, c.now.Amendments), c.on, okr.SameField)
	if len(d.declared) > 0 && d.declared[0].before.Text == string(okr.Committed) && d.declared[0].amendment.Date.V <= r.At {
		say(OnObjective(c.now).At(d.declared[0].amendment.Field.Span).As(diag.Info).Says(
			named(c.now.Title)+" was committed when it was published "+p.when(c.on)+", and an amendment makes it "+valueOf(d.declared[0].told().after, ""),
			"Nothing is to be done: it is still read as committed, and the amendment stands beside it."))
	}
	if len(d.undeclared) == 0 || c.then.Commitment.V == "" {
		return
	}
	m, end := OnObjective(c.now).At(place(d.undeclared)), ". What was promised is now a hope, and no amendment says so"
	if c.now.Commitment.V != okr.Aspirational {
		m, end = m.As(diag.Warning), ", and no amendment says so"
	}
	say(m.Says(named(c.now.Title)+" changed after it was published "+p.when(c.on)+": "+tell(d.undeclared, "")+end,
		r.mend(d.undeclared, len(c.now.Amendments) > 0)))
}
