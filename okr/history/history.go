// Package history reads the past of a workspace from its repository: what was
// published for a cycle, every version of every document, and what a cycle was
// when it was closed. Readings take the result as a value and know nothing of git.
//
// A document is followed by what it says it is, its team and its cycle, and not by
// the name of its file. Every content is parsed once, and only when somebody asks
// for it.
package history

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/origin"
)

// ErrShallow says that the clone lacks the older part of its history, so that
// nobody can tell what was published.
var ErrShallow = errors.New("this clone is shallow: the older history is not here (fetch it with git fetch --unshallow; in a workflow set fetch-depth: 0)")

// ErrUncommitted says that the workspace was never committed.
var ErrUncommitted = errors.New("the workspace is not committed yet")

const workspaceFile = "okr.yaml"

// Options say whose past is read.
type Options struct {
	// Head is the commit that is read, or that the working tree stands on.
	Head origin.Hash
	// Cycles are those that the reading is about; of others nothing is known. History
	// is walked as far back as they were published and no further.
	Cycles []*okr.Cycle
	// Whole walks history to its beginning.
	Whole bool
	// Version is the program's own, for `requires`.
	Version string
	// Like is the past of another commit of the same workspace: contents that it has
	// read are not read again, where okr.yaml and the wanted cycles are the same.
	Like *Past
	// Progress is called now and then while history is walked, with the number of
	// commits so far.
	Progress func(commits int)
}

// Past is what the repository knows of the workspace. It is read when it is asked,
// by several goroutines at once if need be; Err tells afterwards what went wrong.
// A nil Past knows nothing.
type Past struct {
	ctx        context.Context
	repository *origin.Repository
	options    Options
	single     *load.Single
	register   []byte // okr.yaml as it is read

	mu     sync.Mutex
	err    error
	states map[string]*state // by cycle and what became of it
	strays map[string]okr.Stray

	pages *pages
	line  line
	walk  walk
}

// identity is what a document says it is.
type identity struct{ team, cycle string }

// Read prepares the past of a workspace. The repository is seen from the directory
// of okr.yaml, files is the workspace as it is read. It fails with ErrShallow and
// ErrUncommitted, and where the repository or okr.yaml cannot be read.
func Read(ctx context.Context, repository *origin.Repository, files fs.FS, options Options) (*Past, error) {
	snapshot, err := repository.At(options.Head)
	if err == nil {
		_, err = fs.Stat(snapshot, workspaceFile)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, ErrUncommitted
	case err != nil:
		return nil, fmt.Errorf("history: %w", err)
	case repository.Shallow():
		return nil, ErrShallow
	}
	register, err := fs.ReadFile(files, workspaceFile)
	if err != nil {
		return nil, fmt.Errorf("history: %w", err)
	}
	single, err := load.NewSingle(files, load.Options{Version: options.Version})
	if err != nil {
		return nil, err
	}
	p := &Past{
		ctx: ctx, repository: repository, options: options, single: single, register: register,
		states: make(map[string]*state), strays: make(map[string]okr.Stray),
	}
	if p.pages = p.shared(options.Like); p.pages == nil {
		p.pages = &pages{byHash: make(map[origin.Hash]*page)}
	}
	return p, nil
}

// shared are the contents that another past has read; nil where they may mean
// something else here.
func (p *Past) shared(other *Past) *pages {
	same := func(a, b *okr.Cycle) bool { return a.ID == b.ID }
	if other == nil || !bytes.Equal(other.register, p.register) || !slices.EqualFunc(other.options.Cycles, p.options.Cycles, same) {
		return nil
	}
	return other.pages
}

// Err is the first thing that went wrong while the past was read; what was asked
// then came out as if it had never been. It is nil where all went well.
func (p *Past) Err() error {
	if p == nil {
		return nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.err
}

func (p *Past) failed(err error) {
	if err == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.err == nil {
		p.err = fmt.Errorf("history: %w", err)
	}
}

// cycle is a wanted cycle by its id; nil for any other.
func (p *Past) cycle(id string) *okr.Cycle {
	if p == nil {
		return nil
	}
	for _, c := range p.options.Cycles {
		if c.ID == id {
			return c
		}
	}
	return nil
}
