package origin

import (
	"crypto/sha1"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing/filemode"
	"github.com/go-git/go-git/v5/plumbing/format/index"
)

// Staged is the files that the next commit would have: the index as a file
// system. It fails while a merge is unresolved, and where the index is kept in a
// form that is not read here.
func (r *Repository) Staged() (*Snapshot, error) {
	entries, err := readIndex(filepath.Join(r.layout.dot, "index"))
	if err != nil {
		return nil, err
	}
	trees := make(map[Hash][]file)
	slices.SortFunc(entries, func(a, b *index.Entry) int { return strings.Compare(a.Name, b.Name) })
	return r.snapshot(buildTrees(entries, "", trees), time.Time{}, trees)
}

func readIndex(name string) ([]*index.Entry, error) {
	file, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var read index.Index
	err = index.NewDecoder(file).Decode(&read)
	switch {
	case errors.Is(err, index.ErrUnknownExtension):
		return nil, &UnsupportedError{"a sparse or split index", "run git sparse-checkout reapply --no-sparse-index, or git update-index --no-split-index"}
	case err != nil:
		return nil, fmt.Errorf("the index cannot be read (%w): run git config index.skipHash false, then git add again", err)
	}
	var entries []*index.Entry
	for _, entry := range read.Entries {
		switch {
		case entry.Stage != 0:
			return nil, fmt.Errorf("%q is in conflict: resolve the merge and git add it first", entry.Name)
		case entry.Mode == filemode.Dir:
			return nil, &UnsupportedError{"a sparse index", "run git sparse-checkout reapply --no-sparse-index"}
		case entry.IntentToAdd: // announced, not staged
		case fs.ValidPath(entry.Name):
			entries = append(entries, entry)
		}
	}
	return entries, nil
}

// buildTrees makes the trees of sorted entries below a folder, as git would on commit,
// and is the hash of the topmost one.
func buildTrees(entries []*index.Entry, folder string, trees map[Hash][]file) Hash {
	var files []file
	for i := 0; i < len(entries); {
		name, _, deeper := strings.Cut(entries[i].Name[len(folder):], "/")
		if !deeper {
			files = append(files, file{name, fileMode(uint32(entries[i].Mode)), Hash(entries[i].Hash)})
			i++
			continue
		}
		below := folder + name + "/"
		end := i
		for end < len(entries) && strings.HasPrefix(entries[end].Name, below) {
			end++
		}
		files = append(files, file{name, fs.ModeDir | 0o755, buildTrees(entries[i:end], below, trees)})
		i = end
	}
	hash := treeHash(files)
	slices.SortFunc(files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	trees[hash] = files
	return hash
}

// treeHash is the hash git gives to a tree of these files.
func treeHash(files []file) Hash {
	tree := treeText(files)
	return Hash(sha1.Sum(fmt.Appendf(nil, "tree %d\x00%s", len(tree), tree)))
}

// treeText is a tree of these files as git stores it. It sorts them on the way.
func treeText(files []file) string {
	slices.SortFunc(files, func(a, b file) int { return strings.Compare(sortName(a), sortName(b)) })
	var tree strings.Builder
	for _, f := range files {
		fmt.Fprintf(&tree, "%o %s\x00%s", treeMode(f.mode), f.name, f.hash[:])
	}
	return tree.String()
}

// sortName is what trees are sorted by: folders as if their names ended in a slash.
func sortName(f file) string {
	if f.mode.IsDir() {
		return f.name + "/"
	}
	return f.name
}

// treeMode is the opposite of fileMode.
func treeMode(mode fs.FileMode) uint32 {
	switch {
	case mode.IsDir():
		return folderMode
	case mode&fs.ModeSymlink != 0:
		return linkMode
	case mode&fs.ModeIrregular != 0:
		return submoduleMode
	case mode&0o100 != 0:
		return executableMode
	}
	return 0o100644
}
