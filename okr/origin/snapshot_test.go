package origin_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/okrs-as-code/okrs/okr/origin"
)

// TestIsAFileSystem holds commits, folders of commits and the index to the
// contract of fs.FS.
func TestIsAFileSystem(t *testing.T) {
	for _, h := range histories {
		if strings.Contains(h.name, "names") || strings.Contains(h.name, "links") {
			continue // backslashes and dangling links are no valid answers for fstest; see below
		}
		t.Run(h.name, func(t *testing.T) {
			t.Parallel()
			c := newCheckout(t)
			r := open(t, h.make(c))
			head, _, err := r.Head()
			if err != nil {
				t.Fatal(err)
			}
			snapshot, err := r.At(head.Hash)
			if err != nil {
				t.Fatal(err)
			}
			isFileSystem(t, snapshot)
			if folder, err := snapshot.Sub("okrs"); err == nil {
				isFileSystem(t, folder)
			}
			if r.Bare() {
				return
			}
			staged, err := r.Staged()
			if err != nil {
				t.Fatal(err)
			}
			isFileSystem(t, staged)
		})
	}
}

func isFileSystem(t *testing.T, fsys fs.FS) {
	t.Helper()
	var names []string
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	if err := fstest.TestFS(fsys, names...); err != nil {
		t.Error(err)
	}
}

// TestLinksAreFollowedAsOnDisk compares a commit with the folder it was made of.
func TestLinksAreFollowedAsOnDisk(t *testing.T) {
	c := newCheckout(t)
	linear(c)
	for name, target := range map[string]string{
		"okrs/alias.yaml": "2026-q1/core.yaml", "current": "okrs/2026-q1", "up": "okrs/../okr.yaml", "okrs/top": "..",
		"dangling": "nowhere", "circle": "circle", "far": "current/web.yaml",
	} {
		if err := os.Symlink(target, filepath.Join(c.dir, name)); err != nil {
			t.Skip("no symbolic links here")
		}
	}
	c.commit("links")
	r := open(t, c.dir)
	head, _, err := r.Head()
	if err != nil {
		t.Fatal(err)
	}
	snapshot, err := r.At(head.Hash)
	if err != nil {
		t.Fatal(err)
	}
	disk := os.DirFS(c.dir)
	for _, name := range []string{"okrs/alias.yaml", "current/core.yaml", "up", "okrs/top/okr.yaml", "okrs/top/current/web.yaml", "dangling", "circle", "far", "okr.yaml/x", "okrs"} {
		want, wrong := fs.ReadFile(disk, name)
		got, err := fs.ReadFile(snapshot, name)
		if (err == nil) != (wrong == nil) || string(got) != string(want) {
			t.Errorf("%s: %q %v, on disk %q %v", name, got, err, want, wrong)
		}
	}
	folder, err := fs.Sub(snapshot, "okrs")
	if err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(folder, "alias.yaml", "2026-q1/core.yaml"); err != nil {
		t.Error(err)
	}
}

func TestLinksOutOfACommitLeadNowhere(t *testing.T) {
	c := newCheckout(t)
	secret := filepath.Join(filepath.Dir(c.dir), "secret")
	if err := os.WriteFile(secret, []byte("secret"), 0o666); err != nil {
		t.Fatal(err)
	}
	for name, target := range map[string]string{"absolute": secret, "relative": "../secret", "rooted": "/okr.yaml"} {
		if err := os.Symlink(target, filepath.Join(c.dir, name)); err != nil {
			t.Skip("no symbolic links here")
		}
	}
	c.put("okr.yaml", "version: 1\n")
	r := open(t, c.dir)
	head, _, err := r.Head()
	if err != nil {
		t.Fatal(err)
	}
	snapshot, err := r.At(head.Hash)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"absolute", "relative", "rooted"} {
		if data, err := snapshot.ReadFile(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %q, %v", name, data, err)
		}
	}
}

func TestFolderThatACommitLacks(t *testing.T) {
	c := newCheckout(t)
	linear(c)
	r := open(t, c.dir)
	head, _, err := r.Head()
	if err != nil {
		t.Fatal(err)
	}
	view, err := r.Sub("okrs/2031-q1")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := view.At(head.Hash); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v", err)
	}
	if _, err := r.Sub("../out"); !errors.Is(err, fs.ErrInvalid) {
		t.Errorf("%v", err)
	}
	if _, err := r.At(origin.Hash{1}); err == nil {
		t.Error("a commit that is not there has files")
	}
}

// TestEqualHashesAreEqualFolders holds what callers skip by.
func TestEqualHashesAreEqualFolders(t *testing.T) {
	c := newCheckout(t)
	linear(c)
	r := open(t, c.dir)
	var hashes []origin.Hash
	for _, text := range []string{"HEAD", "HEAD~1", "HEAD~2"} {
		commit, err := r.Resolve(text)
		if err != nil {
			t.Fatal(err)
		}
		snapshot, err := r.At(commit.Hash)
		if err != nil {
			t.Fatal(err)
		}
		h, err := snapshot.Hash("okrs/2026-q1")
		if err != nil || h.String() != c.line("rev-parse", text+":okrs/2026-q1") {
			t.Errorf("%s: %s, %v", text, h, err)
		}
		hashes = append(hashes, h)
	}
	if hashes[0] != hashes[1] || hashes[1] == hashes[2] {
		t.Errorf("%v", hashes)
	}
}

func TestReadBySeveralAtOnce(t *testing.T) {
	c := newCheckout(t)
	for i := range 30 {
		c.put("okrs/core.yaml", strings.Repeat("objective\n", i))
	}
	c.git("repack", "-a", "-d", "-q")
	r := open(t, c.dir)
	var wait sync.WaitGroup
	for i := range 30 {
		wait.Go(func() {
			commit, err := r.Resolve("HEAD~" + string(rune('0'+i%10)))
			if err != nil {
				t.Error(err)
				return
			}
			snapshot, err := r.At(commit.Hash)
			if err != nil {
				t.Error(err)
				return
			}
			data, err := snapshot.ReadFile("okrs/core.yaml")
			if want := 10 * (29 - i%10); err != nil || len(data) != want {
				t.Errorf("%d bytes, want %d, %v", len(data), want, err)
			}
		})
	}
	wait.Wait()
}
