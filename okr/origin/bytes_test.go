package origin

import (
	"bufio"
	"bytes"
	"io/fs"
	"strings"
	"testing"
)

// FuzzBytes gives any bytes to all that reads bytes of a repository: nothing
// panics, and what is listed can be named.
func FuzzBytes(f *testing.F) {
	tree := []byte("100644 okr.yaml\x00aaaaaaaaaaaaaaaaaaaa40000 okrs\x00bbbbbbbbbbbbbbbbbbbb")
	f.Add(tree, append(bytes.Clone(tree[:30]), tree...))
	f.Add([]byte("tree "+strings.Repeat("0a", 20)+"\ncommitter B <b> 1700000000 -0330\n\nsubject\n"), []byte{40, 40, 0x90, 40})
	f.Add([]byte{0xb5, 0x82, 0x35, 0x01}, []byte{3, 4, 0x80 | 0x10, 3, 1, 'x'})
	f.Fuzz(func(t *testing.T, a, b []byte) {
		if files, err := list(a); err == nil {
			for _, f := range files {
				if f.name == "" || f.name == ".." || strings.Contains(f.name, "/") {
					t.Errorf("a file is called %q", f.name)
				}
			}
		}
		if commit, err := parseCommit(Hash{}, a); err == nil && strings.ContainsAny(commit.Subject, "\n") {
			t.Errorf("the subject is %q", commit.Subject)
		}
		_, _ = tagTarget(a)
		_ = moment(a)
		_, _ = readEntry(bufio.NewReader(bytes.NewReader(a)), 1000)
		if len(a) < 1<<16 && len(b) < 1<<16 {
			_, _ = patch(a, b)
		}
		restA, restB, err := common(a, b)
		if err == nil && !bytes.Equal(a[:len(a)-len(restA)], b[:len(b)-len(restB)]) {
			t.Error("what was cut off is not equal")
		}
	})
}

func TestTrackedBranches(t *testing.T) {
	for _, test := range []struct {
		rules        string
		branch, want string
	}{
		{"+refs/heads/*:refs/remotes/origin/*", "refs/heads/a/b", "refs/remotes/origin/a/b"},
		{"refs/heads/main:refs/remotes/x/main", "refs/heads/main", "refs/remotes/x/main"},
		{"refs/heads/main:refs/remotes/x/main", "refs/heads/other", ""},
		{"+refs/heads/team-*-x:refs/remotes/t/*", "refs/heads/team-a-x", "refs/remotes/t/a"},
		{"^refs/heads/* refs/heads/*:refs/r/*", "refs/heads/a", "refs/r/a"},
		{"refs/heads/*", "refs/heads/a", ""},
		{"", "refs/heads/a", ""},
	} {
		if got := tracked(strings.Fields(test.rules), test.branch); got != test.want {
			t.Errorf("%s by %s: %q, want %q", test.branch, test.rules, got, test.want)
		}
	}
}

// TestNamesThatAttackersWrite holds that a tree cannot lead out of its folder.
func TestNamesThatAttackersWrite(t *testing.T) {
	var tree []byte
	for _, name := range []string{"", ".", "..", "a/b", "../up", "good", "good"} {
		tree = append(tree, "100644 "+name+"\x00aaaaaaaaaaaaaaaaaaaa"...)
	}
	files, err := list(tree)
	if err != nil || len(files) != 1 || files[0].name != "good" || files[0].mode != fs.FileMode(0o644) {
		t.Errorf("%v, %v", files, err)
	}
}

// TestCacheIsBounded holds the bytes that are kept, and that what is used stays.
func TestCacheIsBounded(t *testing.T) {
	c := newCache(64 << 10)
	used := place{nil, -1}
	c.put(used, object{blobKind, make([]byte, 1000)})
	for i := range 1000 {
		c.put(place{nil, int64(i)}, object{blobKind, make([]byte, 1000)})
		if _, ok := c.get(used); !ok {
			t.Fatalf("what is used was dropped after %d", i)
		}
		kept := 0
		for _, half := range []map[place]object{c.young, c.old} {
			for _, o := range half {
				kept += len(o.data)
			}
		}
		if kept > c.limit {
			t.Fatalf("%d bytes are kept, at most %d", kept, c.limit)
		}
	}
	c.put(place{nil, -2}, object{blobKind, make([]byte, 60<<10)})
	if _, ok := c.get(place{nil, -2}); ok {
		t.Error("one object fills the cache")
	}
}
