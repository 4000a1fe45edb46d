package cli

import (
	"errors"
	"io/fs"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/history"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/origin"
	"github.com/okrs-as-code/okrs/okr/report"
)

// mergeBase is where what is read left the line of another revision: changes that the
// other line has made since are not ours.
func (p *place) mergeBase(flag, rev string) (*origin.Commit, error) {
	repository, err := p.gitRepository()
	if err != nil {
		return nil, gitFailure(p.env, flag, p.root, err)
	}
	other, err := repository.Resolve(rev)
	if err != nil {
		return nil, gitFailure(p.env, flag, p.root, err)
	}
	head, err := p.head()
	if err != nil {
		return nil, gitFailure(p.env, flag, p.root, err)
	}
	base, err := repository.MergeBase(other.Hash, head.Hash)
	if errors.Is(err, origin.ErrUnrelated) {
		return nil, failed("in a workflow set fetch-depth: 0, so that the whole history is there",
			"%s %q: it has no commit in common with what is read", flag, rev)
	}
	if err != nil {
		return nil, gitFailure(p.env, flag, p.root, err)
	}
	return base, nil
}

// at is the same workspace in a commit. Where the commit has none, the error is
// fs.ErrNotExist.
func (p *place) at(commit *origin.Commit, name string) (*place, error) {
	repository, err := p.gitRepository()
	if err != nil {
		return nil, err
	}
	files, err := repository.At(commit.Hash)
	if err != nil {
		return nil, err
	}
	if _, err := fs.Stat(files, workspaceFile); err != nil {
		return nil, err
	}
	other := *p
	other.system, other.commit, other.revision = files, commit, name
	return &other, nil
}

// without leaves out of what lint says what it said of the merge base with a
// revision: by rule, subject and count, so that moved lines change nothing. What breaks
// the form of a file is told however old it is.
func (p *place) without(read *linted, rev string, at okr.Date, only func(diag.Rule) bool) error {
	base, err := p.mergeBase("--since", rev)
	if err != nil {
		return err
	}
	read.since = &report.Since{Revision: report.Revision{Hash: base.Hash.String(), Name: rev}}
	there, err := p.foundAt(base, rev, read.past.known, at, only)
	if err != nil {
		return err
	}
	var fresh []diag.Finding
	for _, f := range read.findings {
		if there[f.Fingerprint] && !f.Suppressed() && f.Class != diag.ClassForm {
			read.since.Known++
			continue
		}
		fresh = append(fresh, f)
	}
	read.findings = fresh
	return nil
}

// foundAt are the fingerprints of what lint says of a commit, at the same date: what
// time alone brings is nobody's change.
func (p *place) foundAt(base *origin.Commit, name string, like *history.Past, at okr.Date, only func(diag.Rule) bool) (map[string]bool, error) {
	there := make(map[string]bool)
	before, err := p.at(base, name)
	if errors.Is(err, fs.ErrNotExist) {
		return there, nil // the workspace is new, and so is all that is said of it
	}
	if err != nil {
		return nil, gitFailure(p.env, "--since", p.root, err)
	}
	before.like = like
	result, err := load.Workspace(before.system, load.Options{AsOf: at, Version: release})
	if err != nil {
		return nil, before.unreadable(err)
	}
	read, err := before.lint(result, at, only)
	if err != nil {
		return nil, err
	}
	for _, f := range read.findings {
		if !f.Suppressed() {
			there[f.Fingerprint] = true
		}
	}
	return there, nil
}
