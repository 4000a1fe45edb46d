package origin

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"
	"github.com/go-git/go-git/v5/plumbing/format/index"
)

// stage brings the index in line with changes of the branch that is checked out,
// while its reference moves: both or, where the move fails, neither.
func (r *Repository) stage(changes map[string]Hash, move func() error) error {
	name := filepath.Join(r.layout.dot, "index")
	staged, err := decodeIndex(name)
	if err != nil {
		return err
	}
	known := make(map[string]filemode.FileMode, len(staged.Entries))
	kept := staged.Entries[:0]
	for _, entry := range staged.Entries {
		if entry.Stage != 0 {
			return fmt.Errorf("%q is in conflict: resolve the merge first", entry.Name)
		}
		known[entry.Name] = entry.Mode
		if _, changed := changes[entry.Name]; !changed {
			kept = append(kept, entry)
		}
	}
	for file, blob := range changes {
		if blob.IsZero() {
			continue
		}
		mode := filemode.Regular
		if known[file] == filemode.Executable {
			mode = filemode.Executable
		}
		kept = append(kept, r.entry(file, blob, mode))
	}
	staged.Entries = kept
	return writeIndex(name, staged, move)
}

// decodeIndex reads all of an index; an absent one is empty.
func decodeIndex(name string) (*index.Index, error) {
	read := &index.Index{Version: 2}
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return read, nil
	}
	if err != nil {
		return nil, err
	}
	if err := index.NewDecoder(bytes.NewReader(data)).Decode(read); err != nil {
		return nil, fmt.Errorf("the index cannot be read: %w", err)
	}
	return read, nil
}

// writeIndex replaces the index if the check holds. Its extensions are notes that
// git makes again.
func writeIndex(name string, staged *index.Index, check func() error) error {
	staged.Version = 2
	for _, entry := range staged.Entries {
		if entry.IntentToAdd || entry.SkipWorktree {
			staged.Version = 3
		}
	}
	var data bytes.Buffer
	if err := index.NewEncoder(&data).Encode(staged); err != nil {
		return fmt.Errorf("the index cannot be written: %w", err)
	}
	return exchange(name, data.Bytes(), check)
}

// entry is a file in the index. Where the working tree has that content, the entry
// notes when it was written, so that git need not read it again.
func (r *Repository) entry(name string, blob Hash, mode filemode.FileMode) *index.Entry {
	entry := &index.Entry{Name: name, Hash: plumbing.Hash(blob), Mode: mode}
	full := filepath.Join(r.layout.top, filepath.FromSlash(name))
	info, err := os.Lstat(full)
	if err != nil || !info.Mode().IsRegular() {
		return entry
	}
	data, err := os.ReadFile(full)
	if err == nil && Hash(plumbing.ComputeHash(plumbing.BlobObject, data)) == blob {
		entry.ModifiedAt, entry.Size = info.ModTime(), uint32(info.Size())
		identify(entry, info)
	}
	return entry
}

// CheckOut writes the files of HEAD into a working tree that has none of them yet,
// and the index to match, so that git finds nothing changed. Nothing is overwritten:
// a file that is there with another content is fs.ErrExist before anything is
// written. Files and folders alone can be written; a commit with links or submodules
// is an *UnsupportedError.
func (r *Repository) CheckOut() error {
	if r.Bare() {
		return errors.New("a bare repository has no working tree")
	}
	head, _, err := r.Head()
	if err != nil {
		return err
	}
	whole := &Repository{shelf: r.shelf, scope: "."}
	files, err := whole.At(head.Hash)
	if err != nil {
		return err
	}
	top, err := os.OpenRoot(r.layout.top)
	if err != nil {
		return err
	}
	defer top.Close()
	var modes []fileAt
	err = fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		at, err := writable(top, files, name, entry)
		modes = append(modes, at)
		return err
	})
	if err != nil {
		return err
	}
	return r.fillTree(top, modes)
}

// fileAt is a file that is to be in the working tree.
type fileAt struct {
	name  string
	data  []byte
	blob  Hash
	mode  filemode.FileMode
	there bool // with this content
}

// writable is a file of a commit, if the working tree can take it.
func writable(top *os.Root, files *Snapshot, name string, entry fs.DirEntry) (fileAt, error) {
	if err := storable(name); err != nil {
		return fileAt{}, err
	}
	info, err := entry.Info()
	if err != nil {
		return fileAt{}, err
	}
	if !info.Mode().IsRegular() {
		return fileAt{}, &UnsupportedError{"a link or a submodule at " + name, "check it out with git"}
	}
	at := fileAt{name: name, mode: filemode.Regular}
	if info.Mode()&0o100 != 0 {
		at.mode = filemode.Executable
	}
	if at.data, err = files.ReadFile(name); err != nil {
		return at, err
	}
	if at.blob, err = files.Hash(name); err != nil {
		return at, err
	}
	present, err := top.ReadFile(filepath.FromSlash(name))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return at, nil
	case err != nil:
		return at, err
	case !bytes.Equal(present, at.data):
		return at, fmt.Errorf("%s would be overwritten: %w", name, fs.ErrExist)
	}
	at.there = true
	return at, nil
}

// fillTree writes the files that are missing, then the index.
func (r *Repository) fillTree(top *os.Root, files []fileAt) error {
	staged := &index.Index{}
	for _, file := range files {
		if !file.there {
			if err := create(top, file); err != nil {
				return err
			}
		}
		staged.Entries = append(staged.Entries, r.entry(file.name, file.blob, file.mode))
	}
	return writeIndex(filepath.Join(r.layout.dot, "index"), staged, func() error { return nil })
}

func create(top *os.Root, file fileAt) error {
	folder := ""
	for part := range strings.SplitSeq(path.Dir(file.name), "/") {
		folder = path.Join(folder, part)
		if err := top.Mkdir(filepath.FromSlash(folder), 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	mode := fs.FileMode(0o666)
	if file.mode == filemode.Executable {
		mode = 0o777
	}
	out, err := top.OpenFile(filepath.FromSlash(file.name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, unwritten := out.Write(file.data)
	return errors.Join(unwritten, out.Close())
}
