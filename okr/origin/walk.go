package origin

import (
	"context"
	"io/fs"
	"iter"
)

// Version is what a commit made of a file.
type Version struct {
	Commit *Commit // the same pointer for all files of one commit
	Path   string  // relative to the directory that is seen, with slashes
	Mode   fs.FileMode
	Blob   Hash   // the content; zero where the file was removed
	Before Hash   // the content in the first parent; zero where it had no such file
	Data   []byte // the content, the first time the walk meets it, and nil after; not to be modified
}

// WalkOptions says which history is walked. The zero value is every file along
// first parents.
type WalkOptions struct {
	// Match picks files by name, relative to the directory that is seen; nil picks all.
	Match func(name string) bool
	// Enter says whether files may match in a directory; nil looks into all. What
	// is not entered is not read.
	Enter func(dir string) bool
	// AllParents visits every ancestor, newest first by date, and of a merge the
	// files only in which it differs from all its parents. Otherwise a branch is
	// what its first parents are, and a merge brings what it brought to it.
	AllParents bool
	// NamesOnly leaves the contents unread: Data stays nil.
	NamesOnly bool
	// Progress is called for each commit with the number of commits so far.
	Progress func(commits int)
}

// Walk yields every version of the files through history, newest first, the files
// of a commit in the order of its tree. A renamed file is removed under one name and appears under
// the other with the same or another content. In a shallow clone the walk ends
// at a commit with Cut, where everything seems new. After an error, and when the
// context ends, nothing follows.
//
// Commits are read once each, trees where their hashes differ from those of the
// parent, contents once each. What is kept are hashes, not contents.
func (r *Repository) Walk(ctx context.Context, head Hash, options WalkOptions) iter.Seq2[Version, error] {
	return func(yield func(Version, error) bool) {
		w := &walk{repository: r, options: options, seen: make(map[Hash]struct{}), yield: yield}
		var err error
		if options.AllParents {
			err = w.all(ctx, head)
		} else {
			err = w.first(ctx, head)
		}
		if err != nil {
			yield(Version{}, err)
		}
	}
}

// Commits yields a commit and its first parents, newest first: what a branch was,
// day by day. In a shallow clone it ends at a commit with Cut. After an error, and
// when the context ends, nothing follows.
func (r *Repository) Commits(ctx context.Context, head Hash) iter.Seq2[*Commit, error] {
	return func(yield func(*Commit, error) bool) {
		for next := []Hash{head}; len(next) > 0; {
			commit, err := r.Commit(next[0])
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(commit, nil) {
				return
			}
			next = commit.Parents
		}
	}
}

// Between lists the files that two commits do not have in common, as versions of
// the second one with Before from the first, contents unread. It costs what
// differs, not what is there. Of the options, Match and Enter count.
func (r *Repository) Between(before, after Hash, options WalkOptions) ([]Version, error) {
	w := &walk{repository: r, options: options}
	_, old, err := w.read(before)
	if err != nil {
		return nil, err
	}
	commit, now, err := w.read(after)
	if err != nil {
		return nil, err
	}
	changes, err := w.compare(old, now)
	var versions []Version
	for _, c := range changes {
		versions = append(versions, c.version(commit))
	}
	return versions, err
}

// walk is one walk through history.
type walk struct {
	repository *Repository
	options    WalkOptions
	seen       map[Hash]struct{} // contents that were delivered
	commits    int
	yield      func(Version, error) bool
	stopped    bool // by whoever ranges over it
}

// first walks along first parents.
func (w *walk) first(ctx context.Context, head Hash) error {
	commit, folder, err := w.read(head)
	for err == nil && commit != nil && !w.stopped {
		if err = ctx.Err(); err != nil {
			return err
		}
		var parent *Commit
		var before Hash
		if len(commit.Parents) > 0 {
			if parent, before, err = w.read(commit.Parents[0]); err != nil {
				return err
			}
		}
		changes, err := w.compare(before, folder)
		if err != nil {
			return err
		}
		if err := w.deliver(commit, changes); err != nil {
			return err
		}
		commit, folder = parent, before
	}
	return err
}

// read reads a commit and finds the tree of the directory that is seen.
func (w *walk) read(h Hash) (*Commit, Hash, error) {
	commit, err := w.repository.Commit(h)
	if err != nil {
		return nil, Hash{}, err
	}
	folder, err := w.repository.descend(commit.Tree, w.repository.scope)
	return commit, folder, err
}

func (w *walk) compare(before, after Hash) ([]change, error) {
	c := comparison{shelf: w.repository.shelf, matches: w.options.Match, enters: w.options.Enter}
	err := c.folders(before, after, "")
	return c.changes, err
}

// deliver yields the files that a commit changed.
func (w *walk) deliver(commit *Commit, changes []change) error {
	w.commits++
	if w.options.Progress != nil {
		w.options.Progress(w.commits)
	}
	for _, c := range changes {
		version := c.version(commit)
		if err := w.content(&version); err != nil {
			return err
		}
		if !w.yield(version, nil) {
			w.stopped = true
			return nil
		}
	}
	return nil
}

// content reads the content of a version that was not met before.
func (w *walk) content(version *Version) error {
	if w.options.NamesOnly || version.Blob.IsZero() || version.Mode&fs.ModeIrregular != 0 {
		return nil
	}
	if _, met := w.seen[version.Blob]; met {
		return nil
	}
	w.seen[version.Blob] = struct{}{}
	data, err := w.repository.Blob(version.Blob)
	version.Data = data
	return err
}
