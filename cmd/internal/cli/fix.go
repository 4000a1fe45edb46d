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
	var left []string
	for range mostRounds {
		rewrites, count, declined, err := place.fixed(read, f.unsafe)
		if err != nil {
			return nil, err
		}
		left = declined // what was left in the last round is left
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
	place.env.noteAll(left)
	return read, nil
}

// patch prints the changes, and says by the exit code whether there are any.
func (f fixing) patch(place *place, read *linted) error {
	rewrites, count, left, err := place.fixed(read, f.unsafe)
	if err != nil {
		return err
	}
	place.env.noteAll(left)
	if err := place.env.diffs(rewrites, place.env.shown); err != nil {
		return err
	}
	if count > 0 {
		return errProblems
	}
	return nil
}

// noteAll says several things beside the output.
func (e Env) noteAll(notes []string) {
	for _, text := range notes {
		e.note("%s", text)
	}
}

// fixed are the files with the fixes of their findings made, how many those are, and
// what was left alone and why. A file that would be worse to read afterwards stays as
// it is.
func (p *place) fixed(read *linted, unsafe bool) (rewrites []rewrite, count int, left []string, err error) {
	fixes := make(map[string][]diag.Fix)
	var files []string
	findings := p.proposed(read, unsafe)
	if unsafe {
		left = p.declined(read, findings)
	}
	for _, f := range findings {
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
			return nil, 0, nil, failed("", "%s cannot be read: %v", name, cause(err))
		}
		out, made, err := edit.Apply(data, fixes[name])
		if err != nil {
			return nil, 0, nil, failed("run it again", "%s has changed while it was looked at", name)
		}
		if made == 0 || worse(name, data, out) {
			continue
		}
		if unsafe && p.misses(findings, name) {
			left = append(left, name+" was left alone: other files refer to a key result that would move")
			continue
		}
		rewrites = append(rewrites, rewrite{filepath.Join(p.root, filepath.FromSlash(name)), data, out})
		count += made
	}
	return rewrites, count, left, nil
}

// misses reports whether a file of the workspace refers to a key result of another file
// that has an unsafe fix, and would lead nowhere after it.
func (p *place) misses(findings []diag.Finding, name string) bool {
	var moving []string
	for _, f := range findings {
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
func (p *place) proposed(read *linted, unsafe bool) []diag.Finding {
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
	findings := read.findings
	if !slices.ContainsFunc(findings, wanted) {
		return findings
	}
	findings = slices.Clone(findings)
	parsed := p.parser()
	for i := range findings {
		f := &findings[i]
		if !wanted(*f) {
			continue
		}
		if file := parsed(f.Path); file.tree != nil {
			if fix := edit.Propose(file.tree, file.data, *f); fix != nil && (fix.Safe || !read.published()[f.Subject]) {
				f.Fix = fix
			}
		}
	}
	return findings
}

// declined says which findings could have a fix that a person should look at, in
// another place, and why they have none.
func (p *place) declined(read *linted, findings []diag.Finding) []string {
	var left []string
	said, parsed := make(map[string]bool), p.parser()
	for _, f := range findings {
		if safe, fixable := edit.Fixable(f.Rule); !fixable || safe || f.Fix != nil || f.Suppressed() || said[f.Subject] {
			continue
		}
		file := parsed(f.Path)
		if file.tree == nil {
			continue
		}
		why := edit.Declined(file.tree, file.data, f)
		if read.published()[f.Subject] {
			why = "it was published, and what was is given up with `cancelled: {date: …, reason: …}`"
		}
		if why != "" {
			said[f.Subject] = true // two rules can see one task
			left = append(left, f.Subject+" was left alone: "+why)
		}
	}
	return left
}

// parsed is a file to be changed; without a tree where it cannot be read.
type parsed struct {
	tree *tree.Tree
	data []byte
}

// parser reads files of the workspace, each once.
func (p *place) parser() func(name string) parsed {
	files := make(map[string]parsed)
	return func(name string) parsed {
		file, known := files[name]
		if !known {
			file.data, _ = fs.ReadFile(p.system, name) // a file that is gone gets no fixes
			file.tree, _ = tree.Parse(name, file.data)
			files[name] = file
		}
		return file
	}
}
