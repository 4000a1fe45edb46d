package origin

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
)

// ErrMoved says that a branch does not stand where a commit was to be added: somebody
// was faster.
var ErrMoved = errors.New("the branch has moved")

// Draft is a commit that is to be made: what changes, on what, and why.
type Draft struct {
	// Branch is the short name of the branch that gets the commit; empty is the one
	// that is checked out.
	Branch string
	// Parents are what the commit is made on. The branch must stand at the first of
	// them; one that is not there yet begins with this commit. None begins a history,
	// and the branch must not be there.
	Parents []Hash
	// Files are the new contents of files by name, relative to the directory that is
	// seen; nil removes a file. All others stay as the first parent has them.
	Files map[string][]byte
	// Message is the subject line and, behind a blank line, further text.
	Message string
	// When is the date of the commit, in the zone that it keeps.
	When time.Time
}

// Write makes a commit and moves its branch to it: the objects first, then the
// reference, if it still stands where the draft says, otherwise the error is
// ErrMoved. Where the branch is checked out, the index follows in the files of the
// draft, if there is one; the working tree is left as it is (see CheckOut). The commit
// is made in the name of the user of git's configuration, else of this program, or as
// As says. No hook runs, and a commit that changes nothing is made all the same.
func (r *Repository) Write(draft Draft) (Hash, error) {
	branch, current, err := r.target(draft.Branch)
	if err != nil {
		return Hash{}, err
	}
	commit, changes, err := r.record(draft)
	if err != nil {
		return Hash{}, err
	}
	move := func() error { return r.move(branch, draft.Parents, commit) }
	_, missing := os.Lstat(filepath.Join(r.layout.dot, "index"))
	if current && !errors.Is(missing, fs.ErrNotExist) {
		err = r.stage(changes, move)
	} else {
		err = move()
	}
	if err != nil {
		return Hash{}, err
	}
	return commit, nil
}

// Record makes a commit that no branch leads to yet, for one that is to be made on
// it. The branch of the draft does not count.
func (r *Repository) Record(draft Draft) (Hash, error) {
	commit, _, err := r.record(draft)
	return commit, err
}

// record stores the objects of a commit.
func (r *Repository) record(draft Draft) (commit Hash, changes map[string]Hash, err error) {
	if changes, err = r.changes(draft.Files); err != nil {
		return Hash{}, nil, err
	}
	root := emptyTree
	for i, parent := range draft.Parents {
		before, err := r.Commit(parent)
		if err != nil {
			return Hash{}, nil, err
		}
		if i == 0 {
			root = before.Tree
		}
	}
	if root, err = r.graft(root, "", changes); err != nil {
		return Hash{}, nil, err
	}
	if root == emptyTree {
		if _, err := r.write(plumbing.TreeObject, ""); err != nil {
			return Hash{}, nil, err
		}
	}
	if commit, err = r.write(plumbing.CommitObject, r.commitText(root, draft)); err != nil {
		return Hash{}, nil, fmt.Errorf("the commit cannot be written: %w", err)
	}
	return commit, changes, nil
}

// target is the branch that is to be written, and whether it is checked out.
func (r *Repository) target(branch string) (name string, current bool, err error) {
	head, err := r.refs.Ref(plumbing.HEAD)
	if err != nil {
		return "", false, fmt.Errorf("HEAD cannot be read: %w", err)
	}
	checkedOut, ok := strings.CutPrefix(head.Target().String(), "refs/heads/")
	switch {
	case branch == "" && !ok:
		return "", false, errors.New("no branch is checked out: name the one that gets the commit")
	case branch == "":
		branch = checkedOut
	case !validName(branch):
		return "", false, fmt.Errorf("%q is not a name that git allows for a branch", branch)
	}
	return branch, ok && branch == checkedOut && !r.Bare(), nil
}

func (r *Repository) commitText(tree Hash, draft Draft) string {
	var text strings.Builder
	fmt.Fprintf(&text, "tree %s\n", tree)
	for _, parent := range draft.Parents {
		fmt.Fprintf(&text, "parent %s\n", parent)
	}
	maker := fmt.Sprintf("%s %d %s", r.identity(), draft.When.Unix(), draft.When.Format("-0700"))
	message := strings.ReplaceAll(strings.TrimSpace(draft.Message), "\x00", "")
	fmt.Fprintf(&text, "author %s\ncommitter %s\n\n%s\n", maker, maker, message)
	return text.String()
}

// move points a branch at a commit, if it stands at its first parent.
func (r *Repository) move(branch string, parents []Hash, commit Hash) error {
	full := "refs/heads/" + branch
	if err := r.beside(full); err != nil {
		return err
	}
	name := filepath.Join(r.layout.common, filepath.FromSlash(full))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return exchange(name, []byte(commit.String()+"\n"), func() error {
		ref, err := r.refs.Ref(plumbing.ReferenceName(full))
		switch {
		case errors.Is(err, plumbing.ErrReferenceNotFound):
			return nil
		case err != nil:
			return fmt.Errorf("the branch %s cannot be read: %w", branch, err)
		case len(parents) == 0 || ref.Type() != plumbing.HashReference || Hash(ref.Hash()) != parents[0]:
			return fmt.Errorf("%w: %s does not stand where the commit was to be added", ErrMoved, branch)
		}
		return nil
	})
}

// beside refuses a branch that git could not keep beside another: a and a/b cannot
// both be branches.
func (r *Repository) beside(full string) error {
	names, err := r.referenceNames("refs/heads/")
	if err != nil {
		return err
	}
	for _, other := range names {
		if strings.HasPrefix(other, full+"/") || strings.HasPrefix(full, other+"/") {
			return fmt.Errorf("a branch %s cannot stand beside the branch %s: take another name",
				strings.TrimPrefix(full, "refs/heads/"), strings.TrimPrefix(other, "refs/heads/"))
		}
	}
	return nil
}

// changes are the contents of a draft by their names from the top, with the hashes
// that they will have. The contents are stored on the way.
func (r *Repository) changes(files map[string][]byte) (map[string]Hash, error) {
	changes := make(map[string]Hash, len(files))
	for name := range files {
		if err := storable(name); err != nil {
			return nil, err
		}
	}
	for name, content := range files {
		var blob Hash
		if content != nil {
			var err error
			if blob, err = r.write(plumbing.BlobObject, string(content)); err != nil {
				return nil, fmt.Errorf("%s cannot be stored: %w", name, err)
			}
		}
		changes[path.Join(r.scope, name)] = blob
	}
	return changes, nil
}
