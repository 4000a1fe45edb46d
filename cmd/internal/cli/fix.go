package cli

import (
	"bytes"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/edit"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// fixing is which changes to files are asked for.
type fixing struct{ fix, unsafe, diff bool }

// mostRounds is how often files are looked at again after a change: one fix can
// make room for another at the same place.
const mostRounds = 10

// apply makes the changes and looks again, until there is nothing left to change.
// The result is what lint says then.
func (f fixing) apply(place *place, read *linted, again func() (*linted, error)) (*linted, error) {
	made, changed := 0, make(map[string]bool)
	for range mostRounds {
		rewrites, count, err := place.fixed(read.findings, f.unsafe)
		if err != nil {
			return nil, err
		}
		if count == 0 {
			break
		}
		if _, err := place.env.rewriteAll(rewrites); err != nil {
			return nil, err
		}
		made += count
		for _, r := range rewrites {
			changed[r.file] = true
		}
		if read, err = again(); err != nil {
			return nil, err
		}
	}
	if made > 0 {
		place.env.note("%s made in %s", counted(made, "change", "changes"), counted(len(changed), "file", "files"))
	}
	return read, nil
}

// patch prints the changes, and says by the exit code whether there are any.
func (f fixing) patch(place *place, findings []diag.Finding) error {
	rewrites, count, err := place.fixed(findings, f.unsafe)
	if err != nil {
		return err
	}
	if err := place.env.diffs(rewrites, place.env.shown); err != nil {
		return err
	}
	if count > 0 {
		return errProblems
	}
	return nil
}

// fixed are the files with the fixes of their findings made, and how many those
// are. A file that would be worse to read afterwards stays as it is.
func (p *place) fixed(findings []diag.Finding, unsafe bool) (rewrites []rewrite, count int, err error) {
	fixes := make(map[string][]diag.Fix)
	var files []string
	for _, f := range p.proposed(findings, unsafe) {
		if f.Fix == nil || f.Suppressed() || !f.Fix.Safe && !unsafe {
			continue
		}
		if fixes[f.Path] == nil {
			files = append(files, f.Path)
		}
		fixes[f.Path] = append(fixes[f.Path], *f.Fix)
	}
	for _, name := range files {
		data, err := fs.ReadFile(p.system, name)
		if err != nil {
			return nil, 0, failed("", "%s cannot be read: %v", name, cause(err))
		}
		out, made, err := edit.Apply(data, fixes[name])
		if err != nil {
			return nil, 0, failed("run it again", "%s has changed while it was looked at", name)
		}
		if made == 0 || worse(name, data, out) {
			continue
		}
		if unsafe && p.misses(findings, name) {
			p.env.note("%s was left alone: other files refer to a key result that would move", name)
			continue
		}
		rewrites = append(rewrites, rewrite{filepath.Join(p.root, filepath.FromSlash(name)), data, out})
		count += made
	}
	return rewrites, count, nil
}

// misses reports whether a file of the workspace refers to a key result of another file
// that has an unsafe fix, and would lead nowhere after it.
func (p *place) misses(findings []diag.Finding, name string) bool {
	var moving []string
	for _, f := range p.proposed(findings, true) {
		if f.Path == name && f.Fix != nil && !f.Fix.Safe {
			moving = append(moving, f.Subject)
		}
	}
	if len(moving) == 0 {
		return false
	}
	found := false
	_ = fs.WalkDir(p.system, ".", func(file string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() && len(file) > 1 && strings.HasPrefix(entry.Name(), ".") {
			return fs.SkipDir
		}
		if found || err != nil || entry.IsDir() || filepath.Ext(file) != ".yaml" {
			return nil // what cannot be read refers to nothing that anybody could follow
		}
		data, _ := fs.ReadFile(p.system, file)
		found = slices.ContainsFunc(moving, func(address string) bool { return bytes.Contains(data, []byte(address)) })
		return nil
	})
	return found
}

// worse reports whether a file reads worse after a change than before.
func worse(name string, before, after []byte) bool {
	_, said := tree.Parse(name, before)
	t, saying := tree.Parse(name, after)
	return t == nil || len(saying) > len(said)
}

// proposed are the findings with the fixes that can be worked out from the files.
// Those that need the eyes of a person are only worked out when somebody asks.
func (p *place) proposed(findings []diag.Finding, unsafe bool) []diag.Finding {
	fixable := make(map[string]bool) // by rule: asking for each of many findings takes long
	wanted := func(f diag.Finding) bool {
		able, known := fixable[f.Rule]
		if !known {
			safe, ok := edit.Fixable(f.Rule)
			able = ok && (safe || unsafe)
			fixable[f.Rule] = able
		}
		return able && f.Fix == nil
	}
	if !slices.ContainsFunc(findings, wanted) {
		return findings
	}
	findings = slices.Clone(findings)
	type parsed struct {
		tree *tree.Tree
		data []byte
	}
	files := make(map[string]parsed)
	for i := range findings {
		f := &findings[i]
		if !wanted(*f) {
			continue
		}
		file, known := files[f.Path]
		if !known {
			file.data, _ = fs.ReadFile(p.system, f.Path) // a file that is gone gets no fixes
			file.tree, _ = tree.Parse(f.Path, file.data)
			files[f.Path] = file
		}
		if file.tree != nil {
			f.Fix = edit.Propose(file.tree, file.data, *f)
		}
	}
	return findings
}
