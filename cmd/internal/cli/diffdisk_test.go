package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/origin"
)

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// shopOnDisk is a repository of one state, checked out, with its workspace in the folder
// goals.
func shopOnDisk(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	committed(t, dir, map[string]string{
		"goals/okr.yaml": leaningRegister, "goals/okrs/2026-Q2/a.yaml": document("a", "", counted("k", "")),
		"goals/okrs/2026-Q2/b.yaml": document("b", "supports: [a/2026-Q2/o]", counted("k", "")), ".gitignore": "c.yaml\n",
	})
	repository, err := origin.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer repository.Close()
	if err := repository.CheckOut(); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "goals")
}

// says holds what a comparison prints, and how it ends.
func says(t *testing.T, dir string, code int, want string, args ...string) {
	t.Helper()
	got, out, problems := run(t, dir, append([]string{"diff"}, args...)...)
	if got != code || !strings.Contains(out+problems, want) {
		t.Errorf("okr diff %s: exit %d, want %d and %q:\n%s%s", strings.Join(args, " "), got, code, want, out, problems)
	}
	if code == 2 && !strings.Contains(problems, "hint: ") && !strings.Contains(problems, ": run git") && !strings.Contains(problems, "beyond the first commit") {
		t.Errorf("okr diff %s: no word of what to do: %s", strings.Join(args, " "), problems)
	}
}

func TestDiffOfFilesOnTheDisk(t *testing.T) {
	const nothing = "Nothing changed"
	goals := shopOnDisk(t)
	a, b := filepath.Join(goals, "okrs", "2026-Q2", "a.yaml"), filepath.Join(goals, "okrs", "2026-Q2", "b.yaml")
	says(t, goals, 0, nothing, "HEAD")
	says(t, goals, 0, nothing)
	says(t, goals, 0, nothing, "--cached")

	for _, name := range []string{a, b, filepath.Join(goals, "okr.yaml")} { // as core.autocrlf does
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		write(t, name, strings.ReplaceAll(string(text), "\n", "\r\n"))
	}
	says(t, goals, 0, nothing, "HEAD")
	write(t, a, strings.ReplaceAll(strings.Replace(document("a", "", counted("k", "")), "target: 100", "target: 60", 1), "\n", "\r\n"))
	says(t, goals, 0, "b/2026-Q2/o", "HEAD")
	says(t, filepath.Dir(a), 0, "a.yaml:11", "HEAD")
	write(t, a, document("a", "", counted("k", "")))

	c := filepath.Join(goals, "okrs", "2026-Q2", "c.yaml") // which git ignores
	write(t, c, document("c", "", counted("k", "")))
	says(t, goals, 0, `"address": "c/2026-Q2"`, "HEAD", "--format", "json")
	if err := os.Remove(c); err != nil {
		t.Fatal(err)
	}

	write(t, filepath.Join(goals, "okrs", "2026-Q2", "folder.yaml", "c.yaml"), document("c", "", counted("k", "")))
	says(t, goals, 1, `"address": "c/2026-Q2"`, "HEAD", "--format", "json") // the folder is said
	if err := os.RemoveAll(filepath.Join(goals, "okrs", "2026-Q2", "folder.yaml")); err != nil {
		t.Fatal(err)
	}

	write(t, a, strings.Repeat("# far too much\n", 1<<17))
	says(t, goals, 1, "files of more than 1 MiB are not read", "HEAD")
	write(t, a, "version: 1\nteam: [\n")
	says(t, goals, 1, nothing, "HEAD")
	write(t, a, document("a", "", counted("k", "")))
	if err := os.Chmod(a, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := os.ReadFile(a); err != nil { // the administrator can read everything
		says(t, goals, 1, "this file cannot be read", "HEAD")
	}
}

func TestDiffOfLinksOnTheDisk(t *testing.T) {
	goals := shopOnDisk(t)
	folder := filepath.Join(goals, "okrs")
	c := filepath.Join(folder, "2026-Q2", "c.yaml")
	if err := os.Symlink("a.yaml", c); err != nil {
		t.Skip("links cannot be made here")
	}
	says(t, goals, 0, "Nothing changed", "HEAD")
	// A document that becomes a link is no document any more.
	b := filepath.Join(folder, "2026-Q2", "b.yaml")
	if err := os.Rename(b, filepath.Join(goals, "b.yaml")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../../b.yaml", b); err != nil {
		t.Fatal(err)
	}
	says(t, goals, 0, "the document is gone", "HEAD")
	// The topmost folder is followed, as reading follows it.
	if err := os.Remove(b); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(goals, "b.yaml"), b); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(folder, filepath.Join(goals, "other")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("other", folder); err != nil {
		t.Fatal(err)
	}
	says(t, goals, 1, `"changes": []`, "HEAD", "--format", "json") // the link c.yaml is said, since all is read
}

// TestDiffWithoutAWorkspaceOnASide holds what is said where an end has no okr.yaml.
func TestDiffWithoutAWorkspaceOnASide(t *testing.T) {
	dir := t.TempDir()
	empty := map[string]string{"README.md": "Empty\n"}
	full := map[string]string{
		"goals/okr.yaml": leaningRegister, "goals/okrs/a.yaml": document("a", "", counted("k", "")), "README.md": "Empty\n",
	}
	hashes := committed(t, dir, empty, full, empty, map[string]string{"README.md": "Still\n"})
	says(t, dir, 0, "new document", "HEAD~3..HEAD~2", "-C", "goals")
	says(t, dir, 0, "the document is gone", "HEAD~2..HEAD~1", "-C", "goals")
	says(t, dir, 0, "the document is gone", hashes[1]+"..", "-C", "goals")
	says(t, dir, 0, "new document", "..HEAD~2", "-C", "goals")
	says(t, dir, 0, "the document is gone", "HEAD~2", "-C", "goals")
	says(t, dir, 2, "there is no okr.yaml", "HEAD~1..HEAD", "-C", "goals")
	says(t, dir, 2, "there is no okr.yaml", "-C", "goals")

	goals := shopOnDisk(t)
	if err := os.Remove(filepath.Join(goals, "okr.yaml")); err != nil {
		t.Fatal(err)
	}
	says(t, goals, 0, "the document is gone", "HEAD")
	says(t, goals, 0, "Nothing changed", "--cached")
}

func TestDiffRefuses(t *testing.T) {
	goals := shopOnDisk(t)
	for want, args := range map[string][]string{
		`"B..C" is a range of commits`: {"A..B..C"}, `"A"`: {"A...HEAD"}, "git allows": {"HEAD....HEAD"}, "beyond the first commit": {"HEAD~1.."},
		"--cached compares": {"HEAD..", "--cached"}, "a commit is needed": {"HEAD:okr.yaml"}, "as an option does": {"--", "-x"},
		"is empty": {""}, "what stood there earlier": {"HEAD@{1}"}, `"nowhere"`: {"nowhere"}, `no cycle "2026-Q9"`: {"HEAD", "--cycle", "2026-Q9"},
	} {
		says(t, goals, 2, want, args...)
	}
	for _, same := range []string{"HEAD...HEAD", "...", "..", "HEAD..", "..HEAD", "main...", "@", "HEAD^0", "main..main"} {
		says(t, goals, 0, "Nothing changed", same)
	}
}

// TestDiffInOddRepositories compares in a bare repository, in one that lacks a file, and
// where there is no history.
func TestDiffInOddRepositories(t *testing.T) {
	goals := shopOnDisk(t)
	top := filepath.Dir(goals)
	bare := filepath.Join(t.TempDir(), "shop.git")
	if err := os.CopyFS(bare, os.DirFS(filepath.Join(top, ".git"))); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(bare, "config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n")
	says(t, bare, 0, "Nothing changed", "main..HEAD", "-C", "goals")
	says(t, bare, 2, "has no files on the disk", "-C", "goals")
	says(t, bare, 2, "has no files on the disk", "--cached", "-C", "goals")

	repository, err := origin.Open(top)
	if err != nil {
		t.Fatal(err)
	}
	defer repository.Close()
	head, err := repository.Resolve("HEAD")
	if err != nil {
		t.Fatal(err)
	}
	files, err := repository.At(head.Hash)
	if err != nil {
		t.Fatal(err)
	}
	hash, err := files.Hash("goals/okrs/2026-Q2/a.yaml")
	if err != nil {
		t.Fatal(err)
	}
	object := hash.String()
	if err := os.Remove(filepath.Join(top, ".git", "objects", object[:2], object[2:])); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(goals, "okrs", "2026-Q2", "a.yaml"), document("a", "", counted("other", "")))
	says(t, goals, 2, "object "+object[:8]+" is not in this repository: run git fsck", "HEAD")
	write(t, filepath.Join(goals, "okr.yaml"), leaningRegister+"scoring: {objective_score: min}\n")
	says(t, goals, 2, "object "+object[:8]+" is not in this repository", "HEAD")

	says(t, t.TempDir(), 2, "there is no okr.yaml", "HEAD")
	plain := t.TempDir()
	write(t, filepath.Join(plain, "okr.yaml"), leaningRegister)
	says(t, plain, 2, "there is no git repository in", "HEAD")
	fresh := t.TempDir()
	if made, err := origin.Create(fresh); err != nil || made.Close() != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(fresh, "okr.yaml"), leaningRegister)
	says(t, fresh, 2, "there is no commit yet to compare with", "HEAD")
	says(t, fresh, 2, "okr diff HEAD")
}
