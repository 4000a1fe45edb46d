package cli

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/history"
	"github.com/okrs-as-code/okrs/okr/language"
	"github.com/okrs-as-code/okrs/okr/load"
	"github.com/okrs-as-code/okrs/okr/origin"
	"github.com/okrs-as-code/okrs/okr/score"
)

const workspaceFile = "okr.yaml"

// place is a workspace, on the disk or in a commit, and where it lies.
type place struct {
	env Env
	// root is the absolute directory of okr.yaml; of a commit, where it would be if
	// that were checked out.
	root string
	// repository is the absolute top of the git repository around it, or root.
	repository string
	system     fs.FS
	// commit is what is read; nil for the files on the disk.
	commit *origin.Commit
	// revision is how that commit was asked for.
	revision string
	// like is the past of another commit of this workspace; nil where none was read.
	like *history.Past
	// history is the repository, as soon as somebody has needed it.
	history *origin.Repository
	// ahead is the lexicon that was read ahead; nil where none was.
	ahead func() (*language.Understanding, error)
}

// locate finds the workspace: in the directory that is named, else in the
// nearest one upwards from the working directory.
func locate(env Env, dir string) (*place, error) {
	root, err := workspaceRoot(env, dir)
	if err != nil {
		return nil, err
	}
	// A root keeps links inside the workspace from leading out of it.
	opened, err := os.OpenRoot(root)
	if err != nil {
		return nil, failed("", "the workspace cannot be opened: %v", err)
	}
	env.atEnd(opened.Close)
	return &place{env: env, root: root, repository: repository(root), system: opened.FS()}, nil
}

func workspaceRoot(env Env, dir string) (string, error) {
	if dir != "" {
		root := env.absolute(dir)
		if _, err := os.Stat(filepath.Join(root, workspaceFile)); err != nil {
			return "", failed("a workspace is a folder with an okr.yaml; `okr demo` writes an example",
				"there is no %s in %s", workspaceFile, dir)
		}
		return root, nil
	}
	for root := env.Dir; ; root = filepath.Dir(root) {
		if _, err := os.Stat(filepath.Join(root, workspaceFile)); err == nil {
			return root, nil
		}
		if root == filepath.Dir(root) {
			return "", failed("name the workspace with -C DIR; `okr demo` writes an example",
				"there is no %s here or in any folder above", workspaceFile)
		}
	}
}

// repository is the nearest folder upwards that git works in; a linked worktree
// and a submodule have a file in the place of the folder.
func repository(root string) string {
	for dir := root; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			return root
		}
	}
}

func (e Env) absolute(name string) string {
	if filepath.IsAbs(name) {
		return filepath.Clean(name)
	}
	return filepath.Join(e.Dir, name)
}

// heldText is how many bytes of files are kept at hand where much is said about them.
const heldText = 32 << 20

// load reads the workspace; keep says which cycles are wanted whole. Who wants all
// of them is going to speak about many places.
func (p *place) load(asOf okr.Date, keep func(*okr.Cycle) bool) (*load.Result, error) {
	options := load.Options{AsOf: asOf, Keep: keep, Version: release}
	if keep == nil {
		options.Hold = heldText
	}
	result, err := load.Workspace(p.system, options)
	if err == nil {
		err = p.incomplete(result.Findings)
	}
	return result, p.unreadable(err)
}

// incomplete is why a file of a commit cannot be read where git has left it out of this
// clone: that is no mistake in the files.
func (p *place) incomplete(findings []diag.Finding) error {
	if p.commit == nil {
		return nil
	}
	for _, f := range findings {
		if f.Rule != diag.UnreadFile.ID {
			continue
		}
		var missing *origin.MissingError
		if _, err := fs.ReadFile(p.system, f.Path); errors.As(err, &missing) {
			return err
		}
	}
	return nil
}

// cycles are those that have documents, by a glance at the files.
func (p *place) cycles(asOf okr.Date) ([]*okr.Cycle, okr.Settings, error) {
	cycles, settings, err := load.Cycles(p.system, load.Options{AsOf: asOf, Version: release})
	return cycles, settings, p.unreadable(err)
}

// means reads the documents of a closed cycle alone, for calibration.
func (p *place) means(cycle *okr.Cycle, past okr.History, asOf okr.Date) (score.Means, error) {
	this := func(c *okr.Cycle) bool { return c.ID == cycle.ID }
	result, err := load.Workspace(p.system, load.Options{AsOf: asOf, Keep: this, Only: this, Version: release})
	if err != nil {
		return nil, p.unreadable(err)
	}
	closed := result.Workspace.Cycle(cycle.ID)
	if closed == nil {
		return nil, nil
	}
	return score.MeansOf(result.Workspace, past, closed, asOf), nil
}

// unreadable says what kept the world from giving us the workspace.
func (p *place) unreadable(err error) error {
	var older *load.RequirementError
	var missing *origin.MissingError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, load.ErrNoWorkspace):
		return failed("name the workspace with -C DIR", "there is no %s in %s", workspaceFile, p.root)
	case errors.As(err, &older):
		return failed("install a newer okr, or lower `requires` in okr.yaml", "%v", older)
	case errors.As(err, &missing):
		return gitFailure(p.env, "--rev", p.repository, missing)
	}
	return failed("", "the workspace cannot be read: %v", err)
}

// path turns a path of the workspace into one relative to the repository, as
// machines want it.
func (p *place) path(name string) string {
	if prefix := p.prefix(); prefix != "" {
		return path.Join(prefix, name)
	}
	return name
}

// prefix is where the workspace lies in the repository; empty at its top.
func (p *place) prefix() string {
	prefix, err := filepath.Rel(p.repository, p.root)
	if err != nil || prefix == "." {
		return ""
	}
	return filepath.ToSlash(prefix)
}

// here turns a path relative to the repository into one relative to the working
// directory, as a person can open it.
func (p *place) here(name string) string {
	full := filepath.Join(p.repository, filepath.FromSlash(name))
	if here, err := filepath.Rel(p.env.Dir, full); err == nil {
		return filepath.ToSlash(here)
	}
	return filepath.ToSlash(full)
}

// relocated is the findings with paths relative to the repository.
func (p *place) relocated(findings []diag.Finding) []diag.Finding {
	prefix := p.prefix()
	if prefix == "" {
		return findings
	}
	moved := slices.Clone(findings)
	for i := range moved {
		f := &moved[i]
		own := f.Subject == f.Path
		f.Path = path.Join(prefix, f.Path)
		if own {
			f.Subject = f.Path
		}
		f.Related = slices.Clone(f.Related)
		for j := range f.Related {
			f.Related[j].Path = path.Join(prefix, f.Related[j].Path)
		}
	}
	return moved
}

// inside is the path of a named file or folder in the workspace's file system.
func (p *place) inside(name string) (string, error) {
	full := p.env.absolute(name)
	if p.commit != nil {
		folder, rest := standing(full)
		full = filepath.Join(folder, filepath.FromSlash(rest))
	} else if _, err := os.Stat(full); err != nil {
		return "", failed("", "%s does not exist", name)
	}
	inner, err := filepath.Rel(p.root, full)
	if err != nil || inner == ".." || strings.HasPrefix(inner, ".."+string(filepath.Separator)) {
		return "", failed("name the other workspace with -C DIR", "%s is not in the workspace %s", name, p.root)
	}
	inner = filepath.ToSlash(inner)
	if p.commit != nil {
		if _, err := fs.Stat(p.system, inner); err != nil {
			return "", failed("", "%s does not exist in the commit %s", name, p.asked())
		}
	}
	return inner, nil
}
