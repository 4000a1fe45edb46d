package edit

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/okrs-as-code/okrs/examples"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// seeds are files of the examples, of the schema's tests and of the hazards that
// the reader knows, and what is nasty to lay out.
func seeds(t testing.TB) [][]byte {
	t.Helper()
	var all [][]byte
	err := fs.WalkDir(examples.Acme(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(examples.Acme(), name)
		all = append(all, data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, pattern := range []string{"../../schema/testdata/*/*/*.yaml", "../tree/testdata/hazards/*"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no files at %s: %v", pattern, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, data)
		}
	}
	for _, text := range nasty() {
		all = append(all, []byte(text))
	}
	return all
}

func nasty() []string {
	return []string{
		"", "#", "# only\n\n# comments\n", "\uFEFF", "\uFEFF# c\nb: 1\nversion: 1", "---", "--- # c\na: 1\n...\n# d\n", "--- {a: 1}\n",
		"version: 1\r\nteam: a\r\n\r\n", "team: a\rversion: 1\r", "a: |\n  x", "a: |+\n  x\n\n\n", "team: |\n  x\n\nversion: 1",
		"team: |+\n  x\n\nversion: 1\n", "a: |\n\n\n# c\nb: 1\n", "a: >2-\n    x\n   y\n\n  z\n# c\n", "- - - a\n    # c\n  - b\n-\n  - c\n",
		"cycle: *a\nteam: &a x\n", "team: *a\nversion: &a 1\n", "cycle: &a x\nteam: *a\n", "a: &x {b: 1}\nb:\n  <<: *x\n  c: 1\n",
		"a: &x {b: 1}\nb: {<<: *x, c: 1}\n", "<<: {a: 1}\n", "<<: [*a, *b]\n", "a: &x\n  k: 1\nb:\n- *x\n- &y z\n", "a: \"x\n\n  y\"  # c\n",
		"a: 'x\n---\n'\n", "a: [1,\n2]\n", "a: {team: 1,version: 2, }\n", "? a\n: b\n", "&a a: 1\n", "!!map\na: 1\n", "a: !!str\nb: !!null\n",
		"a:\n  # c\n  b: 1\n # d\n  # e\nc:\n  # - f\n", "a:\n- b\n# c\n- d\n # e\nf: 1\n", "a: b  \n  c\n", "\"team\" : 1\n'version': 2\n",
		"objectives:\n- title: a\n  # okr:allow x because y\n  id: b\n", "objectives:\n- title: a\n\n  # c\n  id: b # d\n", "a: \"b\"# c\n", "a: [b]# c\n",
		"a: # c\n  |  # d\n   x\n", "a: &x # c\n  b: 1\n", "a:\n  &x\n  b: 1\n", "- # a\n  # b\n  c: 1\n", "a:\n   - b: |1\n      x\n", "[a, b: c]\n", "a: {b, \"c\":1}\n",
	}
}

// FuzzFormat holds the promises of Format against any bytes. A file that comes back
// as it is keeps them all.
func FuzzFormat(f *testing.F) {
	for _, seed := range seeds(f) {
		f.Add(seed)
	}
	for n := range uint64(50) {
		g := &generator{Rand: rand.New(rand.NewPCG(n, 1))}
		_, data := g.document()
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"okr.yaml", "okrs/2026-Q3/checkout.yaml"} {
			out, changed, findings := Format(name, data)
			if changed == bytes.Equal(out, data) {
				t.Fatalf("changed is %v\n%q", changed, out)
			}
			before, said := tree.Parse(name, data)
			if len(said) != len(findings) || len(said) > 0 && changed {
				t.Fatalf("%d findings, of which %d were returned; changed is %v", len(said), len(findings), changed)
			}
			if before == nil || len(said) > 0 {
				continue
			}
			if problem := lawBroken(name, data, out, before); problem != "" {
				t.Fatalf("%s\n%q became\n%q", problem, data, out)
			}
		}
	})
}

// FuzzBuilders wants every builder to give edits that can be made, or none; what is
// left must be readable. The builders themselves see to it that nothing else changes.
func FuzzBuilders(f *testing.F) {
	for _, seed := range seeds(f) {
		if len(seed) < 3000 {
			f.Add(seed, "/objectives/0", "a text, #1")
		}
	}
	f.Add([]byte("objectives:\n  - key_results: [{title: a}, {title: b}]\n"), "/objectives/0/key_results/1/title", "b: c")
	f.Fuzz(func(t *testing.T, data []byte, pointer, text string) {
		parsed, _ := tree.Parse("okrs/a.yaml", data)
		if parsed == nil {
			return
		}
		all := [][]diag.Edit{DeleteEntry(parsed, data, pointer), InsertInto(parsed, data, parsed.Root, initiatives, text)}
		for _, c := range parsed.Comments {
			all = append(all, DeleteComment(parsed, data, c.Span))
		}
		if found := follow(parsed.Root, pointer); found != nil {
			n := valueAt(found.parent, found.index)
			all = append(all, InsertInto(parsed, data, n, initiatives, text))
			for _, p := range n.Pairs {
				all = append(all, RenameKey(parsed, p.Span, text))
			}
		}
		for _, objective := range itemsOf(parsed.Root.Get("objectives")) {
			for _, result := range itemsOf(objective.Get("key_results")) {
				all = append(all, MoveToInitiatives(parsed, data, result))
			}
		}
		for i, edits := range all {
			if len(edits) == 0 {
				continue
			}
			out := made(t, string(data), edits)
			if after, findings := tree.Parse("okrs/a.yaml", []byte(out)); after == nil {
				t.Fatalf("edits %d of %q made %q: %v", i, data, out, findings)
			}
		}
	})
}
