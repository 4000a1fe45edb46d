package history

import (
	"errors"
	"slices"
	"sort"
	"sync"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/origin"
)

// line is the commits on which cycles are published: those of the default branch,
// from where the commit that is read left it.
type line struct {
	once    sync.Once
	commits []*origin.Commit // newest first
	err     error

	adoption sync.Once
	arrivals map[string][]int // by cycle, the places on the line of commits that brought documents, newest first
	failure  error
}

// onLine are the commits on the line, as far back as the wanted cycles need.
func (p *Past) onLine() ([]*origin.Commit, error) {
	p.line.once.Do(func() { p.line.commits, p.line.err = p.readLine() })
	return p.line.commits, p.line.err
}

func (p *Past) readLine() ([]*origin.Commit, error) {
	until := p.options.Cycles[0].PublishBy()
	for _, c := range p.options.Cycles {
		until = min(until, c.PublishBy())
	}
	base, err := p.base()
	if err != nil {
		return nil, err
	}
	var commits []*origin.Commit
	for commit, err := range p.repository.Commits(p.ctx, base) {
		if err != nil {
			return nil, err
		}
		commits = append(commits, commit)
		if okr.DateOf(commit.When) <= until {
			break
		}
	}
	return commits, nil
}

// base is where the commit that is read left the default branch; itself where no
// default branch is known, or it has nothing to do with it.
func (p *Past) base() (origin.Hash, error) {
	head := p.options.Head
	_, main, err := p.repository.DefaultBranch()
	var unknown *origin.RevisionError
	switch {
	case errors.As(err, &unknown) && unknown.Unknown:
		return head, nil
	case err != nil:
		return origin.Hash{}, err
	case main.Hash == head:
		return head, nil
	}
	base, err := p.repository.MergeBase(main.Hash, head)
	if errors.Is(err, origin.ErrUnrelated) {
		return head, nil
	}
	if err != nil {
		return origin.Hash{}, err
	}
	return p.onDefault(main.Hash, base.Hash)
}

// onDefault is the newest commit that the default branch itself was and that the
// commit which is read descends from. That is where the two meet, unless they meet
// on a branch that was merged since: what a branch was before its merge had not
// been published.
func (p *Past) onDefault(main, meeting origin.Hash) (origin.Hash, error) {
	var was []origin.Hash // newest first
	for commit, err := range p.repository.Commits(p.ctx, main) {
		if err != nil {
			return origin.Hash{}, err
		}
		if commit.Hash == meeting {
			return meeting, nil
		}
		was = append(was, commit.Hash)
	}
	i, err := p.newestBefore(was, p.options.Head)
	if i == len(was) {
		return meeting, err
	}
	return was[i], err
}

// newestBefore is the place of the first of commits, each the parent of the one
// before, that is in the history of another one or is it; their number where none is.
func (p *Past) newestBefore(newestFirst []origin.Hash, of origin.Hash) (int, error) {
	var failure error
	i := sort.Search(len(newestFirst), func(i int) bool {
		is, err := p.repository.IsAncestor(newestFirst[i], of)
		failure = errors.Join(failure, err)
		return is
	})
	return i, failure
}

// fromLine takes the state from the line.
func (s *state) fromLine(p *Past) error {
	s.basis = okr.Basis{By: okr.ByAmendments}
	commits, err := p.onLine()
	if err != nil {
		return err
	}
	settled := slices.IndexFunc(commits, func(c *origin.Commit) bool { return okr.DateOf(c.When) <= s.cycle.PublishBy() })
	if settled >= 0 {
		publishes, err := p.publishes(commits[settled].Hash, s.cycle.ID)
		if err != nil {
			return err
		}
		if publishes {
			s.take(commits[settled])
			return nil
		}
	} else {
		settled = len(commits)
	}
	return s.adopted(p, commits[:settled])
}

// adopted takes the oldest of the commits that has documents of the cycle: a team
// that begins in the middle of a quarter has published then.
func (s *state) adopted(p *Past, commits []*origin.Commit) error {
	arrivals, err := p.arrivals()
	if err != nil {
		return err
	}
	for _, place := range slices.Backward(arrivals[s.cycle.ID]) {
		if place < len(commits) {
			s.take(commits[place])
			break
		}
	}
	return nil
}

func (s *state) take(c *origin.Commit) {
	s.commit = c.Hash
	s.basis = okr.Basis{By: okr.ByHistory, Revision: c.Hash.String(), On: okr.DateOf(c.When)}
}

// arrivals are the places on the line at which documents of each cycle came or changed.
func (p *Past) arrivals() (map[string][]int, error) {
	l := &p.line
	l.adoption.Do(func() {
		l.arrivals = make(map[string][]int)
		var events []event
		if events, l.failure = p.changes(l.commits[0].Hash, len(l.commits)); l.failure != nil {
			return
		}
		for _, e := range events {
			if e.page == nil || e.page.cycle == "" {
				continue
			}
			known := l.arrivals[e.page.cycle]
			if len(known) == 0 || known[len(known)-1] != e.place {
				l.arrivals[e.page.cycle] = append(known, e.place)
			}
		}
	})
	return l.arrivals, l.failure
}
