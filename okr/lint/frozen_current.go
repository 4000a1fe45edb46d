package lint

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
)

var frozenCurrent = Rule{
	Rule: diag.Rule{ID: "frozen-current", Category: diag.Cadence, Class: diag.ClassRules, Severity: diag.Info,
		Summary: "Three check-ins in a row with the same value and the same confidence."},
	Why: "A number that does not move for weeks is either too slow to steer by, or the bet behind it is wrong. " +
		"Both are worth a sentence; repeating the number without one is a ritual.",
	Source: "Christina Wodtke, Radical Focus",
	About:  Files,
	Bad: []string{`
- id: quiet-nights
  title: Neighbours sleep through the night deliveries
  commitment: aspirational
  why_now: The town decides in November whether vans may come before six
  key_results:
    - id: complaints
      title: Complaints about noise fall from 24 to 8 per month
      metric: {unit: complaints, baseline: 24, target: 8, source: town hall register}
      check_ins:
        - {date: 2026-07-17, value: 22, confidence: 5}
        - {date: 2026-07-31, value: 22, confidence: 5}
        - {date: 2026-08-14, value: 22, confidence: 5}
`},
	Good: []string{`
- id: quiet-nights
  title: Neighbours sleep through the night deliveries
  commitment: aspirational
  why_now: The town decides in November whether vans may come before six
  key_results:
    - id: complaints
      title: Complaints about noise fall from 24 to 8 per month
      metric: {unit: complaints, baseline: 24, target: 8, source: town hall register}
      check_ins:
        - {date: 2026-07-17, value: 22, confidence: 5}
        - {date: 2026-07-31, value: 22, confidence: 5}
        - {date: 2026-08-14, value: 22, confidence: 5, note: The quiet ramps arrive next week and until then nothing will move}
    - id: quiet-stops
      title: Stops below 50 decibel rise from 35 to 80 percent
      metric: {unit: percent, baseline: 35, target: 80, source: sound meters}
      check_ins:
        - {date: 2026-07-17, value: 36, confidence: 5}
        - {date: 2026-07-31, value: 44, confidence: 5}
        - {date: 2026-08-14, value: 52, confidence: 5}
    - id: late
      title: Deliveries that come later than promised stay at or below 4 percent
      role: guardrail
      metric: {kind: at_most, unit: percent, target: 4, source: round logs}
      check_ins:
        - {date: 2026-07-31, value: 3.1}
        - {date: 2026-08-14, value: 3.4}
`},
	Since: edition,
	Check: checkFrozenCurrent,
}

// frozen is how many equal check-ins in a row are a pattern.
const frozen = 3

// checkFrozenCurrent looks at what should move: a bound is kept by standing still,
// a sum grows by equal readings, and who has arrived may rest.
func checkFrozenCurrent(r *Reading, say Say) {
	for k := range r.KeyResults(okr.Settling, okr.Running) {
		definition := k.Metric.Definition()
		kind, ok := metric.Resolve(definition)
		if !ok || !kind.Paced || k.Guardrail.V || definition.Aggregate == metric.AggregateSum || r.slow(k) > 0 {
			continue
		}
		same := standing(since(r.Heard(k), begin(k)))
		if len(same) < frozen || same[0].Note.V != "" || same[0].BlockedBy.V != "" {
			continue
		}
		if score := r.outcome(k, r.Heard(k)).Score; score != nil && score.Cmp(metric.Int(1)) >= 0 {
			continue
		}
		newest, oldest := same[0], same[len(same)-1]
		certainty := ""
		if newest.Confidence.Written() {
			certainty = " and confidence " + newest.Confidence.V.String()
		}
		say(OnKeyResult(k).At(newest.Value.Span).Says(
			named(k.Title)+" stands at "+newest.Value.String()+certainty+" in every check-in since "+oldest.Date.V.String(),
			"Is the number too slow, or is the bet wrong? Say what you are waiting for in a `note:` on the check-in of "+newest.Date.V.String()+
				", or watch something that moves earlier as well."))
	}
}

// standing are the check-ins that say the same as the last one, the newest first.
// Confidence alone that says otherwise ends the row.
func standing(checkIns []okr.CheckIn) []*okr.CheckIn {
	var same []*okr.CheckIn
	for i := range slices.Backward(checkIns) {
		c := &checkIns[i]
		if len(same) > 0 && !alikeConfidence(c, same[0]) {
			break
		}
		if c.Value == nil {
			continue
		}
		if len(same) > 0 && !c.Value.Equal(*same[0].Value) {
			break
		}
		if len(same) == 0 || c.Date.V < same[len(same)-1].Date.V {
			same = append(same, c)
		}
	}
	return same
}

func alikeConfidence(a, b *okr.CheckIn) bool {
	return a.Confidence.Written() == b.Confidence.Written() && a.Confidence.V.Equal(b.Confidence.V)
}
