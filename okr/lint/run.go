package lint

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/cascade"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/language"
)

// Input is what a run looks at.
type Input struct {
	Workspace *okr.Workspace
	// Found are the findings of form and of meaning that reading the files gave.
	Found []diag.Finding
	// Allows are the comments of the files that silence rules.
	Allows []diag.Allow
	// Past is nil where there is no history: rules that need one do not run then. It is
	// asked by several goroutines at once.
	Past okr.History
	// Cycles are those that no document is about today and of which the past is known: of
	// them there may be documents that were deleted.
	Cycles []*okr.Cycle
	At     okr.Date

	// Language reads the sentences; it should know the names of the workspace.
	Language *language.Understanding
	// Only chooses the rules that run, and the findings of meaning that are told;
	// nil means all. Findings of form are always told.
	Only func(diag.Rule) bool
	// Workers is how many rules and documents are looked at at a time, from 1; 0
	// leaves it to the machine.
	Workers int
}

// Run is everything that is to be said about a workspace, in the order of files
// and places, with fingerprints. What comments silence is among it, marked. The
// same input gives the same findings, whatever the number of workers.
func Run(in Input) []diag.Finding {
	r := &Reading{Workspace: in.Workspace, Past: in.Past, At: in.At, Language: in.Language, bygone: in.Cycles, titles: newMemo[string, cascade.Bag]()}
	r.refused = refused(in.Found)
	rules := in.answerable(chosen(in.Only))
	remarks := r.ask(rules, in.Workers)
	s := newSeverities(in.Workspace, in.At)
	said := s.meaning(in.Found, in.Only)
	findings := append(s.place(withoutTwins(remarks, in.Found), in.Workers, len(said)), said...)
	findings = append(findings, s.configuration(in.Only)...)
	findings = append(findings, s.placeAll(wanted(s.unusedOverrides(in.Found), in.Only))...)
	findings = silence(findings, in, s)
	return diag.Finish(findings)
}

// chosen are the rules that run.
func chosen(only func(diag.Rule) bool) []Rule {
	rules := Rules()
	if only == nil {
		return rules
	}
	return slices.DeleteFunc(rules, func(rule Rule) bool { return !only(rule.Rule) })
}

// ask lets the rules look, several at a time, and gives what each job has said.
func (r *Reading) ask(rules []Rule, workers int) [][]Remark {
	type job func(Say)
	var jobs []job
	for i := range rules {
		if rule := &rules[i]; rule.Check != nil {
			jobs = append(jobs, func(say Say) {
				rule.Check(r, func(m Remark) {
					m.rule = rule
					say(m)
				})
			})
		}
	}
	speaking, known := bySign(rules), newSpokenAbout()
	const stretch = 16 // documents of a job
	for documents := range slices.Chunk(r.Workspace.Documents, stretch) {
		jobs = append(jobs, func(say Say) { r.readSentences(documents, speaking, known, say) })
	}
	piles := make([]pile, len(jobs))
	if workers < 1 {
		// A rule may wait for what another one reads for both; then a third one runs.
		workers = 2 * runtime.GOMAXPROCS(0)
	}
	each(len(jobs), workers, func(i int) { jobs[i](piles[i].add) })
	var answers [][]Remark
	for i := range piles {
		answers = append(answers, piles[i].parts...)
	}
	return answers
}

// pile is what a job says. It grows by new parts, since a remark is large to move.
type pile struct{ parts [][]Remark }

const (
	firstRemarks = 8
	mostRemarks  = 512 // of a part
)

func (p *pile) add(m Remark) {
	last := len(p.parts) - 1
	if last < 0 || len(p.parts[last]) == cap(p.parts[last]) {
		room := firstRemarks
		if last >= 0 {
			room = min(2*cap(p.parts[last]), mostRemarks)
		}
		p.parts = append(p.parts, make([]Remark, 0, room))
		last++
	}
	p.parts[last] = append(p.parts[last], m)
}

// each does n things, several at a time; 0 workers leaves it to the machine.
func each(n, workers int, do func(i int)) {
	if workers < 1 {
		workers = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(workers, n) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	group.Wait()
}
