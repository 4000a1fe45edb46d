package render

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/okrs-as-code/okrs/okr/report"
)

// TestEveryKindOfBlock holds the list of kinds in these tests equal to the types
// that are blocks, and prints each in every format.
func TestEveryKindOfBlock(t *testing.T) {
	declared := make(map[string]bool)
	for _, file := range parsed(t, "../report") {
		for _, decl := range file.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok && f.Name.Name == "Visit" && f.Recv != nil {
				declared[f.Recv.List[0].Type.(*ast.Ident).Name] = true
			}
		}
	}
	for _, kind := range blockKinds() {
		name := reflect.TypeOf(kind).Name()
		if !declared[name] {
			t.Errorf("%s is no block", name)
		}
		delete(declared, name)
	}
	for name := range declared {
		t.Errorf("blockKinds lacks %s", name)
	}
	for _, kind := range blockKinds() {
		block := reflect.New(reflect.TypeOf(kind)).Elem()
		fill(t, block, "marker", 3)
		for _, format := range Formats() {
			out := rendered(t, format, &report.Doc{Blocks: []report.Block{block.Interface().(report.Block)}}, Style{})
			if _, silent := kind.(report.Gap); silent {
				continue
			}
			_, finding := kind.(report.Findings)
			_, diagram := kind.(report.Diagram)
			if format.FindingsOnly && !finding || format.DiagramsOnly && !diagram || diagram && !draws(format.Name) {
				if strings.Contains(out, "marker") {
					t.Errorf("%s prints %T: %q", format.Name, kind, out)
				}
				continue
			}
			if _, silent := kind.(report.Divider); silent {
				if strings.TrimSpace(out) == "" && (format.Name == "text" || draws(format.Name)) {
					t.Errorf("%s prints no divider", format.Name)
				}
				continue
			}
			if !strings.Contains(out, "marker") {
				t.Errorf("%s does not print %T: %q", format.Name, kind, out)
			}
		}
	}
}

// TestFormatsAreListed finds the format that was written and not listed: a function
// of its form in a file of its own.
func TestFormatsAreListed(t *testing.T) {
	table, err := os.ReadFile("format.go")
	if err != nil {
		t.Fatal(err)
	}
	writers := 0
	for _, file := range parsed(t, ".") {
		for _, decl := range file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || f.Recv != nil || !strings.HasPrefix(f.Name.Name, "write") {
				continue
			}
			writers++
			if !strings.Contains(string(table), ", Write: "+f.Name.Name+"}") {
				t.Errorf("%s is not in Formats", f.Name.Name)
			}
		}
	}
	if writers != len(Formats()) {
		t.Errorf("%d writers, %d formats", writers, len(Formats()))
	}
	seen := make(map[string]bool)
	for _, f := range Formats() {
		found, ok := FormatByName(f.Name)
		if seen[f.Name] || f.Purpose == "" || !ok || found.Name != f.Name {
			t.Errorf("format %q is listed twice, has no purpose, or cannot be found", f.Name)
		}
		seen[f.Name] = true
	}
	if _, ok := FormatByName("pigeon"); ok {
		t.Error("found a format that is not there")
	}
}

func parsed(t *testing.T, dir string) []*ast.File {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), dir+"/"+e.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

func TestGapSetsApart(t *testing.T) {
	notes := func(between ...report.Block) string {
		blocks := append([]report.Block{report.Note{Text: "a"}}, between...)
		return rendered(t, Formats()[0], &report.Doc{Blocks: append(blocks, report.Note{Text: "b"})}, Style{})
	}
	if got := notes(); strings.Contains(got, "\n\n") {
		t.Errorf("notes stand apart: %q", got)
	}
	if got := notes(report.Gap{}, report.Gap{}); strings.Count(got, "\n\n") != 1 || strings.Contains(got, "\n\n\n") {
		t.Errorf("not one empty line for gaps: %q", got)
	}
}

func TestColourIsNeverAlone(t *testing.T) {
	for _, tone := range []report.Tone{report.Good, report.Middling, report.Bad} {
		for _, cell := range []report.Cell{
			{Tone: tone}, {Tone: tone, Text: "0.5"}, {Tone: tone, Bar: &report.Bar{Share: 0.5}}, {Tone: tone, Text: "1", Glyph: "x"},
		} {
			got := shown(cell)
			glyph := toneGlyphs[tone]
			if cell.Glyph != "" {
				glyph = cell.Glyph
			}
			if !strings.Contains(got, glyph) || !strings.Contains(got, tone.Word()) {
				t.Errorf("%+v is %q, without sign or word", cell, got)
			}
		}
		if got := shown(report.Cell{Tone: tone, Text: "ahead"}); got != toneGlyphs[tone]+" ahead" {
			t.Errorf("a word of its own becomes %q", got)
		}
	}
	for _, tone := range []report.Tone{report.None, report.Muted, report.Strong} {
		if got := shown(report.Cell{Tone: tone, Text: "0.5"}); got != "0.5" {
			t.Errorf("emphasis adds to the text: %q", got)
		}
	}
}

// TestColourChangesNothingElse holds coloured text, without its codes, equal to
// plain text.
func TestColourChangesNothingElse(t *testing.T) {
	for name, doc := range samples() {
		for _, width := range []int{0, 40, 80} {
			plain := rendered(t, Formats()[0], doc, Style{Width: width})
			coloured := rendered(t, Formats()[0], doc, Style{Width: width, Color: true})
			if got := ownCodes.ReplaceAllString(coloured, ""); got != plain {
				t.Errorf("%s at %d: colour changes the text to\n%s", name, width, got)
			}
			if len(doc.Blocks) > 0 && coloured == plain {
				t.Errorf("%s at %d has no colour", name, width)
			}
		}
	}
}

func TestPathsAreShownAsTheStyleSays(t *testing.T) {
	style := Style{Path: func(path string) string { return "../" + path }}
	for _, format := range Formats() {
		out := rendered(t, format, explainDoc(), style) + rendered(t, format, samples()["lint"], style)
		people := format.Name == "text" || format.Name == "concise" || format.Name == "markdown" || format.Name == "html"
		if strings.Contains(out, "../okrs/2026-Q3") != people {
			t.Errorf("%s: paths are not as they should be:\n%s", format.Name, out)
		}
	}
}
