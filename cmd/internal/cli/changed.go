package cli

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing/fstest"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/origin"
)

// comparison is two sides and the documents in which they may differ. What is the same
// on both is read only where it has to do with what is not.
type comparison struct {
	place         *place
	before, after *side
	at            okr.Date
	single        *load.Single
	names         map[string]bool // of documents that are read
	all           bool            // okr.yaml differs, so that everything may
	results       [2]*load.Result
	// unread are documents that cannot be read on a side: what they meant is unknown,
	// and they are left out of both.
	unread   map[string]bool
	findings []diag.Finding // of the newer side
}

// compare finds what differs and reads it.
func (p *place) compare(before, after *side, at okr.Date) (*comparison, error) {
	c := &comparison{place: p, before: before, after: after, at: at, names: make(map[string]bool)}
	files := after.files
	if files == nil {
		files = before.files
	}
	if files == nil {
		return nil, failed("name the workspace with -C DIR", "neither side has an %s", workspaceFile)
	}
	var err error
	if c.single, err = load.NewSingle(files, load.Options{AsOf: at, Version: release}); err != nil {
		return nil, p.unreadable(err)
	}
	if err := c.differing(); err != nil {
		return nil, gitFailure(p.env, "diff", p.root, err)
	}
	return c, c.read()
}

// differing names the files that are not the same on both sides.
func (c *comparison) differing() error {
	if c.before.files == nil || c.after.files == nil {
		c.all = true
		return nil
	}
	if c.before.commit != nil && c.after.commit != nil {
		versions, err := c.place.history.Between(c.before.commit.Hash, c.after.commit.Hash, origin.WalkOptions{
			Match: func(name string) bool { return name == workspaceFile || c.single.Is(name) }, Enter: c.single.Enters,
		})
		for _, v := range versions {
			c.note(v.Path)
		}
		return err
	}
	before, err := c.hashes(c.before.files)
	if err != nil {
		return err
	}
	after, err := c.hashes(c.after.files)
	if err != nil {
		return err
	}
	for name, hash := range before {
		if after[name] != hash {
			c.note(name)
		}
	}
	for name := range after {
		if _, there := before[name]; !there {
			c.note(name)
		}
	}
	return nil
}

func (c *comparison) note(name string) {
	c.names[name] = true
	c.all = c.all || name == workspaceFile
}

// hashes are the contents of okr.yaml and of the documents by their names in git.
func (c *comparison) hashes(files fs.FS) (map[string]origin.Hash, error) {
	found := make(map[string]origin.Hash)
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir():
			if !c.single.Enters(name) {
				return fs.SkipDir
			}
			return nil
		case !entry.Type().IsRegular() || name != workspaceFile && !c.single.Is(name):
			return nil
		}
		found[name], err = hashOf(files, name)
		return err
	})
	return found, err
}

func hashOf(files fs.FS, name string) (origin.Hash, error) {
	if snapshot, ok := files.(*origin.Snapshot); ok {
		return snapshot.Hash(name)
	}
	data, err := fs.ReadFile(files, name)
	return origin.HashOf(data), err
}

// read reads both sides: what differs, then what has to do with it.
func (c *comparison) read() error {
	if err := c.load(); err != nil || !c.all && len(c.names) == 0 {
		return err
	}
	c.findings = c.results[1].Findings
	c.setAside()
	if !c.all {
		if err := c.search(c.related()); err != nil {
			return failed("", "the files cannot be read: %v", cause(err))
		}
	} else if len(c.unread) == 0 {
		return nil
	}
	return c.load()
}

// setAside finds the documents that cannot be read.
func (c *comparison) setAside() {
	c.unread = make(map[string]bool)
	for _, result := range c.results {
		read := make(map[string]bool)
		for _, d := range result.Workspace.Documents {
			read[d.File.Name] = true
		}
		for _, name := range result.Files[1:] { // behind okr.yaml
			if !read[name] {
				c.unread[name] = true
			}
		}
	}
}

// load reads the documents that were named, on both sides.
func (c *comparison) load() error {
	for i, s := range []*side{c.before, c.after} {
		files, err := c.part(s)
		if err != nil {
			return failed("", "the files cannot be read: %v", cause(err))
		}
		if c.results[i], err = load.Workspace(files, load.Options{
			AsOf: c.at, Version: release, Pick: func(name string) bool { return !c.unread[name] },
		}); err != nil {
			return c.place.unreadable(err)
		}
	}
	return nil
}

// part is the documents that are read of a side, under the okr.yaml of that side; of a
// side without one, that of the other side and no documents.
func (c *comparison) part(s *side) (fs.FS, error) {
	if c.all && s.files != nil {
		return s.files, nil
	}
	register := s
	switch {
	case s.files != nil:
	case s == c.before:
		register = c.after
	default:
		register = c.before
	}
	files := fstest.MapFS{} // a file system in memory, as the standard library has it
	take := func(from fs.FS, name string) error {
		data, err := fs.ReadFile(from, name)
		if err == nil {
			files[name] = &fstest.MapFile{Data: data}
		}
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	if err := take(register.files, workspaceFile); err != nil || s.files == nil {
		return files, err
	}
	for name := range c.names {
		if err := take(s.files, name); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// related are the words that a document has which leans on what differs or defines
// what that lists: for each document team/cycle, and the identity of those it names.
func (c *comparison) related() (wanted relations) {
	wanted = relations{mentions: make(map[string]bool), defines: make(map[string]bool)}
	for _, result := range c.results {
		for _, d := range result.Workspace.Documents {
			wanted.mentions[d.Address()] = true
			for o := range d.Every() {
				for _, k := range o.KeyResults {
					if k.IsRef() {
						wanted.define(k.Ref.Address.V)
					}
				}
			}
		}
	}
	return wanted
}

// relations are what to look for in documents that did not change.
type relations struct {
	mentions map[string]bool // addresses of documents that they may name
	defines  map[string]bool // addresses of documents that they may be
}

func (r *relations) define(address string) {
	if a, err := okr.ParseAddress(address); err == nil {
		r.defines[a.Team+"/"+a.Cycle] = true
	}
}

// search names the documents of the newer side, else of the older, that have to do
// with what differs. They are looked through and not parsed.
func (c *comparison) search(wanted relations) error {
	words := slices.Sorted(maps.Keys(wanted.mentions))
	s := c.after
	if s.files == nil {
		s = c.before
	}
	return fs.WalkDir(s.files, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir():
			if !c.single.Enters(name) {
				return fs.SkipDir
			}
			return nil
		case !entry.Type().IsRegular() || !c.single.Is(name) || c.names[name]:
			return nil
		}
		data, err := fs.ReadFile(s.files, name)
		if err != nil {
			return err
		}
		team, cycle := load.Identity(name, data)
		if wanted.defines[team+"/"+cycle] || mentions(data, words) {
			c.names[strings.Clone(name)] = true
		}
		return nil
	})
}

func mentions(data []byte, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return bytes.Contains(data, []byte(word)) })
}
