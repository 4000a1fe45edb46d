package cli

import (
	"cmp"
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

// ends are what an argument such as main..HEAD names.
type ends struct {
	base, head string // empty for the default
	two        bool   // whether head is a revision
	fork       bool   // compare with where the two parted
}

func endsOf(argument string) (e ends) {
	e.base, e.head, e.two = strings.Cut(argument, "..")
	if !e.two {
		return e
	}
	e.head, e.fork = strings.CutPrefix(e.head, ".")
	e.base, e.head = cmp.Or(e.base, "HEAD"), cmp.Or(e.head, "HEAD")
	return e
}

// sides are the two states that an argument means.
func (p *place) sides(argument string, cached bool) (before, after *side, err error) {
	repository, err := p.gitRepository()
	if err != nil {
		return nil, nil, p.diffFailure(err)
	}
	e := endsOf(argument)
	switch {
	case e.two && cached:
		return nil, nil, failed("leave out one of the two", "--cached compares with what is staged, and %s names another end", argument)
	case !e.two && repository.Bare():
		return nil, nil, failed("name two revisions, as in okr diff main~1..main", "a bare repository has no files on the disk to compare")
	case e.two:
		after, err = p.sideAt(e.head)
	case cached:
		after, err = p.staged()
	default:
		after = &side{files: p.system, name: "the working tree"}
	}
	if err != nil {
		return nil, nil, err
	}
	switch {
	case e.base == "" && cached:
		before, err = p.sideAt("HEAD")
	case e.base == "":
		before, err = p.sideOfDefault()
	case e.fork:
		before, err = p.forked(e.base, after)
	default:
		before, err = p.sideAt(e.base)
	}
	return before, after, err
}

// diffFailure says what kept git from giving us what is to be compared.
func (p *place) diffFailure(err error) error {
	switch {
	case errors.Is(err, origin.ErrNoRepository):
		return failed("run git init and commit, or name a folder of a repository with -C DIR",
			"there is no git repository in %s or any folder above, and so nothing to compare with", p.env.shown(p.root))
	case errors.Is(err, origin.ErrNoCommit):
		return failed("commit the files first", "there is no commit yet to compare with")
	case errors.Is(err, origin.ErrUnrelated):
		return failed("in a workflow set fetch-depth: 0, so that the whole history is there",
			"the two ends have no commit in common that is known here")
	}
	return gitFailure(p.env, "diff", p.root, err)
}

// sideAt is a commit.
func (p *place) sideAt(rev string) (*side, error) {
	commit, err := p.history.Resolve(rev)
	if err != nil {
		return nil, p.diffFailure(err)
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
		return nil, p.diffFailure(err)
	}
	return s, nil
}

// sideOfDefault is where the work left the default branch.
func (p *place) sideOfDefault() (*side, error) {
	name, _, err := p.history.DefaultBranch()
	switch {
	case err != nil && p.history.Shallow():
		return nil, failed("in a workflow set fetch-depth: 0, or name what to compare with, as in okr diff BASE",
			"this clone is shallow, and no branch is here that the work began on")
	case err != nil:
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
		return nil, p.diffFailure(err)
	}
	commit, err := p.history.MergeBase(other.Hash, after.commit.Hash)
	if err != nil {
		return nil, p.diffFailure(err)
	}
	return p.sideOf(commit, base)
}

// staged is what the next commit would have.
func (p *place) staged() (*side, error) {
	s := &side{name: "the index"}
	files, err := p.history.Staged()
	switch {
	case errors.Is(err, fs.ErrNotExist): // nothing is staged in the folder of okr.yaml
		return s, nil
	case err != nil:
		return nil, gitFailure(p.env, "--cached", p.root, err)
	}
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
