package cli

import (
	"errors"
	"io/fs"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/origin"
	"github.com/okrs-as-code/okrs/okr/report"
)

// side is one of two states of a workspace that are compared.
type side struct {
	files  fs.FS // nil where it has no okr.yaml
	commit *origin.Commit
	name   string // how it was asked for
}

// revision is the commit for reports; the zero value for what is on the disk or in
// the index.
func (s *side) revision() report.Revision {
	if s.commit == nil {
		return report.Revision{}
	}
	return report.Revision{Hash: s.commit.Hash.String(), Name: s.name}
}

// sides are the two states that an argument such as main..HEAD means.
func (p *place) sides(argument string, cached bool) (before, after *side, err error) {
	if _, err := p.gitRepository(); err != nil {
		return nil, nil, gitFailure(p.env, "diff", p.root, err)
	}
	base, head, two := strings.Cut(argument, "..")
	fork := false // compare with where the two parted
	if two {
		head, fork = strings.CutPrefix(head, ".")
		if base == "" {
			base = "HEAD"
		}
		if head == "" {
			head = "HEAD"
		}
	}
	switch {
	case two && cached:
		return nil, nil, failed("leave out one of the two", "--cached compares with what is staged, and %s names another end", argument)
	case two:
		after, err = p.sideAt(head)
	case cached:
		after, err = p.staged()
	default:
		after = &side{files: p.system, name: "the working tree"}
	}
	if err != nil {
		return nil, nil, err
	}
	switch {
	case base == "" && cached:
		before, err = p.sideAt("HEAD")
	case base == "":
		before, err = p.sideOfDefault()
	case fork:
		before, err = p.forked(base, after)
	default:
		before, err = p.sideAt(base)
	}
	return before, after, err
}

// sideAt is a commit.
func (p *place) sideAt(rev string) (*side, error) {
	commit, err := p.history.Resolve(rev)
	if err != nil {
		return nil, gitFailure(p.env, "diff", p.root, err)
	}
	return p.sideOf(commit, rev)
}

func (p *place) sideOf(commit *origin.Commit, name string) (*side, error) {
	s := &side{commit: commit, name: name}
	there, err := p.at(commit, name)
	switch {
	case err == nil:
		s.files = there.system
	case !errors.Is(err, fs.ErrNotExist):
		return nil, gitFailure(p.env, "diff", p.root, err)
	}
	return s, nil
}

// sideOfDefault is where the work left the default branch.
func (p *place) sideOfDefault() (*side, error) {
	name, _, err := p.history.DefaultBranch()
	if err != nil {
		return nil, failed("name what to compare with, as in okr diff HEAD", "no branch is known that the work began on: %v", cause(err))
	}
	commit, err := p.mergeBase("diff", name)
	if err != nil {
		return nil, err
	}
	return p.sideOf(commit, name)
}

// forked is where another line and the given side parted.
func (p *place) forked(base string, after *side) (*side, error) {
	other, err := p.history.Resolve(base)
	if err != nil {
		return nil, gitFailure(p.env, "diff", p.root, err)
	}
	commit, err := p.history.MergeBase(other.Hash, after.commit.Hash)
	if err != nil {
		return nil, gitFailure(p.env, "diff", p.root, err)
	}
	return p.sideOf(commit, base)
}

// staged is what the next commit would have.
func (p *place) staged() (*side, error) {
	files, err := p.history.Staged()
	if err != nil {
		return nil, gitFailure(p.env, "--cached", p.root, err)
	}
	s := &side{name: "the index"}
	if _, err := fs.Stat(files, workspaceFile); err == nil {
		s.files = files
	}
	return s, nil
}

// date is the day on which both sides are read: that of the newer commit, or the
// given one where files of today are compared.
func (s *side) date(today okr.Date) okr.Date {
	if s.commit == nil {
		return today
	}
	return okr.DateOf(s.commit.When)
}
