package origin

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/okrs-as-code/okrs/okr/near"
)

// Resolve finds the commit that a text names: a branch, a branch of a remote, a
// tag, a full or short hash or HEAD, then ~n and ^n; and the branch another one
// follows with @{upstream}, where the configuration says it. What else git
// understands is refused by name with a *RevisionError. History that a shallow
// clone left out is a *RevisionError too, or a *MissingError.
func (r *Repository) Resolve(text string) (*Commit, error) {
	revision, err := parseRevision(text)
	if err != nil {
		return nil, err
	}
	start, err := r.start(revision)
	if err != nil {
		return nil, err
	}
	commit, err := r.peel(start)
	if err != nil {
		return nil, err
	}
	for _, step := range revision.steps {
		if commit, err = r.climb(revision, commit, step); err != nil {
			return nil, err
		}
	}
	return commit, nil
}

// Head is the commit that is checked out, and the name of its branch, empty where
// HEAD is detached. A branch without commits is ErrNoCommit.
func (r *Repository) Head() (commit *Commit, branch string, err error) {
	if ref, err := r.refs.Ref(plumbing.HEAD); err == nil && ref.Type() == plumbing.SymbolicReference {
		branch = ref.Target().Short()
	}
	commit, err = r.Resolve("HEAD")
	return commit, branch, err
}

// climb goes one step back in history.
func (r *Repository) climb(revision revision, commit *Commit, step step) (*Commit, error) {
	first, times := 0, step.n
	if step.parent {
		if step.n == 0 {
			return commit, nil
		}
		first, times = step.n-1, 1
	}
	for i := range times {
		switch {
		case commit.Cut:
			return nil, &RevisionError{Text: revision.text, Unknown: true,
				Problem: "goes back beyond where this shallow clone ends, at " + commit.Hash.Short(), Remedy: unshallow}
		case len(commit.Parents) == 0:
			return nil, &RevisionError{Text: revision.text, Unknown: true,
				Problem: fmt.Sprintf("goes back beyond the first commit, %s, after %d of %d steps", commit.Hash.Short(), i, times)}
		case first >= len(commit.Parents):
			return nil, &RevisionError{Text: revision.text, Unknown: true,
				Problem: fmt.Sprintf("asks for parent %d of %s, which has %d", step.n, commit.Hash.Short(), len(commit.Parents))}
		}
		var err error
		if commit, err = r.Commit(commit.Parents[first]); err != nil {
			return nil, err
		}
	}
	return commit, nil
}

// start is the object that a revision starts from: by name before by short hash,
// as git does.
func (r *Repository) start(revision revision) (Hash, error) {
	if revision.upstream {
		return r.upstream(revision)
	}
	if h, err := ParseHash(revision.base); err == nil {
		if _, _, err := r.objects.get(h); errors.Is(err, errAbsent) {
			return Hash{}, r.unknown(revision)
		}
		return h, nil
	}
	name, err := r.expand(revision)
	if err != nil {
		return Hash{}, err
	}
	if name != "" {
		return r.reference(revision, name)
	}
	if short := strings.ToLower(revision.base); len(short) >= 4 && strings.Trim(short, "0123456789abcdef") == "" {
		if h, err := r.abbreviated(revision, short); err != nil || !h.IsZero() {
			return h, err
		}
	}
	return Hash{}, r.unknown(revision)
}

// places are where a name is looked for, in the order of gitrevisions(7).
var places = []string{"refs/", "refs/tags/", "refs/heads/", "refs/remotes/"}

// expand is the full name of a reference; empty where there is none. A name that
// is both a tag's and a branch's, at different objects, is refused: git takes the
// tag, and not all who write the name know that.
func (r *Repository) expand(revision revision) (plumbing.ReferenceName, error) {
	switch revision.base {
	case "HEAD", "ORIG_HEAD", "MERGE_HEAD":
		return plumbing.ReferenceName(revision.base), nil
	case "FETCH_HEAD":
		return "", revision.wrong("means what was fetched last", "write the branch, as in origin/main")
	}
	candidates := []string{}
	if strings.HasPrefix(revision.base, "refs/") {
		candidates = append(candidates, revision.base)
	}
	for _, place := range places {
		candidates = append(candidates, place+revision.base)
	}
	candidates = append(candidates, "refs/remotes/"+revision.base+"/HEAD")
	var found []plumbing.ReferenceName
	for _, candidate := range candidates {
		name := plumbing.ReferenceName(candidate)
		if _, err := r.refs.Ref(name); err == nil {
			found = append(found, name)
		}
	}
	if len(found) == 0 {
		return "", nil
	}
	first, err := r.reference(revision, found[0])
	if err != nil {
		return "", err
	}
	for _, other := range found[1:] {
		if h, err := r.reference(revision, other); err == nil && h != first {
			return "", revision.wrong(fmt.Sprintf("means %s and %s", found[0], other), "write one of these in full")
		}
	}
	return found[0], nil
}

// reference is the object that a reference leads to.
func (r *Repository) reference(revision revision, name plumbing.ReferenceName) (Hash, error) {
	const mostLinks = 5 // as git
	for range mostLinks {
		ref, err := r.refs.Ref(name)
		if err != nil {
			if revision.base == "HEAD" && (errors.Is(err, plumbing.ErrReferenceNotFound) || errors.Is(err, fs.ErrNotExist)) {
				return Hash{}, ErrNoCommit
			}
			return Hash{}, &RevisionError{Text: revision.text, Problem: fmt.Sprintf("leads to %s, which is not there", name), Unknown: true}
		}
		if ref.Type() == plumbing.HashReference {
			return Hash(ref.Hash()), nil
		}
		name = ref.Target()
	}
	return Hash{}, revision.wrong("leads in a circle", "run git symbolic-ref "+string(name))
}

// abbreviated is the one commit or tag whose hash begins with some digits; zero
// where there is none.
func (r *Repository) abbreviated(revision revision, digits string) (Hash, error) {
	candidates, err := r.objects.withPrefix(digits)
	if err != nil || len(candidates) == 0 {
		return Hash{}, err
	}
	var commits []Hash
	for _, candidate := range candidates {
		if _, err := r.peel(candidate); err == nil {
			commits = append(commits, candidate)
		}
	}
	switch len(commits) {
	case 0:
		return candidates[0], nil // what it is instead is said where it is read
	case 1:
		return commits[0], nil
	}
	var names []string
	for _, commit := range commits {
		names = append(names, commit.String())
	}
	return Hash{}, revision.wrong("is the start of several hashes", "write more digits of one of "+strings.Join(names, ", "))
}

// peel follows annotated tags to the commit they are put on.
func (r *Repository) peel(h Hash) (*Commit, error) {
	const mostTags = 100
	for range mostTags {
		found, data, err := r.objects.get(h)
		switch {
		case errors.Is(err, errAbsent):
			return nil, r.missing(h)
		case err != nil:
			return nil, err
		case found != tagKind:
			return r.Commit(h)
		}
		if h, err = tagTarget(data); err != nil {
			return nil, err
		}
	}
	return nil, errDamaged
}

// unknown says that nothing has a name, and which names are near.
func (r *Repository) unknown(revision revision) error {
	failed := &RevisionError{Text: revision.text, Problem: "is no branch, tag or commit of this repository", Unknown: true}
	names := r.names()
	switch nearest := near.Words(revision.base, names); {
	case len(nearest) > 0:
		failed.Remedy = "did you mean " + strings.Join(nearest, ", ") + "?"
	case r.Shallow():
		failed.Remedy = "this is a shallow clone: " + unshallow
	case len(names) > 0:
		slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
		failed.Remedy = "there are " + strings.Join(names[:min(len(names), 5)], ", ") + "; git fetch --tags brings those of the remote"
	}
	if len(failed.Remedy) > 0 && r.Shallow() && !strings.Contains(failed.Remedy, unshallow) {
		failed.Remedy += " This is a shallow clone: " + unshallow
	}
	return failed
}

// names are those of all branches and tags, as one writes them.
func (r *Repository) names() []string {
	full, err := r.referenceNames("refs/")
	if err != nil {
		return nil
	}
	var names []string
	for _, name := range full {
		for _, place := range places[1:] {
			if short, ok := strings.CutPrefix(name, place); ok {
				names = append(names, short)
			}
		}
	}
	return names
}
