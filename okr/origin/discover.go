package origin

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// layout is where the parts of a repository lie, as absolute paths.
type layout struct {
	top    string // the working tree; empty for a bare repository
	dot    string // what belongs to this working tree: HEAD, the index
	common string // what all working trees share: objects, refs, config
	prefix string // the directory asked for, below top, with slashes; "." at the top
}

// discover looks for the repository around a directory, upwards. A bare
// repository counts only where no working tree surrounds it: what lies as plain
// files in a working tree, brought by anybody's pull request, is not its history.
func discover(dir string) (layout, error) {
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return layout{}, err
	}
	start, err := filepath.EvalSymlinks(absolute)
	if err != nil {
		return layout{}, err
	}
	for top := range upwards(start) {
		dot, err := dotGit(top)
		if err != nil {
			return layout{}, err
		}
		if dot != "" {
			prefix, err := filepath.Rel(top, start)
			if err != nil {
				return layout{}, err
			}
			return shared(layout{top: top, dot: dot, prefix: filepath.ToSlash(prefix)})
		}
	}
	for bare := range upwards(start) {
		if isGitDirectory(bare) {
			return shared(layout{dot: bare, prefix: "."})
		}
	}
	return layout{}, ErrNoRepository
}

// upwards yields a directory and all that contain it.
func upwards(dir string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for yield(dir) {
			parent := filepath.Dir(dir)
			if parent == dir {
				return
			}
			dir = parent
		}
	}
}

// dotGit is the git directory of a working tree with this top; empty where there
// is none. In linked working trees and submodules .git is a file that names it.
func dotGit(top string) (string, error) {
	name := filepath.Join(top, ".git")
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", nil
	case err != nil:
		return "", err
	case info.IsDir():
		if isGitDirectory(name) {
			return name, nil
		}
		return "", nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return "", err
	}
	target, ok := strings.CutPrefix(strings.TrimRight(string(data), "\r\n"), "gitdir: ")
	if !ok {
		return "", fmt.Errorf("%s is a file without a line gitdir: remove it, or run git worktree repair", name)
	}
	if !filepath.IsAbs(target) {
		target = filepath.Join(top, target)
	}
	if !isGitDirectory(target) {
		return "", fmt.Errorf("%s points at %s, where no repository is: run git worktree repair, or git submodule update --init", name, target)
	}
	return target, nil
}

// isGitDirectory reports whether a directory is laid out as git does it.
func isGitDirectory(dir string) bool {
	if _, err := os.Lstat(filepath.Join(dir, "HEAD")); err != nil {
		return false
	}
	if _, err := os.Stat(filepath.Join(dir, "commondir")); err == nil {
		return true
	}
	return isDirectory(filepath.Join(dir, "objects")) && isDirectory(filepath.Join(dir, "refs"))
}

func isDirectory(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// shared completes a layout with what a linked working tree shares with the others.
func shared(l layout) (layout, error) {
	l.common = l.dot
	data, err := os.ReadFile(filepath.Join(l.dot, "commondir"))
	if errors.Is(err, fs.ErrNotExist) {
		return l, nil
	}
	if err != nil {
		return l, err
	}
	common := strings.TrimRight(string(data), "\r\n")
	if !filepath.IsAbs(common) {
		common = filepath.Join(l.dot, common)
	}
	if !isDirectory(filepath.Join(common, "objects")) {
		return l, fmt.Errorf("%s points at %s, where no repository is: run git worktree repair", filepath.Join(l.dot, "commondir"), common)
	}
	l.common = common
	return l, nil
}
