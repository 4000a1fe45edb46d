package cli

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/origin"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// comparison is two sides and the documents in which they may differ. What is the same
// on both is read only where it has to do with what is not.
type comparison struct {
	place         *place
	before, after *side
	at            okr.Date
	single        *load.Single
	changed       map[string]bool // names of documents that are not the same on both sides
	names         map[string]bool // of documents that are read
	all           bool            // okr.yaml says something else, so that everything may
	results       [2]*load.Result
	// unread are documents that cannot be read on a side: what they meant is unknown,
	// and they are left out of both.
	unread   map[string]bool
	findings []diag.Finding // of the newer side
	formerly []diag.Finding // of the older side
}

// compare finds what differs and reads it.
func (p *place) compare(before, after *side, at okr.Date) (*comparison, error) {
	c := &comparison{
		place: p, before: before, after: after, at: at,
		changed: make(map[string]bool), names: make(map[string]bool), unread: make(map[string]bool),
	}
	files := after.files
	if files == nil {
		files = before.files
	}
	if files == nil {
		return nil, failed("name the workspace with -C DIR", "neither side has an %s", workspaceFile)
	}
	var err error
	if c.single, err = load.NewSingle(files, load.Options{AsOf: at, Version: release}); err != nil {
		return nil, p.uncompared(err)
	}
	if c.all, err = c.anything(); err == nil && !c.all {
		err = c.differing()
	}
	if err == nil {
		err = c.read()
	}
	if err != nil {
		return nil, p.uncompared(err)
	}
	return c, nil
}

// uncompared says what kept the world from giving us the files of a side.
func (p *place) uncompared(err error) error {
	var missing *origin.MissingError
	if errors.As(err, &missing) {
		return p.diffFailure(missing)
	}
	return p.unreadable(err)
}

// anything reports whether any document may mean something else, although its bytes are
// the same: where one side has no okr.yaml or another one. What is written there in
// another way, or in a comment, makes no difference.
func (c *comparison) anything() (bool, error) {
	if c.before.files == nil || c.after.files == nil {
		return true, nil
	}
	var texts [2][]byte
	for i, s := range []*side{c.before, c.after} {
		linked, err := c.linked(s.files)
		if err != nil || linked {
			return true, err
		}
		if texts[i], err = fs.ReadFile(s.files, workspaceFile); err != nil {
			return true, err
		}
	}
	if bytes.Equal(texts[0], texts[1]) {
		return false, nil
	}
	before, findings := tree.Parse(workspaceFile, texts[0])
	after, more := tree.Parse(workspaceFile, texts[1])
	if len(findings) > 0 || len(more) > 0 {
		return true, nil
	}
	return !sameNode(before.Root, after.Root), nil
}

// linked reports whether documents lie behind a symbolic link to their topmost folder,
// which reading follows and a comparison by name does not.
func (c *comparison) linked(files fs.FS) (bool, error) {
	entries, err := fs.ReadDir(files, ".")
	return slices.ContainsFunc(entries, func(entry fs.DirEntry) bool {
		if entry.Type()&fs.ModeSymlink == 0 || !c.single.Enters(entry.Name()) {
			return false
		}
		info, err := fs.Stat(files, entry.Name())
		return err == nil && info.IsDir()
	}), err
}

// sameNode compares what two values say, wherever they stand.
func sameNode(a, b *tree.Node) bool {
	return a.Kind == b.Kind && a.Text == b.Text &&
		slices.EqualFunc(a.Items, b.Items, sameNode) &&
		slices.EqualFunc(a.Pairs, b.Pairs, func(x, y tree.Pair) bool { return x.Key == y.Key && sameNode(x.Value, y.Value) })
}

// differing names the documents that are not the same on both sides.
func (c *comparison) differing() error {
	if c.before.commit != nil && c.after.commit != nil {
		versions, err := c.place.history.Between(c.before.commit.Hash, c.after.commit.Hash, origin.WalkOptions{
			Match: c.single.Is, Enter: c.single.Enters,
		})
		for _, v := range versions {
			c.note(v.Path)
		}
		return err
	}
	stored := make(map[string]origin.Hash)
	err := c.documents(c.before.files, func(name string) (err error) {
		stored[name], err = c.before.files.(*origin.Snapshot).Hash(name)
		return err
	})
	if err != nil {
		return err
	}
	err = c.documents(c.after.files, func(name string) error {
		hash, there := stored[name]
		delete(stored, name)
		if !there || !holds(c.after.files, name, hash) {
			c.note(name)
		}
		return nil
	})
	for name := range stored {
		c.note(name)
	}
	return err
}

func (c *comparison) note(name string) { c.changed[name], c.names[name] = true, true }

// documents visits the files of a side that are documents, by their names.
func (c *comparison) documents(files fs.FS, visit func(name string) error) error {
	return fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && !c.single.Enters(name):
			return fs.SkipDir
		case !entry.Type().IsRegular() || !c.single.Is(name):
			return nil
		}
		return visit(name)
	})
}

// holds reports whether a file has the content that git calls by a name, with the ends
// of lines that git or those of another system. One that cannot be read has not.
func holds(files fs.FS, name string, hash origin.Hash) bool {
	if snapshot, ok := files.(*origin.Snapshot); ok {
		found, err := snapshot.Hash(name)
		return err == nil && found == hash
	}
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return false
	}
	other := []byte("\r\n")
	return origin.HashOf(data) == hash ||
		bytes.Contains(data, other) && origin.HashOf(bytes.ReplaceAll(data, other, []byte("\n"))) == hash
}
