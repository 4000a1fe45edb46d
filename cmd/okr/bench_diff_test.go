package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/sample"
)

// BenchmarkDiff holds that comparing two revisions costs what changed, and not what is
// there: one document of many gets a check-in, then a smaller target. The first
// concerns nobody else; after the second the other documents are looked through for
// who leans on it, though not parsed.
//
//	go test ./cmd/okr -run '^$' -bench Diff -benchtime 1x
//
// OKR_BENCH_DIFF (1000) changes the number of documents.
func BenchmarkDiff(b *testing.B) {
	if _, err := exec.LookPath("git"); err != nil {
		b.Skip("the git program is not installed, so there is no history")
	}
	size := sample.Size{Documents: documents(b, "OKR_BENCH_DIFF", 1000), Sound: true}
	dir := workspace(b, size)
	git(b, dir, "init", "-q", "-b", "main")
	commitAll(b, dir)
	name := changeable(b, dir)
	change(b, name, `confidence: \d`, "confidence: 3")
	commitAll(b, dir)
	change(b, name, `target: \d+`, "target: 60")
	commitAll(b, dir)
	okr := build(b, ".")
	for b.Loop() {
		compare(b, 5, "validate",
			program{"validate", process(okr, nil, "validate", "-C", dir, "--as-of", "2025-12-31", "-f", "json", "-o", filepath.Join(b.TempDir(), "v.json"))},
			program{"check-in", process(okr, nil, "diff", "-C", dir, "HEAD~2..HEAD~1", "-o", filepath.Join(b.TempDir(), "c.txt"))},
			program{"target", process(okr, nil, "diff", "-C", dir, "HEAD~1..HEAD", "-o", filepath.Join(b.TempDir(), "t.txt"))},
		)
	}
}

func git(b *testing.B, dir string, args ...string) {
	b.Helper()
	command := exec.Command("git", args...)
	command.Dir = dir
	command.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=Team", "GIT_AUTHOR_EMAIL=team@example.org", "GIT_COMMITTER_NAME=Team", "GIT_COMMITTER_EMAIL=team@example.org")
	if out, err := command.CombinedOutput(); err != nil {
		b.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

func commitAll(b *testing.B, dir string) {
	b.Helper()
	git(b, dir, "add", "-A")
	git(b, dir, "commit", "-q", "-m", "Objectives")
}

// changeable is a document with a check-in.
func changeable(b *testing.B, dir string) string {
	b.Helper()
	var found string
	err := filepath.WalkDir(filepath.Join(dir, "okrs"), func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		if strings.Contains(string(text), "check_ins:\n") && strings.Contains(string(text), "target: ") {
			found = name
		}
		return err
	})
	if err != nil || found == "" {
		b.Fatalf("no document can be changed: %v", err)
	}
	return found
}

// change rewrites the first place in a file that matches.
func change(b *testing.B, name, pattern, to string) {
	b.Helper()
	text, err := os.ReadFile(name)
	if err == nil {
		at := regexp.MustCompile(pattern).FindIndex(text)
		err = os.WriteFile(name, slices.Concat(text[:at[0]], []byte(to), text[at[1]:]), 0o666)
	}
	if err != nil {
		b.Fatal(err)
	}
}
