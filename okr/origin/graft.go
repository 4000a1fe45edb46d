package origin

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// graft writes the tree that a tree becomes with changes: contents by their names
// below it, the zero Hash for what is removed. A folder without files is no part of
// a tree. The name of the folder is for messages and ends in a slash.
func (r *Repository) graft(root Hash, folder string, changes map[string]Hash) (Hash, error) {
	data, err := r.tree(root)
	if err != nil {
		return Hash{}, err
	}
	files, err := list(data)
	if err != nil {
		return Hash{}, err
	}
	here := make(map[string]file, len(files)+len(changes))
	for _, f := range files {
		here[f.name] = f
	}
	below := make(map[string]map[string]Hash)
	for name, blob := range changes {
		first, rest, deeper := strings.Cut(name, "/")
		switch {
		case deeper:
			if below[first] == nil {
				below[first] = make(map[string]Hash)
			}
			below[first][rest] = blob
		default:
			if err := put(here, folder, first, blob); err != nil {
				return Hash{}, err
			}
		}
	}
	for name, inner := range below {
		if err := r.graftFolder(here, folder, name, inner); err != nil {
			return Hash{}, err
		}
	}
	return r.writeTree(slices.Collect(maps.Values(here)))
}

// put adds a file among those of a folder, or takes it away.
func put(here map[string]file, folder, name string, blob Hash) error {
	old, there := here[name]
	switch {
	case there && old.mode.IsDir():
		return fmt.Errorf("%s%s is a folder in the commit before, not a file", folder, name)
	case blob.IsZero() && !there:
		return fmt.Errorf("%s%s cannot be removed: %w", folder, name, fs.ErrNotExist)
	case blob.IsZero():
		delete(here, name)
		return nil
	case !there || !old.mode.IsRegular():
		old.mode = 0o644
	}
	here[name] = file{name, old.mode, blob}
	return nil
}

func (r *Repository) graftFolder(here map[string]file, folder, name string, inner map[string]Hash) error {
	old, there := here[name]
	if there && !old.mode.IsDir() {
		return fmt.Errorf("%s%s is a file in the commit before, not a folder", folder, name)
	}
	grown, err := r.graft(old.hash, folder+name+"/", inner)
	if err != nil {
		return err
	}
	if delete(here, name); grown != emptyTree {
		here[name] = file{name, fs.ModeDir | 0o755, grown}
	}
	return nil
}

func (r *Repository) writeTree(files []file) (Hash, error) {
	if len(files) == 0 {
		return emptyTree, nil
	}
	return r.write(plumbing.TreeObject, treeText(files))
}

// storable refuses names under which git would not store a file, because on some
// system they lead into the repository itself or out of the working tree.
func storable(name string) error {
	if !fs.ValidPath(name) || name == "." || strings.ContainsAny(name, "\x00\\:") {
		return fmt.Errorf("%q is not a name under which a file can be committed", name)
	}
	for part := range strings.SplitSeq(name, "/") {
		bare := strings.ToLower(strings.TrimRight(strings.Map(visible, part), ". "))
		if bare == "" || bare == ".git" || strings.HasPrefix(bare, "git~") {
			return fmt.Errorf("%q is not a name under which a file can be committed: %q is git's own", name, part)
		}
	}
	return nil
}

// visible drops the characters that the file system of macOS overlooks in names.
func visible(c rune) rune {
	switch {
	case c >= 0x200c && c <= 0x200f, c >= 0x202a && c <= 0x202e, c >= 0x206a && c <= 0x206f, c == 0xfeff:
		return -1
	}
	return c
}
