package origin

import (
	"bytes"
	"cmp"
	"path"
)

// change is a file that two trees do not have in common.
type change struct {
	name          string
	before, after rawFile // without a name where there is none
}

// version is the change as what a commit made of the file.
func (c change) version(commit *Commit) Version {
	v := Version{Commit: commit, Path: c.name, Blob: c.after.hash, Before: c.before.hash, Mode: fileMode(c.after.mode)}
	if v.Blob.IsZero() {
		v.Mode = fileMode(c.before.mode)
	}
	return v
}

// comparison finds what two trees do not have in common. Trees and files of equal
// hashes are passed over unread.
type comparison struct {
	shelf   *shelf
	matches func(name string) bool
	enters  func(dir string) bool
	changes []change
}

// folders compares two trees, zero for none, in the folder of a name.
func (c *comparison) folders(before, after Hash, dir string) error {
	if before == after {
		return nil
	}
	old, err := c.shelf.tree(before)
	if err != nil {
		return err
	}
	now, err := c.shelf.tree(after)
	if err != nil {
		return err
	}
	for {
		old, now, err = common(old, now)
		if err != nil || len(old) == 0 && len(now) == 0 {
			return err
		}
		var was, is rawFile
		oldRest, nowRest := old, now
		if len(old) > 0 {
			if was, oldRest, err = next(old); err != nil {
				return err
			}
		}
		if len(now) > 0 {
			if is, nowRest, err = next(now); err != nil {
				return err
			}
		}
		switch order := compareEntries(was, is); {
		case is.name == nil || was.name != nil && order < 0:
			is, nowRest = rawFile{}, now
		case was.name == nil || order > 0:
			was, oldRest = rawFile{}, old
		}
		old, now = oldRest, nowRest
		if err := c.entry(was, is, dir); err != nil {
			return err
		}
	}
}

// entry compares what two trees have under one name.
func (c *comparison) entry(was, is rawFile, dir string) error {
	name := was.name
	if name == nil {
		name = is.name
	}
	if !nameable(name) || was.hash == is.hash && was.mode == is.mode {
		return nil
	}
	full := path.Join(dir, string(name))
	if was.folder() || is.folder() {
		if c.enters != nil && !c.enters(full) {
			return nil
		}
		return c.folders(was.hash, is.hash, full)
	}
	if c.matches == nil || c.matches(full) {
		c.changes = append(c.changes, change{full, was, is})
	}
	return nil
}

// common cuts off the entries at the start that two trees have in common, and
// all of them where nothing else is left: most of a tree is as it was.
func common(a, b []byte) (restA, restB []byte, err error) {
	if bytes.Equal(a, b) {
		return nil, nil, nil
	}
	equal := equalBytes(a, b)
	start := 0
	for start < equal {
		zero := bytes.IndexByte(a[start:], 0)
		if zero < 0 {
			return nil, nil, errDamaged
		}
		end := start + zero + 1 + len(Hash{})
		if end > equal {
			break
		}
		start = end
	}
	return a[start:], b[start:], nil
}

// equalBytes is how many bytes at the start are equal.
func equalBytes(a, b []byte) int {
	const block = 256
	n := min(len(a), len(b))
	i := 0
	for i+block <= n && bytes.Equal(a[i:i+block], b[i:i+block]) {
		i += block
	}
	for i < n && a[i] == b[i] {
		i++
	}
	return i
}

// compareEntries orders entries as trees do: folders as if their names ended in a
// slash. A file and a folder of one name are therefore two entries.
func compareEntries(a, b rawFile) int {
	n := min(len(a.name), len(b.name))
	if order := bytes.Compare(a.name[:n], b.name[:n]); order != 0 {
		return order
	}
	return cmp.Compare(after(a, n), after(b, n))
}

// after is the byte of a name at n, with the end that trees give it.
func after(f rawFile, n int) byte {
	switch {
	case n < len(f.name):
		return f.name[n]
	case f.folder():
		return '/'
	}
	return 0
}
