package origin

import (
	"bufio"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/go-git/go-billy/v5/osfs"
	"github.com/go-git/go-git/v5/plumbing/format/config"
	"github.com/go-git/go-git/v5/storage/filesystem/dotgit"
)

// Repository is a git repository, or one directory in it and in all its commits
// (see Sub). It sees the objects that were there when it was opened. Its methods
// may be used by several goroutines at once. Close frees its files.
type Repository struct {
	*shelf
	scope     string // the directory that is seen, with slashes; "." is everything
	signature string // who signs what is written here; empty: the user of git's configuration
}

// shelf is what all views of one repository share.
type shelf struct {
	layout   layout
	settings *config.Config
	objects  *store
	refs     *dotgit.DotGit
	cuts     map[Hash]bool // commits whose parents a shallow clone left out
	partial  bool
}

// Open finds the repository around a directory: a working tree, a linked one, a
// submodule or a bare repository, whoever owns it, since nothing of it is run.
// It fails with ErrNoRepository where there is none, and with an
// *UnsupportedError for forms of repository that are not read here.
func Open(dir string) (*Repository, error) {
	place, err := discover(dir)
	if err != nil {
		return nil, err
	}
	settings, err := readSettings(filepath.Join(place.common, "config"))
	if err != nil {
		return nil, err
	}
	if err := supported(settings); err != nil {
		return nil, err
	}
	cuts, err := readShallow(filepath.Join(place.common, "shallow"))
	if err != nil {
		return nil, err
	}
	files := dotgit.NewRepositoryFilesystem(osfs.New(place.dot), osfs.New(place.common))
	return &Repository{scope: ".", shelf: &shelf{
		layout:   place,
		settings: settings,
		objects:  newStore(filepath.Join(place.common, "objects")),
		refs:     dotgit.NewWithOptions(files, dotgit.Options{ExclusiveAccess: true, KeepDescriptors: true}),
		cuts:     cuts,
		partial:  partial(settings),
	}}, nil
}

// Close frees the files that were opened. Views of the repository close with it.
func (r *Repository) Close() error { return r.objects.close() }

// Top is the top directory of the working tree, absolute and without symbolic
// links; empty for a bare repository.
func (r *Repository) Top() string { return r.layout.top }

// Prefix is the directory that was opened, below Top, with slashes; "." where it
// is the top. Sub(Prefix()) is the repository as seen from there.
func (r *Repository) Prefix() string { return r.layout.prefix }

// Bare reports whether the repository has no working tree.
func (r *Repository) Bare() bool { return r.layout.top == "" }

// Shallow reports whether the clone lacks the older part of its history.
func (r *Repository) Shallow() bool { return len(r.cuts) > 0 }

// Sub is the repository as seen from a directory below: At, Staged and Walk know
// the files in there only, by names relative to it. The directory is a valid path
// in the sense of fs.ValidPath; whether a commit has it shows when the commit is
// read.
func (r *Repository) Sub(dir string) (*Repository, error) {
	if !fs.ValidPath(dir) {
		return nil, &fs.PathError{Op: "sub", Path: dir, Err: fs.ErrInvalid}
	}
	return &Repository{shelf: r.shelf, scope: path.Join(r.scope, dir), signature: r.signature}, nil
}

// Blob is the content of a file by its hash. It must not be modified.
func (r *Repository) Blob(blob Hash) ([]byte, error) {
	return r.object(blob, blobKind)
}

// object reads an object of a kind, and explains one that is missing.
func (s *shelf) object(h Hash, want kind) ([]byte, error) {
	found, data, err := s.objects.get(h)
	if errors.Is(err, errAbsent) {
		return nil, s.missing(h)
	}
	if err != nil {
		return nil, err
	}
	if found != want {
		return nil, &KindError{Object: h, Kind: found.String(), Want: want.String()}
	}
	return data, nil
}

func (s *shelf) missing(h Hash) error {
	return &MissingError{Object: h, Shallow: len(s.cuts) > 0, Partial: s.partial}
}

// KindError says that an object is not of the kind that was asked for.
type KindError struct {
	Object Hash
	Kind   string // commit, tree, blob or tag
	Want   string
}

// Error names the object and both kinds.
func (e *KindError) Error() string {
	return "object " + e.Object.Short() + " is a " + e.Kind + ", not a " + e.Want
}

// readShallow lists the commits at which a shallow clone ends.
func readShallow(name string) (map[Hash]bool, error) {
	file, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	cuts := make(map[Hash]bool)
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		if h, err := ParseHash(strings.TrimSpace(lines.Text())); err == nil {
			cuts[h] = true
		}
	}
	return cuts, lines.Err()
}
