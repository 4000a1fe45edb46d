package lint

import (
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

var editedAfterClose = Rule{
	Rule: diag.Rule{ID: "edited-after-close", Category: diag.Cadence, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A key result, an objective or a document of a closed cycle that was edited after the tag which closed it."},
	Why: "A closed quarter is what everybody remembers and calculates with, and the next targets were set on it. " +
		"What is found out later is worth telling, in the retrospective or in the next cycle; the numbers of the close stay what they were.",
	Source: "Accounting, where closed books stay closed",
	About:  Files,
	Needs:  Past,
	Bad:    []string{closedSpring + later(springAtClose, "value: 34, confidence: 7", "value: 38, confidence: 7")},
	Good:   []string{closedSpring + later(springAtClose, "retrospective: ", "retrospective: \"By a later count it was 38 in June. \" # ")},
	Since:  edition,
	Check:  checkEditedAfterClose,
}

// springAtClose is a quarter as it was when it was closed.
const springAtClose = `
-- okrs/2026-Q2/data.yaml as committed on 2026-07-10 --
version: 1
team: data
cycle: 2026-Q2
objectives:
  - id: seed-swap
    title: Gardeners grow what they got from each other
    commitment: aspirational
    why_now: Seeds are swapped in spring or not at all
    key_results:
      - id: sown
        title: Swapped seeds that are really sown rise from 20 to 40 percent
        metric: {unit: percent, baseline: 20, target: 40, source: garden survey}
        check_ins:
          - {date: 2026-04-08, value: 20, confidence: 5}
          - {date: 2026-05-13, value: 27, confidence: 6}
          - {date: 2026-06-29, value: 34, confidence: 7}
      - id: newcomers
        title: Gardeners who swap for the first time rise from 15 to 45
        metric: {unit: gardeners, baseline: 15, target: 45, source: swap list}
        check_ins:
          - {date: 2026-04-08, value: 15, confidence: 5}
          - {date: 2026-05-13, value: 29, confidence: 6}
          - {date: 2026-06-29, value: 41, confidence: 7}
retrospective: Neighbours bring neighbours; the posters brought nobody
`

// closedSpring is the quarter with the tag that closed it.
const closedSpring = springAtClose + "-- the tag okr/2026-Q2-closed of 2026-07-13 --\n"

// checkEditedAfterClose leaves out what other rules say of a closed cycle: what
// departs from the published definitions, and readings that came too late.
func checkEditedAfterClose(r *Reading, say Say) {
	told := r.toldElsewhere()
	for d := range r.Documents() {
		closing := r.closing(d.Cycle)
		if closing.By != okr.ByTag || !r.usable(d) || r.Workspace.Document(d.TeamID.V, d.CycleID.V) != d {
			continue
		}
		if then := r.Past.Closed(d.TeamID.V, d.CycleID.V); then != nil && !then.Outline {
			(&editing{closing: closing, told: told}).compare(then, d, say)
		}
	}
	missed := r.missed()
	for cycle := range r.cycles() {
		if closing := r.closing(cycle); closing.By == okr.ByTag {
			r.removedAfterClose(cycle, closing, missed, say)
		}
	}
}

// missed are the documents, by their addresses, of which something that was published
// is gone.
func (r *Reading) missed() map[string]bool {
	missed := make(map[string]bool)
	for _, p := range r.publications() {
		for _, c := range p.keyResults {
			if c.now == nil {
				missed[c.then.Objective.Document.Address()] = true
			}
		}
	}
	return missed
}

// removedAfterClose speaks of the documents of a closed cycle that are gone, but for
// those of which others say so.
func (r *Reading) removedAfterClose(cycle *okr.Cycle, closing okr.Basis, missed map[string]bool, say Say) {
	for _, t := range r.Workspace.Teams {
		if missed[t.ID.V+"/"+cycle.ID] || r.Workspace.Document(t.ID.V, cycle.ID) != nil || !r.comparable(t.ID.V, cycle.ID) {
			continue
		}
		then := r.Past.Closed(t.ID.V, cycle.ID)
		if then == nil || then.Outline {
			continue
		}
		m := OnTeam(r.Workspace, t)
		m.Subject, m.Cycle = t.ID.V+"/"+cycle.ID, cycle
		say(m.Says(t.ID.V+" had a document for "+cycle.ID+" when the cycle was closed on "+closing.On.String()+", and has none any more",
			"Bring "+example(then.File.Name)+" back: "+example("git show okr/"+cycle.ID+"-closed:./"+then.File.Name)+" prints it as it was closed."))
	}
}

// toldElsewhere are the changes of key results that other rules tell of.
func (r *Reading) toldElsewhere() map[*okr.KeyResult][]change {
	told := make(map[*okr.KeyResult][]change)
	for _, p := range r.publications() {
		for _, c := range p.keyResults {
			if c.now == nil {
				continue
			}
			changes := slices.Clone(c.departure.undeclared)
			for _, a := range c.departure.contradicted {
				changes = append(changes, a.change)
			}
			if len(changes) > 0 {
				told[c.now] = changes
			}
		}
	}
	return told
}

// editing compares a document with what it was when its cycle was closed.
type editing struct {
	closing okr.Basis
	told    map[*okr.KeyResult][]change
}

func (e *editing) compare(then, now *okr.Document, say Say) {
	before := make(map[string]*okr.Objective)
	for o := range then.Every() {
		before[o.ID.V] = o
	}
	for o := range now.Every() {
		was := before[o.ID.V]
		if was == nil {
			was = before[lastOf(o.Was.V)]
		}
		if was == nil {
			say(e.remark(OnObjective(o), o.Title, []edit{{words: "it was not there"}}))
			continue
		}
		if edits := e.objective(was, o); len(edits) > 0 {
			say(e.remark(OnObjective(o), o.Title, edits))
		}
		for _, k := range o.KeyResults {
			if k.Body == nil || k.IsRef() {
				continue
			}
			earlier := was.KeyResultByID(k.ID.V)
			if earlier == nil && k.Was.V != "" {
				earlier = was.KeyResultByID(lastOf(k.Was.V))
			}
			switch {
			case earlier == nil:
				say(e.remark(OnKeyResult(k), k.Title, []edit{{words: "it was not there"}}))
			case earlier.Body != nil && !earlier.IsRef():
				if edits := e.keyResult(earlier, k); len(edits) > 0 {
					say(e.remark(OnKeyResult(k), k.Title, edits))
				}
			}
		}
	}
}

func (e *editing) remark(m Remark, title okr.Text, edits []edit) Remark {
	const most = 3
	var words []string
	for i, edit := range edits {
		if i == most {
			words = append(words, "more")
			break
		}
		words = append(words, edit.words)
	}
	cycle := m.Cycle.ID
	return m.At(edits[0].span).Says(named(title)+" is not what it was when "+cycle+" was closed on "+e.closing.On.String()+": "+list(words),
		"Put it back: "+example("git show okr/"+cycle+"-closed:./"+m.File.Name)+" prints the file as it was closed. What was learned since belongs into `retrospective` or `outcome`.")
}

// edit is one thing that is different, in words, and where it is.
type edit struct {
	words string
	span  source.Span
}

func (e *editing) objective(then, now *okr.Objective) []edit {
	edits := e.words(then.Title, now.Title)
	for _, field := range objectiveFields() {
		before, _ := then.Field(field)
		after, _ := now.Field(field)
		if !okr.SameField(field, before, after) {
			edits = append(edits, edit{tell([]change{{field, before, after}}, ""), after.Span})
		}
	}
	return append(edits, cancelling(then.Cancelled, now.Cancelled)...)
}

func (e *editing) words(then, now okr.Text) []edit {
	if plain(then.V) == plain(now.V) {
		return nil
	}
	return []edit{{"the title was " + named(then), now.Span}}
}

func (e *editing) keyResult(then, now *okr.KeyResult) []edit {
	edits := e.words(then.Title, now.Title)
	d := departureOf(then, now, e.closing.On)
	changes := slices.Clone(d.undeclared)
	for _, a := range slices.Concat(d.declared, d.contradicted) {
		changes = append(changes, a.change)
	}
	for _, c := range changes {
		same := func(other change) bool { return other.field == c.field }
		if !slices.ContainsFunc(e.told[now], same) && !okr.SameField(c.field, c.before, c.after) {
			edits = append(edits, edit{tell([]change{c}, now.Metric.Unit.V), c.after.Span})
		}
	}
	edits = append(edits, cancelling(then.Cancelled, now.Cancelled)...)
	return append(edits, checkInEdits(then, now)...)
}

func cancelling(then, now *okr.Cancellation) []edit {
	switch {
	case then == nil && now != nil:
		return []edit{{"it was not cancelled", now.Span}}
	case then != nil && now == nil:
		return []edit{{words: "it was cancelled"}}
	case then != nil && (then.Date.V != now.Date.V || plain(then.Reason.V) != plain(now.Reason.V)):
		return []edit{{"it was cancelled on " + then.Date.V.String() + " with the reason " + named(then.Reason), now.Span}}
	}
	return nil
}

// checkInEdits are the edits of check-ins, by their days.
func checkInEdits(then, now *okr.KeyResult) []edit {
	cycle := now.Objective.Document.Cycle
	before, after := byDay(then), byDay(now)
	var edits []edit
	for _, day := range daysOf(before, after) {
		a, b := before[day], after[day]
		switch {
		case slices.EqualFunc(a, b, sameCheckIn), len(a) == 0 && day > cycle.End+okr.Date(cycle.Grace):
		case len(b) == 0:
			edits = append(edits, edit{words: "the check-in of " + day.String() + " is gone"})
		case len(a) < len(b):
			edits = append(edits, edit{"a check-in of " + day.String() + " was not there", b[len(b)-1].Date.Span})
		default:
			edits = append(edits, edit{"the check-in of " + day.String() + checkInChange(a, b), b[0].Date.Span})
		}
	}
	return edits
}

// checkInChange says what changed in the first check-in of a day that changed.
func checkInChange(a, b []okr.CheckIn) string {
	for i := range min(len(a), len(b)) {
		if x, y := a[i].Value, b[i].Value; x != nil && y != nil && !x.Equal(*y) {
			return " said " + x.String() + " and says " + y.String()
		}
	}
	return " was another"
}

func byDay(k *okr.KeyResult) map[okr.Date][]okr.CheckIn {
	days := make(map[okr.Date][]okr.CheckIn)
	for _, c := range k.CheckIns {
		days[c.Date.V] = append(days[c.Date.V], c)
	}
	return days
}

func daysOf(maps ...map[okr.Date][]okr.CheckIn) []okr.Date {
	var days []okr.Date
	for _, m := range maps {
		for day := range m {
			days = append(days, day)
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

func sameCheckIn(a, b okr.CheckIn) bool {
	sameValue := a.Value == nil && b.Value == nil || a.Value != nil && b.Value != nil && a.Value.Equal(*b.Value)
	sameConfidence := a.Confidence.Written() == b.Confidence.Written() && a.Confidence.V.Equal(b.Confidence.V)
	return sameValue && sameConfidence && plain(a.Note.V) == plain(b.Note.V)
}

// lastOf is the id at the end of a former name.
func lastOf(was string) string {
	for i := len(was) - 1; i >= 0; i-- {
		if was[i] == '/' {
			return was[i+1:]
		}
	}
	return was
}
