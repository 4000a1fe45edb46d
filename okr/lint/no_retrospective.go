package lint

import (
	"slices"
	"strconv"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
)

var noRetrospective = Rule{
	Rule: diag.Rule{ID: "no-retrospective", Category: diag.Cadence, Class: diag.ClassRules, Severity: diag.Warning,
		Summary: "A cycle that ended below its own line, and the team has not written what it takes from it."},
	Why: "Objectives are bets, and a bet that is not looked at again teaches nothing. " +
		"Ten minutes for three questions are enough: what did we believe, what happened, what do we set differently? " +
		"Where every miss says what it taught, no page of its own is needed.",
	Source: "Ben Lamorte; Christina Wodtke, Radical Focus",
	About:  Files,
	Bad:    []string{closingBad},
	Good:   []string{closingGood},
	Since:  edition,
	Check:  checkNoRetrospective,
}

// checkNoRetrospective leaves missed commitments to committed-miss-silent, which
// asks each of them what it taught.
func checkNoRetrospective(r *Reading, say Say) {
	open := make(map[*okr.Document][]*okr.KeyResult)
	for m := range r.misses() {
		d := m.Listed.Objective.Document
		if m.objective.Commitment == okr.Aspirational && d.Retrospective == nil && !learned(m.Listed.Outcome) {
			open[d] = append(open[d], m.Listed)
		}
	}
	for d := range r.Documents(okr.Closing, okr.Closed) {
		misses := open[d]
		if len(misses) == 0 {
			continue
		}
		what := named(misses[0].Title) + " ended below its line"
		if n := len(misses); n > 1 {
			what = strconv.Itoa(n) + " key results ended below their line, " + named(misses[0].Title) + " among them"
		}
		remark := OnDocument(d).Says(d.Cycle.ID+" is over, "+what+", and neither `learned` nor a retrospective says what it taught",
			"Take ten minutes together and add `retrospective: {believed: \"…\", happened: \"…\", change: \"…\"}` at the end of the file, "+
				"or `retrospective: {link: …}` where the notes are kept elsewhere.")
		remark.Related = make([]Relation, 0, len(misses))
		for _, k := range slices.Backward(misses) {
			remark.Related = append(remark.Related, Relation{"nothing is learned from " + named(k.Title) + " yet", d.File, placeOf(k.Title, k.ID)})
		}
		say(remark)
	}
}
