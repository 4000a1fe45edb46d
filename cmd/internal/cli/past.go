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

	// less says that there is a history, and that this clone lacks it or that it cannot
	// be read.
	less bool

	env      Env
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
func (p *place) past(cycles []*okr.Cycle, whole bool) *past {
	progress := p.env.progress("reading history", "commits")
	known, err := p.historyOf(history.Options{Cycles: cycles, Whole: whole, Version: release, Progress: progress.show})
	if err != nil {
		return p.env.withoutPast(err)
	}
	return &past{known: known, extent: report.FullHistory, env: p.env, progress: progress}
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
	options.Head, options.Like = head.Hash, p.like
	return history.Read(context.Background(), repository, p.system, options)
}

// withoutPast is a past of which nothing is known, and why. A repository that is
// damaged, or kept in a form that is not read here, is no reason to do without the rest.
func (e Env) withoutPast(err error) *past {
	var missing *origin.MissingError
	var unsupported *origin.UnsupportedError
	none := &past{extent: report.NoHistory, env: e}
	switch {
	case errors.Is(err, origin.ErrNoRepository):
		none.reason = "there is no git repository here"
	case errors.Is(err, origin.ErrNoCommit), errors.Is(err, history.ErrUncommitted), errors.Is(err, fs.ErrNotExist):
		none.reason = "the workspace is not committed yet"
	case errors.Is(err, history.ErrShallow):
		none.extent, none.less, none.reason = report.ShallowHistory, true, err.Error()
	case errors.As(err, &missing):
		none.extent, none.less, none.reason = report.ShallowHistory, true, missing.Error()
	case errors.As(err, &unsupported):
		none.less, none.reason = true, unsupported.Error()
	default:
		none.less, none.reason = true, "git cannot be read: "+cause(err).Error()
	}
	return none
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
	*p = *p.env.withoutPast(p.known.Err())
	return read(nil)
}

// tell says once what a reader of scores would not expect of the past.
func (p *past) tell() {
	if p.less {
		p.env.note("official scores follow the amendments in the files alone, because %s", p.reason)
	}
	if p.known == nil {
		return
	}
	for _, stray := range p.known.Strays() {
		p.env.note("the tag %s stands on %s, which is not in the history of what is read; it publishes nothing here", stray.Tag, stray.Revision[:8])
	}
}

// bygone are the cycles of which only the past since a day has documents.
func bygone(ws *okr.Workspace, past *past, since okr.Date) []*okr.Cycle {
	if past.known == nil {
		return nil
	}
	var cycles []*okr.Cycle
	for _, id := range past.known.Others(since) {
		if c, ok := ws.Settings.Calendar.Cycle(id); ok {
			cycles = append(cycles, c)
		}
	}
	return cycles
}

// knows reports whether a cycle was published, though it may have no documents today.
func (p *place) knows(cycle *okr.Cycle) bool {
	known := p.past([]*okr.Cycle{cycle}, false).known
	return known != nil && known.Basis(cycle).Revision != ""
}
