package cli

import (
	"slices"
	"sync"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/lint"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/report"
)

// linted is what lint says of a workspace.
type linted struct {
	findings []diag.Finding
	asked    selection // what is spoken about
	past     *past
	// unanswered are the rules that did not look, for lack of history.
	unanswered []string
	// published are the addresses of the key results that were published.
	published func() map[string]bool
	only      func(diag.Rule) bool // the rules that were chosen; nil for all
	since     *report.Since        // nil where nothing was left out for having been there
}

// looked reports whether a rule, by its id, looked at the files.
func (l *linted) looked(id string) bool {
	if slices.Contains(l.unanswered, id) {
		return false
	}
	rule, known := lint.ByID(id)
	return !known || l.only == nil || l.only(rule.Rule)
}

// lint is everything that is said about a workspace; only chooses the rules.
func (p *place) lint(result *load.Result, at okr.Date, only func(diag.Rule) bool) (*linted, error) {
	understanding, err := p.understanding(result.Workspace)
	if err != nil {
		return nil, err
	}
	past := p.past(result.Workspace.Cycles, false)
	gone := bygone(result.Workspace, past, at-lint.LookBack)
	if len(gone) > 0 {
		past = p.past(append(slices.Clone(result.Workspace.Cycles), gone...), false)
	}
	read := &linted{past: past, asked: selection{files: result.Files, all: true}, only: only}
	err = past.reading(func(known okr.History) error {
		in := lint.Input{
			Workspace: result.Workspace, Cycles: gone, Found: result.Findings, Allows: result.Allows, Past: known, At: at, Language: understanding, Only: only,
		}
		read.findings, read.unanswered = lint.Run(in), lint.Unanswered(in)
		read.published = sync.OnceValue(func() map[string]bool { return lint.Published(in) })
		return nil
	})
	return read, err
}
