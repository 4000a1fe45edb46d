package edit

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
)

func put(start, end uint32, text string) diag.Edit {
	return diag.Edit{Span: source.Span{Start: start, End: end}, Text: text}
}

func TestApply(t *testing.T) {
	type fixes = [][]diag.Edit
	for name, v := range map[string]struct {
		fixes   fixes
		want    string
		applied int
	}{
		"none":                   {nil, "0123456789", 0},
		"in any order":           {fixes{{put(8, 9, "")}, {put(1, 2, "one")}}, "0one2345679", 2},
		"unsorted edits":         {fixes{{put(5, 6, ""), put(0, 1, "")}}, "12346789", 1},
		"the second overlaps":    {fixes{{put(1, 4, "a")}, {put(3, 5, "b"), put(8, 9, "c")}}, "0a456789", 1},
		"touching is no overlap": {fixes{{put(1, 3, "a")}, {put(3, 5, "b")}}, "0ab56789", 2},
		"insertions at one place": {
			fixes{{put(2, 2, "a")}, {put(2, 2, "b")}}, "01a23456789", 1,
		},
		"an insertion in what is deleted": {fixes{{put(1, 4, "")}, {put(2, 2, "b")}}, "0456789", 1},
		"an insertion behind it":          {fixes{{put(1, 4, "")}, {put(4, 4, "b")}}, "0b456789", 2},
		"the same twice":                  {fixes{{put(1, 2, "a")}, {put(1, 2, "a")}}, "0a23456789", 2},
		"the same and more":               {fixes{{put(1, 2, "a")}, {put(1, 2, "a"), put(5, 6, "")}}, "0a2346789", 2},
		"overlaps itself":                 {fixes{{put(1, 4, "a"), put(3, 5, "b")}, {put(3, 4, "c")}}, "012c456789", 1},
		"says nothing":                    {fixes{{}}, "0123456789", 0},
	} {
		var list []diag.Fix
		for _, edits := range v.fixes {
			list = append(list, diag.Fix{Edits: edits})
		}
		out, applied, err := Apply([]byte("0123456789"), list)
		if string(out) != v.want || applied != v.applied || err != nil {
			t.Errorf("%s: %q, %d applied, %v; want %q, %d", name, out, applied, err, v.want, v.applied)
		}
	}
}

func TestApplyRefusesFixesOfAnotherText(t *testing.T) {
	data := []byte("abc")
	for _, e := range []diag.Edit{put(2, 4, ""), put(2, 1, "")} {
		out, applied, err := Apply(data, []diag.Fix{{Edits: []diag.Edit{put(0, 1, "")}}, {Edits: []diag.Edit{e}}})
		if !errors.Is(err, ErrOutside) || applied != 0 || string(out) != "abc" {
			t.Errorf("%v: %q, %d, %v", e, out, applied, err)
		}
	}
}

func TestDiff(t *testing.T) {
	for _, v := range [][3]string{
		{"a\n", "a\n", ""},
		{"a\nb\nc\nd\ne\n", "a\nb\nc\nd\nE\n", "--- a/x y.yaml\t\n+++ b/x y.yaml\t\n@@ -2,4 +2,4 @@\n b\n c\n d\n-e\n+E\n"},
		{"a", "a\n", "--- a/x y.yaml\t\n+++ b/x y.yaml\t\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n"},
	} {
		if got := Diff("x y.yaml", []byte(v[0]), []byte(v[1])); got != v[2] {
			t.Errorf("%q to %q:\n%s", v[0], v[1], got)
		}
	}
}

// Git takes our diffs: of what formatting changes, of odd names, of missing line breaks.
func TestGitAppliesDiffs(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("git is not installed, so whether it takes our diffs is not tested here")
	}
	names := []string{"okrs/a.yaml", "okrs/with blank.yaml", `okrs/"quoted"\.yaml`, "okrs/größe.yaml", "okrs/tab\there.yaml"}
	for i := range 60 {
		g := &generator{Rand: rand.New(rand.NewPCG(uint64(i), 3))}
		_, before := g.document()
		after, _, _ := Format("okrs/a.yaml", before)
		if bytes.Equal(before, after) {
			continue
		}
		name, dir := names[i%len(names)], t.TempDir()
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, before, 0o600); err != nil {
			t.Skipf("no file can have the name %q here", name)
		}
		apply := exec.Command(git, "-c", "core.autocrlf=false", "apply", "-")
		apply.Dir = dir
		apply.Env = append(os.Environ(), "GIT_CEILING_DIRECTORIES="+filepath.Dir(dir), "GIT_CONFIG_GLOBAL="+os.DevNull)
		apply.Stdin = bytes.NewReader([]byte(Diff(name, before, after)))
		said, err := apply.CombinedOutput()
		got, _ := os.ReadFile(file)
		if err != nil || !bytes.Equal(got, after) {
			t.Fatalf("%s: %v %s\n%s", name, err, said, fmt.Sprintf("%q", Diff(name, before, after)))
		}
	}
}
