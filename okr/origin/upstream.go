package origin

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// upstream is what the branch of a revision follows: branch.<name>.remote and
// branch.<name>.merge, through the fetch rules of that remote. Where the
// configuration goes on in files that are not read here, the answer might be
// wrong and is refused.
func (r *Repository) upstream(revision revision) (Hash, error) {
	const remedy = "write the branch itself, as in origin/main"
	branch := revision.base
	if branch == "HEAD" {
		ref, err := r.refs.Ref(plumbing.HEAD)
		if err != nil || ref.Type() != plumbing.SymbolicReference {
			return Hash{}, revision.wrong("asks what the current branch follows, and HEAD is on none", remedy)
		}
		branch = ref.Target().Short()
	}
	branch = strings.TrimPrefix(branch, "refs/heads/")
	own, err := readSettings(filepath.Join(r.layout.dot, "config.worktree"))
	if err != nil {
		return Hash{}, err
	}
	if includes(r.settings) || includes(own) || own.HasSection("branch") || own.HasSection("remote") {
		return Hash{}, revision.wrong("depends on configuration in other files, which is not read here", remedy)
	}
	section := r.settings.Section("branch").Subsection(branch)
	remote, merge := section.Option("remote"), section.Option("merge")
	if remote == "" || merge == "" {
		return Hash{}, &RevisionError{Text: revision.text, Unknown: true,
			Problem: fmt.Sprintf("asks what %q follows, and it follows nothing", branch),
			Remedy:  remedy + ", or run git branch --set-upstream-to"}
	}
	name := merge
	if remote != "." {
		name = tracked(r.settings.Section("remote").Subsection(remote).OptionAll("fetch"), merge)
	}
	if name == "" {
		return Hash{}, revision.wrong(fmt.Sprintf("asks for %s of %s, which is not fetched into this clone", merge, remote), remedy)
	}
	return r.reference(revision, plumbing.ReferenceName(name))
}

// tracked is where a branch of a remote is kept here, by rules such as
// +refs/heads/*:refs/remotes/origin/*; empty where none brings it.
func tracked(rules []string, branch string) string {
	for _, rule := range rules {
		if strings.HasPrefix(rule, "^") {
			continue // leaves branches out; what it leaves out is not there to be found
		}
		from, to, ok := strings.Cut(strings.TrimPrefix(rule, "+"), ":")
		if !ok {
			continue
		}
		if from == branch {
			return to
		}
		before, after, pattern := strings.Cut(from, "*")
		middle, fits := strings.CutPrefix(branch, before)
		if fits {
			middle, fits = strings.CutSuffix(middle, after)
		}
		if pattern && fits {
			return strings.Replace(to, "*", middle, 1)
		}
	}
	return ""
}
