package conform

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/tree"
	"github.com/okrs-as-code/okrs/schema"
)

// everyKeyword is a schema with the keywords that the table knows and the
// published schemas may use one day.
const everyKeyword = `{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://okr.example/every.json",
  "type": "object",
  "required": ["team"],
  "minProperties": 2,
  "additionalProperties": {"$ref": "#/definitions/tree"},
  "properties": {
    "team": {"type": ["string", "null"], "minLength": 2, "maxLength": 4, "pattern": "^[a-zä]*$"},
    "cycle": {"const": 1.50},
    "version": {"enum": [1, "1", true, null, 2.5]},
    "a": {"type": "integer", "exclusiveMinimum": 0.1, "maximum": 1234567890123456789},
    "b": {"type": "array", "uniqueItems": true, "minItems": 1, "maxItems": 30},
    "c": {"not": {"type": "string"}},
    "d": {"allOf": [{"type": "number"}, {"minimum": -1e3}], "if": {"minimum": 5}, "then": {"maximum": 7.25}},
    "e": {"format": "date"},
    "f": true,
    "g": false,
    "objectives": {"type": "array", "items": {"$ref": "#/definitions/tree"}}
  },
  "definitions": {
    "tree": {
      "if": {"type": "object"},
      "then": {"additionalProperties": {"$ref": "#/definitions/tree"}, "properties": {"x": {"$ref": "#/definitions/leaf"}}},
      "else": {"$ref": "#/definitions/leaf"}
    },
    "leaf": {"type": ["number", "string", "array", "boolean"]}
  }
}`

// judges are the schemas for which both answers are compared.
func judges(t testing.TB) map[string]form {
	t.Helper()
	c := New(schema.Limits{})
	one := New(schema.Limits{MinObjectives: 1, MaxObjectives: 2})
	all := map[string]form{
		"document": c.document, "workspace": c.workspace, "few": one.document,
		"every": newForm("https://okr.example/every.json", "a test", func() []byte { return []byte(everyKeyword) }),
	}
	for name, f := range all {
		if f.fast() == nil || f.slow() == nil {
			t.Fatalf("%s does not compile", name)
		}
	}
	return all
}

func agree(t *testing.T, all map[string]form, root *tree.Node, what string) {
	t.Helper()
	for name, f := range all {
		if fast, slow := f.accepts(root), valid(f, root); fast != slow {
			t.Fatalf("%s: the table says %v, the library %v, of %s", name, fast, slow, what)
		}
	}
}

func valid(f form, root *tree.Node) bool {
	_, ok := f.slow().valid(root)
	return ok
}

// testFiles are the example files of the schemas, and whether each is valid.
func testFiles(t testing.TB) map[string]bool {
	t.Helper()
	files := make(map[string]bool)
	for _, kind := range []string{"valid", "invalid"} {
		names, err := filepath.Glob(filepath.Join("..", "..", "schema", "testdata", "*", kind, "*.yaml"))
		if err != nil || len(names) == 0 {
			t.Fatalf("no %s files: %v", kind, err)
		}
		for _, name := range names {
			files[name] = kind == "valid"
		}
	}
	return files
}

func parse(t testing.TB, name string) *tree.Tree {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	parsed, findings := tree.Parse(name, data)
	if parsed == nil || len(findings) > 0 {
		t.Fatalf("%s: %+v", name, findings)
	}
	return parsed
}

func TestAgreeOnExamples(t *testing.T) {
	all, c := judges(t), New(schema.Limits{})
	for name, good := range testFiles(t) {
		parsed := parse(t, name)
		agree(t, all, parsed.Root, name)
		own, check := all["document"], c.Document
		if strings.Contains(name, "workspace") {
			own, check = all["workspace"], c.Workspace
		}
		if own.accepts(parsed.Root) != good {
			t.Errorf("%s: accepted is %v", name, !good)
		}
		switch findings := check(parsed); {
		case good && len(findings) > 0:
			t.Errorf("%s: %+v", name, findings)
		case !good && len(findings) != 1:
			t.Errorf("%s has one mistake, reported are %+v", name, findings)
		}
	}
}

// replacements are values that bounds, types and patterns are tried with.
func replacements() []*tree.Node {
	var all []*tree.Node
	for _, text := range []string{"0", "1", "-1", "3.0", "2.5", "1e2", "+7", "10.0000000000000000000000000001", "99999999999999999999"} {
		all = append(all, &tree.Node{Kind: tree.Number, Text: text})
	}
	for _, text := range []string{"", "x", "Ä b", "2026-02-28", "2026-02-30", "a/2026-Q3/b/c", "milestone", "committed", strings.Repeat("y", 501)} {
		all = append(all, &tree.Node{Kind: tree.String, Text: text})
	}
	return append(all,
		&tree.Node{Kind: tree.Null}, &tree.Node{Kind: tree.Bool, Text: "true"}, &tree.Node{Kind: tree.Sequence}, &tree.Node{Kind: tree.Mapping},
		&tree.Node{Kind: tree.Sequence, Items: []*tree.Node{{Kind: tree.String, Text: "a"}, {Kind: tree.String, Text: "a"}}},
		&tree.Node{Kind: tree.Mapping, Pairs: []tree.Pair{{Key: "x", Value: &tree.Node{Kind: tree.Number, Text: "1"}}}},
	)
}

// TestAgreeOnSlips makes one slip after another in good files.
func TestAgreeOnSlips(t *testing.T) {
	all, slips := judges(t), 0
	for name, good := range testFiles(t) {
		if !good || !strings.Contains(name, "every") && slips > 0 && testing.Short() {
			continue
		}
		root := parse(t, name).Root
		own := map[string]form{"document": all["document"]}
		if strings.Contains(name, "workspace") {
			own = map[string]form{"workspace": all["workspace"]}
		}
		if slips += slipInto(root, func(what string) { agree(t, own, root, name+": "+what) }, slips); slips > 6000 {
			break
		}
	}
	if slips < 1000 {
		t.Fatalf("only %d slips were tried", slips)
	}
}

// slipInto changes every value below a node in turn, calls try, and changes it
// back. Of the replacements it takes one in eleven, others each time.
func slipInto(n *tree.Node, try func(what string), turn int) int {
	count := 0
	change := func(at *tree.Node, what string) {
		before := *at
		for i, by := range replacements() {
			if (i+turn+count)%11 != 0 {
				continue
			}
			*at = *by
			try(what + " is " + by.Kind.String() + " " + by.Text)
			count++
		}
		*at = before
	}
	for i := range n.Pairs {
		p := n.Pairs[i]
		change(p.Value, p.Key)
		n.Pairs[i].Key = "stranger"
		try("no " + p.Key)
		n.Pairs[i].Key = p.Key
		count += 1 + slipInto(p.Value, try, turn+i)
	}
	for i, item := range n.Items {
		if i < 2 {
			change(item, "an entry")
			count += slipInto(item, try, turn+i)
		}
	}
	return count
}

func FuzzConform(f *testing.F) {
	for name := range testFiles(f) {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, seed := range []string{
		"team: ab\nversion: 1.0\ncycle: 1.5\na: 1234567890123456789.1\nb: [1, 1.0]\nd: 6\ne: 2026-02-29\nf: x\nobjectives: [1, {x: y}]",
		"team: äöüß\nb: [{a: 1, b: 2}, {b: 2, a: 1.0}]", "team: \nc: x", "- 1", "x", "team: abcde\ng: 1",
		"team: ab\nb: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 1e0]", "team: ab\na: 0.1\nz: {x: {}}",
		"version: 1\nteam: a\nOwner: b\nlevel: person\nobjectives:\n- score: 1\n  key_results:\n  - check_ins: [{value: 5%}]\n    metric: {kind: milestone}",
		"lint: {rules: {rank: off, pip: x}, overrides: [{rules: {owner: off}}]}\nunits: {bonus: {bonus: 1}}",
	} {
		f.Add([]byte(seed))
	}
	all := judges(f)
	checker := New(schema.Limits{})
	f.Fuzz(func(t *testing.T, data []byte) {
		parsed, findings := tree.Parse("okrs/a.yaml", data)
		if parsed == nil {
			return
		}
		document, workspace := checker.Document(parsed), checker.Workspace(parsed)
		for _, found := range append(document, workspace...) {
			if found.Line < 1 || found.Column < 1 || found.Message == "" || found.Line > parsed.Lines.Count() {
				t.Fatalf("%+v of %q", found, data)
			}
		}
		if len(findings) > 0 {
			return
		}
		agree(t, all, parsed.Root, string(data))
		if len(document) == 0 && !valid(all["document"], parsed.Root) || len(workspace) == 0 && !valid(all["workspace"], parsed.Root) {
			t.Fatalf("refused without a word: %q", data)
		}
	})
}
