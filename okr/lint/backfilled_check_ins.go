package lint

import (
	"slices"
	"strconv"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var backfilledCheckIns = Rule{
	Rule: diag.Rule{ID: "backfilled-check-ins", Category: diag.Cadence, Class: diag.ClassRules, Severity: diag.Info,
		Summary: "Three or more check-ins of past days that came all at once."},
	Why: "A check-in is worth most on its day, when something can still be done about what it says. " +
		"Many that arrive together are remembered and not read, and the curve looks as if somebody had watched.",
	Source: "Keeping of laboratory journals, where entries are made on the day",
	About:  Files,
	Needs:  Past,
	Bad: []string{publishedLoans + later(publishedLoans, "value: 38, confidence: 5}", `value: 38, confidence: 5}
          - {date: 2026-07-15, value: 39, confidence: 5}
          - {date: 2026-07-22, value: 40, confidence: 5}
          - {date: 2026-07-29, value: 41, confidence: 5}`)},
	Good: []string{publishedLoans + laterLoans("value: 38, confidence: 5}", `value: 38, confidence: 5}
          - {date: 2026-07-15, value: 39, confidence: 5}
          - {date: 2026-07-22, value: 40, confidence: 5}
          - {date: 2026-07-29, value: 41, confidence: 5, note: From the sheet at the loan desk; the library was closed for three weeks}
          - {date: 2026-08-07, value: 44, confidence: 6}`)},
	Since: edition,
	Check: checkBackfilledCheckIns,
}

// manyAtOnce is how many check-ins of past days are a batch.
const manyAtOnce = 3

// checkBackfilledCheckIns counts the check-ins that a commit adds to a document. Its
// first version may bring what was kept elsewhere before, and one note explains a batch.
func checkBackfilledCheckIns(r *Reading, say Say) {
	for c := range r.courses() {
		names := r.formerNames(c)
		open := r.open(c.Cycle)
		for i := 1; i < len(c.states) && c.states[i].on <= open; i++ {
			if c.states[i].checkIns() < c.states[i-1].checkIns()+manyAtOnce {
				continue
			}
			batch := added(c.states[i-1], c.states[i], names)
			if len(batch) < manyAtOnce || slices.ContainsFunc(batch, noted) {
				continue
			}
			first, last := batch[0], batch[0]
			for _, b := range batch[1:] {
				if b.now.Date.V < first.now.Date.V {
					first = b
				}
				if b.now.Date.V > last.now.Date.V {
					last = b
				}
			}
			m := OnKeyResult(first.of).At(first.now.Date.Span)
			m.Subject = c.Address()
			days := first.now.Date.V.String()
			if last.now.Date.V != first.now.Date.V {
				days += " to " + last.now.Date.V.String()
			}
			say(m.Says(strconv.Itoa(len(batch))+" check-ins of "+days+" came together on "+c.states[i].on.String(),
				"Keep what was really read on those days, and delete what was filled in. Say where the numbers come from in the `note` of one of them."))
		}
	}
}

// backfill is a check-in that came late, as it stands in the file now.
type backfill struct {
	of  *okr.KeyResult
	now *okr.CheckIn
}

// checkIns is how many check-ins a state has.
func (s state) checkIns() int {
	n := 0
	for o := range s.document.Every() {
		for _, k := range o.KeyResults {
			if k.Body != nil {
				n += len(k.CheckIns)
			}
		}
	}
	return n
}

// added are the check-ins that came long after their day with a state, as far as they
// are still there.
func added(before, after state, names map[string]*okr.KeyResult) []backfill {
	was := before.days(names)
	var batch []backfill
	for o := range after.document.Every() {
		for _, k := range o.KeyResults {
			now := names[o.Address()+"/"+k.ID.V]
			if k.Body == nil || k.IsRef() || now == nil {
				continue
			}
			for _, c := range k.CheckIns {
				if c.Date.V+slips >= after.on || was[now][c.Date.V] {
					continue
				}
				if i := slices.IndexFunc(now.CheckIns, func(other okr.CheckIn) bool { return other.Date.V == c.Date.V }); i >= 0 {
					batch = append(batch, backfill{now, &now.CheckIns[i]})
				}
			}
		}
	}
	return batch
}

// days are the days of the check-ins of a state, by today's key results.
func (s state) days(names map[string]*okr.KeyResult) map[*okr.KeyResult]map[okr.Date]bool {
	days := make(map[*okr.KeyResult]map[okr.Date]bool)
	for address, k := range s.defined() {
		now := names[address]
		if now == nil {
			continue
		}
		if days[now] == nil {
			days[now] = make(map[okr.Date]bool)
		}
		for _, c := range k.CheckIns {
			days[now][c.Date.V] = true
		}
	}
	return days
}

func noted(b backfill) bool { return b.now.Note.V != "" }
