package cli

import (
	"context"
	"errors"
	"io/fs"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/history"
	"github.com/okrs-as-code/okrs/okr/origin"
	"github.com/okrs-as-code/okrs/okr/report"
)

// past is what git knows of a workspace, for one reading.
type past struct {
	known  *history.Past // nil where there is none
	extent report.History
	reason string // why there is none, or not all of it; empty where there is

	progress *progress
}

// History is what readings take: nil where there is none.
func (p *past) History() okr.History {
	if p.known == nil {
		return nil
	}
	return p.known
}

// past reads what git knows about cycles. No repository, one without the workspace
// and one that was cloned in part are no errors: then there is no history, and the
// reason says why.
func (p *place) past(cycles []*okr.Cycle, whole bool) (*past, error) {
	progress := p.env.progress("reading history", "commits")
	known, err := p.historyOf(history.Options{Cycles: cycles, Whole: whole, Version: release, Progress: progress.show})
	if err != nil {
		return withoutPast(err)
	}
	return &past{known: known, extent: report.FullHistory, progress: progress}, nil
}

func (p *place) historyOf(options history.Options) (*history.Past, error) {
	repository, err := p.gitRepository()
	if err != nil {
		return nil, err
	}
	head, err := p.head()
	if err != nil {
		return nil, err
	}
	options.Head = head.Hash
	return history.Read(context.Background(), repository, p.system, options)
}

// withoutPast tells a past that is not there from one that cannot be read.
func withoutPast(err error) (*past, error) {
	var unsupported *origin.UnsupportedError
	var missing *origin.MissingError
	switch {
	case errors.Is(err, history.ErrShallow):
		return &past{extent: report.ShallowHistory, reason: err.Error()}, nil
	case errors.As(err, &missing):
		return &past{extent: report.ShallowHistory, reason: missing.Error()}, nil
	case errors.Is(err, origin.ErrNoRepository):
		return &past{extent: report.NoHistory, reason: "there is no git repository here"}, nil
	case errors.Is(err, origin.ErrNoCommit), errors.Is(err, history.ErrUncommitted), errors.Is(err, fs.ErrNotExist):
		return &past{extent: report.NoHistory, reason: "the workspace is not committed yet"}, nil
	case errors.As(err, &unsupported):
		return &past{extent: report.NoHistory, reason: unsupported.Error()}, nil
	}
	return nil, failed("", "%v", err)
}

// reading makes something of the past, and makes it again without one where it turns
// out that this clone lacks what the past is made of.
func (p *past) reading(read func(okr.History) error) error {
	err := read(p.History())
	if p.known == nil {
		return err
	}
	p.progress.clear()
	if p.known.Err() == nil {
		return err
	}
	less, err := withoutPast(p.known.Err())
	if err != nil {
		return err
	}
	*p = *less
	return read(nil)
}
