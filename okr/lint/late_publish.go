package lint

import (
	"sync"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var latePublish = Rule{
	Rule: diag.Rule{ID: "late-publish", Category: diag.Cadence, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "Objectives that were published when the grace of their cycle was over."},
	Why: "A plan that is agreed on in the middle of a quarter describes what has already happened, " +
		"and nobody else could plan with it. A smaller set on time is worth more than a complete one later.",
	Source: "Google's guide on OKRs (set and shared before the quarter begins); practice of quarterly planning",
	About:  Files,
	Needs:  Past,
	Bad:    []string{neighbours + lateLoans + laterLoans()},
	Good: []string{
		neighbours + publishedLoans + laterLoans(),
		"\n-- the tag okr/2026-Q3 of 2026-07-14 --" + publishedLoans + laterLoans(),
	},
	Since: edition,
	Check: checkLatePublish,
}

// lateLoans is a document that came when the grace was over.
const lateLoans = "\n-- okrs/2026-Q3/data.yaml as committed on 2026-07-20 --\n" + loans

// neighbours is what another team had published in time.
const neighbours = `
-- okrs/2026-Q3/payments.yaml as committed on 2026-07-01 --
version: 1
team: payments
cycle: 2026-Q3
objectives:
  - id: fair-bills
    title: Households understand what they pay for
    commitment: aspirational
    why_now: The tariffs change for everybody in October
    key_results:
      - id: questions
        title: Questions about a bill fall from 14 to 6 per 1000 bills
        metric: {unit: questions per 1000 bills, baseline: 14, target: 6, source: support desk}
        check_ins:
          - {date: 2026-07-01, value: 14, confidence: 5}
          - {date: 2026-07-22, value: 12, confidence: 5}
          - {date: 2026-08-10, value: 10, confidence: 6}
      - id: on-time
        title: Bills that households find right the first time rise from 91 to 97 percent
        metric: {unit: percent, baseline: 91, target: 97, source: corrections ledger}
        check_ins:
          - {date: 2026-07-01, value: 91, confidence: 5}
          - {date: 2026-07-22, value: 92, confidence: 5}
          - {date: 2026-08-10, value: 94, confidence: 6}`

// checkLatePublish speaks while there is something to be done: the past cannot be
// published earlier. A tag is set for all teams, so that a late one is told once.
func checkLatePublish(r *Reading, say Say) {
	told, remembers := make(map[*okr.Cycle]bool), r.remembers()
	for d := range r.Documents(okr.Running, okr.Closing) {
		if r.Workspace.Document(d.TeamID.V, d.CycleID.V) != d {
			continue
		}
		by, basis := d.Cycle.PublishBy(), r.basis(d.Cycle)
		if basis.By == okr.ByTag && basis.On > by {
			if !told[d.Cycle] {
				told[d.Cycle] = true
				say(Remark{File: r.Workspace.File, Cycle: d.Cycle}.Says(
					d.Cycle.ID+" was published on "+basis.On.String()+", "+inDays(basis.On-by)+" after its definitions should have been settled",
					"Nothing is lost: what is agreed is published now. For the next cycle publish what is agreed by the end of the grace, and add the rest as it comes."))
			}
			by = basis.On
		}
		if on, committed := r.firstSeen(d); on > by && !r.beginsLater(d, by) && (!basis.On.IsZero() && basis.On < on || remembers(on)) {
			message := d.Address() + " came on " + on.String() + ", " + inDays(on-by) + " after the definitions of the cycle should have been settled"
			if !committed {
				message = d.Address() + " is not committed yet, and the definitions of the cycle should have been settled by " + by.String()
			}
			say(OnDocument(d).Says(message,
				"Keep what is agreed and can still be reached by "+d.Cycle.End.String()+"; what joins later says so with `starts`. A team that was founded since begins with a smaller set, and writes `starts` as well."))
		}
	}
}

// firstSeen is the day on which a document came; the date of the reading for one
// that is not committed yet.
func (r *Reading) firstSeen(d *okr.Document) (on okr.Date, committed bool) {
	if versions := r.versions(d.TeamID.V, d.CycleID.V); len(versions) > 0 {
		return versions[0].On, true
	}
	return r.At, false
}

// beginsLater reports whether all that a document promises says itself that it begins
// after a day: a team that was founded in the middle of a cycle, for instance.
func (r *Reading) beginsLater(d *okr.Document, by okr.Date) bool {
	found := false
	for _, o := range d.Objectives {
		for _, k := range o.KeyResults {
			if k.Body == nil || k.IsRef() {
				continue
			}
			if k.Starts.V <= by {
				return false
			}
			found = true
		}
	}
	return found
}

// remembers gives whether anything is known of the time before a day. The first
// commit of all brings what was kept elsewhere before.
func (r *Reading) remembers() func(on okr.Date) bool {
	earliest := sync.OnceValue(func() okr.Date {
		earliest := r.At
		for _, d := range r.Workspace.Documents {
			if versions := r.versions(d.TeamID.V, d.CycleID.V); len(versions) > 0 {
				earliest = min(earliest, versions[0].On)
			}
		}
		return earliest
	})
	return func(on okr.Date) bool { return earliest() < on }
}
