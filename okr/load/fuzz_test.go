package load

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/okrs-as-code/okrs/okr"
	"github.com/okrs-as-code/okrs/okr/conform"
	"github.com/okrs-as-code/okrs/okr/diag"
	"github.com/okrs-as-code/okrs/okr/tree"
	"github.com/okrs-as-code/okrs/schema"
)

const fuzzRegister = `version: 1
organization: Acme
limits: {objectives: {min: 1}}
teams: [{id: data, name: Data}, {id: checkout, name: Checkout, parent: data}]
`

// FuzzDocument holds that no bytes make the reader panic, that every finding lies
// in its file, and that outlines are told the same as whole documents.
func FuzzDocument(f *testing.F) {
	for _, text := range []string{"", "\x00", "{{},<<}", "objectives: [{{},<<}]", "a: &a [*a]\n", "version: 1\nteam: data\ncycle: 2026\nobjectives: [{id: a}, {id: a}]"} {
		f.Add([]byte(text))
	}
	for _, pattern := range []string{"testdata/good/*.yaml", "../../schema/testdata/document/*/*.yaml", "../../examples/acme/okrs/*/*.yaml"} {
		names, _ := filepath.Glob(pattern)
		for _, name := range names {
			if text, err := os.ReadFile(name); err == nil {
				f.Add(text)
			}
		}
	}
	const partner = "okrs/2026-Q3/checkout.yaml"
	neighbour, err := os.ReadFile("../../examples/acme/" + partner)
	if err != nil {
		f.Fatal(err)
	}
	const name = "okrs/2026-Q3/data.yaml"
	files := fstest.MapFS{workspaceName: {Data: []byte(fuzzRegister)}, partner: {Data: neighbour}}
	checker := conform.New(schema.Limits{MinObjectives: 1})
	asOf, _ := okr.ParseDate("2026-08-15")
	whole, errWhole := readTop(files, Options{AsOf: asOf})
	outlines, errOutlines := readTop(files, Options{AsOf: asOf, Keep: func(*okr.Cycle) bool { return false }})
	if errWhole != nil || errOutlines != nil {
		f.Fatal(errWhole, errOutlines)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		files := fstest.MapFS{name: {Data: text}, partner: {Data: neighbour}}
		lines := 1 + strings.Count(string(text), "\n") + strings.Count(string(text), "\r")
		found := findingsOf(files, whole, checker, name, partner)
		for _, finding := range found {
			inside := finding.Path == partner || finding.Line <= lines
			if !inside || finding.Line < 1 || finding.Column < 1 || finding.EndLine < finding.Line || finding.Severity < diag.Info {
				t.Errorf("a finding lies outside its file of %d lines: %+v", lines, finding)
			}
		}
		whatConformsDecodes(t, checker, text)
		again := findingsOf(files, outlines, checker, name, partner)
		if len(again) != len(found) {
			t.Errorf("whole documents make %d findings, outlines %d", len(found), len(again))
		}
		for i := range min(len(found), len(again)) {
			if found[i].Message != again[i].Message {
				t.Errorf("an outline says %q where the whole document says %q", again[i].Message, found[i].Message)
			}
		}
	})
}

// whatConformsDecodes holds that the decoder reads everything that form accepts.
func whatConformsDecodes(t *testing.T, checker *conform.Checker, text []byte) {
	t.Helper()
	parsed, findings := tree.Parse("x.yaml", text)
	if parsed == nil || len(findings) > 0 || len(checker.Document(parsed)) > 0 {
		return
	}
	d := decoder{reader: reader{store: newStore()}}
	d.document(parsed.Root, new(okr.Document))
	for _, s := range d.slips {
		t.Errorf("form accepts what the decoder does not: %q: %s", text[s.span.Start:s.span.End], s.message)
	}
}

// TestWhatConformsDecodes holds it for the examples of the schema.
func TestWhatConformsDecodes(t *testing.T) {
	documents, _ := filepath.Glob("../../schema/testdata/document/valid/*.yaml")
	registers, _ := filepath.Glob("../../schema/testdata/workspace/valid/*.yaml")
	if len(documents) == 0 || len(registers) == 0 {
		t.Fatal("there are no examples")
	}
	checker := conform.New(schema.Limits{})
	for _, name := range documents {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(name), func(t *testing.T) { whatConformsDecodes(t, checker, text) })
	}
	for _, name := range registers {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		parsed, findings := tree.Parse(name, text)
		if parsed == nil {
			t.Fatalf("%s: %+v", name, findings)
		}
		r, slips := readRegister(parsed.Root)
		if len(slips) > 0 || len(r.crossed) > 0 {
			t.Errorf("%s: %+v %+v", filepath.Base(name), slips, r.crossed)
		}
	}
}

func findingsOf(files fstest.MapFS, t *top, checker *conform.Checker, names ...string) []diag.Finding {
	var found []diag.Finding
	sheets := readAll(files, t.desk, checker, names)
	for _, s := range sheets {
		found = append(found, s.findings...)
	}
	g := gather(t, sheets)
	return diag.Finish(append(found, g.findings()...))
}
