package origin

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
)

// ErrTagExists says that a tag of the name is there already: what was published
// stays published.
var ErrTagExists = errors.New("the tag is there already")

// CreateTag puts an annotated tag on a commit, dated now as the caller counts it.
// Its maker, whom git demands, is the user of git's configuration, else this
// program. The object and the reference are written and nothing else: no hook
// runs, nothing is pushed. A name that is taken is ErrTagExists.
func (r *Repository) CreateTag(name string, commit Hash, message string, now time.Time) (Tag, error) {
	if !validName(name) {
		return Tag{}, fmt.Errorf("%q is not a name that git allows for a tag", name)
	}
	if err := r.free(name); err != nil {
		return Tag{}, err
	}
	if _, err := r.Commit(commit); err != nil {
		return Tag{}, err
	}
	content := fmt.Sprintf("object %s\ntype commit\ntag %s\ntagger %s %d %s\n\n%s\n",
		commit, name, r.identity(), now.Unix(), now.Format("-0700"), strings.TrimRight(message, "\n"))
	object, err := r.write(plumbing.TagObject, content)
	if err != nil {
		return Tag{}, fmt.Errorf("the tag cannot be written: %w", err)
	}
	if err := r.point(name, object); err != nil {
		return Tag{}, err
	}
	return Tag{Name: name, Commit: commit, Annotated: true, When: now.Truncate(time.Second), Subject: subject([]byte(message))}, nil
}

// free refuses names that are taken, or that git could not keep beside another:
// okr and okr/2026-q3 cannot both be tags.
func (r *Repository) free(name string) error {
	names, err := r.referenceNames("refs/tags/")
	if err != nil {
		return err
	}
	for _, other := range names {
		other = strings.TrimPrefix(other, "refs/tags/")
		if other == name {
			return fmt.Errorf("%w: %s", ErrTagExists, name)
		}
		if strings.HasPrefix(other, name+"/") || strings.HasPrefix(name, other+"/") {
			return fmt.Errorf("a tag %s cannot stand beside the tag %s: delete or rename that one", name, other)
		}
	}
	return nil
}

// point makes a tag's reference, locked as git locks it, whole or not at all.
func (r *Repository) point(name string, object Hash) error {
	reference := filepath.Join(r.layout.common, "refs", "tags", filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(reference), 0o777); err != nil {
		return err
	}
	return exchange(reference, []byte(object.String()+"\n"), func() error { return r.free(name) })
}
