package origin_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/origin"
)

func TestNoRepository(t *testing.T) {
	dir := t.TempDir()
	if _, err := origin.Open(dir); !errors.Is(err, origin.ErrNoRepository) {
		t.Errorf("an empty folder: %v", err)
	}
	if _, err := origin.Open(filepath.Join(dir, "missing")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing folder: %v", err)
	}
}

// TestBareRepositoryBroughtByFiles holds that files of a working tree that look
// like a repository are not taken for its history.
func TestBareRepositoryBroughtByFiles(t *testing.T) {
	c := newCheckout(t)
	linear(c)
	c.git("init", "-q", "--bare", "okrs/trap")
	r := open(t, filepath.Join(c.dir, "okrs", "trap"))
	if r.Top() != c.line("rev-parse", "--show-toplevel") || r.Prefix() != "okrs/trap" {
		t.Errorf("opened %s at %s", r.Top(), r.Prefix())
	}
}

func TestOpenedThroughALink(t *testing.T) {
	c := newCheckout(t)
	linear(c)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(filepath.Join(c.dir, "okrs"), link); err != nil {
		t.Skip("no symbolic links here")
	}
	if r := open(t, link); r.Prefix() != "okrs" {
		t.Errorf("opened at %s", r.Prefix())
	}
}

func TestUnsupportedFormsAreNamed(t *testing.T) {
	for _, test := range []struct{ name, settings, what, remedy string }{
		{"sha256", "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectFormat = sha256\n", "sha256", "--object-format=sha1"},
		{"reftable", "[core]\n\trepositoryformatversion = 1\n[extensions]\n\trefStorage = reftable\n", "reftable", "git refs migrate"},
		{"future", "[core]\n\trepositoryformatversion = 1\n[extensions]\n\ttelepathy = true\n", "telepathy", "newer"},
		{"format", "[core]\n\trepositoryformatversion = 7\n", "format 7", "newer"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := newCheckout(t)
			c.write(".git/config", test.settings)
			_, err := origin.Open(c.dir)
			var unsupported *origin.UnsupportedError
			if !errors.As(err, &unsupported) || !strings.Contains(unsupported.What, test.what) || !strings.Contains(unsupported.Remedy, test.remedy) {
				t.Errorf("%v", err)
			}
		})
	}
	for _, harmless := range []string{"worktreeConfig = true", "partialClone = origin", "preciousObjects = true", "noop = 1"} {
		c := newCheckout(t)
		linear(c)
		c.write(".git/config", "[core]\n\trepositoryformatversion = 1\n[extensions]\n\t"+harmless+"\n")
		if _, _, err := open(t, c.dir).Head(); err != nil {
			t.Errorf("%s: %v", harmless, err)
		}
	}
}

// TestRealSHA256 opens what git itself makes.
func TestRealSHA256(t *testing.T) {
	c := newCheckout(t, "--object-format=sha256")
	linear(c)
	var unsupported *origin.UnsupportedError
	if _, err := origin.Open(c.dir); !errors.As(err, &unsupported) {
		t.Errorf("%v", err)
	}
}

func TestSplitAndSparseIndexAreNamed(t *testing.T) {
	for name, args := range map[string][]string{
		"split":  {"update-index", "--split-index"},
		"sparse": {"sparse-checkout", "set", "--cone", "--sparse-index", "okrs"},
	} {
		c := newCheckout(t)
		linear(c)
		c.git(args...)
		var unsupported *origin.UnsupportedError
		if _, err := open(t, c.dir).Staged(); !errors.As(err, &unsupported) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestUnresolvedMergeIsNoStagedTree(t *testing.T) {
	c := newCheckout(t)
	branches(c)
	c.put("okrs/2026-q1/web.yaml", "team: web\nmain: true\n")
	if _, err := c.try("merge", "-q", "side"); err == nil {
		t.Fatal("the merge has no conflict")
	}
	if _, err := open(t, c.dir).Staged(); err == nil || !strings.Contains(err.Error(), "okrs/2026-q1/web.yaml") {
		t.Errorf("%v", err)
	}
}

func TestUnbornBranch(t *testing.T) {
	c := newCheckout(t)
	r := open(t, c.dir)
	_, branch, err := r.Head()
	if !errors.Is(err, origin.ErrNoCommit) || branch != "main" {
		t.Errorf("on %q: %v", branch, err)
	}
	staged, err := r.Staged()
	if err != nil {
		t.Fatal(err)
	}
	if entries, err := fs.ReadDir(staged, "."); err != nil || len(entries) != 0 {
		t.Errorf("%v, %v", entries, err)
	}
	if tags, err := r.Tags(""); err != nil || tags != nil {
		t.Errorf("%v, %v", tags, err)
	}
}

func TestShallowCloneSaysHowToGetTheRest(t *testing.T) {
	c := newCheckout(t)
	linear(c)
	old := c.line("rev-parse", "HEAD~3")
	c.git("clone", "-q", "--depth", "2", "file://"+c.dir, "../shallow")
	r := open(t, filepath.Join(filepath.Dir(c.dir), "shallow"))
	for _, text := range []string{"HEAD~2", "HEAD~1^1", old, old[:10], "v1"} {
		_, err := r.Resolve(text)
		if err == nil || !strings.Contains(err.Error(), "fetch-depth: 0") || !strings.Contains(err.Error(), "git fetch --unshallow") {
			t.Errorf("%s: %v", text, err)
		}
	}
	_, err := r.Commit(hash(t, old))
	var missing *origin.MissingError
	if !errors.As(err, &missing) || !missing.Shallow || !strings.Contains(err.Error(), "fetch-depth: 0") {
		t.Errorf("%v", err)
	}
	last, err := r.Resolve("HEAD~1")
	if err != nil || !last.Cut || last.Parents != nil {
		t.Errorf("%+v, %v", last, err)
	}
}

// TestBranchesOfAShallowCloneMayMeetBeforeIt holds that an answer which may lie in
// what was left out is not given as if it were known.
func TestBranchesOfAShallowCloneMayMeetBeforeIt(t *testing.T) {
	c := newCheckout(t)
	branches(c)
	c.git("clone", "-q", "--depth", "1", "--no-single-branch", "file://"+c.dir, "../shallow")
	r := open(t, filepath.Join(filepath.Dir(c.dir), "shallow"))
	var ends []origin.Hash
	for _, text := range []string{"main", "origin/side"} {
		commit, err := r.Resolve(text)
		if err != nil {
			t.Fatal(err)
		}
		ends = append(ends, commit.Hash)
	}
	if _, err := r.MergeBase(ends[0], ends[1]); !errors.Is(err, origin.ErrUnrelated) || !strings.Contains(err.Error(), "fetch-depth: 0") {
		t.Errorf("%v", err)
	}
}

func TestPartialCloneSaysSo(t *testing.T) {
	c := newCheckout(t)
	linear(c)
	c.git("config", "uploadpack.allowFilter", "true")
	c.git("clone", "-q", "--no-checkout", "--filter=blob:none", "file://"+c.dir, "../partial")
	r := open(t, filepath.Join(filepath.Dir(c.dir), "partial"))
	head, err := r.Resolve("HEAD")
	if err != nil {
		t.Fatal(err)
	}
	snapshot, err := r.At(head.Hash)
	if err != nil {
		t.Fatal(err)
	}
	_, err = snapshot.ReadFile("okr.yaml")
	var missing *origin.MissingError
	if !errors.As(err, &missing) || !missing.Partial || !strings.Contains(err.Error(), "git fetch") {
		t.Errorf("%v", err)
	}
}

// TestPacksMadeInTheMeantime holds that what git packs away is found again.
func TestPacksMadeInTheMeantime(t *testing.T) {
	c := newCheckout(t)
	linear(c)
	r := open(t, c.dir)
	if _, err := r.Resolve("HEAD"); err != nil {
		t.Fatal(err)
	}
	c.git("repack", "-a", "-d", "-q")
	c.git("prune-packed")
	if _, err := r.Resolve("HEAD~2"); err != nil {
		t.Error(err)
	}
}

// TestDamagedPacksAreErrors turns bytes of a pack and its index around, cuts them off and
// reads all objects: a wrong answer is none, and nothing panics.
func TestDamagedPacksAreErrors(t *testing.T) {
	c := newCheckout(t)
	for i := range 4 {
		c.put("okrs/core.yaml", strings.Repeat("objective\n", 20)+strings.Repeat("x", i))
	}
	c.git("repack", "-a", "-d", "-f", "-q")
	want := make(map[origin.Hash]string)
	for _, line := range lines(c.git("cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype)")) {
		if name, ok := strings.CutSuffix(line, " blob"); ok {
			want[hash(t, name)] = c.git("cat-file", "blob", name)
		}
	}
	packs, err := filepath.Glob(filepath.Join(c.dir, ".git/objects/pack/pack-*.*"))
	if err != nil || len(packs) < 2 {
		t.Fatal(packs, err)
	}
	for _, name := range packs {
		if filepath.Ext(name) != ".pack" && filepath.Ext(name) != ".idx" {
			continue
		}
		good, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(name, 0o666); err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(good); i += 3 {
			bad := append([]byte(nil), good...)
			bad[i] ^= 0xff
			if err := os.WriteFile(name, bad, 0o666); err != nil {
				t.Fatal(err)
			}
			readAll(t, c.dir, want, filepath.Ext(name) == ".pack")
		}
		for i := 0; i < len(good); i += 7 {
			if err := os.WriteFile(name, good[:i], 0o666); err != nil {
				t.Fatal(err)
			}
			readAll(t, c.dir, want, filepath.Ext(name) == ".pack")
		}
		if err := os.WriteFile(name, good, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func readAll(t *testing.T, dir string, want map[origin.Hash]string, exact bool) {
	t.Helper()
	r, err := origin.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for h, content := range want {
		if data, err := r.Blob(h); err == nil && exact && string(data) != content {
			t.Fatalf("%s is read as %q", h, data)
		}
	}
}
