package edit

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/okrs-as-code/okrs/examples"
	"github.com/okrs-as-code/okrs/okr/tree"
)

// layouts are documents before and after.
func layouts() map[string][2]string {
	return map[string][2]string{
		"order of keys": {
			"objectives: []\nteam: a\nversion: 1\ncycle: b\n",
			"version: 1\nteam: a\ncycle: b\nobjectives: []\n",
		},
		"unknown keys stay behind the key they follow": {
			"first: 0\nteam: a\nx: 1\ny: 2\nversion: 1\n",
			"first: 0\nversion: 1\nteam: a\nx: 1\ny: 2\n",
		},
		"comments above and beside an entry go with it": {
			"# The file.\n# okr:allow jargon because it fits\nteam: a  # the team\n\n# one\n\n# two\nversion: 1    # the version\n# the end\n",
			"# The file.\n# okr:allow jargon because it fits\n\n# one\n\n# two\nversion: 1    # the version\nteam: a  # the team\n# the end\n",
		},
		"the first key leaves its dash": {
			"objectives:\n- title: b  # t\n  # the id\n  id: a # i\n",
			"objectives:\n  # the id\n  - id: a # i\n    title: b  # t\n",
		},
		"indentation": {
			"objectives:\n -   id: a\n     key_results:\n     - id: b\n       # below\n       check_ins:\n       - - x\n",
			"objectives:\n  - id: a\n    key_results:\n      - id: b\n        # below\n        check_ins:\n          - - x\n",
		},
		"comments at the end of a block stay there": {
			"objectives:\n    - id: a\n      # - id: b\n    # none more\n# of all\nversion: 1\n",
			"# of all\nversion: 1\nobjectives:\n  - id: a\n    # - id: b\n  # none more\n",
		},
		"what was commented out stays with its key": {
			"objectives:\n    # - id: a\nteam: b\n",
			"team: b\nobjectives:\n  # - id: a\n",
		},
		"block scalars": {
			"team: >-\n      folded  \n\n        deeper\n      # text\nversion: |1\n  one\n two\n",
			"version: |1\n  one\n two\nteam: >-\n  folded  \n\n    deeper\n  # text\n",
		},
		"values of several lines": {
			"objectives:\n- title: one\n    two\n  note: \"a\n    b\n c\"\n",
			"objectives:\n  - title: one\n      two\n    note: \"a\n        b\n     c\"\n",
		},
		"blanks": {
			"team :   a  \n\n  \nversion:\t1   #c\t\nx:   \n-   a\n\n\n",
			"version: 1   #c\nx:\n  - a\n\n\nteam: a\n",
		},
		"brackets": {
			"a: [ b,c ,  'd'  ]\nb: { x : 1,y:  [ ] , z: {} }\nc: {a:b, d}\nd: [ a,\n   b ]\n",
			"a: [b, c, 'd']\nb: {x: 1, y: [], z: {}}\nc: {a:b, d}\nd: [ a,\n   b ]\n",
		},
		"braces in order": {
			"objectives:\n  - {title: b,id: a, key_results: [ {metric: {target: 2, unit: x}, id: c} ]}\n",
			"objectives:\n  - {id: a, title: b, key_results: [{id: c, metric: {unit: x, target: 2}}]}\n",
		},
		"an alias stays behind its anchor": {
			"team: &a b\nversion: *a\n", "team: &a b\nversion: *a\n",
		},
		"anchors that nothing between uses": {
			"team: &a b\nx: *a\nversion: 1\n", "version: 1\nteam: &a b\nx: *a\n",
		},
		"an alias between braces": {
			"objectives: [{title: &a b,  id: *a}]\n", "objectives: [{title: &a b, id: *a}]\n",
		},
		"the line break of most lines": {"team: a\r\nx: 1\ny: 2\n", "team: a\nx: 1\ny: 2\n"},
		"merged keys": {
			"x: &x {target: 2, unit: s}\ny:\n    <<:   *x # all\n    a: 1\n", "x: &x {target: 2, unit: s}\ny:\n  <<: *x # all\n  a: 1\n",
		},
		"a comment for programs never covers more": {
			"objectives:\n- title: a\n  # okr:allow jargon because it fits\n  id: b\n",
			"objectives:\n  - title: a\n    # okr:allow jargon because it fits\n    id: b\n",
		},
		"line breaks": {"team: a\r\n\r\nversion: 1\r\nx: 1\n", "version: 1\r\nx: 1\r\n\r\nteam: a\r\n"},
		"byte order mark and dashes": {
			"\uFEFF# c\n---   # d\nteam: a\nversion: 1", "\uFEFF# c\n---   # d\nversion: 1\nteam: a\n",
		},
		"dots at the end":           {"team: a\nversion: 1\n...\n# c\n\n", "version: 1\nteam: a\n...\n# c\n"},
		"kept line breaks":          {"team: |+\n   a\n\nversion: 1\n\n", "team: |+\n  a\n\nversion: 1\n"},
		"a text without line break": {"version: 1\nteam: |\n   a", "version: 1\nteam: |\n  a"},
		"free keys": {
			"lint: {rules: {z: off, a: error}}\n", "lint: {rules: {z: off, a: error}}\n",
		},
	}
}

func TestFormat(t *testing.T) {
	for name, v := range layouts() {
		out, changed, findings := Format("okrs/a.yaml", []byte(v[0]))
		if diff := cmp.Diff(v[1], string(out)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if changed != (v[0] != v[1]) || len(findings) > 0 {
			t.Errorf("%s: changed %v, findings %v", name, changed, findings)
		}
	}
}

// A workspace file has an order of its own; the keys that people choose keep theirs.
func TestFormatOfAWorkspace(t *testing.T) {
	const before = "lint: {rules: {z: off, a: error}, edition: 1}\nunits:\n- z: 1\nteams:\n- name: A\n  id: a\norganization: x\nversion: 1\n"
	const want = "version: 1\norganization: x\nteams:\n  - id: a\n    name: A\nunits:\n  - z: 1\nlint: {edition: 1, rules: {z: off, a: error}}\n"
	out, _, _ := Format("sub/okr.yaml", []byte(before))
	if diff := cmp.Diff(want, string(out)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFormatLeavesFilesWithFindings(t *testing.T) {
	for _, text := range []string{"", "# only\n\n# comments   \n", "a: [1", "a:  1\na: 2\n", "title:  a #1\n", "a:\n\t- b\n", "a:  5\n---\nb: 1\n", "? a\n: b\n"} {
		out, changed, findings := Format("okrs/a.yaml", []byte(text))
		if changed || string(out) != text || len(findings) == 0 {
			t.Errorf("%q: changed %v to %q with %d findings", text, changed, out, len(findings))
		}
	}
}

// The examples are laid out as we lay out, apart from the order of keys.
func TestExamplesAreInCanonicalLayout(t *testing.T) {
	for name, data := range acme(t) {
		parsed, _ := tree.Parse(name, data)
		r, f, ok := readFile(parsed, data, nil)
		if !ok {
			t.Errorf("%s: unusual", name)
			continue
		}
		if diff := cmp.Diff(string(data), string(layout(r, f))); diff != "" {
			t.Errorf("%s (-before +after):\n%s", name, diff)
		}
	}
}

func acme(t testing.TB) map[string][]byte {
	t.Helper()
	all := make(map[string][]byte)
	err := fs.WalkDir(examples.Acme(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(examples.Acme(), name)
		all[name] = data
		return err
	})
	if err != nil || len(all) < 2 {
		t.Fatalf("%d examples: %v", len(all), err)
	}
	return all
}

// The laws hold for real files too, whatever a program did to their layout.
func TestFormatOfExamplesAndSeeds(t *testing.T) {
	for _, data := range seeds(t) {
		crlf := bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
		for _, text := range [][]byte{data, crlf} {
			before, findings := tree.Parse("okrs/a.yaml", text)
			if before == nil || len(findings) > 0 {
				continue
			}
			out, verdict, _ := format("okrs/a.yaml", text)
			if verdict == refused {
				t.Errorf("refused:\n%s", text)
			}
			if problem := lawBroken("okrs/a.yaml", text, out, before); problem != "" {
				t.Errorf("%s\n%s", problem, text)
			}
		}
	}
}

// Deep and wide files take no time worth mentioning.
func TestFormatOfHugeFiles(t *testing.T) {
	wide := strings.Repeat("- {b: 1,a: 2}\n", 60_000)
	var deep strings.Builder
	for i := range 150 {
		deep.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	for name, text := range map[string]string{"wide": wide, "deep": deep.String() + strings.Repeat(" ", 150) + "b: 1\n"} {
		if out, verdict, findings := format("okrs/a.yaml", []byte(text)); verdict != done || len(out) == 0 {
			t.Errorf("%s: verdict %d, %v", name, verdict, findings)
		}
	}
}

// BenchmarkFormat lays out a typical document: one that is canonical already, which
// is read once, and one that is not, which is read again for comparison.
func BenchmarkFormat(b *testing.B) {
	canonical := acme(b)["okrs/2026-Q3/checkout.yaml"]
	disordered := append(bytes.Replace(canonical, []byte("version: 1\n"), nil, 1), "version: 1\n"...)
	for name, data := range map[string][]byte{"canonical": canonical, "disordered": disordered} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				Format("okrs/2026-Q3/checkout.yaml", data)
			}
		})
	}
}
