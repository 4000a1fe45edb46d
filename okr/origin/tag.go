package origin

import (
	"bytes"
	"errors"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
)

// Tag is a tag and the commit it stands for.
type Tag struct {
	Name      string // without refs/tags/, as okr/2026-q3
	Commit    Hash   // behind all annotated tags; zero where it stands for no commit
	Annotated bool   // an object of its own, with a date; a lightweight tag is a mere name
	When      time.Time
	Subject   string // the first paragraph of its message; text from outside, to be escaped
}

// Tags lists the tags whose names begin with a prefix, sorted by name; an empty
// prefix lists all.
func (r *Repository) Tags(prefix string) ([]Tag, error) {
	names, err := r.referenceNames("refs/tags/")
	if err != nil {
		return nil, err
	}
	var tags []Tag
	for _, name := range names {
		name = strings.TrimPrefix(name, "refs/tags/")
		if !strings.HasPrefix(name, prefix) {
			continue
		}
		tag, found, err := r.Tag(name)
		if err != nil {
			return nil, err
		}
		if found {
			tags = append(tags, tag)
		}
	}
	return tags, nil
}

// Tag reads a tag by its name without refs/tags/; false where there is none.
func (r *Repository) Tag(name string) (Tag, bool, error) {
	if !validName(name) {
		return Tag{}, false, nil
	}
	full := plumbing.NewTagReferenceName(name)
	if _, err := r.refs.Ref(full); err != nil {
		return Tag{}, false, nil //nolint:nilerr // a name that leads nowhere is no tag
	}
	h, err := r.reference(revision{text: name, base: name}, full)
	if err != nil {
		return Tag{}, false, err
	}
	tag := Tag{Name: name}
	found, data, err := r.objects.get(h)
	if errors.Is(err, errAbsent) {
		return tag, false, r.missing(h)
	}
	if err != nil {
		return tag, false, err
	}
	if found == tagKind {
		tag.Annotated = true
		head, message, _ := bytes.Cut(data, []byte("\n\n"))
		tag.Subject = subject(message)
		for line := range bytes.SplitSeq(head, []byte("\n")) {
			if value, ok := bytes.CutPrefix(line, []byte("tagger ")); ok {
				tag.When = moment(value)
			}
		}
	}
	commit, err := r.peel(h)
	var other *KindError
	switch {
	case errors.As(err, &other): // the tag of a tree or file
	case err != nil:
		return tag, false, err
	default:
		tag.Commit = commit.Hash
	}
	return tag, true, nil
}

// Published is the annotated tag of a name that stands for a commit; false where
// there is none. A lightweight tag publishes nothing: it has no date, and git
// moves it without a word.
func (r *Repository) Published(name string) (Tag, bool, error) {
	tag, found, err := r.Tag(name)
	return tag, found && tag.Annotated && !tag.Commit.IsZero(), err
}

// tagTarget is the object an annotated tag is put on.
func tagTarget(data []byte) (Hash, error) {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	value, ok := bytes.CutPrefix(line, []byte("object "))
	if !ok {
		return Hash{}, errDamaged
	}
	h, err := ParseHash(string(value))
	if err != nil {
		return Hash{}, errDamaged
	}
	return h, nil
}
