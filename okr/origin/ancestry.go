package origin

import (
	"fmt"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// What is known of a commit while two histories are compared.
const (
	ofFirst  = 1 << iota // reached from the first commit
	ofSecond             // reached from the second
	stale                // an ancestor of one that both reach
)

// MergeBase is the newest commit that two histories have in common and that no
// other common one descends from. ErrUnrelated says that there is none; where a
// shallow clone may have left it out, the error says so as well.
func (r *Repository) MergeBase(a, b Hash) (*Commit, error) {
	bases, cut, err := r.commonAncestors(a, b)
	if err != nil {
		return nil, err
	}
	if bases, err = r.independent(bases); err != nil {
		return nil, err
	}
	if len(bases) == 0 {
		if cut {
			return nil, fmt.Errorf("%w as far as this shallow clone goes: %s", ErrUnrelated, unshallow)
		}
		return nil, ErrUnrelated
	}
	return bases[0], nil
}

// IsAncestor reports whether a commit is in the history of another one, or is it.
func (r *Repository) IsAncestor(ancestor, of Hash) (bool, error) {
	if ancestor == of {
		return true, nil
	}
	bases, _, err := r.commonAncestors(ancestor, of)
	return slices.ContainsFunc(bases, func(c *Commit) bool { return c.Hash == ancestor }), err
}

// commonAncestors are the commits that both histories reach, without those found
// to be ancestors of others; newest first. It also says whether the search came
// to where a shallow clone ends. Both histories are walked by date at once, so
// that the search ends soon after they meet.
func (r *Repository) commonAncestors(a, b Hash) (found []*Commit, cut bool, err error) {
	marks := make(map[Hash]int)
	commits := make(map[Hash]*Commit)
	var queue byDate
	mark := func(h Hash, marked int) error {
		if marks[h]&marked == marked {
			return nil
		}
		marks[h] |= marked
		if commits[h] == nil {
			commit, err := r.Commit(h)
			if err != nil {
				return err
			}
			commits[h] = commit
		}
		queue.push(commits[h])
		return nil
	}
	if err := mark(a, ofFirst); err != nil {
		return nil, false, err
	}
	if err := mark(b, ofSecond); err != nil {
		return nil, false, err
	}
	for slices.ContainsFunc(queue.commits, func(d dated) bool { return marks[d.commit.Hash]&stale == 0 }) {
		commit := queue.pop()
		marked := marks[commit.Hash]
		cut = cut || commit.Cut
		if marked&(ofFirst|ofSecond) == ofFirst|ofSecond {
			if marked&stale == 0 && !slices.Contains(found, commit) {
				found = append(found, commit)
			}
			marked |= stale
		}
		for _, parent := range commit.Parents {
			if err := mark(parent, marked); err != nil {
				return nil, cut, err
			}
		}
	}
	found = slices.DeleteFunc(found, func(c *Commit) bool { return marks[c.Hash]&stale != 0 })
	slices.SortStableFunc(found, func(x, y *Commit) int { return y.When.Compare(x.When) })
	return found, cut, nil
}

// independent leaves out commits that are ancestors of others among them, which
// clocks that ran backwards can bring in.
func (r *Repository) independent(commits []*Commit) ([]*Commit, error) {
	var kept []*Commit
	for i, commit := range commits {
		redundant := false
		for j, other := range commits {
			if i == j {
				continue
			}
			below, err := r.IsAncestor(commit.Hash, other.Hash)
			if err != nil {
				return nil, err
			}
			redundant = redundant || below
		}
		if !redundant {
			kept = append(kept, commit)
		}
	}
	return kept, nil
}

// DefaultBranch is the branch that others start from, by its short name, and its
// commit: what origin/HEAD names, else the first of main, master and trunk, of
// origin before a local one. Without any it is a *RevisionError with Unknown.
func (r *Repository) DefaultBranch() (string, *Commit, error) {
	candidates := []string{}
	if head, err := r.refs.Ref("refs/remotes/origin/HEAD"); err == nil && head.Type() == plumbing.SymbolicReference {
		candidates = append(candidates, string(head.Target()))
	}
	for _, name := range []string{"main", "master", "trunk"} {
		candidates = append(candidates, "refs/remotes/origin/"+name, "refs/heads/"+name)
	}
	for _, candidate := range candidates {
		if _, err := r.refs.Ref(plumbing.ReferenceName(candidate)); err != nil {
			continue
		}
		commit, err := r.Resolve(candidate)
		if err != nil {
			return "", nil, err
		}
		short := strings.TrimPrefix(strings.TrimPrefix(candidate, "refs/remotes/"), "refs/heads/")
		return short, commit, nil
	}
	return "", nil, &RevisionError{Text: "origin/HEAD", Unknown: true,
		Problem: "is not there, and no branch is called main, master or trunk", Remedy: "name the branch to compare with"}
}
