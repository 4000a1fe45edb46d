package origin

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"time"
)

// Snapshot is the files of a commit, or of the index, as a file system. Files
// are the bytes that are stored, whatever attributes say about line ends or
// filters. A symbolic link is listed as one; as in a folder on disk, opening it
// opens what it leads to, where that is in the same commit. A submodule is
// listed as an irregular, empty file.
//
// Trees are read when they are needed and kept as long as the Snapshot. It may be
// used by several goroutines at once.
type Snapshot struct {
	from   *shelf
	root   Hash      // of all files
	prefix string    // of what is seen; "." is everything
	when   time.Time // stands for the time of change of every file

	trees *treeCache
}

// treeCache is the trees that were read, shared by a Snapshot and its parts.
type treeCache struct {
	mu    sync.Mutex
	trees map[Hash][]file
}

var (
	_ fs.ReadDirFS  = (*Snapshot)(nil)
	_ fs.ReadFileFS = (*Snapshot)(nil)
	_ fs.ReadLinkFS = (*Snapshot)(nil)
	_ fs.StatFS     = (*Snapshot)(nil)
	_ fs.SubFS      = (*Snapshot)(nil)
)

// At is the files of a commit. Where the repository is a view of a directory that
// the commit does not have, the error is fs.ErrNotExist.
func (r *Repository) At(commit Hash) (*Snapshot, error) {
	c, err := r.Commit(commit)
	if err != nil {
		return nil, err
	}
	return r.snapshot(c.Tree, c.When, make(map[Hash][]file))
}

func (r *Repository) snapshot(root Hash, when time.Time, trees map[Hash][]file) (*Snapshot, error) {
	whole := &Snapshot{from: r.shelf, root: root, prefix: ".", when: when, trees: &treeCache{trees: trees}}
	if r.scope == "." {
		return whole, nil
	}
	part, err := whole.Sub(r.scope)
	if err != nil {
		return nil, err
	}
	return part.(*Snapshot), nil
}

// Hash names the content of a file, or of a folder with all that is below: equal
// hashes are equal content, so that a caller can skip what it has seen. A
// symbolic link is not followed.
func (s *Snapshot) Hash(name string) (Hash, error) {
	if !fs.ValidPath(name) {
		return Hash{}, pathError("hash", name, fs.ErrInvalid)
	}
	found, err := s.at(path.Join(s.prefix, name))
	if err != nil {
		return Hash{}, pathError("hash", name, err)
	}
	return found.hash, nil
}

// Open opens a file or folder; symbolic links are followed within the commit.
func (s *Snapshot) Open(name string) (fs.File, error) {
	found, err := s.resolve("open", name)
	if err != nil {
		return nil, err
	}
	info := fileInfo{found, s, path.Base(name)}
	if found.mode.IsDir() {
		return &openFolder{info: info, name: name}, nil
	}
	return &openFile{info: info, name: name}, nil
}

// ReadFile is the content of a file; the caller may modify it.
func (s *Snapshot) ReadFile(name string) ([]byte, error) {
	found, err := s.resolve("read", name)
	if err != nil {
		return nil, err
	}
	if found.mode.IsDir() {
		return nil, pathError("read", name, errFolder)
	}
	data, err := s.content(found)
	if err != nil {
		return nil, pathError("read", name, err)
	}
	return slices.Clone(data), nil
}

// ReadDir lists a folder, sorted by name.
func (s *Snapshot) ReadDir(name string) ([]fs.DirEntry, error) {
	found, err := s.resolve("readdir", name)
	if err != nil {
		return nil, err
	}
	if !found.mode.IsDir() {
		return nil, pathError("readdir", name, errNoFolder)
	}
	entries, err := s.entries(found)
	if err != nil {
		return nil, pathError("readdir", name, err)
	}
	return entries, nil
}

// Stat describes a file or folder; symbolic links are followed within the commit.
func (s *Snapshot) Stat(name string) (fs.FileInfo, error) {
	found, err := s.resolve("stat", name)
	if err != nil {
		return nil, err
	}
	return fileInfo{found, s, path.Base(name)}, nil
}

// Lstat describes a file, folder or symbolic link.
func (s *Snapshot) Lstat(name string) (fs.FileInfo, error) {
	if !fs.ValidPath(name) {
		return nil, pathError("lstat", name, fs.ErrInvalid)
	}
	found, err := s.at(path.Join(s.prefix, name))
	if err != nil {
		return nil, pathError("lstat", name, err)
	}
	return fileInfo{found, s, path.Base(name)}, nil
}

// ReadLink is where a symbolic link leads.
func (s *Snapshot) ReadLink(name string) (string, error) {
	if !fs.ValidPath(name) {
		return "", pathError("readlink", name, fs.ErrInvalid)
	}
	found, err := s.at(path.Join(s.prefix, name))
	if err == nil && found.mode&fs.ModeSymlink == 0 {
		err = fs.ErrInvalid
	}
	if err != nil {
		return "", pathError("readlink", name, err)
	}
	data, err := s.content(found)
	if err != nil {
		return "", pathError("readlink", name, err)
	}
	return string(data), nil
}

// Sub is the folder of a name as a Snapshot of its own.
func (s *Snapshot) Sub(dir string) (fs.FS, error) {
	if !fs.ValidPath(dir) {
		return nil, pathError("sub", dir, fs.ErrInvalid)
	}
	full := path.Join(s.prefix, dir)
	found, err := s.at(full)
	if err == nil && !found.mode.IsDir() {
		err = errNoFolder
	}
	if err != nil {
		return nil, pathError("sub", dir, err)
	}
	return &Snapshot{from: s.from, root: s.root, prefix: full, when: s.when, trees: s.trees}, nil
}

var (
	errFolder   = errors.New("it is a folder")
	errNoFolder = errors.New("it is not a folder")
	errLinks    = errors.New("its symbolic links lead in a circle")
)

func pathError(op, name string, err error) error {
	return &fs.PathError{Op: op, Path: name, Err: err}
}

// mostLinks is how many links one path may pass.
const mostLinks = 40

// resolve is what a name stands for, behind all links.
func (s *Snapshot) resolve(op, name string) (file, error) {
	if !fs.ValidPath(name) {
		return file{}, pathError(op, name, fs.ErrInvalid)
	}
	full := path.Join(s.prefix, name)
	for range mostLinks {
		found, link, err := s.follow(full)
		if err != nil {
			return file{}, pathError(op, name, err)
		}
		if link == "" {
			return found, nil
		}
		full = link
	}
	return file{}, pathError(op, name, errLinks)
}

// follow walks a path from the top. Where it meets a link, the answer is the path
// that the link makes of it.
func (s *Snapshot) follow(full string) (found file, link string, err error) {
	found = file{name: ".", mode: fs.ModeDir | 0o755, hash: s.root}
	if full == "." {
		return found, "", nil
	}
	parts := strings.Split(full, "/")
	for i, part := range parts {
		if found, err = s.child(found, part); err != nil {
			return file{}, "", err
		}
		if found.mode&fs.ModeSymlink == 0 {
			continue
		}
		target, err := s.content(found)
		if err != nil {
			return file{}, "", err
		}
		link = path.Join(path.Join(parts[:i]...), string(target), path.Join(parts[i+1:]...))
		if path.IsAbs(string(target)) || !fs.ValidPath(link) {
			return file{}, "", fs.ErrNotExist // it leads out of the commit
		}
		return file{}, link, nil
	}
	return found, "", nil
}

// at is the entry of a path from the top, without following a link.
func (s *Snapshot) at(full string) (file, error) {
	found := file{name: ".", mode: fs.ModeDir | 0o755, hash: s.root}
	if full == "." {
		return found, nil
	}
	for part := range strings.SplitSeq(full, "/") {
		var err error
		if found, err = s.child(found, part); err != nil {
			return file{}, err
		}
	}
	return found, nil
}

func (s *Snapshot) child(folder file, name string) (file, error) {
	if !folder.mode.IsDir() {
		return file{}, fs.ErrNotExist
	}
	files, err := s.files(folder.hash)
	if err != nil {
		return file{}, err
	}
	i, ok := slices.BinarySearchFunc(files, name, func(f file, name string) int { return strings.Compare(f.name, name) })
	if !ok {
		return file{}, fs.ErrNotExist
	}
	return files[i], nil
}

// files lists a tree, once.
func (s *Snapshot) files(tree Hash) ([]file, error) {
	s.trees.mu.Lock()
	defer s.trees.mu.Unlock()
	if files, ok := s.trees.trees[tree]; ok {
		return files, nil
	}
	data, err := s.from.tree(tree)
	if err != nil {
		return nil, err
	}
	files, err := list(data)
	if err != nil {
		return nil, err
	}
	s.trees.trees[tree] = files
	return files, nil
}

// content is the bytes of a file or link; a submodule has none.
func (s *Snapshot) content(f file) ([]byte, error) {
	if f.mode&fs.ModeIrregular != 0 {
		return nil, nil
	}
	return s.from.object(f.hash, blobKind)
}

func (s *Snapshot) entries(folder file) ([]fs.DirEntry, error) {
	files, err := s.files(folder.hash)
	if err != nil {
		return nil, err
	}
	entries := make([]fs.DirEntry, len(files))
	for i, f := range files {
		entries[i] = fileInfo{f, s, f.name}
	}
	return entries, nil
}
