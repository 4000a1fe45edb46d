package edit

import (
	"bytes"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/source"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// made is a text with edits; refused where there are none.
func made(t *testing.T, data string, edits []diag.Edit) string {
	t.Helper()
	if len(edits) == 0 {
		return "refused"
	}
	out, applied, err := Apply([]byte(data), []diag.Fix{{Edits: edits}})
	if applied != 1 || err != nil {
		t.Fatalf("%d applied, %v: %+v", applied, err, edits)
	}
	return string(out)
}

func parse(t *testing.T, text string) *tree.Tree {
	t.Helper()
	parsed, _ := tree.Parse("okrs/a.yaml", []byte(text))
	if parsed == nil {
		t.Fatalf("cannot be read:\n%s", text)
	}
	return parsed
}

func TestDeleteComment(t *testing.T) {
	for before, want := range map[string]string{
		"# c\na: 1\n":                "a: 1\n",
		"\uFEFF# c\na: 1\n":          "\uFEFFa: 1\n",
		"a: 1   # c  \nb: 2\n":       "a: 1\nb: 2\n",
		"a: 1 # c":                   "a: 1",
		"a:\r\n  # c\r\n  b: 1\r\n":  "a:\r\n  b: 1\r\n",
		"a: |  # c\n  text\n":        "a: |\n  text\n",
		"a: [b,  # c\n  d]\n":        "a: [b,\n  d]\n",
		"a: 1\n# c":                  "a: 1\n",
		"a: |+\n  x\n# c\n\nb: 1\n":  "refused",
		"- a\n\n  # c\n\n- \"#d\"\n": "- a\n\n\n- \"#d\"\n",
	} {
		parsed := parse(t, before)
		edits := DeleteComment(parsed, []byte(before), parsed.Comments[0].Span)
		if got := made(t, before, edits); got != want {
			t.Errorf("%q became %q, want %q", before, got, want)
		}
	}
	parsed := parse(t, "a: 1 # c\n")
	if edits := DeleteComment(parsed, []byte("a: 1 # c\n"), source.Span{Start: 1, End: 2}); edits != nil {
		t.Errorf("no comment is there: %v", edits)
	}
}

func TestRenameKey(t *testing.T) {
	for before, v := range map[string][2]string{
		"a: 1\n":               {"b", "b: 1\n"},
		"\"a\"  : 1 # c\n":     {"b", "b  : 1 # c\n"},
		"{a: 1, c: 2}":         {"due date", "{due date: 1, c: 2}"},
		"a: 1\nb: 2\n":         {"b", "refused"},
		"a: 2\n":               {"2026", "\"2026\": 2\n"},
		"a:\n  - b\n":          {"x: y", "\"x: y\":\n  - b\n"},
		"a: 1\nlong: 1\n":      {strings.Repeat("x", 2000), "refused"},
		"'a':\n  a: 1\nb: 1\n": {"c", "c:\n  a: 1\nb: 1\n"},
	} {
		parsed := parse(t, before)
		if got := made(t, before, RenameKey(parsed, parsed.Root.Pairs[0].Span, v[0])); got != v[1] {
			t.Errorf("%q became %q, want %q", before, got, v[1])
		}
	}
	if parsed := parse(t, "- a:\n    b: 1\n"); made(t, "- a:\n    b: 1\n", RenameKey(parsed, parsed.Root.Items[0].Pairs[0].Value.Pairs[0].Span, "c")) != "- a:\n    c: 1\n" {
		t.Error("a key further in is not found")
	}
}

func TestDeleteEntry(t *testing.T) {
	for name, v := range map[string][3]string{
		"a pair with its comments":        {"a: 1\n# of b\nb: 2 # b\nc: 3\n", "/b", "a: 1\nc: 3\n"},
		"comments behind a blank line":    {"a: 1\n# section\n\n# of b\nb: 2\nc: 3\n", "/b", "a: 1\n# section\n\nc: 3\n"},
		"blank lines that would meet":     {"a: 1\n\nb: 2\n\nc: 3\n", "/b", "a: 1\n\nc: 3\n"},
		"the last of the file":            {"a: 1\n\nb: 2\n", "/b", "a: 1\n"},
		"the first of the file":           {"# file\na: 1\nb: 2\n", "/a", "# file\nb: 2\n"},
		"an item with all in it":          {"l:\n  - a: 1\n    b: |\n      x\n    # end\n  # next\n  - c: 1\n", "/l/0", "l:\n  # next\n  - c: 1\n"},
		"beside the dash":                 {"- id: 1\n  b: 2\n", "/0/id", "- b: 2\n"},
		"beside the dash with a comment":  {"- id: 1\n  # of b\n  b: 2\n", "/0/id", "refused"},
		"the only one takes its list":     {"a: 1\nl:\n  - b # c\nz: 1\n", "/l/0", "a: 1\nz: 1\n"},
		"the only one of the file":        {"a: 1\n", "/a", "refused"},
		"between brackets":                {"a: [x, y,  z]\n", "/a/1", "a: [x, z]\n"},
		"the last between brackets":       {"a: [x, y ]\n", "/a/1", "a: [x ]\n"},
		"the only one between brackets":   {"a: [x]\n", "/a/0", "a: []\n"},
		"between braces":                  {"a: {x: 1, 'y': {z: 2}, w: }\n", "/a/y", "a: {x: 1, w: }\n"},
		"a key with a slash":              {"a/b: 1\nc: 2\n", "/a~1b", "c: 2\n"},
		"an anchor in use":                {"a: &x 1\nb: *x\n", "/a", "refused"},
		"behind an alias":                 {"a: &x {c: 1}\nb: *x\n", "/b/c", "refused"},
		"nowhere":                         {"a: 1\nb: 2\n", "/c", "refused"},
		"no pointer":                      {"a: 1\nb: 2\n", "a", "refused"},
		"without a line break at the end": {"a: 1\nb: 2", "/b", "a: 1\n"},
		"other line breaks":               {"a: 1\r\nb: 2\r\nc: 3\r\n", "/b", "a: 1\r\nc: 3\r\n"},
	} {
		if got := made(t, v[0], DeleteEntry(parse(t, v[0]), []byte(v[0]), v[1])); got != v[2] {
			t.Errorf("%s: %q became %q, want %q", name, v[0], got, v[2])
		}
	}
}

// TestDeleteEntryDeletesNothingElse takes entries out of documents that nobody would
// write on purpose, and compares what is left.
func TestDeleteEntryDeletesNothingElse(t *testing.T) {
	deleted := 0
	for seed := range uint64(deletions) {
		g := &generator{Rand: rand.New(rand.NewPCG(seed, 9))}
		name, data := g.document()
		before, _ := tree.Parse(name, data)
		pointer, want := g.withoutOne(before.Root)
		edits := DeleteEntry(before, data, pointer)
		if edits == nil {
			continue
		}
		deleted++
		out := made(t, string(data), edits)
		after := parse(t, out)
		if got := after.Root.JSON(); want != nil && !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: deleting %s left\n%v\nwant\n%v\n%s\n--- became\n%s", seed, pointer, got, want, data, out)
		}
	}
	if deleted < deletions/2 {
		t.Errorf("only %d entries of %d could be deleted", deleted, deletions)
	}
}

// withoutOne chooses an entry: a pointer to it, and the value of the root without
// it; nil where the entry is the only one and takes others along.
func (g *generator) withoutOne(root *tree.Node) (pointer string, want any) {
	value := root.JSON()
	want = value
	put := func(any) {}
	for n := root; ; {
		count := len(n.Pairs) + len(n.Items)
		if count == 0 {
			return pointer, nil
		}
		i := g.IntN(count)
		key := strconv.Itoa(i)
		if n.Kind == tree.Mapping {
			key = n.Pairs[i].Key
		}
		pointer += "/" + strings.ReplaceAll(strings.ReplaceAll(key, "~", "~0"), "/", "~1")
		child := valueAt(n, i)
		if len(child.Pairs)+len(child.Items) > 0 && g.IntN(4) > 0 {
			switch v := value.(type) {
			case map[string]any:
				put, value = func(x any) { v[key] = x }, v[key]
			case []any:
				put, value = func(x any) { v[i] = x }, v[i]
			}
			n = child
			continue
		}
		switch v := value.(type) {
		case map[string]any:
			delete(v, key)
		case []any:
			put(slices.Delete(v, i, i+1))
			if n == root {
				want = slices.Delete(v, i, i+1)
			}
		}
		if count == 1 {
			return pointer, nil
		}
		return pointer, want
	}
}

func TestInsertInto(t *testing.T) {
	const head = "objectives:\n  - id: a\n"
	for name, v := range map[string][3]string{
		"below a list":             {head + "    initiatives:\n    - one  # c\n    # end\n\n  - id: b\n", "two", head + "    initiatives:\n    - one  # c\n    - two\n    # end\n\n  - id: b\n"},
		"below an item of lines":   {head + "    initiatives:\n      - >-\n        one\n", "#2", head + "    initiatives:\n      - >-\n        one\n      - \"#2\"\n"},
		"between brackets":         {head + "    initiatives: [one,  \"two\" ] # c\n", "a, b", head + "    initiatives: [one,  \"two\", \"a, b\" ] # c\n"},
		"between empty brackets":   {head + "    initiatives: [ ]\n", "one", head + "    initiatives: [one ]\n"},
		"brackets on some lines":   {head + "    initiatives: [one,\n      two  # c\n    ]\n", "three", head + "    initiatives: [one,\n      two, three  # c\n    ]\n"},
		"nothing behind the key":   {head + "    initiatives:  # c\n    title: x\n", "one", head + "    initiatives:  # c\n      - one\n    title: x\n"},
		"behind the key results":   {head + "    key_results:\n      - id: x\n      # none more\n\n  - id: b\n", "one", head + "    key_results:\n      - id: x\n      # none more\n    initiatives:\n      - one\n\n  - id: b\n"},
		"no key results":           {head + "    title: x\n    zeta: 1\n", "one", head + "    title: x\n    initiatives:\n      - one\n    zeta: 1\n"},
		"no line break at the end": {head + "    title: x", "one", head + "    title: x\n    initiatives:\n      - one"},
		"other line breaks":        {"objectives:\r\n  - id: a\r\n", "one", "objectives:\r\n  - id: a\r\n    initiatives:\r\n      - one\r\n"},
		"between braces":           {"objectives: [{id: a, key_results: [], title: b}]\n", "x", "objectives: [{id: a, key_results: [], initiatives: [x], title: b}]\n"},
		"braces with a list":       {"objectives: [{id: a, initiatives: [b]}]\n", "x", "objectives: [{id: a, initiatives: [b, x]}]\n"},
		"empty braces":             {"objectives: [{}]\n", "x", "objectives: [{initiatives: [x]}]\n"},
		"no list":                  {head + "    initiatives: one\n", "two", "refused"},
		"an alias":                 {"x: &x [a]\n" + head + "    initiatives: *x\n", "two", "refused"},
		"a text that would change": {head + "    initiatives:\n      - |\n        one", "two", "refused"},
		"lines":                    {head + "    initiatives: []\n", "a\nb", head + "    initiatives: [\"a\\nb\"]\n"},
	} {
		parsed := parse(t, v[0])
		got := made(t, v[0], InsertInto(parsed, []byte(v[0]), parsed.Root.Get("objectives").Items[0], "initiatives", v[1]))
		if got != v[2] {
			t.Errorf("%s:\n%s\nbecame\n%s\nwant\n%s", name, v[0], got, v[2])
		}
	}
}

func TestMoveToInitiatives(t *testing.T) {
	const head = "objectives:\n  - id: a\n    key_results:\n      - id: x\n        title: X\n"
	const tail = "      # why\n      - id: y # first\n        title: Launch it, now  # second\n        metric: {kind: milestone}\n"
	for name, v := range map[string][2]string{
		"the last one": {head + tail, head + "    initiatives:\n      # why\n      # first\n      # second\n      - Launch it, now\n"},
		"a list stands below": {
			head + tail + "    # tasks\n    initiatives:\n      - one\n\n  - id: b\n",
			head + "    # tasks\n    initiatives:\n      - one\n      # why\n      # first\n      # second\n      - Launch it, now\n\n  - id: b\n",
		},
		"between brackets": {
			head + tail + "    initiatives: [one]\n",
			head + "    # why\n    # first\n    # second\n    initiatives: [one, \"Launch it, now\"]\n",
		},
		"a list stands above": {
			"objectives:\n  - initiatives:\n      - one\n    key_results:\n      - id: x\n      - {id: y, title: \"a: b\"}\n",
			"objectives:\n  - initiatives:\n      - one\n      - \"a: b\"\n    key_results:\n      - id: x\n",
		},
		"no line break at the end": {
			head + "      - {id: y, title: z}", head + "    initiatives:\n      - z",
		},
		"all between brackets": {
			"objectives: [{id: a, key_results: [{id: x}, {id: y, title: z}]}]\n", "objectives: [{id: a, key_results: [{id: x}], initiatives: [z]}]\n",
		},
		"stopped objectives": {"stopped:\n  - key_results:\n      - id: x\n      - title: z\n", "stopped:\n  - key_results:\n      - id: x\n    initiatives:\n      - z\n"},
		"without a title":    {head + "      - id: y\n", "refused"},
	} {
		if got := made(t, v[0], MoveToInitiatives(parse(t, v[0]), []byte(v[0]), nil)); got != "refused" {
			t.Errorf("%s: nothing was moved to %q", name, got)
		}
		parsed := parse(t, v[0])
		key := "objectives"
		if parsed.Root.Get(key) == nil {
			key = "stopped"
		}
		results := parsed.Root.Get(key).Items[0].Get("key_results").Items
		if got := made(t, v[0], MoveToInitiatives(parsed, []byte(v[0]), results[1])); got != v[1] {
			t.Errorf("%s:\n%s\nbecame\n%s\nwant\n%s", name, v[0], got, v[1])
		}
	}
	parsed := parse(t, head)
	if edits := MoveToInitiatives(parsed, []byte(head), parsed.Root.Get("objectives").Items[0].Get("key_results").Items[0]); edits != nil {
		t.Errorf("the only key result was moved: %v", edits)
	}
}

// In the examples every key result but an only one can become an initiative; nothing
// else changes and no comment is lost.
func TestMoveToInitiativesInTheExamples(t *testing.T) {
	moved := 0
	for name, data := range acme(t) {
		before, _ := tree.Parse(name, data)
		for _, objective := range itemsOf(before.Root.Get("objectives")) {
			for i, result := range objective.Get("key_results").Items {
				edits := MoveToInitiatives(before, data, result)
				refused := len(objective.Get("key_results").Items) < 2 || result.Get("title") == nil
				if (edits == nil) != refused {
					t.Fatalf("%s: %v could not be moved", name, result.JSON())
				}
				if refused {
					continue
				}
				moved++
				out := []byte(made(t, string(data), edits))
				after, findings := tree.Parse(name, out)
				if len(findings) > 0 || !slices.Equal(commentTexts(before), commentTexts(after)) {
					t.Fatalf("%s: findings %v, or comments were lost:\n%s", name, findings, Diff(name, data, out))
				}
				counterpart := nodeAt(after.Root, pathTo(before.Root, objective))
				results, list := itemsOf(counterpart.Get("key_results")), itemsOf(counterpart.Get("initiatives"))
				if len(results) != len(objective.Get("key_results").Items)-1 || list[len(list)-1].Text != result.Get("title").Text {
					t.Fatalf("%s: key result %d did not move:\n%s", name, i, Diff(name, data, out))
				}
				if lines := bytes.Count(out, []byte("\n\n")); lines != bytes.Count(data, []byte("\n\n")) {
					t.Errorf("%s: blank lines changed:\n%s", name, Diff(name, data, out))
				}
			}
		}
	}
	if moved < 50 {
		t.Errorf("only %d key results were moved", moved)
	}
}

func itemsOf(list *tree.Node) []*tree.Node {
	if list == nil {
		return nil
	}
	return list.Items
}
