package origin_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/okrs-as-code/okrs/okr/origin"
)

// created is a new repository with its checkout for the git program.
func created(t *testing.T) (*origin.Repository, checkout) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "new", "work")
	r, err := origin.Create(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r.As("Goals <x>", "goals@example.org"), checkout{t, dir, new(int)}
}

func draft(when string, files map[string]string, parents ...origin.Hash) origin.Draft {
	at, err := time.Parse(time.RFC3339, when)
	if err != nil {
		panic(err)
	}
	d := origin.Draft{Parents: parents, Files: map[string][]byte{}, Message: "change\n\nbecause", When: at}
	for name, content := range files {
		d.Files[name] = []byte(content)
		if content == "-" {
			d.Files[name] = nil
		}
	}
	return d
}

func mustWrite(t *testing.T, r *origin.Repository, d origin.Draft) origin.Hash {
	t.Helper()
	h, err := r.Write(d)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// steps is a history with all that a commit can do.
var steps = []map[string]string{
	{"a.yaml": "one", "deep/er/b.yaml": "two", "deep.yaml": "sorts around the folder", "deep-": "too"},
	{"a.yaml": "ONE", "deep/er/c.yaml": "three"},
	{"deep/er/b.yaml": "-", "deep/er/c.yaml": "-"},
	{},
	{"deep/er/b.yaml": "back", "ünïcode name.yaml": "x", "empty": ""},
}

func TestWrittenHistoryIsThatOfGit(t *testing.T) {
	needGit(t)
	r, c := created(t)
	if _, _, err := r.Head(); !errors.Is(err, origin.ErrNoCommit) {
		t.Errorf("before the first commit: %v", err)
	}
	theirs := newCheckout(t)
	var parents []origin.Hash
	for i, files := range steps {
		for name, content := range files {
			if content == "-" {
				theirs.git("rm", "-q", name)
			} else {
				theirs.write(name, content)
			}
		}
		theirs.commit("x")
		when := time.Date(2026, 1, 1+i, 9, 0, 0, 0, time.FixedZone("", 3600)).Format(time.RFC3339)
		h := mustWrite(t, r, draft(when, files, parents...))
		if got, want := c.line("rev-parse", h.String()+"^{tree}"), theirs.line("rev-parse", "HEAD^{tree}"); got != want {
			t.Errorf("step %d: tree %s, want %s", i, got, want)
		}
		if head, branch, err := r.Head(); err != nil || head.Hash != h || branch != "main" {
			t.Errorf("step %d: head is %v on %s, %v", i, head, branch, err)
		}
		parents = []origin.Hash{h}
	}
	if err := r.CheckOut(); err != nil {
		t.Fatal(err)
	}
	c.git("fsck", "--strict", "--no-dangling")
	if got := c.git("status", "--porcelain"); got != "" {
		t.Errorf("status: %s", got)
	}
	if got := c.git("ls-files", "-s"); got != theirs.git("ls-files", "-s") {
		t.Errorf("index: %s", got)
	}
	if _, err := c.try("diff-index", "--quiet", "HEAD"); err != nil {
		t.Errorf("the index knows less than git notes: %v", err)
	}
	want := "Goals x <goals@example.org> Goals x <goals@example.org> 2026-01-05 09:00:00 +0100 2026-01-05 09:00:00 +0100\nchange\n\nbecause\n\n"
	if got := c.git("log", "-1", "--format=%an <%ae> %cn <%ce> %ai %ci%n%B"); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	c.put("more.yaml", "git goes on")
	if got := c.line("rev-list", "--count", "main"); got != "6" {
		t.Errorf("%s commits", got)
	}
}

func TestWriteFollowsTheIndexOfGit(t *testing.T) {
	c := newCheckout(t)
	linear(c)
	c.write("run.sh", "#!/bin/sh\n")
	if err := os.Chmod(filepath.Join(c.dir, "run.sh"), 0o755); err != nil {
		t.Fatal(err)
	}
	c.commit("a program")
	c.write("staged.yaml", "not part of it")
	c.git("add", "staged.yaml")
	c.write("okrs/new.yaml", "written first")
	c.write("run.sh", "#!/bin/sh\necho\n")
	r := open(t, c.dir)
	head, _, err := r.Head()
	if err != nil {
		t.Fatal(err)
	}
	h := mustWrite(t, r, draft("2026-05-01T10:00:00Z", map[string]string{"okrs/new.yaml": "written first", "run.sh": "#!/bin/sh\necho\n"}, head.Hash))
	if got := c.git("status", "--porcelain"); got != "A  staged.yaml\n" {
		t.Errorf("status: %q", got)
	}
	if got := c.line("ls-tree", "HEAD", "run.sh"); !strings.HasPrefix(got, "100755") {
		t.Errorf("the mode was lost: %s", got)
	}
	sub, err := r.Sub("okrs")
	if err != nil {
		t.Fatal(err)
	}
	d := draft("2026-05-01T10:00:00Z", map[string]string{"new.yaml": "again"}, h)
	d.Branch = "side/way"
	mustWrite(t, sub, d)
	if got := c.git("show", "side/way:okrs/new.yaml"); got != "again" {
		t.Errorf("%s", got)
	}
	if got := c.git("status", "--porcelain"); got != "A  staged.yaml\n" {
		t.Errorf("another branch changed the index: %q", got)
	}
	c.git("fsck", "--strict", "--no-dangling")
}

func TestWriteRefuses(t *testing.T) {
	r, c := created(t)
	one := mustWrite(t, r, draft("2026-01-01T09:00:00Z", map[string]string{"a/b": "1", "c": "1"}))
	two := mustWrite(t, r, draft("2026-01-02T09:00:00Z", map[string]string{"c": "2"}, one))
	for about, test := range map[string]struct {
		branch string
		files  map[string]string
		parent []origin.Hash
		want   string
	}{
		"moved":            {"", map[string]string{"c": "3"}, []origin.Hash{one}, "moved"},
		"second beginning": {"", map[string]string{"c": "3"}, nil, "moved"},
		"no such parent":   {"x", nil, []origin.Hash{{1}}, "not in this repository"},
		"file as folder":   {"", map[string]string{"c/d": "3"}, []origin.Hash{two}, "c is a file"},
		"folder as file":   {"", map[string]string{"a": "3"}, []origin.Hash{two}, "a is a folder"},
		"nothing there":    {"", map[string]string{"a/x": "-"}, []origin.Hash{two}, "a/x cannot be removed"},
		"inside git":       {"", map[string]string{"a/.GIT/config": "3"}, []origin.Hash{two}, "git's own"},
		"inside git, mac":  {"", map[string]string{".g\u200cit/config": "3"}, []origin.Hash{two}, "git's own"},
		"short name":       {"", map[string]string{"GIT~1/config": "3"}, []origin.Hash{two}, "git's own"},
		"outside":          {"", map[string]string{"../c": "3"}, []origin.Hash{two}, "not a name"},
		"branch name":      {"a..b", nil, []origin.Hash{two}, "not a name"},
		"branch in branch": {"main/x", nil, []origin.Hash{two}, "beside"},
	} {
		d := draft("2026-01-03T09:00:00Z", test.files, test.parent...)
		d.Branch = test.branch
		if _, err := r.Write(d); err == nil || !strings.Contains(err.Error(), test.want) || errors.Is(err, origin.ErrMoved) != (test.want == "moved") {
			t.Errorf("%s: %v", about, err)
		}
	}
	lock := filepath.Join(c.dir, ".git", "refs", "heads", "main.lock")
	if err := os.WriteFile(lock, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Write(draft("2026-01-03T09:00:00Z", nil, two)); err == nil || !strings.Contains(err.Error(), "another program") {
		t.Errorf("locked: %v", err)
	}
	if err := os.Remove(lock); err != nil {
		t.Fatal(err)
	}
	if head, _, err := r.Head(); err != nil || head.Hash != two {
		t.Errorf("the branch moved: %v, %v", head, err)
	}
	err := filepath.WalkDir(c.dir, func(name string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(name, ".lock") || strings.Contains(name, "tmp_obj") {
			t.Errorf("%s was left", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestNothingIsOverwritten(t *testing.T) {
	r, c := created(t)
	if _, err := origin.Create(c.dir); !errors.Is(err, origin.ErrRepositoryExists) {
		t.Errorf("created twice: %v", err)
	}
	mustWrite(t, r, draft("2026-01-01T09:00:00Z", map[string]string{"a/b": "1", "c": "1"}))
	c.write("c", "mine")
	if err := r.CheckOut(); !errors.Is(err, fs.ErrExist) {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(filepath.Join(c.dir, "a")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("half of it was written: %v", err)
	}
	c.write("c", "1")
	if err := r.CheckOut(); err != nil {
		t.Error(err)
	}
	if data, err := os.ReadFile(filepath.Join(c.dir, "a", "b")); err != nil || string(data) != "1" {
		t.Errorf("%q, %v", data, err)
	}
}

func TestARepositoryInsideAnother(t *testing.T) {
	c := newCheckout(t)
	linear(c)
	inner := filepath.Join(c.dir, "inner")
	if _, err := origin.Create(inner); err != nil {
		t.Fatal(err)
	}
	if r := open(t, inner); filepath.Base(r.Top()) != "inner" {
		t.Errorf("top is %s", r.Top())
	}
}

func TestRecordedCommitsWaitForABranch(t *testing.T) {
	needGit(t)
	r, c := created(t)
	one, err := r.Record(draft("2026-01-01T09:00:00Z", map[string]string{"a": "1"}))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := r.Head(); !errors.Is(err, origin.ErrNoCommit) {
		t.Errorf("a branch leads to it: %v", err)
	}
	mustWrite(t, r, draft("2026-01-02T09:00:00Z", map[string]string{"b": "2"}, one))
	if got := c.git("ls-tree", "--name-only", "main"); got != "a\nb\n" {
		t.Errorf("%q", got)
	}
	if got := c.line("rev-list", "--count", "main"); got != "2" {
		t.Errorf("%s commits", got)
	}
}
