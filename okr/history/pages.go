package history

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"
	"sync"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/origin"
)

// pages are the contents that documents have had, each once.
type pages struct {
	mu     sync.Mutex
	byHash map[origin.Hash]*page
}

// page is one content.
type page struct {
	identity        // empty where no wanted cycle needs it, or it is hidden
	hidden   bool   // it does not show of which team and cycle it is
	says     string // the cycle that it shows, also where nobody needs it
	renames  bool   // the word `was` stands somewhere in it
	name     string // of a file that had it
	blob     origin.Hash

	mu       sync.Mutex
	data     []byte // let go of when it was parsed
	parsed   bool
	document *okr.Document // nil where the content is no document
}

// page is a content by its hash, read where it was not read yet.
func (p *Past) page(blob origin.Hash, name string) (*page, error) {
	p.pages.mu.Lock()
	known := p.pages.byHash[blob]
	p.pages.mu.Unlock()
	if known != nil {
		return known, nil
	}
	data, err := p.repository.Blob(blob)
	if err != nil {
		return nil, err
	}
	made := &page{name: name, blob: blob}
	team, cycle := load.Identity(name, data)
	made.hidden = team == "" || cycle == ""
	if !made.hidden {
		made.says = strings.Clone(cycle)
	}
	if c := p.cycle(cycle); c != nil && !made.hidden {
		made.identity = identity{strings.Clone(team), c.ID}
		made.data, made.says = data, c.ID
		made.renames = bytes.Contains(data, []byte("was"))
	}
	p.pages.mu.Lock()
	defer p.pages.mu.Unlock()
	if known := p.pages.byHash[blob]; known != nil {
		return known, nil // somebody else was quicker
	}
	p.pages.byHash[blob] = made
	return made, nil
}

// parsed is the document of a content, without its links; nil for no content.
func (p *Past) parsed(g *page) *okr.Document {
	if g == nil {
		return nil
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if !g.parsed {
		g.parsed = true
		if g.data != nil {
			g.document = p.single.Document(g.name, g.data)
		}
		g.data = nil
	}
	return g.document
}

// text is the bytes of a content, read again where they were let go of.
func (p *Past) text(g *page) ([]byte, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.data != nil {
		return g.data, nil
	}
	return p.repository.Blob(g.blob)
}

// listed is a document of a commit.
type listed struct {
	name string
	*page
}

// files are all that may be documents in a commit, by name.
func (p *Past) files(commit origin.Hash) ([]listed, error) {
	if err := p.ctx.Err(); err != nil {
		return nil, err
	}
	snapshot, err := p.repository.At(commit)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var found []listed
	err = fs.WalkDir(snapshot, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir():
			if !p.single.Enters(name) {
				return fs.SkipDir
			}
			return nil
		case !entry.Type().IsRegular() || !p.single.Is(name):
			return nil
		}
		blob, err := snapshot.Hash(name)
		if err != nil {
			return err
		}
		g, err := p.page(blob, name)
		if err != nil {
			return err
		}
		found = append(found, listed{name, g})
		return nil
	})
	return found, err
}
