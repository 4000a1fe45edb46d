package cli

import (
	"errors"
	"io/fs"
	"testing/fstest"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/origin"
)

// read reads both sides: what differs, then what has to do with it.
func (c *comparison) read() error {
	if err := c.load(); err != nil {
		return err
	}
	c.formerly, c.findings = c.results[0].Findings, c.results[1].Findings
	c.setAside()
	if len(c.unread) > 0 {
		if err := c.load(); err != nil {
			return err
		}
	}
	if c.all || c.alone() {
		return nil
	}
	return c.relate()
}

// setAside finds the documents that cannot be read.
func (c *comparison) setAside() {
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
			return err
		}
		if c.results[i], err = load.Workspace(files, load.Options{
			AsOf: c.at, Version: release, Pick: func(name string) bool { return !c.unread[name] },
		}); err != nil {
			return err
		}
		if err := absent(files, c.results[i].Findings); err != nil {
			return err
		}
	}
	return nil
}

// absent is why a file could not be read that this clone of the repository lacks: that
// is no mistake in the files.
func absent(files fs.FS, findings []diag.Finding) error {
	for _, f := range findings {
		if f.Rule != diag.UnreadFile.ID {
			continue
		}
		var missing *origin.MissingError
		if _, err := fs.ReadFile(files, f.Path); errors.As(err, &missing) {
			return err
		}
	}
	return nil
}

// excerpt is some files of a file system, copied, with those that could not be read.
type excerpt struct {
	fstest.MapFS // a file system in memory, as the standard library has it
	from         fs.FS
	broken       map[string]bool
}

// Open opens a copy; of a file that could not be read it says why.
func (s excerpt) Open(name string) (fs.File, error) {
	if s.broken[name] {
		return s.from.Open(name)
	}
	return s.MapFS.Open(name)
}

// ReadFile is the content of a copy.
func (s excerpt) ReadFile(name string) ([]byte, error) {
	if s.broken[name] {
		return fs.ReadFile(s.from, name)
	}
	return s.MapFS.ReadFile(name)
}

// part is the documents that are read of a side, under the okr.yaml of that side; of a
// side without one, that of the other side and no documents.
func (c *comparison) part(s *side) (fs.FS, error) {
	if c.all && s.files != nil {
		return s.files, nil
	}
	register := s.files
	switch {
	case register != nil:
	case s == c.before:
		register = c.after.files
	default:
		register = c.before.files
	}
	some := excerpt{MapFS: fstest.MapFS{}, from: s.files, broken: make(map[string]bool)}
	data, err := fs.ReadFile(register, workspaceFile)
	if err != nil {
		return nil, err
	}
	some.MapFS[workspaceFile] = &fstest.MapFile{Data: data}
	if s.files == nil {
		return some, nil
	}
	for name := range c.names {
		if err := some.take(name); err != nil {
			return nil, err
		}
	}
	return some, nil
}

// take copies a file, if there is one. What is no file, as a link, is no document.
func (s excerpt) take(name string) error {
	info, err := fs.Lstat(s.from, name)
	if err != nil || !info.Mode().IsRegular() {
		if errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
		return err
	}
	data, err := fs.ReadFile(s.from, name)
	var missing *origin.MissingError
	if errors.As(err, &missing) {
		return err
	}
	s.broken[name] = err != nil
	s.MapFS[name] = &fstest.MapFile{Data: data}
	return nil
}
