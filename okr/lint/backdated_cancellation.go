package lint

import (
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/metric"
)

var backdatedCancellation = Rule{
	Rule: diag.Rule{ID: "backdated-cancellation", Category: diag.Cadence, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A cancellation that came late in its cycle with a date early in it."},
	Why: "What is given up early counts nowhere, since a team should be free to stop; what is given up late counts as far as it got, " +
		"so that nobody cancels what goes badly. A date that is set back turns the one into the other, and the score rises without anything having happened.",
	Source: "Accounting, where an entry bears the day on which it is made; What Matters (to stop, and to say so at once)",
	About:  Files,
	Needs:  Past,
	Bad:    []string{harvestBegun + harvestEnds("{date: 2026-05-04, reason: The cold store broke down}")},
	Good: []string{
		harvestBegun + harvestEnds("{date: 2026-06-24, reason: The cold store broke down}"),
		harvestBegun + strings.Replace(harvestEnds("{date: 2026-05-04, reason: The cold store broke down}"), "2026-06-29 --", "2026-05-08 --", 1) +
			harvestEnds("{date: 2026-05-04, reason: The cold store broke down}"),
	},
	Since: edition,
	Check: checkBackdatedCancellation,
}

// harvestBegun is a quarter as it began.
const harvestBegun = `
-- okrs/2026-Q2/data.yaml as committed on 2026-04-08 --
` + harvest

const harvest = `version: 1
team: data
cycle: 2026-Q2
objectives:
  - id: whole-harvest
    title: What the gardens grow is eaten in the neighbourhood
    commitment: aspirational
    why_now: The gardens doubled their beds over the winter
    key_results:
      - id: shared
        title: Households that fetch a share rise from 30 to 70
        metric: {unit: households, baseline: 30, target: 70, source: pick-up list}
        check_ins:
          - {date: 2026-04-08, value: 30, confidence: 5}
      - id: spoiled
        title: Vegetables that spoil before they are fetched fall from 22 to 8 percent
        metric: {unit: percent, baseline: 22, target: 8, source: compost scale}
        check_ins:
          - {date: 2026-04-08, value: 22, confidence: 5}
      - id: cooked
        title: Meals that neighbours cook together rise from 3 to 10 a month
        metric: {unit: meals a month, baseline: 3, target: 10, source: kitchen calendar}
        check_ins:
          - {date: 2026-04-08, value: 3, confidence: 5}
`

// harvestEnds is the quarter at its end, with a key result that was given up.
func harvestEnds(cancelled string) string {
	return "-- okrs/2026-Q2/data.yaml as committed on 2026-06-29 --\n" + strings.NewReplacer(
		"value: 30, confidence: 5}", "value: 30, confidence: 5}\n          - {date: 2026-06-28, value: 61, confidence: 7}",
		"value: 22, confidence: 5}", "value: 22, confidence: 5}\n        cancelled: "+cancelled,
		"value: 3, confidence: 5}", "value: 3, confidence: 5}\n          - {date: 2026-06-28, value: 8, confidence: 7}",
	).Replace(harvest) + "retrospective: Cooking together brought the households; the cold store has to be our own\n"
}

// checkBackdatedCancellation looks at what is cancelled early in a cycle by its date,
// and finds the commit that said so first.
func checkBackdatedCancellation(r *Reading, say Say) {
	for c := range r.courses() {
		if !cancels(c.Document) {
			continue
		}
		since := r.givenUp(c)
		told := func(m Remark, title okr.Text, cancelled *okr.Cancellation) {
			on, known := since[m.Subject]
			if known && cancelled.Date.V <= r.At && on > cancelled.Date.V+slips && on <= r.open(c.Cycle) && r.late(c.Cycle, on) {
				say(r.backdated(m, title, cancelled.Date, on))
			}
		}
		for o := range c.Every() {
			if o.Cancelled != nil {
				told(OnObjective(o), o.Title, o.Cancelled)
			}
			for _, k := range o.KeyResults {
				if k.Body != nil && !k.IsRef() && k.Cancelled != nil {
					told(OnKeyResult(k), k.Title, k.Cancelled)
				}
			}
		}
	}
}

// cancels reports whether anything of a document is cancelled.
func cancels(d *okr.Document) bool {
	for o := range d.Every() {
		if o.Cancelled != nil || slices.ContainsFunc(o.KeyResults, func(k *okr.KeyResult) bool { return k.Body != nil && k.Cancelled != nil }) {
			return true
		}
	}
	return false
}

func (r *Reading) backdated(m Remark, title okr.Text, date okr.Day, on okr.Date) Remark {
	return m.At(date.Span).Says(
		named(title)+" is cancelled as of "+date.V.String()+", and that came on "+on.String()+", "+inDays(on-date.V)+
			" later: by its date it leaves the mean, and what is given up after "+r.Workspace.Settings.Scoring.CancelLateAfter.Percent(0)+" of "+m.Cycle.ID+" counts",
		"Write the day on which it was given up, as "+example("date: "+on.String())+": then it counts as far as it got. "+
			"If that was "+date.V.String()+" and it was only written down late, say so with "+example("# okr:allow backdated-cancellation because …")+".")
}

// late reports whether what is given up on a day of a cycle counts all the same.
func (r *Reading) late(cycle *okr.Cycle, on okr.Date) bool {
	share := metric.Ratio(int64(min(on, cycle.End)-cycle.Start)+1, int64(cycle.Days()))
	return share.Cmp(r.Workspace.Settings.Scoring.CancelLateAfter) > 0
}

// givenUp are the days since which objectives and key results, by their addresses of
// today, are said to have been cancelled early in the cycle. What was so when it
// was first seen is not among them.
func (r *Reading) givenUp(c course) map[string]okr.Date {
	since := make(map[string]okr.Date)
	going := make(map[string]bool)
	objectives, keyResults := c.formerObjectives(), r.formerNames(c)
	for _, s := range c.states {
		note := func(address, was string, cancelled *okr.Cancellation) {
			early := cancelled != nil && !r.late(c.Cycle, cancelled.Date.V)
			switch _, known := since[address]; {
			case !early:
				going[address] = true
				delete(since, address)
			case !known && (going[address] || r.wasGoing(c, was, s.on)):
				since[address] = s.on
			}
		}
		for o := range s.document.Every() {
			if now := objectives[o.Address()]; now != nil {
				note(now.Address(), o.Was.V, o.Cancelled)
			}
			for _, k := range o.KeyResults {
				if now := keyResults[o.Address()+"/"+k.ID.V]; now != nil && k.Body != nil && !k.IsRef() {
					note(now.Address(), k.Was.V, k.Cancelled)
				}
			}
		}
	}
	return since
}

// wasGoing reports whether something that a document got from another one went on
// there until a day.
func (r *Reading) wasGoing(c course, was string, until okr.Date) bool {
	a, err := okr.ParseAddress(was)
	if err != nil || a.Team == c.TeamID.V && a.Cycle == c.CycleID.V {
		return false
	}
	going := false
	for _, v := range r.versions(a.Team, a.Cycle) {
		if v.On > until || v.Document == nil {
			continue
		}
		o := v.Document.ObjectiveByID(a.Objective)
		switch {
		case o == nil:
		case a.KeyResult == "":
			going = o.Cancelled == nil || r.late(c.Cycle, o.Cancelled.Date.V)
		default:
			if k := o.KeyResultByID(a.KeyResult); k != nil && k.Body != nil {
				going = k.Cancelled == nil || r.late(c.Cycle, k.Cancelled.Date.V)
			}
		}
	}
	return going
}

// formerObjectives are the addresses under which the objectives of today's document
// stood in it before, each with today's.
func (c course) formerObjectives() map[string]*okr.Objective {
	names := make(map[string]*okr.Objective)
	for o := range c.Every() {
		names[o.Address()] = o
	}
	for i := len(c.states) - 1; i >= 0; i-- {
		for o := range c.states[i].document.Every() {
			now, former := names[o.Address()], formerly(c.Address(), o.Was.V)
			if now != nil && former != "" && names[former] == nil {
				names[former] = now
			}
		}
	}
	return names
}
