package origin_test

import (
	"context"
	"fmt"
	"go/build"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/okrs-as-code/okrs/okr/origin"
)

// TestNothingOfARepositoryIsRun sets a trap wherever git would run a program that
// a repository names, springs one with git to see that it works, then uses all
// there is here.
func TestNothingOfARepositoryIsRun(t *testing.T) {
	c := newCheckout(t)
	linear(c)
	c.write(".gitattributes", "*.yaml filter=trap diff=trap merge=trap\n")
	c.commit("attributes")
	c.git("tag", "-a", "-m", "t", "v1")
	c.git("clone", "-q", c.dir, "../clone")
	c = c.in(filepath.Join(filepath.Dir(c.dir), "clone"))
	sprung := filepath.Join(t.TempDir(), "sprung")
	trap := filepath.Join(t.TempDir(), "trap")
	if err := os.WriteFile(trap, []byte("#!/bin/sh\necho \"$0 $@\" >> "+sprung+"\n"), 0o777); err != nil {
		t.Fatal(err)
	}
	for _, setting := range []string{"core.fsmonitor", "core.sshCommand", "core.editor", "core.pager", "core.askPass", "core.gitProxy", "core.alternateRefsCommand",
		"diff.external", "diff.trap.command", "diff.trap.textconv", "filter.trap.clean", "filter.trap.smudge", "filter.trap.process", "merge.trap.driver",
		"credential.helper", "gpg.program", "uploadpack.packObjectsHook", "remote.origin.uploadpack", "alias.log"} {
		c.git("config", setting, trap)
	}
	c.git("config", "filter.trap.required", "true")
	c.git("config", "tag.gpgSign", "true")
	c.git("config", "core.hooksPath", filepath.Join(c.dir, ".git", "hooks"))
	for _, hook := range []string{"pre-commit", "post-commit", "reference-transaction", "post-checkout", "pre-push", "post-index-change", "fsmonitor-watchman"} {
		data, err := os.ReadFile(trap)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(c.dir, ".git", "hooks", hook), data, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := c.try("status"); err != nil {
		t.Log(err)
	}
	if err := os.Remove(sprung); err != nil {
		t.Fatal("the trap does not work, so it shows nothing: ", err)
	}
	useEverything(t, c.dir)
	if calls, err := os.ReadFile(sprung); err == nil {
		t.Errorf("run: %s", calls)
	}
}

func useEverything(t *testing.T, dir string) {
	t.Helper()
	r := open(t, dir)
	head, _, err := r.Head()
	if err != nil {
		t.Fatal(err)
	}
	snapshot, err := r.At(head.Hash)
	if err != nil {
		t.Fatal(err)
	}
	isFileSystem(t, snapshot)
	staged, err := r.Staged()
	if err != nil {
		t.Fatal(err)
	}
	isFileSystem(t, staged)
	for _, err := range r.Walk(context.Background(), head.Hash, origin.WalkOptions{AllParents: true}) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, text := range []string{"@{u}", "v1", "origin/main~1", head.Hash.Short()} {
		if _, err := r.Resolve(text); err != nil {
			t.Error(err)
		}
	}
	_, base, err := r.DefaultBranch()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.MergeBase(head.Hash, base.Hash); err != nil {
		t.Error(err)
	}
	if _, err := r.CreateTag("okr/2026-q1", head.Hash, "Publish", time.Unix(1_800_000_000, 0)); err != nil {
		t.Error(err)
	}
	if _, err := r.Tags(""); err != nil {
		t.Error(err)
	}
}

// TestNoProgramCanBeRun holds that nothing this package is made of is able to
// start a program or to reach the network, nor reads history by the calls of
// go-git that are slow in large repositories or answer wrongly: they stand in its
// first package and in plumbing/object.
func TestNoProgramCanBeRun(t *testing.T) {
	forbidden := []string{"os/exec", "net", "net/http", "plugin", "github.com/go-git/go-git/v5", "github.com/go-git/go-git/v5/plumbing/object"}
	seen := make(map[string]bool)
	var visit func(name, from string)
	visit = func(name, from string) {
		if seen[name] || name == "C" || strings.HasPrefix(name, "vendor/") {
			return
		}
		seen[name] = true
		pkg, err := build.Import(name, from, 0)
		if err != nil || pkg.Goroot {
			return
		}
		for _, target := range pkg.Imports {
			if slices.Contains(forbidden, target) {
				t.Errorf("%s imports %s", name, target)
			}
			visit(target, pkg.Dir)
		}
	}
	visit(".", ".")
	const least = 10 // packages of go-git alone, or nothing was looked at
	if len(seen) < least {
		dir, err := os.Getwd()
		t.Fatalf("only %d packages were looked at from %s, %v", len(seen), dir, err)
	}
}

// TestNobodyIsNamed holds that whoever made commits and tags is in nothing that
// can be had from here.
func TestNobodyIsNamed(t *testing.T) {
	c := newCheckout(t)
	linear(c)
	c.git("tag", "-a", "-m", "publish", "okr/2026-q1")
	r := open(t, c.dir)
	head, branch, err := r.Head()
	if err != nil {
		t.Fatal(err)
	}
	tags, err := r.Tags("")
	if err != nil {
		t.Fatal(err)
	}
	said := fmt.Sprintf("%+v %s %+v", *head, branch, tags)
	for version, err := range r.Walk(context.Background(), head.Hash, origin.WalkOptions{}) {
		if err != nil {
			t.Fatal(err)
		}
		said += fmt.Sprintf("%+v %+v", version, *version.Commit)
	}
	for _, name := range []string{"Ada", "ada@", "Bo", "bo@", "weird"} {
		if strings.Contains(said, name) {
			t.Errorf("%q is said", name)
		}
	}
	if !strings.Contains(c.git("log", "--format=%an %cn"), "Ada Bo") {
		t.Error("the commits name nobody, so this shows nothing")
	}
}
